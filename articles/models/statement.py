from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .quote import Quote


class Statement(models.Model):
    """One utterance that several stories quote. Made only when an editor confirms that two quotes are the same."""

    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("statement")
        verbose_name_plural = _("statements")

    def __str__(self):
        return str(self.pk)


class LikenessQuerySet(models.QuerySet):
    def undecided(self):
        """The editors' queue, the most alike first."""
        return self.filter(verdict="").order_by("-similarity", "-pk")


class Likeness(models.Model):
    """That two quotes may be one utterance: a proposal, and what an editor made of it."""

    class Verdict(models.TextChoices):
        SAME = "same", _("the same utterance")
        DIFFERENT = "different", _("different utterances")

    # Below this share of common words, two quotes are hardly ever one utterance.
    THRESHOLD = 0.6

    one = models.ForeignKey(Quote, models.CASCADE, related_name="+", verbose_name=_("quote"))
    other = models.ForeignKey(Quote, models.CASCADE, related_name="+", verbose_name=_("other quote"))
    similarity = models.FloatField(_("similarity"), help_text=_("Share of the shorter quote's words, from 0 to 1."))
    verdict = models.CharField(_("verdict"), max_length=10, choices=Verdict, blank=True, editable=False)
    decided_at = models.DateTimeField(null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )

    objects = LikenessQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="likeness_once"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="likeness_older_first"),
            models.CheckConstraint(
                condition=Q(verdict="", decided_at__isnull=True) | (~Q(verdict="") & Q(decided_at__isnull=False)),
                name="likeness_verdict_has_time",
            ),
        ]
        indexes = [
            models.Index(F("similarity").desc(), F("id").desc(), condition=Q(verdict=""), name="likeness_undecided")
        ]
        verbose_name = _("likeness of two quotes")
        verbose_name_plural = _("likenesses of quotes")

    def __str__(self):
        return f"{self.one} = {self.other}"

    @transaction.atomic
    def confirm(self, *, by) -> Statement:
        """Both quotes, and all that were grouped with either, are one statement from now on."""
        quotes = list(Quote.objects.select_for_update().filter(pk__in=[self.one_id, self.other_id]).order_by("pk"))
        groups = sorted({quote.statement_id for quote in quotes if quote.statement_id})
        statement = Statement.objects.get(pk=groups[0]) if groups else Statement.objects.create()
        Quote.objects.filter(Q(pk__in=[quote.pk for quote in quotes]) | Q(statement__in=groups)).update(
            statement=statement
        )
        Statement.objects.filter(pk__in=groups[1:]).delete()
        self._decide(self.Verdict.SAME, by)
        return statement

    def refuse(self, *, by) -> None:
        """They are two utterances; the pair is not proposed again."""
        self._decide(self.Verdict.DIFFERENT, by)

    def _decide(self, verdict, user) -> None:
        self.verdict, self.decided_at, self.decided_by = verdict, timezone.now(), user
        self.save(update_fields=["verdict", "decided_at", "decided_by"])

from datetime import datetime

import pgtrigger
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Prefetch, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..addresses import path_to
from .citation import no_source_refuses
from .event import keep_events
from .publication import readers_see
from .quote import Quote
from .revision import Revision
from .touch import touches


class CorrectionQuerySet(models.QuerySet):
    def public(self, now=None):
        """Entries of stories that readers can see, or that were retracted; the newest first."""
        now = now or timezone.now()
        shown = readers_see(now, "article__") | Q(article__status="retracted")
        return self.filter(shown, created_at__lte=now).order_by("-created_at", "-pk")

    def of_errors(self):
        """What the ledger's own page lists: not that a story went on."""
        return self.exclude(kind=Correction.Kind.UPDATE)

    def for_story(self):
        """With what the story's own page shows of them, the version that each led to too."""
        shown = ("article", "kind", "text", "quote", "amends", "created_at", "to_revision__article")
        return self.select_related("to_revision").only(*shown, "to_revision__number")

    def syndicated(self):
        """Entries that feeds may carry: no source that their story rests on refuses."""
        return self.filter(no_source_refuses("may_syndicate", story="article"))

    def with_readers(self):
        """With `readers`, the replies that told the newsroom of it, as readers see them."""
        from .comment import Comment

        return self.prefetch_related(Prefetch("comments", Comment.objects.telling(), to_attr="readers"))

    def with_story(self):
        return self.select_related("article", "quote__speaker", "amends").defer("article__body", "article__search")


class Correction(models.Model):
    """An entry of the public ledger: what was wrong or new in a story, said to readers. It is amended by another."""

    class Kind(models.TextChoices):
        CORRECTION = "correction", _("correction")
        CLARIFICATION = "clarification", _("clarification")
        UPDATE = "update", _("update")
        RETRACTION = "retraction", _("retraction")

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="corrections", verbose_name=_("story"))
    kind = models.CharField(_("kind"), max_length=13, choices=Kind)
    text = models.TextField(_("what readers are told"), max_length=2000)
    from_revision = models.ForeignKey(
        Revision, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("version before")
    )
    to_revision = models.ForeignKey(
        Revision, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("version after")
    )
    quote = models.ForeignKey(
        Quote, models.PROTECT, null=True, blank=True, related_name="corrections", verbose_name=_("quotation concerned")
    )
    amends = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="amendments", verbose_name=_("amends")
    )
    created_at = models.DateTimeField(_("made known"), default=timezone.now)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+", verbose_name=_("by")
    )

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="correction_has_text"),
            models.CheckConstraint(
                condition=Q(kind="retraction") | Q(to_revision__isnull=False), name="correction_has_versions"
            ),
        ]
        indexes = [
            models.Index(F("created_at").desc(), F("id").desc(), condition=~Q(kind="update"), name="correction_newest"),
            models.Index(F("article"), F("created_at").desc(), F("id").desc(), name="correction_of_article"),
        ]
        ordering = ["-created_at", "-id"]
        triggers = [
            pgtrigger.Protect(name="ledger_is_final", operation=pgtrigger.Update | pgtrigger.Delete),
            keep_events("correction_id = OLD.id", "correction_id = NEW.id", "article_id", "created_at"),
            touches("correction", "'article:' || ROW.article_id", "'corrections'"),
        ]
        verbose_name = _("entry of the ledger")
        verbose_name_plural = _("corrections")

    def __str__(self):
        return f"{self.get_kind_display()}: {self.article}"

    def get_absolute_url(self):
        return f"{path_to('corrections')}#correction-{self.pk}"

    @classmethod
    def of(cls, story):
        """The newest entry of an error in a story that was read `with_last_error`; None when it has none."""
        if not (told := story.last_error):
            return None
        return cls(article=story, **told | {"created_at": datetime.fromisoformat(told["created_at"])})

    def clean(self):
        if self.quote and self.quote.article_id != self.article_id:
            raise ValidationError({"quote": _("The quotation must be one of the same story.")})

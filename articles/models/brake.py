from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Article
from .comment import Comment
from .shown import ShownRow, next_of
from .touch import touches


class BrakeQuerySet(models.QuerySet):
    def on(self, article, now=None):
        """The brake that holds for a story, as a list of one or none."""
        return self.filter(article=article, until__gt=now or timezone.now())

    def pull_where_heated(self, article, now=None) -> bool:
        """Slow a story's conversation down when it has become heated; returns whether it did."""
        now = now or timezone.now()
        recent = Comment.objects.filter(article=article, status__in=["approved", "held", "hidden", "spam"])
        # Reports that weigh nothing slow nobody down: anyone can send them.
        last = list(recent.order_by("-pk").values_list("created_at", "report_weight", "status")[: Brake.REPLIES])
        span = [row for row in last if row[0] > now - Brake.SPAN]
        objected = sum(1 for _at, weight, status in span if weight or status in ("hidden", "spam"))
        if len(span) < Brake.REPLIES and objected < Brake.OBJECTED:
            return False
        reason = Brake.Reason.OBJECTED if objected >= Brake.OBJECTED else Brake.Reason.FAST
        self.update_or_create(article=article, defaults={"until": now + Brake.LASTS, "reason": reason})
        return True

    def release(self, now=None) -> int:
        """Take away those that are over; the stories' pages say so no longer."""
        return self.filter(until__lte=now or timezone.now()).delete()[0]


class Brake(ShownRow):
    """That a story's conversation goes slowly for a while: each reader writes once in WAIT. Its page says so."""

    page_noun = "brake"

    # A story has become heated when so many replies came within the span, or so many of them met objections.
    SPAN = timedelta(minutes=10)
    REPLIES = 60
    OBJECTED = 6
    LASTS = timedelta(minutes=30)
    WAIT = timedelta(minutes=5)

    class Reason(models.TextChoices):
        FAST = "fast", _("many replies at once")
        OBJECTED = "objected", _("many replies that others object to")

    article = models.OneToOneField(Article, models.CASCADE, related_name="brake", verbose_name=_("story"))
    since = models.DateTimeField(_("since"), default=timezone.now)
    until = models.DateTimeField(_("until"))
    reason = models.CharField(_("reason"), max_length=8, choices=Reason)

    objects = BrakeQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["until"], name="brake_until")]
        triggers = [touches("brake", "'replies:' || ROW.article_id")]
        verbose_name = _("brake")
        verbose_name_plural = _("brakes")

    def __str__(self):
        return f"{self.article_id}: {self.get_reason_display()}"

    def ceases_at(self):
        return next_of(self.until)

    def wait_of(self, commenter):
        """The moment from which `commenter` may write again under this story; None when that is now."""
        # What its owner has not proved to have written holds nobody up.
        last = (
            Comment.objects.exclude(status=Comment.Status.UNCONFIRMED)
            .filter(article=self.article_id, commenter=commenter)
            .order_by("-pk")
            .values_list("created_at", flat=True)
            .first()
        )
        free = last and last + self.WAIT
        return free if free and free > timezone.now() else None

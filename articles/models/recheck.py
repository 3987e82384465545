from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Article
from .source import SourceItem


class RecheckQuerySet(models.QuerySet):
    def open(self):
        """The desk's queue, oldest first."""
        return self.filter(done_at__isnull=True).order_by("pk")


class Recheck(models.Model):
    """A story to look at again, because something that it rests on was corrected or withdrawn by its source."""

    item = models.ForeignKey(SourceItem, models.CASCADE, related_name="rechecks", verbose_name=_("source item"))
    state = models.CharField(_("state"), max_length=10, choices=SourceItem.State)
    article = models.ForeignKey(Article, models.CASCADE, related_name="rechecks", verbose_name=_("story"))
    created_at = models.DateTimeField(_("since"), default=timezone.now)
    note = models.CharField(_("what was done"), max_length=300, blank=True)
    done_at = models.DateTimeField(_("done"), null=True, editable=False)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+", verbose_name=_("by")
    )

    objects = RecheckQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "state", "article"], name="recheck_once"),
            models.CheckConstraint(
                condition=Q(done_by__isnull=True) | Q(done_at__isnull=False), name="recheck_done_has_time"
            ),
        ]
        indexes = [models.Index(fields=["id"], condition=Q(done_at__isnull=True), name="recheck_open")]
        verbose_name = _("story to recheck")
        verbose_name_plural = _("stories to recheck")

    def __str__(self):
        return str(self.article)

    def finish(self, *, by, note: str) -> None:
        """An editor `by` has looked, and says in `note` what was done, or that the story stands."""
        self.note, self.done_at, self.done_by = note.strip(), timezone.now(), by
        self.full_clean()
        self.save()

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Article


class NoteQuerySet(models.QuerySet):
    def open(self):
        return self.filter(done_at__isnull=True)

    def for_list(self):
        return self.select_related("author", "done_by").order_by("-pk")


class Note(models.Model):
    """What reporter and editor tell each other about a story. Only the desk sees it; its text stays as written."""

    article = models.ForeignKey(Article, models.CASCADE, db_index=False, related_name="notes", verbose_name=_("story"))
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    text = models.TextField(_("note"), max_length=2000)
    written_at = models.DateTimeField(_("written"), default=timezone.now)
    done_at = models.DateTimeField(_("done"), null=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("done by")
    )

    objects = NoteQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="note_has_text"),
            models.CheckConstraint(
                condition=Q(done_at__isnull=True, done_by__isnull=True)
                | Q(done_at__isnull=False, done_by__isnull=False),
                name="note_done_by_somebody",
            ),
        ]
        indexes = [
            models.Index(F("article"), F("id").desc(), name="note_of_article"),
            models.Index(fields=["article"], condition=Q(done_at__isnull=True), name="note_open"),
        ]
        triggers = [
            pgtrigger.Protect(
                name="note_stays_as_written",
                operation=pgtrigger.UpdateOf("article_id", "author_id", "text", "written_at"),
            ),
        ]
        verbose_name = _("note")
        verbose_name_plural = _("notes")

    def __str__(self):
        return self.text[:80]

    def finish(self, *, by) -> None:
        """What it asks for is done; the first to say so stands."""
        Note.objects.open().filter(pk=self.pk).update(done_at=timezone.now(), done_by=by)
        self.refresh_from_db()

    def reopen(self) -> None:
        self.done_at = self.done_by = None
        self.save(update_fields=["done_at", "done_by"])

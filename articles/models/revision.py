import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .publication import keep_what_readers_saw
from .touch import touches


class RevisionQuerySet(models.QuerySet):
    def public(self):
        """Those that were let out to readers."""
        return self.filter(is_public=True)

    def public_version_of(self, article):
        """The number of the revision that readers of a story see, as a list of one; of none when it came in without."""
        return self.public().filter(article=article).order_by("-number").values_list("number", flat=True)[:1]

    def seen(self, story):
        """Those that readers of `story` have seen, the newest first: of what was let out before its first
        publication only the last."""
        if not story.first_published_at or story.first_published_at > timezone.now():
            return self.none()
        public = self.public().filter(article=story)
        first = public.filter(created_at__lte=story.first_published_at).order_by("-number").values("number")[:1]
        return public.filter(number__gte=models.functions.Coalesce(models.Subquery(first), 0)).order_by("-number")

    def for_list(self):
        return self.defer("content").select_related("created_by").order_by("-number")


class Revision(models.Model):
    """A numbered, immutable copy of a story's content: what one save made of it, or what was let out to readers."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="revisions", verbose_name=_("story"))
    number = models.PositiveIntegerField(_("number"))
    content = models.JSONField(_("content"))
    message = models.CharField(_("why"), max_length=300, blank=True)
    is_public = models.BooleanField(_("let out to readers"), default=False)
    created_at = models.DateTimeField(_("saved"), default=timezone.now)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+", verbose_name=_("by")
    )

    objects = RevisionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="revision_number_once"),
            # Lets (revision, article) refer here: a correction stays within its story.
            models.UniqueConstraint(fields=["id", "article"], name="revision_of_article"),
        ]
        indexes = [
            models.Index(fields=["article", "number"], condition=Q(is_public=True), name="revision_public"),
        ]
        ordering = ["article", "number"]
        triggers = [
            pgtrigger.Protect(name="revision_is_final", operation=pgtrigger.Update),
            touches("revision", "'history:' || ROW.article_id", seen="ROW.is_public"),
            keep_what_readers_saw("the revisions of a published story stay"),
        ]
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")

    def __str__(self):
        return _("Version %(number)d") % {"number": self.number}

from django.conf import settings
from django.db import models
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Article
from .revision import Revision
from .source import SourceItem


class RecheckQuerySet(models.QuerySet):
    def open(self):
        """The desk's queue, oldest first."""
        return self.filter(done_at__isnull=True).order_by("pk")

    def of_same_cause(self, recheck):
        """Entries because of the same source item, or the same original."""
        return self.filter(item=recheck.item_id, original=recheck.original_id)

    def done(self):
        return self.filter(done_at__isnull=False).order_by("-pk")

    def progress(self, items) -> dict:
        """How many of each item's entries are done, and of how many, by the item's key."""
        counted = self.filter(item__in=items).order_by().values_list("item")
        return {item: (done, every) for item, done, every in counted.annotate(Count("done_at"), Count("pk"))}


class Recheck(models.Model):
    """A story to look at again: something that it rests on was corrected or withdrawn by its source, or the `original`
    that it translates says something else than it did in the revision `since`."""

    item = models.ForeignKey(
        SourceItem, models.CASCADE, null=True, blank=True, related_name="rechecks", verbose_name=_("source item")
    )
    state = models.CharField(_("state"), max_length=10, blank=True, choices=SourceItem.State)
    original = models.ForeignKey(
        Article, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("original")
    )
    since = models.ForeignKey(
        Revision, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("version that was translated")
    )
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
            # A source may correct the same thing again: then a story that was looked at is looked at again.
            models.UniqueConstraint(
                fields=["item", "state", "article"], condition=Q(done_at__isnull=True), name="recheck_open_once"
            ),
            models.UniqueConstraint(
                fields=["original", "article"],
                condition=Q(done_at__isnull=True, original__isnull=False),
                name="recheck_of_original_open_once",
            ),
            models.CheckConstraint(
                condition=(Q(item__isnull=False, original__isnull=True, since__isnull=True) & ~Q(state=""))
                | Q(item__isnull=True, original__isnull=False, state=""),
                name="recheck_has_one_cause",
            ),
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

    def resting_quotes(self) -> list:
        """The story's quotes that rest on the item, as resting_quotes() has them."""
        if self.item is None:
            return []
        citations = self.article.citations.with_chain()
        quotes = self.article.quotes.accepted().in_order().for_desk()
        return resting_quotes(quotes, list(citations), self.item, self.item.passed_on_as())


def resting_quotes(quotes, citations, item, passed_on) -> list:
    """Those of a story's `quotes` that came through `item`, or through what it was `passed_on` as.

    Each with whether it came through the item itself.
    """
    found = []
    for quote in quotes:
        through = {citation.item_id for citation in quote.chain_among(citations)}
        if through.intersection(passed_on):
            found.append((quote, item.pk in through))
    return found

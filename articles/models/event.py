"""The timeline of a tag: its stories, what was said in them on a known day, and what the ledger says of them.

PostgreSQL keeps a row for each, so a timeline is read off one index in the order of time, whatever the tables hold.
"""

from datetime import date, timedelta

import pgtrigger
from django.db import models
from django.db.models import Exists, F, GeneratedField, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .publication import PublishedWithArticle, PublishedWithArticleQuerySet, copy_published_at
from .touch import touches

# What happened in each story. A day stands in the order of time as its noon, which is the same day in nearly all zones.
HAPPENED = """
    SELECT id AS article_id, NULL::bigint AS quote_id, NULL::bigint AS correction_id, NULL::timestamptz AS known_at
    FROM articles_article
    UNION ALL
    SELECT article_id, id, NULL, (said_on + time '12:00') AT TIME ZONE 'UTC' FROM articles_quote
    WHERE status = 'accepted' AND said_on IS NOT NULL
    UNION ALL
    SELECT article_id, NULL, id, created_at FROM articles_correction
"""
WRITE = f"""
    INSERT INTO articles_event (tag_id, article_id, quote_id, correction_id, known_at)
    SELECT tagging.tag_id, article_id, quote_id, correction_id, known_at
    FROM ({HAPPENED}) AS happened JOIN articles_tagging AS tagging USING (article_id)
"""


def keep_events(gone: str, come: str, *columns: str) -> pgtrigger.Trigger:
    """The trigger on a table whose rows make events: `gone` says which are those of the row OLD, `come` which those of
    NEW (SQL conditions); `columns` are what they depend on."""
    differ = " OR ".join(f"OLD.{column} IS DISTINCT FROM NEW.{column}" for column in columns)
    return pgtrigger.Trigger(
        name="keep_events",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF TG_OP = 'UPDATE' AND NOT ({differ}) THEN
                RETURN NULL;
            END IF;
            IF TG_OP <> 'INSERT' THEN
                DELETE FROM articles_event WHERE {gone};
            END IF;
            IF TG_OP <> 'DELETE' THEN
                {WRITE} WHERE {come};
            END IF;
            RETURN NULL;
        """,
    )


class EventQuerySet(PublishedWithArticleQuerySet):
    def of_tag(self, tag, now=None):
        """What has happened under `tag` as far as readers can see, the latest first."""
        now = now or timezone.now()
        # The noon that stands for today may be still to come.
        return self.published(now).filter(tag=tag, at__lt=now + timedelta(days=1)).order_by("-at", "-pk")

    def each_utterance_once(self, tag, now=None):
        """Without words that another story under `tag` quoted before: an editor has said that the two are one."""
        from .quote import Quote

        before = Quote.objects.public(now).filter(statement=OuterRef("quote__statement"), pk__lt=OuterRef("quote"))
        return self.exclude(Exists(before.filter(said_on__isnull=False, article__taggings__tag=tag)))

    def for_timeline(self):
        """With what a timeline shows of the story, the quote or the entry of the ledger."""
        related = ["article", "quote__speaker", "quote__citation__source", "correction"]
        heavy = ["article__body", "article__search", "quote__search", "quote__fingerprints", "quote__proposal"]
        return self.select_related(*related).defer(*heavy)


class Event(PublishedWithArticle):
    """Something under a tag, at a moment: a story appeared, words were said, an entry of the ledger was made.

    The triggers `keep_events` on taggings, quotes and the ledger write and delete the rows; nobody else does.
    """

    tag = models.ForeignKey("articles.Tag", models.DO_NOTHING, related_name="events", verbose_name=_("tag"))
    article = models.ForeignKey("articles.Article", models.DO_NOTHING, related_name="+", verbose_name=_("story"))
    quote = models.ForeignKey("articles.Quote", models.DO_NOTHING, null=True, related_name="+", verbose_name=_("quote"))
    correction = models.ForeignKey(
        "articles.Correction", models.DO_NOTHING, null=True, related_name="+", verbose_name=_("entry of the ledger")
    )
    known_at = models.DateTimeField(null=True, help_text=_("When it was said or entered; of a story, nothing."))
    at = GeneratedField(
        expression=Coalesce("known_at", "published_at"), output_field=models.DateTimeField(), db_persist=True
    )

    objects = EventQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(quote__isnull=True) | Q(correction__isnull=True), name="event_is_of_one_kind"
            ),
            models.CheckConstraint(
                condition=Q(known_at__isnull=True, quote__isnull=True, correction__isnull=True)
                | (Q(known_at__isnull=False) & (Q(quote__isnull=False) | Q(correction__isnull=False))),
                name="event_known_at_paired",
            ),
        ]
        indexes = [
            models.Index(
                F("tag"),
                F("at").desc(),
                F("id").desc(),
                include=["published_at", "published_until"],
                condition=Q(published_at__isnull=False),
                name="event_latest",
            )
        ]
        triggers = [
            copy_published_at(),
            touches("event", "'timeline:' || ROW.tag_id", seen="ROW.published_at IS NOT NULL"),
        ]
        verbose_name = _("event of a timeline")
        verbose_name_plural = _("events of a timeline")

    def __str__(self):
        return f"{self.tag}: {self.at}"

    @property
    def day(self) -> date | None:
        """The day on which it happened; None when no more than the month is known."""
        if self.quote and self.quote.said_on_precision != self.quote.Precision.DAY:
            return None
        return self.quote.said_on if self.quote else timezone.localdate(self.at)

    @property
    def month(self) -> date | None:
        """The first day of the month in which it happened; None when no more than the year is known."""
        if self.quote and self.quote.said_on_precision == self.quote.Precision.YEAR:
            return None
        return (self.quote.said_on if self.quote else timezone.localdate(self.at)).replace(day=1)

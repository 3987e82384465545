"""What belongs to a story and is listed by the story's date: taggings, bylines, citations, quotes.

Each row carries copies of the moments from which and until which its story is public, and of the one at which it last
changed for readers, so that a list of one tag, person or source is read from one index however large the tables are.
PostgreSQL keeps the copies: no code can forget to.
"""

from datetime import datetime

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils import timezone

from .kept import KeptDateTime
from .shown import next_of


def lasts(now, until: str) -> Q:
    """That the moment in the column `until`, at which readers cease to see a row, has not come at `now`."""
    return Q(**{f"{until}__isnull": True}) | Q(**{f"{until}__gt": now})


def readers_see(now=None, story: str = "") -> Q:
    """That readers can see a story at `now`; `story` leads from the query's rows to it ("article__").

    See also Article.is_published.
    """
    now = now or timezone.now()
    appeared = {f"{story}status": "published", f"{story}first_published_at__lte": now}
    return Q(**appeared) & lasts(now, f"{story}unpublish_at")


class PublishedWithArticleQuerySet(models.QuerySet):
    def published(self, now=None):
        """Rows whose story readers can see at `now`. See also ArticleQuerySet.published."""
        now = now or timezone.now()
        return self.filter(lasts(now, "published_until"), published_at__lte=now)

    def told(self, now=None):
        """Rows whose story feeds tell of at `now`, a retracted one too. See also ArticleQuerySet.told."""
        now = now or timezone.now()
        return self.filter(lasts(now, "published_until"), changed_at__lte=now)

    def newest_first(self):
        return self.order_by("-published_at", "-pk")

    def last_changed_first(self):
        """In the order of feeds: a story that was corrected or retracted comes again."""
        return self.order_by("-changed_at", "-pk")

    def next_appearance(self, now=None):
        """The moment at which the next of the rows will appear with its story; None when none is scheduled."""
        coming = self.filter(published_at__gt=now or timezone.now()).order_by("published_at")
        return coming.values_list("published_at", flat=True).first()

    def published_in(self, year: int):
        """Rows whose story appeared in a year of the newsroom's calendar."""
        zone = timezone.get_default_timezone()
        start, end = (datetime(each, 1, 1, tzinfo=zone) for each in (year, year + 1))
        return self.filter(published_at__gte=start, published_at__lt=end)

    def years(self) -> list[int]:
        """The years from the newest row's story back to the oldest's; reads those two rows only."""
        dated = self.order_by("-published_at").values_list("published_at", flat=True)
        newest, oldest = dated.first(), dated.last()
        if newest is None:
            return []
        return list(range(timezone.localtime(newest).year, timezone.localtime(oldest).year - 1, -1))


class PublishedWithArticle(models.Model):
    """Base of such a row; `published_at` is null while the story is not published at all.

    `changed_at` is Article's: a retracted story has it too.
    """

    published_at = KeptDateTime(null=True, editable=False)
    published_until = KeptDateTime(null=True, editable=False)
    changed_at = KeptDateTime(null=True, editable=False)

    objects = PublishedWithArticleQuerySet.as_manager()

    class Meta:
        abstract = True

    def ceases_at(self):
        """See ShownRow."""
        return next_of(self.__dict__.get("published_until"))


def copy_published_at(*own: str) -> pgtrigger.Trigger:
    """The trigger on such a row's table. `own` are columns with moments at which the row itself changed for readers."""
    later = ", ".join(["changed_at", *(f"NEW.{column}" for column in own)])
    return pgtrigger.Trigger(
        name="copy_published_at",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert
        | pgtrigger.UpdateOf("article_id", "published_at", "published_until", "changed_at", *own),
        func=f"""
            SELECT CASE WHEN status = 'published' THEN first_published_at END,
                CASE WHEN status = 'published' THEN unpublish_at END,
                CASE WHEN changed_at IS NOT NULL THEN GREATEST({later}) END
            INTO NEW.published_at, NEW.published_until, NEW.changed_at
            FROM articles_article WHERE id = NEW.article_id;
            RETURN NEW;
        """,
    )


def spread_published_at(*tables: str) -> pgtrigger.Trigger:
    """The other half, on the story: when its dates or status change, `tables` follow."""
    updates = "\n".join(f"UPDATE {table} SET published_at = NULL WHERE article_id = NEW.id;" for table in tables)
    return pgtrigger.Trigger(
        name="spread_published_at",
        when=pgtrigger.After,
        operation=pgtrigger.UpdateOf("status", "first_published_at", "unpublish_at", "updated_at", "retracted_at"),
        # The value written here does not matter: copy_published_at puts the right one in its place.
        func=f"{updates}\nRETURN NULL;",
    )


def keep_what_readers_saw(sentence: str) -> pgtrigger.Trigger:
    """The trigger on a row of a story by which it stays once readers could see the story; else `sentence` is raised."""
    return pgtrigger.Trigger(
        name="keep_what_readers_saw",
        when=pgtrigger.Before,
        operation=pgtrigger.Delete,
        func=f"""
            IF EXISTS (
                SELECT 1 FROM articles_article WHERE id = OLD.article_id AND first_published_at <= now()
            ) THEN
                RAISE EXCEPTION '{sentence}' USING ERRCODE = 'check_violation';
            END IF;
            RETURN OLD;
        """,
    )

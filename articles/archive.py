"""The archive: in which months and on which days readers find stories. Each step goes down one index once."""

from datetime import date, datetime

from django.db import connection
from django.utils import timezone

from .days import OLDEST, beginning, following
from .models import Article

# From the end to the newest story before it, from its day to the newest before that, and so on: as many steps as there
# are days (or months) to find.
STEPS = """
    WITH RECURSIVE found (start, is_end) AS (
        SELECT %(end)s::timestamptz, true
        UNION ALL
        SELECT (
            SELECT date_trunc(%(unit)s, first_published_at, %(zone)s) FROM articles_article
            WHERE status = 'published' AND (unpublish_at IS NULL OR unpublish_at > %(now)s)
            AND first_published_at < found.start AND first_published_at >= %(first)s
            ORDER BY first_published_at DESC LIMIT 1
        ), false FROM found WHERE found.start IS NOT NULL
    )
    SELECT (start AT TIME ZONE %(zone)s)::date FROM found WHERE start IS NOT NULL AND NOT is_end ORDER BY start DESC
"""


def days(month: date | None = None, now=None) -> list[date]:
    """The days of a month, or of all time, on which stories appeared that readers can see; the newest first."""
    return starts("day", month, now)


def months(now=None) -> list[date]:
    """The months in which such stories appeared, as their first days; the newest first."""
    return starts("month", None, now)


def starts(unit: str, month: date | None, now: datetime | None) -> list[date]:
    now = now or timezone.now()
    first, end = (beginning(month), min(beginning(following(month)), now)) if month else (beginning(OLDEST), now)
    zone = timezone.get_default_timezone_name()
    with connection.cursor() as cursor:
        cursor.execute(STEPS, {"unit": unit, "zone": zone, "first": first, "end": end, "now": now})
        return [day for (day,) in cursor.fetchall()]


def neighbours(first: datetime, stop: datetime, now=None) -> tuple[date | None, date | None]:
    """The last day before `first` and the first one from `stop` on that have stories; None where there is none."""
    stories = Article.objects.published(now).values_list("first_published_at", flat=True)
    before = stories.filter(first_published_at__lt=first).order_by("-first_published_at")[:1]
    after = stories.filter(first_published_at__gte=stop).order_by("first_published_at")[:1]
    found = {moment < first: timezone.localdate(moment) for moment in before.union(after, all=True)}
    return found.get(True), found.get(False)

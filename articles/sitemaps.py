"""Which addresses search engines are told of. No sitemap holds more than the protocol allows (sitemaps.org)."""

from datetime import date, timedelta
from functools import cache

from django.db import connections, router
from django.db.models import CharField, Max, Value
from django.utils import timezone

from newsportal.pagecache.kept import Kept

from .days import beginning, following
from .models import Article, Series, Source, Speaker, Tag
from .paging import before, moment_key

LIMIT = 50_000  # addresses of one sitemap
NEWS_LIMIT = 1_000  # stories of a news sitemap, which tells of two days: Google's rules
NEWS_AGE = timedelta(days=2)
NOUNS = {
    "tags": (Tag, Tag.objects.in_use),
    "people": (Speaker, Speaker.objects.quoted),
    "sources": (Source, Source.objects.in_use),
    "series": (Series, Series.objects.in_use),
}
# The months that have more than so many stories: for none, one step down the index article_newest.
MONTHS_WITH_MORE = """
    SELECT month.number
    FROM unnest(%(starts)s::timestamptz[], %(stops)s::timestamptz[]) WITH ORDINALITY AS month (start, stop, number)
    WHERE EXISTS (
        SELECT 1 FROM articles_article WHERE status = 'published'
        AND first_published_at >= month.start AND first_published_at < month.stop
        AND (unpublish_at IS NULL OR unpublish_at > %(now)s) OFFSET %(number)s
    )
"""


def stories_of(month: date, now=None):
    """The stories of a month that search engines may list, newest first."""
    first, stop = beginning(month), beginning(following(month))
    stories = Article.objects.published(now).filter(first_published_at__gte=first, first_published_at__lt=stop)
    return stories.indexed(span=(first, stop)).newest_first()


def recent_stories(now=None):
    """What a news sitemap tells of."""
    now = now or timezone.now()
    stories = Article.objects.published(now).filter(first_published_at__gt=now - NEWS_AGE)
    return stories.indexed(span=(now - NEWS_AGE, now + NEWS_AGE)).newest_first()[:NEWS_LIMIT]


def months(now=None) -> list[tuple[date, str]]:
    """The sitemaps of stories, newest first: month, and key of the story that its page comes after."""
    now = now or timezone.now()
    oldest = Article.objects.published(now).order_by("first_published_at", "pk").values_list("first_published_at")
    if not (found := oldest.first()):
        return []
    every = [timezone.localdate(found[0]).replace(day=1)]
    while following(every[-1]) <= timezone.localdate(now):
        every.append(following(every[-1]))
    large = set()
    if (Article.objects.aggregate(most=Max("pk"))["most"] or 0) > LIMIT:
        large = overflowing(*every[:-1])() | overflowing(every[-1])()
    filled = with_more_than(0, every, now)
    return [(month, key) for month in reversed(every) if month in filled for key in keys(month, now, month in large)]


def with_more_than(number: int, months, now, using=None) -> set[date]:
    """Those of the `months` in which more than `number` stories appeared that readers see."""
    parameters = {
        "number": number,
        "now": now,
        "starts": [beginning(month) for month in months],
        "stops": [min(beginning(following(month)), now) for month in months],
    }
    with connections[using or router.db_for_read(Article)].cursor() as cursor:
        cursor.execute(MONTHS_WITH_MORE, parameters)
        return {months[place - 1] for (place,) in cursor.fetchall()}


@cache
def overflowing(*months: date) -> Kept:
    """Those of the months that have more stories than a sitemap holds. It reads the index of all (50 ms for a million
    stories), so a process counts again only when something in one of the months has changed. Of what ended since it
    hears nothing: then a page more may be looked for, and not found."""
    return Kept(
        lambda using: with_more_than(LIMIT, months, timezone.now(), using),
        *(f"sitemap:{month:%Y-%m}" for month in months),
    )


def keys(month: date, now, overflows: bool):
    """The keys of a month's pages: the first has none, and hardly any month needs a second."""
    yield ""
    if not overflows:
        return
    stories = stories_of(month, now)
    while len(last := stories[LIMIT - 1 : LIMIT + 1]) == 2:
        yield (key := moment_key(last[0], "first_published_at"))
        stories = before(stories, key, by="first_published_at")


def noun_pages() -> list[tuple[str, int]]:
    """The sitemaps of tags, people, sources and series: noun, and the primary key that its page comes after."""
    newest = [
        model.objects.order_by("-pk").values_list(Value(noun, CharField()), "pk")[:1]
        for noun, (model, _shown) in NOUNS.items()
    ]
    most = dict(newest[0].union(*newest[1:], all=True))
    return [(noun, after) for noun in NOUNS for after in range(0, most.get(noun, 0), LIMIT)]


def rows_of(noun: str, after: int):
    """Those of one page that readers can see: no more than LIMIT, by the range of their keys."""
    _model, shown = NOUNS[noun]
    return shown().filter(pk__gt=after, pk__lte=after + LIMIT).order_by("pk")

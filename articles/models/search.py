"""Full-text search in each row's own language, for tables with the columns `language` and `search`."""

import re
from datetime import timedelta

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank, SearchVector
from django.db import models
from django.db.models import Case, F, Func, Q, Value, When
from django.db.models.functions import Cast, Concat, Extract, Greatest, Ln
from django.utils import timezone

# Which of PostgreSQL's text search configurations reads a language; every other language is read word by word.
SEARCH_CONFIGS = {"id": "indonesian", "en": "english"}
RECENCY = timedelta(days=180)
# Private-use characters: they cannot be mark-up and hardly stand in a text.
EXCERPT_MARKS = ("\ue000", "\ue001")
WORD = re.compile(r"\w+")


def words_index(column: str, name: str) -> GinIndex:
    """The index by which the desk finds rows by words of a short text, whatever its language."""
    return GinIndex(SearchVector(column, config="simple"), name=name)


def by_language(expression, **options) -> Case:
    """`expression(config)` with the configuration of each row's language."""
    return Case(
        *(When(language=language, then=expression(config)) for language, config in SEARCH_CONFIGS.items()),
        default=expression("simple"),
        **options,
    )


def prefixes(text: str, config: str = "simple") -> SearchQuery | None:
    """A query for all words of `text`, each of which may be only the beginning; None when there is no word."""
    words = WORD.findall(text)
    return SearchQuery(" & ".join(f"{word}:*" for word in words), search_type="raw", config=config) if words else None


def websearch(config: str) -> dict:
    return {"config": config, "search_type": "websearch"}


def matching(text: str) -> Q:
    """That a row's `search` matches `text` in the row's language: one index look-up for each configuration."""
    known = Q(language__in=SEARCH_CONFIGS)
    found = ~known & Q(search=SearchQuery(text, **websearch("simple")))
    for language, config in SEARCH_CONFIGS.items():
        found |= Q(language=language, search=SearchQuery(text, **websearch(config)))
    return found


class SearchQuerySet(models.QuerySet):
    def search(self, text: str):
        """Rows that match a reader's search words, each in its own language; websearch syntax."""
        return self.filter(matching(text))

    def newest_keys(self, number: int, *, by: str, until=None):
        """The keys of the newest `number` of these rows, all or those up to a moment, by the date in the column `by`.

        They are looked for in the last RECENCY, and only when there are not so many in all the rest: the index of
        words knows no date, so that PostgreSQL would read every match of a common word, tens of thousands in a large
        newsroom, to find the newest. (Of a UNION ALL no more is made than is asked for.)
        """
        start = (until or timezone.now()) - RECENCY
        recent, rest = (
            span.order_by(f"-{by}", "-pk").values("pk")[:number]
            for span in (self.filter(**{f"{by}__gte": start}), self.filter(**{f"{by}__lt": start}))
        )
        return recent.union(rest, all=True)[:number]

    def ranked(self, text: str):
        """Stories, best first. A score does not change with the clock, so that pages can be keyed by it: a story
        RECENCY older has to match e times as well to stand as high."""
        rank = by_language(lambda config: SearchRank(F("search"), SearchQuery(text, **websearch(config))))
        age = Extract("first_published_at", "epoch", output_field=models.FloatField())
        score = Ln(Greatest(rank, Value(1e-9))) + age / Value(RECENCY.total_seconds())
        return self.annotate(score=score).order_by("-score", "-pk")

    def with_excerpts(self, query: str):
        """Stories, each with `excerpt`: the passage that matches, as plain words, the matches between EXCERPT_MARKS."""
        start, stop = EXCERPT_MARKS
        text = models.TextField()
        words = Func(
            Concat("standfirst", Value(" ", text), Cast("body", text)),
            Value("<[^>]*>"),
            Value(" "),
            Value("g"),
            function="regexp_replace",
            output_field=text,
        )
        return self.annotate(
            excerpt=by_language(
                lambda config: SearchHeadline(
                    words,
                    SearchQuery(query, **websearch(config)),
                    config=config,
                    start_sel=start,
                    stop_sel=stop,
                    max_words=36,
                    min_words=20,
                ),
                output_field=text,
            )
        )

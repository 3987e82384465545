"""Names that begin as a reader types: people, tags, sources and series that have a page."""

from dataclasses import dataclass

from django.contrib.postgres.search import SearchVector
from django.db.models import CharField, Value
from django.urls import reverse

from .models import Series, Source, Speaker, Tag
from .models.search import WORD, prefixes

# Each noun's address, and the rows that readers can see.
NOUNS = {
    "speaker": (Speaker, Speaker.objects.quoted),
    "tag": (Tag, Tag.objects.in_use),
    "source": (Source, Source.objects.in_use),
    "series": (Series, Series.objects.in_use),
}
EACH = 5
# So many rows that match are looked at for those that come first: “a” begins a word of half of all names.
REACH = 300
SHORTEST = 2  # letters


@dataclass(frozen=True)
class Name:
    noun: str
    name: str
    slug: str

    @property
    def kind(self) -> str:
        """What it is the name of."""
        return NOUNS[self.noun][0]._meta.verbose_name

    def get_absolute_url(self) -> str:
        return reverse(f"articles:{self.noun}", args=[self.slug])


def names(text: str) -> list[Name]:
    """Names in which each word of `text` begins a word, EACH of a noun at most; one query."""
    if max(map(len, WORD.findall(text)), default=0) < SHORTEST:
        return []
    lists = [found(noun, model, seen(), prefixes(text)) for noun, (model, seen) in NOUNS.items()]
    return [Name(*row) for row in lists[0].union(*lists[1:], all=True)]


def found(noun: str, model, seen, query):
    matching = model.objects.order_by().annotate(words=SearchVector("name", config="simple")).filter(words=query)
    rows = seen.filter(pk__in=matching.values("pk")[:REACH]).order_by("name", "pk")
    return rows.annotate(noun=Value(noun, CharField())).values_list("noun", "name", "slug")[:EACH]

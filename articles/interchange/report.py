"""A table, for people, of what was found in a file."""

import unicodedata
from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.models.language import LANGUAGES

from .chain import Link
from .proposals import ProposedQuote
from .save import Saved
from .story import Story

WORDS = 56
NAME = 28


def table(story: Story, saved: Saved) -> str:
    """What was found in the page, a fact a row, and a row for each quotation."""
    proposals = saved.proposals
    rows = [
        (_("Headline"), [story.headline]),
        (_("Language"), [_language(saved)]),
        (_("Publisher"), [story.publisher or _("not stated")]),
        (_("Place"), [story.place]),
        (_("Source chain"), list(chains(proposals.links))),
        (_("Dates"), [", ".join(day.isoformat() for day in story.dates)]),
        (_("Page of"), [saved.published_on.isoformat() if saved.published_on else ""]),
        (_("Sub-headings"), list(story.subheadings)),
        (_("Tags"), [", ".join(tag.name for tag in saved.article.tags.order_by("taggings__pk"))]),
        (_("Quotations"), [str(len(proposals.quotes))]),
        *([(_("Resembles"), [_resembled(pair, saved.article) for pair in saved.resembles])] if saved.resembles else []),
    ]
    names = {link.key: link.name for link in proposals.links}
    lines = [*_facts(rows), *_quotes(proposals.quotes, names)]
    return "\n".join(f"  {line}".rstrip() for line in lines)


def _resembled(pair, article) -> str:
    other = pair.beside(article)
    return _("story %(id)s, “%(headline)s”: %(percent)s %% of the shorter text") % {
        "id": other.pk,
        "headline": _shortened(other.headline, WORDS),
        "percent": pair.percent,
    }


def chains(links: tuple[Link, ...]) -> Iterator[str]:
    """The ways that reports took to us, from their origin on: "KCNA → AFP → cnbcindonesia.com → pelita.online"."""
    by_key = {link.key: link for link in links}
    middle = {link.via for link in links}
    for link in links:
        if link.key not in middle:
            way = []
            while link is not None:
                way.append(link.name)
                link = by_key.get(link.via)
            yield " → ".join(way)


def _language(saved: Saved) -> str:
    name = dict(LANGUAGES)[saved.article.language]
    return str(name) if saved.proposals.language else _("not recognised, kept as %(language)s") % {"language": name}


def _facts(rows: list[tuple[str, list[str]]]) -> Iterator[str]:
    width = max(_width(label) for label, values in rows)
    for label, values in rows:
        for number, value in enumerate(values or ["–"]):
            yield f"{_padded('' if number else label, width)}  {value or '–'}"


def _quotes(quotes: tuple[ProposedQuote, ...], names: dict[str, str]) -> Iterator[str]:
    cells = [
        (
            str(number),
            _shortened(quote.speaker or "?", NAME),
            f"“{_shortened(quote.exact, WORDS)}”",
            ", ".join(filter(None, [names.get(quote.via, ""), _said_on(quote)])),
        )
        for number, quote in enumerate(quotes, start=1)
    ]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        yield "  ".join(_padded(cell, width) for cell, width in zip(row, widths, strict=True))


def _said_on(quote: ProposedQuote) -> str:
    if not quote.said_on:
        return ""
    return quote.said_on.isoformat() if quote.precision == "day" else quote.said_on.strftime("%Y-%m")


def _shortened(words: str, most: int) -> str:
    words = " ".join(words.split())
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def _padded(words: str, width: int) -> str:
    return words + " " * (width - _width(words))


def _width(words: str) -> int:
    """How many columns of a terminal `words` take: two for a Chinese character, none for an accent."""
    return sum(
        0 if unicodedata.combining(character) else 1 + (unicodedata.east_asian_width(character) in "WF")
        for character in words
    )

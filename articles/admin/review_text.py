"""The text of a story with each of its quotations marked in place, for the desk's eyes."""

import re

from django.utils.html import format_html
from django.utils.safestring import mark_safe

from ..body import CLOSING_MARKS, Words

# Told apart by sign and line as well as by colour.
SIGNS = {"proposed": "?", "accepted": "✓", "rejected": "✗", "withdrawn": "↶"}
TAGS = re.compile(r"(<[^>]*>)")


def marked(words: Words, cards) -> str:
    """The body with a mark around the words of each card that stands in it, and a link from there to the card."""
    body, parts, done = words.body, [], 0
    for card in sorted((card for card in cards if card.place), key=lambda card: card.place):
        start, end = words.place(*card.place)
        if start < done:
            continue
        after = end + len(CLOSING_MARKS.match(body, end)[0])
        parts += [body[done:start], marks(card.quote, body[start:end]), body[end:after], link(card)]
        done = after
    return mark_safe("".join([*parts, body[done:]]))


def marks(quote, fragment: str) -> str:
    """The fragment with its words marked piece by piece: a quotation may run over the end of a paragraph."""
    pieces = TAGS.split(fragment)
    opening = format_html('<mark class="said said--{}" data-quote="{}">', quote.status, quote.pk)
    first = format_html('<mark class="said said--{0}" data-quote="{1}" id="words-{1}">', quote.status, quote.pk)
    marked = []
    for number, piece in enumerate(pieces):
        is_words = number % 2 == 0 and piece.strip()
        marked.append(f"{opening if marked else first}{piece}</mark>" if is_words else piece)
    return "".join(marked)


def link(card) -> str:
    return format_html(
        '<a class="said__card said__card--{}" href="#quote-{}" aria-label="{}">{}{}</a>',
        card.quote.status,
        card.quote.pk,
        card.label,
        card.number,
        SIGNS[card.quote.status],
    )

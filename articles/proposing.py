"""From the quote finder's findings to rows that an editor decides on; run by every save at the desk and the import."""

from functools import lru_cache

from django.db import transaction

from .body import plain_text
from .interchange.proposals import AROUND, ProposedQuote, propose_rows
from .matching import source_keys, speakers_named
from .models import Citation, Quote, Speaker
from .quotefinder import LANGUAGES, Findings, detect_language, find

# Words as common as “Ya” are looked for at no more places than this on either side of where they were.
MOST_PLACES = 20


@lru_cache(maxsize=2)
def findings_in(text: str, language: str) -> Findings:
    """What the finder says of a text; a save asks twice, for its proposals and for its warnings.

    The `language` stated is believed where the text does not show one: a draft keeps the site's until it is changed.
    """
    return find(text, detect_language(text) or (language if language in LANGUAGES else None))


@transaction.atomic
def propose_quotes(article, found: tuple[ProposedQuote, ...] | None = None) -> list[Quote]:
    """Bring the story's quotes up to date with its text; returns the newly proposed ones.

    Each row learns where its words stand now. Proposals that nobody decided on go when their words have gone, or when
    the text says something else of them. Words that have a row already, a rejected one too, get no second one.
    """
    text = plain_text(article.body)
    ways = citations_by_key(article)
    if found is None:
        found = propose_rows(findings_in(text, article.language).quotations, text, ways)
    longest = Quote._meta.get_field("exact").max_length
    found = [quote for quote in found if len(quote.exact) <= longest]
    rows = list(article.quotes.defer("search", "fingerprints").select_related("speaker"))
    places = places_of(rows, text)
    gone = overtaken(rows, places, {quote.position: quote for quote in found}, len(text))
    kept = [row for row in rows if row not in gone]
    _write_places(kept, places, text)
    _delete(gone)
    taken = covered([places[row.pk] for row in kept if row.pk in places], len(text))
    new = [quote for quote in found if is_free(taken, quote.position, quote.position + len(quote.exact))]
    return _make_rows(article, new, ways)


def citations_by_key(article) -> dict[str, Citation]:
    """The story's citations by every name of their source, and under "" the one that it is based on."""
    citations = list(article.citations.select_related("source").order_by("position", "pk"))
    based_on = [citation for citation in citations if citation.part == Citation.Part.BASED_ON]
    ways = {"": based_on[0]} if based_on else {}
    for citation in citations:
        for key in source_keys(citation.source):
            ways.setdefault(key, citation)
    return ways


# Where the words of a row stand


def places_of(rows, text: str) -> dict[int, tuple[int, int]]:
    """Where in the text each of the `rows` stands, by key; two rows with the same words have different places."""
    flat = text.replace("\n", " ")
    places, taken, shift = {}, set(), 0
    for row in sorted(rows, key=lambda row: (row.position, row.pk)):
        exact = " ".join(row.exact.split())
        start = _place(flat, exact, row, row.position + shift, taken) if exact else None
        if start is not None:
            places[row.pk] = start, start + len(exact)
            taken.add((start, exact))
            # What was inserted before one quotation moves the next as well.
            shift = start - row.position
    return places


def _place(flat: str, exact: str, row, expected: int, taken: set) -> int | None:
    """Where `exact` stands, best between the words that it stood between, then nearest to where it is `expected`."""
    around = [side.replace("\n", " ") for side in (row.prefix, row.suffix)]

    def agreement(start: int) -> int:
        end = start + len(exact)
        return flat.endswith(around[0], 0, start) + flat.startswith(around[1], end)

    is_there = expected >= 0 and flat.startswith(exact, expected) and (expected, exact) not in taken
    if is_there and agreement(expected) == 2:
        return expected
    found = [start for start in _occurrences(flat, exact, max(expected, 0)) if (start, exact) not in taken]
    return min(found, key=lambda start: (-agreement(start), abs(start - expected)), default=None)


def _occurrences(flat: str, exact: str, expected: int):
    """Where `exact` begins, from the place `expected` onwards and backwards."""
    start = flat.find(exact, expected)
    for _each in range(MOST_PLACES):
        if start < 0:
            break
        yield start
        start = flat.find(exact, start + 1)
    end = expected + len(exact) - 1
    for _each in range(MOST_PLACES):
        start = flat.rfind(exact, 0, end)
        if start < 0:
            break
        yield start
        end = start + len(exact) - 1


def covered(places, length: int) -> bytearray:
    """A byte for each character of a text: 1 where one of the `places` is."""
    taken = bytearray(length)
    for start, end in places:
        taken[start:end] = b"\1" * (end - start)
    return taken


def is_free(taken: bytearray, start: int, end: int) -> bool:
    return taken.find(1, start, end) < 0


# What becomes of rows


def overtaken(rows, places: dict, found: dict[int, ProposedQuote], length: int) -> list[Quote]:
    """The finder's own proposals, undecided, that the text no longer bears out."""
    decided = covered([places[row.pk] for row in rows if row.pk in places and not row.is_untouched()], length)
    return [
        row
        for row in rows
        if row.is_untouched()
        and (
            row.pk not in places
            or not is_free(decided, *places[row.pk])
            or _says_otherwise(found.get(places[row.pk][0]), row)
        )
    ]


def _says_otherwise(quote: ProposedQuote | None, row) -> bool:
    """Whether the finder now says of the same words another speaker, role, verb or way."""
    return quote is not None and quote.exact == row.exact and _answer(quote.proposal) != _answer(row.proposal)


def _answer(proposal: dict) -> dict:
    return {name: proposal.get(name) for name in ("kind", "speaker", "role", "verb", "via")}


def _write_places(rows, places: dict, text: str) -> None:
    moved = []
    for row in rows:
        if row.pk not in places:
            continue
        start, end = places[row.pk]
        now = start, text[max(0, start - AROUND) : start], text[end : end + AROUND]
        if now != (row.position, row.prefix, row.suffix):
            row.position, row.prefix, row.suffix = now
            moved.append(row)
    # One statement for a story of any usual length; each row of it is compared with all the others of its batch.
    Quote.objects.bulk_update(moved, ["position", "prefix", "suffix"], batch_size=200)


def _delete(rows: list[Quote]) -> None:
    """Delete proposals, and the speakers who were made for them and of whom nothing else is known."""
    Quote.objects.filter(pk__in=[row.pk for row in rows]).delete()
    speakers = {row.speaker_id for row in rows if row.speaker_id}
    Speaker.objects.filter(pk__in=speakers, quotes=None, aliases=[], description="", wikidata_id=None).delete()


def _make_rows(article, found: list[ProposedQuote], ways: dict[str, Citation]) -> list[Quote]:
    speakers = speakers_named([quote.speaker for quote in found])
    rows = [
        Quote(
            article=article,
            speaker=speakers[quote.speaker],
            citation=ways.get(quote.via) or ways.get(""),
            exact=quote.exact,
            position=quote.position,
            prefix=quote.prefix,
            suffix=quote.suffix,
            kind=quote.kind,
            language=article.language,
            role=quote.role[:200],
            verb=quote.verb[:60],
            said_on=quote.said_on,
            said_on_precision=quote.precision,
            proposal=quote.proposal,
        )
        for quote in found
    ]
    return Quote.objects.bulk_create(rows)

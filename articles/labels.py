"""What editors made of quotations, as labelled data: to measure a quote finder with, or to teach one.

A line for the text of each story and one for its labels, in the fields of labelled sets for quotation attribution:
offsets count code points of the text; `via` has the outlet nearest to the speaker first. Nothing in them is a reader's.
"""

from collections.abc import Iterator

from django.db.models import Prefetch

from .addresses import absolute
from .body import plain_text
from .interchange.chain import outlet_key
from .matching import source_keys
from .models import Article, Citation, Quote, Speaker
from .proposing import places_of


def labelled_stories() -> Iterator[Article]:
    """Stories of which every quotation is decided on, with what their lines tell."""
    labels = Prefetch("quotes", Quote.objects.decided().for_labels(), to_attr="labels")
    citations = Prefetch("citations", Citation.objects.with_chain())
    stories = Article.objects.labelled().defer("search").prefetch_related(labels, citations)
    return stories.order_by("pk").iterator(chunk_size=100)


def story_id(story) -> str:
    return f"story-{story.pk}"


def article_line(story) -> dict:
    """The text, and where it comes from and on what terms."""
    address = story.get_absolute_url()
    return {
        "id": story_id(story),
        "lang": story.language,
        "text": plain_text(story.body),
        "headline": story.headline,
        "status": story.status,
        "url": absolute(address) if address else None,
        "first_published_at": _moment(story.first_published_at),
        "rights": story.rights or None,
        "sources": [
            {
                "name": citation.source.name,
                "part": citation.part,
                "title": citation.item.title or None,
                "url": citation.item.url or None,
                "licence": citation.source.licence or None,
            }
            for citation in story.citations.all()
        ],
    }


def gold_line(story) -> dict:
    """The labels. Those whose words no longer stand in the text have no place and are left out."""
    text = plain_text(story.body)
    places = places_of(story.labels, text)
    placed = [(places[quote.pk], quote) for quote in story.labels if quote.pk in places]
    placed.sort(key=lambda pair: pair[0])
    rejected = Quote.Status.REJECTED
    return {
        "id": story_id(story),
        "lang": story.language,
        "split": "dev",
        "quotes": [quotation(quote, text, place) for place, quote in placed if quote.status != rejected],
        "not_quotes": [no_quotation(quote, text, place) for place, quote in placed if quote.status == rejected],
        "sources": [
            {"name": citation.source.name, "kind": citation.source.kind, "phrase": None}
            for citation in story.citations.all()
        ],
    }


def quotation(quote, text: str, place: tuple[int, int]) -> dict:
    """The label of a quotation that stands at this place."""
    speaker, proposal = quote.speaker, quote.proposal or {}
    is_unnamed = speaker is not None and speaker.kind == Speaker.Kind.UNNAMED
    is_withdrawn = quote.status == Quote.Status.WITHDRAWN
    return {
        **_span(text, place),
        "kind": quote.kind,
        "speaker": speaker.name if speaker else None,
        "aliases": speaker.aliases if speaker else [],
        "mention": proposal.get("mention") or None,
        "role": quote.role or None,
        "verb": quote.verb or None,
        "via": _via(quote, proposal),
        "flags": [flag for flag, holds in (("anon", is_unnamed), ("withdrawn", is_withdrawn)) if holds],
        "said_on": quote.said or None,
        **_decision(quote),
    }


def no_quotation(quote, text: str, place: tuple[int, int]) -> dict:
    return {**_span(text, place), "why": "rejected by an editor", **_decision(quote)}


def _span(text: str, place: tuple[int, int]) -> dict:
    start, end = place
    return {"text": text[start:end], "start": start, "end": end}


def _via(quote, proposal: dict) -> list[str]:
    """The outlets that the text names for these words; not the page that the story as a whole is based on."""
    said = proposal.get("via") or []
    if quote.citation is None:
        return []
    if said and outlet_key(said[0]) in source_keys(quote.citation.source):
        return said
    return [] if quote.citation.part == Citation.Part.BASED_ON else [quote.citation.source.name]


def _decision(quote) -> dict:
    """Who decided what on which proposal; the desk's user by number, not by name."""
    return {
        "quote": quote.pk,
        "verdict": quote.verdict,
        "decided_at": _moment(quote.decided_at),
        "decided_by": quote.decided_by_id,
        "proposal": quote.proposal,
    }


def _moment(when) -> str | None:
    return when.isoformat(timespec="seconds") if when else None

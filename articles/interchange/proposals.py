"""What a story's text gives an editor to confirm: its language, its chain of sources, its quotations."""

import re
from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from articles.quotefinder import find

from .chain import Link, chain, outlet_key
from .dates import Mention, find_dates
from .story import Story

AROUND = 32
# How far a sentence is followed to its date.
REACH = 400
# A date belongs to a verb of saying that stands within this many characters.
BESIDE = 60
SENTENCE_END = re.compile(r"[.!?…][\"”’»)]*\s+(?=[\"“‘«(]*[^\W_a-z])")
# Behind these words a date is another event's: "…, dan Jepang pada Kamis", "setelah banjir pada Senin".
OTHER_CLAUSE = re.compile(
    r"[,;]\s+(?:dan|sementara|sedangkan|serta|tetapi|namun|while|and|but|which|who|yang)\b|"
    r"\b(?:merujuk|mengacu|referring|bahwa|that)\b",
    re.IGNORECASE,
)
OTHER_EVENT = re.compile(
    r"\b(?:setelah|sejak|sebelum|pasca|usai|ketika|hingga|after|since|before|following|until|when)\b", re.IGNORECASE
)
# "dikutip dari First Post, Minggu (15/6/2025)": the day of the report, not of the words.
REPORTED = re.compile(
    r"\b(?:dikutip|mengutip|dilansir|melansir|diberitakan|quoted|cited|citing|reported)\b[^.;]{0,60}$", re.IGNORECASE
)
SCRIPTS = [
    (re.compile("[\u3040-\u30ff]"), "ja"),
    (re.compile("[\uac00-\ud7af]"), "ko"),
    (re.compile("[\u4e00-\u9fff]"), "zh"),
    (re.compile("[\u0600-\u06ff]"), "ar"),
    (re.compile("[\u0400-\u04ff]"), "ru"),
]


@dataclass(frozen=True, slots=True)
class ProposedQuote:
    """A quotation, placed in the body's plain text.

    `via` is the key of its link in the chain; `proposal` is what the quote finder said, to be kept as it was.
    """

    exact: str
    position: int
    prefix: str
    suffix: str
    kind: str
    speaker: str
    role: str
    verb: str
    via: str
    said_on: date | None
    precision: str
    proposal: dict


@dataclass(frozen=True, slots=True)
class Proposals:
    language: str
    links: tuple[Link, ...]
    quotes: tuple[ProposedQuote, ...]


def propose(story: Story, text: str, publisher: str) -> Proposals:
    """What the words of the story's body and the page's footers say; `publisher` is its outlet's name."""
    findings = find("\n".join([text, *story.footers]), story.language or None)
    quotations = [quotation for quotation in findings.quotations if quotation.end <= len(text)]
    links = chain(publisher, findings.credits, [quotation.via for quotation in quotations], len(text))
    keys = {link.key for link in links}
    quotes = propose_rows(quotations, text, keys)
    return Proposals(findings.language or _language_of_script(text), links, quotes)


def propose_rows(quotations, text: str, keys: Collection[str]) -> tuple[ProposedQuote, ...]:
    """The finder's `quotations` of `text` as they can be kept; `keys` are those of the story's sources."""
    mentions = find_dates(text)
    return tuple(quote for quotation in quotations if (quote := _quote(quotation, text, keys, mentions)))


def _quote(quotation, text: str, keys: Collection[str], mentions: list[Mention]) -> ProposedQuote | None:
    # The comma before the closing mark is the reporter's, not the speaker's.
    exact = quotation.text.rstrip(" ,")
    start = text.find(exact, quotation.start, quotation.end)
    if not exact.strip() or start < 0:
        return None
    end = start + len(exact)
    said = _said_on(quotation, text, mentions)
    return ProposedQuote(
        exact=exact,
        position=start,
        prefix=text[max(0, start - AROUND) : start],
        suffix=text[end : end + AROUND],
        kind=quotation.kind,
        speaker=(quotation.speaker or "").strip(),
        role=quotation.role or "",
        verb=quotation.verb or "",
        via=next((key for name in quotation.via if (key := outlet_key(name)) in keys), ""),
        said_on=said and said.day,
        precision=said.precision if said else "day",
        proposal=_proposal(quotation),
    )


def _proposal(quotation) -> dict:
    return {
        "text": quotation.text,
        "start": quotation.start,
        "end": quotation.end,
        "kind": quotation.kind,
        "speaker": quotation.speaker,
        "mention": quotation.mention,
        "role": quotation.role,
        "verb": quotation.verb,
        "via": list(quotation.via),
        "confidence": quotation.confidence,
        "reason": {"rule": quotation.reason.rule, "cue": quotation.reason.cue, "name": quotation.reason.name},
    }


def _said_on(quotation, text: str, mentions: list[Mention]) -> Mention | None:
    """The one date that stands with the quotation's verb of saying; None when there is none, or more than one."""
    begin, end = _sentence(text, quotation.start, quotation.end)
    first = bisect_left(mentions, begin, key=lambda mention: mention.start)
    found = {}
    for mention in mentions[first:]:
        if mention.start >= end:
            break
        if mention.end <= quotation.start:
            fits = _stands_with_verb(quotation.verb, text[begin : quotation.start], mention, begin)
        else:
            # A fragment belongs to the reporter's sentence, and so does what stands behind it.
            fits = quotation.kind == "full" and mention.start >= quotation.end
            fits = fits and _follows(text[quotation.end : mention.start])
        if fits:
            found.setdefault(mention.day, mention)
    return next(iter(found.values())) if len(found) == 1 else None


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around text[start:end] begins and ends, within its line and within reach."""
    low, high = max(0, start - REACH), min(len(text), end + REACH)
    begin = max(low, text.rfind("\n", low, start) + 1)
    for match in SENTENCE_END.finditer(text, begin, start):
        begin = match.end()
    stop = text.find("\n", end, high)
    stop = high if stop < 0 else stop
    match = SENTENCE_END.search(text, end, stop)
    return begin, match.start() if match else stop


def _stands_with_verb(verb: str, before: str, mention: Mention, begin: int) -> bool:
    place = before.rfind(verb) if verb else -1
    if place < 0:
        return False
    gap = before[mention.end - begin : place] if mention.end - begin <= place else before[place : mention.start - begin]
    return len(gap) <= BESIDE and not OTHER_CLAUSE.search(gap) and not OTHER_EVENT.search(gap)


def _follows(between: str) -> bool:
    if OTHER_CLAUSE.search(between) or REPORTED.search(between):
        return False
    # ", Senin (6/3)" closes an attribution, whatever stands in it.
    return between.rstrip().endswith(",") or not OTHER_EVENT.search(between)


def _language_of_script(text: str) -> str:
    """A language for a text in neither of the finder's, by its letters; "" for Latin ones."""
    sample = text[:2000]
    counts = {language: len(script.findall(sample)) for script, language in SCRIPTS}
    # Japanese writes Chinese characters too, and more of them than its own.
    if counts["ja"] > len(sample) / 20:
        return "ja"
    best = max(counts, key=counts.get)
    return best if counts[best] > len(sample) / 4 else ""

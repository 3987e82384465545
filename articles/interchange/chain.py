"""Puts the outlets that a page credits into the order in which the report went through them."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from articles.quotefinder.languages.language import words

from .dateline import is_domain

# Agencies that carry what others reported. Where one is credited beside a state agency or a broadcaster, it is the
# nearer of the two: KCNA reports, AFP passes it on.
WIRES = words("""
    afp agencefrancepresse reuters ap associatedpress theassociatedpress dpa efe upi bloomberg antara lkbnantara
    kyodo kyodonews xinhua anadolu anadoluagency
""")
AGENCIES = WIRES | words("""
    ansa jiji tass rianovosti ria interfax yonhap kcna irna isna fars tasnim mehr bernama vna ani pti petra spa wam
    wafa ukrinform nna
""")
BROADCASTERS = words("""
    cnn bbc bbcnews cnbc aljazeera alarabiya skynews sky nhk rri tvri dw deutschewelle voa abc abcnews nbc nbcnews
    cbs cbsnews foxnews pbs npr rt russiatoday presstv euronews france24 cgtn rfa rfi ndtv arirang kbs metrotv tvone
""")
AGENCY_WORDS = re.compile(r"\b(?:kantor berita|news agency|wire service)\b", re.IGNORECASE)
BROADCASTER_WORDS = re.compile(r"\b(?:tv|televisi|television|radio|channel|fm)\b", re.IGNORECASE)
RECORDING_WORDS = re.compile(
    r"\b(?:rekaman|siaran|video|footage|recording|broadcast|disiarkan|ditayangkan)\b", re.IGNORECASE
)
DOCUMENT_WORDS = re.compile(r"\b(?:dokumen|transkrip|document|transcript)\b", re.IGNORECASE)
# To speak to an agency makes it the one that reported.
TOLD = re.compile(r"\b(?:kepada|told|to)\b", re.IGNORECASE)
ENDING = re.compile(r"(?:\.(?:com|co|net|org|online|news|info|tv|id|my|sg|uk))+$")


@dataclass(frozen=True, slots=True)
class Link:
    """An outlet in a page's chain, and the key of the one through which its report came (None: had directly)."""

    name: str
    kind: str
    part: str
    via: str | None

    @property
    def key(self) -> str:
        return outlet_key(self.name)


def outlet_key(name: str) -> str:
    """One key for "CNBC Indonesia", "cnbcindonesia.com" and "www.CNBCIndonesia.com"."""
    plain = ENDING.sub("", name.casefold().removeprefix("www."))
    return "".join(filter(str.isalnum, plain)).removeprefix("the") or name.casefold()


def chain(publisher: str, credits: Iterable, vias: Iterable[tuple[str, ...]], text_end: int) -> tuple[Link, ...]:
    """The page's outlets, the nearest first and each after the one that brought it.

    `credits` are the quote finder's, those at `text_end` or later from the page's footer; `vias` are the ways of its
    quotations, nearest to the speaker first.
    """
    own = outlet_key(publisher)
    named = {}
    for credit in credits:
        named.setdefault(outlet_key(credit.name), []).append(credit)
    named.pop(own, None)
    footer = [key for key, found in named.items() if any(credit.start >= text_end for credit in found)]
    wires = [key for key in named if key in WIRES and key not in footer]
    others = [key for key in named if key not in footer and key not in wires]
    near = footer[0] if footer else own
    wire = _lead_wire(wires, named) or near
    via = dict.fromkeys(footer, own) | dict.fromkeys(wires, near) | dict.fromkeys(others, wire)
    _apply(vias, via)
    links = {key: _link(named[key], via[key]) for key in [*footer, *wires, *others]}
    links[own] = Link(publisher, "outlet", "based_on", None)
    return tuple(_parents_first(links))


def _lead_wire(wires: list[str], named: dict) -> str | None:
    told = [key for key in wires if any(TOLD.match(credit.phrase) for credit in named[key])]
    often = Counter({key: len(named[key]) for key in wires}).most_common(1)
    return told[0] if told else often[0][0] if often else None


def _apply(vias: Iterable[tuple[str, ...]], via: dict[str, str]) -> None:
    """Let what the page says about one quotation's way overrule the general order, unless it made a circle."""
    for names in vias:
        keys = [key for key in map(outlet_key, names) if key in via]
        for far, near in zip(keys, keys[1:], strict=False):
            if far != near and not _leads_to(near, far, via):
                via[far] = near


def _leads_to(start: str, end: str, via: dict[str, str]) -> bool:
    step = start
    while step is not None and step != end:
        step = via.get(step)
    return step == end


def _parents_first(links: dict[str, Link]) -> list[Link]:
    ordered = {}
    for link in links.values():
        way = []
        step = link
        while step is not None and step.key not in ordered:
            way.append(step)
            step = links.get(step.via)
        ordered |= {step.key: step for step in reversed(way)}
    return list(ordered.values())


def _link(credits: list, via: str) -> Link:
    # An address says more than a name: it finds the outlet's row.
    name = next((credit.name for credit in credits if is_domain(credit.name)), credits[0].name)
    phrases = " ".join(credit.phrase for credit in credits)
    return Link(name, _kind(name, phrases), _part(phrases), via)


def _kind(name: str, phrases: str) -> str:
    key = outlet_key(name)
    if is_domain(name):
        return "outlet"
    if key in AGENCIES or AGENCY_WORDS.search(phrases):
        return "agency"
    return "broadcaster" if key in BROADCASTERS or BROADCASTER_WORDS.search(name) else "outlet"


def _part(phrases: str) -> str:
    if RECORDING_WORDS.search(phrases):
        return "recording"
    return "document" if DOCUMENT_WORDS.search(phrases) else "cited"

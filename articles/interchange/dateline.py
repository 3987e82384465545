"""The dateline before a story's first words, and the outlet that it names."""

import re

from articles.quotefinder.languages import gazetteer, newsstand

DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?\.){1,3}[a-z]{2,12}", re.ASCII | re.IGNORECASE)
# "pelita.online – ", "Liputan6.com, Jakarta - ", "BEIRUT, KOMPAS.com -- ", "Jakarta (ANTARA) - "
DATELINE = re.compile(
    r"(?P<before>[^\n()]{2,70}?)\s*(?:\((?P<inside>[^()\n]{2,40})\))?\s*(?:(?:\s[-–—]+|--+|[–—])\s*|(?<=\))\s*[-:]\s*)(?=\S)"
)
PLACE = re.compile(r"[^\W\d_a-z][^\W\d_]*(?:[ /.'’-]+[^\W\d_]+){0,4}\.?")
# A dateline and its dash end within these.
REACH = 110
TITLE_END = re.compile(r"\s+[|»–—-]\s+(?P<outlet>[^|»–—]{3,40})$")


def split_dateline(text: str) -> tuple[str, str, str]:
    """The outlet, the place and the rest of a paragraph; "", "" and all of it where no outlet opens it."""
    match = DATELINE.match(text, 0, REACH)
    if match is None:
        return "", "", text
    parts = [part.strip() for part in match["before"].split(",")]
    if match["inside"]:
        # "Komisi Pemilihan Umum (KPU) - " opens a sentence; "LONDON (KBP) - " and "Jakarta (KBP) - " do not.
        sure = is_outlet(match["inside"]) or _is_place(match["before"])
        outlet = match["inside"].strip() if sure else ""
    else:
        outlet = next((part for part in parts if is_outlet(part)), "")
    places = [part for part in parts if part != outlet]
    if not outlet or not all(PLACE.fullmatch(place) for place in places):
        return "", "", text
    return outlet, ", ".join(places), text[match.end() :]


def split_title(headline: str) -> tuple[str, str]:
    """The headline without the outlet that browsers' titles end in, and that outlet or ""."""
    match = TITLE_END.search(headline)
    if match and is_outlet(match["outlet"]):
        return headline[: match.start()], match["outlet"].strip()
    return headline, ""


def _is_place(words: str) -> bool:
    return words.isupper() or all(word.casefold() in gazetteer.PLACES for word in words.split())


def is_domain(name: str) -> bool:
    return DOMAIN.fullmatch(name) is not None


def is_outlet(name: str) -> bool:
    return is_domain(name.strip()) or name.strip().lower() in newsstand.OUTLETS

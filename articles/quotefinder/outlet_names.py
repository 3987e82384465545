"""The names of outlets: those of the lists, and those that look like one behind a noun of media."""

import re

from .paragraphs import DOMAIN

LONGEST_OUTLET = 6
# Before the one word that is left of a newspaper's name.
PAPERS = frozenset({"the", "koran", "harian"})
LONGEST_NAMED = 3
# "MUTV", "Tagesblatt", "DailyNews": outlets of one word by their ending.
COMPOUND = re.compile(r"[A-Z][A-Z0-9]+TV|[A-Z][\w-]*[a-z](?:TV|News|Times|Post|FM|Media|blatt|zeitung|bladet)")
# "Wening Broadcasting Corporation"
BROADCASTER = "broadcasting"
# American stations: "KXTV", "WABC-TV".
CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}(?:-(?:TV|FM|AM|DT|LP))?")


def known_length(tokens, index, language):
    """How many tokens from `index` make a known outlet's name."""
    length, words = 0, ""
    for place in range(index, min(index + LONGEST_OUTLET, len(tokens))):
        token = tokens[place]
        if not token.is_word:
            break
        words = f"{words} {token.low}".strip()
        capital = tokens[index].is_capital or "." in tokens[index].text or tokens[index].text[0].isdigit()
        capital = capital or words in language.small_outlets
        edition = (token.is_capital or token.text.isdigit()) and token.low in language.editions
        if length and place == index + length and edition:
            length += 1
            continue
        station = length and place == index + length and tokens[place - 1].low in language.stations
        if station and token.is_capital and token.low not in language.days:
            length += 1
            continue
        if capital and (words in language.outlets or (place == index and DOMAIN.match(token.text))):
            length = place - index + 1
    return length


def outlet_end(tokens, index, language, known_only):
    """Where the outlet's name ends that begins at `index`, or 0."""
    if index >= len(tokens) or not tokens[index].is_word:
        return 0
    stop = index + known_length(tokens, index, language)
    end = capital_end(tokens, index, language)
    if end and end - index > 1 and _sounds_like_outlet(tokens, index, end, language):
        return max(end, stop)
    if stop > index:
        return stop
    if end and known_only and not language.head_last:
        # "ditayangkan Liputan6 Petang SCTV"
        tail = next(
            (place for place in range(index + 1, end) if place + known_length(tokens, place, language) == end), 0
        )
        if tail:
            return end
    # "told the Herald"
    if end and end - index == 1 and tokens[index].low in language.outlet_words and low_at(tokens, index - 1) in PAPERS:
        return end
    station = language.head_last and CALL_SIGN.fullmatch(tokens[index].text)
    station = station or end - index == 1 and COMPOUND.fullmatch(tokens[index].text)
    if end and (station or has_media_noun(tokens, end, end + 1, language)):
        return end
    if known_only or not end or end - index > LONGEST_OUTLET:
        return 0
    # "kantor berita AKP", "kanal YouTube Sekretariat X": behind such a noun a name is an outlet whatever else it means.
    noun = f"{tokens[index - 2].low} {tokens[index - 1].low}" if index > 1 else ""
    sure = noun in language.media_nouns and (tokens[index].text.isupper() or noun.endswith("youtube"))
    return end if sure or not is_no_outlet(tokens, index, end, language) else 0


def _sounds_like_outlet(tokens, index, end, language):
    """ "Ellery Courier", "Radio Ellery"."""
    last, first = tokens[end - 1].low, tokens[index].low
    if any(token.low == BROADCASTER for token in tokens[index:end]):
        return True
    # "Awak Media"
    if first in language.channels and not language.head_last:
        return False
    return last in language.outlet_words or first in language.media_nouns and end - index <= LONGEST_NAMED


def capital_end(tokens, index, language):
    if not tokens[index].is_capital or tokens[index].low in language.days or tokens[index].low in language.pronouns:
        return 0
    stop = index + 1
    # One more than the longest is enough to know that a run of capitals is too long.
    while stop < len(tokens) and stop - index <= LONGEST_OUTLET:
        token = tokens[stop]
        linked = token.low in language.outlet_inner or _joins_outlet(tokens, stop, language)
        linked = linked and stop + 1 < len(tokens) and tokens[stop + 1].is_capital
        if token.text.isdigit() and len(token.text) == 1 and low_at(tokens, stop + 1) not in language.months:
            return stop + 1
        if not linked and (not token.is_capital or token.low in language.days or token.low in language.pronouns):
            break
        stop += 1
    return stop


def _joins_outlet(tokens, index, language):
    """ "Press and Journal", "Star & Echo": a conjunction inside one outlet's name."""
    words = language.outlet_words
    return (
        tokens[index].low in language.outlet_links
        and tokens[index - 1].low in words
        and low_at(tokens, index + 1) in words
    )


def is_no_outlet(tokens, index, end, language):
    low = tokens[index].low.removesuffix(f"-{language.suffix}")
    if all(token.low in language.places for token in tokens[index:end]):
        return True
    channel = low in language.channels or end - index == 1 and len(low) == 1
    return (
        channel
        or low in language.titles
        or low in language.honorifics
        or low in language.months
        or (low in language.first_names and end - index > 1)
    )


def has_media_noun(tokens, begin, stop, language):
    """Whether a noun of media stands there, of one word or two."""
    for place in range(begin, min(stop, len(tokens))):
        low = tokens[place].low
        if low in language.media_nouns or f"{low} {low_at(tokens, place + 1)}" in language.media_nouns:
            return True
    return False


def low_at(tokens, index):
    return tokens[index].low if index < len(tokens) else ""

"""Outlets in whose programme somebody spoke: "dalam program Mata Wening Lentera TV", "di acara X yang tayang di Y"."""

from .outlet_names import known_length
from .outlets import Via

# So far behind the noun of a programme its outlet may stand.
LONGEST_NAME = 8
# "dalam sebuah program": so many words may stand between the preposition and the noun.
LONGEST_LEAD = 2


def find_aired(text, tokens, language):
    """The outlets right behind the name of a programme in which somebody spoke."""
    found = []
    for index, token in enumerate(tokens):
        programme = token.low in language.programmes and _leads_in(tokens, index, language)
        if not programme and token.low not in language.inside:
            continue
        place, size = _outlet(tokens, index + 1, language)
        if size and (token.low in language.programmes or _is_aired(tokens, place + size, language)):
            first, last = tokens[place], tokens[place + size - 1]
            name = text[first.start : last.end]
            found.append(Via(name, place + size - 1, token.start, first.start, last.end))
    return found


def _leads_in(tokens, index, language):
    before = tokens[max(0, index - LONGEST_LEAD) : index]
    return any(token.low in language.inside | language.on_air for token in before)


def _outlet(tokens, begin, language):
    """(where, how long) of the known outlet that ends the run of capitals from `begin`, or (0, 0)."""
    place = begin
    while place < min(begin + LONGEST_NAME, len(tokens)) and (tokens[place].is_capital or tokens[place].quote >= 0):
        size = known_length(tokens, place, language)
        if size and not (place + size < len(tokens) and tokens[place + size].is_capital):
            return place, size
        place += 1
    return 0, 0


def _is_aired(tokens, index, language):
    """ "yang ditayangkan": the run of capitals was a broadcast."""
    return (
        index + 1 < len(tokens) and tokens[index].low in language.relative and tokens[index + 1].low in language.airing
    )

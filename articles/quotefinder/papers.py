"""Papers that words stand in: "According to an affidavit, X told …", "In her essay The Lamp, X wrote …"."""

import re

from .outlets import Via

# The words between marks without the stop before the closing one.
TITLE = re.compile(r"\w(?:.*\w)?")
# So many words may stand between "according to" or "in" and the noun.
LONGEST_LEAD = 3
LONGEST_TITLE = 8


def find_papers(text, tokens, language):
    """The court paper that a sentence opens with, and books and essays by their title, as ways of its words."""
    found = []
    for index, token in enumerate(tokens[:LONGEST_TITLE]):
        if token.low in language.papers and _announced(tokens, index, language):
            found.append(Via(token.text, index, tokens[0].start, token.start, token.end))
    for index, token in enumerate(tokens):
        noun = token.low.removesuffix(language.suffix) if language.suffix else token.low
        if noun in language.writings and _leads_in(tokens, index, language):
            found += _titled(text, tokens, index)
    return found


def _announced(tokens, index, language):
    """Only "according to an" stands before it."""
    opening = " ".join(token.low for token in tokens[:2])
    size = 2 if opening in language.according else int(tokens[0].low in language.according)
    return bool(size) and size <= index <= size + LONGEST_LEAD - 1


def _leads_in(tokens, index, language):
    return any(token.low in language.inside for token in tokens[max(0, index - LONGEST_LEAD) : index])


def _titled(text, tokens, index):
    """The title behind the noun: in marks, or a run of capitals up to a comma."""
    begin = index + 1 + (index + 1 < len(tokens) and tokens[index + 1].text == ",")
    if begin >= len(tokens):
        return []
    if tokens[begin].quote >= 0:
        title = TITLE.search(text, tokens[begin].start + 1, tokens[begin].end - 1)
        return [Via(title.group(), index, tokens[index].start, *title.span())] if title else []
    end = begin
    while end < len(tokens) and end - begin < LONGEST_TITLE and tokens[end].is_word:
        end += 1
    last = end < len(tokens) and tokens[end].text == ","
    title = last and end - begin > 1 and tokens[begin].is_capital and tokens[end - 1].is_capital
    place = tokens[begin].start, tokens[end - 1].end
    return [Via(text[slice(*place)], index, tokens[index].start, *place)] if title else []

"""Texts whose lines are cut at a fixed width: most lines end in the middle of a sentence."""

import re

ENDS_SENTENCE = re.compile(r"[.?!…][\"”’»')\]]*(?:\s*\([\w/*. ]{1,16}\))?$")
# A cut line is neither short nor long, and a text has several of them.
SHORTEST, LONGEST = 40, 110
FEWEST = 6


def unwrapped(text, spans):
    """The (start, end) of whole paragraphs, from those of lines; the same ones for a text that is not cut."""
    cut = [_is_cut(text, start, end) for start, end in spans]
    if len(spans) < FEWEST or 2 * sum(cut) <= len(spans):
        return spans
    joined = [spans[0]]
    for number in range(1, len(spans)):
        start, end = spans[number]
        # A headline has a blank line behind it.
        headline = number == 1 and text.count("\n", spans[0][1], start) > 1
        if cut[number - 1] and not headline:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _is_cut(text, start, end):
    return SHORTEST <= end - start <= LONGEST and not ENDS_SENTENCE.search(text[start:end])

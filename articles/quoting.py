"""Words that a reader puts between quotation marks, compared with what they are taken from."""

import heapq
import re

from .wording import is_part, similarity, words

# “…”, "…", «…», „…“ and ‘…’ on one line; an apostrophe within a word opens and closes nothing.
QUOTED = re.compile(r"[“„\"](?P<a>[^“”„\"\n]+)[”“\"]|«(?P<b>[^«»\n]+)»|(?<!\w)‘(?P<c>[^‘\n]+?)’(?!\w)")
# Fewer words are a name or irony.
FEWEST = 4
# From this share of its words in the same order, a passage is taken from there, and was altered.
ALIKE = 0.7
# A text has no more quotations that are looked at, and none longer.
MOST, LONGEST = 10, 600
# Each is compared, word order and all, with so many lines: those that share most of its words.
COMPARED = 3


def passages(text: str, *originals: str) -> list[list]:
    """Where `text` quotes any of `originals`: [start, end, whether word for word], in order.

    What stands in none of them, or resembles none, was not taken from there and is not listed.
    """
    found = []
    lines = [(line, set(words(line))) for original in originals for line in original.splitlines() if line.strip()]
    for match in list(QUOTED.finditer(text))[:MOST]:
        group = match.lastgroup
        quoted = match[group].strip()[:LONGEST]
        if len(words(quoted)) < FEWEST:
            continue
        if any(is_part(quoted, original) and len(words(original)) >= len(words(quoted)) for original in originals):
            found.append([*match.span(group), True])
        elif resembles(quoted, lines):
            found.append([*match.span(group), False])
    return found


def resembles(quoted: str, lines) -> bool:
    """Whether `quoted` is taken from one of `lines`, pairs of a line and its words. Cheap before dear: most lines
    share hardly a word."""
    said = words(quoted)
    shared = ((sum(word in there for word in said), line) for line, there in lines if len(there) >= FEWEST)
    likely = [(count, line) for count, line in shared if count >= ALIKE * len(said)]
    best = heapq.nlargest(COMPARED, likely, key=lambda pair: pair[0])
    return any(similarity(quoted, line) >= ALIKE for _count, line in best)

"""Words that a reader puts between quotation marks, compared with what they are taken from."""

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


def passages(text: str, *originals: str) -> list[list]:
    """Where `text` quotes any of `originals`: [start, end, whether word for word], in order.

    What stands in none of them, or resembles none, was not taken from there and is not listed.
    """
    found = []
    lines = [line for original in originals for line in original.splitlines() if line.strip()]
    for match in list(QUOTED.finditer(text))[:MOST]:
        group = match.lastgroup
        quoted = match[group].strip()[:LONGEST]
        if len(words(quoted)) < FEWEST:
            continue
        if any(is_part(quoted, original) and len(words(original)) >= len(words(quoted)) for original in originals):
            found.append([*match.span(group), True])
        elif any(resembles(quoted, line) for line in lines):
            found.append([*match.span(group), False])
    return found


def resembles(quoted: str, line: str) -> bool:
    said, there = words(quoted), set(words(line))
    # Cheap before dear: most lines share hardly a word.
    if sum(word in there for word in said) < ALIKE * len(said) or len(there) < FEWEST:
        return False
    return similarity(quoted, line) >= ALIKE

"""Offices told outside the story's sentences: "Bupati Wening, Rini Astuti. (Foto: Dodi)" under a picture."""

from .names import mentions
from .sentences import Sentence
from .tokens import tokenize

# A longer line is no caption.
LONGEST = 300


def captioned(text, paragraphs, known, evidence, language):
    """Mentions of people with their offices in captions and headings, of those whom the story's sentences name.

    `known` are the mentions of the story, a list for each sentence.
    """
    names = {mention.words for group in known for mention in group if mention.kind == "person"}
    if not names:
        return []
    lines = [
        Sentence(tokenize(text, paragraph.start, paragraph.end), number)
        for number, paragraph in enumerate(paragraphs)
        if paragraph.kind in ("heading", "page") and paragraph.end - paragraph.start < LONGEST
    ]
    found = mentions(text, [line for line in lines if line.tokens], evidence, language)
    return [
        [mention for mention in group if mention.kind == "person" and mention.role and _is_known(mention, names)]
        for group in found
    ]


def _is_known(mention, names):
    """The story calls somebody so, or by a part of the name."""
    size = len(mention.words)
    return size > 1 and any(mention.words[begin:stop] in names for stop in range(1, size + 1) for begin in range(stop))

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
        [
            mention
            for mention in group
            if _tells_office(mention) and _is_known(mention.words, names) and not _runs_on(mention.words, language)
        ]
        for group in found
    ]


def _tells_office(mention):
    """The line opens with an office and its holder; inside a headline capitals tell no name from other words."""
    return mention.kind == "person" and bool(mention.role) and mention.first <= 1


def _runs_on(words, language):
    """ "Rini Akhirnya Angkat Bicara": in a headline other words have capitals too."""
    others = language.adverbs | language.connectors | language.stoppers | language.forward_verbs
    return any(word in others for word in words[1:])


def _is_known(words, names):
    """The story has the whole name, or calls somebody by one word of it and by no more."""
    parts = {words[begin:stop] for stop in range(1, len(words) + 1) for begin in range(stop)} & names
    return words in parts or len(words) > 1 and bool(parts) and all(len(part) == 1 for part in parts)

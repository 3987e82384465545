"""The sources that a whole article credits: in its sentences, in its footer, at its end."""

import re

from .findings import Credit
from .paragraphs import DOMAIN
from .story import plain_outlet
from .tokens import tokenize

FOOTER_NAME = re.compile(r"[\w.’'&-]+(?: [A-Z][\w.’'&-]*){0,4}")
ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)+)")


def find_credits(story):
    """One credit for each way in which an outlet is named, in order."""
    found = [
        Credit(via.name, story.text[via.phrase : via.end], via.phrase, via.end)
        for vias in story.vias
        for via in vias
        if not via.is_recalled
    ]
    for paragraph in story.paragraphs:
        if paragraph.kind == "footer":
            found += _footer(story, paragraph)
    found.sort(key=lambda credit: credit.start)
    return tuple(_distinct(found))


def _footer(story, paragraph):
    """ "Sumber: cnn.com", "Artikel ini telah tayang di Kompas.com dengan judul …"."""
    text, language = story.text, story.language
    tokens = tokenize(text, paragraph.start, min(paragraph.end, paragraph.start + 300))
    begin = next(
        (n + 1 for n, token in enumerate(tokens) if token.text == ":" or token.low in language.footer_markers),
        len(tokens),
    )
    names = []
    for index in range(begin, len(tokens)):
        token = tokens[index]
        address = ADDRESS.fullmatch(token.text)
        if DOMAIN.match(token.text) or token.low in language.outlets or (address and "." in token.text):
            names.append((token.start, token.end))
    if not names and begin < len(tokens) and tokens[begin].is_word:
        match = FOOTER_NAME.match(text, tokens[begin].start, paragraph.end)
        names = [(match.start(), match.end())] if match else []
    return [Credit(text[start:end], text[paragraph.start : end], paragraph.start, end) for start, end in names]


def _distinct(credits):
    seen = set()
    for credit in credits:
        key = plain_outlet(credit.name), credit.phrase.lower()
        if key not in seen:
            seen.add(key)
            yield credit

"""What changed between two versions of a story's content, in words: no HTML, no field names."""

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from html.parser import HTMLParser

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from .body import photos_in
from .embeds import provider_of
from .models.language import LANGUAGES
from .models.photo import Photo
from .models.quote import Quote
from .wording import Piece

WORDS = re.compile(r"\s+|\w+|[^\w\s]")
# Comparing costs the product of two lengths: beyond this, two texts are shown one after the other.
MOST_PAIRS = 4_000_000
# Two paragraphs with less than this in common are two paragraphs, not one that was changed.
ALIKE = 0.4


@dataclass(frozen=True)
class Block:
    """A paragraph, or a row told in a sentence: "same", "changed", "new" or "gone", as pieces of text.

    A piece is in both versions ("same"), or only in the later ("new") or the earlier one ("gone").
    """

    kind: str
    pieces: list[Piece]
    tag: str = "p"


@dataclass(frozen=True)
class Change:
    """One part of a story that is not as it was."""

    label: str
    blocks: list[Block] = field(default_factory=list)


def changes(before: dict, after: dict, *, for_readers=False) -> list[Change]:
    """The parts of a story that differ between two contents, in the order in which a reader meets them.

    `for_readers` leaves out what they do not see as such: who decided what on a quotation, and the desk's switches.
    """
    parts = [
        (gettext("Headline"), [line(before["headline"])], [line(after["headline"])]),
        (gettext("Standfirst"), [line(before["standfirst"])], [line(after["standfirst"])]),
        (gettext("By"), rows(before["bylines"], byline), rows(after["bylines"], byline)),
        (gettext("Lead photo"), [line(photo(before))], [line(photo(after))]),
        (gettext("Text"), *texts_of(before["body"], after["body"])),
        (gettext("Tags"), [line(", ".join(before["tags"]))], [line(", ".join(after["tags"]))]),
        (gettext("Section"), [line(named(before["section"]))], [line(named(after["section"]))]),
        (gettext("Sources"), rows(before["citations"], citation), rows(after["citations"], citation)),
        (gettext("Rights"), [line(before["rights"])], [line(after["rights"])]),
    ]
    if not for_readers:
        parts[5:5] = [(gettext("Quotations"), rows(before["quotes"], quotation), rows(after["quotes"], quotation))]
        parts += [
            (gettext("Address"), [line(before["slug"])], [line(after["slug"])]),
            (gettext("Language"), [line(language(before))], [line(language(after))]),
            (gettext("Embargo until"), [line(before["embargo"])], [line(after["embargo"])]),
            (gettext("Open for replies"), [line(yes(before))], [line(yes(after))]),
        ]
    return [Change(label, compared(one, other)) for label, one, other in parts if one != other]


# A part as lines: pairs of a tag and a text


def line(text) -> tuple[str, str]:
    return "p", text or ""


def named(thing) -> str:
    return thing["name"] if thing else ""


def language(content) -> str:
    return str(dict(LANGUAGES).get(content["language"], content["language"]))


def yes(content) -> str:
    return gettext("Yes") if content["comments_open"] else gettext("No")


def photo(content) -> str:
    picture = content["lead_photo"]
    return f"{picture['alt']} ({picture['credit']})" if picture else ""


def rows(documents, told) -> list[tuple[str, str]]:
    by_pk = {document["id"]: document for document in documents}
    return [line(told(document, by_pk)) for document in documents]


def byline(document, _by_pk) -> str:
    return " – ".join(filter(None, [document["name"], document["contribution"]]))


def citation(document, by_pk) -> str:
    via = by_pk.get(document["via_id"])
    through = gettext("through %(source)s") % {"source": via["source"]} if via else ""
    return ", ".join(filter(None, [document["source"], document["title"], document["url"], through]))


def quotation(document, _by_pk) -> str:
    status = Quote.Status(document["status"]).label
    who = ", ".join(filter(None, [document["speaker"] or gettext("nobody named"), document["role"]]))
    through = gettext("through %(source)s") % {"source": document["source"]} if document["source"] else ""
    said = document["said_on"] and date_format(Quote._meta.get_field("said_on").to_python(document["said_on"]))
    facts = ", ".join(filter(None, [who, said, through]))
    return f"“{document['exact']}” – {facts} ({status})"


class Blocks(HTMLParser):
    """The blocks of a cleaned body as text, in which what is no text shows: *emphasis*, where a link goes, what a
    picture shows."""

    BLOCK = {"p", "h2", "h3", "li", "blockquote", "aside", "td", "th", "tr", "hr", "figure", "ul", "ol", "table"}
    # Blocks whose paragraphs are theirs.
    AROUND = {"li", "blockquote", "aside"}
    MARKS = {"em": "*", "strong": "**"}

    def __init__(self, photos: dict | None = None):
        super().__init__()
        self.photos = photos or {}
        self.blocks, self.tag, self.text, self.link = [], "p", "", ""

    def flush(self, tag: str) -> None:
        if text := " ".join(self.text.split()):
            self.blocks.append((self.tag, in_words(self.tag, text, self.link)))
        self.tag, self.text, self.link = tag, "", ""

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag in self.BLOCK:
            self.flush(self.tag if tag == "p" and self.tag in self.AROUND and not self.text else tag)
        if tag == "figure":
            photo = self.photos.get(int(attrs["data-photo"]))
            self.text = f"{photo.alt} ({photo.credit})" if photo else gettext("no longer there")
        elif tag == "figcaption":
            self.text += " – "
        elif tag == "br":
            self.text += " "
        elif tag == "a":
            self.link = attrs.get("href") or ""
        self.text += self.MARKS.get(tag, "")

    def handle_endtag(self, tag):
        self.text += self.MARKS.get(tag, "")
        if tag == "a" and not self.text.endswith(self.link):
            self.text += f" ‹{self.link}›"
        elif tag in self.BLOCK:
            self.flush("p")

    def handle_data(self, data):
        self.text += data


def in_words(tag: str, text: str, link: str) -> str:
    """What a block that is no plain text is: a picture, a pull quote, the card of a link."""
    if tag == "figure":
        return gettext("Picture: %(text)s") % {"text": text}
    if tag == "aside":
        return gettext("Pull quote: %(text)s") % {"text": text}
    if link and provider_of(link) and text in (link, f"‹{link}›"):
        return gettext("Card: %(text)s") % {"text": link}
    return text


def texts_of(*bodies: str) -> list[list[tuple[str, str]]]:
    """The blocks of each body; a query for the pictures in them, if there are any."""
    keys = {key for body in bodies for key in photos_in(body)}
    photos = Photo.objects.in_bulk(keys) if keys else {}
    return [blocks_of(body, photos) for body in bodies]


def blocks_of(body: str, photos: dict | None = None) -> list[tuple[str, str]]:
    parser = Blocks(photos)
    parser.feed(body)
    parser.close()
    parser.flush("p")
    return parser.blocks


# Comparing


def compared(before, after) -> list[Block]:
    """The blocks of two versions of a part, in one row; empty lines say nothing."""
    result = []
    for operation, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if operation == "equal":
            result += unchanged(before[a:b], is_first=not a, is_last=b == len(before))
        else:
            result += replaced(before[a:b], after[c:d])
    return [block for block in result if any(piece.text for piece in block.pieces)]


def unchanged(lines, *, is_first: bool, is_last: bool) -> list[Block]:
    """A run that is the same in both versions: only its ends, next to what changed, and how much is left out."""
    blocks = [Block("same", [Piece(text, "same")], tag) for tag, text in lines]
    head, tail = blocks[: 0 if is_first else 1], blocks[len(blocks) - (0 if is_last else 1) :]
    left_out = len(blocks) - len(head) - len(tail)
    if left_out < 2:
        return blocks
    text = ngettext("%(count)d paragraph unchanged", "%(count)d paragraphs unchanged", left_out) % {"count": left_out}
    return [*head, Block("left-out", [Piece(text, "same")]), *tail]


def replaced(before, after) -> list[Block]:
    """Blocks that gave way to others: each is paired with the first that is like it."""
    result, waiting = [], list(before)
    for tag, text in after:
        index = next((index for index, (_tag, old) in enumerate(waiting) if is_alike(old, text)), None)
        if index is None:
            result.append(Block("new", [Piece(text, "new")], tag))
            continue
        result += [Block("gone", [Piece(old, "gone")], old_tag) for old_tag, old in waiting[:index]]
        old_tag, old = waiting[index]
        waiting = waiting[index + 1 :]
        result.append(Block("changed", merged(old, text), tag if tag == old_tag else f"{old_tag} → {tag}"))
    return result + [Block("gone", [Piece(old, "gone")], tag) for tag, old in waiting]


def is_alike(one: str, other: str) -> bool:
    words = [set(text.split()) for text in (one, other)]
    return len(words[0] & words[1]) >= ALIKE * max(1, min(len(words[0]), len(words[1])))


def merged(before: str, after: str) -> list[Piece]:
    """Both texts in one: what both have, what is gone and what is new."""
    one, other = WORDS.findall(before), WORDS.findall(after)
    if len(one) * len(other) > MOST_PAIRS:
        return [Piece(before, "gone"), Piece(after, "new")]
    pieces = []
    for operation, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if operation == "equal":
            pieces.append(Piece("".join(one[a:b]), "same"))
            continue
        pieces += [
            Piece(text, kind) for text, kind in (("".join(one[a:b]), "gone"), ("".join(other[c:d]), "new")) if text
        ]
    return pieces

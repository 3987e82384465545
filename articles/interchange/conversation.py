"""Replies as plain records, on their way in or out. Knows no database."""

import html
import re
from dataclasses import dataclass, field
from datetime import datetime

import nh3

LINK = re.compile(r"<a\b[^>]*\bhref\s*=\s*[\"']([^\"']*)[\"'][^>]*>(.*?)</a>", re.IGNORECASE | re.DOTALL)
LINE = re.compile(r"<br\s*/?>[ \t]*\n?", re.IGNORECASE)
BLOCK = re.compile(r"\s*</(?:p|div|blockquote|li|pre)>\s*", re.IGNORECASE)


@dataclass(frozen=True)
class StoryRecord:
    """What names the story of a reply: its address elsewhere, or just the last part of it, and its day."""

    link: str = ""
    slug: str = ""
    day: str = ""  # ISO 8601


@dataclass(frozen=True)
class ReplyRecord:
    key: str  # in the system that it comes from
    story: StoryRecord
    name: str
    text: str
    written: datetime
    status: str  # of Comment.Status
    email: str = ""
    parent: str = ""  # a key of the same file
    more: dict = field(default_factory=dict)  # what only our own export tells


def words_of(markup: str) -> str:
    """The words of a reply that was stored as HTML, with paragraphs, lines, and a link's address behind its words."""
    text = LINK.sub(written_out, markup)
    text = BLOCK.sub("\n\n", LINE.sub("\n", text))
    text = html.unescape(nh3.clean(text, tags=set()))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def written_out(link) -> str:
    address, words = link[1].strip(), link[2].strip()
    return words if address in words or not address else f"{words} ({address})"

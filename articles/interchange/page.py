"""Reads a plain-text page saved from a news site: bytes in, a Story out."""

import re
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlsplit

from .dateline import split_dateline, split_title
from .dates import days, find_dates, is_date_line
from .decoding import decode
from .noise import kind_of, listed_tags
from .story import Block, Story, StoryError, gettext_noop

# What the story's headline may have; a longer line is a paragraph.
LONGEST_HEADLINE = 250
# A line that ends in a full stop and is longer than this is a paragraph, not a headline.
LONGEST_HEADLINE_SENTENCE = 140
LONGEST_SUBHEADING = 90
SUBHEADING_WORDS = 12
# A whole line of speech has at least so many words; ‘Blood alliance’ has fewer.
SPEECH_WORDS = 6
ADDRESS = re.compile(r"https?://[^\s<>\"]{4,590}", re.IGNORECASE)
CLOSERS = "\"'”’»)]"
# Scripts that end their sentences otherwise: Arabic, Urdu, Hindi, Chinese and Japanese.
SENTENCE_STOP = tuple(".!?…۔।。！？؟")
STOP = tuple(".!,;:…؛،۔।。！，；：、")
# How wide a hard-wrapped text's lines are.
SHORTEST_WRAPPED = 40
LONGEST_WRAPPED = 110
SIGNATURE = re.compile(r"(?<=[.!?\"”])\s*\([A-Za-z]{2,8}/[A-Za-z]{1,8}(?:-?[0-9]{1,2})?\)$")


def parse_page(data: bytes) -> Story:
    """The story on a saved page; raises StoryError with the reason where there is none."""
    page = _Page()
    for line in _lines(decode(data)):
        if not page.take(line):
            break
    return page.story()


@dataclass(slots=True)
class _Page:
    """A page while its lines come in, top down."""

    headline: str = ""
    lines: list[str] = field(default_factory=list)
    footers: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    publisher: str = ""
    url: str = ""
    stated_on: date | None = None
    # "list" or "tags" while the short lines that such a line announces go by.
    below: str = ""

    def take(self, line: str) -> bool:
        """Put one line where it belongs; False when the story is over."""
        kind = kind_of(line)
        if kind == "end":
            return not self.lines
        if ADDRESS.fullmatch(line):
            self.url = self.url or ("" if self.lines else line)
        elif not self.lines and len(line) < 120 and is_date_line(line):
            self._take_day(line)
        elif kind:
            if not self.lines and kind == "noise":
                # "By Newsdesk - March 7, 2025"
                self._take_day(line)
            self._take_from_around(kind, line)
        elif self.below and _is_listed(line):
            self.tags += [line] if self.below == "tags" else []
        elif not self.headline:
            self._take_headline(line)
        elif line.casefold() != self.headline.casefold():
            self.below = ""
            self.lines.append(line)
        return True

    def _take_from_around(self, kind: str, line: str) -> None:
        if kind == "footer":
            self.footers.append(line.strip("()"))
        elif kind == "tags":
            self.tags += listed_tags(line)
        # What comes before the headline announces nothing.
        if kind != "noise" and self.headline:
            self.below = kind if kind in ("list", "tags") else ""

    def _take_day(self, line: str) -> None:
        self.stated_on = self.stated_on or next(iter(days(find_dates(line))), None)

    def _take_headline(self, line: str) -> None:
        if not _is_headline(line):
            raise StoryError(
                gettext_noop("It has no headline: its first line is a paragraph. Put the headline above it.")
            )
        self.headline, self.publisher = split_title(line)

    def story(self) -> Story:
        if not self.headline:
            raise StoryError(gettext_noop("It has no headline, and no text."))
        place = self._open_lines()
        if not self.lines:
            raise StoryError(gettext_noop("It has no text under its headline."))
        blocks = _blocks(self.lines)
        return Story(
            headline=self.headline,
            blocks=blocks,
            publisher=self.publisher or _host(self.url),
            url=self.url,
            place=place,
            footers=tuple(self.footers),
            dates=days(find_dates("\n".join([self.headline, *(block.text for block in blocks)]))),
            stated_on=self.stated_on,
            tags=tuple(dict.fromkeys(self.tags)),
        )

    def _open_lines(self) -> str:
        """Take dateline, desk's initials and closing date off the story's lines; returns the dateline's place."""
        place = ""
        # A standfirst may stand before the paragraph with the dateline.
        for number, line in enumerate(self.lines[:3]):
            outlet, place, rest = split_dateline(line)
            if outlet:
                self.publisher = outlet
                self.lines[number] = rest
                break
        while self.lines and len(self.lines[-1]) < 120 and is_date_line(self.lines[-1]):
            self._take_day(self.lines.pop())
        if self.lines:
            self.lines[-1] = SIGNATURE.sub("", self.lines[-1])
        return place


def _lines(text: str) -> list[str]:
    """The lines that have words or marks, single-spaced; hard-wrapped paragraphs are one line again."""
    groups = [[]]
    for line in text.split("\n"):
        if words := " ".join(line.split()):
            groups[-1].append(words)
        elif groups[-1]:
            groups.append([])
    groups = [group for group in groups if group]
    if _is_wrapped(groups):
        groups = [[" ".join(group)] if _is_long(group) else group for group in groups]
    return [line for group in groups for line in group]


def _is_wrapped(groups: list[list[str]]) -> bool:
    """Whether line breaks fall inside sentences, as in text saved with 80 columns."""
    broken = [line for group in groups if _is_long(group) for line in group[:-1]]
    inside = [line for line in broken if not line.rstrip(CLOSERS).endswith(SENTENCE_STOP)]
    longest = max((len(line) for group in groups for line in group), default=0)
    return len(broken) >= 3 and longest <= LONGEST_WRAPPED and len(inside) > 0.6 * len(broken)


def _is_long(group: list[str]) -> bool:
    """Whether lines in a row may be one paragraph: all but the last are nearly full."""
    return all(len(line) >= SHORTEST_WRAPPED for line in group[:-1])


def _blocks(lines: list[str]) -> tuple[Block, ...]:
    """A sub-heading is a short line between two paragraphs; short lines in a row are a list."""
    short = [True, *(_is_short(line) for line in lines), True]
    return tuple(
        Block("h2" if short[number] and not short[number - 1] and not short[number + 1] else "p", line)
        for number, line in enumerate(lines, start=1)
    )


def _is_short(line: str) -> bool:
    """Whether `line` looks like a sub-heading: a few words, no stop at the end, neither shouted nor spoken."""
    if len(line) > LONGEST_SUBHEADING or line.rstrip(CLOSERS).endswith(STOP):
        return False
    words = line.split()
    speech = line[0] in '"“„«' and len(words) >= SPEECH_WORDS
    if len(words) > SUBHEADING_WORDS or speech or line.isupper():
        return False
    # One "word" of 40 letters is a sentence in a script without spaces.
    if max(map(len, words)) > 40:
        return False
    first = next((character for character in line if character.isalnum()), "")
    return bool(first) and not first.islower() and any(map(str.isalpha, line))


def _is_listed(line: str) -> bool:
    """Whether `line` may stand in a list of headlines or tags."""
    return len(line) <= 160 and not line.rstrip(CLOSERS).endswith((".", ":", ",", "。"))


def _is_headline(line: str) -> bool:
    if len(line) > LONGEST_HEADLINE or not any(map(str.isalpha, line)) or split_dateline(line)[0]:
        return False
    return len(line) <= LONGEST_HEADLINE_SENTENCE or not line.rstrip(CLOSERS).endswith((".", "。"))


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""

"""Which rows and lists a page shows, as surrogate keys: a cache drops the page when one of them changes.

A row names itself when it is read from the database, so no view can forget one. A list is named by the view, since
a row that is not there yet cannot name itself. `touches` (touch.py) is the other half: what a change touches.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.db import models
from django.utils import timezone

SITE = "site"  # on every page
EVERY = "every"
# Characters of all keys of a page. A page with more names the noun in place of its rows: servers refuse an answer
# whose header is longer than some 4,000 characters (nginx as it comes), and no header may grow with the newsroom.
MOST = 2500

showing: ContextVar["Shown | None"] = ContextVar("showing", default=None)


class Shown:
    """What one page shows, while it is made: its keys, and the moment at which it becomes another page."""

    def __init__(self):
        self.rows: dict[str, dict[str, str]] = {}  # noun → key of a row → key that covers it
        self.lists = {SITE}
        self.expires_at: datetime | None = None

    def expires(self, moment: datetime | None) -> None:
        if moment and (self.expires_at is None or moment < self.expires_at):
            self.expires_at = moment

    def include(self, part: "Shown") -> None:
        """Show also what a part of the page does."""
        for noun, rows in part.rows.items():
            self.rows.setdefault(noun, {}).update(rows)
        self.lists |= part.lists
        self.expires(part.expires_at)

    def keys(self) -> list[str]:
        return sorted(self.lists.union(self.row_keys()))

    def row_keys(self) -> list[str]:
        """The keys of its rows, no longer together than MOST."""
        nouns = {noun: {key for key, owner in rows.items() if owner not in self} for noun, rows in self.rows.items()}
        while sum(len(key) + 1 for keys in nouns.values() for key in keys) > MOST:
            longest = max(nouns, key=lambda noun: len(nouns[noun]))
            nouns[longest] = {f"{longest}:{EVERY}"}
        return sorted(key for keys in nouns.values() for key in keys)

    def __contains__(self, key: str) -> bool:
        return key in self.lists or key in self.rows.get(key.partition(":")[0], ())


@contextmanager
def shown():
    """Collects what the code inside shows."""
    page = Shown()
    token = showing.set(page)
    try:
        yield page
    finally:
        showing.reset(token)


@contextmanager
def rows_unnamed():
    """Rows read inside are not named: for pages of thousands of rows, which name a list that their changes touch."""
    token = showing.set(None)
    try:
        yield
    finally:
        showing.reset(token)


def next_of(*moments):
    """The first of the moments that is still to come; None when none is."""
    now = timezone.now()
    return min((moment for moment in moments if moment and moment > now), default=None)


def shows(*lists: str) -> None:
    """The page being made depends on these lists, also while they are empty."""
    if page := showing.get():
        page.lists.update(lists)


def includes(part: Shown) -> None:
    """The page being made shows what a part of it does."""
    if page := showing.get():
        page.include(part)


def names(*rows) -> None:
    """Name rows that were read unnamed."""
    if page := showing.get():
        for row in filter(None, rows):
            row.name_itself(page)


def expires(moment: datetime | None) -> None:
    """At `moment` something on the page being made appears or falls away. The earliest one holds."""
    if page := showing.get():
        page.expires(moment)


class ShownRow(models.Model):
    """Base of a model whose rows readers see. `page_noun` begins its key; `page_owner`, the name of a foreign key's
    column and the owner's noun, says which key covers the row's: each change of the row touches it too."""

    page_noun: str
    page_owner: tuple[str, str] | None = None

    class Meta:
        abstract = True

    @classmethod
    def from_db(cls, db, field_names, values):
        row = super().from_db(db, field_names, values)
        if (page := showing.get()) is not None:
            row.name_itself(page)
        return row

    def name_itself(self, page: Shown) -> None:
        owner = ""
        if self.page_owner:
            column, noun = self.page_owner
            owner = f"{noun}:{self.__dict__.get(column)}"
        page.rows.setdefault(self.page_noun, {})[f"{self.page_noun}:{self.pk}"] = owner
        page.expires(self.ceases_at())

    def ceases_at(self) -> datetime | None:
        """The moment to come, if there is one, from which on readers do not see the row."""
        return None

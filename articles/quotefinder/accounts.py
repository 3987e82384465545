"""Accounts as speakers: "akun tersebut" is the "akun Instagram @nama" named before it."""

import re
from dataclasses import replace

ACCOUNTS = frozenset({"akun", "account"})
NAMED = re.compile(r"\b(?:pemilik akun|akun|account)(?: [A-Za-z]+){0,3} @\w[\w.]*\w", re.IGNORECASE)
HANDLE = re.compile(r" \(?@\w[\w.]*\w")
# An account is called "tersebut" soon after it was named.
REACH = 3000


def account_before(text, position):
    """The account named last before `position`, as written, or ""."""
    named = ""
    for match in NAMED.finditer(text, max(0, position - REACH), position):
        named = match.group()
    return named


def with_handle(text, slot):
    """ "Pemilik akun TikTok @nama": the handle belongs to the account's name."""
    handle = HANDLE.match(text, slot.end)
    if handle is None or slot.end == slot.start or ACCOUNTS.isdisjoint(slot.text.lower().split()):
        return slot
    return replace(slot, text=text[slot.start : handle.end()], end=handle.end())

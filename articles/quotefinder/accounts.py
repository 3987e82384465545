"""Accounts as speakers: "akun tersebut" is the "akun Instagram @nama" named before it."""

import re

ACCOUNTS = frozenset({"akun", "pemilik", "pengunggah"})
NAMED = re.compile(r"\b(?:akun|pemilik akun)(?: [A-Za-z]+){0,3} @\w[\w.]*\w", re.IGNORECASE)
# An account is called "tersebut" soon after it was named.
REACH = 3000


def account_before(text, position):
    """The account named last before `position`, as written, or ""."""
    named = ""
    for match in NAMED.finditer(text, max(0, position - REACH), position):
        named = match.group()
    return named

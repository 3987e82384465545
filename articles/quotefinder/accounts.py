"""Accounts: "akun tersebut" is the "akun Instagram @nama" named before it; "dikutip dari akun X @nama" is a way."""

import re
from dataclasses import replace

from .outlets import Via

ACCOUNTS = frozenset({"akun", "account"})
NAMED = re.compile(r"\b(?:pemilik akun|akun|account)(?: [A-Za-z]+){0,3} @\w[\w.]*\w", re.IGNORECASE)
HANDLE = re.compile(r" \(?@\w[\w.]*\w")
# An account is called "tersebut" soon after it was named.
REACH = 3000
# "dikutip Kabar.id dari", "diunggah ulang oleh": so far before the account stands the verb.
LONGEST_LEAD = 8
# "akun Instagram resmi @nama"
LONGEST_PLATFORM = 3


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


def find_accounts(text, tokens, language):
    """The accounts with a handle that a sentence quotes from, or by which something was posted."""
    found = []
    for index, token in enumerate(tokens):
        if token.low not in ACCOUNTS or not index or not _leads_to_account(tokens, index, language):
            continue
        for at in range(index + 1, min(index + 2 + LONGEST_PLATFORM, len(tokens) - 1)):
            if tokens[at].text == "@" and tokens[at + 1].start == tokens[at].end:
                start, end = token.start, tokens[at + 1].end
                found.append(Via(text[start:end], at + 1, start, start, end))
            if not tokens[at].is_word:
                break
    return found


def _leads_to_account(tokens, index, language):
    """ "dikutip … dari akun", "diunggah oleh akun": not the account in which the speaker himself has written."""
    if tokens[index - 1].low not in language.belongings | language.agent_markers:
        return False
    verbs = language.via_verbs | language.airing
    return any(word.low in verbs for word in tokens[max(0, index - LONGEST_LEAD) : index])

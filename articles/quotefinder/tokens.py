"""Text to words and marks, with their places in the text."""

import re
from dataclasses import dataclass

# A word may hold inner hyphens, apostrophes, dots and at-signs: "Seong-chang", "kompas.com", "Ph.D", "13/9/2023".
# A full stop between a small word and a capital is a lost blank ("hari.Dia"), not part of a word.
# "Dr.Budi", "H.Abdul": a courtesy is a word of its own.
# A slash before a capital stands between two names. The English possessive is a token of its own.
DOMAIN_END = r"\.(?=(?:ID|COM|CO|NET|TV|Com|Co|Net|Id)\b)"
COURTESY = r"(?<!\bDr)(?<!\bdr)(?<!\bIr)(?<!\bHj)(?<!\bKH)(?<!\bH)"
STOP = rf"(?<![a-z][a-z])(?:{COURTESY}\.|\.(?![A-Z][a-z]))|\.(?![A-Z])"
JOINT = rf"[-‑&@_]|–(?=[A-Z\d])|/(?![A-Z][a-z])|(?<![a-z])/|[’'](?!s\b)|{STOP}"
TOKEN = re.compile(rf"[^\W_]+(?:(?:{JOINT}|{DOMAIN_END})[^\W_]+)*|[’']s\b|[^\w\s]|_")


POSSESSIVES = frozenset({"'s", "’s"})
# "el-Sayed" begins a name although its first letter is small.
ARTICLES = frozenset({"al", "el", "an", "ar", "as", "ad", "at", "az", "ash"})


@dataclass(slots=True)
class Token:
    """A word, a punctuation mark, or a whole quotation (then `quote` is its number)."""

    text: str
    start: int
    end: int
    low: str
    is_word: bool
    is_capital: bool
    quote: int = -1


def tokenize(text, start, end):
    """The tokens of text[start:end], in order."""
    found = []
    for match in TOKEN.finditer(text, start, end):
        word = match.group()
        first = word[0]
        capital = first.isupper() or (word.partition("-")[0] in ARTICLES and word.partition("-")[2][:1].isupper())
        found.append(Token(word, match.start(), match.end(), word.lower(), first.isalnum(), capital))
    return found


def quote_token(number, pair):
    """One token that stands for a whole pair of marks."""
    return Token("", pair.opened, pair.closed, "", False, False, number)

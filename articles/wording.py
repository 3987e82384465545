"""How two wordings of one utterance agree and differ, word by word. Pure; knows no Django."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

OMISSION = re.compile(r"[\[(]?(?:…|\.\.\.+)[\])]?")
WORD = re.compile(r"\w+(?:[-’']\w+)*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words: in both wordings ("same"), or only in this one ("only")."""

    text: str
    kind: str


def words(text: str) -> list[str]:
    """The words of `text` as they are compared: without letter case and punctuation."""
    return [word.casefold() for word in WORD.findall(text)]


def similarity(one: str, other: str) -> float:
    """The share of the shorter wording's words that stand in the longer one, in the same order; from 0 to 1."""
    one, other = words(one), words(other)
    if not one or not other:
        return 0.0
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / min(len(one), len(other))


def share_of_runs(one: str, other: str, *, least: int, length: int = 4) -> float:
    """The share of the shorter text's runs of `length` words that stand in the longer one too; from 0 to 1.

    Unlike `similarity` its cost grows with the texts' length only. A text of fewer than `least` runs shares nothing.
    """
    runs = [{tuple(text[n : n + length]) for n in range(len(text) - length + 1)} for text in (words(one), words(other))]
    shorter, longer = sorted(runs, key=len)
    return len(shorter & longer) / len(shorter) if shorter and len(shorter) >= least else 0.0


def is_part(one: str, other: str) -> bool:
    """Whether the shorter wording stands in the longer one word for word; what it leaves out it must mark (…)."""
    shorter, longer = sorted((one, other), key=lambda text: len(words(text)))
    whole = f" {' '.join(words(longer))} "
    place = 0
    for part in OMISSION.split(shorter):
        run = f" {' '.join(words(part))} "
        if run.strip():
            place = whole.find(run, place)
            if place < 0:
                return False
            place += len(run) - 1
    return True


def differences(one: str, other: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts cut into pieces, so that each shows which of its words the other does not have."""
    matcher = SequenceMatcher(None, words(one), words(other), autojunk=False)
    blocks = matcher.get_matching_blocks()
    return (
        pieces(one, [(block.a, block.a + block.size) for block in blocks]),
        pieces(other, [(block.b, block.b + block.size) for block in blocks]),
    )


def pieces(text: str, shared: list[tuple[int, int]]) -> list[Piece]:
    """`text` cut where the runs of `shared` words (by number) begin and end."""
    spans = [match.span() for match in WORD.finditer(text)]
    cut, place = [], 0
    for first, after in shared:
        if first == after:
            continue
        start, end = spans[first][0], spans[after - 1][1]
        cut += [*alone(text[place:start]), Piece(text[start:end], "same")]
        place = end
    return [*cut, *alone(text[place:])]


def alone(text: str) -> list[Piece]:
    """The words between two shared runs. What stands before and behind them (a space, a comma) differs for nobody."""
    found = list(WORD.finditer(text))
    start, end = (found[0].start(), found[-1].end()) if found else (len(text), len(text))
    parts = (Piece(text[:start], "same"), Piece(text[start:end], "only"), Piece(text[end:], "same"))
    return [part for part in parts if part.text]

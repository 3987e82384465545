"""The subjects of a text by its names: places, bodies and people that it keeps coming back to."""

import re
from collections import Counter
from collections.abc import Iterable

from articles.quotefinder.languages import LANGUAGES

WORD = re.compile(r"[^\W\d_]+(?:[.'’][^\W\d_]+)*(?:-[^\W\d_A-Z][^\W_]*)*")
# Between two words of one name stands nothing but a space.
JOINED = " "
SENTENCE_MARKS = frozenset('.!?:;\n“”"‘•–—…')
# A name is a subject when the text has it this often.
OFTEN = 3
MOST = 20
# No story needs more of its text to show its subjects.
READ = 200_000
LONGEST_PHRASE = 4
NOT_NAMES = frozenset().union(
    *(
        language.days | language.months | language.titles | language.honorifics | language.role_nouns
        | language.pronouns | language.connectors | language.stop_words
        for language in LANGUAGES.values()
    )
)  # fmt: skip


def frequent_names(text: str, people: Iterable[str], without: Iterable[str] = ()) -> list[str]:
    """Names that stand in `text` three times or more, the most frequent first.

    `people` are full names known from its quotations: they stand for their parts ("Putin" counts for "Vladimir
    Putin"). `without` are names that are no subjects, as the outlets.
    """
    runs = _runs(text[:READ])
    parts = _parts(people)
    counts = Counter()
    for run in runs:
        counts[_whole(run, parts)] += 1
    banned = {name.casefold() for name in without}
    chosen = []
    for name, count in counts.most_common():
        # "Sporting" and "Sporting CP", "Lebanon" and "Pemerintah Lebanon": one subject, by its commoner name.
        told = any(f" {name} " in f" {other} " or f" {other} " in f" {name} " for other in chosen)
        if count >= OFTEN and len(name) > 2 and name.casefold() not in banned and not told:
            chosen.append(name)
        if len(chosen) == MOST:
            break
    return chosen


def phrases(text: str) -> Counter:
    """Every run of one to four words in `text`, as written, with how often it occurs."""
    found = Counter()
    window = []
    end = -1
    for match in re.finditer(r"[^\W_]+(?:[-.'’][^\W_]+)*", text[:READ]):
        window = window[1 - LONGEST_PHRASE :] if text[end : match.start()] == JOINED else []
        window.append(match.group())
        end = match.end()
        found.update(" ".join(window[start:]) for start in range(len(window)))
    return found


def spellings(phrase: str) -> set[str]:
    """How a tag may write `phrase`: "geopolitik" also as "Geopolitik", and a sentence's first word in small letters."""
    return {phrase, phrase[:1].lower() + phrase[1:], phrase[:1].upper() + phrase[1:], phrase.title()}


def _runs(text: str) -> list[str]:
    """The names in `text` in order. A sentence's first word counts when it is a name elsewhere too."""
    words = list(WORD.finditer(text))
    opening = [_opens_sentence(text, words, number) for number in range(len(words))]
    sure = {
        match.group() for match, opens in zip(words, opening, strict=True) if match.group()[0].isupper() and not opens
    }
    runs, run, end = [], [], -1
    for match, opens in zip(words, opening, strict=True):
        word = match.group()
        named = word[0].isupper() and word.casefold() not in NOT_NAMES and (not opens or word in sure)
        if run and (not named or opens or text[end : match.start()] != JOINED):
            runs.append(" ".join(run))
            run = []
        if named:
            run.append(word)
        end = match.end()
    return [*runs, " ".join(run)] if run else runs


def _opens_sentence(text: str, words: list[re.Match], number: int) -> bool:
    if number == 0:
        return True
    gap = text[words[number - 1].end() : words[number].start()]
    return any(mark in SENTENCE_MARKS for mark in gap)


def _parts(people: Iterable[str]) -> dict[str, str]:
    """Each word of a person's name, and the name; a word that two share belongs to the first."""
    parts = {}
    for person in people:
        for part in [person, *person.split()]:
            parts.setdefault(part, person)
    return parts


def _whole(run: str, parts: dict[str, str]) -> str:
    if run in parts:
        return parts[run]
    words = run.split()
    # "Rusia Vladimir Putin": the title before it is gone, the country is not.
    for start in range(1, len(words)):
        if parts.get(tail := " ".join(words[start:])) == tail:
            return tail
    return run

"""The subjects of a text by its names: places, bodies and people that it keeps coming back to."""

import re
from collections import Counter
from collections.abc import Iterable

from articles.quotefinder.languages import LANGUAGES, gazetteer

WORD = re.compile(r"[^\W\d_]+(?:[.'’][^\W\d_]+)*(?:-[^\W\d_A-Z][^\W_]*)*")
# Between two words of one name stands nothing but a space.
JOINED = " "
SENTENCE_MARKS = frozenset('.!?:;\n“”"‘•–—…')
# A name is a subject when the text has it this often.
OFTEN = 3
MOST = 20
# No story needs more of its text to show its subjects.
READ = 200_000
# Nor more of it to look for the tags that exist: one query asks for all of these words.
LOOKED_UP = 30_000
LONGEST_PHRASE = 4
LONGEST_NAME = 6
NOT_NAMES = frozenset().union(
    *(
        language.days | language.months | language.titles | language.honorifics | language.role_nouns
        | language.pronouns | language.connectors | language.stop_words
        for language in LANGUAGES.values()
    )
)  # fmt: skip


def frequent_names(text: str, headline: str, people: Iterable[str], without: Iterable[str] = ()) -> list[str]:
    """Names that text and headline have three times or more, the most frequent first.

    `people` are full names known from its quotations: they stand for their parts ("Putin" counts for "Vladimir
    Putin"). `without` are names that are no subjects, as the outlets.
    """
    runs = _runs(text[:READ])
    full = _surnames(runs) | _parts(people)
    counts = Counter(_whole(run, full) for run in runs)
    # A headline may write every word with a capital: it confirms names and gives none.
    for name in counts:
        counts[name] += len(re.findall(rf"\b{re.escape(name)}\b", headline)) if name in headline else 0
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
    for match in re.finditer(r"[^\W_]+(?:[-.'’][^\W_]+)*", text[:LOOKED_UP]):
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
    inside = Counter(match.group() for match, opens in zip(words, opening, strict=True) if not opens)
    sure = {word for word, count in inside.items() if word[0].isupper() and count > inside[word.lower()]}
    runs, run, end = [], [], -1
    for match, opens in zip(words, opening, strict=True):
        word = match.group()
        named = word[0].isupper() and word.casefold() not in NOT_NAMES and (not opens or word in sure)
        if run and (not named or opens or len(run) == LONGEST_NAME or text[end : match.start()] != JOINED):
            runs.append(run)
            run = []
        if named:
            run.append(word)
        end = match.end()
    return [name for run in [*runs, run] for name in _without_country(run)]


def _opens_sentence(text: str, words: list[re.Match], number: int) -> bool:
    if number == 0:
        return True
    gap = text[words[number - 1].end() : words[number].start()]
    return any(mark in SENTENCE_MARKS for mark in gap)


def _without_country(run: list[str]) -> list[str]:
    """ "Rusia Vladimir Putin" is two names: the title before them is gone."""
    country = 0
    while country < len(run) - 2 and run[country].casefold() in gazetteer.PLACES:
        country += 1
    return [" ".join(part) for part in (run[:country], run[country:]) if part]


def _parts(people: Iterable[str]) -> dict[str, str]:
    """Each word of a person's name, and the name; "" for a word that two of them share."""
    parts = {}
    for person in dict.fromkeys(people):
        for part in set(person.split()):
            parts[part] = "" if part in parts else person
        parts[person] = person
    return parts


def _surnames(runs: list[str]) -> dict[str, str]:
    """A name's last word, and the name: "Macron" for "Emmanuel Macron".

    People are introduced by their full name. A word that stands alone first is its own subject, as are places and
    abbreviations.
    """
    surnames = {}
    for run in runs:
        last = run.split()[-1]
        if last not in surnames:
            surnames[last] = run if last != run and not last.isupper() else ""
        elif last != run != surnames[last]:
            surnames[last] = ""
    return {last: name for last, name in surnames.items() if name and last.casefold() not in gazetteer.PLACES}


def _whole(run: str, full: dict[str, str]) -> str:
    """The full name that `run` stands for or has in it ("Tertinggi Kim Jong Un"), else `run`."""
    if run in full:
        return full[run]
    words = run.split()
    inner = (" ".join(words[start:end]) for start in range(len(words)) for end in range(len(words), start + 1, -1))
    return next((name for name in inner if full.get(name) == name), run)

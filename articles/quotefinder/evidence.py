"""What the whole text tells about its capitals: which are names, which are only the first word of a sentence."""

from collections import Counter
from dataclasses import dataclass, field

SHORTEST_BODY = 4
SHORTEST_INITIALS = 2
LONGEST_INITIALS = 4


@dataclass(slots=True)
class Evidence:
    """Word counts of one text.

    `lower` are words seen in small letters, `middle` capitals seen inside a sentence, `spoken` capitals that stand
    alone beside a verb of saying (so people go by them), `places` capitals after "di" or "Kabupaten", `runs` whole
    runs of capitals, `titles` short forms given in brackets after a title: "Menteri Pertanian (Mentan)", `initials`
    those of people: "Dodi Pranata (DP)", `bodies` short forms of bodies: "Kementerian Luar Negeri (Kemlu)".
    """

    lower: set = field(default_factory=set)
    middle: Counter = field(default_factory=Counter)
    spoken: set = field(default_factory=set)
    places: set = field(default_factory=set)
    runs: Counter = field(default_factory=Counter)
    titles: set = field(default_factory=set)
    initials: set = field(default_factory=set)
    bodies: set = field(default_factory=set)


def gather(sentences, language):
    evidence = Evidence()
    for sentence in sentences:
        tokens = sentence.tokens
        for index, token in enumerate(tokens):
            if not token.is_word:
                continue
            if not token.is_capital:
                # A handle has small letters whatever it is made of: "@rini".
                if not index or tokens[index - 1].text != "@":
                    evidence.lower.add(token.low)
                continue
            if not begins_sentence(tokens, index):
                evidence.middle[token.text] += 1
            if _is_bracketed_title(tokens, index, language):
                evidence.titles.add(token.low)
            if _is_bracketed_body(tokens, index, language):
                evidence.bodies.add(token.low)
            if _are_initials(tokens, index, language):
                evidence.initials.add(token.low)
            if _stands_alone(tokens, index, language):
                _note_neighbours(evidence, tokens, index, language)
    evidence.places -= evidence.spoken
    return evidence


def begins_sentence(tokens, index):
    """Whether a capital may be due to its place only."""
    if index == 0:
        return True
    before = tokens[index - 1]
    return before.quote >= 0 or before.text in "•:-–—(\"“‘'["


def _is_bracketed_title(tokens, index, language):
    if index < 2 or index + 1 >= len(tokens) or tokens[index - 1].text != "(" or tokens[index + 1].text != ")":
        return False
    words = tokens[max(0, index - 5) : index - 1]
    titled = any(token.low in language.titles for token in words)
    # "Presiden Joko Widodo (Jokowi)"
    titled = titled and not any(token.low in language.first_names for token in words)
    return titled and not tokens[index].text.isupper() and tokens[index - 2].is_word


def _is_bracketed_body(tokens, index, language):
    """ "Badan Pangan Nasional (Bapanas)": one word in brackets behind a run of capitals that opens as a body's name."""
    bracketed = index > 2 and tokens[index - 1].text == "(" and _text(tokens, index + 1) == ")"
    if language.head_last or not bracketed or len(tokens[index].text) < SHORTEST_BODY:
        return False
    place = index - 2
    while place > 0 and tokens[place].is_capital and tokens[place - 1].is_capital:
        place -= 1
    opening = tokens[place].low
    return place < index - 2 and opening in language.organisation_words and opening not in language.titles


def _text(tokens, index):
    return tokens[index].text if index < len(tokens) else ""


def _are_initials(tokens, index, language):
    """ "Dodi Pranata (DP)": the letters of a name in brackets, of a body's name only when a word says so."""
    letters = tokens[index].text
    begin = index - 1 - len(letters)
    if not letters.isalpha() or not letters.isupper() or not SHORTEST_INITIALS <= len(letters) <= LONGEST_INITIALS:
        return False
    if begin < 0 or tokens[index - 1].text != "(" or index + 1 >= len(tokens) or tokens[index + 1].text != ")":
        return False
    words = tokens[begin : index - 1]
    others = (language.organisation_words, language.titles, language.places, language.outlets, language.labels)
    return all(
        word.is_capital and word.text[0] == letter and not any(word.low in group for group in others)
        for word, letter in zip(words, letters, strict=True)
    )


def _capital_at(tokens, index):
    return 0 <= index < len(tokens) and tokens[index].is_capital


def _stands_alone(tokens, index, language):
    opening = index == 1 and tokens[0].low in language.place_heads
    return (opening or not _capital_at(tokens, index - 1)) and not _capital_at(tokens, index + 1)


def _note_neighbours(evidence, tokens, index, language):
    token = tokens[index]
    before = tokens[index - 1].low if index else ""
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if after in language.adverbs and index + 2 < len(tokens):
        after = tokens[index + 2].low
    if (
        before in language.inverted_verbs
        or before in language.according
        or after in language.forward_verbs
        or (after in language.naming_verbs)
    ):
        opening = begins_sentence(tokens, index) and token.low in language.connectors
        if not opening and not any(token.low in group for group in (language.titles, language.pronouns, language.days)):
            evidence.spoken.add(token.low)
    elif before in language.place_heads:
        evidence.places.add(token.low)

"""Story paragraphs and pairs of marks to sentences of tokens."""

from dataclasses import dataclass

from .tokens import quote_token, tokenize

TERMINAL = set(".?!…")
# `"Why?" Ann Smith asked`: so many capitals may stand between the closing mark and the verb.
NAME_BEFORE_VERB = 4
# With a role beside the name so many words, when the verb ends the sentence or tells to whom it was said.
LONGEST_SUBJECT = 16
LONGEST_TITLE = 4


@dataclass(slots=True)
class Sentence:
    """Tokens of one sentence, quotations as single tokens; `paragraph` is the number of its line."""

    tokens: list
    paragraph: int

    @property
    def start(self):
        return self.tokens[0].start

    @property
    def end(self):
        return self.tokens[-1].end


def sentences(text, paragraphs, pairs, language):
    """The sentences of all story paragraphs in order."""
    found, upcoming = [], 0
    for number, paragraph in enumerate(paragraphs):
        place, tokens = paragraph.body, []
        while upcoming < len(pairs) and pairs[upcoming].opened < paragraph.end:
            pair = pairs[upcoming]
            if pair.opened >= place and paragraph.kind == "story":
                tokens += tokenize(text, place, pair.opened)
                tokens.append(quote_token(upcoming, pair))
            place = max(place, pair.closed)
            upcoming += 1
        if upcoming and pairs[upcoming - 1].closed > place:
            place = pairs[upcoming - 1].closed
        if paragraph.kind == "story":
            tokens += tokenize(text, place, paragraph.end) if place < paragraph.end else []
            found += [Sentence(part, number) for part in _split(text, tokens, pairs, language)]
    return found


def _split(text, tokens, pairs, language):
    begin = 0
    for index in range(len(tokens) - 1):
        if index >= begin and _ends(text, tokens, index, pairs, language):
            yield tokens[begin : index + 1]
            begin = index + 1
    if tokens[begin:]:
        yield tokens[begin:]


def _ends(text, tokens, index, pairs, language):
    token, following = tokens[index], tokens[index + 1]
    if token.quote >= 0:
        return _ends_with_quote(text, tokens, index, pairs, language)
    if token.text not in TERMINAL:
        return False
    if following.start == token.end and following.quote < 0:
        return False
    if not (following.quote >= 0 or following.is_capital or following.text[0].isdigit() or following.text in "([•"):
        return following.text in "-–—" and index + 2 < len(tokens) and tokens[index + 2].is_capital
    if token.text == "." and index and not tokens[index - 1].quote >= 0:
        return not _is_abbreviation(tokens[index - 1], following, language)
    # "“…”. Ucap Rini."
    return not (index and tokens[index - 1].quote >= 0 and _is_capital_cue(tokens, index + 1, language))


def _is_capital_cue(tokens, index, language):
    named = index + 1 < len(tokens) and tokens[index + 1].is_capital
    return tokens[index].low in language.suffixed_verbs or named and tokens[index].low in language.inverted_verbs


def _is_abbreviation(before, following, language):
    # "…, kata ST. Dia …": no title stands before a pronoun.
    if following.low in language.pronouns:
        return False
    if before.low in language.degrees:
        return following.quote < 0 and following.low in language.degrees
    if before.low not in language.abbreviations and before.low not in language.honorifics:
        return False
    # "pada Senin pukul 10 a.m. Mr": only a single letter or a title binds to the capital that follows.
    return before.is_capital or before.low in language.honorifics or following.text[:1].isdigit()


def _ends_with_quote(text, tokens, index, pairs, language):
    pair, following = pairs[tokens[index].quote], tokens[index + 1]
    last = text[pair.end - 1]
    if following.quote >= 0:
        return last in TERMINAL or not pair.complete
    if not pair.complete:
        return True
    if last not in TERMINAL or not following.is_capital:
        return False
    # "“… di sini.” Jelas Rini."
    if _is_capital_cue(tokens, index + 1, language):
        return False
    if last == "." and (pair.end - pair.start > 30 or following.low in language.pronouns):
        return True
    return not _name_and_verb(tokens, index + 1, language)


def _name_and_verb(tokens, index, language):
    """`Ann Smith asked.`, `Pell's niece, Del. Ann Lee, shouted to the crowd.`: it belongs to the quotation before."""
    capitals = True
    for place in range(index, min(index + LONGEST_SUBJECT, len(tokens))):
        if place > index and tokens[place].low in language.forward_verbs:
            after = tokens[place + 1] if place + 1 < len(tokens) else None
            if after is None or after.text in {".", ","}:
                return True
            near = capitals and place - index <= NAME_BEFORE_VERB
            return after.low in language.stoppers if near else after.low in language.addressees
        if tokens[place].text in TERMINAL and len(tokens[place - 1].text) > LONGEST_TITLE:
            return False
        capitals = capitals and tokens[place].is_capital
    return False

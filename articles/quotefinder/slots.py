"""The words beside a verb of saying: who is named there, and how."""

import re
from bisect import bisect_left
from dataclasses import dataclass

from .heads import core_of, is_kin, is_somebody
from .runs import looks_like_verb
from .tokens import POSSESSIVES

LONGEST_PHRASE = 14
# A name on a platform may open with a low line: "@_rini".
HANDLE = re.compile(r"@[\w.]*\w|@")
# The slot of a passive that does not tell by whom.
NOBODY = "nobody"


@dataclass(slots=True)
class Slot:
    """How a clause names its speaker.

    `kind` is mention (a name), office (a role without a name), pronoun, suffix ("-nya") or phrase (other words).
    """

    kind: str
    mention: object
    text: str
    start: int
    end: int
    role: str = ""


class Clause:
    """A sentence's tokens with its mentions, for looking up who stands where."""

    def __init__(self, text, tokens, mentions, language):
        self.text, self.tokens, self.mentions, self.language = text, tokens, mentions, language
        self.begins = [mention.begin for mention in mentions]
        # Nothing but quotations, stops and stray marks.
        self.is_bare = not any(token.is_word for token in tokens)

    def words(self, begin, end):
        return self.text[self.tokens[begin].start : self.tokens[end - 1].end]

    def low(self, index):
        return self.tokens[index].low if 0 <= index < len(self.tokens) else ""

    def near(self, begin, end):
        """Mentions whose name begins in tokens [begin, end)."""
        return self.mentions[bisect_left(self.begins, begin) : bisect_left(self.begins, end)]

    def slot(self, mention, role=""):
        if mention.kind != "role":
            return Slot("mention", mention, mention.name, mention.start, mention.end, role)
        if self.low(mention.first - 1) in self.language.indefinites:
            start = self.tokens[mention.first - 1].start
            return Slot("phrase", mention, self.text[start : mention.end], start, mention.end, role)
        return Slot("office", mention, mention.name, mention.start, mention.end, role)


def after_verb(clause, index):
    """The speaker named from token `index` on ("kata X", "oleh X"), or None."""
    language, tokens = clause.language, clause.tokens
    while index < len(tokens) and tokens[index].low in language.adverbs and not tokens[index].is_capital:
        index += 1
    if index + 1 < len(tokens) and tokens[index].text == "@" and tokens[index + 1].start == tokens[index].end:
        start, end = HANDLE.match(clause.text, tokens[index].start).span()
        return Slot("phrase", None, clause.text[start:end], start, end)
    if index >= len(tokens) or not tokens[index].is_word:
        return None
    token = tokens[index]
    if token.low in language.pronouns and not token.is_capital:
        return Slot("pronoun", None, token.text, token.start, token.end)
    if token.low in language.saying_nouns and not language.head_last and index + 1 < len(tokens):
        # "ungkap pernyataan Kementerian X", "lanjut pernyataan itu"
        if tokens[index + 1].low in language.demonstratives:
            return Slot("pronoun", None, clause.words(index, index + 2), token.start, tokens[index + 1].end)
        index += tokens[index + 1].is_capital
    end = _phrase_end(clause, index)
    if end <= index:
        return None
    named = _named_within(clause, index, end)
    if named and named.kind == "mention" and _is_platform(clause, index, named.mention):
        return Slot("pronoun", None, named.text, named.start, named.end)
    if named:
        return named
    return phrase_slot(clause, index, end)


def _is_platform(clause, index, mention):
    """ "tulis Instagram Story @nama": where somebody wrote it; who that is the story has said before."""
    language, first = clause.language, clause.tokens[index]
    platform = first.is_capital and len(first.text) > 1 and first.low in language.channels - language.role_nouns
    return platform and mention.kind == "body" and mention.begin == index and not language.head_last


def _phrase_end(clause, index):
    """Where the noun phrase ends that begins at `index`."""
    language, tokens = clause.language, clause.tokens
    pointed = _pointed_end(clause, index)
    if pointed:
        return pointed
    inside = index
    for place in range(index, min(index + LONGEST_PHRASE, len(tokens))):
        token = tokens[place]
        inside = max(inside, _bracket_end(clause, place))
        if place < inside:
            continue
        if token.quote >= 0 or token.text in ",;:()…?!" or token.low in language.days:
            return place
        if token.text == "." and not (place + 1 < len(tokens) and tokens[place + 1].is_capital):
            return place
        if token.low in language.relative and clause.low(place + 1) in language.withheld:
            return place
        if token.low in language.demonstratives and place > index and not language.head_last:
            return place + 1
        if place > index and token.low in language.stoppers and not token.is_capital:
            linked = token.low in language.role_links and place + 1 < len(tokens)
            if not linked or not _role_goes_on(clause, index, place):
                return place
    return min(index + LONGEST_PHRASE, len(tokens))


def _bracket_end(clause, place):
    """ "Kepala Unit (Kanit) Polsek Wening Rini Astuti": behind a short form in brackets an office goes on."""
    tokens, language = clause.tokens, clause.language
    if language.head_last or not place or tokens[place].text != "(" or not tokens[place - 1].is_capital:
        return 0
    for close in range(place + 2, min(place + 5, len(tokens) - 1)):
        if tokens[close].text == ")":
            office = tokens[close + 1].is_capital and any(token.low in language.titles for token in tokens[place:close])
            return close + 1 if office else 0
    return 0


def _pointed_end(clause, index):
    """ "perempuan yang mengajar di X itu": a noun of persons with all its clauses up to the word that points back."""
    language, tokens = clause.language, clause.tokens
    head = tokens[index].low in language.person_nouns | language.role_nouns and not tokens[index].is_capital
    if language.head_last or not head:
        return 0
    for place in range(index + 1, min(index + LONGEST_PHRASE, len(tokens))):
        if not tokens[place].is_word or tokens[place].low in language.forward_verbs | language.days:
            return 0
        if tokens[place].low in language.demonstratives:
            return place + 1
    return 0


def _role_goes_on(clause, index, place):
    """A link stays inside the phrase while no name has come: "kata dosen di X Y Budi"."""
    if clause.language.head_last:
        return not any(mention.kind == "person" for mention in clause.near(index, place))
    return any(mention.first < place < mention.begin for mention in clause.near(place, place + 8))


def _named_within(clause, index, end):
    """A name inside the phrase, or one set right after an office: "kata Menteri Pertahanan Iran, X"."""
    inside = [mention for mention in clause.near(index, end) if mention.kind != "place" or mention.begin == index]
    names = [mention for mention in inside if mention.kind in ("person", "body")]
    # "said Shelter's Maria Lopez"
    while len(names) > 1 and clause.low(names[0].stop) in POSSESSIVES and names[1].begin == names[0].stop + 1:
        index, names = names[1].begin, names[1:]
    tokens, language = clause.tokens, clause.language
    if end < len(tokens) and tokens[end].text in ",(":
        following = clause.near(end + 1, end + 5)
        apposed = (
            following
            and (following[0].kind == "person" or following[0].kind == "body" and _is_medium(clause, index))
            and following[0].begin >= end + 1
            and (following[0].first <= end + 1 or _is_title_gap(clause, end + 1, following[0]))
        )
        office = not any(mention.kind == "person" and _owns_phrase(clause, mention, index) for mention in names)
        if apposed and office and _is_office(clause, index, end) and not _is_place_or_day(following[0], language):
            return clause.slot(following[0], clause.words(index, end))
    for mention in names:
        if mention.kind == "person" and _owns_phrase(clause, mention, index):
            return clause.slot(mention)
    for mention in clause.near(end + 1, end + LONGEST_PHRASE) if not language.head_last else ():
        # "ujar Country Lead, Mobile Business Group, Lentera Wening, X"
        if mention.kind == "person" and mention.begin > end + 1 and _lists_office(clause, index, mention.begin - 1):
            return clause.slot(mention, clause.words(index, mention.begin - 1))
    if (
        names
        and names[0].begin == index
        and (language.head_last or clause.low(names[0].stop) not in language.demonstratives)
    ):
        return clause.slot(names[0])
    if inside and inside[0].begin == index and inside[0].kind in ("role", "place") and inside[0].stop >= end:
        return clause.slot(inside[0])
    return None


def _lists_office(clause, begin, end):
    """Only capitals and commas, the first of them an English office."""
    tokens = clause.tokens[begin:end]
    heads = any(token.low in clause.language.late_heads for token in tokens[:3])
    return heads and clause.low(end) == "," and all(token.is_capital or token.text == "," for token in tokens)


def _is_kept_apart(clause, mention, index):
    """ "anak buah X di Y ini": somebody beside X, at whom the last word points."""
    language, place = clause.language, mention.stop
    if language.head_last or clause.low(index) not in language.kin or clause.low(place) not in language.role_places:
        return False
    place += 1
    while place < len(clause.tokens) and clause.tokens[place].is_capital:
        place += 1
    return clause.low(place) in language.demonstratives


def _owns_phrase(clause, mention, index):
    """The name is what the phrase is about: its role begins with the phrase, or the phrase leads up to it."""
    called = clause.low(mention.begin - 1) in clause.language.nick_verbs
    if clause.low(mention.stop) in clause.language.demonstratives and not (clause.language.head_last or called):
        return False
    if clause.low(mention.stop) in POSSESSIVES or _is_kept_apart(clause, mention, index):
        return False
    if mention.first <= index or mention.begin == index:
        return True
    between = clause.tokens[index : mention.begin]
    blocked = clause.language.owner_markers
    # "pejabat yang mendampingi X": somebody beside X.
    for place in range(index, mention.begin - 1):
        if clause.low(place) in clause.language.relative and looks_like_verb(clause.low(place + 1), clause.language):
            return False
    last = mention.stop
    leads = all(token.low not in clause.language.stoppers and token.low not in blocked for token in between)
    ends = (
        last >= len(clause.tokens)
        or not clause.tokens[last].is_word
        or (clause.tokens[last].low in clause.language.stoppers | clause.language.role_openers)
    )
    return leads and ends


def _is_title_gap(clause, index, mention):
    return all(
        clause.low(place) in clause.language.honorifics | clause.language.titles | {"."}
        for place in range(index, mention.begin)
    )


def _is_medium(clause, index):
    return f"{clause.low(index)} {clause.low(index + 1)}" in clause.language.media_nouns


def _is_office(clause, index, end):
    language = clause.language
    words = [token.low for token in clause.tokens[index:end]]
    heads = language.role_nouns | language.titles | language.person_nouns | language.indefinites
    if words[0] in language.media_nouns or _is_medium(clause, index):
        return True
    if is_kin(words[0], heads) or is_kin(words[-1], heads | {"hukum"}):
        return True
    return words[0] in heads or " ".join(words[:2]) in heads or (language.head_last and words[-1] in heads)


def _is_place_or_day(mention, language):
    return mention.kind == "place" or mention.words[0] in language.days


def phrase_slot(clause, index, end):
    """Other words that can name somebody: "seorang pejabat", "polisi", "pemain asal Belgia tersebut"."""
    language = clause.language
    end = _before_withholding(clause, index, end)
    words = [token.low for token in clause.tokens[index:end] if token.is_word]
    if not words:
        return None
    heads = language.role_nouns | language.titles | language.person_nouns | language.collectives | language.indefinites
    two = " ".join(words[:2])
    named = is_kin(words[0], heads) or words[0] in heads or two in language.indefinites or two in language.collectives
    if language.head_last and (words[0] in language.demonstratives or words[-1] in heads):
        named = True
    if language.head_last:
        core = core_of(language, words)
        named = named or any(is_somebody(language, word) for word in core)
        named = named or bool(core) and core[-1] in language.body_nouns | language.organisation_words
    if words[0] == "pihak" or words[-1] in language.demonstratives or words[0] in language.definites:
        named = True
    if not named:
        return None
    start, stop = clause.tokens[index].start, clause.tokens[end - 1].end
    # "pemain film “X” itu": a title in marks stands between the noun and the word that points back.
    if end + 1 < len(clause.tokens) and clause.tokens[end].quote >= 0:
        stop = clause.tokens[end + 1].end if clause.low(end + 1) in language.demonstratives else stop
    return Slot("phrase", None, clause.text[start:stop], start, stop)


def _before_withholding(clause, index, end):
    """ "seorang pejabat yang enggan disebut namanya": the wish not to be named is no part of the speaker."""
    if clause.low(end - 1) in clause.language.demonstratives:
        return end
    for place in range(index + 1, end):
        if clause.low(place) in clause.language.relative and clause.low(place + 1) in clause.language.withheld:
            return place
    return end

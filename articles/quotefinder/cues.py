"""The words after a quotation, in its own sentence, that say whose it is."""

from dataclasses import dataclass

from .slots import POSSESSIVES, Slot, after_verb
from .subjects import before_verb, is_noun

# A verb of saying may stand so many tokens away from its quotation.
REACH_BEFORE = 60
REACH_AFTER = 34
LONGEST_UNLISTED = 6
# "quoted X as saying": so far on the last two words stand.
REACH_AS = 14
# "the ministry's Director General X said": so many words may name the owner.
LONGEST_OWNER = 7


@dataclass(slots=True)
class Cue:
    """`verb` as written, `slot` how the speaker is named, `rule` the name of the pattern.

    `direct` cues stand right beside the marks, so the words are speech; others only tie a fragment to somebody.
    """

    rule: str
    verb: str
    slot: object
    direct: bool
    at: int
    question: bool = False


def cue_after(clause, quote, limit):
    """A cue between the quotation at token `quote` and token `limit`."""
    tokens, language = clause.tokens, clause.language
    index = quote + 1
    while index < limit and (not tokens[index].is_word or tokens[index].low in language.lead_ins) and index - quote < 5:
        if tokens[index].text in ";:(":
            return None
        index += 1
    if index >= limit:
        return None
    return (
        _suffixed(clause, index)
        or _inverted(clause, index)
        or _summed_up(clause, index)
        or according_at(clause, index)
        or _handed_on(clause, index)
        or passive_at(clause, index, limit)
        or _noun_of_saying(clause, index)
        or _forward_after(clause, quote, index, limit)
        or _unlisted(clause, quote, index)
    )


def _suffixed(clause, index):
    token = clause.tokens[index]
    if token.low not in clause.language.suffixed_verbs and not _is_unlisted_suffixed(clause, index):
        return None
    question = token.low[:-3] in clause.language.question_verbs
    return Cue("subject", token.text, Slot("suffix", None, "-nya", token.start, token.end), True, index, question)


def _is_unlisted_suffixed(clause, index):
    """“…,” ratapnya.: right behind the marks any noun with "-nya" is a verb of saying."""
    language, token = clause.language, clause.tokens[index]
    if not language.suffix or not token.low.endswith(language.suffix) or token.low in language.not_suffixed:
        return False
    if index == 0 or clause.tokens[index - 1].quote < 0 or token.low[: -len(language.suffix)] in language.role_nouns:
        return False
    following = clause.tokens[index + 1] if index + 1 < len(clause.tokens) else None
    return following is None or not following.is_word or following.low in language.stoppers


def _unlisted(clause, quote, index):
    """“…,” ratap Rosti.: a verb that no list has, right behind the marks and right before a name."""
    language, tokens = clause.language, clause.tokens
    token = tokens[index]
    others = (language.stoppers, language.connectors, language.openers)
    if index != quote + 1 or token.is_capital or any(token.low in group - language.conveying for group in others):
        return None
    if not token.is_word or clause.text[token.start - 2 : token.start - 1] not in tuple("\"”’'»"):
        return None
    if not is_spoken(clause, quote):
        return None
    for mention in clause.near(index + 1, index + 4):
        if mention.kind == "person" and mention.first <= index + 1:
            return Cue("after", token.text, clause.slot(mention), True, index)
    return None


def _summed_up(clause, index):
    """“…,” demikian BMKG.: only the name follows."""
    before = clause.tokens[index - 1]
    if before.low not in clause.language.summing_up & clause.language.lead_ins or not clause.tokens[index].is_capital:
        return None
    slot = after_verb(clause, index)
    return Cue("after", before.text, slot, True, index) if slot is not None and slot.mention is not None else None


def _inverted(clause, index):
    token = clause.tokens[index]
    language = clause.language
    if token.low not in language.inverted_verbs:
        return None
    slot = after_verb(clause, index + 1) or _whoever(clause, index)
    if slot is None:
        return None
    slot = _quoted_by(clause, slot) or slot
    return Cue("after", token.text, slot, True, index, token.low in language.question_verbs)


def _quoted_by(clause, slot):
    """ "lapor Reuters, mengutip Rini Astuti": whom the outlet quotes."""
    language = clause.language
    if slot.kind != "mention" or slot.text.lower() not in language.outlets:
        return None
    place = slot.mention.stop + (clause.low(slot.mention.stop) == ",")
    other = after_verb(clause, place + 1) if clause.low(place) in language.quoting_verbs else None
    return other if other is not None and other.kind == "mention" and other.mention.kind == "person" else None


def _whoever(clause, index):
    """“…,” tulis surat kabar itu.: right behind the marks even words that no list has name the speaker."""
    tokens, language = clause.tokens, clause.language
    if clause.tokens[index - 1].quote < 0 or not is_spoken(clause, index - 1) or index + 1 >= len(tokens):
        return None
    begin = end = index + 1
    while end < len(tokens) and end - begin < LONGEST_UNLISTED and tokens[end].is_word:
        if tokens[end].low in language.stoppers | language.adverbs | language.openers:
            break
        end += 1
    if begin == end or language.head_last:
        return None
    return Slot("phrase", None, clause.words(begin, end), tokens[begin].start, tokens[end - 1].end)


def is_spoken(clause, quote):
    """Whether the words in marks end as an utterance does before its cue."""
    token = clause.tokens[quote]
    return clause.text[token.start : token.end].rstrip("\"”’'»")[-1:] in tuple(",?!…")


def according_at(clause, index):
    """ "menurut X", "according to X"."""
    language = clause.language
    # "“aman” bagi warga": only at the head of a sentence does such a word name whose view it is.
    if index and clause.low(index) in language.topic_markers and clause.tokens[index - 1].quote >= 0:
        return None
    for size in (2, 1):
        words = " ".join(token.low for token in clause.tokens[index : index + size])
        if words in language.according:
            told = clause.low(index + size) in language.document_nouns | language.saying_nouns
            slot = after_verb(clause, index + size + (told and not language.head_last))
            verb = clause.words(index, min(index + size, len(clause.tokens)))
            return Cue("according", verb, slot, True, index) if slot else None
    return None


def passive_at(clause, index, limit):
    """ "disampaikan (oleh) X", "demikian dikatakan X"."""
    language, tokens = clause.language, clause.tokens
    for place in range(index, min(index + 5, limit)):
        if tokens[place].low in language.passive_verbs:
            after = place + 1
            after += clause.low(after) in language.agent_markers
            slot = after_verb(clause, after)
            return Cue("passive", tokens[place].text, slot, place == index, place) if slot else None
        if tokens[place].quote >= 0 or not tokens[place].is_word:
            return None
    return None


def _noun_of_saying(clause, index):
    """ "demikian laporan X", "bunyi surat itu"."""
    language, tokens = clause.language, clause.tokens
    reads = clause.low(index) in language.readings and clause.tokens[index - 1].quote >= 0
    led_in = clause.low(index - 1) in language.lead_ins
    if clause.low(index) not in language.saying_nouns or not (led_in or reads):
        return None
    if led_in and clause.tokens[index - 2].quote >= 0 and clause.text[clause.tokens[index - 2].end - 2] not in ",.?!…":
        return None
    place = index
    while place + 1 < len(tokens) and _tells_more(tokens[place + 1], language):
        place += 1
    begin = max(0, index - (clause.low(index - 1) in language.lead_ins))
    verb = clause.words(begin, place + 1)
    slot = after_verb(clause, place + 1) if clause.low(place + 1) not in language.inside else None
    if slot is None or slot.start == tokens[place].start:
        end = place + 1 + (clause.low(place + 1) in language.inside)
        while end < len(tokens) and tokens[end].is_word and tokens[end].low not in language.stoppers:
            end += 1
        slot = Slot("phrase", None, clause.words(place, end), tokens[place].start, tokens[end - 1].end)
    return Cue("after", verb, slot, True, index)


def _handed_on(clause, index):
    """ "demikian bunyi pernyataan yang disampaikan X": an outlet hands on what somebody else states."""
    language, place = clause.language, index
    if language.head_last or clause.low(index - 1) not in language.summing_up:
        return None
    while clause.low(place) in language.saying_nouns:
        place += 1
    if place == index or clause.low(place) not in language.relative:
        return None
    slot = passive_at(clause, place + 1, place + 2)
    if slot is None or slot.slot.text.lower() not in language.outlets:
        return None
    start, end = clause.tokens[index].start, clause.tokens[place - 1].end
    verb = clause.words(index - 1, place)
    return Cue("subject", verb, Slot("pronoun", None, clause.words(index, place), start, end), True, index)


def _tells_more(token, language):
    """ "keterangan tertulis X", "siaran pers X": another noun or what kind of statement it is."""
    return token.low in language.saying_nouns or not token.is_capital and token.low in language.channels


def _forward_after(clause, quote, index, limit):
    """ "X mengatakan." or "X, a teacher, said" after the marks."""
    tokens, language = clause.tokens, clause.language
    first = tokens[index]
    subject = first.is_capital or first.low in language.pronouns or first.low in language.indefinites
    subject = subject or first.low in language.collectives or first.low in language.role_nouns
    subject = subject or (language.head_last and first.low in language.demonstratives)
    if language.head_last and not first.is_capital and first.low not in language.forward_verbs:
        subject = subject or first.low not in language.stoppers
    # "WHO Director-General X said" is not "who".
    small = first.low in language.connectors and first.low in language.stoppers and not first.text.isupper()
    if not subject or small:
        return None
    for place in range(index + 1, min(index + REACH_AFTER, limit)):
        if tokens[place].low not in language.forward_verbs and not _is_unlisted_verb(clause, quote, place):
            continue
        if is_noun(clause, place):
            continue
        if tokens[place].text in (".", ";") or tokens[place].quote >= 0:
            return None
        quoted = _quoted_as(clause, place)
        if quoted is not None:
            return quoted
        slot = before_verb(clause, place, index)
        if slot is not None and _reaches(clause, slot, index):
            return Cue("after", tokens[place].text, slot, True, place, tokens[place].low in language.question_verbs)
    return None


def _quoted_as(clause, place):
    """ "“…,” Reuters quoted X as saying": X speaks and not the agency."""
    language = clause.language
    if clause.low(place) not in language.via_verbs or not language.as_words:
        return None
    for later in range(place + 2, min(place + REACH_AS, len(clause.tokens) - 1)):
        if clause.low(later) in language.as_words and clause.low(later + 1) in language.forward_verbs:
            slot = after_verb(clause, place + 1)
            return Cue("after", clause.tokens[later + 1].text, slot, True, later + 1) if slot is not None else None
    return None


def _is_unlisted_verb(clause, quote, place):
    """“…,” she sighed: right behind a name or pronoun that follows the marks any past form is a verb of saying."""
    language, tokens = clause.language, clause.tokens
    token, before = tokens[place], tokens[place - 1]
    if not language.head_last or not token.is_word or token.is_capital or not is_spoken(clause, quote):
        return False
    subject = before.low in language.pronouns or before.is_capital
    return (
        subject and token.low.endswith(language.verb_endings[0]) and clause.low(place + 1) not in language.agent_markers
    )


def _reaches(clause, slot, index):
    """The subject begins where the clause begins."""
    begin = slot.mention.first if slot.mention is not None else None
    if begin is None:
        return slot.start <= clause.tokens[min(index + 2, len(clause.tokens) - 1)].start
    owned = begin - index < LONGEST_OWNER and any(clause.low(place) in POSSESSIVES for place in range(index, begin))
    return begin <= index + 2 or owned


def cue_later(clause, quote, limit):
    """ ", kata X" or ", X said" further on in the sentence of a fragment."""
    tokens, language = clause.tokens, clause.language
    for place in range(quote + 1, min(quote + REACH_BEFORE, limit) - 1):
        if tokens[place].text != ",":
            continue
        cue = _suffixed(clause, place + 1) or _inverted(clause, place + 1) or according_at(clause, place + 1)
        if cue is None and language.head_last:
            cue = _forward_after(clause, place, place + 1, limit)
        if cue is not None:
            cue.direct = False
            return cue
    return None

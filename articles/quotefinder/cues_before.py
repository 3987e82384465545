"""The words before a quotation, in its own sentence, that say whose it is."""

from .cues import REACH_BEFORE, Cue, according_at, passive_at
from .distant import main_subject, nearest_subject, opening_subject
from .phrases import is_reduced, names_document, says
from .slots import LONGEST_PHRASE, NOBODY, Slot, after_verb
from .subjects import before_verb, is_noun
from .tokens import POSSESSIVES

# So many words may stand between "quoted" and "saying".
LONGEST_QUOTED = 12
# "were also repeatedly accused": so far before its participle an auxiliary may stand.
LONGEST_PASSIVE = 5
# "warning of a": so near the marks a noun of saying stands.
LONGEST_NOUN = 5
# "X menolak anggapan bahwa Y kalah, dengan mengatakan …": whoever opens the sentence says so.
MEANS = "dengan"


def cue_before(clause, quote, low):
    """A cue between token `low` and the quotation at token `quote`."""
    if quote <= low:
        return None
    return (
        _worded(clause, quote, low)
        or _verb_before(clause, quote, low)
        or _opening(clause, quote, low)
        or _announced(clause, quote, low)
        or _owned(clause, quote, low)
        or _issued(clause, quote, low)
    )


def _adjacent(clause, quote, verb):
    """Only a comma, a colon or a conjunction stands between the verb's clause and the marks."""
    before = clause.tokens[quote - 1]
    return before.text in ",:" or verb == quote - 1 or before.low in clause.language.that_words


def _verb_before(clause, quote, low):
    """The nearest verb of saying before the marks, else one of judging or naming."""
    tokens, language = clause.tokens, clause.language
    naming = unsaid = None
    for place in range(quote - 1, max(low, quote - REACH_BEFORE) - 1, -1):
        token = tokens[place]
        if not token.is_word or token.is_capital and place > low or is_noun(clause, place):
            continue
        if token.low in language.answering_verbs and place == quote - 1:
            continue
        if token.low in language.suffixed_verbs and token.low not in language.naming_verbs:
            slot = Slot("suffix", None, "-nya", token.start, token.end)
            return Cue("subject", token.text, slot, _adjacent(clause, quote, place), place)
        if token.low in language.passive_verbs:
            cue = passive_at(clause, place, quote)
            if cue:
                cue.direct = _adjacent(clause, quote, place)
                return cue
        if is_passive(clause, place):
            cue = _by_agent(clause, place, quote)
            if cue.slot.kind != NOBODY:
                return cue
            unsaid = unsaid or cue
            continue
        cue = _spoken_by(clause, place, quote, low) or _written_in(clause, place, quote, low)
        if cue is not None:
            return cue
        if token.low in language.naming_verbs and naming is None:
            naming = _tied(clause, place, quote, low)
    return naming or unsaid


def is_passive(clause, place):
    """ "Ministers have been accused of “…”": whom it was said of, or to, is not who said it."""
    language = clause.language
    said = clause.low(place) in language.forward_verbs or clause.low(place) in language.naming_verbs
    if not said or not clause.low(place).endswith(language.participles):
        return False
    before = place - 1
    while before > place - LONGEST_PASSIVE and clause.low(before) in language.adverbs - language.auxiliaries:
        before -= 1
    return clause.low(before) in language.auxiliaries


def _by_agent(clause, place, quote):
    """ "accused by X of “…”", "called “…” by X", or a passive that does not tell by whom."""
    token = clause.tokens[place]
    for before in (place, quote):
        slot = after_verb(clause, before + 2) if clause.low(before + 1) in clause.language.agent_markers else None
        if slot is not None:
            return Cue("passive", token.text, slot, False, place)
    return Cue("passive", token.text, Slot(NOBODY, None, "", token.start, token.end), False, place)


def _spoken_by(clause, place, quote, low):
    """The cue of a verb of saying at token `place`: its subject stands before it, or right after an inverted one."""
    tokens, language = clause.tokens, clause.language
    low_word = tokens[place].low
    slot = _quoted_as(clause, place, low)
    if slot is not None:
        return Cue("before", tokens[place].text, slot, _adjacent(clause, quote, place), place)
    question = low_word in language.question_verbs
    direct = _adjacent(clause, quote, place)
    apart = place <= low + 1 and (place == low or not tokens[low].is_word)
    if low_word in language.forward_verbs:
        participle = low_word.endswith("ing") if language.head_last else low_word.endswith(language.suffix)
        participle = participle and place > low and tokens[place - 1].text == ","
        slot = main_subject(clause, place, low) if participle else before_verb(clause, place, low)
        if not language.head_last and clause.low(place - 1) == MEANS:
            slot = opening_subject(clause, place, 0) or slot
        if slot is not None and is_reduced(clause, place, slot, quote):
            return None
        if slot is None and low_word in language.inverted_verbs and apart and place + 1 < quote:
            slot = after_verb(clause, place + 1)
        governed = any(says(clause, before) for before in range(max(low, place - LONGEST_PHRASE), place))
        if slot is None and low_word not in language.naming_verbs and not governed:
            slot = nearest_subject(clause, place, low)
        return Cue("before", tokens[place].text, slot, direct, place, question) if slot else None
    apart = apart or not tokens[place - 1].is_word
    if low_word in language.inverted_verbs and apart and place + 1 < quote:
        slot = after_verb(clause, place + 1)
        return Cue("before", tokens[place].text, slot, direct, place, question) if slot else None
    return None


def _quoted_as(clause, place, low):
    """ "the agency quoted X as saying “…”": X speaks and not the agency."""
    language = clause.language
    if clause.low(place - 1) not in language.as_words or clause.low(place) not in language.forward_verbs:
        return None
    for verb in range(place - 2, max(low, place - LONGEST_QUOTED), -1):
        if clause.low(verb) in language.reporting_verbs | language.via_verbs:
            return after_verb(clause, verb + 1)
    return None


def _written_in(clause, place, quote, low):
    """ "the report found “…”": a document as the subject of a verb that only documents speak by."""
    token, language = clause.tokens[place], clause.language
    if token.low not in language.document_verbs:
        return None
    slot = before_verb(clause, place, low)
    if slot is None or not names_document(language, slot.text.lower().split()):
        return None
    return Cue("before", token.text, slot, _adjacent(clause, quote, place), place)


def _tied(clause, place, quote, low):
    participle = clause.language.head_last and clause.low(place).endswith("ing")
    distant = main_subject if participle else nearest_subject
    slot = before_verb(clause, place, low) or distant(clause, place, low)
    return Cue("before", clause.tokens[place].text, slot, _adjacent(clause, quote, place), place) if slot else None


def _announced(clause, quote, low):
    """ "X disagreed: “…”": a sentence about somebody that leads up to a colon."""
    if clause.tokens[quote - 1].text != ":" or quote - low > REACH_BEFORE:
        return None
    slot = nearest_subject(clause, quote - 1, low)
    return Cue("colon", ":", slot, True, quote - 1) if slot is not None else None


def _worded(clause, quote, low):
    """ "tampak pada pernyataan X soal “…”": the noun of saying before a name tells whose words they are."""
    language = clause.language
    nouns = language.saying_nouns - language.inverted_verbs
    if language.head_last:
        return None
    for mention in clause.near(low, quote):
        # "Pernyataan X bahwa warga “malas”"
        noun = mention.kind == "person" and clause.low(mention.first - 1) in nouns
        if noun and clause.low(mention.stop) in language.that_words and quote - mention.stop < REACH_BEFORE:
            place = mention.first - 1
            return Cue("before", clause.tokens[place].text, clause.slot(mention), False, place)
    end = quote - (clause.low(quote - 1) in language.topics)
    for mention in clause.near(max(low, end - LONGEST_PHRASE), end):
        if mention.stop == end and mention.kind == "person" and clause.low(mention.first - 1) in nouns:
            place = mention.first - 1
            return Cue("before", clause.tokens[place].text, clause.slot(mention), False, place)
    return None


def _owned(clause, quote, low):
    """ "Pell's warning of a “…”", "his promise of “…”": the noun of saying has its speaker before it."""
    language = clause.language
    for place in range(quote - 1, max(low, quote - LONGEST_NOUN), -1):
        if clause.low(place) in language.own_nouns:
            owner = clause.low(place - 1)
            if owner in language.owners:
                token = clause.tokens[place - 1]
                return Cue("before", clause.low(place), _pronoun_of(token), False, place)
            for mention in clause.near(low, place) if owner in POSSESSIVES else ():
                if mention.stop == place - 1 and mention.kind in ("person", "body"):
                    return Cue("before", clause.tokens[place].text, clause.slot(mention), False, place)
            return None
        if (
            clause.low(place)
            not in language.role_links | language.that_words | language.indefinites | language.as_words
        ):
            return None
    return None


def _issued(clause, quote, low):
    """ "peringatan yang dikeluarkan X agar …": whoever issued what the words in marks are part of."""
    language = clause.language
    for place in range(quote - 1, max(low + 1, quote - REACH_BEFORE), -1):
        if clause.low(place) in language.issuing and clause.low(place - 1) in language.relative:
            slot = after_verb(clause, place + 1 + (clause.low(place + 1) in language.agent_markers))
            named = slot is not None and slot.mention is not None
            return Cue("passive", clause.tokens[place].text, slot, False, place) if named else None
    return None


def _pronoun_of(token):
    return Slot("pronoun", None, token.text, token.start, token.end)


def _opening(clause, quote, low):
    """ "Menurut X, “…”" with nothing but the name between."""
    cue = according_at(clause, low) if low < quote else None
    if cue is None:
        return None
    cue.direct = clause.tokens[quote - 1].text in ",:"
    return cue

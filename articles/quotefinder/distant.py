"""The subject of a verb of saying that does not end right before it: who opens the sentence, or stands further off."""

from .phrases import opening_phrase
from .slots import LONGEST_PHRASE, Slot, phrase_slot
from .subjects import LONGEST_REACH, is_prepositional, owner_of


def main_subject(clause, verb, low):
    """Whom a participle goes with: "X brushed it off, telling …" has the sentence's first name as its subject."""
    opening = opening_phrase(clause, verb, low)
    if opening is not None:
        return opening
    for mention in clause.near(low, verb):
        if mention.kind == "person" and not is_prepositional(clause, mention, low):
            return clause.slot(mention)
    return nearest_subject(clause, verb, low)


def opening_subject(clause, verb, low):
    """ "Rini menolak anggapan bahwa Y kalah, dengan mengatakan …": the person or office at the sentence's head."""
    language = clause.language
    passing = language.connectors - language.pronouns - language.indefinites
    while low < verb and (clause.low(low) in passing or not clause.tokens[low].is_word):
        low += 1
    if clause.low(low) in language.pronouns:
        return Slot("pronoun", None, clause.tokens[low].text, clause.tokens[low].start, clause.tokens[low].end)
    for mention in clause.near(low, min(low + LONGEST_PHRASE, verb)):
        if mention.kind == "role" and mention.first == low and clause.low(mention.stop) in language.demonstratives:
            # "Jenderal tersebut"
            return phrase_slot(clause, low, mention.stop + 1)
        opens = mention.first <= low + 1 and mention.kind in ("person", "role")
        return clause.slot(mention) if opens else None
    return None


def nearest_subject(clause, verb, low):
    """The likeliest subject further off: the last name before the verb that no preposition governs."""
    best = None
    for mention in reversed(clause.near(max(low, verb - LONGEST_REACH), verb)):
        if mention.kind == "place" or is_prepositional(clause, mention, low):
            continue
        if mention.kind == "person":
            return clause.slot(owner_of(clause, mention, low))
        best = best or mention
    for index in range(verb - 1, max(low, verb - LONGEST_REACH) - 1, -1):
        token = clause.tokens[index]
        if token.low in clause.language.pronouns:
            return Slot("pronoun", None, token.text, token.start, token.end)
    return clause.slot(best) if best is not None else None

"""Subjects that no name tells: the words from the beginning of a clause to its verb, when they look like somebody."""

from .heads import core_of, is_somebody
from .runs import looks_like_verb
from .slots import LONGEST_PHRASE, Slot, phrase_slot
from .tokens import POSSESSIVES


def says(clause, place):
    """A verb of saying with its subject before it, in a language where no noun looks like one."""
    language = clause.language
    verbs = language.forward_verbs - language.inverted_verbs
    return not language.head_last and not clause.tokens[place].is_capital and clause.low(place) in verbs


def subject_phrase(clause, low, end):
    """The words from the beginning of the clause to the verb, when they look like somebody."""
    language, tokens = clause.language, clause.tokens
    begin = end
    while begin > low and end - begin < LONGEST_PHRASE:
        token = tokens[begin - 1]
        possessive = token.text in POSSESSIVES
        if token.quote >= 0 or not (token.is_word or possessive) or token.low in language.openers:
            break
        begin -= 1
    opening = begin
    while (
        begin < end
        and tokens[begin].low in language.connectors - language.collectives - language.indefinites
        and tokens[begin].low not in language.demonstratives | language.determiners | language.numerals
        and f"{tokens[begin].low} {clause.low(begin + 1)}" not in language.indefinites
    ):
        begin += 1
    for mention in clause.near(begin, begin + 1):
        # "X yang hadir dalam acara tersebut mengatakan"
        if mention.kind == "person" and clause.low(mention.stop) in language.relative and not language.head_last:
            return clause.slot(mention)
    end = _pointed_end(clause, begin, end)
    end -= end > begin and tokens[end - 1].low in language.relative
    governed = any(token.low in language.close_markers for token in tokens[opening:begin])
    if any(says(clause, place) for place in range(begin + 1, end)):
        return None
    if begin == end or (governed and language.head_last) or looks_like_verb(tokens[end - 1].low, language):
        return None
    return _document(clause, begin, end) or phrase_slot(clause, begin, end)


def _pointed_end(clause, begin, end):
    """ "CEO X itu bahkan maju dengan mengatakan": behind a noun of persons the word that points ends it."""
    language = clause.language
    if language.head_last or begin == end or not is_somebody(language, clause.low(begin)):
        return end
    pointed = next((place + 1 for place in range(begin + 1, end) if clause.low(place) in language.demonstratives), end)
    says_more = any(clause.low(place) in language.forward_verbs for place in range(pointed, end))
    return end if says_more else pointed


def names_document(language, words):
    """A noun of documents with nobody behind it: "a report obtained by X", not "the report's author"."""
    core = core_of(language, words)
    return any(word in language.document_nouns for word in core) and not is_somebody(language, core[-1])


def _document(clause, begin, end):
    """ "the council's letter to residents", "an audit by the county": who wrote it, or the document itself."""
    language, tokens = clause.language, clause.tokens
    if not names_document(language, [token.low for token in tokens[begin:end]]):
        return None
    if not language.head_last and clause.near(begin, end):
        return None
    for mention in clause.near(begin, end):
        if clause.low(mention.stop) in POSSESSIVES and mention.kind in ("person", "body"):
            return clause.slot(mention)
    for place in range(begin + 1, end):
        if tokens[place].text in POSSESSIVES:
            return phrase_slot(clause, begin, place)
    twos = {place: f"{clause.low(place)} {clause.low(place + 1)}" for place in range(begin + 1, end)}
    end = next((place for place, two in twos.items() if two in language.via_verbs), end)
    return Slot("phrase", None, clause.words(begin, end), tokens[begin].start, tokens[end - 1].end)


def opening_phrase(clause, verb, low):
    """ "The prime minister made the claim on X, saying …": an office without a name opens the sentence."""
    language, end = clause.language, low + 1
    if clause.low(low) not in language.demonstratives:
        return None
    while end < verb and clause.tokens[end].is_word and not clause.tokens[end].is_capital:
        if is_somebody(language, clause.low(end)) and not is_somebody(language, clause.low(end + 1)):
            return phrase_slot(clause, low, end + 1)
        end += 1
    return None


def is_reduced(clause, verb, slot, quote):
    """ "the ban announced on Friday is “harsh”": a participle beside a thing, whose own verb follows it."""
    language = clause.language
    if not language.head_last or slot.kind != "phrase" or not clause.low(verb).endswith(language.participles):
        return False
    core = core_of(language, slot.text.lower().split())
    bodies = language.body_nouns | language.organisation_words | language.collectives | language.document_nouns
    if any(is_somebody(language, word) or word in bodies for word in core):
        return False
    return any(clause.low(place) in language.copulas for place in range(verb + 1, quote))

"""Whether the words before a name are its own office, another's, or a place."""

from .runs import is_capital_at
from .tokens import POSSESSIVES

# "the head of the harbour police of the northern islands"
LONGEST_OFFICE = 14
LONGEST_HEAD = 4
LEADING_ON = frozenset({"of", "for", "at"})


def is_of_another(tokens, office, begin, stop, titles, language):
    """Whether the words before a comma are not the office of the one behind it, who has a title or an owner."""
    if any(word.low in language.titles - language.ranks - language.address_titles for word in titles):
        return True
    # "Saksi yang menolong Kanit Wening Iptu Dodi, X": a rank and a name stand before the comma.
    for place in range(office, begin - 2):
        ranked = tokens[place].low in language.ranks - language.organisation_words and tokens[place + 1].is_capital
        ranked = ranked and not language.head_last and not tokens[place + 1].text.isupper()
        if ranked and tokens[place + 1].low not in language.titles:
            return True
    # "Dikutip media Iran, X menyatakan": X speaks, and is no medium.
    medium = not language.head_last and tokens[office].low in language.media_nouns
    if medium and stop < len(tokens) and tokens[stop].low in language.forward_verbs - language.reporting_verbs:
        return _spelt(tokens[begin:stop]) not in language.outlets
    # "Saat ditanya oleh jurnalis X, Rini berujar …"
    asked = office > 0 and tokens[office - 1].low in language.agent_markers and not language.head_last
    if asked and stop < len(tokens) and tokens[stop].low in language.forward_verbs:
        return True
    return _follows_name(tokens, office, begin, stop, language)


def _spelt(tokens):
    return " ".join(token.low for token in tokens)


def is_governed(tokens, begin, titles, language):
    """ "spokesman for President X" has another's office before it; "Secretary of State X" has X's own."""
    if not begin or tokens[begin - 1].low not in language.close_markers:
        return False
    if not titles:
        return True
    low = titles[-1].low
    courtesy = low in language.titles or low in language.honorifics
    return language.head_last and courtesy and low not in language.organisation_words


def _follows_name(tokens, office, begin, stop, language):
    """ "Donnie Mouat, Angus's cousin": what stands before the comma is a person, not an office."""
    owns = stop < len(tokens) and tokens[stop].text in POSSESSIVES
    named = begin > 2 and tokens[begin - 2].is_capital and tokens[begin - 3].low in language.first_names
    medium = begin > 1 and office > 0 and _opens_medium(tokens, office, begin, language)
    return owns or medium or named and tokens[begin - 3].is_capital and language.head_last


def _opens_medium(tokens, office, begin, language):
    """ "Lewat kanal YouTube X, Y …": the medium is where Y spoke, not what Y is."""
    two = f"{tokens[office].low} {tokens[office + 1].low}"
    medium = tokens[office].low in language.media_nouns or two in language.media_nouns
    named = tokens[begin - 2].is_capital and tokens[begin - 2].low not in language.places
    return medium and named and tokens[office - 1].low in language.object_markers | language.stoppers


def is_numbered(tokens, begin, evidence, language):
    """ "SMPN 4 Wening", "Bus Company 7 Ellery": behind a number comes a place, unless somebody goes by that name."""
    known = tokens[begin].low in evidence.spoken or tokens[begin].low in language.first_names
    return begin > 1 and tokens[begin - 1].text.isdigit() and tokens[begin - 2].is_capital and not known


def is_only_place(tokens, words, stop, language):
    """ "Polres Wening, Dodi Pranata": one word behind such a title is its place when a name follows the comma."""
    if words[0].low not in language.regional_titles:
        return False
    # "Bupati Tanah Wening Kamis lalu"
    if len(words) == 3 and words[1].low in language.place_beginnings:
        return True
    if len(words) != 2 or not is_capital_at(tokens, stop + 1):
        return False
    following = tokens[stop + 1].low
    others = (language.days, language.places, language.titles - language.honorifics, language.organisation_words)
    return tokens[stop].text == "," and not any(following in group for group in others)


def is_wider_place(tokens, begin, stop, language):
    """ "korban dari Desa Wening, Karsa, Rini": between a village and a name comes the place that both lie in."""
    if begin < 3 or not tokens[begin - 2].is_capital or not is_capital_at(tokens, stop + 1) or language.head_last:
        return False
    following = tokens[stop + 1].low
    others = (language.days, language.titles - language.honorifics, language.organisation_words)
    named = tokens[stop].text == "," and not any(following in group for group in others)
    return named and tokens[begin - 3].low in language.place_heads & language.organisation_words


def office_apposed(tokens, begin, language):
    """ "The head of the harbour police, X, said": where an office with all its body begins before the name, or None."""
    if not language.head_last or begin < 4 or tokens[begin - 1].text != ",":
        return None
    found, place = None, begin - 2
    while place >= 0 and begin - place <= LONGEST_OFFICE and tokens[place].is_word:
        if tokens[place].low in language.forward_verbs - language.role_nouns:
            break
        if tokens[place].low in language.determiners and _opens_office(tokens, place + 1, begin - 1, language):
            found = place + 1
        place -= 1
    return found


def _opens_office(tokens, begin, end, language):
    """ "head of", "deputy police chief at": nouns of office before the first small word that leads on."""
    for place in range(begin, min(begin + LONGEST_HEAD, end)):
        if tokens[place + 1].low in LEADING_ON and place + 1 < end:
            return tokens[place].low in language.role_nouns | language.titles
    return False


def is_firm_apposed(tokens, begin, language):
    """ "the manufacturer, Ellery Lamps,": the noun says that the name is a firm's."""
    noun = language.head_last and begin > 2 and tokens[begin - 1].text == "," and tokens[begin - 2].low
    return noun in language.body_nouns and tokens[begin - 3].low in language.determiners

"""Offices that run over "dan": "Direktur Gempa Bumi dan Tsunami BCIG Dr. Budi Wening" is one office and one name."""

from .roles import FIELDS

LONGEST_NAME = 4


def join_offices(tokens, runs, evidence, language):
    """The runs of capitals of a sentence, the halves of one office put together with the name behind it."""
    joined = []
    for begin, stop in runs:
        one = _is_one_field if language.head_last else _are_one_office
        if joined and one(tokens, joined[-1], (begin, stop), evidence, language):
            joined[-1] = (joined[-1][0], stop)
        else:
            joined.append((begin, stop))
    return joined


def _are_one_office(tokens, first, second, evidence, language):
    if second[0] != first[1] + 1 or tokens[first[1]].low not in language.joiners or first[1] - first[0] < 2:
        return False
    head, *field = tokens[first[0] : first[1]]
    if head.low not in language.titles | language.role_nouns or head.low in language.honorifics:
        return False
    # Somebody's name before "dan": two people.
    if any(token.low in evidence.spoken or token.low in language.first_names for token in field):
        return False
    return _leads_to_name(tokens, *second, language)


def _is_one_field(tokens, first, second, evidence, language):
    """ "Health and Human Services Secretary X": fields on both sides of "and", then the office and the name."""
    if second[0] != first[1] + 1 or tokens[first[1]].low not in language.conjunctions or second[1] - second[0] < 3:
        return False
    fields = [tokens[first[1] - 1], tokens[second[0]]]
    if any(token.low not in language.organisation_words | FIELDS for token in fields):
        return False
    return any(token.low in language.titles for token in tokens[second[0] + 1 : second[1] - 1])


def _leads_to_name(tokens, begin, stop, language):
    """ "Tsunami BCIG Dr. Budi Wening": a field, then an acronym or a courtesy, then a name."""
    if tokens[begin].low in language.titles | language.role_nouns | language.honorifics | language.first_names:
        return False
    if stop + 3 < len(tokens) and tokens[stop].text == "(":
        closing = next(
            (place for place in range(stop + 2, stop + 5) if tokens[place : place + 1] and tokens[place].text == ")"), 0
        )
        short = all(token.is_capital for token in tokens[stop + 1 : closing])
        return bool(closing) and short and closing + 1 < len(tokens) and tokens[closing + 1].is_capital
    for place in range(begin + 1, stop - 1):
        token = tokens[place]
        acronym = token.text.isupper() and len(token.text) > 2 and token.low not in language.degrees
        if (acronym or token.low in language.honorifics) and stop - place - 1 <= LONGEST_NAME + 2:
            return True
    return False

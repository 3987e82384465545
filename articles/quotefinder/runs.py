"""Runs of capitals: where one opens that may hold a name, and how far it goes."""

import re

from .evidence import begins_sentence

# Longer runs are headings or lists that lost their marks.
LONGEST_RUN = 14
LONGEST_NICKNAME = 24
LONGEST_APPOSED = 14
# So short a word looks like no verb.
SHORTEST_VERB = 6
# "Sp.P", "M.Tr.Han", "MKes", "SpPD".
DEGREE = re.compile(r"[A-Z][A-Za-z]{0,2}\.[A-Z]|(?:M|S|Ph|Sp)[A-Z][a-z]+$|Sp[A-Z]+")
# "R-Utah": party and state.
AFFILIATION = re.compile(r"[RDI][-–][A-Z]")
# "Rp", "Rp71.650": no name begins so.
MONEY = re.compile(r"Rp(?:\d|$)")
AGE = re.compile(r"[1-9]\d")


def find_runs(tokens, evidence, language):
    """(begin, stop) of each sequence of capitals."""
    index, size = 0, len(tokens)
    while index < size:
        if not _opens_name(tokens, index, evidence, language):
            index += 1
            continue
        stop = index + 1
        while stop < size and stop - index < LONGEST_RUN:
            step = _continues(tokens, stop, language)
            if not step:
                break
            stop += step
        yield index, stop
        index = stop


def _opens_name(tokens, index, evidence, language):
    token = tokens[index]
    if not token.is_capital or token.low in language.days or _is_never_name(tokens, index, language):
        return False
    if token.low in language.months:
        # "Jan" and "April" are given names before another capital.
        return token.low in language.first_names and is_capital_at(tokens, index + 1)
    return not begins_sentence(tokens, index) or _opens_at_head(tokens, index, evidence, language)


def _is_never_name(tokens, index, language):
    """Party and state, a degree, the platform X, a pronoun."""
    token = tokens[index]
    if token.text == "I" and is_capital_at(tokens, index + 1) and tokens[index + 1].low in language.first_names:
        # "I Gusti Agung Kerta": no pronoun
        return False
    if MONEY.match(token.text) or AFFILIATION.match(token.text) or index and AFFILIATION.match(tokens[index - 1].text):
        return True
    if len(token.text) == 1 and token.low in language.channels and not _continues_after(tokens, index):
        return True
    # "The Englishman then spoke"
    alone = language.head_last and index and not is_capital_at(tokens, index + 1)
    if alone and token.low in language.person_nouns and tokens[index - 1].low in language.demonstratives:
        return True
    groups = (language.pronouns, language.never_names, language.suffixed_verbs)
    return any(token.low in group for group in groups) or _is_apposed_degree(tokens, index, language)


def _opens_at_head(tokens, index, evidence, language):
    """Whether a capital at the head of a sentence is one for another reason too."""
    token = tokens[index]
    if token.low in language.titles or token.low in language.honorifics or token.low in language.collectives:
        return True
    if token.text.isupper() and len(token.text) > 1:
        return True
    if language.head_last and token.low in language.place_beginnings and is_capital_at(tokens, index + 1):
        return True
    if token.low in language.connectors or token.low in language.according or token.low in language.forward_verbs:
        return token.low in evidence.spoken and token.low not in language.according
    if token.low in language.inverted_verbs and token.low not in evidence.spoken:
        return False
    if evidence.middle[token.text] or _has_age(tokens, index + 1):
        return True
    if token.low in evidence.lower:
        return False
    if _is_apposed(tokens, index + 1, language):
        return True
    if looks_like_verb(token.low, language):
        return False
    alone = index + 1 == len(tokens) or not _continues(tokens, index + 1, language)
    groups = (evidence.spoken, language.first_names, language.places, language.organisation_words, language.outlets)
    return not alone or any(token.low in group for group in groups)


def _is_apposed_degree(tokens, index, language):
    """ ", S.Si., M.Si.": of the list, or made as degrees are and no initials of a name."""
    if not index or tokens[index - 1].text not in (",", "."):
        return False
    if tokens[index].low in language.degrees:
        return True
    alone = index + 1 == len(tokens) or not tokens[index + 1].is_capital
    return not language.head_last and alone and DEGREE.match(tokens[index].text) is not None


def is_capital_at(tokens, index):
    return index < len(tokens) and tokens[index].is_capital


def _is_nickname(tokens, index):
    """ "Ann B. “Annie” Lee": a short word in marks between an initial and the rest of the name."""
    if not is_capital_at(tokens, index + 1):
        return False
    return tokens[index].quote >= 0 and tokens[index].end - tokens[index].start < LONGEST_NICKNAME


def _has_age(tokens, index):
    """ "Rini (48)", "Rini, 48 tahun,", "Edna, 71,": only people have an age behind their names."""
    if index + 2 >= len(tokens) or tokens[index].text not in ("(", ",") or not AGE.fullmatch(tokens[index + 1].text):
        return False
    return tokens[index + 2].low in (")", ",", "tahun", "th")


def _is_apposed(tokens, index, language):
    """ "Kusuma, warga Wening yang bekerja di sini, …": between two commas somebody's role."""
    if index + 2 >= len(tokens) or tokens[index].text != ",":
        return False
    begin = index + 1 + (tokens[index + 1].low in language.indefinites)
    noun = tokens[begin].low in language.role_nouns | language.person_nouns and not tokens[begin].is_capital
    return noun and any(token.text == "," for token in tokens[begin + 1 : begin + LONGEST_APPOSED])


def _continues_after(tokens, index):
    """Whether a single letter is an initial: "X. Wening", not the platform X."""
    return index + 1 < len(tokens) and (tokens[index + 1].is_capital or tokens[index + 1].text == ".")


def looks_like_verb(word, language):
    """By its beginning or ending; nouns that look alike are listed with the language."""
    if len(word) < SHORTEST_VERB or word in language.not_verbs or word in language.first_names_male:
        return False
    if word in language.titles or word in language.role_nouns or word in language.organisation_words:
        return False
    return word.startswith(language.verb_beginnings) or word.endswith(language.verb_endings)


def _continues(tokens, index, language):
    """How many tokens more belong to the run: a capital, "bin X", "van der X", or the stop of "H. X"."""
    token = tokens[index]
    if token.is_capital:
        return 0 if token.low in language.days or token.low in language.pronouns else 1
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is not None and {token.low, following.low} <= language.name_links and is_capital_at(tokens, index + 2):
        return 3
    before = tokens[index - 1]
    if token.text == "." and len(before.text) == 1 and _is_nickname(tokens, index + 1):
        return 3
    if following is None or not following.is_capital or following.low in language.days:
        return 0
    if token.quote >= 0:
        return 2 if before.is_capital and token.end - token.start < LONGEST_NICKNAME else 0
    if token.text == "." and before.end == token.start:
        courtesies = (language.abbreviations, language.honorifics, language.ranks)
        short = len(before.text) == 1 or any(before.low in group for group in courtesies)
        return 2 if short and before.low not in language.degrees else 0
    return 2 if token.low in language.name_links and token.is_word else 0

"""The role beside a name: "pelatih X", "X, dosen di Y", "Rep. X (R-Utah)"."""

from .role_inner import (
    LONGEST_GAP,
    MOST_MODIFIERS,
    before_courtesy,
    behind_happening,
    bracket_opening,
    closes_office,
    heads_field,
    is_short_form,
    joins_fields,
    lists_fields,
    passes,
)
from .tokens import POSSESSIVES

LONGEST_ROLE = 16
LONGEST_UNLISTED = 4
COUNTRIES = frozenset({"u.s", "u.k", "u.n"})
FIELDS = frozenset({"law", "research", "development", "science", "arts", "youth", "women", "public"})
# Shorter words are known to the lists or end so by chance.
SHORTEST_UNLISTED = 5


def role_before(tokens, begin, language, looks_like_verb):
    """Where the words of a role begin that lead up to token `begin`, or None."""
    begin = before_courtesy(tokens, begin, language)
    head, index, gap = None, begin - 1, 0
    while index >= 0 and begin - index <= LONGEST_ROLE and gap <= LONGEST_GAP:
        token = tokens[index]
        if token.text == ")" and (index == begin - 1 or is_short_form(tokens, index, language)):
            index = bracket_opening(tokens, index)
            continue
        if token.text == "/" and index == begin - 1 and tokens[begin].low not in language.titles:
            break
        if not token.is_word:
            known = lists_fields(tokens, index, language) or closes_office(tokens, index, begin, language)
            if not known and not passes(tokens, index, begin):
                break
            index -= 1
            continue
        if _blocks(token, tokens, index, begin, language, looks_like_verb):
            break
        gap += not token.is_capital
        if index > 1 and not token.is_capital and _closes_name(tokens, index - 1, language):
            break
        two = f"{tokens[index - 1].low} {token.low}" if index else ""
        if _owns_kin(tokens, index, begin, language) or _are_listeners(tokens, index, head, language):
            break
        if two in language.media_nouns or two in language.role_nouns:
            head, gap = index - 1, 0
        elif {two, f"{token.low} {tokens[index + 1].low}"} & language.any_media:
            break
        elif (
            _is_head(token.low, language)
            and (token.is_capital or token.low not in language.never_heads)
            or _ends_like_role(tokens, index, begin, language)
        ):
            head, gap = index, 0
        elif language.head_last and not _leads_on(token, language):
            break
        index -= 1
    if head is None and index >= 0:
        head = _unlisted(tokens, index, begin, language)
    if head is None and language.head_last:
        head = heads_field(tokens, begin, language)
    head = behind_happening(tokens, _with_capitals(tokens, head, language), language)
    return _with_modifiers(tokens, head, language, looks_like_verb)


def _unlisted(tokens, verb, begin, language):
    """ "“…,” kata analisis kimia X": small words between the verb of saying behind the marks and the name."""
    words = tokens[verb + 1 : begin]
    if language.head_last or tokens[verb].low not in language.inverted_verbs or not 0 < len(words) <= LONGEST_UNLISTED:
        return None
    if not verb or tokens[verb - 1].quote < 0 or any(not token.is_word or token.is_capital for token in words):
        return None
    # "ujar peraih medali Olimpiade Wening 2004 itu": a whole epithet
    if any(token.low in language.demonstratives for token in tokens[begin + 1 : begin + LONGEST_GAP]):
        return None
    nouns = language.person_nouns | language.collectives | language.kin | language.saying_nouns
    others = (language.pronouns, language.demonstratives, language.definites, language.honorifics, nouns)
    if any(_is_function_word(token.low, language) or any(token.low in group for group in others) for token in words):
        return None
    return verb + 1


def opening_role(tokens, begin, stop, language):
    """Where the role ends that opens the sentence "Saksi kunci yang menolong X, Rini, mengatakan", or 0."""
    apart = begin > 2 and tokens[begin - 1].text == "," and stop < len(tokens) and tokens[stop].text == ","
    if language.head_last or not apart or tokens[0].low not in language.role_nouns:
        return 0
    for place in range(1, min(begin - 1, LONGEST_ROLE)):
        if not tokens[place].is_word:
            return 0
        if tokens[place].low in language.relative:
            return place
    return 0


def _owns_kin(tokens, index, begin, language):
    """ "bagi suami X": right before a name a noun of kin is another's, whose name is not told."""
    if language.head_last or index != begin - 1 or tokens[index].is_capital:
        return False
    named = index and tokens[index - 1].low in language.definites | language.indefinites
    # "dokter spesialis anak X"
    before = tokens[index - 1].low if index else ""
    named = named or before in language.role_nouns and before not in language.kin
    return tokens[index].low in language.kin - language.honorifics and not named


def _are_listeners(tokens, index, head, language):
    """ "Kepada wartawan tokoh pemuda X menjelaskan": those to whom it was said are no part of the office."""
    if head is None or not index or language.head_last or tokens[index].is_capital:
        return False
    return tokens[index].low in language.channels and tokens[index - 1].low in language.receivers


def _leads_on(token, language):
    """What may stand between an English office and the name: "Minister for Trade X", "head of Y district X"."""
    groups = (language.role_links, language.honorifics, language.settlements)
    return token.is_capital or any(token.low in group for group in groups)


def _is_head(word, language):
    """A noun of office or kin, also with the possessive on it: "suaminya"."""
    if language.suffix and word.endswith(language.suffix):
        word = word[: -len(language.suffix)]
        return word in language.role_nouns
    known = word in language.role_nouns or word in language.titles or word in language.media_nouns
    # "economists Ann Pell and Tom Orr"
    known = known or language.head_last and word in language.collectives and word[:-1] in language.role_nouns
    return known or language.head_last and word in language.person_nouns and word not in language.anybody


def _ends_like_role(tokens, index, begin, language):
    """ "harbour master X", "the consultancy X": right before the name a body's noun or an ending of offices."""
    low = tokens[index].low
    if index == begin - 1 and language.head_last and low in language.body_nouns:
        return True
    # "the operator, X, said"
    apart = index == begin - 2 and tokens[begin - 1].text == "," and tokens[index - 1].low in language.determiners
    if (
        not (apart or index == begin - 1)
        or tokens[index].is_capital
        or len(low) < SHORTEST_UNLISTED
        or low in language.not_roles
    ):
        return False
    return low.endswith(language.role_endings) and not _is_function_word(low, language)


def _is_function_word(low, language):
    groups = (language.stoppers, language.connectors, language.adverbs, language.openers, language.object_markers)
    verbs = (language.forward_verbs, language.inverted_verbs, language.naming_verbs, language.pronouns)
    return any(low in group for group in (*groups, *verbs))


def _with_modifiers(tokens, head, language, looks_like_verb):
    """ "fire department spokesman X": small words before the head, when nothing but them opens the phrase."""
    if head is None or not language.head_last:
        return head
    place = head
    # "south Ellery city police official": a town among the words is one more, or two.
    free = sum(token.is_capital or token.low in language.directions for token in tokens[max(0, head - 4) : head])
    free = free if head and not tokens[head - 1].is_capital else 0
    while place > max(0, head - MOST_MODIFIERS - free - 1) and tokens[place - 1].is_word:
        low = tokens[place - 1].low
        if _is_function_word(low, language) or low in language.determiners or low in language.indefinites:
            break
        # "London-based analyst", but "X briefed president Y"
        titled = low.endswith("ing") and tokens[place].low in language.titles
        if not (tokens[place - 1].is_capital or titled or "-" in low) and looks_like_verb(low, language):
            break
        place -= 1
    before = tokens[place - 1] if place else None
    opens = before is None or before.quote >= 0 or before.low in language.determiners | language.inverted_verbs
    opens = opens or before.low in language.indefinites | language.stoppers or before.text == ","
    owned = before is not None and before.text in POSSESSIVES and place > 1 and tokens[place - 2].is_capital
    if owned and 0 < head - place <= MOST_MODIFIERS:
        place -= 2
        while place and tokens[place - 1].is_capital:
            place -= 1
        return place
    return place if opens and head - place <= MOST_MODIFIERS + free else head


def _blocks(token, tokens, index, begin, language, looks_like_verb):
    low = token.low
    if low in language.name_markers and index == begin - 1:
        return False
    if _heads(tokens, index, begin, language) or _opens_second(tokens, index, begin, language):
        return False
    # "Ketua X juga Wali Kota Y"
    if low in language.role_also and tokens[index + 1].is_capital and tokens[index + 1].low in language.titles:
        return False
    if low in language.relative and f"{low} {tokens[index + 1].low}" in language.indefinites:
        # "Pedagang yang lain, X"
        return False
    if low in language.pronouns or low in language.days or low in language.relative or low in language.demonstratives:
        return not (low == "the" and token.is_capital is False)
    if token.is_capital:
        return low in language.according and index == 0
    if low in language.inverted_verbs or low in language.forward_verbs or low in language.naming_verbs:
        return low not in language.role_nouns
    if low in language.passive_verbs or low in language.according or low in language.indefinites:
        return True
    # "tiga saksi yakni X, Y"
    if low in language.namely:
        return True
    # "terdakwa X alias Y": the office stands before the first name.
    if low in language.alternatives - language.joiners or low in language.thing_openers and index == begin - 1:
        return True
    if low in language.stoppers and low not in language.role_links:
        return True
    if low in language.conjunctions and lists_fields(tokens, index, language):
        return False
    if low in language.joiners and joins_fields(tokens, index, language):
        return False
    behind_office = not language.head_last and low in language.owner_markers
    # "pemerhati Rini Astuti asal Desa X"
    behind_office = behind_office and not (index > 1 and all(_ends_name(tokens[index - at], language) for at in (1, 2)))
    if low in language.role_links and index and not behind_office and _ends_name(tokens[index - 1], language):
        return True
    if low in language.joiners:
        # "ambassador to Egypt X"
        return not (low in language.receivers and index and tokens[index - 1].low in language.titles)
    return looks_like_verb(low, language)


def _heads(tokens, index, begin, language):
    """ "majelis hakim yang diketuai X": who leads a body belongs to it."""
    if tokens[begin - 1].low not in language.headed_by or index < begin - 2:
        return False
    return index == begin - 1 or tokens[index].low in language.relative


def _opens_second(tokens, index, begin, language):
    """ "Aktivis yang juga loyalis X, Y": with "yang juga" a second role follows the first."""
    if language.head_last or tokens[begin - 1].text != "," or index + 1 >= begin:
        return False
    at = index - (tokens[index].low in language.role_openers and index > 0)
    return tokens[at].low in language.relative and tokens[at + 1].low in language.role_openers


def _closes_name(tokens, index, language):
    """ "pembalap Marc Marquez lawan X": a whole name before a small word is another's."""
    whole = tokens[index].is_capital and tokens[index - 1].is_capital and tokens[index - 1].low in language.first_names
    return whole and not language.head_last and _ends_name(tokens[index], language)


def _ends_name(token, language):
    """A capital that no list knows as part of an office: behind it another part of the sentence begins."""
    known = (language.titles, language.organisation_words, language.places, language.role_nouns)
    return token.is_capital and not token.text.isupper() and not any(token.low in group for group in known)


def with_province(tokens, head, language):
    """ "Southern Leyte province Gov. X": a small word between two capitals leads to the title at `head`."""
    if language.head_last and head > 1 and tokens[head - 1].low in language.settlements:
        while head > 1 and (tokens[head - 1].low in language.settlements or tokens[head - 1].is_capital):
            head -= 1
        head -= head > 0 and tokens[head - 1].low in language.directions
    return head


def _with_capitals(tokens, head, language):
    """Capitals and small modifiers right before the head belong to it: "Danantara Chief …", "mantan pelatih"."""
    if head is None:
        return None
    # "Salwa warga Wening": before a small noun of office a capital is a name.
    if not language.head_last and not tokens[head].is_capital:
        return head
    lowest = head - LONGEST_GAP
    others = (language.connectors, language.inverted_verbs, language.according, language.days)
    while (
        head > max(0, lowest)
        and tokens[head - 1].is_capital
        and not any(tokens[head - 1].low in group for group in others)
    ):
        head -= 1
    if head > 1 and tokens[head - 1].text in POSSESSIVES and tokens[head - 2].is_capital:
        head -= 2
    # "U.S. Secretary of State X"
    if language.head_last and head > 1 and tokens[head - 1].text == "." and tokens[head - 2].low in COUNTRIES:
        head -= 2
    # "Human Resources Research and Development Head": fields on both sides of "and".
    joined = language.head_last and head > 2 and tokens[head - 1].low == "and"
    ends = (tokens[head], tokens[head - 2]) if joined and tokens[head - 2].is_capital else ()
    if ends and all(token.low in FIELDS or token.low in language.organisation_words for token in ends):
        return _with_capitals(tokens, head - 2, language)
    # "Federal Bureau of Investigation agent X"
    body = language.head_last and head > 1 and tokens[head - 1].low in language.authored
    if body and tokens[head - 2].is_capital and tokens[head - 2].low in language.organisation_words:
        return _with_capitals(tokens, head - 2, language)
    return head

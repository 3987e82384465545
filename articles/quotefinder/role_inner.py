"""What may stand inside an office: courtesies, short forms in brackets, lists of fields, marks."""

from .tokens import POSSESSIVES

LONGEST_GAP = 7
MOST_MODIFIERS = 3
# After these an office goes on in small words: "minister for economic affairs X".
FIELD_LINKS = frozenset({"for", "of"})
# Parts of a house that have several fields.
DEPARTMENTS = frozenset({"bidang", "bagian", "divisi", "seksi", "departemen", "urusan", "deputi"})


def is_short_form(tokens, index, language):
    """ "(KNTI)", "(Kasipenkum)": a short form inside an office."""
    if _spells_out(tokens, index):
        return True
    if index > 3 and tokens[index - 3].text == "(" and tokens[index - 2].low in language.titles:
        # "(Kanit Reskrim)"
        return tokens[index - 1].is_capital and not language.head_last
    if index < 2 or tokens[index - 2].text != "(":
        return False
    token = tokens[index - 1]
    known = token.text.isupper() or token.low in language.titles or token.low in language.organisation_words
    leads_on = (
        tokens[index + 1].is_capital or tokens[index + 1].text == "," or tokens[index + 1].low in language.role_also
    )
    return known or token.is_capital and not language.head_last and leads_on


def _spells_out(tokens, index):
    """ "UFC (Ultimate Fighting Championship)": the words of a bracket whose first letters stand before it."""
    opening = bracket_opening(tokens, index)
    letters = tokens[opening].text if opening >= 0 else ""
    words = tokens[opening + 2 : index]
    return len(letters) > 1 and letters.isupper() and letters == "".join(word.text[0] for word in words)


def bracket_opening(tokens, index):
    """The token before a short bracket that ends at `index`: "Dewan Pengawas (Dewas) X"."""
    for place in range(index - 1, max(index - 6, -1), -1):
        if tokens[place].text == "(":
            return place - 1
    return -1


def before_courtesy(tokens, begin, language):
    """The first token of "dr. H. X", so that what stands before the courtesies counts as standing before the name."""
    called = _before_calling(tokens, begin, language)
    if called:
        return called
    for place in range(begin - 1, max(begin - LONGEST_GAP, -1), -1):
        stop = tokens[place].text == "." and place and tokens[place - 1].low in language.honorifics
        if not stop and tokens[place].low not in language.honorifics:
            return place + 1
    return begin


def _before_calling(tokens, begin, language):
    """ "Ketua DPR yang akrab disapa X": the token "yang", or 0."""
    place = begin - 1
    if place < 2 or tokens[place].low not in language.nick_verbs:
        return 0
    place -= tokens[place - 1].low in language.nick_signs
    called = place > 1 and tokens[place - 1].low in language.relative and tokens[place - 2].is_word
    return place - 1 if called else 0


def lists_fields(tokens, index, language):
    """A comma or conjunction inside one office: "Bidang Politik, Hukum, dan Keamanan", "Pusat Gempa dan Tsunami"."""
    if tokens[index].low in language.alternatives:
        return False
    after = index + 1
    if after < len(tokens) and tokens[after].low in language.conjunctions:
        after += 1
    before = index - 2 if tokens[index - 1].text == "," else index - 1
    if before < 0 or after >= len(tokens) or not (tokens[before].is_capital and tokens[after].is_capital):
        return False
    if tokens[before].low in language.organisation_words and tokens[after].low in language.organisation_words:
        return True
    if tokens[after].low in language.titles:
        return False
    if _in_department(tokens, index, language):
        return True
    if tokens[index].text == ",":
        return False
    for place in range(before, max(before - LONGEST_GAP, -1), -1):
        if not tokens[place].is_capital:
            return False
        if tokens[place].low in language.organisation_words:
            return True
    return False


def _in_department(tokens, index, language):
    """ "Kepala Bidang Air, Humas, dan Rekam Data RSUD Wening": a list of three, its last behind a conjunction."""
    links = [place for place in range(index, min(index + LONGEST_GAP, len(tokens) - 2)) if not tokens[place].is_capital]
    closing = next(
        (place for place in links if tokens[place].is_word and tokens[place].low in language.conjunctions), 0
    )
    if not closing or tokens[closing - 1].text != "," or not tokens[closing + 2].is_capital:
        return False
    if any(tokens[place].text != "," for place in links if place < closing):
        return False
    for place in range(index - 1, max(index - 2 * LONGEST_GAP, 0), -1):
        if tokens[place].low in DEPARTMENTS:
            return True
        if not tokens[place].is_capital and tokens[place].text != ",":
            return False
    return False


def heads_field(tokens, begin, language):
    """Where "minister for economic affairs X" begins: an office, a preposition and small words up to the name."""
    for place in range(begin - 2, max(begin - MOST_MODIFIERS - 3, 0), -1):
        if tokens[place].low in FIELD_LINKS:
            return place - 1 if tokens[place - 1].low in language.titles | language.role_nouns else None
        plain = tokens[place].is_word and not tokens[place].is_capital
        if not plain or tokens[place].low in language.determiners | language.pronouns:
            return None
    return None


def behind_happening(tokens, head, language):
    """ "Kunjungan PM X": at the head of a sentence the noun of what somebody does is no part of the office."""
    low = tokens[0].low
    if head != 0 or language.head_last or not low.endswith("an") or len(tokens) < 2:
        return head
    known = (language.titles, language.role_nouns, language.organisation_words)
    happening = tokens[1].low in language.titles and not any(low in group for group in known)
    return 1 if happening else head


def joins_fields(tokens, index, language):
    """ "pakar politik dan hukum X": small words on both sides, the first of them what somebody knows about."""
    if language.head_last or index < 2 or tokens[index + 1].is_capital or tokens[index - 1].is_capital:
        return False
    heads = language.role_nouns | language.collectives | language.person_nouns
    if tokens[index + 1].low in heads or tokens[index - 1].low in heads:
        return False
    return any(token.low in language.role_nouns for token in tokens[max(0, index - MOST_MODIFIERS) : index - 1])


def closes_office(tokens, index, begin, language):
    """ "Kepala Bidang Sungai, Dinas Air Wening, X": the body stands between the commas, and nobody else."""
    between = tokens[index + 1 : begin - 1]
    places = language.place_heads & language.organisation_words
    if len(between) == 1 and between[0].is_capital and index > 1 and not language.head_last:
        # "korban dari Desa Wening, Karsa, Rini"
        return tokens[index].text == tokens[begin - 1].text == "," and tokens[index - 2].low in places
    if tokens[index].text != "," or not between or tokens[begin - 1].text != "," or len(between) > LONGEST_GAP:
        return False
    body = between[0].low in language.organisation_words - language.titles
    return body and all(token.is_capital or token.low in language.conjunctions for token in between)


def passes(tokens, index, begin):
    """A stop after a short title, a slash or hyphen, and one comma right before the name belong to the role."""
    mark = tokens[index].text
    if mark == ",":
        return index == begin - 1
    if mark == "." and index:
        return len(tokens[index - 1].text) <= 4 and tokens[index - 1].end == tokens[index].start
    return mark in {"/", "-", "&"} or mark in POSSESSIVES

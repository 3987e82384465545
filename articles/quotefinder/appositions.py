"""The role behind a name: "X, dosen di Y", "Rep. X (R-Utah)", "X adalah guru"."""

import re

from .livings import behind_age, behind_name, copula, pursuit
from .role_bounds import LONGEST_OWNER, role_end, role_opening

# A body's name is at most so many letters long, its short form at least so many.
LONGEST_BODY = 80
SHORTEST_SHORT = 3
LONGEST_BRACKET = 30
# A sentence may open with so long a name.
LONGEST_OPENING = 4

# "S.Si", "Sp.PD-KEMD": a degree by its stops.
STOPPED = re.compile(r"[A-Z][A-Za-z]{0,2}\.[A-Z][A-Za-z-]")


def role_after(text, tokens, stop, kind, language, looks_like_verb):
    """(role, where it ends, acronym in brackets) of the words after the name that ends before token `stop`."""
    index, alias, bracket = stop, "", ""
    index = _past_age(tokens, _past_degrees(tokens, index, language))
    if index < len(tokens) and tokens[index].text == "(":
        close = _closing(tokens, index)
        inner = text[tokens[index].end : tokens[close].start] if close else ""
        if (
            inner.isupper()
            and inner.replace(" ", "").isalpha()
            or kind in ("body", "person")
            and _shortens(inner, text, tokens[stop - 1])
        ):
            alias = inner
        elif _tells_role(inner) and tokens[index + 1].low not in language.days:
            bracket = f"({inner})"
        index = close + 1 if close else index
    if kind not in ("person", "body"):
        return "", index, alias
    being = copula(text, tokens, index, language)
    if being:
        return being, index, alias
    role, end = _apposition(text, tokens, index, language, looks_like_verb)
    if kind == "body" and role and _is_office(role, language):
        role, end = "", index
    if not role and kind == "person" and index > stop and tokens[index - 1].text == ")":
        role, end = behind_age(text, tokens, index, language)
    if not role and kind == "person" and index == stop:
        role, beyond = behind_name(text, tokens, index, language)
        end = beyond if role else end
    role = role or pursuit(text, tokens, index, language)
    return " ".join(part for part in (bracket, role) if part), end, alias


def _is_office(role, language):
    """ "usai Rapat X, Gubernur Y …": an office behind the comma is nobody's who is a body."""
    return not language.head_last and role.split()[0].lower() in language.titles - language.organisation_words


def _tells_role(inner):
    """Words in brackets behind a name, but for those who took its picture: "(Dodi/kabar)"."""
    return bool(inner) and inner[0].isalpha() and "/" not in inner and len(inner) < LONGEST_BRACKET


def _shortens(inner, text, last):
    """ "Badan Pangan Nasional (Bapanas)": one capital word whose letters the name has in this order."""
    if not inner.isalpha() or not inner[0].isupper() or inner.islower():
        return False
    name = iter(text[max(0, last.end - LONGEST_BODY) : last.end].lower())
    return len(inner) > SHORTEST_SHORT and all(letter in name for letter in inner.lower())


def _closing(tokens, index):
    for place in range(index + 1, min(index + 10, len(tokens))):
        if tokens[place].text == ")":
            return place
    return 0


def _past_degrees(tokens, index, language):
    """Skip ", S.H., M.Si." after a name."""
    place = index
    while place < len(tokens) and tokens[place].is_capital and _is_degree(tokens[place], language):
        place += 1
    while place + 1 < len(tokens) and tokens[place].text in ",." and _is_degree(tokens[place + 1], language):
        place += 2
        if place < len(tokens) and tokens[place].text == "." and place + 1 < len(tokens):
            place += tokens[place + 1].text == "," or _is_degree(tokens[place + 1], language)
    return place


def _is_degree(token, language):
    """One of the list, or letters with a stop inside them."""
    spelt = not language.head_last and STOPPED.match(token.text) is not None
    return spelt or token.low in language.degrees


def _past_age(tokens, index):
    """Skip ", 34" and ", 23 tahun" after a name."""
    for size in (2, 3):
        if (
            index + size < len(tokens)
            and tokens[index].text == ","
            and tokens[index + 1].text.isdigit()
            and (tokens[index + size].text in ",.)")
        ):
            return index + size
    return index


def _apposition(text, tokens, index, language, looks_like_verb):
    if index + 1 >= len(tokens):
        return "", index
    token, following = tokens[index], tokens[index + 1]
    if token.text == "," and following.text[1:2] in ("-", "–") and following.text[0] in "RDI":
        end = index + 2
        end += end < len(tokens) and tokens[end].text == "." and end + 1 < len(tokens)
        more, further = _apposition(text, tokens, end, language, looks_like_verb)
        return (f"{following.text}, {more}", further) if more else (following.text, end)
    if token.text == "," and following.low in language.belongings:
        begin = _belonging(tokens, index + 2, language)
        if begin is not None and not language.head_last:
            end = next((place for place in range(begin, len(tokens)) if not tokens[place].is_capital), len(tokens))
            return (text[tokens[begin].start : tokens[end - 1].end], end) if end > begin else ("", index)
    elif token.text == ",":
        skip = (
            following.low in language.relative
            and index + 2 < len(tokens)
            and (tokens[index + 2].low in language.role_openers)
        )
        begin = role_opening(tokens, index + 1 + skip, language)
    elif token.low in language.role_openers and token.low not in language.role_also:
        begin = role_opening(tokens, index, language)
        begin = None if begin is not None and _is_thing(tokens, index, begin, language) else begin
    elif token.low in language.relative and following.low in language.role_openers:
        begin = role_opening(tokens, index + 1, language)
    elif token.low in language.owner_markers - language.belongings and following.is_capital and not language.head_last:
        # "Rini Astuti asal Desa X menilai": where somebody comes from is no role.
        return "", next((place for place in range(index + 1, len(tokens)) if not tokens[place].is_capital), len(tokens))
    elif (
        token.low in language.belongings
        and following.is_capital
        or (token.low in language.belongings and following.low == "the")
    ):
        begin = index + 1
    else:
        begin = None
    if begin is None or begin >= len(tokens):
        return "", index
    end = role_end(tokens, begin, language)
    said = end < len(tokens) and tokens[end].low in language.forward_verbs
    announced = following.low in language.role_openers and following.low not in language.role_also
    if token.text == "," and said and not announced and not _opens_sentence(tokens, index, language):
        return "", index
    verbs = (
        place
        for place in range(begin, end)
        if not tokens[place].is_capital
        and looks_like_verb(tokens[place].low, language)
        # "co-ordinating minister"
        and not (language.head_last and place + 1 < end and tokens[place + 1].low in language.role_nouns)
    )
    verb = next(verbs, end)
    # "head of roads policing" is an office as far as the word that may be a verb.
    if verb < end and not any(token.low in language.role_nouns for token in tokens[begin:verb]):
        return "", index
    end = verb
    does = end < len(tokens) and looks_like_verb(tokens[end].low, language)
    if token.text == "," and does and _is_told_by(tokens, index, language):
        return "", index
    role = _without_links(text, tokens, begin, end, language)
    if token.low == "of":
        role = f"of {role}"
        if end + 1 < len(tokens) and tokens[end].text == ",":
            more, further = _apposition(text, tokens, end, language, looks_like_verb)
            return (f"{role}, {more}", further) if more else (role, end)
    return role, end


def _is_told_by(tokens, index, language):
    """ "Menurut X, hakim Y lalai": with a verb behind it what follows the comma is what X says."""
    place = index - 1
    while place >= 0 and tokens[place].is_capital and tokens[place].low not in language.according:
        place -= 1
    told = language.according - language.inverted_verbs
    return place >= 0 and not language.head_last and tokens[place].low in told


def _is_thing(tokens, index, begin, language):
    """ "hal yang disoroti X sebagai kekurangan": a noun that no list knows as somebody's, and no body behind it."""
    known = (language.role_nouns | language.titles | language.person_nouns) - language.anybody
    return tokens[index].low in language.thing_openers and tokens[begin].low not in known


def _opens_sentence(tokens, index, language):
    """ "Rini Astuti, guru SD mengatakan": nothing but the name stands before the comma."""
    head = tokens[0].low
    if language.head_last or head in language.stoppers or head in language.connectors or head in language.place_heads:
        return False
    whole = index > 1 or head in language.first_names
    return whole and index <= LONGEST_OPENING and all(token.is_capital for token in tokens[:index])


def _belonging(tokens, index, language):
    """ ", of Kent Police", ", from the charity X", ", from the University of Y": not the town of ", from Leeds"."""
    begin = index + (index < len(tokens) and tokens[index].low in language.determiners)
    known = (language.organisation_words | language.body_nouns) - (
        frozenset() if language.head_last else language.place_heads
    )
    named = any(token.low in known for token in tokens[begin : begin + LONGEST_OWNER - 4])
    return begin if named else None


def _without_links(text, tokens, begin, end, language):
    """The role's words without the preposition that led on to a title in marks: "author of “X”"."""
    loose = language.role_links if language.head_last else language.role_links | language.demonstratives
    while end > begin and tokens[end - 1].low in loose and not tokens[end - 1].is_capital:
        end -= 1
    return text[tokens[begin].start : tokens[end - 1].end] if end > begin else ""

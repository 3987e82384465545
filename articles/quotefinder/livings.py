"""What a sentence says that somebody is, outside commas: "X adalah dosen", "X, who teaches …", "X (40) petani"."""

from .role_bounds import role_end, role_opening

# What may stand between a name and "yang", "who".
APART = frozenset(",-–—")


def copula(text, tokens, index, language):
    """The role in "X adalah dosen", "X, 23 tahun, adalah dosen"."""
    place = index
    if (
        language.head_last
        and place + 3 < len(tokens)
        and tokens[place].text == ","
        and (tokens[place + 1].low in language.relative and tokens[place + 2].low in language.copulas)
    ):
        # "X, who is also leader of …"
        place += 2
    if place + 2 < len(tokens) and f"{tokens[place].low} {tokens[place + 1].low}" in language.meant:
        # "X yang dimaksud adalah …"
        place += 2
    if place + 2 < len(tokens) and tokens[place].text == "," and tokens[place + 1].low in language.adverbs:
        place += 1
    if place + 1 < len(tokens) and tokens[place].low in language.adverbs - language.copulas:
        place += 1
    if place + 1 < len(tokens) and tokens[place].text == "," and tokens[place + 1].low in language.copulas:
        place += 1
    elif place < len(tokens) and tokens[place].text == ",":
        place = next((at + 1 for at in range(place + 1, min(place + 5, len(tokens))) if tokens[at].text == ","), place)
    if place + 1 >= len(tokens) or tokens[place].low not in language.copulas:
        return ""
    while place + 2 < len(tokens) and tokens[place + 1].low in language.adverbs - language.copulas:
        place += 1
    begin = role_opening(tokens, place + 1, language)
    if begin is None or not (tokens[begin].low in language.role_nouns or language.head_last):
        return ""
    # "X was among …", "X is hopeful"
    bare = language.head_last and begin == place + 1 and not tokens[begin].is_capital
    if bare and tokens[begin].low not in language.titles | (language.role_nouns - language.person_nouns):
        return ""
    end = role_end(tokens, begin, language)
    return text[tokens[begin].start : tokens[end - 1].end] if end > begin else ""


def pursuit(text, tokens, index, language):
    """ "X, who teaches chemistry at Y", "X yang sehari-hari bekerja sebagai guru": what somebody does for a living."""
    apart = index < len(tokens) and tokens[index].text in APART
    begin = index + apart
    if begin + 2 >= len(tokens) or tokens[begin].low not in language.relative:
        return ""
    begin += 1
    while begin + 2 < len(tokens) and tokens[begin].low in language.adverbs | language.habits:
        begin += 1
    works = tokens[begin + 1].low in language.as_words | language.thing_openers if begin + 1 < len(tokens) else False
    if tokens[begin].low not in language.pursuits or not (apart or works):
        return ""
    if works:
        begin = role_opening(tokens, begin + 2, language) or begin + 2
    if begin >= len(tokens):
        return ""
    end = role_end(tokens, begin, language)
    while end > begin + 1 and tokens[end - 1].low in language.role_links:
        end -= 1
    return text[tokens[begin].start : tokens[end - 1].end]


def behind_name(text, tokens, index, language):
    """ "ujar Salwa warga Desa Wening.": a small noun of office right behind a name, up to the end of the clause."""
    if language.head_last or index + 1 >= len(tokens) or tokens[index].is_capital:
        return "", index
    if tokens[index].low not in language.role_nouns - language.kin or tokens[index].low in language.never_heads:
        return "", index
    end = role_end(tokens, index, language)
    return text[tokens[index].start : tokens[end - 1].end], end


def behind_age(text, tokens, index, language):
    """ "Siswanto (40) salah satu petani mengaku", "Sugeng (53) warga setempat": a role without a comma."""
    begin = role_opening(tokens, index, language) if index + 1 < len(tokens) else None
    if language.head_last or begin is None or tokens[begin].low not in language.role_nouns:
        return "", index
    end = role_end(tokens, begin, language)
    return text[tokens[begin].start : tokens[end - 1].end], end

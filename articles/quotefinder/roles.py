"""The role beside a name: "pelatih X", "X, dosen di Y", "Rep. X (R-Utah)"."""

LONGEST_ROLE = 16
LONGEST_GAP = 7


def role_before(tokens, begin, language, looks_like_verb):
    """Where the words of a role begin that lead up to token `begin`, or None."""
    begin = _before_courtesy(tokens, begin, language)
    head, index, gap = None, begin - 1, 0
    while index >= 0 and begin - index <= LONGEST_ROLE and gap <= LONGEST_GAP:
        token = tokens[index]
        if token.text == ")" and index == begin - 1:
            index = _bracket_opening(tokens, index)
            continue
        if not token.is_word:
            if not _passes(tokens, index, begin) and not _lists_fields(tokens, index, language):
                break
            index -= 1
            continue
        if _blocks(token, tokens, index, begin, language, looks_like_verb):
            break
        gap += 1
        if _is_head(token.low, language) or (index and f"{tokens[index - 1].low} {token.low}" in language.media_nouns):
            head, gap = index, 0
            if index and f"{tokens[index - 1].low} {token.low}" in language.media_nouns:
                head = index - 1
        index -= 1
    return _with_capitals(tokens, head, language)


def _is_head(word, language):
    """A noun of office or kin, also with the possessive on it: "suaminya"."""
    if language.suffix and word.endswith(language.suffix):
        word = word[: -len(language.suffix)]
        return word in language.role_nouns
    return word in language.role_nouns or word in language.titles or word in language.media_nouns


def _bracket_opening(tokens, index):
    """The token before a short bracket that ends at `index`: "Dewan Pengawas (Dewas) X"."""
    for place in range(index - 1, max(index - 6, -1), -1):
        if tokens[place].text == "(":
            return place - 1
    return -1


def _before_courtesy(tokens, begin, language):
    """The first token of "dr. H. X", so that what stands before the courtesies counts as standing before the name."""
    for place in range(begin - 1, max(begin - LONGEST_GAP, -1), -1):
        stop = tokens[place].text == "." and place and tokens[place - 1].low in language.honorifics
        if not stop and tokens[place].low not in language.honorifics:
            return place + 1
    return begin


def _lists_fields(tokens, index, language):
    """A comma or conjunction inside one office: "Bidang Politik, Hukum, dan Keamanan", "Pusat Gempa dan Tsunami"."""
    after = index + 1
    if after < len(tokens) and tokens[after].low in language.conjunctions:
        after += 1
    before = index - 2 if tokens[index - 1].text == "," else index - 1
    if before < 0 or after >= len(tokens) or not (tokens[before].is_capital and tokens[after].is_capital):
        return False
    if tokens[before].low in language.organisation_words and tokens[after].low in language.organisation_words:
        return True
    if tokens[index].text == "," or tokens[after].low in language.titles:
        return False
    for place in range(before, max(before - LONGEST_GAP, -1), -1):
        if not tokens[place].is_capital:
            return False
        if tokens[place].low in language.organisation_words:
            return True
    return False


def _passes(tokens, index, begin):
    """A stop after a short title, a slash or hyphen, and one comma right before the name belong to the role."""
    mark = tokens[index].text
    if mark == ",":
        return index == begin - 1
    if mark == "." and index:
        return len(tokens[index - 1].text) <= 4 and tokens[index - 1].end == tokens[index].start
    return mark in "/-&" or mark in ("'s", "’s")


def _blocks(token, tokens, index, begin, language, looks_like_verb):
    low = token.low
    if low in language.pronouns or low in language.days or low in language.relative or low in language.demonstratives:
        return not (low == "the" and token.is_capital is False)
    if token.is_capital:
        return low in language.according and index == 0
    if low in language.inverted_verbs or low in language.forward_verbs or low in language.naming_verbs:
        return low not in language.role_nouns
    if low in language.passive_verbs or low in language.according or low in language.indefinites:
        return True
    if low in language.stoppers and low not in language.role_links:
        return True
    if low in language.conjunctions and _lists_fields(tokens, index, language):
        return False
    if low in language.role_links and index and _ends_name(tokens[index - 1], language):
        return True
    if low in ("dan", "and", "dengan", "with", "to", "atau", "or", "as"):
        return True
    return looks_like_verb(low, language)


def _ends_name(token, language):
    """A capital that no list knows as part of an office: behind it another part of the sentence begins."""
    known = (language.titles, language.organisation_words, language.places, language.role_nouns)
    return token.is_capital and not token.text.isupper() and not any(token.low in group for group in known)


def _with_capitals(tokens, head, language):
    """Capitals and small modifiers right before the head belong to it: "Danantara Chief …", "mantan pelatih"."""
    if head is None:
        return None
    lowest = head - LONGEST_GAP
    others = (language.connectors, language.inverted_verbs, language.according, language.days)
    while (
        head > max(0, lowest)
        and tokens[head - 1].is_capital
        and not any(tokens[head - 1].low in group for group in others)
    ):
        head -= 1
    if head > 1 and tokens[head - 1].text in ("'s", "’s") and tokens[head - 2].is_capital:
        head -= 2
    return head


def role_after(text, tokens, stop, kind, language, looks_like_verb):
    """(role, where it ends, acronym in brackets) of the words after the name that ends before token `stop`."""
    index, alias, bracket = stop, "", ""
    index = _past_age(tokens, _past_degrees(tokens, index, language))
    if index < len(tokens) and tokens[index].text == "(":
        close = _closing(tokens, index)
        inner = text[tokens[index].end : tokens[close].start] if close else ""
        if inner.isupper() and inner.replace(" ", "").isalpha():
            alias = inner
        elif inner and inner[0].isalpha() and tokens[index + 1].low not in language.days and len(inner) < 30:
            bracket = f"({inner})"
        index = close + 1 if close else index
    if kind not in ("person", "body"):
        return "", index, alias
    copula = _copula(text, tokens, index, language)
    if copula:
        return copula, index, alias
    role, end = _apposition(text, tokens, index, language, looks_like_verb)
    return " ".join(part for part in (bracket, role) if part), end, alias


def _copula(text, tokens, index, language):
    """The role in "X adalah dosen", "X, 23 tahun, adalah dosen"."""
    place = index
    if place + 1 < len(tokens) and tokens[place].text == "," and tokens[place + 1].low in language.copulas:
        place += 1
    elif place < len(tokens) and tokens[place].text == ",":
        place = next((at + 1 for at in range(place + 1, min(place + 5, len(tokens))) if tokens[at].text == ","), place)
    if place + 1 >= len(tokens) or tokens[place].low not in language.copulas:
        return ""
    begin = _role_opening(tokens, place + 1, language)
    if begin is None or not (tokens[begin].low in language.role_nouns or language.head_last):
        return ""
    end = _role_end(tokens, begin, language)
    return text[tokens[begin].start : tokens[end - 1].end] if end > begin else ""


def _closing(tokens, index):
    for place in range(index + 1, min(index + 10, len(tokens))):
        if tokens[place].text == ")":
            return place
    return 0


def _past_degrees(tokens, index, language):
    """Skip ", S.H., M.Si." after a name."""
    place = index
    while place + 1 < len(tokens) and tokens[place].text in ",." and tokens[place + 1].low in language.degrees:
        place += 2
        if place < len(tokens) and tokens[place].text == "." and place + 1 < len(tokens):
            place += tokens[place + 1].text == "," or tokens[place + 1].low in language.degrees
    return place


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
    if token.text == "," and following.text[1:2] == "-" and following.text[0] in "RDI":
        return following.text, index + 2
    if token.text == ",":
        skip = (
            following.low in language.relative
            and index + 2 < len(tokens)
            and (tokens[index + 2].low in language.role_openers)
        )
        begin = _role_opening(tokens, index + 1 + skip, language)
    elif token.low in language.role_openers and token.low not in ("juga", "also"):
        begin = _role_opening(tokens, index, language)
    elif token.low in language.relative and following.low in language.role_openers:
        begin = _role_opening(tokens, index + 1, language)
    elif (
        token.low in ("dari", "of", "from")
        and following.is_capital
        or (token.low in ("dari", "of", "from") and following.low == "the")
    ):
        begin = index + 1
    else:
        begin = None
    if begin is None or begin >= len(tokens):
        return "", index
    end = _role_end(tokens, begin, language)
    if token.text == "," and end < len(tokens) and tokens[end].low in language.forward_verbs:
        return "", index
    if any(looks_like_verb(tokens[place].low, language) for place in range(begin, end) if not tokens[place].is_capital):
        return "", index
    role = text[tokens[begin].start : tokens[end - 1].end] if end > begin else ""
    if token.low == "of":
        role = f"of {role}"
        if end + 1 < len(tokens) and tokens[end].text == ",":
            more, further = _apposition(text, tokens, end, language, looks_like_verb)
            return (f"{role}, {more}", further) if more else (role, end)
    return role, end


def _role_opening(tokens, index, language):
    """The first word of a role that follows a comma, or None when what follows is no role."""
    opened = False
    while index < len(tokens) and index + 1 < len(tokens):
        low = tokens[index].low
        two = f"{low} {tokens[index + 1].low}"
        if two in language.indefinites:
            index, opened = index + 2, True
        elif (
            low in language.indefinites
            or low in language.role_openers
            or (low in language.demonstratives and low == "the")
        ):
            index, opened = index + 1, True
        else:
            break
    if index >= len(tokens):
        return None
    token = tokens[index]
    known = token.low in language.role_nouns or token.low in language.titles or token.low in language.person_nouns
    if not token.is_word:
        return None
    if known:
        return index
    if opened and token.low not in language.stoppers:
        return index
    return index if language.head_last and _head_within(tokens, index, language) else None


def _head_within(tokens, index, language):
    """ "Wuling Motors director", "the company's chief": the head noun stands a few words on."""
    for place in range(index, min(index + 5, len(tokens))):
        token = tokens[place]
        if not token.is_word or token.low in language.stoppers or token.low in language.forward_verbs:
            return False
        if place > index and (token.low in language.role_nouns):
            return True
    return False


def _role_end(tokens, begin, language):
    small = not tokens[begin].is_capital
    for index in range(begin, min(begin + LONGEST_ROLE, len(tokens))):
        token = tokens[index]
        if token.quote >= 0 or token.text in ",;:(–—" or token.low in language.relative or token.low in language.days:
            return index
        if token.text == ".":
            if index + 1 == len(tokens) or not (len(tokens[index - 1].text) <= 3 and tokens[index + 1].is_capital):
                return index
            continue
        if index > begin and token.is_word and not token.is_capital:
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            linked = token.low in language.role_links and following is not None
            if linked and token.low in ("di", "pada", "dalam") and not (small and following.is_capital):
                return index
            if token.low in language.stoppers and not linked:
                return index
            if token.low in language.forward_verbs or token.low in language.passive_verbs:
                return index
    return min(begin + LONGEST_ROLE, len(tokens))

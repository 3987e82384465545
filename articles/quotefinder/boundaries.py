"""Where in a run of capitals the name begins: what stands before it is office, body or place."""

LONGEST_NAME = 3
# "OpenAI": names of firms end so, and from this length on.
SHORTEST_COINED = 3
# "Kelas I": a rank in the middle of an office.
NUMERALS = frozenset(
    {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "IA", "IB", "IIA", "IIB"}
)
# Right behind a known place or a courtesy a name may be so long.
LONGEST_WHOLE = 4


def stray_capital(words, evidence, language):
    """1 when the run's first word owes its capital to its place ("Melihat Apriyani"), else 0."""
    first, rest = words[0], tuple(word.low for word in words[1:])
    if first.low in language.saying_nouns:
        return 1
    if not {first.low, first.low + language.suffix} & evidence.lower:
        return 0
    if evidence.middle[first.text] or first.low in evidence.spoken or first.low in language.first_names:
        return 0
    return int(rest[0] in evidence.spoken or evidence.runs[rest] > 0)


def _class(run, index, chained, evidence, language):
    """T title, H honorific, O part of a body's name, A acronym, P place, N else."""
    token, low = run[index], run[index].low
    if _is_name_not_title(run, index, language):
        return "N"
    if low in language.given_titles and _is_given(run, index, chained, language):
        return "N"
    if low in language.second_titles:
        before = run[index - 1] if index else token
        body = before.low in language.organisation_words and not before.text.isupper()
        if low in language.given_titles and f"{before.low} {low}" not in language.titles and not body:
            return "N"
        return "T" if body or before.low in language.titles else "N"
    if (
        low in language.titles
        or low in evidence.titles
        or (not index and low in language.role_nouns and low not in language.organisation_words)
    ):
        return "T" if low not in language.first_names or index == 0 and len(run) > 2 and not chained else "N"
    pairs = {f"{low} {word.low}" for word in run[index + 1 : index + 2]} | {
        f"{word.low} {low}" for word in run[max(0, index - 1) : index]
    }
    if pairs & language.honorifics:
        return "H"
    if low in language.honorifics:
        name = _is_middle_initial(run, index, chained, language) or _ends_as_name(run, index, language)
        return "N" if name else "H"
    # "Agensi X", called X elsewhere: the noun says what X is.
    noun = low in language.body_nouns and low not in language.organisation_words and not language.head_last
    if not index and noun and len(run) > 1 and evidence.runs[tuple(word.low for word in run[1:])]:
        return "T"
    # "Shadow Treasurer X", "Fire Captain X": in the middle of capitals a noun of office is no name.
    office = language.head_last and low in language.role_nouns and low not in language.first_names
    if office and index + 1 < len(run) and not token.text.isupper():
        return "T"
    if not index and len(run) > 1 and "-of-" in low and low.partition("-")[0] in language.kin:
        return "T"
    if not index and len(run) > 2 and run[1].low in language.first_names and _looks_like_office(low, language):
        return "T"
    # "Danton Damkar Wening Rini Astuti": what stands before a body and a given name is an office.
    unknown = not index and not language.head_last and low not in language.first_names and low not in evidence.spoken
    if unknown and len(run) > 3 and _heads_office(run, language):
        return "T"
    if _is_given_team(run, index, chained, language):
        return "N"
    if low in language.organisation_words or low in evidence.bodies or _is_numeral(token, index, run):
        return "O"
    initials = low in language.first_names and index + 1 < len(run) and len(run[index + 1].text) > 2
    initials = initials or low in evidence.initials
    if len(token.text) > 1 and token.text.isupper():
        inside = 0 < index < len(run) - 1 and _is_pair_of_initials(run, index, language)
        # "Menko Polhukam Mahfud MD", called Mahfud
        last = index > 1 and index == len(run) - 1 and len(low) == 2 and not language.head_last
        inside = inside or last and run[index - 1].low in evidence.spoken and low not in language.degrees
        return "N" if initials or inside else "A"
    if len(token.text) > SHORTEST_COINED and token.text[-2:].isupper():
        return "A"
    if pairs & language.organisation_words:
        return "O"
    # An airport or hospital is named after somebody: "Ahmad Yani".
    if low in language.first_names and not ((chained or index) and pairs & language.places):
        return "N"
    # "Menteri Pertahanan Israel Israel Katz"
    if index and run[index - 1].low == low and index + 1 < len(run):
        return "N"
    learned = low in evidence.places and (chained or len(run) == 1)
    # "Israelis"
    people = language.head_last and len(run) == 1 and low.removesuffix("s") in language.places
    return "P" if learned or people or low in language.places or pairs & language.places else "N"


def _is_name_not_title(run, index, language):
    """ "Gaura Sen Gupta": behind a name what else is short for a title is none."""
    low, before = run[index].low, run[index - 1].low if index else ""
    known = (language.titles, language.ranks, language.honorifics, language.organisation_words, language.places)
    return bool(index) and low in language.short_titles and not any(before in group for group in known)


def _heads_office(run, language):
    known = (language.organisation_words, language.places, language.outlets)
    if any(run[0].low in group for group in known) or run[0].text.isupper():
        return False
    body = run[1].low in language.organisation_words and run[1].low not in language.first_names
    return body and any(word.low in language.first_names for word in run[2:-1])


def _is_second_name(run, index, cut, language):
    """ "Hotman Paris Hutapea": a place between a given name and another word of the name."""
    return cut < index < len(run) - 1 and run[index - 1].low in language.first_names


def _is_given_team(run, index, chained, language):
    """ "…, Tim McCoy": a given name that means a body too, behind an office and before one more word."""
    if run[index].low not in language.first_names or index != len(run) - 2 or not (chained or index):
        return False
    last = run[-1]
    others = (language.organisation_words, language.titles, language.places)
    return not last.text.isupper() and not any(last.low in group for group in others)


def _ends_as_name(run, index, language):
    """ "Mao Ning": behind a name no courtesy comes last."""
    if language.head_last or not 0 < index == len(run) - 1:
        return False
    before = run[index - 1].low
    return before not in language.honorifics and before not in language.titles and before not in language.role_nouns


def _is_middle_initial(run, index, chained, language):
    """ "Mardani H. Karsa": an initial behind a given name, not the courtesy of a pilgrim behind an office."""
    if not 0 < index < len(run) - 1:
        return False
    # "Maria Nona Wening", and not "Siti Hj. Aminah"
    if len(run[index].text) > 1:
        given = run[0].low in language.first_names and not chained
        return given and len(run[index].text) > LONGEST_NAME and not language.head_last
    opens = index == 1 and not chained and run[0].low not in language.titles
    return run[index - 1].low in language.first_names or opens


def _is_numeral(token, index, run):
    """ "Komisi I", but not "I Gusti Agung"."""
    return token.text in NUMERALS and (index > 0 or token.text != "I" or len(run) == 1)


def _is_pair_of_initials(run, index, language):
    """ "AKBP Fredi WA Karsa": two capitals behind a given name, or behind the first word after a rank."""
    low = run[index].low
    if len(low) != 2 or not run[index].text.isupper() or low in language.organisation_words | language.places:
        return False
    ranked = index > 1 and run[index - 2].low in language.ranks and not run[index - 1].text.isupper()
    return ranked or run[index - 1].low in language.first_names | language.ranks


def _is_given(run, index, chained, language):
    """ "Menteri Sultan X", "Kapolda I Wayan X": behind an office such a word begins the name."""
    if index + 1 >= len(run):
        return False
    if len(run[index].text) == 1:
        # "Daop I Bambang": divisions that have numbers
        numbered = index > 0 and run[index - 1].low in language.numbered
        return run[index + 1].low in language.first_names and not numbered
    before = run[index - 1].low if index else ""
    # "Jaksa Agung X" holds one office.
    return (chained or bool(index)) and f"{before} {run[index].low}" not in language.titles


def _looks_like_office(low, language):
    """ "Skipper Neil Barrow": no given name, and an ending that nouns of office have."""
    ends = bool(language.role_endings) and low.endswith(language.role_endings)
    return ends and low not in language.first_names and low not in language.not_roles


def cut_name(run, has_role, before, evidence, language):
    """How many words of the run come before the name, and the kind of the mention."""
    if len(run) > 1 and " ".join(word.low for word in run) in language.outlets:
        return 0, "body"
    classes = [_class(run, index, has_role, evidence, language) for index in range(len(run))]
    if all(kind == "P" for kind in classes):
        return len(run), "role" if has_role else "place"
    chained = has_role or classes[0] in "THOA"
    titled = has_role or "T" in classes or "H" in classes
    cut = 0
    given = not language.head_last or run[-1].low in language.given_titles or run[-1].low in evidence.spoken
    if len(run) > 2 and titled and classes[-1] == "T" and classes[-2] == "N" and given:
        classes[-1] = "N"
    for index, kind in enumerate(classes):
        if kind in "TH" or (kind in "OA" and (chained or index)) or (kind == "P" and (chained or cut)):
            cut = index + 1 if kind != "P" or not _is_second_name(run, index, cut, language) else cut
    if cut == len(run):
        return _nameless(run, classes, titled, evidence.spoken, language)
    if not titled and cut:
        return cut, "body"
    if classes[0] in "OA" and "T" not in classes and not has_role:
        return cut, "body"
    acronym = bool(cut) and classes[cut - 1] == "A" and run[-1].low in evidence.spoken
    if cut and (acronym or classes[cut - 1] in "PH") and has_role and len(run) - cut <= LONGEST_WHOLE:
        return cut, "person"
    cut += _narrowed(run, cut, titled, run[cut - 1].low if cut else before, evidence, language)
    return cut - _is_initial(run, cut, language), "person"


def _is_initial(run, cut, language):
    """ "M Adam Hamdani": one letter before the name is a part of it, unless it numbers or is a courtesy."""
    before = run[cut - 1] if cut else None
    letter = before is not None and len(before.text) == 1 and before.text.isupper() and before.text not in NUMERALS
    return letter and before.low not in language.honorifics and run[cut].low in language.first_names


def _nameless(run, classes, titled, spoken, language):
    """A run that ends in a class word: an office, a body, or a name that happens to end so ("Emma House")."""
    given = run[0].low in language.first_names
    if given and classes[0] == "N" and len(run) <= LONGEST_NAME and classes[-1] != "A":
        return 0, "person"
    # "Rini SMK", called Rini: an artist with the name of a band behind hers.
    if classes == ["N", "A"] and run[0].low in spoken and not language.head_last:
        return 0, "person"
    if classes[0] in "TH":
        if len(run) == 2 and classes[0] == "H":
            return 1, "person"
        return len(run), "role"
    # "the news agency Wening Press"
    paper = run[-1].low in language.outlet_words and "T" not in classes[:-1]
    return len(run), "role" if titled and "T" in classes[-2:] and not paper else "body"


def _with_given(rest, index, given, language):
    """People go by a later word of their name: the given names before it stay, a surname does not stand alone."""
    while index and rest[index - 1] in given:
        index -= 1
    return index - 1 if language.head_last and 1 < index == len(rest) - 1 else index


def _narrowed(run, cut, titled, before, evidence, language):
    """How many words more to leave out before the name: an unknown place or company between title and name."""
    rest = [token.low for token in run[cut:]]
    size = len(rest)
    if size == 1 or not titled:
        return 0
    given = language.first_names
    if rest[0] in evidence.spoken or not language.head_last and before in language.ranks:
        return 0
    if before in language.fields and rest[0] not in given:
        # "juru bicara bidang Penindakan X"
        return 1
    # Behind an office comes the name: the body stands before it.
    if language.head_last and (before in language.titles or before in language.role_nouns):
        return 0
    said = next((index for index in range(1, size - 1) if rest[index] in evidence.spoken), 0)
    if said:
        # "Menteri Nawal Arafah X", called Arafah: a minister is not named by a place or firm, a coach may be.
        placed = before in language.complement_heads or before in language.regional_titles
        placed = placed or rest[said] in given
        return _with_given(rest, said, given, language) if placed or said > 1 else 0
    if size > LONGEST_NAME and rest[0] not in given:
        first = next((index for index in range(1, size - 1) if rest[index] in given), 0)
        if first:
            return first
    regional = cut and run[cut - 1].low in language.regional_titles
    regional = regional and (rest[0] not in given or size > 2 and run[cut - 1].low in language.organisation_words)
    if regional and rest[0] in given:
        return 1
    if regional or before.isdigit():
        named = next((index for index in range(1, size) if rest[index] in given or rest[index] in evidence.spoken), 0)
        # A surname alone: the place is one word, the name the rest.
        named = 1 if named == size - 1 > 1 and rest[named] not in given else named
        # "Kepala Desa Karang Wening Suhendri"
        double = size > 2 and rest[0] in language.place_beginnings
        if named or regional and size > 2:
            return max(named or 1, 1 + double)
    if rest[0] in given:
        return 0
    for index in range(1, size):
        if rest[index] in evidence.spoken and size > LONGEST_NAME:
            return _with_given(rest, index, given, language)
        if size - index > 1 and evidence.runs[tuple(rest[index:])]:
            return index
    if rest[0] not in given and before in language.complement_heads:
        for index in range(1, size - 1):
            if rest[index] in given:
                return index
    long = size > LONGEST_NAME and language.name_links.isdisjoint(rest)
    return size - LONGEST_NAME if long and before in language.complement_heads else 0

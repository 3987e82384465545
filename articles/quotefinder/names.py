"""Runs of capitals to mentions of people, bodies and offices, each with its role."""

import re
from dataclasses import dataclass
from itertools import takewhile

from .appositions import role_after
from .belongings import (
    is_firm_apposed,
    is_governed,
    is_numbered,
    is_of_another,
    is_only_place,
    is_wider_place,
    office_apposed,
)
from .bodies import whole_bodies
from .boundaries import cut_name, stray_capital
from .evidence import begins_sentence
from .offices import join_offices
from .role_inner import behind_happening
from .roles import opening_role, role_before, with_province
from .runs import DEGREE, find_runs, looks_like_verb

# A longer role before the name needs no other behind it: "lead author X, a marine ecologist".
SHORT_ROLE = 2
# Around the words of a role: blanks of any kind and marks.
EDGES = " \t\u00a0\u202f,:("
# The last word of "Ketua Karang Taruna, Dr.Ir."
COURTESY = re.compile(r"(?:^|[ .])([^ .]+)\.?$")
# "MPHM": what no list has, but is made like a master's degree.
UNLISTED = re.compile(r"M[A-Z]{2,4}")


@dataclass(slots=True)
class Mention:
    """Somebody named in a sentence.

    Token numbers: the role before begins at `first`, the name at `begin`, it ends before `stop`, and what belongs to
    it (brackets, apposition) ends before `last`. `kind` is person, body, role (an office without a name) or place.
    """

    name: str
    words: tuple
    role: str
    kind: str
    sentence: int
    first: int
    begin: int
    stop: int
    last: int
    start: int
    end: int
    alias: str = ""


def mentions(text, sentences, evidence, language):
    """All mentions of the story, a list for each sentence."""
    runs = [
        join_offices(sentence.tokens, list(find_runs(sentence.tokens, evidence, language)), evidence, language)
        for sentence in sentences
    ]
    for sentence, spans in zip(sentences, runs, strict=True):
        for begin, stop in spans:
            evidence.runs[_lows(sentence.tokens, begin, stop)] += 1
    return [
        _as_pairs(sentence.tokens, whole_bodies(text, sentence.tokens, found, language))
        for sentence, found in zip(
            sentences,
            (
                [_mention(text, sentence.tokens, number, begin, stop, evidence, language) for begin, stop in spans]
                for number, (sentence, spans) in enumerate(zip(sentences, runs, strict=True))
            ),
            strict=True,
        )
    ]


def _as_pairs(tokens, found):
    """ "Pasangan ganda campuran X/Y": both have the office."""
    for first, second in zip(found, found[1:], strict=False):
        paired = second.begin == first.stop + 1 and tokens[first.stop].text == "/"
        if paired and first.kind == second.kind == "person" and not second.role:
            second.role = first.role
    return found


def _lows(tokens, begin, stop):
    return tuple(token.low for token in tokens[begin:stop] if token.is_word)


def _mention(text, tokens, number, begin, stop, evidence, language):
    stop = _before_degrees(tokens, begin, stop, language)
    run = [index for index in range(begin, stop) if tokens[index].is_word]
    words = [tokens[index] for index in run]
    office = role_before(tokens, begin, language, looks_like_verb)
    before = tokens[begin - 1].low if begin else ""
    if before.isdigit() and not (begin > 1 and tokens[begin - 2].is_capital):
        before = ""
    cut, kind = cut_name(words, office is not None, before, evidence, language)
    single = cut and len(words) - cut == 1 or before in language.determiners
    if kind == "person" and single and words[-1].low in language.outlet_words:
        # "editor of the Wening Gazette"
        cut, kind, office = 0, "body", None
    if before in language.name_markers and kind in ("body", "role") and all(word.text.isupper() for word in words):
        # "warga berinisial SE"
        cut, kind = 0, "person"
    apposed = office_apposed(tokens, begin, language)
    if apposed is not None and kind != "role":
        office = apposed
    elif office is not None and is_firm_apposed(tokens, begin, language):
        cut, kind = 0, "body"
    if office is not None and before == "," and kind not in ("person", "body"):
        office = None
        cut, kind = cut_name(words, False, before, evidence, language)
    if office is not None and before == "," and is_of_another(tokens, office, begin, stop, words[:cut], language):
        office = None
    if kind == "person" and len(words) == 1 and is_numbered(tokens, begin, evidence, language):
        kind = "place" if office is None else "role"
    if kind == "person" and cut and is_only_place(tokens, words[cut - 1 :], stop, language):
        kind = "role"
    if kind == "person" and before == "," and len(words) == 1 and is_wider_place(tokens, begin, stop, language):
        return _mention_of_place(text, tokens, number, begin, stop)
    if kind == "person" and office and tokens[office - 1].low in language.indefinites:
        # "seorang pejabat Distrik Wening": one word more is the district's, nobody's name.
        placed = cut and words[cut - 1].low in language.regional_titles and len(words) - cut == 1
        # "seorang pejabat pemerintahan X"
        bodies = language.organisation_words | language.body_nouns | language.collectives
        placed = placed or not cut and len(words) == 1 and not language.head_last and before in bodies
        kind = "role" if placed else kind
    if kind == "person" and cut and begin and tokens[(office or begin) - 1].low in language.thing_openers:
        # "menjabat sebagai Kepala Dinas Wening": one word more is where the office is.
        known = words[-1].low in language.first_names or words[-1].low in evidence.spoken
        kind = "role" if len(words) - cut == 1 and not known else kind
    name_at = run[cut] if cut < len(run) and kind == "person" else begin
    if kind == "person" and not cut and len(words) > 1 and begins_sentence(tokens, begin):
        begin = name_at = run[stray_capital(words, evidence, language)]
    if kind == "person" and office is not None and is_governed(tokens, begin, words[:cut], language):
        office = None
    opening = opening_role(tokens, begin, stop, language) if office is None and kind == "person" else 0
    first = begin if office is None else office
    if office is None and cut and kind == "person":
        first = with_province(tokens, begin, language)
    first = behind_happening(tokens, first, language) if cut and kind == "person" else first
    titled = office is not None or cut > 0
    kind = _settled(kind, text, tokens, (first, begin, stop), titled, cut, language)
    role = ""
    if kind == "person" or kind == "body" and office is not None:
        role = text[tokens[first].start : tokens[name_at].start].strip(EDGES)
    if opening:
        first, role = 0, text[tokens[0].start : tokens[opening - 1].end]
    if kind == "role" and office is not None:
        name_at = first
    after, last, alias = role_after(text, tokens, stop, kind, language, looks_like_verb)
    return Mention(
        name=text[tokens[name_at].start : tokens[stop - 1].end],
        words=_lows(tokens, name_at, stop),
        role=_joined(role, after, language),
        kind=kind,
        sentence=number,
        first=first,
        begin=name_at,
        stop=stop,
        last=last,
        start=tokens[name_at].start,
        end=tokens[stop - 1].end,
        alias=alias,
    )


def _settled(kind, text, tokens, places, titled, cut, language):
    """The kind of a mention once its role is known: "pelatih X itu" names nobody, "the charity X" no person."""
    first, begin, stop = places
    office = first < begin
    if kind == "person" and titled and not language.head_last and stop < len(tokens):
        whole = stop - begin > 1 and tokens[begin].low in language.first_names
        # "Ketua DPR yang akrab disapa X itu"
        whole = whole or begin > 0 and tokens[begin - 1].low in language.nick_verbs
        kind = "role" if tokens[stop].low in language.demonstratives and not whole else kind
    apposed = office and language.head_last and tokens[begin - 1].text == ","
    if kind == "body" and office and not apposed and not _heads_body(tokens, first, begin, language):
        return "role"
    if kind == "person" and office and not cut and _is_body_noun(tokens, begin, first, language):
        return "body"
    known = kind == "person" and text[tokens[begin].start : tokens[stop - 1].end].lower() in language.outlets
    return "body" if known else kind


def _mention_of_place(text, tokens, number, begin, stop):
    start, end = tokens[begin].start, tokens[stop - 1].end
    words = _lows(tokens, begin, stop)
    return Mention(text[start:end], words, "", "place", number, begin, begin, stop, stop, start, end)


def _before_degrees(tokens, begin, stop, language):
    """ "H. Bambang Karsa MM SH": degrees without a comma are no part of the name."""
    others = (language.titles, language.role_nouns, language.organisation_words, language.second_titles)
    while stop - begin > 2 and _is_degree(tokens[stop - 1], language):
        before = tokens[stop - 2]
        if before.text.isupper() and before.low not in language.degrees or any(before.low in group for group in others):
            break
        stop -= 1
    return stop


def _is_degree(token, language):
    """One of the list in capitals, or letters with a stop inside them: "Sp.P", "M.Tr"."""
    if language.head_last:
        return token.low in language.degrees
    if UNLISTED.fullmatch(token.text) and token.low not in language.organisation_words | language.outlets:
        return True
    return token.low in language.degrees and token.text.isupper() or DEGREE.match(token.text) is not None


def _heads_body(tokens, first, begin, language):
    """The words before a body say what it is ("kantor berita X") and not who in it speaks ("juru bicara X")."""
    words = [token.low for token in tokens[first:begin]]
    somebody = language.role_nouns | language.person_nouns
    if not language.head_last and words[0] in somebody - language.body_nouns and not tokens[first].is_capital:
        return False
    pairs = {f"{one} {two}" for one, two in zip(words, words[1:], strict=False)}
    return any(word in language.body_nouns for word in words) or bool(pairs & language.media_nouns)


def _is_body_noun(tokens, begin, first, language):
    """ "the consultancy X", "kelompok X": the noun says that the name is no person's."""
    head = tokens[begin - 1] if language.head_last else tokens[first]
    return not head.is_capital and head.low in language.body_nouns


def _first_office(before, language):
    """Without what tells of somebody else: "aktivis yang juga loyalis X", but "vokalis yang juga guru"."""
    words = before.split(" ")
    first = list(takewhile(lambda word: word not in language.relative, words))
    also = words[len(first) + 1 : len(first) + 3]
    known = len(also) == 2 and also[0] in language.role_also and also[1] in language.titles | language.role_nouns
    return before if known and also[1] not in language.kin else " ".join(first)


def _joined(before, after, language):
    """One role of the words before and after the name; a bare title is completed by what follows."""
    if not language.head_last:
        before = _first_office(before, language)
    if before.lower() in language.honorifics:
        before = ""
    while before and (courtesy := COURTESY.search(before)) and courtesy.group(1).lower() in language.honorifics:
        before = before[: courtesy.start()].strip(" ,.") + ("." if before[: courtesy.start()].endswith(".") else "")
    # "Home Minister Datuk Seri X"
    while " ".join(before.lower().split()[-2:]) in language.honorifics:
        before = " ".join(before.split()[:-2])
    if before.lower().rpartition(" ")[2] in language.name_markers:
        before = before.rpartition(" ")[0]
    if not before or not after:
        return before or after
    if all(word.rstrip(".") in language.ranks for word in before.lower().split()):
        return f"{before}, {after}"
    if before.lower().removesuffix(language.suffix or " ") in language.kin:
        return after
    if language.head_last and len(before.split()) <= SHORT_ROLE and after.lower() != before.lower():
        return f"{before}, {after}" if len(before.split()) > 1 else f"{before} {after}"
    return before if len(before.split()) > 1 else f"{before} {after}"

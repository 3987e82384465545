"""Where words came through: outlets and documents named with "dilansir", "kepada", "citing", "told" and the like."""

import re
from dataclasses import dataclass, replace
from functools import cache

from .determinate import press_release, state_medium, statement_of
from .outlet_names import LONGEST_NAMED, capital_end, has_media_noun, is_no_outlet, known_length, low_at, outlet_end
from .paragraphs import DOMAIN
from .tokens import POSSESSIVES
from .unlisted import unlisted_paper

# So many small words may stand between "dikutip" and the outlet: "dikutip dari laman resmi stasiun televisi X".
MOST_FILLERS = 8
LONGEST_PROGRAMME = 8
SITE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:com|co|id|net|org|tv|news|gov|edu|co\.id|go\.id|co\.uk)", re.IGNORECASE)
# "dilansir http://polri.go.id"
ADDRESS = frozenset({"http", "https", ":", "/"})


@dataclass(frozen=True, slots=True)
class Via:
    """An outlet named at token `at` as the way of some words; `phrase` is where the naming begins in the text.

    `is_voice` when the outlet itself speaks inside the sentence ("…, kata KCNA"): that covers what stands before it.
    `passes_on` when it stands between "dikutip" and the outlet that it quotes: mostly the story's own publisher.
    `is_guessed` when only its place says that it is an outlet: a name that the story tells more of is none.
    `is_recalled` when only a noun stands here ("told the newspaper"): the places in the text are those of the name.
    """

    name: str
    at: int
    phrase: int
    start: int
    end: int
    is_voice: bool = False
    is_recalled: bool = False
    passes_on: bool = False
    is_guessed: bool = False


def find_vias(text, tokens, language):
    """All outlets that a sentence names as sources, in order."""
    found, index = [], 0
    groups = (language.via_verbs, language.according, language.on_air, language.via_receivers, language.passive_verbs)
    announcing = _first_words(groups)
    while index < len(tokens):
        place = _opened(tokens, index, language) if tokens[index].low in announcing else None
        if place is not None:
            named = _named(text, tokens, index, *place, language)
            found += named
            index = max(index + 1, named[-1].at + 1 if named else 0)
            continue
        reporting = _reporting(text, tokens, index, language)
        if reporting:
            found.append(reporting)
            index = reporting.at + 1
            continue
        index += 1
    return found


@cache
def _first_words(groups):
    """The first words of all entries: nothing else announces an outlet."""
    return frozenset(entry.partition(" ")[0] for group in groups for entry in group)


def _opened(tokens, index, language):
    """(where the outlet may begin, whether it must be known) after a word that announces one, or None."""
    low = tokens[index].low
    two = f"{low} {tokens[index + 1].low}" if index + 1 < len(tokens) else ""
    if two in language.via_verbs:
        return index + 2, two in language.loose_via_verbs
    if low in language.via_verbs:
        return index + 1, low in language.loose_via_verbs
    if two in language.according:
        return index + 2, True
    # "dalam keterangan resmi di state.gov"
    if low in language.on_air and index + 1 < len(tokens) and SITE.fullmatch(tokens[index + 1].text):
        return index + 1, True
    if low in language.passive_verbs:
        return index + 1, True
    if low in language.according or low in language.via_receivers or _on_air(tokens, index, language):
        return index + 1, True
    return None


def _on_air(tokens, index, language):
    """ "dalam program X di Kompas TV", "on the show X on Fox News": an outlet's programme."""
    if tokens[index].low not in language.on_air:
        return False
    return any(token.low in language.programmes for token in tokens[max(0, index - LONGEST_PROGRAMME) : index])


def _named(text, tokens, announced, index, known_only, language):
    """The outlets that follow, several when joined by "dan" or commas."""
    found = []
    skipped = _past_fillers(tokens, index, language)
    media = has_media_noun(tokens, index, skipped, language)
    stop = outlet_end(tokens, skipped, language, known_only and not media)
    behind = {low_at(tokens, stop), f"{low_at(tokens, stop)} {low_at(tokens, stop + 1)}"}
    if not stop:
        return _unnamed(text, tokens, announced, index, language)
    if not behind.isdisjoint(language.occasions):
        # "told the daily Covid-19 media conference"
        return []
    while stop:
        first = _with_place(tokens, skipped, language)
        found.append(
            Via(
                _name(text, tokens, index, first, stop, language),
                stop - 1,
                tokens[announced].start,
                tokens[first].start,
                tokens[stop - 1].end,
                announced > 1 and tokens[announced].low in language.according,
            )
        )
        follows = stop + 1 if stop < len(tokens) and tokens[stop].low in language.outlet_links else 0
        if not follows or len(found) > 5:
            break
        if _passes_on(text, tokens, announced, found, stop, language):
            found[0] = replace(found[0], passes_on=True)
        index, skipped = follows, _past_fillers(tokens, follows, language)
        stop = outlet_end(tokens, skipped, language, tokens[follows - 1].low not in language.belongings)
    return found


def _unnamed(text, tokens, announced, index, language):
    """Media that have no name and are yet known: those of a state, somebody's release, a paper that no list has."""
    # "dalam pidato yang disiarkan televisi pemerintah": there everybody heard it.
    aired = tokens[announced].low in language.loose_via_verbs | language.on_air
    place, end = (0, 0) if aired else state_medium(tokens, index, language)
    if not end and tokens[announced].low in language.via_verbs - language.loose_via_verbs:
        place, end = press_release(tokens, index, language)
    if not end:
        place, end = statement_of(tokens, announced, language)
    guessed = False
    if not end:
        place, end, guessed = unlisted_paper(tokens, announced, language)
    if not end:
        return []
    first, last = tokens[place].start, tokens[end - 1].end
    return [Via(text[first:last], end - 1, tokens[announced].start, first, last, is_guessed=guessed)]


def _passes_on(text, tokens, announced, found, stop, language):
    """ "dikutip Kabar.id dari X": the site between the two words quotes X."""
    alone = len(found) == 1 and tokens[announced].low in language.via_verbs
    own = alone and DOMAIN.match(text[found[0].start : found[0].end]) and found[0].name.lower() not in language.agencies
    return bool(own) and not language.head_last and tokens[stop].low in language.belongings


def _past_fillers(tokens, index, language):
    place = index
    while place < len(tokens) and place - index < MOST_FILLERS:
        token = tokens[place]
        nationality = token.low in language.places and token.is_capital and _filled(tokens, place, index, language)
        following = low_at(tokens, place + 1)
        owns = following in POSSESSIVES or language.head_last and following in language.media_nouns
        nationality = nationality or token.low in language.places and owns
        comma = token.text == "," and _goes_on(tokens, place, index, language)
        address = token.low in ADDRESS or token.text in ":/" and tokens[place - 1].low in ADDRESS
        if token.low not in language.via_fillers and not nationality and not comma and not address:
            break
        if known_length(tokens, place, language):
            break
        place += 1
    known = known_length(tokens, place, language)
    if known and low_at(tokens, place + known) in language.affiliates:
        return place + known + 1
    return place


def _goes_on(tokens, place, begin, language):
    """A comma before the outlet: "kantor berita Iran, Tasnim", "program X, di Y", "media lokal, Z"."""
    before = tokens[place - 1]
    if before.is_capital or before.low in language.programmes:
        return True
    named = place + 1 < len(tokens) and tokens[place + 1].is_capital
    return named and has_media_noun(tokens, max(begin - 1, place - 3), place, language)


def _filled(tokens, place, index, language):
    """A country between a media noun and the outlet: "kantor berita Iran, Tasnim", "media Inggris Daily Mail"."""
    following = tokens[place + 1 : place + 3]
    nouns = {noun.rpartition(" ")[2] for noun in language.media_nouns}
    return place > index and tokens[place - 1].low in nouns and any(token.is_capital for token in following)


def _with_place(tokens, index, language):
    """ "TV Rusia", "Radio Ellery" begin at the media noun: only a country follows it, or it is part of the name."""
    before = tokens[index - 1] if index else None
    if before is None or before.low not in language.media_nouns:
        return index
    alone = tokens[index].low in language.places
    return index - 1 if alone or before.is_capital and not known_length(tokens, index, language) else index


def _name(text, tokens, opened, first, stop, language):
    """The outlet as written; a channel on a video platform keeps the word that says so."""
    name = text[tokens[first].start : tokens[stop - 1].end]
    before = " ".join(token.low for token in tokens[max(opened, first - 2) : first])
    if before in language.media_nouns and before.endswith("youtube"):
        return text[tokens[first - 2].start : tokens[stop - 1].end]
    return name


def _medium_length(tokens, index, language):
    """How many tokens an outlet has that no list knows: "Harian Senja Tarn", "the news agency SUNA"."""
    announced = index > 1 and f"{tokens[index - 2].low} {tokens[index - 1].low}" in language.media_nouns
    named = tokens[index].low in language.media_nouns
    end = capital_end(tokens, index, language)
    if language.head_last and index and end and tokens[index - 1].low in language.determiners:
        # "the Tarn Herald reported"
        named = named or tokens[end - 1].low in language.outlet_words
    if not end or end - index > LONGEST_NAMED or not (named or announced):
        return 0
    named = named and end - index > 1
    return end - index if named or announced and not is_no_outlet(tokens, index, end, language) else 0


def _reporting(text, tokens, index, language):
    """ "AFP melaporkan …": a known outlet as the subject of a verb of reporting."""
    if not tokens[index].is_capital and not ("." in tokens[index].text and DOMAIN.match(tokens[index].text)):
        return None
    named = index + (tokens[index].low in language.media_nouns)
    while named > index and named < len(tokens) and tokens[named].is_capital and tokens[named].low in language.places:
        named += 1
    if named > index + 1 and named < len(tokens) and known_length(tokens, named, language):
        # "Media Spanyol Marca memberitakan …"
        index = named
    length = known_length(tokens, index, language) or _medium_length(tokens, index, language)
    if not length:
        return None
    after = index + length
    passing = language.via_fillers | language.adverbs - language.reporting_verbs
    while after < len(tokens) and tokens[after].low in passing and not tokens[after].is_capital:
        after += 1
    if after < len(tokens) and tokens[after].text == "(":
        closing = (place for place in range(after, min(after + 5, len(tokens))) if tokens[place].text == ")")
        after = next(closing, after) + 1
    verbs = language.reporting_verbs | language.quoting_verbs
    # "AFP, mengutip X, …", "Harian Israel, Haaretz, melaporkan …"
    apposed = index > 0 and tokens[index - 1].text == ","
    follows = verbs if apposed else language.quoting_verbs
    after += low_at(tokens, after) == "," and low_at(tokens, after + 1) in follows
    if after >= len(tokens) or tokens[after].low not in verbs:
        return None
    start = tokens[index].start
    return Via(text[start : tokens[index + length - 1].end], after, start, start, tokens[index + length - 1].end)

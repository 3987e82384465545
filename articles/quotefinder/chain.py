"""Through which outlets a quotation came: those of its own sentence, and of the sentences that introduce it."""

from bisect import bisect_left

from .story import plain_outlet

# A sentence that never ends may name thousands of outlets; only so many on each side can belong to one quotation.
MOST = 6
# An outlet within so many tokens of a sentence's beginning introduces what follows.
NEAR_OPENING = 12
# A sentence that only names an outlet is no longer.
LONGEST_CREDIT = 12
LONGEST_OPENING = 3


def chain(story, number, quote, voice, about):
    """Outlet names for the quotation at token `quote` of sentence `number`, nearest to the speaker first.

    `about` has for each sentence of narration so far the name of whom it is about.
    """
    names = [voice.name] if voice is not None and story.is_outlet(voice.name, voice.role) else []
    own = story.vias[number]
    middle = bisect_left(own, quote, key=lambda via: via.at)
    names += [via.name for via in own[middle : middle + MOST]]
    names += [via.name for via in reversed(own[max(0, middle - MOST) : middle]) if not via.is_voice]
    if names and any(names[0].endswith(f" {name}") for name in names[1:]):
        # "lapor kantor berita X"
        names = names[1:]
    return _distinct(names + _appended(story, number) + _introducing(story, number, voice, about))


def _appended(story, number):
    """ "“…,” kata X. Anadolu melaporkan, Kamis (26/9).": a sentence that only names the outlet of the one before."""
    last = number + 1 == len(story.sentences)
    if last or story.sentences[number].paragraph != story.sentences[number + 1].paragraph:
        return []
    tokens, vias = story.sentences[number + 1].tokens, story.vias[number + 1]
    days, opening = story.language.days, {token.low for token in tokens[:LONGEST_OPENING]}
    short = len(tokens) <= LONGEST_CREDIT and len(vias) == 1
    # "Demikian dilansir AFP, Rabu (1/2)."
    summed = short and tokens[0].low in story.language.summing_up and opening & story.language.via_verbs
    if summed and all(token.low in days or not token.text.isalpha() for token in tokens[vias[0].at + 1 :]):
        return [vias[0].name]
    only = short and vias[0].start == tokens[0].start
    rest = [token for token in tokens if token.start >= vias[0].end and token.is_word] if only else []
    named = rest and rest[0].low in story.language.reporting_verbs | story.language.quoting_verbs
    bare = all(token.low in days or not token.text.isalpha() for token in rest[1:])
    return [vias[0].name] if named and bare else []


def _introducing(story, number, voice, about):
    """Outlets named in the narration right before, where it speaks about this speaker."""
    names, place = [], number - 1
    paragraph, gone_back = None, False
    while place >= 0 and story.neighbours(place, place + 1):
        sentence = story.sentences[place]
        if place not in about:
            break
        near_by = (paragraph, story.sentences[number].paragraph)
        further = paragraph is not None and sentence.paragraph not in near_by
        if further and (gone_back or voice is None or not _began_with(story, place, voice, about)):
            break
        gone_back = gone_back or further
        if sentence.paragraph != story.sentences[number].paragraph:
            paragraph = sentence.paragraph
        near = place == number - 1 and (_points_back(story, voice) or _tells_where(story, place, about))
        if voice is not None and (about[place] == voice.name or near):
            names += [via.name for via in reversed(story.vias[place])]
        elif place == number - 1 and voice is not None:
            names += _commented_in(story, place, voice)
        place -= 1
    return names


def _commented_in(story, place, voice):
    """ "merujuk komentar X di program Y": the outlets behind a noun of saying and the speaker's name."""
    tokens, language = story.sentences[place].tokens, story.language
    for mention in story.mentions[place][:MOST]:
        own = mention.kind == "person" and story.cast.of(mention) is voice.person
        if own and mention.first and tokens[mention.first - 1].low in language.saying_nouns:
            return [via.name for via in story.vias[place] if via.at >= mention.stop][:1]
    return []


def _began_with(story, place, voice, about):
    """ "Kabar itu diungkap X, dikutip Y." and one paragraph more about X: both introduce the words that follow."""
    sentence, language = story.sentences[place], story.language
    opening = [token.low for token in sentence.tokens[:2]]
    sums_up = opening[0] in language.summing_up or opening[-1] in language.demonstratives
    told = about[place] == about[place + 1] == voice.name and not language.head_last
    return told and sums_up and sentence.paragraph + 1 == story.sentences[place + 1].paragraph


def _points_back(story, voice):
    """ "salah satu pejabat tersebut": one of those that the sentence before speaks of."""
    words = voice.name.lower().split() or [""] if voice is not None else [""]
    pointing = words[0] if story.language.head_last else words[-1]
    return voice is not None and voice.person is None and pointing in story.language.demonstratives


def _tells_where(story, place, about):
    """ "Hal itu terlihat dalam tayangan di X": a sentence about nobody that sums up, or opens with an outlet."""
    opening = next((token.low for token in story.sentences[place].tokens if token.is_word), "")
    one = story.sentences[place].paragraph == story.sentences[place + 1].paragraph
    told = one and any(via.at < NEAR_OPENING for via in story.vias[place][:1])
    return about[place] is None and (told or opening in story.language.summing_up) and not story.language.head_last


def _distinct(names):
    seen, kept = set(), []
    for name in names:
        key = plain_outlet(name)
        if key not in seen:
            seen.add(key)
            kept.append(name)
    return tuple(kept)

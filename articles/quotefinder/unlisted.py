"""Papers that no list has, by their place: "kata Rini kepada Suara Wening, Selasa", "…, lapor Suara Wening"."""

from .outlet_names import capital_end, low_at

# "kepada Suara Wening, Selasa"
LONGEST_PAPER = 3
# "wawancara eksklusif bersama Suara Wening"
LONGEST_LEAD = 3
# "kata Rini …, lapor Suara Wening": so far before the paper the verb of saying may stand.
LONGEST_SENTENCE = 60


def unlisted_paper(tokens, announced, language):
    """(where, end, whether only a guess) of the paper behind the word at `announced`, or (0, 0, False)."""
    nowhere = 0, 0, False
    if language.head_last:
        return nowhere
    begin = announced + 1
    while begin - announced <= LONGEST_LEAD and low_at(tokens, begin) in language.paper_leads:
        begin += 1
    direct = begin == announced + 1
    end = capital_end(tokens, begin, language) if begin < len(tokens) else 0
    if not 0 < end - begin <= LONGEST_PAPER or _is_somebody(tokens[begin:end], language):
        return nowhere
    if direct and _of_the_day(tokens, announced, end, language):
        return begin, end, False
    upper = any(token.text.isupper() for token in tokens[begin:end])
    told = _talks_with(tokens, announced, end, language) or _told_by(tokens, announced, begin, language)
    return (begin, end, True) if told and not upper else nowhere


def _is_somebody(words, language):
    groups = (
        language.channels,
        language.titles,
        language.honorifics,
        language.role_nouns,
        language.first_names,
        language.places,
        language.organisation_words,
    )
    return any(token.low in group for token in words for group in groups)


def _said_before(tokens, place, reach, language):
    before = tokens[max(0, place - reach) : place]
    return any(token.low in language.inverted_verbs or token.low in language.suffixed_verbs for token in before)


def _of_the_day(tokens, receiver, end, language):
    """ "kata Rini kepada Suara Wening, Selasa (1/2)": what stands between a receiver and a day is an outlet."""
    place = end + (low_at(tokens, end) == ",")
    asked = tokens[receiver].low in language.met_by
    if not asked and tokens[receiver].low not in language.addressees:
        return False
    near = asked or _said_before(tokens, receiver, 2 * LONGEST_PAPER, language)
    passed_on = low_at(tokens, place) in language.relative and low_at(tokens, place + 1) in language.via_verbs
    return near and (passed_on or low_at(tokens, place) in language.days)


def _talks_with(tokens, receiver, end, language):
    """ "ujar Rini kepada Suara Wening.", "Dalam wawancara dengan Suara Wening, Rini …": the phrase ends there."""
    ends = end >= len(tokens) or tokens[end].text in ".," or low_at(tokens, end) in language.days
    if not ends:
        return False
    if tokens[receiver].low in language.talks:
        return True
    before = tokens[max(0, receiver - 1) : receiver]
    opens = not before or before[0].low in language.talks
    near = opens or _said_before(tokens, receiver, 2 * LONGEST_PAPER, language)
    return near and tokens[receiver].low in language.addressees


def _told_by(tokens, announced, begin, language):
    """ "…, kata Rini, lapor Suara Wening", "kata Rini, menurut laporan Suara Wening"."""
    if tokens[announced].low in language.according:
        reported = low_at(tokens, begin - 1) in language.paper_leads and begin > announced + 1
    else:
        reported = tokens[announced].low in language.told_by
    apart = announced > 0 and (tokens[announced - 1].text == "," or tokens[announced - 1].low in language.likenesses)
    return reported and apart and _said_before(tokens, announced, LONGEST_SENTENCE, language)

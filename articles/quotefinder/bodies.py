"""Bodies whose names run over small words: "Ministry of Trade and Industry", "Maritime and Coastguard Agency"."""

from dataclasses import replace

SHORTEST_ALIAS = 3
LONGEST_BODY = 16


def whole_bodies(text, tokens, mentions, language):
    """The mentions of a sentence, parts of one body's name joined."""
    joined = []
    for mention in mentions:
        whole = _spelt_out(text, tokens, mention, language)
        while whole is not mention and joined and joined[-1].begin >= whole.begin:
            joined.pop()
        mention = whole
        if joined and joined[-1].kind == "role" and mention.stop < joined[-1].last:
            # "presiden Partai Adil Wening (PAW) mengatakan": the short form is a part of the office.
            continue
        if joined and joined[-1].alias.lower() == mention.name.lower() and mention.stop < joined[-1].last:
            # "Presiden X Y (Yo)": a short name has the office once, with the whole one.
            mention = replace(mention, role="", first=mention.begin)
        one = _is_one if language.head_last else _is_second_field
        if joined and one(tokens, joined[-1], mention, language):
            joined[-1] = _together(text, tokens, joined[-1], mention)
        else:
            joined.append(mention)
    return joined


def _spelt_out(text, tokens, mention, language):
    """ "Badan Cuaca, Iklim, dan Gempa (BCIG)": the short form tells how many words the name has."""
    letters = mention.alias.lower()
    if len(letters) < SHORTEST_ALIAS or mention.kind == "role":
        return mention
    place, begin = mention.stop - 1, None
    while place >= 0 and letters and mention.stop - place < LONGEST_BODY:
        token = tokens[place]
        if token.is_capital and token.low[0] == letters[-1]:
            letters, begin = letters[:-1], place
        elif token.text != "," and token.low not in language.conjunctions | language.role_links:
            return mention
        place -= 1
    if letters or begin is None or begin >= mention.begin:
        return mention
    name = text[tokens[begin].start : mention.end]
    words = tuple(token.low for token in tokens[begin : mention.stop] if token.is_word)
    return replace(
        mention, name=name, words=words, kind="body", role="", first=begin, begin=begin, start=tokens[begin].start
    )


def _is_second_field(tokens, first, second, language):
    """ "Kementerian Luar Negeri dan Ekspatriat Palestina": a second field, and the country of both."""
    if first.kind != "body" or second.begin != first.stop + 1 or tokens[first.stop].low not in language.joiners:
        return False
    country = len(second.words) > 1 and second.words[-1] in language.places and first.words[-1] not in language.places
    opens = first.words[0] in language.ministries
    return opens and country and not second.role and second.words[0] not in language.first_names | language.titles


def _is_one(tokens, first, second, language):
    if second.begin != first.stop + 1 or first.alias:
        return False
    link, last = tokens[first.stop].low, tokens[first.stop - 1].low
    if link in language.belongings | language.topic_markers:
        return first.kind == "body" and last in language.organisation_words and _is_topic(second, language)
    if link not in language.joiners and link != "&":
        return False
    if first.kind == "body" and first.words[0] in language.organisation_words and len(first.words) > 2:
        return _is_topic(second, language) and any(word in language.authored for word in first.words)
    behind_article = first.begin > 0 and tokens[first.begin - 1].low in language.demonstratives
    ends_body = second.kind == "body" and second.words[-1] in language.organisation_words
    return behind_article and ends_body and len(first.words) < 4 and first.words[0] not in language.first_names


def _is_topic(mention, language):
    """A field or place and nobody: "Trade", "England"."""
    if mention.kind == "person":
        return len(mention.words) < 3 and not mention.role and mention.words[0] not in language.first_names
    # "Home Affairs": a field whose first word is an office elsewhere.
    field = mention.kind == "role" and mention.first == mention.begin and language.head_last
    return mention.kind in ("body", "place") or field and mention.words[-1] in language.organisation_words


def _together(text, tokens, first, second):
    words = tuple(token.low for token in tokens[first.begin : second.stop] if token.is_word)
    name = text[first.start : second.end]
    return replace(
        first,
        role="",
        name=name,
        words=words,
        kind="body",
        stop=second.stop,
        last=second.last,
        end=second.end,
        alias=second.alias,
    )

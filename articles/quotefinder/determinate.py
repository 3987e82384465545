"""Media without a name that can be no other: "media pemerintah", "media negara Iran", "siaran pers tim X"."""

from .outlet_names import capital_end, low_at

# So many small words may stand between "dikutip" and "media pemerintah".
LONGEST_LEAD = 3
# "siaran pers tim komunikasi Presiden Wening"
LONGEST_OWNER = 7


def state_medium(tokens, begin, language):
    """(where, end) of the words for a country's own media from `begin` on, or (0, 0)."""
    for place in range(begin, min(begin + LONGEST_LEAD, len(tokens))):
        if f"{tokens[place].low} {low_at(tokens, place + 1)}" in language.state_media:
            end = place + 2
            while end < len(tokens) and tokens[end].is_capital and tokens[end].low in language.places:
                end += 1
            return place, end
        if tokens[place].low not in language.via_fillers and tokens[place].low not in language.places:
            break
    return 0, 0


def is_state_medium(name, language):
    """ "media negara Iran", "Chinese state media"."""
    words = name.lower().split()
    return " ".join(words[-2:] if language.head_last else words[:2]) in language.state_media


def press_release(tokens, begin, language):
    """(where, end) of "siaran pers tim X" from `begin` on: a release with the name of whose it is, or (0, 0)."""
    begin += low_at(tokens, begin) in language.belongings
    if f"{low_at(tokens, begin)} {low_at(tokens, begin + 1)}" not in language.releases:
        return 0, 0
    end, named = begin + 2, False
    while end < min(begin + 2 + LONGEST_OWNER, len(tokens)) and tokens[end].is_word:
        if tokens[end].low in language.stoppers | language.days:
            break
        named = named or tokens[end].is_capital
        end += 1
    return (begin, end) if named else (0, 0)


def statement_of(tokens, announced, language):
    """(where, end) of X in "“…,” katanya, menurut pernyataan X": a body's statement by which another's words came."""
    noun = announced + 1
    known = announced > 1 and noun + 1 < len(tokens) and tokens[noun].low in language.saying_nouns
    told = known and tokens[announced - 1].text == "," and tokens[announced - 2].low in language.suffixed_verbs
    end = capital_end(tokens, noun + 1, language) if told and tokens[announced].low in language.according else 0
    groups = (language.titles, language.honorifics, language.role_nouns, language.first_names)
    if not end or any(token.low in group for token in tokens[noun + 1 : end] for group in groups):
        return 0, 0
    return noun + 1, end

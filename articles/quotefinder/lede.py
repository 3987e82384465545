"""A story that opens with somebody unnamed: "The last baker of Dunmore has …", "Edna Pell, 71, …"."""

from .heads import core_of, is_somebody

# So many sentences on the name may come.
NEAREST, FURTHEST = 1, 4


def introduce(cast, clauses, language):
    """Tie the person of the first sentence to the name, with an age, at the head of one soon after."""
    if not clauses or not language.head_last:
        return
    words = _opening_words(clauses[0], language)
    core = core_of(language, words)
    if not core or not is_somebody(language, core[-1]) or core[-1] in language.collectives:
        return
    for clause in clauses[NEAREST:FURTHEST]:
        mention = clause.mentions[0] if clause.mentions else None
        if mention is None or mention.kind != "person" or mention.first > 0 or not _has_age(clause, mention.stop):
            continue
        cast.introduced = cast.of(mention)
        if core[-1] not in language.person_nouns | language.kin and not cast.introduced.roles:
            cast.introduced.roles.append(" ".join(core))
        return


def _opening_words(clause, language):
    """The small words that the sentence opens with, from its article on."""
    if clause.low(0) not in language.indefinites | language.determiners:
        return []
    words = []
    for token in clause.tokens[1:8]:
        if not token.is_word or token.is_capital or token.low in language.relative | language.adverbs:
            break
        words.append(token.low)
    return words


def _has_age(clause, place):
    return clause.low(place) == "," and clause.low(place + 1).isdigit()

"""Several fragments of one sentence that have one speaker: "X menyebut “satu” dan “dua”"."""

from .speech import is_label, is_title_case

# So many words between two quotations of one list: "“crooked” and that it would be “a disaster”".
LONGEST_LINK = 9
# "mengklaim bahwa A “sementara” dan B “aman”": so far on a second clause may hold the second fragment.
LONGEST_CLAUSE = 24


def goes_on(clause, low, index, cue, pair):
    """Words of the same speaker: a list, or a sentence that goes back to somebody as a whole ("According to X, …")."""
    words = clause.text[clause.tokens[index].start : clause.tokens[index].end].split()
    whole = cue is not None and cue.rule == "according" and cue.at == 0 and len(words) > 1
    if _listed(clause, low, index) or _is_second_verb(clause, low, index) or whole and words[-1][0].islower():
        return True
    return cue is not None and cue.at < low and _is_second_clause(clause, low, index, cue, pair)


def _listed(clause, low, index):
    """A conjunction and no new name stand between two quotations: "“satu” dan “dua”"."""
    links = clause.language.conjunctions | clause.language.fragment_links
    if not low < index <= low + LONGEST_LINK or clause.low(low) not in links:
        return False
    return not any(mention.kind == "person" for mention in clause.near(low, index))


def _is_second_verb(clause, low, index):
    """ "insisted they “deserved” to win and were “proud”": a second verb of the same account, and nobody new."""
    language = clause.language
    if not language.head_last or not low < index <= low + LONGEST_LINK:
        return False
    verbs = language.naming_verbs | language.auxiliaries | language.copulas
    for place in range(low, index - 1):
        if clause.low(place) in language.conjunctions and clause.tokens[place].is_word:
            named = any(mention.kind in ("person", "body") for mention in clause.near(low, index))
            return clause.low(place + 1) in verbs and not named
    return False


def _is_second_clause(clause, low, index, cue, pair):
    """A second clause of the same account, in small words, without a new name."""
    language = clause.language
    if language.head_last or not low < index <= low + LONGEST_CLAUSE:
        return False
    # "mengatakan bahwa itu “keji”, di mana Y harus “ikut menanggung”": the account goes on behind any word.
    if clause.low(low) not in language.joiners and clause.low(cue.at + 1) not in language.that_words:
        return False
    words = clause.text[pair.start : pair.end].split()
    named = any(mention.kind in ("person", "body") for mention in clause.near(low, index))
    return not named and not is_title_case(words) and not is_label(clause.text, pair, clause, index, None)

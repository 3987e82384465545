"""Several people of one office: "Ketiga anggota DPR yang dimaksud yakni X, Y dan Z"."""

# So far into the sentence the office begins, and so long it may be.
LATEST_OFFICE = 4
LONGEST_OFFICE = 14


def share_offices(cast, clauses, language):
    """Give the people of such a list the office told of them all, if no other is told."""
    for clause in clauses:
        for place in range(1, min(LONGEST_OFFICE, len(clause.tokens))):
            if clause.low(place) in language.namely:
                office = _office(clause, place, language)
                named = _listed(clause, place + 1 + (clause.low(place + 1) == ":"), language) if office else []
                for mention in named if len(named) > 1 else ():
                    person = cast.of(mention)
                    if not person.roles:
                        person.roles.append(office)
                break


def _office(clause, end, language):
    """The words from the noun of office to "yang", "itu" or the word that opens the list."""
    begin = next((at for at in range(min(LATEST_OFFICE, end)) if clause.low(at) in language.role_nouns), None)
    if begin is None:
        return ""
    ends = language.relative | language.demonstratives
    stop = next((at for at in range(begin + 1, end) if clause.low(at) in ends or not clause.tokens[at].is_word), end)
    return clause.words(begin, stop)


def _listed(clause, place, language):
    """The people named one after the other from `place`, with commas and "dan" between them."""
    found = []
    for mention in clause.near(place, len(clause.tokens)):
        if mention.kind != "person" or mention.first > place:
            break
        found.append(mention)
        place = mention.last
        while clause.low(place) == "," or clause.low(place) in language.conjunctions:
            place += 1
    return found

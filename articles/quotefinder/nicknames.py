"""Names that people go by: "X, yang akrab disapa Y", "Pak Y, sapaan akrab X", "Pak Y –sapaannya–"."""

# So many tokens may stand between the words that announce a nickname and the name.
REACH = 4
LONGEST_REACH = 14
# "dipanggil", "panggilan" name somebody only beside a word that says so.
BESIDE = 2


def link(cast, clauses, language):
    """Make every nickname that a sentence explains an alias of the person."""
    last = None
    for clause in clauses:
        for first, second in zip(clause.mentions, clause.mentions[1:], strict=False):
            link_word = clause.low(first.stop)
            if link_word in language.alternatives and _are_one(first, second, link_word not in language.conjunctions):
                _alias(cast, first, second)
        if not language.nick_nouns:
            continue
        for place, token in enumerate(clause.tokens):
            if token.low in language.nick_doubtful and not _is_explicit(clause, place):
                continue
            if token.low in language.nick_callings and not _is_calling(clause, place):
                continue
            if token.low in language.nick_verbs:
                nick = _after(clause, place)
                bearer = last if _is_pointed_at(clause, nick) else None
                _alias(cast, _before(clause, place) or bearer, nick)
            elif token.low in language.nick_nouns and token.low.endswith(language.suffix):
                nick = _before(clause, place)
                _alias(cast, _bearer(cast, last, nick), nick)
            elif token.low in language.nick_nouns and not _is_possessed(clause, place, language):
                _alias(cast, _after(clause, place), _before(clause, place))
        full = [mention for mention in clause.mentions if mention.kind == "person" and len(mention.words) > 1]
        last = full[-1] if full else last


def _are_one(first, second, sure):
    """Two names side by side; where the word between may be a plain "or", the first of them whole and with a role."""
    people = first.kind == second.kind == "person" and second.begin == first.stop + 1
    return people and (sure or len(first.words) > 1 and bool(first.role))


def _is_explicit(clause, place):
    """ "akrab dipanggil X", "nama panggilan X": not somebody called to an office, nor a call."""
    beside = range(max(0, place - BESIDE), place + BESIDE + 1)
    return any(clause.low(at) in clause.language.nick_signs for at in beside)


def _is_calling(clause, place):
    """ "pria yang disebut X ini": not "rencana yang disebut X"."""
    language = clause.language
    return clause.low(place - 1) in language.relative and clause.low(place - 2) in language.person_nouns


def _is_pointed_at(clause, nick):
    """ "pria yang akrab disapa X itu": somebody named before."""
    return nick is not None and clause.low(nick.stop) in clause.language.demonstratives


def _is_possessed(clause, place, language):
    """ "sapaan akrabnya" is read at its end; "memenuhi panggilan X" names nobody."""
    before, after = clause.tokens[place - 1], clause.low(place + 1)
    return before.is_word and not before.is_capital or after in language.nick_nouns


def _before(clause, place):
    named = [mention for mention in clause.near(max(0, place - LONGEST_REACH), place) if mention.kind == "person"]
    return named[-1] if named else None


def _after(clause, place):
    named = [mention for mention in clause.near(place, place + REACH + 1) if mention.kind == "person"]
    return named[0] if named else None


def _bearer(cast, last, nick):
    """Of "Dokter Siska, sapaan akrabnya": somebody whose name has these letters, else whoever was named last."""
    if nick is None:
        return None
    for person in cast.people.values():
        alike = any(nick.words[-1] in word and word != nick.words[-1] for word in person.words)
        if person.kind == "person" and alike and person.at < nick.start:
            return person
    return last


def _alias(cast, bearer, nick):
    if bearer is None or nick is None or bearer is nick:
        return
    person = bearer if hasattr(bearer, "roles") else cast.of(bearer)
    # A part of somebody's name leads to the whole one without help.
    if len(nick.words) <= len(person.words) and cast.of(nick).words == nick.words != person.words:
        cast.by_alias[" ".join(nick.words)] = person

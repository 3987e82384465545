"""The subject of a verb of saying: who stands before it, near or further off."""

from .phrases import subject_phrase
from .slots import LONGEST_PHRASE, POSSESSIVES, Slot, phrase_slot

# A subject may stand so far before its verb.
LONGEST_REACH = 40
LONGEST_ASIDE = 24
# "yang saat ini menjabat sebagai": so many words and one more stand between a name and its office.
LONGEST_HELD = 7
DASHES = frozenset("-–—")
RECIPIENT = "kepada"
# "melalui akun X": on the way by which words came.
WAYS = frozenset({"melalui", "lewat", "via"})
LONGEST_WAY = 6


def is_noun(clause, place):
    """ "the claims", "his warning", "the firm's reports", "put" without "it": here a verb of saying is none."""
    needed = clause.language.verb_objects.get(clause.low(place))
    if needed and clause.low(place + 1) != needed:
        return True
    before, language = clause.low(place - 1), clause.language
    if before in POSSESSIVES:
        return clause.low(place - 2) not in language.pronouns
    if language.head_last and place and clause.low(place).endswith("s") and not clause.tokens[place - 1].is_capital:
        # "clarity over reports", "amid claims"
        return before in language.determiners or before in language.close_markers
    return before in language.determiners


def before_verb(clause, verb, low):
    """The subject that ends right before token `verb`, not before token `low`, or None."""
    language, tokens = clause.language, clause.tokens
    index = _before_time(clause, verb - 1, low)
    if index < low:
        return None
    token = tokens[index]
    if token.low in language.pronouns:
        return Slot("pronoun", None, token.text, token.start, token.end)
    if language.head_last and token.low in ("and", "but"):
        return _shared_subject(clause, index, low)
    if not language.head_last and token.low in language.joiners and tokens[index - 1].text == ",":
        return _joined_subject(clause, index, low)
    if language.head_last and token.low in ("who", "which") and index > low:
        return _antecedent(clause, index, low)
    through = _before_way(clause, index, low)
    if through is not None:
        return before_verb(clause, through, low)
    if not language.head_last and token.low in language.relative:
        related = _related(clause, index, low)
        if related is not None:
            return related
    if token.text in DASHES:
        return _before_dash(clause, index, low)
    opening = _before_list(clause, index, low) if token.text == "," else None
    if opening is not None:
        return opening
    for mention in reversed(clause.near(max(low, index - LONGEST_REACH), index + 1)):
        if language.head_last and mention.stop == index + 1 and _is_second_of_two(clause, mention):
            continue
        closes = (
            mention.last == index + 1
            or mention.stop == index + 1
            or (token.text == "," and index in (mention.last, mention.stop))
            or (language.head_last and tokens[mention.stop].low == "and" and _names_two(clause, mention, index))
        )
        if closes and mention.begin >= low:
            before = _governor(clause, mention, low)
            if before in language.met_by:
                return _before_meeting(clause, mention.first - 1, low)
            if before == RECIPIENT and mention.kind == "body":
                # "Kades melalui Sekdes X kepada Harian Y mengatakan"
                return before_verb(clause, mention.first - 1, low)
            if before in language.close_markers or before in language.via_verbs:
                continue
            if language.head_last and before.endswith("ing") and clause.low(mention.first - 2) == ",":
                # "X, representing Y, said"
                continue
            owner = owner_of(clause, mention, low)
            return clause.slot(owner)
        if mention.last < index - 1:
            break
    if token.text == ",":
        return _before_aside(clause, index, low)
    return subject_phrase(clause, low, index + 1)


def _before_way(clause, index, low):
    """ "X melalui akun Twitter miliknya mengancam": where the way begins by which somebody said it, or None."""
    for place in range(index, max(low, index - LONGEST_WAY), -1):
        if not clause.tokens[place].is_word or clause.language.head_last:
            return None
        if clause.low(place) in WAYS:
            return place if clause.low(place + 1) in clause.language.channels else None
    return None


def _is_second_of_two(clause, mention):
    """ "economists Anna Lee and Tom Reed wrote": the first of them stands for both."""
    before = [other for other in clause.mentions if other.stop == mention.begin - 1 and other.kind == "person"]
    joined = clause.low(mention.begin - 1) == "and" and mention.first == mention.begin and mention.kind == "person"
    return joined and bool(before) and len(before[0].words) > 1 and len(mention.words) > 1


def _names_two(clause, mention, index):
    second = clause.near(mention.stop + 1, mention.stop + 2)
    return bool(second) and second[0].stop == index + 1 and _is_second_of_two(clause, second[0])


def is_adverb(token, language):
    """One of the list, or by its ending: "firmly"."""
    ends = bool(language.adverb_ending) and token.low.endswith(language.adverb_ending) and not token.is_capital
    return token.low in language.adverbs or ends and token.low not in language.not_adverbs


def _before_time(clause, index, low):
    """The last token of the subject, before adverbs and times: "X hingga saat ini tetap menyatakan"."""
    language = clause.language
    while index >= low:
        now = clause.low(index) in language.demonstratives and clause.low(index - 1) in language.times
        # "pelatih berusia 53 tahun ini"
        now = now and not clause.low(index - 2).isdigit()
        size = 2 if now else int(is_adverb(clause.tokens[index], language))
        if now and clause.low(index - 2) in language.object_markers | language.stoppers:
            size = 3
        if language.head_last and index > low + 2 and clause.low(index) in language.addressees:
            # "The official refused to say"
            size = 2
        if not size:
            break
        index -= size
    return index


def _shared_subject(clause, conjunction, low):
    """ "X paused and said": whoever does what the verb is joined to."""
    language, tokens = clause.language, clause.tokens
    for place in range(low, conjunction):
        if tokens[place].low in language.forward_verbs and not tokens[place].is_capital and not is_noun(clause, place):
            return before_verb(clause, place, low)
    passing = language.connectors - language.pronouns - language.determiners
    while low < conjunction and (tokens[low].low in passing or not tokens[low].is_word):
        low += 1
    if tokens[low].low in language.pronouns:
        return Slot("pronoun", None, tokens[low].text, tokens[low].start, tokens[low].end)
    for mention in clause.near(low, min(low + LONGEST_PHRASE, conjunction)):
        return clause.slot(owner_of(clause, mention, low)) if mention.first <= low + 1 else None
    return None


def _joined_subject(clause, conjunction, low):
    """ "Polisi itu, kata X, datang, dan mengancam": whoever opens the clause, not the one whose account it is."""
    language = clause.language
    says = language.forward_verbs | language.naming_verbs
    for place in range(max(low + 1, conjunction - LONGEST_REACH), conjunction - 1):
        # "mengunggah pernyataan X, yang menilai …, dan menambahkan"
        if clause.low(place) in language.relative and clause.low(place + 1) in says:
            related = _related(clause, place, low)
            if related is not None:
                return related
    told = [place for place in range(low, conjunction) if clause.low(place) in language.that_words]
    begin = told[-1] + 1 if told else low
    while begin < conjunction and clause.low(begin) in language.connectors - language.collectives:
        begin += 1
    for mention in clause.near(begin, min(begin + LONGEST_PHRASE, conjunction)):
        return clause.slot(owner_of(clause, mention, low)) if mention.first <= begin else None
    end = begin + 1 + (clause.low(begin + 1) in language.demonstratives)
    return phrase_slot(clause, begin, end) if begin < conjunction else None


def _related(clause, relative, low):
    """ "pernyataan mantan ketua X, yang menilai": the person right before "yang" and its comma."""
    end = relative - (clause.low(relative - 1) == ",")
    for mention in clause.near(max(low, end - LONGEST_PHRASE), end):
        if mention.kind == "person" and mention.stop == end < relative:
            return clause.slot(mention)
    return None


def _antecedent(clause, end, low):
    """ "thrown out by councillors who said": the name or noun right before "who" with what describes it."""
    end -= clause.low(end - 1) == ","
    language, begin = clause.language, end
    while begin > low and end - begin < LONGEST_PHRASE and clause.tokens[begin - 1].is_word:
        word = clause.low(begin - 1)
        if word in language.stoppers or word in language.object_markers or word in language.forward_verbs:
            break
        begin -= 1
    for mention in clause.near(begin, end):
        # "the new police commissioner X, who told him"
        if mention.kind == "person" and mention.stop == end:
            return clause.slot(mention)
    return phrase_slot(clause, begin, end) if begin < end else None


def _before_list(clause, comma, low):
    """ "X, President, Vaccine Unit, Y Pharma, said", "Officials at X, a division of Y, said": who opens the clause."""
    first = next((place for place in range(low, comma) if clause.tokens[place].text == ","), comma)
    if first == comma or comma - first > LONGEST_ASIDE or first - low > LONGEST_PHRASE:
        return None
    if any(token.low in clause.language.forward_verbs or token.quote >= 0 for token in clause.tokens[low:comma]):
        return None
    opening = clause.near(low, first)
    if opening and opening[0].kind == "person" and opening[0].first == low and opening[0].stop == first:
        return clause.slot(opening[0])
    plural = clause.low(low) in clause.language.collectives and clause.low(low + 1) in clause.language.role_links
    return phrase_slot(clause, low, first) if plural else None


def _before_dash(clause, dash, low):
    """The subject before an aside between dashes: "X, the chief of Y — the firm that … — told"."""
    place = dash - 1
    while place > low and clause.tokens[place].text in DASHES:
        place -= 1
    for opened in range(place, max(low, dash - LONGEST_REACH), -1):
        if clause.tokens[opened].text in DASHES:
            end = opened
            while clause.tokens[end - 1].text in DASHES:
                end -= 1
            return before_verb(clause, end, low)
    return None


def _before_meeting(clause, place, low):
    """ "Bekas panitia yang ditemui X bercerita": whom the reporters met speaks, and not they."""
    low = max(low, place - LONGEST_REACH)
    while place > low and clause.low(place) not in clause.language.relative:
        place -= 1
    return before_verb(clause, place, low) if place > low else None


def _governor(clause, mention, low):
    """The word before a mention and its article or owner: "on Scotland's remote X"."""
    place = mention.first - 1
    if place > low + 2 and clause.low(place - 1) in POSSESSIVES:
        place -= 1
    if place > low and clause.low(place) in POSSESSIVES:
        place = _before_owner(clause, place - 1, low)
    place -= place > low and clause.low(place) in clause.language.determiners
    return clause.low(place) if place >= low else ""


def _before_owner(clause, place, low):
    """The token before an owner's name that ends at `place`: "the Bureau of Meteorology's X" is one owner."""
    tokens, language = clause.tokens, clause.language
    while place > low and tokens[place].is_capital:
        inner = clause.low(place - 1) in language.belongings and clause.low(place - 2) in language.organisation_words
        place -= 2 if inner and place - 2 >= low else 1
    return place


def _before_aside(clause, comma, low):
    """The subject before an aside: "Rini, yang baru tiba, mengatakan", "Ann Lee, standing in the rain, said"."""
    for place in range(comma - 1, max(low, comma - LONGEST_ASIDE), -1):
        if clause.tokens[place].text != ",":
            continue
        named = [mention for mention in clause.near(max(low, place - LONGEST_PHRASE), place) if mention.stop == place]
        if named and named[-1].kind == "person":
            return clause.slot(owner_of(clause, named[-1], low))
        if _opens_aside(clause, place + 1):
            return before_verb(clause, place, low) or subject_phrase(clause, low, place)
    return None


def _opens_aside(clause, place):
    """ "who …", "standing …", "seen by …", "52": after the subject's comma."""
    low, language = clause.low(place), clause.language
    two = f"{low} {clause.low(place + 1)}"
    return low in language.relative or two in language.via_verbs or low.endswith(("ing", "ed")) or low.isdigit()


def owner_of(clause, mention, low):
    """The name to which an office in apposition belongs: for "X, dosen Y," the mention of X."""
    language = clause.language
    told = mention.kind == "role" and clause.low(mention.first - 1) in language.thing_openers
    for other in reversed(clause.near(max(low, mention.first - LONGEST_REACH), mention.begin)):
        # "X yang kini menjabat sebagai Kepala Y mengaku"
        held = told and clause.low(other.stop) in language.relative and mention.first - other.stop < LONGEST_HELD
        if other.kind == "person" and (other.last >= mention.stop or held):
            return other
    return mention


def is_prepositional(clause, mention, low):
    return _governor(clause, mention, low) in clause.language.object_markers

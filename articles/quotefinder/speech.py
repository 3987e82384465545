"""Which marks hold speech: whole utterances, attributed fragments, or neither (titles, nicknames, scare quotes)."""

from .evidence import begins_sentence
from .runs import looks_like_verb
from .tokens import POSSESSIVES

ENDS_SPEECH = set(",.?!…")
SHORTEST_UTTERANCE = 4
# Words in marks without any cue near them are believed to be speech from this length on.
SHORTEST_UNTIED = 4
LABEL_REACH = 3
LONGEST_JUDGEMENT = 9
LONGEST_TERM = 3
LONGEST_ATTRIBUTE = 5
# So many words an account may have that holds several quotations.
LONGEST_ACCOUNT = 60
# "mengatakan kepada para wartawan bahwa"
LONGEST_ADDRESS = 5


def words_of(text, pair):
    return text[pair.start : pair.end].split()


def is_nickname(text, clause, index):
    """Robert "Bob" Smith: a few words in marks between two parts of one name."""
    tokens, language = clause.tokens, clause.language
    if not 0 < index < len(tokens) - 1:
        return False
    before, after = tokens[index - 1], tokens[index + 1]
    before = tokens[index - 2] if before.text == "." and index > 1 and len(tokens[index - 2].text) == 1 else before
    capitals = before.is_capital and after.is_capital and not {before.low, after.low} & language.connectors
    words = text[tokens[index].start : tokens[index].end].split()
    return capitals and len(words) <= LONGEST_TERM and words[-1][-2:-1] not in ENDS_SPEECH


def kind_of(text, pair, clause, index, cue):
    """'full' or 'fragment', or '' when the marks hold no speech."""
    if is_label(text, pair, clause, index, cue):
        return ""
    if cue is not None and cue.direct and _looks_whole(text, pair, clause, index, cue):
        return "full"
    if cue is None:
        return _without_cue(text, pair, clause, index)
    return _fragment(text, pair, clause, index, cue)


def _looks_whole(text, pair, clause, index, cue):
    """A direct cue beside words that stand apart from the reporter's sentence."""
    before = clause.tokens[index - 1] if index else None
    if cue.at > index:
        stands_apart = before is None or not before.is_word or before.low in clause.language.stoppers
        stops = text[pair.end - 1] in ENDS_SPEECH or clause.tokens[index + 1].text == ","
        return stands_apart or (stops and text[pair.start].isupper() and len(words_of(text, pair)) > 3)
    if before is not None and before.text in ",:":
        return True
    return text[pair.start].isupper() and len(words_of(text, pair)) >= SHORTEST_UTTERANCE


def _without_cue(text, pair, clause, index):
    """No cue in the sentence: a sentence of its own is an utterance, other words only when they are many."""
    words = words_of(text, pair)
    if clause.is_bare:
        return "full" if len(words) >= SHORTEST_UTTERANCE or text[pair.end - 1] in ENDS_SPEECH else ""
    if begins_sentence(clause.tokens, index) and text[pair.end - 1] in ENDS_SPEECH and len(words) >= SHORTEST_UTTERANCE:
        return "full"
    if pair.single or len(words) < SHORTEST_UNTIED or is_title_case(words):
        return ""
    return "fragment"


def _fragment(text, pair, clause, index, cue):
    """Words tied to somebody by the sentence around them; names of things keep their capitals and are none."""
    words = words_of(text, pair)
    if _is_doubted(words, clause, index, cue):
        return ""
    beside = 0 <= index - cue.at <= 3
    named = len(words) > 1 and cue.verb.lower() in clause.language.calling_verbs
    beside = beside or _is_predicate(clause, index, cue, pair)
    if is_title_case(words) and (named or not beside or _goes_on(clause, index) or _repeats(words, clause, index)):
        return ""
    if _is_attribute(words, clause, index) and not _is_retold(clause, index, cue):
        return ""
    if pair.single and not (beside or cue.at > index or len(words) >= SHORTEST_UNTIED or _is_told(clause, index)):
        return ""
    return "fragment"


def _is_doubted(words, clause, index, cue):
    """ "The “letter” was sent to six of them, police said": the reporter's own marks open the sentence."""
    language = clause.language
    opens = index == 1 and clause.low(0) in language.determiners and clause.low(index + 1) in language.auxiliaries
    return opens and cue.at > index and not cue.direct and len(words) < LONGEST_TERM


def _is_retold(clause, index, cue):
    """ "X mengatakan bahwa itu perang “keji” terhadap … dan “salah”": of two in one account both are X's words."""
    account = clause.tokens[cue.at + 1 : cue.at + 1 + LONGEST_ADDRESS]
    if cue.at > index or not any(token.low in clause.language.that_words for token in account):
        return False
    near = clause.tokens[cue.at : cue.at + LONGEST_ACCOUNT]
    return any(token.quote >= 0 and token is not clause.tokens[index] for token in near)


def _is_predicate(clause, index, cue, pair):
    """ "mengatakan itu merupakan “Kuburan”", "memuji warga atas “kesabaran”": what somebody says of a thing."""
    language, before = clause.language, clause.low(index - 1)
    said = cue.at < index and cue.verb.lower() not in language.calling_verbs
    judged = before in language.blamed and cue.verb.lower() in language.naming_verbs
    named = language.thing_openers | language.as_words | (frozenset() if pair.single else language.copulas)
    return said and (judged or before in named)


def _is_told(clause, index):
    """A verb of saying or naming stands right before the marks, whatever other verb tells whose words they are."""
    low, language = clause.low(index - 1), clause.language
    return low in language.naming_verbs or low in language.suffixed_verbs or low in language.thing_openers


def is_title_case(words):
    longer = [word for word in words if len(word) > 3]
    capitals = all(word[0].isupper() or not word[0].isalpha() for word in longer)
    return bool(longer) and capitals and len(words) < 9 and words[-1][-1] not in "?!…"


def is_label(text, pair, clause, index, cue):
    """A title, nickname or slogan: announced as one just before, or explained so in brackets."""
    language = clause.language
    words = words_of(text, pair)
    if not any(character.isalnum() for character in text[pair.start : pair.end]):
        return True
    if is_title_case(words) and _on_programme(clause, index):
        return True
    if is_title_case(words) and _names_work(clause, index):
        return True
    # "“Merpati Pulang” karya X"
    if clause.low(index + 1) in language.made_by and clause.low(index + 2) and clause.tokens[index + 2].is_capital:
        return True
    if len(words) < 12 and clause.low(index - 1) in language.headings:
        return True
    # "kemarahannya atas tudingan “tidak peduli”": what others say of the speaker
    if cue is not None and clause.low(index - 1) in language.reproaches and cue.at < index - 2:
        return True
    if language.head_last and clause.low(index - 1) in language.forward_verbs and _is_sign(clause, index - 2):
        return True
    if clause.low(index - 1) in language.meanings and clause.low(index - 2) in language.relative:
        return True
    if len(words) <= LONGEST_TERM and (_is_glossed(clause, index) or _is_term(clause, index)):
        return True
    if cue is not None and cue.direct and (cue.at > index or clause.tokens[index - 1].text in ",:"):
        return False
    if len(words) > 12:
        return False
    for place in range(index - 1, max(-1, index - 1 - LABEL_REACH), -1):
        token = clause.tokens[place]
        if token.quote >= 0 or token.text in ".;":
            return False
        if token.low in language.demonstratives and not language.head_last:
            return False
        if token.low in language.inverted_verbs and clause.low(place - 1) in language.pronouns:
            # "apa yang ia sebut “genosida”"
            return False
        if token.low in language.labels and not (cue is not None and cue.at == place):
            return not (cue is not None and token.low in language.works and _judges(text, pair, clause, cue, place))
        if token.text not in ",:" and not token.is_word:
            return False
        if token.low in language.forward_verbs | language.naming_verbs:
            return False
    return False


def _is_sign(clause, place):
    """ "banners saying “…”": what is written on things."""
    return clause.low(place) in clause.language.signs


def _is_glossed(clause, index):
    """A foreign word beside its translation: "tanda bahaya atau “red flag”", "“papalele,” or fish traders"."""
    language = clause.language
    after = index + 1 + (clause.low(index + 1) == ",")
    if clause.low(index - 1) in language.glosses or clause.low(after) in language.glosses:
        return True
    # "“lamp hour,” a term from …", "“revenge” was a word that …"
    told = clause.low(index + 1) == "," or clause.low(after) in language.copulas
    after += clause.low(after) in language.copulas
    return (
        told and clause.low(after) in language.indefinites and clause.low(after + 1) in language.labels - language.works
    )


def _is_term(clause, index):
    """ "istilah “wisuda”, kata dia": a word talked about, whoever talks."""
    language, low = clause.language, clause.low(index - 1)
    return low in language.labels - language.works and low not in language.inverted_verbs | language.naming_verbs


def _goes_on(clause, index):
    """ "“Desa Terang” menjangkau pelosok": capitals that are the subject of the words after them are a name."""
    language, low = clause.language, clause.low(index + 1)
    following = clause.tokens[index + 1] if index + 1 < len(clause.tokens) else None
    links = language.stoppers | language.conjunctions | language.adverbs | language.object_markers
    return following is not None and following.is_word and not following.is_capital and low not in links


def _repeats(words, clause, index):
    """ "jembatan itu “Jembatan Cinta”": a name that says again what the thing is."""
    nearby = {clause.low(place) for place in range(max(0, index - LABEL_REACH), index)}
    return len(words) > 1 and words[0].lower() in nearby


def _is_attribute(words, clause, index):
    """ "sistem “jemput bola” itu", "harga “teman” bagi": marks on a noun's attribute, in the middle of its phrase."""
    language = clause.language
    if language.head_last or len(words) > LONGEST_ATTRIBUTE or not 0 < index < len(clause.tokens) - 1:
        return False
    # "mengklaim AS “menerima ANGKA TERBESAR,” yang …": what is said of a noun, not its attribute.
    if len(words) > 1 and words[-1][-1] in ENDS_SPEECH and looks_like_verb(words[0].lower(), language):
        return False
    before, after = clause.tokens[index - 1], clause.tokens[index + 1]
    # "bahwa warga “terlalu manja” menuai kritik": said of a noun, not its attribute.
    if len(words) > 1 and words[0].lower() in language.adverbs:
        return False
    if not before.is_word or _predicates(before, language):
        return False
    if after.low in language.demonstratives | language.relative:
        return True
    goes_on = after.low not in language.openers
    return len(words) <= 2 and after.is_word and goes_on and not after.is_capital and not before.is_capital


def _predicates(before, language):
    """A word behind which something is said of a subject, not named: a verb, "sebagai", "hanya", "itu"."""
    groups = (language.stoppers, language.connectors, language.adverbs, language.demonstratives, language.openers)
    # "menuduh lawannya “berbohong” soal pajak": with the possessive on it a noun's phrase is whole.
    if language.suffix and before.low.endswith(language.suffix):
        return True
    verbs = (language.forward_verbs, language.naming_verbs, language.inverted_verbs, language.suffixed_verbs)
    known = any(before.low in group for group in (*groups, *verbs, language.role_links, language.pronouns))
    return known or looks_like_verb(before.low, language)


def _judges(text, pair, clause, cue, place):
    """ "called the bill “dead on arrival”": small words said of a thing, not the thing's title."""
    return (
        clause.language.head_last
        and cue.at < place
        and text[pair.start].islower()
        and len(words_of(text, pair)) < LONGEST_JUDGEMENT
    )


def _names_work(clause, index):
    """ "film “X”", "bukunya, “X”": the word before says that the marks hold a name."""
    place = index - 1 - (index > 0 and clause.tokens[index - 1].text == ",")
    language = clause.language
    if language.authored:
        created = clause.low(place) in language.authored and clause.low(place - 1) in language.creators
    else:
        created = clause.low(place) in language.creators
    if created:
        return True
    if clause.low(place) in language.as_words:
        place -= 1
    word = clause.low(place)
    return word in language.labels or bool(language.suffix) and word.removesuffix(language.suffix) in language.labels


def _on_programme(clause, index):
    """ "on CNN's “X”", "On “X,” the senator said": the title of a broadcast."""
    low = clause.low(index - 1)
    if low in POSSESSIVES:
        return clause.low(index - 2) in clause.language.outlets
    spoke = clause.low(index - 2) in clause.language.forward_verbs | clause.language.programmes
    return low in clause.language.on_air and clause.language.head_last and (index == 1 or spoke)

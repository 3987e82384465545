"""He or she: what the whole story tells about each person of it."""

MALE, FEMALE = "male", "female"


def learn(cast, clauses, language):
    """Note for each person the gender that a courtesy, a noun or the pronouns of single sentences tell."""
    if not language.male:
        return
    for clause in clauses:
        named = [mention for mention in clause.mentions if mention.kind == "person"]
        for mention in named:
            person = cast.of(mention)
            person.gender = person.gender or _stated(clause, mention, language)
        if len({cast.of(mention).name for mention in named}) == 1:
            cast.of(named[0]).leaning += _pronouns_after(clause, named[0], language)


def of_noun(words, language):
    """The gender of a noun of persons, or ""."""
    for word in words:
        if word in language.male_nouns or word.endswith("man") and not word.endswith("woman"):
            return MALE
        if word in language.female_nouns or word.endswith("woman"):
            return FEMALE
    return ""


def of_person(person, language):
    """What was said of them, else what the first name says, else how the story goes on about them."""
    first = person.words[0]
    if person.gender:
        return person.gender
    male, female = first in language.first_names_male, first in language.first_names_female
    if male != female:
        return MALE if male else FEMALE
    if abs(person.leaning) > 1:
        return MALE if person.leaning > 0 else FEMALE
    return ""


def of_pronoun(word, language):
    if word in language.male:
        return MALE
    return FEMALE if word in language.female else ""


def _stated(clause, mention, language):
    for place in range(max(0, mention.begin - 2), mention.begin):
        low = clause.low(place)
        if low in language.honorifics and of_pronoun(low, language):
            return of_pronoun(low, language)
    return of_noun(mention.role.lower().split(), language)


def _pronouns_after(clause, mention, language):
    """1 for "he", -1 for "she", 0 when the sentence has both or none."""
    found = {of_pronoun(token.low, language) for token in clause.tokens[mention.stop :]} - {""}
    if len(found) != 1:
        return 0
    return 1 if MALE in found else -1

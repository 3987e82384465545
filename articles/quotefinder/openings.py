"""Whom a sentence of narration is about by its opening: the name or office at its head."""

from .heads import is_somebody
from .reference import Reference
from .slots import POSSESSIVES, Slot

# "(14/2/2021)" and what else may stand between a body and its verb.
LONGEST_ASIDE = 14
# So many tokens an office may have before the name.
LONGEST_OFFICE = 20
# So many tokens may stand before the comma that ends an opening phrase.
LONGEST_OPENING = 30
# Of whom only initials are told, others tell.
LONGEST_INITIALS = 2


class Openings(Reference):
    """Finds the name that a sentence opens with."""

    def _opening_office(self, clause):
        """ "The president has clashed with her": an office at the head whose holder the story knows."""
        language, tokens = self.language, clause.tokens
        if not language.head_last or clause.low(0) not in language.demonstratives:
            return None
        end = 1
        while end < min(LONGEST_OFFICE, len(tokens)) and tokens[end].is_word:
            if clause.low(end) in language.auxiliaries | language.adverbs | language.stoppers:
                break
            end += 1
        if end < 2 or not is_somebody(language, clause.low(end - 1)) or clause.low(end - 1).endswith("s"):
            return None
        slot = Slot("phrase", None, clause.words(0, end), tokens[0].start, tokens[end - 1].end)
        voice = self._meant(slot, slot.text)
        return voice if voice is not None and voice.person is not None else None

    def _opening_name(self, clause):
        """A name at the head of the sentence, after at most some linking words."""
        language = self.language
        low = 0
        passing = (language.connectors, language.days, language.places, language.stoppers)
        for place, token in enumerate(clause.tokens[:14]):
            if token.text == "," and all(
                not word.is_word or any(word.low in group for group in passing) for word in clause.tokens[low:place]
            ):
                low = place + 1
        while low < len(clause.tokens) and clause.tokens[low].low in language.connectors - language.object_markers:
            low += 1
        # "Menjawab X, Y …": whom the opening phrase names is not the subject.
        opening = clause.low(0) in language.forward_verbs and clause.low(0) in language.connectors
        return not opening and self._name_at(clause, low) or self._name_after_opening(clause)

    def _remarked(self, clause):
        """ "Ucapan X muncul setelah Y mengatakan …": the sentence is about whose words it opens with."""
        language = self.language
        if language.head_last or clause.low(0) not in language.saying_nouns - language.inverted_verbs:
            return None
        for mention in clause.near(1, LONGEST_OFFICE):
            behind = mention.last + (clause.low(mention.last) in language.demonstratives)
            own = mention.kind == "person" and mention.first == 1 and clause.low(behind) in language.occurring
            return self.known(mention) if own else None
        return None

    def _name_after_opening(self, clause):
        """ "Menanggapi hal itu, X …": the name right behind an opening phrase."""
        language, tokens = self.language, clause.tokens
        office = not language.head_last and tokens[0].low in language.role_nouns
        if not office and tokens[0].low not in language.connectors and tokens[0].low not in language.stoppers:
            return None
        passing = (language.stoppers | language.connectors | language.days) - language.indefinites
        for comma in (place for place, token in enumerate(tokens[:LONGEST_OPENING]) if token.text == ","):
            # "Kini, setelah video itu tersebar, X …": a second phrase may open before the name.
            opens_another = clause.low(comma + 1) in passing
            if comma and (language.head_last or not opens_another):
                return self._name_at(clause, comma + 1)
        return None

    def _name_at(self, clause, low):
        language = self.language
        for mention in clause.near(low, low + 14):
            if clause.low(mention.stop) in POSSESSIVES:
                continue
            if clause.low(mention.stop) in language.demonstratives:
                return self._called(clause, low, mention) or self.focus
            heads = mention.first <= low + 1 or self._owned(clause, mention, low)
            heads = heads and not (mention.first > low and clause.low(mention.first - 1) in language.object_markers)
            if mention.kind == "person" and heads and self._is_told_of(clause, mention):
                return self.focus
            if mention.kind == "person" and heads:
                return self._of(self.cast.of(mention), mention.name, "subject", mention.name)
            if mention.kind == "body" and heads and self._states(clause, mention):
                return self._of(self.cast.of(mention), mention.name, "subject", mention.name)
            lead = language.indefinites | language.definites | language.determiners | language.honorifics
            if mention.kind == "role" and mention.first <= low + (clause.low(low) in lead):
                if self.focus is not None and self._undergoes(clause, mention):
                    return self.focus
                return self._holder(clause.slot(mention), mention.name, clause.low(mention.stop))
            break
        return None

    def _states(self, clause, mention):
        """ "Kepolisian Wening (KW) pada Minggu (14/2) menyebutkan": only a short form and a day before the verb."""
        language = self.language
        for place in range(mention.last, min(mention.last + LONGEST_ASIDE, len(clause.tokens))):
            token = clause.tokens[place]
            if token.low in language.forward_verbs:
                return not language.head_last
            if token.is_word and not (token.low in language.days | language.role_places or token.low[:1].isdigit()):
                return False
        return False

    def _called(self, clause, low, mention):
        """ "Istri X itu langsung membalas …": an epithet with a name in it opens the sentence."""
        if self.language.head_last or mention.first != low or mention.begin == low:
            return None
        tokens, end = clause.tokens, mention.stop + 1
        return self._pointed(Slot("phrase", None, clause.words(low, end), tokens[low].start, tokens[end - 1].end))

    def _is_told_of(self, clause, mention):
        """ "X juga dinilai …", "Korban bernama X …": told of X by whomever the story is about."""
        named = clause.low(mention.begin - 1) in self.language.name_markers and self.focus is not None
        if named and mention.role.split(" ")[0].lower() in self.language.sufferers:
            return True
        # "M telah berada di kantor polisi"
        if len(mention.name) <= LONGEST_INITIALS and mention.name.isupper():
            return self.focus is not None and self.focus.name != mention.name
        place = mention.last
        while clause.low(place) in self.language.adverbs:
            place += 1
        return clause.low(place) in self.language.judging

    def _undergoes(self, clause, mention):
        """ "Pelaku kemudian ditangkap": told of by whomever the story is about, unless he says something himself."""
        place, language = mention.last, self.language
        while clause.low(place) in language.adverbs:
            place += 1
        passive = clause.low(place).startswith(language.passive_beginnings) if language.passive_beginnings else False
        return passive and clause.low(place) not in language.passive_verbs | language.met_by | language.object_markers

    @staticmethod
    def _owned(clause, mention, low):
        """ "Pell's deputy, X": whose first words are the name of another."""
        return any(clause.low(place) in POSSESSIVES for place in range(low, mention.first + 1)) and all(
            clause.tokens[place].is_word or clause.low(place) in POSSESSIVES for place in range(low, mention.first)
        )

"""What the story is about at each point: the sentences of narration between the quotations."""

from .cues_before import is_passive
from .heads import is_somebody
from .phrases import says
from .reference import Reference
from .slots import POSSESSIVES, Slot, phrase_slot
from .subjects import before_verb, is_noun

# So many tokens may stand before the comma that ends an opening phrase.
LONGEST_OPENING = 30
# "(14/2/2021)" and what else may stand between a body and its verb.
LONGEST_ASIDE = 14
# "X, kata dia," within so many tokens of the beginning.
LONGEST_DEFERRING = 24
# So many tokens an office may have before the name.
LONGEST_OFFICE = 20
# So far into a sentence a verb of saying tells who it is about.
LONGEST_SIGHT = 80


class Narration(Reference):
    """Walks through the story and remembers whom it is about."""

    def read(self, clause):
        """Take in a sentence of narration: its subject, if it is somebody, is what the story is about now."""
        voice = self._asked(clause) or self.subject(clause)
        if voice is not None:
            self.turn_to(voice)
            self.answering = None
        return voice

    def _asked(self, clause):
        """ "Hakim bertanya kepada X": the answers to come are those of X."""
        for place, token in enumerate(clause.tokens[:40]):
            if token.low in self.language.question_verbs and clause.low(place + 1) in self.language.receivers:
                for mention in clause.near(place + 2, place + 8):
                    if mention.kind == "person" and mention.first <= place + 2:
                        return self._of(self.cast.of(mention), mention.name, "subject", token.text)
        return None

    def subject(self, clause):
        """The one that a sentence is about: who speaks in it, or the name that it opens with."""
        if self._defers(clause):
            return None
        told = self._inserted(clause) or self._speaking(clause)
        return told or self._opening_name(clause) or self._opening_office(clause) or self._agent(clause)

    def _agent(self, clause):
        """ "The position was spelt out by spokesman X.": by whom something was done, at the end of the sentence."""
        if not self.language.head_last or not clause.mentions:
            return None
        last = clause.mentions[-1]
        by = clause.low(last.first - 1) in self.language.agent_markers and last.last >= len(clause.tokens) - 1
        return self.known(last) if by and last.kind == "person" and last.role else None

    def _inserted(self, clause):
        """ "Apalagi, lanjut X, Kepala Y hanya menyebut …": told by X, whoever else says something in it."""
        language = self.language
        for place, token in enumerate(clause.tokens[:LONGEST_DEFERRING]):
            if token.low not in language.inverted_verbs or token.is_capital or language.head_last or not place:
                continue
            for mention in clause.near(place + 1, place + 2 + LONGEST_OFFICE):
                if mention.kind == "person" and mention.first <= place + 1 and clause.low(mention.last) == ",":
                    return self._of(self.cast.of(mention), mention.name, "subject", token.text)
        return None

    def _defers(self, clause):
        """ "Menurut dia, X …", "X, kata dia, …": told by whomever the story is about, whoever else is named."""
        language = self.language
        for place, token in enumerate(clause.tokens[:LONGEST_DEFERRING]):
            apart = not place or not clause.tokens[place - 1].is_word
            if not apart or language.head_last:
                continue
            told = (
                token.low in language.according | language.inverted_verbs and clause.low(place + 1) in language.pronouns
            )
            if told or token.low in language.suffixed_verbs and token.low in language.deferring:
                return self.focus is not None
        return False

    def _speaking(self, clause):
        language = self.language
        reported = False
        for place, token in enumerate(clause.tokens[:LONGEST_SIGHT]):
            if token.low not in language.forward_verbs or (token.is_capital and place) or is_noun(clause, place):
                continue
            if is_passive(clause, place):
                continue
            slot = before_verb(clause, place, 0)
            if slot is not None and slot.kind == "mention":
                if slot.mention.kind == "place":
                    if self._is_subordinate(clause, place):
                        continue
                    return None
                reported_on = self._reported_on(clause, slot, place)
                if reported_on is not None:
                    return reported_on
                if self._only_reports(clause, slot, place):
                    reported = True
                    continue
                return self._of(self.cast.of(slot.mention), slot.text, "subject", token.text)
            if slot is not None and slot.kind == "office":
                if reported and self._takes(slot):
                    return self.focus
                return self._holder(slot, token.text)
            if slot is not None and slot.kind == "pronoun":
                # "Ia mengatakan, X …": the names that follow are not the one who speaks.
                named = any(mention.kind == "person" for mention in clause.near(0, place))
                return None if language.head_last or named else self.focus
            if slot is not None and slot.text.lower().split()[-1] in language.demonstratives:
                return self._pointed(slot) or self.focus
            opening = clause.mentions[0] if clause.mentions and clause.mentions[0].first == 0 else None
            told = slot is not None and language.head_last and slot.kind == "phrase" and opening is not None
            if told and opening.kind == "person" and slot.start > opening.end:
                # "X for example, this driver also said"
                person = self.cast.of(opening)
                if not person.roles:
                    person.roles.append(self._as_role(slot.text))
                return self.known(opening)
            if slot is not None and language.head_last and self._is_definite(slot.text.lower().split()):
                return self._meant(slot, token.text) or self._unnamed(slot, "subject", token.text)
            if slot is not None and slot.kind == "phrase" and _is_introduced(clause, slot, place):
                return self._unnamed(slot, "subject", token.text)
        return self._passively(clause) or self._withheld(clause)

    def _is_subordinate(self, clause, verb):
        """ "…, meskipun Iran menyangkal, X menyebut …": the verb belongs to a clause that the main one follows."""
        begin = next((place for place in range(verb, 0, -1) if clause.low(place - 1) == ","), 0)
        return clause.low(begin) in self.language.concessions

    def _withheld(self, clause):
        """ "Seorang karyawan yang enggan disebut namanya juga mendengar …": who keeps the name back, speaks."""
        language = self.language
        for place, token in enumerate(clause.tokens[:LONGEST_SIGHT]):
            if token.low in language.relative and clause.low(place + 1) in language.unnamed:
                begin = place
                while begin and clause.low(begin) not in language.indefinites and clause.tokens[begin - 1].is_word:
                    begin -= 1
                begin -= f"{clause.low(begin - 1)} {clause.low(begin)}" in language.indefinites
                slot = phrase_slot(clause, begin, place)
                words = slot.text.lower().split() if slot is not None else ["", ""]
                known = words[0] in language.indefinites or " ".join(words[:2]) in language.indefinites
                return self._unnamed(slot, "subject", token.text) if known else None
        return None

    def _takes(self, slot):
        """Whether an office in an outlet's report is that of whom the story is about, of whom none was told."""
        person = self.focus.person
        if person is None or person.kind != "person" or person.roles or self.cast.with_role(slot.text, slot.start):
            return False
        person.roles.append(self._as_role(slot.text))
        return True

    def _reported_on(self, clause, slot, place):
        """ "Harian X melaporkan bahwa Y menolak": the story is about Y, whom the outlet tells of."""
        language = self.language
        if clause.low(place + 1) not in language.that_words or clause.low(place) not in language.reporting_verbs:
            return None
        if not (self.is_outlet(slot.text, slot.mention.role) or self.is_outlet("", slot.text)):
            return None
        for mention in clause.near(place + 2, place + LONGEST_OFFICE):
            return self.known(mention) if mention.kind == "person" and mention.first <= place + 2 else None
        return None

    def _only_reports(self, clause, slot, place):
        """ "Media X, Y, melaporkan presiden Z mengatakan …": an outlet's report of what another one says."""
        language = self.language
        if language.head_last or self.focus is None or clause.low(place) not in language.reporting_verbs:
            return False
        outlet = self.is_outlet(slot.text, slot.mention.role) or self.is_outlet("", slot.text)
        return outlet and any(says(clause, later) for later in range(place + 1, min(len(clause.tokens), LONGEST_SIGHT)))

    def _passively(self, clause):
        """ "Hal itu disampaikan X", "Menurut X", "kata X" inside a sentence of narration."""
        language, tokens = self.language, clause.tokens
        for place, token in enumerate(tokens[:LONGEST_SIGHT]):
            known = (
                token.low in language.passive_verbs
                or token.low in language.according
                or (token.low in language.inverted_verbs and token.low not in language.forward_verbs)
            )
            after = place + 1 + (clause.low(place + 1) in language.agent_markers)
            known = known or (not place and token.low in language.topic_markers)
            # "Hal serupa dialami X"
            known = known or 0 < place < LONGEST_OFFICE and _is_likewise(clause, place)
            for mention in clause.near(after, after + LONGEST_OFFICE) if known else ():
                if mention.kind == "person" and mention.first <= after:
                    if self.is_outlet(mention.name, mention.role):
                        # "Hal senada dikemukakan Harian X": told by an outlet of whomever the story is about.
                        return self.focus
                    return self._of(self.cast.of(mention), mention.name, "subject", token.text)
        return None

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


def _is_likewise(clause, place):
    """ "Hal serupa dialami X", "Hal yang sama dirasakan X": a passive verb right behind an opening "the same"."""
    language, before = clause.language, clause.low(place - 1)
    opens = clause.low(0) in language.summing_up and before in language.likewise
    return opens and clause.low(place).startswith(language.passive_beginnings)


def _is_introduced(clause, slot, verb):
    """ "Seorang pedagang mengatakan", "Bekas panitia yang ditemui X bercerita": somebody without a name enters."""
    words, language = slot.text.lower().split(), clause.language
    unnamed = words[0] in language.indefinites or " ".join(words[:2]) in language.indefinites
    person = any(is_somebody(language, word) for word in words)
    met = any(token.low in language.met_by for token in clause.tokens[:verb])
    return person and (unnamed or met) and words[0] not in language.pluralizers

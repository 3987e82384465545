"""What the story is about at each point: the sentences of narration between the quotations."""

from .cues_before import is_passive
from .heads import is_somebody
from .openings import Openings
from .phrases import says
from .slots import phrase_slot
from .subjects import before_verb, is_noun

# "X, kata dia," within so many tokens of the beginning.
LONGEST_DEFERRING = 24
# So many tokens an office may have before the name.
LONGEST_OFFICE = 20
# So far into a sentence a verb of saying tells who it is about.
LONGEST_SIGHT = 80


class Narration(Openings):
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
        told = self._inserted(clause) or self._remarked(clause) or self._speaking(clause)
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
            closing = self._closing(clause, place)
            if closing is not None:
                return closing
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

    def _closing(self, clause, verb):
        """ "Five people were killed in Tarn, where …, said X, the editor.": whom the sentence ends with."""
        language = self.language
        if not language.head_last or clause.low(verb - 1) != "," or clause.low(verb) not in language.inverted_verbs:
            return None
        for mention in clause.near(verb + 1, verb + LONGEST_OFFICE):
            ends = mention.last >= len(clause.tokens) or clause.tokens[mention.last].text in ".,"
            return self.known(mention) if ends and mention.kind == "person" and mention.first <= verb + 1 else None
        return None

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
        told = clause.low(place + 1) in language.that_words
        # "Media X memberitakan Rini akan pindah"
        named = not language.head_last and clause.low(place) not in language.naming_verbs
        if not (told or named) or clause.low(place) not in language.reporting_verbs:
            return None
        if not (self.is_outlet(slot.text, slot.mention.role) or self.is_outlet("", slot.text)):
            return None
        begin = place + 1 + told
        for mention in clause.near(begin, place + LONGEST_OFFICE):
            return self.known(mention) if mention.kind == "person" and mention.first <= begin else None
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

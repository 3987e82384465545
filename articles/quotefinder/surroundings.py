"""Speakers from the sentences around a quotation: said just before, named right after, or narrated about."""

from dataclasses import replace

from .choice import chosen_cue
from .findings import Reason
from .heads import head_of, is_somebody
from .tokens import POSSESSIVES
from .voices import SURE, Voice, carried

UNKNOWN = Voice("", "", "", None, Reason("unknown"), SURE["unknown"])
# How many sentences on the speaker of a quotation without a cue is looked for.
SHORT_SIGHT = 8
# An outlet within so many tokens of a sentence's beginning introduces it.
NEAR_OPENING = 12
# Within so many sentences the holder of an office is named who speaks again.
NEXT_SPEAKER = 3
# "Seorang wakil komandan Wening": an office of fewer words may be that of another.
SHORTEST_OFFICE = 3


class Surroundings:
    """Looks around in the story; `last` is the quotation right before, as long as no narration followed."""

    def __init__(self, story, narration):
        self.story, self.narration = story, narration
        self.last = None

    def points_ahead(self, voice, cue):
        """ "ungkap ibu dua anak itu" at the head of a story, before her name has come."""
        language, words = self.story.language, voice.name.lower().split()
        known = voice.person is not None or self.narration.focus is not None or cue.slot.kind != "phrase"
        if known or not words or words[0] in language.collectives:
            return False
        pointing = words[0] if language.head_last else words[-1]
        return pointing in language.demonstratives and is_somebody(language, head_of(language, words))

    def unmasked(self, number, voice):
        """ "Direktur Darurat WHO mengabarkan “…”" and then X speaks, of whom no office is told: it is his."""
        story, language = self.story, self.story.language
        words = voice.name.lower().split()
        if words[0] in language.indefinites:
            return self._same_office(number, voice, words[1:])
        owned = any(word.endswith(tuple(POSSESSIVES)) for word in words[:-1])
        single = owned if language.head_last else words[0] in language.titles and len(words) > 1
        if not single or words[0] in language.collectives or not any(word[:1].isupper() for word in voice.name.split()):
            return None
        for clause in story.clauses[number + 1 : number + 1 + NEXT_SPEAKER]:
            quote = next((index for index, token in enumerate(clause.tokens) if token.quote >= 0), None)
            found = chosen_cue(self.story, clause, quote, 0, len(clause.tokens)) if quote is not None else None
            if found is None:
                continue
            if found.slot.kind != "mention" or found.slot.mention.kind != "person":
                return None
            person = story.cast.of(found.slot.mention)
            if person.roles or person.at < story.sentences[number].end:
                return None
            person.roles.append(voice.name)
            return replace(carried(self.narration.known(found.slot.mention), "anticipated"), mention=voice.name)
        return None

    def _same_office(self, number, voice, words):
        """ "Seorang wakil komandan Wening menolak …" and then "wakil komandan Wening Budi Karsa": it is he."""
        for mentions in self.story.mentions[number + 1 : number + 1 + NEXT_SPEAKER]:
            for mention in mentions:
                same = mention.role.lower().split()[: len(words)] == words and len(words) >= SHORTEST_OFFICE
                if same and mention.kind == "person":
                    return replace(carried(self.narration.known(mention), "anticipated"), mention=voice.name)
        return None

    def named_later(self, number, cue):
        """ "“…,” she said." before the story has named her: whom one of the next sentences is about."""
        sight = SHORT_SIGHT // 2 if self.narration.focus is not None else 2 * SHORT_SIGHT
        for clause in self.story.clauses[number + 1 : number + 1 + sight]:
            quote = next((index for index, token in enumerate(clause.tokens) if token.quote >= 0), None)
            found = chosen_cue(self.story, clause, quote, 0, len(clause.tokens)) if quote is not None else None
            if found is not None and found.slot.kind == "mention":
                voice = self.narration.voice(found, clause)
            else:
                voice = self.narration.subject(clause) if quote is None else None
            if voice is not None and voice.person is not None and self.narration.fits(voice, cue.slot.text.lower()):
                return replace(carried(voice, "anticipated"), mention=cue.slot.text)
        return None

    def from_around(self, number, clause, index, kind, pair):
        """The speaker of a quotation without a cue: said just before, named right after, or narrated about."""
        story = self.story
        reported = self._reported(number, index) if kind == "fragment" else None
        if reported is not None:
            return reported
        subject = self.narration.subject(clause) if kind == "fragment" else None
        if subject is not None and subject.person is not None and other(self.narration.focus, subject):
            return carried(subject, "introduced")
        if self.last is not None and story.neighbours(self.last.number, number):
            if self.narration.answering is not None:
                return carried(self.narration.answering, "answer")
            if self.last.voice.name:
                return carried(self.last.voice, "continued")
        if kind == "fragment":
            return carried(self.narration.focus, "fragment") if self.narration.focus is not None else None
        following = self._following(number, pair)
        if following is not None:
            return following
        focus = self.narration.focus
        return carried(focus, "introduced") if focus is not None else UNKNOWN

    def _reported(self, number, index):
        """A fragment in a sentence, or before a sentence, that credits an outlet: the outlet's own words."""
        for vias in self.story.vias[number : number + 2]:
            for via in vias[:1]:
                if via.at < NEAR_OPENING:
                    phrase = self.story.text[via.phrase : via.end]
                    person = self.story.cast.people.get((via.name.lower(),))
                    return Voice(via.name, via.name, "", person, Reason("reported", phrase, via.name), SURE["reported"])
        return None

    def _following(self, number, pair):
        """Named in the sentence after: "Demikian dikatakan X.", or the cue of the next quotation in the paragraph."""
        story = self.story
        for place in range(number + 1, min(number + 1 + SHORT_SIGHT, len(story.clauses))):
            clause = story.clauses[place]
            # At the head of a story every line is near.
            if not story.neighbours(place - 1 if self.narration.focus is None else number, place):
                return None
            quote = next((index for index, token in enumerate(clause.tokens) if token.quote >= 0), None)
            if quote is None:
                return self._summing_up(clause) if place == number + 1 else None
            same = story.sentences[place].paragraph == story.sentences[number].paragraph
            # At the head of a story nobody else can be meant.
            if not same and pair.complete and self.narration.focus is not None:
                return None
            cue = chosen_cue(self.story, clause, quote, 0, len(clause.tokens))
            if cue is not None:
                named = cue.slot.kind in ("mention", "office", "phrase")
                voice = self.narration.voice(cue, clause) if named else None
                if not named and self.narration.focus is None:
                    voice = self.named_later(place, cue)
                return voice and carried(voice, "anticipated")
        return None

    def _summing_up(self, clause):
        language = self.story.language
        if clause.tokens[0].low not in language.summing_up:
            return None
        voice = self.narration.subject(clause)
        return voice and replace(
            voice, reason=Reason("afterwards", clause.tokens[0].text, voice.name), confidence=SURE["afterwards"]
        )


def other(focus, voice):
    return focus is not None and focus.name != voice.name

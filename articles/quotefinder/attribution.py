"""The walk through the story that gives every quotation its speaker."""

from dataclasses import dataclass, replace

from .chain import chain
from .cues import cue_after, cue_later
from .cues_before import cue_before
from .findings import Quotation, Reason
from .heads import head_of, is_somebody
from .lists import goes_on
from .narration import Narration
from .repeats import plain, without_repeats
from .slots import NOBODY
from .speech import is_nickname, kind_of
from .tokens import POSSESSIVES
from .voices import SURE, Voice

UNKNOWN = Voice("", "", "", None, Reason("unknown"), SURE["unknown"])
# How many sentences on the speaker of a quotation without a cue is looked for.
SHORT_SIGHT = 8
# An outlet within so many tokens of a sentence's beginning introduces it.
NEAR_OPENING = 12
# "Menurut dia, …": a cue so near the beginning has no subject of its own before it.
CLAUSE_OPENING = 3
# Within so many sentences the holder of an office is named who speaks again.
NEXT_SPEAKER = 3


@dataclass(slots=True)
class Said:
    """A quotation on its way: where it stands and what is known of it so far."""

    number: int
    token: int
    pair: object
    kind: str
    cue: object
    voice: Voice
    via: tuple = ()


def attribute(story):
    """All quotations of the story in order."""
    return tuple(_finished(story, said) for said in Walk(story).everything())


def _finished(story, said):
    voice, pair = said.voice, said.pair
    role = voice.person.role if voice.person is not None else voice.role
    # A name or role may run over a broken line.
    name, role = " ".join(voice.name.split()), " ".join((role or "").split())
    sure = min(voice.confidence, SURE["fragment"]) if said.kind == "fragment" else voice.confidence
    if not pair.complete:
        sure *= 0.9
    return Quotation(
        text=story.text[pair.start : pair.end],
        start=pair.start,
        end=pair.end,
        kind=said.kind,
        speaker=name,
        mention=voice.mention,
        role=role,
        verb=said.cue.verb if said.cue else "",
        via=said.via,
        confidence=round(sure, 2),
        reason=voice.reason,
    )


class Walk:
    def __init__(self, story):
        self.story = story
        self.narration = Narration(story)
        self.last = None
        self.about = {}
        # Words in marks that were no speech: a title or label stays one when it comes again.
        self.labels = set()

    def everything(self):
        found = []
        for number, clause in enumerate(self.story.clauses):
            places = [index for index, token in enumerate(clause.tokens) if token.quote >= 0]
            places = [index for index in places if not is_nickname(self.story.text, clause, index)]
            if places:
                found += self._quoting(number, clause, places)
            else:
                self._narrating(number, clause)
        for said, following in zip(found[-2::-1], found[:0:-1], strict=True):
            # “…” “…,” kata X dikutip dari Y: both came through Y.
            ahead = said.cue is None and said.voice.reason.rule in ("anticipated", "introduced") and not said.via
            if (
                ahead
                and said.voice.name == following.voice.name
                and self.story.neighbours(said.number, following.number)
            ):
                said.via = following.via
        return without_repeats(self.story, found)

    def _narrating(self, number, clause):
        voice = self.narration.read(clause)
        focus = voice or self._pronoun_subject(clause)
        self.about[number] = focus.name if focus is not None else None
        self.last = None

    def _pronoun_subject(self, clause):
        opening = clause.tokens[:20]
        pronouns = self.story.language.pronouns
        return self.narration.focus if any(token.low in pronouns for token in opening) else None

    def _quoting(self, number, clause, places):
        said = []
        low = 0
        for order, index in enumerate(places):
            limit = places[order + 1] if order + 1 < len(places) else len(clause.tokens)
            one = self._one(number, clause, index, low, limit, said)
            if one is not None:
                said.append(one)
                low = index + 1
        if not said:
            self._narrating(number, clause)
        elif all(one.pair.single for one in said):
            # Lesser marks make no quotation of the sentence that introduces the next one.
            self.about[number] = said[-1].voice.name
        return said

    def _one(self, number, clause, index, low, limit, earlier):
        pair = self.story.pairs[clause.tokens[index].quote]
        cue = self._cue(clause, index, low, limit)
        if cue is not None and cue.at > index and earlier and earlier[-1].cue is not None and self._is_outlet(cue.slot):
            # "X menyebut itu “keji” dan “salah”, lapor AFP": the outlet tells of both.
            cue = None
        kind = kind_of(self.story.text, pair, clause, index, cue)
        if (
            cue is None
            and earlier
            and earlier[-1].kind == "fragment"
            and goes_on(clause, low, index, earlier[-1].cue, pair)
        ):
            kind = kind or "fragment"
        if not kind or kind == "fragment" and self._words(pair) in self.labels:
            self.labels.add(self._words(pair))
            return None
        if cue is not None:
            voice = self._own_voice(clause, cue, index) or self._named_later(number, cue) or UNKNOWN
            if self._points_ahead(voice, cue):
                voice = self._named_later(number, cue) or voice
            if voice.person is None and cue.slot.kind in ("office", "phrase"):
                voice = self._unmasked(number, voice) or voice
            if cue.slot.kind == "mention":
                self.narration.hear(voice, self.story.text[pair.start : pair.end])
            if cue.slot.kind == "suffix" or cue.slot.text.lower() in self.story.language.personal:
                voice = self.narration.apart_from(voice, self.story.text[pair.start : pair.end])
            if kind == "fragment" and not voice.name and cue.slot.kind != NOBODY:
                return None
        elif earlier:
            voice = _carried(earlier[-1].voice, "continued")
        else:
            voice = self._from_around(number, clause, index, kind, pair)
            if voice is None:
                return None
        return self._keep(number, index, pair, kind, cue, voice)

    def _words(self, pair):
        return plain(self.story.text[pair.start : pair.end])

    def _cue(self, clause, index, low, limit):
        after = cue_after(clause, index, limit)
        reported = after is not None and (after.rule == "according" or self._is_outlet(after.slot))
        if after is not None and after.slot.kind != "suffix" and not reported:
            return after
        before = cue_before(clause, index, low)
        if reported:
            return before or after
        if after is not None:
            named = before is not None and before.direct and before.slot.kind in ("mention", "office")
            return replace(after, slot=before.slot, rule="own_subject") if named else after
        named = before is not None and before.slot.kind != NOBODY
        return before if named else cue_later(clause, index, limit) or before

    def _is_outlet(self, slot):
        return self.story.is_outlet(slot.text, slot.mention.role if slot.mention is not None else "")

    def _own_voice(self, clause, cue, index):
        if cue.slot.kind == NOBODY:
            return UNKNOWN
        own = self._own_subject(clause, cue) if cue.slot.kind in ("suffix", "pronoun") and cue.at < index else None
        voice = self.narration.voice(cue, clause, own)
        if voice is None and cue.slot.kind in ("suffix", "pronoun"):
            return None
        return voice

    def _points_ahead(self, voice, cue):
        """ "ungkap ibu dua anak itu" at the head of a story, before her name has come."""
        language, words = self.story.language, voice.name.lower().split()
        known = voice.person is not None or self.narration.focus is not None or cue.slot.kind != "phrase"
        if known or not words or words[0] in language.collectives:
            return False
        pointing = words[0] if language.head_last else words[-1]
        return pointing in language.demonstratives and is_somebody(language, head_of(language, words))

    def _own_subject(self, clause, cue):
        """ "X mengumumkan poros yang disebutnya “…”": the subject of the same sentence, before the cue."""
        if cue.at <= CLAUSE_OPENING:
            return None
        named = self.narration.subject(clause)
        before = [mention for mention in clause.near(0, cue.at) if mention.kind == "person"]
        if named is None or named.person is None or not before or self.story.cast.of(before[0]) is not named.person:
            return None
        return named if self.narration.fits(named, cue.slot.text.lower()) else None

    def _unmasked(self, number, voice):
        """ "Direktur Darurat WHO mengabarkan “…”" and then X speaks, of whom no office is told: it is his."""
        story, language = self.story, self.story.language
        words = voice.name.lower().split()
        owned = any(word.endswith(tuple(POSSESSIVES)) for word in words[:-1])
        single = owned if language.head_last else words[0] in language.titles and len(words) > 1
        if not single or words[0] in language.collectives or not any(word[:1].isupper() for word in voice.name.split()):
            return None
        for clause in story.clauses[number + 1 : number + 1 + NEXT_SPEAKER]:
            quote = next((index for index, token in enumerate(clause.tokens) if token.quote >= 0), None)
            found = self._cue(clause, quote, 0, len(clause.tokens)) if quote is not None else None
            if found is None:
                continue
            if found.slot.kind != "mention" or found.slot.mention.kind != "person":
                return None
            person = story.cast.of(found.slot.mention)
            if person.roles or person.at < story.sentences[number].end:
                return None
            person.roles.append(voice.name)
            return replace(_carried(self.narration.known(found.slot.mention), "anticipated"), mention=voice.name)
        return None

    def _named_later(self, number, cue):
        """ "“…,” she said." before the story has named her: whom one of the next sentences is about."""
        sight = SHORT_SIGHT // 2 if self.narration.focus is not None else 2 * SHORT_SIGHT
        for clause in self.story.clauses[number + 1 : number + 1 + sight]:
            quote = next((index for index, token in enumerate(clause.tokens) if token.quote >= 0), None)
            found = self._cue(clause, quote, 0, len(clause.tokens)) if quote is not None else None
            if found is not None and found.slot.kind == "mention":
                voice = self.narration.voice(found, clause)
            else:
                voice = self.narration.subject(clause) if quote is None else None
            if voice is not None and voice.person is not None and self.narration.fits(voice, cue.slot.text.lower()):
                return replace(_carried(voice, "anticipated"), mention=cue.slot.text)
        return None

    def _from_around(self, number, clause, index, kind, pair):
        """The speaker of a quotation without a cue: said just before, named right after, or narrated about."""
        story = self.story
        reported = self._reported(number, index) if kind == "fragment" else None
        if reported is not None:
            return reported
        subject = self.narration.subject(clause) if kind == "fragment" else None
        if subject is not None and subject.person is not None and _other(self.narration.focus, subject):
            return _carried(subject, "introduced")
        if self.last is not None and story.neighbours(self.last.number, number):
            if self.narration.answering is not None:
                return _carried(self.narration.answering, "answer")
            if self.last.voice.name:
                return _carried(self.last.voice, "continued")
        if kind == "fragment":
            return _carried(self.narration.focus, "fragment") if self.narration.focus is not None else None
        following = self._following(number, pair)
        if following is not None:
            return following
        focus = self.narration.focus
        return _carried(focus, "introduced") if focus is not None else UNKNOWN

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
            cue = self._cue(clause, quote, 0, len(clause.tokens))
            if cue is not None:
                named = cue.slot.kind in ("mention", "office", "phrase")
                voice = self.narration.voice(cue, clause) if named else None
                if not named and self.narration.focus is None:
                    voice = self._named_later(place, cue)
                return voice and _carried(voice, "anticipated")
        return None

    def _summing_up(self, clause):
        language = self.story.language
        if clause.tokens[0].low not in language.summing_up:
            return None
        voice = self.narration.subject(clause)
        return voice and replace(
            voice, reason=Reason("afterwards", clause.tokens[0].text, voice.name), confidence=SURE["afterwards"]
        )

    def _main(self, number, said):
        """ "X menyebut, Y mengaku “…”": the story stays about X, by whom Y's words are told."""
        voice, focus = said.voice, self.narration.focus
        embedded = said.kind == "fragment" and said.cue is not None and said.cue.at < said.token
        if not embedded or voice.person is None or focus is not None and focus.name == voice.name:
            return None
        subject = self.narration.subject(self.story.clauses[number])
        return subject if subject is not None and subject.person is not None else None

    def _keep(self, number, index, pair, kind, cue, voice):
        said = Said(number, index, pair, kind, cue, voice)
        inherits = cue is None and self.last is not None and self.last.voice.name == voice.name
        said.via = chain(self.story, number, index, voice, self.about)
        if inherits and not said.via:
            said.via = self.last.via
        self.last, self.narration.said = said, self._main(number, said) or voice
        asked = self._asked(self.story.clauses[number], cue) if cue is not None and cue.question else None
        if asked is not None:
            self.narration.turn_to(voice)
            self.narration.answering = asked
        elif cue is not None and cue.question and self.narration.focus is not None:
            self.narration.answering = self.narration.focus if _other(self.narration.focus, voice) else None
        else:
            self.narration.answering = None
            if voice.name:
                self.narration.turn_to(self._main(number, said) or voice)
        return said

    def _asked(self, clause, cue):
        """ "tanya hakim kepada X": the answer will be that of X."""
        for place in range(cue.at, min(cue.at + NEAR_OPENING, len(clause.tokens))):
            if clause.low(place) in self.story.language.receivers:
                for mention in clause.near(place + 1, place + NEAR_OPENING):
                    if mention.kind == "person" and mention.first <= place + 1:
                        return self.narration.known(mention)
        return None


def _other(focus, voice):
    return focus is not None and focus.name != voice.name


def _carried(voice, rule):
    """The same speaker by another rule, no surer than before."""
    reason = Reason(rule, "", voice.name)
    return Voice(voice.name, "", voice.role, voice.person, reason, min(SURE[rule], voice.confidence))

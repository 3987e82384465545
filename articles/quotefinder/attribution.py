"""The walk through the story that gives every quotation its speaker."""

from dataclasses import dataclass

from .chain import chain
from .choice import chosen_cue, is_outlet
from .findings import Quotation
from .lists import goes_on
from .narration import Narration
from .repeats import plain, without_repeats
from .slots import NOBODY
from .speech import is_label, is_nickname, kind_of
from .surroundings import NEAR_OPENING, UNKNOWN, Surroundings, other
from .voices import SURE, Voice, carried

# "Menurut dia, …": a cue so near the beginning has no subject of its own before it.
CLAUSE_OPENING = 3
# "X mengatakan pada Y bahwa itu “sangat keliru”": so few words leave the sentence an introduction.
FEW_WORDS = 3


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
        self.around = Surroundings(story, self.narration)
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
        self.around.last = None

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
        elif all(one.kind == "fragment" for one in said) and self._introduces(number, said):
            self.about[number] = said[-1].voice.name
        return said

    def _introduces(self, number, said):
        """Whether the outlets of a sentence with fragments are those of what follows too: an interview goes on."""
        opened = (self.story.text[via.phrase : via.start].partition(" ")[0].lower() for via in self.story.vias[number])
        language, opened = self.story.language, set(opened)
        # Lesser marks make no quotation of the sentence, nor do a few words of a longer talk.
        few = all(len(self._words(one.pair).split()) <= FEW_WORDS for one in said)
        talked = not opened.isdisjoint(language.interviews) or few and not opened.isdisjoint(language.via_receivers)
        return talked or all(one.pair.single for one in said)

    def _one(self, number, clause, index, low, limit, earlier):
        pair = self.story.pairs[clause.tokens[index].quote]
        cue, told_of = chosen_cue(self.story, clause, index, low, limit), False
        if (
            cue is not None
            and cue.at > index
            and earlier
            and earlier[-1].cue is not None
            and is_outlet(self.story, cue.slot)
        ):
            # "X menyebut itu “keji” dan “salah”, lapor AFP": the outlet tells of both.
            cue = None
            told_of = earlier[-1].kind == "fragment"
        kind = kind_of(self.story.text, pair, clause, index, cue)
        if told_of and not kind and not is_label(self.story.text, pair, clause, index, None):
            kind = "fragment"
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
            voice = self._own_voice(clause, cue, index) or self.around.named_later(number, cue) or UNKNOWN
            if self.around.points_ahead(voice, cue):
                voice = self.around.named_later(number, cue) or voice
            if voice.person is None and cue.slot.kind in ("office", "phrase"):
                voice = self.around.unmasked(number, voice) or voice
            if cue.slot.kind == "mention":
                self.narration.hear(voice, self.story.text[pair.start : pair.end])
            if cue.slot.kind == "suffix":
                voice = self.narration.at_head(voice)
            if cue.slot.kind == "suffix" or cue.slot.text.lower() in self.story.language.personal:
                voice = self.narration.apart_from(voice, self.story.text[pair.start : pair.end])
            if kind == "fragment" and not voice.name and cue.slot.kind != NOBODY:
                return None
        elif earlier:
            voice = carried(earlier[-1].voice, "continued")
        else:
            voice = self.around.from_around(number, clause, index, kind, pair)
            if voice is None:
                return None
        return self._keep(number, index, pair, kind, cue, voice)

    def _words(self, pair):
        return plain(self.story.text[pair.start : pair.end])

    def _own_voice(self, clause, cue, index):
        if cue.slot.kind == NOBODY:
            return UNKNOWN
        own = self._own_subject(clause, cue) if cue.slot.kind in ("suffix", "pronoun") and cue.at < index else None
        voice = self.narration.voice(cue, clause, own)
        if voice is None and cue.slot.kind in ("suffix", "pronoun"):
            return None
        return voice

    def _own_subject(self, clause, cue):
        """ "X mengumumkan poros yang disebutnya “…”": the subject of the same sentence, before the cue."""
        if cue.at <= CLAUSE_OPENING:
            return None
        named = self.narration.subject(clause)
        before = [mention for mention in clause.near(0, cue.at) if mention.kind == "person"]
        if named is None or named.person is None or not before or self.story.cast.of(before[0]) is not named.person:
            return None
        return named if self.narration.fits(named, cue.slot.text.lower()) else None

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
        inherits = cue is None and self.around.last is not None and self.around.last.voice.name == voice.name
        said.via = chain(self.story, number, index, voice, self.about)
        if inherits and not said.via:
            said.via = self.around.last.via
        self.around.last, self.narration.said = said, self._main(number, said) or voice
        asked = self._asked(self.story.clauses[number], cue) if cue is not None and cue.question else None
        if asked is not None:
            self.narration.turn_to(voice)
            self.narration.answering = asked
        elif cue is not None and cue.question and self.narration.focus is not None:
            self.narration.answering = self.narration.focus if other(self.narration.focus, voice) else None
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

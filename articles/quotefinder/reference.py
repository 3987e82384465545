"""Whom a pronoun, a "-nya", an epithet or a short name means, from what the story is about at that point."""

from .accounts import with_handle
from .epithets import Epithets
from .findings import Reason
from .gender import of_noun, of_person, of_pronoun
from .heads import core_of, is_somebody
from .runs import looks_like_verb
from .voices import SURE, Voice

# Shorter words of a name may mean something else inside a quotation.
SHORTEST_CALL = 4
# So many of those talked of last may be meant by a pronoun.
MOST_RECENT = 4


class Reference(Epithets):
    """Remembers whom the story is about, and finds whom words mean that name nobody."""

    def __init__(self, story):
        self.cast, self.language, self.text = story.cast, story.language, story.text
        self.is_outlet = story.is_outlet
        self.focus = None
        self.earlier = None
        self.recent = []
        self.answering = None
        # Whose words were quoted last.
        self.said = None
        # Those who speak of themselves by name.
        self.self_callers = set()

    def turn_to(self, voice):
        """The story is now about this speaker."""
        if voice is None or (self.focus is not None and voice.name == self.focus.name):
            return
        self.earlier, self.focus = self.focus, voice
        self.recent = [voice, *(other for other in self.recent if other.name != voice.name)][:MOST_RECENT]

    def voice(self, cue, clause, own_subject=None):
        """The speaker of a cue, or None when nobody can be meant."""
        slot = cue.slot
        if slot.kind == "mention":
            return self._named(slot, cue)
        if slot.kind == "office":
            return self._office(slot, cue)
        if slot.kind in ("pronoun", "suffix"):
            return self._pronoun(slot, cue, own_subject)
        return self._phrase(slot, cue)

    def known(self, mention):
        """Whoever a mention names."""
        person = self.cast.of(mention)
        return self._of(person, person.name, "subject", person.name)

    def _named(self, slot, cue):
        person = self.cast.of(slot.mention)
        if slot.role and not person.roles:
            person.roles.append(slot.role)
        return self._of(person, slot.text, cue.rule, cue.verb)

    def _of(self, person, mention, rule, cue):
        return Voice(person.name, mention, person.role, person, Reason(rule, cue, person.name), SURE[rule])

    def _office(self, slot, cue):
        """An office without a name: whoever holds it in the story, else the office itself."""
        slot = with_handle(self.text, slot)
        person = self.cast.with_role(slot.text, slot.start) or self._going_on(slot, cue.verb)
        if person is not None:
            return self._of(person, slot.text, "role", slot.text)
        return Voice(slot.text, slot.text, "", None, Reason(cue.rule, cue.verb, slot.text), SURE[cue.rule])

    def _going_on(self, slot, verb):
        """ "tambah ajudan itu" behind words of X, of whom no office was told: it is that of X."""
        person = self.said.person if self.said is not None else None
        if verb.lower() not in self.language.continuing or person is None or person.kind != "person":
            return None
        if person.roles or not is_somebody(self.language, slot.text.lower().split()[0]):
            return None
        person.roles.append(self._as_role(slot.text))
        return person

    def _as_role(self, epithet):
        """What an epithet says that somebody is: without the words that point, and up to "yang", "berusia"."""
        pointing = self.language.demonstratives | self.language.definites
        words = [word for word in epithet.split() if word.lower() not in pointing]
        aged = next((place for place, word in enumerate(words) if word.lower() in self.language.aged), len(words))
        return " ".join(words[:aged] or words)

    def _holder(self, slot, cue, following=","):
        """Whoever holds the office that a sentence is about, or the office itself before a verb or an aside."""
        person = self.cast.with_role(slot.text, slot.start)
        if person is not None:
            return self._of(person, slot.text, "subject", cue)
        words = slot.text.lower().split()
        does = following == "," or looks_like_verb(following, self.language) or following in self.language.adverbs
        if not does or len(words) < 2 or self.language.head_last or words[0] in self.language.collectives:
            return None
        return self._unnamed(slot, "subject", cue)

    def _pronoun(self, slot, cue, own_subject):
        if own_subject is not None:
            return self._again(own_subject, slot.text, "own_subject", cue.verb)
        if self.answering is not None and slot.kind == "suffix" and not cue.question:
            return self._again(self.answering, slot.text, "answer", cue.verb)
        found = self._agreeing(slot.text.lower(), slot.start)
        return None if found is None else self._again(found, slot.text, "subject", cue.verb)

    def apart_from(self, voice, words):
        """The one talked of before, when the words name whoever was taken to say them: nobody calls himself so."""
        if self._says_i(voice, words):
            person = next((other for other in self.recent if self._is_person(other)), None)
            return self._again(person, voice.mention, "subject", voice.mention) if person is not None else voice
        other = next((one for one in self.recent if one.name != voice.name and self._is_person(one)), None)
        if other is None or voice.person is None:
            return voice
        said = set(words.replace(",", " ").replace(".", " ").split())
        if voice.name in self.self_callers:
            return voice
        if said.isdisjoint(_calls(voice.person)) or not said.isdisjoint(_calls(other.person)):
            return voice
        return self._again(other, voice.mention, "subject", voice.mention)

    def at_head(self, voice):
        """ "Rini, Ketua Forum Wening, …. Forum Wening menuntut …," ujarnya: for a body its head goes on."""
        if voice.person is None or voice.person.kind != "body":
            return voice
        held = (one for one in self.recent if self._is_person(one) and one.role.endswith(voice.name))
        head = next(held, None)
        return self._again(head, voice.mention, "subject", voice.mention) if head is not None else voice

    def hear(self, voice, words):
        """ "“Rini ingin pulang,” kata Rini": somebody who speaks so."""
        if voice.person is not None and not set(words.replace(",", " ").split()).isdisjoint(_calls(voice.person)):
            self.self_callers.add(voice.name)

    def _says_i(self, voice, words):
        """ "Saya tidak tahu": no body says so."""
        body = voice.person is not None and voice.person.kind == "body"
        return body and not self.language.selves.isdisjoint(words.lower().split())

    @staticmethod
    def _is_person(voice):
        return voice.person is not None and voice.person.kind == "person"

    def _agreeing(self, pronoun, position):
        """The one talked of last whom the pronoun fits: a person of its gender, a body for "it"."""
        for voice in self.recent:
            if self.fits(voice, pronoun):
                return voice
        if pronoun in self.language.neuter:
            body = self.cast.last_body(position)
            return body and self._of(body, body.name, "subject", body.name)
        # "The Government's view was told by X. …," he said: a body in focus is no he.
        about_body = self.focus is not None and self.focus.person is not None and self.focus.person.kind == "body"
        named = self._last_fitting(pronoun, position) if about_body and of_pronoun(pronoun, self.language) else None
        return named or self.focus or self._last_fitting(pronoun, position)

    def _last_fitting(self, pronoun, position):
        """Whoever was named last, be it not as a subject."""
        person = self.cast.last_person(position)
        voice = person and self._of(person, person.name, "introduced", person.name)
        return voice if voice and self.fits(voice, pronoun) else None

    def fits(self, voice, pronoun):
        language = self.language
        wanted = of_pronoun(pronoun, language)
        if pronoun in language.neuter:
            return voice.person is not None and voice.person.kind == "body"
        if voice.person is not None and voice.person.kind != "person":
            return not wanted and pronoun not in language.personal
        if not wanted:
            return True
        if voice.person is not None:
            return of_person(voice.person, language) in (wanted, "")
        core = core_of(language, voice.name.lower().split())
        plural = bool(core) and (core[-1] in language.collectives or core[-1].removesuffix("s") != core[-1])
        return not plural and of_noun(core, language) in (wanted, "")

    def _again(self, voice, mention, rule, cue):
        return Voice(
            voice.name,
            mention,
            voice.role,
            voice.person,
            Reason(rule, cue, voice.name),
            min(SURE[rule], voice.confidence),
        )


def _calls(person):
    """By which words others call somebody: of the name, and an office of one word."""
    names = [word for word in person.name.split() if len(word) >= SHORTEST_CALL]
    return {*names, *(role for role in person.roles if " " not in role)}

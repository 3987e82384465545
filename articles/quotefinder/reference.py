"""Whom a pronoun, a "-nya", an epithet or a short name means, from what the story is about at that point."""

from dataclasses import replace

from .accounts import ACCOUNTS, account_before, with_handle
from .findings import Reason
from .gender import of_noun, of_person, of_pronoun
from .heads import core_of, head_of, is_somebody
from .runs import looks_like_verb
from .tokens import POSSESSIVES
from .voices import SURE, Voice

# Shorter words of a name may mean something else inside a quotation.
SHORTEST_CALL = 4
# So many of those talked of last may be meant by a pronoun.
MOST_RECENT = 4


class Reference:
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

    def _phrase(self, slot, cue):
        """Words without a name: an epithet of somebody known, or an unnamed speaker."""
        slot = with_handle(self.text, slot)
        meant = self._meant(slot, cue.verb)
        if meant is not None:
            return meant
        name, words = slot.text, slot.text.lower().split()
        if self._is_definite(words) and not self.language.head_last and words[0] in self.language.saying_nouns:
            name = name.rpartition(" ")[0] or name
        unnamed = self._unnamed(slot, cue.rule, cue.verb)
        return replace(unnamed, name=name, confidence=unnamed.confidence - 0.1)

    def _is_definite(self, words):
        """ "pemain itu", "sang adik", "the actress": the words point at somebody."""
        language = self.language
        behind = words[-1] in language.demonstratives or words[0] in language.definites
        return behind or language.head_last and words[0] in language.demonstratives

    def _is_aged(self, words):
        """ "presenter 44 tahun", without a word that says somebody new comes."""
        aged = len(words) > 2 and words[-2].isdigit() and words[-1] in self.language.person_marks
        return aged and is_somebody(self.language, words[0])

    def _meant(self, slot, cue):
        """The one known to the story whom words without a name mean, or None."""
        words = slot.text.lower().split()
        definite = self._is_definite(words) or self._is_aged(words)
        account = account_before(self.text, slot.start) if definite and not ACCOUNTS.isdisjoint(words) else ""
        if account:
            return Voice(account, slot.text, "", None, Reason("epithet", slot.text, account), SURE["epithet"])
        if words[0] in self.language.indefinites or " ".join(words[:2]) in self.language.indefinites:
            return None
        owned = any(word.endswith(tuple(POSSESSIVES)) for word in words)
        person = self.cast.with_role(_core(words, self.language), slot.start)
        person = person or (None if owned else self._body(words))
        person = person or definite and self._going_on(slot, cue) or None
        if person is None and definite:
            noun = head_of(self.language, words)
            person = self.cast.body_called(noun, slot.start)
            about = self.focus.person if self.focus is not None else None
            if person is None and noun in self.language.body_nouns and about is not None and about.kind == "body":
                person = about
        if person is not None:
            return self._of(person, slot.text, "role", slot.text)
        meant = self._introduced(words, cue) or (self._pointed(slot) if definite else None)
        return meant and self._again(meant, slot.text, "epithet", slot.text)

    def _pointed(self, slot):
        """Whom an epithet means; the epithet is the role of somebody of whom nothing else is told."""
        words = slot.text.lower().split()
        voice = self._epithet(words, slot)
        person = voice.person if voice is not None else None
        head = head_of(self.language, words).lower()
        # A bare noun is made whole: "Agensi X", then "Agensi Rini Astuti ini".
        told = any(" " in role or role.lower() != head for role in person.roles) if person is not None else True
        if not told and head_of(self.language, words) not in self.language.anybody:
            person.roles.append(self._as_role(slot.text))
        return voice

    def _unnamed(self, slot, rule, cue):
        """Somebody without a name: "seorang pejabat", whose words are both name and role."""
        words, low = slot.text.split(), slot.text.lower().split()
        article = 2 if " ".join(low[:2]) in self.language.indefinites else int(low[0] in self.language.indefinites)
        known = any(is_somebody(self.language, word) for word in low[article:])
        role = " ".join(words[article:]) if article and known else ""
        return Voice(slot.text, slot.text, role, None, Reason(rule, cue, slot.text), SURE[rule])

    def _introduced(self, words, cue):
        """ "The last baker has spoken …" before the name has come."""
        person = self.cast.introduced
        if person is None or self.focus is not None or not is_somebody(self.language, head_of(self.language, words)):
            return None
        return self._of(person, person.name, "epithet", cue)

    def _epithet(self, words, slot):
        """The one in focus for "bek asal Argentina tersebut", unless only somebody else is a "bek"."""
        language = self.language
        head = head_of(language, words)
        known = head in language.person_nouns or head in language.role_nouns or head.endswith("-year-old")
        known = known or head in language.titles or not language.person_marks.isdisjoint(words)
        known = known or words[0] in language.definites
        own = self.focus is not None and self.focus.person is not None and self.focus.person.roles
        if self.focus is None or not (known or own and any(self.cast.has_head(role, head) for role in own)):
            return None
        wanted = of_noun([head], language)
        if wanted and self.focus.person is not None and of_person(self.focus.person, language) not in (wanted, ""):
            return next((voice for voice in self.recent if self._may_be(voice, wanted)), self.focus)
        for voice in (self.focus, self.earlier):
            if voice is not None and voice.person is None and head in voice.name.lower().split():
                return voice
        if self.focus.person is not None and any(self.cast.has_head(role, head) for role in self.focus.person.roles):
            return self.focus
        roles = self.focus.person.roles if self.focus.person is not None else ()
        person = self.cast.holder(head, slot.start)
        if language.head_last and person is None and roles and head in language.titles - language.callings:
            return None
        if person is None or self.focus.person is None:
            return self.focus
        return self._of(person, slot.text, "epithet", slot.text)

    def _may_be(self, voice, gender):
        person = voice.person
        return person is not None and person.kind == "person" and of_person(person, self.language) in (gender, "")

    def _body(self, words):
        """ "polisi" for a body of the story whose name begins so."""
        first = words[0] if words[0] not in self.language.demonstratives else words[-1]
        for _, person in self.cast.by_word.get(first, [])[:20]:
            if person.words[0] == first:
                return person
        return None


def _calls(person):
    """By which words others call somebody: of the name, and an office of one word."""
    names = [word for word in person.name.split() if len(word) >= SHORTEST_CALL]
    return {*names, *(role for role in person.roles if " " not in role)}


def _core(words, language):
    return " ".join(word for word in words if word not in language.demonstratives | language.definites)

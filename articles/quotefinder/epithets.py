"""Whom words without a name mean: "pemain itu", "sang adik", "the actress", "seorang pejabat"."""

from dataclasses import replace

from .accounts import ACCOUNTS, account_before, with_handle
from .findings import Reason
from .gender import of_noun, of_person
from .heads import head_of, is_somebody
from .tokens import POSSESSIVES
from .voices import SURE, Voice


class Epithets:
    """Reads epithets; the class that remembers whom the story is about builds on it."""

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
        # "The company said": no person is one.
        person = self.focus is not None and self.focus.person is not None and self.focus.person.kind == "person"
        if person and head in language.company_nouns:
            return None
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


def _core(words, language):
    return " ".join(word for word in words if word not in language.demonstratives | language.definites)

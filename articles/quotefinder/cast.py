"""Who appears in the story: every name with its fullest form and its roles."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from .misspelt import Misspelt

# So many mentions of bodies back "the agency" is looked for.
MOST_BODIES = 40
MARKS = re.compile(r"[,.()]")
# "Kepala Unit (Kanit)": an office is called by its short form too.
SHORT_FORM = re.compile(r"\((\w+)\)")
DOUBLED = re.compile(r"(.)\1+")
# People go by so many letters of a word of their name.
SHORTEST_PART = 5
SHORTEST_BEGINNING = 4
LONGEST_PART = 16
# A body goes by its initials from so many on.
SHORTEST_INITIALS = 3


@dataclass(slots=True)
class Person:
    """Somebody or some body of the story; `at` is where the name stands first, `times` how often in this form."""

    name: str
    words: tuple
    kind: str
    at: int
    roles: list = field(default_factory=list)
    times: int = 0
    gender: str = ""
    leaning: int = 0

    @property
    def role(self):
        """The first role of more than one word, or the first there is."""
        return next((role for role in self.roles if " " in role), self.roles[0] if self.roles else "")


class Cast:
    """All people and bodies of the story, looked up by any word of their names."""

    def __init__(self, mentions, language):
        self.language = language
        self.people = {}
        self.by_word = {}
        self.by_alias = {}
        self.by_role = {}
        self.by_office = {}
        self.by_sound = {}
        self.by_part = {}
        self.by_beginning = {}
        self.misspelt = Misspelt()
        self.introduced = None
        self.bodies = []
        self.persons = []
        for mention in (mention for group in mentions for mention in group):
            if mention.kind in ("person", "body", "place"):
                self._add(mention)
        for mention in (mention for group in mentions for mention in group):
            if mention.kind in ("person", "body") and mention.role:
                person = self.of(mention)
                person.roles.append(mention.role)
                for key in {self._key(mention.role), *SHORT_FORM.findall(mention.role.lower())}:
                    self.by_role.setdefault(key, []).append((mention.start, person))
                for short in _shortened(mention.role):
                    self.by_office.setdefault(short, person)
                for part in _ends(person):
                    self.by_part.setdefault(part, {})[person.words] = person
        for person in self.people.values():
            self.misspelt.note(person)
            first = person.words[0] if person.kind == "person" and len(person.words) > 1 else ""
            for size in range(SHORTEST_BEGINNING, min(len(first) - 1, LONGEST_PART)):
                if first[:size] not in language.first_names:
                    self.by_beginning.setdefault(first[:size], {})[person.words] = person
            person.roles.sort(key=self._is_kin)
        self._share_misspelt()

    def _share_misspelt(self):
        """ "Kombes Awi Setiono", "Kabag Mitra Kombes Awi Setiyono": one of them, when one has no more than a rank."""
        for person in list(self.people.values()):
            right = self.misspelt.meant(person) if person.kind == "person" and len(person.words) > 1 else person
            if right is person or not (self._only_ranks(right) or self._only_ranks(person)):
                continue
            right.roles = sorted({*right.roles, *person.roles}, key=lambda role: -len(role))
            person.roles = []

    def _only_ranks(self, person):
        return all(word in self.language.ranks for role in person.roles for word in self.role_words(role))

    def _add(self, mention):
        person = self.people.get(mention.words)
        if person is None:
            person = Person(mention.name, mention.words, mention.kind, mention.start)
            self.people[mention.words] = person
            if len(mention.words) > 1:
                self.by_sound.setdefault(_sound(mention.words), person)
        person.times += 1
        if mention.kind in ("body", "person"):
            (self.bodies if mention.kind == "body" else self.persons).append((mention.start, person))
        initials = _initials(mention.name)
        if len(initials) >= SHORTEST_INITIALS and (mention.kind == "body" or len(initials) == len(mention.words)):
            self.by_alias.setdefault(initials, person)
        if mention.alias:
            self.by_alias.setdefault(mention.alias.lower(), person)
        if mention.kind == "body" and mention.words[0] in self.language.channels and len(mention.words) > 2:
            # "kanal YouTube Rini Astuti": whose channel it is may speak too.
            person = Person(mention.name.partition(" ")[2], mention.words[1:], "person", mention.start)
        if len(mention.words) > 1:
            for word in set(_parts(person.words)):
                self.by_word.setdefault(word, []).append((mention.start, person))

    def role_words(self, role):
        """The words of a role for comparison: small letters, no marks, short titles written out."""
        words = MARKS.sub(" ", role.lower()).split()
        return " ".join(self.language.short_titles.get(word, word) for word in words).split()

    def _is_kin(self, role):
        """Whose son somebody is tells less than any office."""
        words = [word.removesuffix(self.language.suffix or " ") for word in role.lower().split()]
        return any(word in self.language.kin for word in words[:2])

    def has_head(self, role, head):
        return self._key(head) in self.role_words(role)

    def _key(self, role):
        """The head of a role: its first word, or its last one where modifiers come first."""
        words = self.role_words(role)
        return words[-1 if self.language.head_last else 0] if words else ""

    def of(self, mention):
        """The person meant by a mention, under the fullest name."""
        return self.fullest(mention.words, mention.start, mention.kind) or self.people[mention.words]

    def fullest(self, words, position, kind="person"):
        """The person whose name holds all these words; of several the one named last before `position`."""
        if len(words) == 1 and words[0] in self.by_office:
            return self.by_office[words[0]]
        if " ".join(words) in self.by_alias:
            return self.by_alias[" ".join(words)]
        own = self.people.get(words)
        if len(words) == 1 and own is not None and own.name.isupper():
            return own
        wanted = set(words)
        places = self.by_word.get(words[-1], []) if words else []
        found, seen = own, set()
        for _, person in self._nearest_first(places, position):
            if person.words in seen:
                continue
            seen.add(person.words)
            if not wanted <= set(_parts(person.words)) or (found and len(person.words) <= len(found.words)):
                continue
            if person.kind != "person" and person.words[: len(words)] != words:
                continue
            # "China" is not the China Daily.
            if person.name.lower() in self.language.outlets and wanted <= self.language.places:
                continue
            named = own is not None and (own.roles or words[0] in self.language.first_names)
            if person.kind != "person" and kind == "person" and len(words) == 1 and named:
                continue
            found = person
            if len(words) == 1:
                # "Johan" is Johan Budi, and he Johan Budi Sapto.
                found = self.fullest(person.words, position, kind) or person
                break
        if found is own and own is not None and not own.roles and not self.language.head_last:
            found = self.by_sound.get(_sound(own.words), own)
        if found is own and own is not None and kind == own.kind == "person" and not own.roles:
            found = self._alike(own) if len(words) == 1 else own
            found = self.misspelt.meant(own) if found is own else found
        return found and self.by_alias.get(" ".join(found.words), found)

    def _alike(self, own):
        """ "Santo" after "Kombes Susanto": a name that no office introduces is the end or beginning of one before."""
        alike = self.by_part.get(own.words[0]) or self.by_beginning.get(own.words[0], {})
        person = next(iter(alike.values())) if len(alike) == 1 and not self.language.head_last else own
        return person if person.at < own.at else own

    @staticmethod
    def _nearest_first(places, position, limit=40):
        """The latest ones before the position, then the first ones after it."""
        middle = bisect_right(places, position, key=lambda place: place[0])
        yield from places[max(0, middle - limit) : middle][::-1]
        yield from places[middle : middle + limit]

    def holder(self, head, position):
        """The last person before `position` whose role has this head noun, or None."""
        for at, person in self._nearest_first(self.by_role.get(self._key(head), []), position, 1):
            if at < position:
                return person
        return None

    def body_called(self, noun, position):
        """The body named last before `position` whose name or role has this noun: "the agency"; for firms any body."""
        if noun not in self.language.body_nouns:
            return None
        middle = bisect_right(self.bodies, position, key=lambda place: place[0])
        for _, body in self.bodies[max(0, middle - MOST_BODIES) : middle][::-1]:
            if body.words == (noun,):
                continue
            if noun in body.words or any(noun in role.lower().split() for role in body.roles):
                return body
            # A council is no firm, even if it was named last.
            platform = body.words[0] in self.language.channels
            if platform:
                continue
            if noun in self.language.company_nouns and self.language.body_nouns.isdisjoint(body.words):
                return body
        return None

    def last_body(self, position):
        return self._last(self.bodies, "body", position)

    def last_person(self, position):
        return self._last(self.persons, "person", position)

    def _last(self, named, kind, position):
        """The one named last before `position`, or None."""
        index = bisect_right(named, position, key=lambda place: place[0])
        return self.fullest(named[index - 1][1].words, position, kind) if index else None

    def with_role(self, phrase, position):
        """The last person before `position` whose role begins with the same word and shares the most words."""
        words = [word for word in self.role_words(phrase) if word not in self.language.demonstratives]
        if not words:
            return None
        best, score = None, 0
        for _, person in self._nearest_first(self.by_role.get(self._key(" ".join(words)), []), position):
            shared = max(_shared(words, self.role_words(role)) for role in person.roles)
            if shared > score:
                best, score = person, shared
        return best


def _sound(words):
    """The words without doubled letters: "Perssik" and "Persik" are one."""
    return tuple(DOUBLED.sub(r"\1", word) for word in words)


def _ends(person):
    """The beginnings and ends of the words of somebody's name that may be its short form: "Santo" of "Susanto"."""
    for word in person.words if person.kind == "person" else ():
        for size in range(SHORTEST_PART, min(len(word), LONGEST_PART)):
            yield word[:size]
            yield word[-size:]


def _shortened(role):
    """ "jpu" of "Jaksa Penuntut Umum (JPU)": the letters of an office, not of the body in it."""
    for match in SHORT_FORM.finditer(role):
        if match.group(1).isupper() and _initials(role[: match.start()]) == match.group(1).lower():
            yield match.group(1).lower()


def _initials(name):
    """ "imf" of "International Monetary Fund"."""
    return "".join(word[0] for word in name.split() if word[0].isupper()).lower()


def _parts(words):
    """The words of a name, and what follows an Arabic article in them: "el-Sayed" is also "Sayed"."""
    return [*words, *(word[3:] for word in words if word.startswith(("el-", "al-")))]


def _shared(words, role):
    """How many of the words the role has; 0 when it lacks too many of them."""
    has = set(role)
    count = sum(word in has for word in words)
    return count if 2 * count > len(words) else 0

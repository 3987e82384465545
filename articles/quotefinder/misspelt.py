"""Names written with one letter wrong: "Mangalul" for the "Mangapul Siahaan" of the sentence before."""

# In shorter words one letter makes another name.
SHORTEST = 6
# Longer ones are no names of people.
LONGEST = 40


class Misspelt:
    """The people of a story under every spelling that lacks one letter of theirs."""

    def __init__(self):
        self.spellings = {}

    def note(self, person):
        """Remember somebody with a name of several words, by the whole of it and by each word."""
        if person.kind != "person" or len(person.words) < 2:
            return
        for word in {*person.words, "".join(person.words)}:
            for spelling in _lacking(word):
                self.spellings.setdefault(spelling, {})[person.words] = person

    def meant(self, own):
        """The one person whose name differs in one letter and is written more often or first, else the same."""
        alike = {}
        for spelling in _lacking("".join(own.words)):
            alike.update(self.spellings.get(spelling, {}))
        alike = [person for words, person in alike.items() if words != own.words and _begins_alike(words, own.words)]
        if len(alike) != 1:
            return own
        if len(own.words) == 1:
            # "Zelenskiy" after "Volodymyr Zelensky", however often
            return alike[0] if alike[0].at < own.at else own
        return alike[0] if (-alike[0].times, alike[0].at) < (-own.times, own.at) else own


def _begins_alike(words, own):
    """Whether the first letters are the same: of the whole name, or of the one word that stands for it."""
    return words[0][0] == own[0][0] or len(own) == 1 and any(word[0] == own[0][0] for word in words)


def _lacking(word):
    """The word, and the word without each of its letters: two that share one of these differ in one letter."""
    if not SHORTEST <= len(word) <= LONGEST:
        return set()
    return {word, *(word[:at] + word[at + 1 :] for at in range(1, len(word)))}

"""What the finder gives back."""

from dataclasses import dataclass, field

# Below this the evidence is thin: a pronoun, an epithet, a fragment or a guess over sentence borders.
THIN = 0.7

# The sentences by which a proposal explains itself. A translation replaces the templates, not the rules.
SENTENCES = {
    "after": "‘{cue}’ → {name}, named after the quotation",
    "before": "‘{cue}’ → {name}, named before the quotation",
    "according": "‘{cue}’ → {name}, to whom the sentence goes back",
    "passive": "‘{cue}’ → {name}, by whom it was said",
    "colon": "a colon → {name}, named before it",
    "subject": "‘{cue}’ → {name}, subject of the sentence before",
    "own_subject": "‘{cue}’ → {name}, subject of the same sentence",
    "answer": "‘{cue}’ → {name}, to whom the question before was put",
    "epithet": "‘{cue}’ → {name}, whom the sentences before are about",
    "role": "‘{cue}’ → {name}, who has this role in the article",
    "continued": "no cue of its own → {name}, who spoke just before",
    "anticipated": "no cue of its own → {name}, who speaks right after",
    "introduced": "no cue of its own → {name}, subject of the sentence before",
    "afterwards": "‘{cue}’ in the next sentence → {name}",
    "fragment": "words inside a sentence with ‘{cue}’ → {name}",
    "reported": "‘{cue}’ → {name}, the report that these words come from",
    "unknown": "speech by its look, but nobody is named",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """The rule that found the speaker, the words it rests on and the name it led to."""

    rule: str
    cue: str = ""
    name: str = ""

    def __str__(self):
        return SENTENCES[self.rule].format(cue=self.cue, name=self.name)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between one pair of marks, with whoever is taken to have said them.

    `start` and `end` count code points in the text as given; `mention` is how the attributing clause
    names the speaker; `via` has the outlet nearest to the speaker first.
    """

    text: str
    start: int
    end: int
    kind: str
    speaker: str
    mention: str
    role: str
    verb: str
    via: tuple
    confidence: float
    reason: Reason

    @property
    def is_thin(self):
        return self.confidence < THIN


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet, agency or person whom the article names as its source, with the words that do so."""

    name: str
    phrase: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Findings:
    language: str
    quotations: tuple = field(default=())
    credits: tuple = field(default=())

"""The head noun of a phrase, and whether it means somebody."""

from .tokens import POSSESSIVES


def core_of(language, words):
    """The head noun of a phrase and what leads up to it, without articles and without what a preposition adds."""
    core = [word for word in words if word not in language.demonstratives | language.determiners | language.definites]
    if not language.head_last:
        return core
    links = (language.role_links | language.stoppers | language.object_markers) - POSSESSIVES
    end = next((place for place, word in enumerate(core) if place and word in links), None)
    return [word.partition("-")[0] if "-of-" in word else word for word in core[:end]]


def head_of(language, words):
    """The head noun of a phrase of small letters: before its first preposition, or its first word."""
    core = core_of(language, words)
    return core[-1 if language.head_last else 0] if core else ""


def is_somebody(language, word):
    """A noun of persons, in the plural too, or an age that stands for one: "the 24-year-old"."""
    heads = language.role_nouns | language.titles | language.person_nouns | language.collectives
    if not {word, word.removesuffix("s"), word.removesuffix("es")}.isdisjoint(heads) or word.endswith("-year-old"):
        return True
    return bool(language.role_endings) and word.endswith(language.role_endings) and word not in language.not_roles


def is_kin(word, heads):
    """ "ayahnya", "kuasa hukumnya": a head noun with the possessive on it."""
    return word.endswith("nya") and word[:-3] in heads

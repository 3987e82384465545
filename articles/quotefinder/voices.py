"""A resolved speaker, and how sure each way of naming one is."""

from dataclasses import dataclass

from .findings import Reason

# How sure each way of naming the speaker is.
SURE = {
    "after": 0.95,
    "before": 0.93,
    "according": 0.85,
    "passive": 0.85,
    "colon": 0.85,
    "own_subject": 0.8,
    "continued": 0.75,
    "afterwards": 0.75,
    "role": 0.75,
    "subject": 0.65,
    "fragment": 0.6,
    "answer": 0.55,
    "reported": 0.55,
    "epithet": 0.5,
    "anticipated": 0.5,
    "introduced": 0.5,
    "unknown": 0.1,
}


@dataclass(slots=True)
class Voice:
    """A resolved speaker. `person` is None for somebody unnamed."""

    name: str
    mention: str
    role: str
    person: object
    reason: Reason
    confidence: float


def carried(voice, rule):
    """The same speaker by another rule, no surer than before."""
    reason = Reason(rule, "", voice.name)
    return Voice(voice.name, "", voice.role, voice.person, reason, min(SURE[rule], voice.confidence))

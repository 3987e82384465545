from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    OK = "ok"
    HOLD = "hold"  # somebody reads it first
    REJECT = "reject"
    UNKNOWN = "unknown"  # the checker did not answer in time, or nothing that could be understood


@dataclass(frozen=True)
class Answer:
    """What one checker says of a text; `reason` is one of models.Reason, empty when there is nothing to say."""

    checker: str
    verdict: Verdict
    reason: str = ""


@dataclass(frozen=True)
class Submission:
    """A new or edited text, and what the checkers are told about its writer."""

    text: str
    name: str
    address: str = ""  # of the page under which it will stand
    network: str = ""  # masked
    language: str = ""
    is_new: bool = True  # nothing by this writer was ever approved
    is_trusted: bool = False
    recent: int = 0  # other replies by this writer in the last minutes
    repeats: int = 0  # times that the same words were sent lately, by anyone


def together(answers) -> Verdict:
    """The gravest of several answers. An unknown one is graver than none, and lighter than a doubt that was found."""
    found = {answer.verdict for answer in answers}
    return next(
        (verdict for verdict in (Verdict.REJECT, Verdict.HOLD, Verdict.UNKNOWN) if verdict in found), Verdict.OK
    )

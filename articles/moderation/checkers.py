"""Every checker is asked within a hard time-out; one that hangs, fails or answers junk has said “unknown”."""

import logging
import threading

from django.conf import settings

from . import akismet, local
from .answers import Answer, Submission, Verdict

# Seconds that a reader waits for a checker outside, at the most.
TIMEOUT = 2.0
# Calls that hang are left behind, but not without end: at so many, nobody is asked any more until one comes back.
HANGING = threading.BoundedSemaphore(8)

log = logging.getLogger(__name__)


def outside() -> dict:
    """The checkers that settings ask for, by name: functions from a submission to an answer."""
    return {"akismet": akismet.check} if settings.AKISMET_KEY else {}


def screen(submission: Submission) -> list[Answer]:
    """What every checker says of a text. When our own has found enough to refuse it, nobody outside is asked."""
    answers = [check(submission) for check in local.CHECKS]
    if any(answer.verdict is Verdict.REJECT for answer in answers):
        return answers
    return answers + [ask(name, check, submission) for name, check in outside().items()]


def ask(name: str, check, submission: Submission) -> Answer:
    """The answer of a checker outside, or “unknown” when it does not come in time or means nothing."""
    unknown = Answer(name, Verdict.UNKNOWN, "unchecked")
    if not HANGING.acquire(blocking=False):
        return unknown
    heard = []

    def call():
        try:
            heard.append(check(submission))
        except Exception as error:  # whatever a stranger's server makes of us, it must not lose a reply
            # The kind only: the text of an error may quote what was sent.
            log.warning("The checker %s failed: %s", name, type(error).__name__)
        finally:
            HANGING.release()

    thread = threading.Thread(target=call, daemon=True, name=f"checker-{name}")
    thread.start()
    thread.join(TIMEOUT)
    return heard[0] if heard and isinstance(heard[0], Answer) else unknown

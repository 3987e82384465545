"""The checks that always run, because they need nobody: links, repeated text, words, flood, length, a newcomer."""

import re
import unicodedata
from functools import cache
from pathlib import Path

from .answers import Answer, Submission, Verdict

# Each run of letters is gone through once, so that 64 KB of them cost no more than they must.
LINK = re.compile(
    r"https?://|www\.|(?<![\w-])[\w-]++\.(?:com|net|org|info|xyz|top|shop|club|site|online|biz|ru|cn)\b", re.I
)
# Links in a text that a stranger, and someone known, may write without being read first …
LINKS_OF_NEW, LINKS_OF_KNOWN = 1, 4
# … and how many no reader has a use for.
LINKS_OF_NOBODY = 30
# The same words: twice is a double click or a second story, more is a machine.
REPEATS = 2
REPEATS_OF_NOBODY = 10
# Shorter than this, equal texts are chance: “Setuju.”
REPEATED_LENGTH = 30
# Replies of one writer within the minutes that Comment.RECENT names. It counts people, not addresses: a school, an
# office or a mobile network stands behind one address, and none of them waits for the other.
FLOOD = 5
# Characters: a page and a half. A longer text may be well worth it; somebody reads it first, whoever wrote it.
LONG = 6000
WORDS = Path(__file__).with_name("words")


def links(submission: Submission) -> Answer:
    found = len(LINK.findall(submission.text))
    if found > LINKS_OF_NOBODY:
        return Answer("links", Verdict.REJECT, "spam")
    allowed = LINKS_OF_KNOWN if submission.is_trusted else LINKS_OF_NEW
    return Answer("links", Verdict.HOLD, "links") if found > allowed else Answer("links", Verdict.OK)


def repeats(submission: Submission) -> Answer:
    if len(submission.text) >= REPEATED_LENGTH:
        if submission.repeats > REPEATS_OF_NOBODY:
            return Answer("repeats", Verdict.REJECT, "spam")
        if submission.repeats > REPEATS:
            return Answer("repeats", Verdict.HOLD, "repeated")
    return Answer("repeats", Verdict.OK)


def flood(submission: Submission) -> Answer:
    if submission.recent >= FLOOD:
        return Answer("flood", Verdict.HOLD, "flood")
    return Answer("flood", Verdict.OK)


def length(submission: Submission) -> Answer:
    if len(submission.text) > LONG:
        return Answer("length", Verdict.HOLD, "long")
    return Answer("length", Verdict.OK)


def newcomer(submission: Submission) -> Answer:
    if submission.is_new:
        return Answer("newcomer", Verdict.HOLD, "newcomer")
    return Answer("newcomer", Verdict.OK)


def words(submission: Submission) -> Answer:
    """Insults and the words of touts, in both languages whatever the story's: readers mix them."""
    text = plain(submission.text)
    for reason in ("abuse", "spam"):
        if expression(reason).search(text):
            return Answer("words", Verdict.HOLD, reason)
    return Answer("words", Verdict.OK)


def plain(text: str) -> str:
    """`text` without accents, odd letter forms and invisible characters, in small letters."""
    spread = unicodedata.normalize("NFKD", text)
    return "".join(char for char in spread if unicodedata.category(char) not in ("Mn", "Cf")).casefold()


@cache
def expression(reason: str) -> re.Pattern:
    """Finds any word of the lists for `reason`, whole: “analis” holds no insult."""
    lines = [line for path in sorted(WORDS.glob(f"*-{reason}.txt")) for line in path.read_text("utf-8").splitlines()]
    found = [re.escape(line.strip()).replace(r"\ ", r"\s+") for line in lines if line.strip() and line[0] != "#"]
    return re.compile(rf"(?<!\w)(?:{'|'.join(found)})(?!\w)")


CHECKS = [links, repeats, words, flood, length, newcomer]

"""Which marks open and which close: text in, pairs of quotation marks out."""

import re
from dataclasses import dataclass, replace

DOUBLE = re.compile("[\"“”„‟＂«»「」『』]|''|‘‘|’’|``|´´")
SINGLE = re.compile("['‘’‚‛`´]")
OPENERS = set("“„‟«「『") | {"‘‘", "``"}
CLOSERS = set("”»」』") | {"’’", "´´"}

# A quotation that runs over paragraphs without a new opening mark is believed for this many paragraphs.
MOST_PARAGRAPHS = 6
# Words that lost their closing mark may have a cue so near their end.
LONGEST_CUE = 60
BEFORE_OPENING = set("([{-–—/:")
AFTER_CLOSING = set(".,;:!?)]}…-–—/")
ENDS_SPEECH = set(",.?!…")
ENDS_SENTENCE = set(".?!…")
ELISION = re.compile(r"(?:\d|em\b|til\b|tis\b|twas\b|cause\b|n\b|bout\b)", re.IGNORECASE)
WORD = re.compile(r"\s*(\w+)")


@dataclass(frozen=True, slots=True)
class Pair:
    """`start` to `end` are the words, `opened` to `closed` the words with their marks.

    `single` marks are the lesser ones of a text that has more double ones.
    """

    start: int
    end: int
    opened: int
    closed: int
    single: bool = False
    complete: bool = True


@dataclass(slots=True)
class Mark:
    at: int
    end: int
    lean: str
    glyph: str
    paragraph: int
    child: int = -1


def find_pairs(text, paragraphs, verbs):
    """Outermost pairs in order; `paragraphs` are (start, end), `verbs` the words that may follow a closing mark."""
    doubles = _match(text, paragraphs, _marks(text, paragraphs, DOUBLE), verbs)
    return _with_singles(text, paragraphs, doubles)


def _marks(text, paragraphs, pattern):
    found = []
    for number, (start, end) in enumerate(paragraphs):
        for match in pattern.finditer(text, start, end):
            lean = _lean(text, match.start(), match.end(), start, end)
            found.append(Mark(match.start(), match.end(), lean, match.group(), number))
    return found


def _lean(text, at, end, first, last):
    """'open', 'close' or '' by the neighbours of a mark: blanks before, or blanks and stops after."""
    before = text[at - 1] if at > first else " "
    after = text[end] if end < last else " "
    may_open = before.isspace() or before in BEFORE_OPENING or before in "\"“‘'«„"
    may_close = after.isspace() or after in AFTER_CLOSING or after in "\"”’'»"
    if may_open != may_close:
        return "open" if may_open else "close"
    return ""


def _match(text, paragraphs, marks, verbs):
    """A stack of open marks a paragraph; what stays open ends at the next opening mark or with the paragraph."""
    pairs, stack = [], []
    for number, mark in enumerate(marks):
        if stack and mark.paragraph != stack[-1].paragraph and not _runs_on(stack, mark):
            _give_up(text, paragraphs, stack, pairs, verbs)
        follower = marks[number + 1] if number + 1 < len(marks) else None
        if follower is not None and follower.paragraph != mark.paragraph:
            follower = None
        first = not stack and mark.at == paragraphs[mark.paragraph][0] and follower is not None
        if first or _opens(text, mark, follower, stack, verbs):
            if stack and stack[-1].child < 0:
                stack[-1].child = mark.at
            stack.append(mark)
        elif stack:
            opener = stack.pop()
            pairs.append(_pair(text, opener.end, mark.at, opener.at, mark.end))
        elif _lacks_opening(text, paragraphs[mark.paragraph], mark, pairs, verbs):
            start = paragraphs[mark.paragraph][0]
            pairs.append(_pair(text, start, mark.at, start, mark.end))
    _give_up(text, paragraphs, stack, pairs, verbs)
    return _outermost(pairs)


def _runs_on(stack, mark):
    """An open quotation goes on into the next paragraphs when the next mark there closes it."""
    return len(stack) == 1 and mark.lean == "close" and mark.paragraph - stack[-1].paragraph <= MOST_PARAGRAPHS


def _opens(text, mark, follower, stack, verbs):
    if mark.glyph in OPENERS:
        # `"… Desa itu. “keluh Rini.`: an opening mark in the place of the closing one.
        closes = mark.lean == "close" or _after_stop(text, mark) and _verb_follows(text, mark, verbs)
        return not (stack and closes)
    if mark.glyph in CLOSERS:
        if mark.lean != "open":
            return not mark.lean and not stack and follower is not None and _may_open(text, mark)
        return not (stack and _verb_follows(text, mark, verbs))
    if not mark.lean:
        return not stack
    if mark.lean == "open":
        return not (stack and _is_misplaced_closer(text, mark, follower, verbs))
    # A closing look with nothing open: `mengatakan" Kami siap"` has its blank on the wrong side.
    return (
        not stack
        and follower is not None
        and follower.lean == "close"
        and mark.at > 0
        and text[mark.at - 1] not in ENDS_SPEECH
        and _verb_before(text, mark, verbs)
    )


def _may_open(text, mark):
    """`Lanjut Rini,”Kami siap,”`: between a stop and a capital a closing mark opens."""
    capital = text[mark.end : mark.end + 1].isupper() and text[mark.at - 1 : mark.at] in (",", ":")
    return capital or _after_stop(text, mark)


def _after_stop(text, mark):
    """ "… Filipina. ” Jika bisa,” kata": between two blanks a closing mark opens where a sentence has ended."""
    return text[max(0, mark.at - 2) : mark.at].strip()[-1:] in ENDS_SENTENCE


def _is_misplaced_closer(text, mark, follower, verbs):
    """`"Kami siap, "kata Budi`: the blank stands before the closing mark instead of after it."""
    if _verb_follows(text, mark, verbs):
        return True
    ends = text[max(0, mark.at - 2) : mark.at].strip()[-1:] in ENDS_SPEECH
    return ends and bool(text[mark.at - 2 : mark.at].strip()) and (follower is None or follower.lean == "open")


def _verb_follows(text, mark, verbs):
    word = WORD.match(text, mark.end, mark.end + 40)
    return word is not None and word.group(1) in verbs


def _verb_before(text, mark, verbs):
    return text[max(0, mark.at - 30) : mark.at].rpartition(" ")[2].lower().rstrip(":,") in verbs


def _lacks_opening(text, paragraph, mark, pairs, verbs):
    start = paragraph[0]
    return (
        mark.lean == "close"
        and mark.at > start
        and text[mark.at - 1] in ENDS_SPEECH
        and not (pairs and pairs[-1].closed > start)
        and _verb_follows(text, mark, verbs)
    )


def _give_up(text, paragraphs, stack, pairs, verbs):
    """Close what stayed open: at the next opening mark in its paragraph, at its cue, or where the paragraph ends."""
    for opener in stack:
        end = paragraphs[opener.paragraph][1]
        if opener.at < opener.child < end:
            end = opener.child
        cue = _cue_at(text, opener.end, end, verbs)
        if cue:
            pairs.append(_pair(text, opener.end, cue, opener.at, cue))
            continue
        pairs.append(_pair(text, opener.end, end, opener.at, end, complete=False))
    stack.clear()


def _cue_at(text, start, end, verbs):
    """Where "…, katanya semalam." begins at the end of words that no mark closes, or 0."""
    comma = text.rfind(",", max(start, end - LONGEST_CUE), end)
    word = WORD.match(text, comma + 1, end) if comma > start else None
    return comma + 1 if word is not None and word.group(1).endswith("nya") and word.group(1) in verbs else 0


def _pair(text, start, end, opened, closed, single=False, complete=True):
    """A pair whose words begin and end without blanks."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Pair(start, end, opened, max(closed, end) if complete else max(end, opened), single, complete)


def _outermost(pairs):
    kept, reach = [], -1
    for pair in sorted(pairs, key=lambda pair: (pair.opened, -pair.closed)):
        if pair.opened >= reach and pair.end > pair.start:
            kept.append(pair)
            reach = pair.closed
    return kept


def _with_singles(text, paragraphs, doubles):
    """Add pairs of single marks that stand outside double ones, or hold double ones inside them."""
    singles, stack = [], []
    inside = _Inside(doubles)
    marks = _marks(text, paragraphs, SINGLE)
    for number, mark in enumerate(marks):
        if stack and stack[-1].paragraph != mark.paragraph:
            stack.clear()
        if _is_apostrophe(text, mark) or inside.covers(mark.at):
            continue
        if _single_opens(text, mark):
            stack.append(mark)
        elif stack and mark.glyph != "‘" and not _is_possessive(text, mark, marks, number):
            opener = stack.pop()
            if not stack:
                singles.append(_pair(text, opener.end, mark.at, opener.at, mark.end, single=True))
    return _ranked(_outermost(doubles + singles))


def _ranked(pairs):
    """Single marks are the chief ones of a text that has more of them than of double ones."""
    lesser = sum(pair.single for pair in pairs)
    if lesser <= len(pairs) - lesser:
        return pairs
    return [replace(pair, single=False) for pair in pairs]


class _Inside:
    """Whether a place lies inside one of the pairs; places must be asked for in rising order."""

    def __init__(self, pairs):
        self.pairs, self.next = pairs, 0

    def covers(self, place):
        while self.next < len(self.pairs) and self.pairs[self.next].closed <= place:
            self.next += 1
        return self.next < len(self.pairs) and self.pairs[self.next].opened <= place


def _is_apostrophe(text, mark):
    before = text[mark.at - 1 : mark.at]
    after = text[mark.end : mark.end + 1]
    return (before.isalnum() and after.isalnum()) or (mark.glyph != "‘" and ELISION.match(text, mark.end) is not None)


def _single_opens(text, mark):
    if mark.glyph in "‘‚‛":
        return mark.lean != "close"
    return mark.lean == "open"


def _is_possessive(text, mark, marks, number):
    """`the boys' house,'` : an s before, a small letter after, and another closing mark to come."""
    if text[mark.at - 1 : mark.at] != "s" or not text[mark.end + 1 : mark.end + 2].islower():
        return False
    for later in marks[number + 1 : number + 4]:
        if later.paragraph != mark.paragraph or later.lean == "open":
            return False
        if later.lean == "close" and not _is_apostrophe(text, later):
            return True
    return False

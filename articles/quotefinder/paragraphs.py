"""Which lines of a page are the story, and where it names its place and publisher."""

import re
from dataclasses import dataclass, replace

from .wrapping import unwrapped

LINE = re.compile("[^\n\r\x0b\x0c\x85\u2028\u2029]+")
# A stop at the end, behind it at most a closing mark and the reporters' initials: "Rini. (ab/cd)".
TERMINAL = re.compile(r"[.?!:;,…][\"”’»'\)\]]*\s*(?:\([\w/*. ]{1,16}\))?\s*$")
AFTER_MARK = re.compile(r"[\"”’»'] (\w+)")
DATELINE = re.compile(r"\s*([^\n]{2,70}?)(?:\s+[-–—]+\s+|\)\s*[-–—:]+\s*|\s+[-–—]{1,2}(?=[A-Z])|[-–—]{2}\s*|[-–—]\s+)")
# "Kabar.id, Jakarta Penyanyi …": an outlet and its place without a dash.
BARE_DATELINE = re.compile(r"\s*([\w-]+\.(?i:com|co\.id|id|co|net)), ([A-Z]\w+(?: [A-Z]\w+)?) (?=[A-Z])")
# "Rini Astuti (42)–yang …" is no place.
AGE = re.compile(r"\(\d+\)")
DATELINE_WORD = re.compile(r"[^\s,()/]+")
DOMAIN = re.compile(
    r"^[\w-]+(?:\.[\w-]+)*\.(?:com|co|id|net|org|gov|edu|tv|news|online|info|co\.id|co\.uk)$", re.IGNORECASE
)

# "Rini Astuti. /Dodi/Kantor X via AFP": who took the picture stands behind a slash at the end of its caption.
CREDIT = re.compile(r"\s/\s?(?:[A-Z@]|[\w.]+\.(?:com|id))[^\n]{2,80}$")

LONGEST_HEADING = 16
LONGEST_HEADLINE = 25
LONGEST_HEADLINE_TEXT = 200
LONGEST_PAGE_LINE = 300
# A dateline may follow so many lines that look like the story's.
LATEST_DATELINE = 4
# A page may name its section before the headline.
LATEST_HEADLINE = 3
# So many long words with capitals make a headline of the first line.
SHORTEST_TITLE = 4


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line. `kind` is story, heading, page (not the story's words) or footer; `body` skips a dateline."""

    start: int
    end: int
    body: int
    kind: str


def lines(text):
    """(start, end) of every line that has more than blanks."""
    found = []
    for match in LINE.finditer(text):
        line = match.group()
        if line.strip():
            lead = len(line) - len(line.lstrip())
            found.append((match.start() + lead, match.start() + len(line.rstrip())))
    return unwrapped(text, found)


def paragraphs(text, spans, pairs, language):
    """The lines with their kinds, and the publisher's name from the dateline ('' if it has none)."""
    found, ended, publisher, told = [], False, "", 0
    quoted = _Quoted(pairs)
    for number, (start, end) in enumerate(spans):
        if not number and end - start < LONGEST_HEADLINE_TEXT and _is_above_dateline(text, spans, language):
            found.append(Paragraph(start, end, start, "heading"))
            continue
        kind = "page" if ended else _kind(text, start, end, number, len(spans), quoted, language)
        if kind == "story" and number and _repeats_opening(text, start, end, spans[0]):
            kind = "page"
        if kind == "end":
            ended, kind = True, "page"
        body = start
        if kind == "story" and told < LATEST_DATELINE and not publisher:
            after, named = _dateline(text, start, end, language)
            # Further down only an outlet's name tells a dateline from other words before a dash.
            body, publisher = (after, named) if named or not told else (start, "")
            told += 1
        found.append(Paragraph(start, end, body, kind))
    publisher = "" if publisher.lower() in language.agencies else publisher
    return _joined(text, found, pairs, language), publisher


def _joined(text, paragraphs, pairs, language):
    """The paragraphs, those put together over which one quotation or one sentence runs."""
    joined, upcoming = [], 0
    for paragraph in paragraphs:
        while upcoming < len(pairs) and pairs[upcoming].closed <= paragraph.start:
            upcoming += 1
        runs_over = upcoming < len(pairs) and pairs[upcoming].opened < paragraph.start
        if joined and (runs_over or _is_broken(text, joined[-1], paragraph, language)):
            joined[-1] = replace(joined[-1], end=max(paragraph.end, joined[-1].end))
        else:
            joined.append(paragraph)
    return joined


def _is_broken(text, before, after, language):
    """A line break in the middle of a sentence: the story's line goes on with a small letter or after "kata"."""
    if (
        before.kind != "story"
        or after.kind not in ("story", "heading")
        or TERMINAL.search(text, before.end - 20, before.end)
    ):
        return False
    word = text[before.start : before.end].rpartition(" ")[2]
    leads_on = word in language.inverted_verbs or word in language.object_markers or word in language.that_words
    # "kata Kepala Staf", "disampaikan Mayor": an office without its holder ends no line.
    leads_on = leads_on or word[:1].isupper() and word.lower() in language.titles - language.organisation_words
    return leads_on or text[after.start].islower() and text[before.end - 1].isalpha()


def _repeats_opening(text, start, end, first):
    """ "X Respons Kritik...": a line that says the headline again and breaks off."""
    line = text[start : min(end, start + LONGEST_HEADLINE_TEXT)]
    cut = line.rstrip(".…")
    broken = line.endswith(("...", "…"))
    return broken and end - start < LONGEST_HEADLINE_TEXT and text.startswith(cut, first[0]) and bool(cut)


def _is_above_dateline(text, spans, language):
    """Whether the second line begins as a story does ("WENING, Kabar.com -"): then the first is its headline."""
    return len(spans) > 1 and _dateline(text, *spans[1], language)[0] > spans[1][0]


def _kind(text, start, end, number, count, quoted, language):
    opening = text[start : start + 60].lower().lstrip("-–•*>#([ ")
    if _opens_with(opening, language.page_ends):
        return "end"
    if opening.startswith(language.footers):
        return "footer"
    if end - start < LONGEST_PAGE_LINE and _opens_with(opening, language.page_lines):
        return "page"
    if end - start < LONGEST_PAGE_LINE and CREDIT.search(text, start, end) and not quoted.share(start, end):
        return "page"
    if count > 1 and _is_heading(text, start, end, number, quoted, language):
        return "heading"
    return "story"


def _opens_with(opening, phrases):
    """Whether a line opens with one of the phrases as whole words: "Gabung di sini", not "Gabungan Nelayan"."""
    found = (phrase for phrase in phrases if opening.startswith(phrase))
    return any(not (phrase[-1].isalnum() and opening[len(phrase) : len(phrase) + 1].isalnum()) for phrase in found)


def _is_heading(text, start, end, number, quoted, language):
    """Short, without a stop at its end, and not a line that is spoken as a whole or tells who speaks."""
    if end - start > 200:
        return False
    words = text[start:end].split()
    if len(words) > (LONGEST_HEADLINE if number == 0 else LONGEST_HEADING):
        return False
    if words[-1] in language.object_markers or words[-1] in language.relative:
        return False
    telling = language.suffixed_verbs | language.inverted_verbs
    told = any(match.group(1) in telling for match in AFTER_MARK.finditer(text, start, end))
    title = not told and number < LATEST_HEADLINE and _is_title_case(words, language)
    if TERMINAL.search(text[start:end]) and not title or number and told:
        return False
    if number and (quoted.stays_open(start) or quoted.runs_over(start, end)):
        return False
    share = quoted.share(start, end)
    return not (share and len(words) >= 8 and number > 0)


def _is_title_case(words, language):
    """ "Keeper Lets The Lamp Go Out.": a headline, whatever stands at its end; small words may be small."""
    small = language.object_markers | language.stoppers | language.conjunctions | language.relative
    longer = [word for word in words if len(word) > 3 and word not in small]
    return len(longer) >= SHORTEST_TITLE and all(word[0].isupper() or not word[0].isalpha() for word in longer)


class _Quoted:
    """Whether a line is filled by quotations; lines must be asked for in rising order."""

    def __init__(self, pairs):
        self.pairs, self.next = pairs, 0

    def stays_open(self, start):
        """Whether the line opens with a mark that nothing closes."""
        self.share(start, start)
        opening = self.pairs[self.next : self.next + 1]
        return any(pair.opened <= start + 2 and not pair.complete for pair in opening)

    def runs_over(self, start, end):
        """Whether a quotation that opens the line is closed only in a later one: a line broken in its middle."""
        self.share(start, start)
        return any(pair.opened <= start + 2 and pair.closed > end for pair in self.pairs[self.next : self.next + 1])

    def share(self, start, end):
        while self.next < len(self.pairs) and self.pairs[self.next].closed <= start:
            self.next += 1
        if self.next >= len(self.pairs):
            return False
        first = self.pairs[self.next]
        return first.opened <= start + 2 and min(first.closed, end) - start > 0.6 * (end - start)


def _bare_dateline(text, start, end, language):
    match = BARE_DATELINE.match(text, start, end)
    for place in (match.group(2), match.group(2).partition(" ")[0]) if match else ():
        if place.lower() in language.places:
            return match.start(2) + len(place) + 1, match.group(1)
    return start, ""


def _dateline(text, start, end, language):
    """Where the story's own words begin after "JAKARTA, KOMPAS.com -", and the outlet named there."""
    match = DATELINE.match(text, start, min(end, start + 90))
    if match is None or AGE.search(match.group()):
        return _bare_dateline(text, start, end, language)
    publisher = ""
    for word in DATELINE_WORD.findall(match.group(1)):
        known = word.lower() in language.outlets or DOMAIN.match(word) is not None
        if known and not publisher:
            publisher = word
        if not known and not word[0].isupper() and not word[0].isdigit():
            return start, ""
    for named in match.group(1).strip(" (").split(","):
        if named.strip().lower() in language.outlets:
            publisher = named.strip()
    if (
        not publisher
        and not match.group(1).isupper()
        and "(" not in match.group(0)
        and "," not in match.group(1)
        and (match.group(1).lower() not in language.places)
    ):
        return start, ""
    return match.end(), publisher

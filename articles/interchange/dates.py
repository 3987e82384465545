"""The days that a text names, in Indonesian and English."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february pebruari feb",
            "maret march mar",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "agustus august agu agt aug",
            "september sept sep",
            "oktober october okt oct",
            "november nopember nov",
            "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}
# Monday is 0, as in date.weekday().
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("senin monday", "selasa tuesday", "rabu wednesday", "kamis thursday", "jumat jum'at friday", "sabtu saturday")
        + ("minggu ahad sunday",)
    )
    for name in names.split()
}
MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b"
WEEKDAY = "(?:" + "|".join(WEEKDAYS) + ")"
FORMS = re.compile(
    rf"""
    (?<![\w/.-])(?P<iso>(?:19|20)[0-9]{{2}}-[0-9]{{2}}-[0-9]{{2}})(?![\w/-])
    | (?<![\w/.-])(?P<d>[0-9]{{1,2}})(?P<mark>[/.-])(?P<m>[0-9]{{1,2}})(?P=mark)(?P<y>(?:19|20)[0-9]{{2}})(?![\w/-])
    | \b(?P<named_d>[0-9]{{1,2}})\ (?P<named_m>{MONTH})\.?\ (?P<named_y>(?:19|20)[0-9]{{2}})\b
    | \b(?P<us_m>{MONTH})\.?\ (?P<us_d>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\ (?P<us_y>(?:19|20)[0-9]{{2}})\b
    | \b(?P<month_m>{MONTH})\ (?P<month_y>(?:19|20)[0-9]{{2}})\b
    | \b(?P<short_w>{WEEKDAY}),?\ \((?P<short_d>[0-9]{{1,2}})/(?P<short_m>[0-9]{{1,2}})\)
    # With its capital: "minggu" is also a week.
    | (?-i:\b(?P<weekday>{"|".join(name.capitalize() for name in WEEKDAYS)})\b)
    """,
    # ASCII: else "i" and "s" match letters that the tables above do not have (ı, ſ).
    re.ASCII | re.IGNORECASE | re.VERBOSE,
)
LEAD = re.compile(rf"\b{WEEKDAY},?\s*\(?\s*$", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A day, or with precision "month" the first of the month, and where the text names it."""

    start: int
    end: int
    day: date
    precision: str = "day"


def find_dates(text: str) -> list[Mention]:
    """Every date in `text`. A date without its year, or a bare weekday, counts when a full one settles which it is."""
    found = list(FORMS.finditer(text))
    mentions = [mention for match in found if (mention := _full(text, match))]
    known = {mention.day for mention in mentions if mention.precision == "day"}
    # A text with more years than a few settles none.
    years = {day.year for day in known} if len({day.year for day in known}) < 20 else set()
    short = [mention for match in found if match["short_w"] and (mention := _short(match, years))]
    by_weekday = defaultdict(set)
    for day in known | {mention.day for mention in short}:
        by_weekday[day.weekday()].add(day)
    bare = [mention for match in found if match["weekday"] and (mention := _bare(match, by_weekday))]
    return sorted([*mentions, *short, *bare], key=lambda mention: mention.start)


def days(mentions: Iterable[Mention]) -> tuple[date, ...]:
    """The different whole days among `mentions`, oldest first."""
    return tuple(sorted({mention.day for mention in mentions if mention.precision == "day"}))


def is_date_line(line: str) -> bool:
    """Whether `line` says nothing but a date, as under a headline: "Jumat, 15 September 2023 10:30 WIB"."""
    left = FORMS.sub(" ", line)
    return left != line and not BESIDE_DATE.sub(" ", left).strip(" ,.|:()/-–—•·")


BESIDE_DATE = re.compile(
    r"\b(?:[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?|wib|wita|wit|gmt|utc|am|pm|pukul|diterbitkan|terbit|diperbarui|"
    r"dipublikasikan|published|updated|posted|on|at|pada|tanggal)\b",
    re.IGNORECASE,
)


def _full(text: str, match: re.Match) -> Mention | None:
    if match["iso"]:
        year, month, day = match["iso"].split("-")
    elif match["y"]:
        year, month, day = match["y"], match["m"], match["d"]
    elif match["named_y"]:
        year, month, day = match["named_y"], MONTHS[match["named_m"].lower()], match["named_d"]
    elif match["us_y"]:
        year, month, day = match["us_y"], MONTHS[match["us_m"].lower()], match["us_d"]
    elif match["month_y"]:
        return Mention(*match.span(), date(int(match["month_y"]), MONTHS[match["month_m"].lower()], 1), "month")
    else:
        return None
    if when := _day(year, month, day):
        lead = LEAD.search(text, max(0, match.start() - 12), match.start())
        return Mention(lead.start() if lead else match.start(), match.end(), when)
    return None


def _short(match: re.Match, years: set[int]) -> Mention | None:
    """ "Jumat (25/7)": of a year that the text names, if the weekday agrees with one of them."""
    weekday = WEEKDAYS[match["short_w"].lower()]
    candidates = [_day(year, match["short_m"], match["short_d"]) for year in years]
    agree = [day for day in candidates if day and day.weekday() == weekday]
    return Mention(*match.span(), agree[0]) if len(agree) == 1 else None


def _bare(match: re.Match, by_weekday: dict[int, set[date]]) -> Mention | None:
    """ "Rabu": the one Wednesday that the text names."""
    agree = by_weekday[WEEKDAYS[match["weekday"].lower()]]
    return Mention(*match.span(), next(iter(agree))) if len(agree) == 1 else None


def _day(year, month, day) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None

"""Pages by key: a page starts after a row's own sort key, so the thousandth page costs what the first does."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.core.exceptions import BadRequest
from django.utils.translation import gettext as _

SIZE = 20


@dataclass(frozen=True)
class Page:
    """Rows of a list, and the key to ask for the rows after them (empty on the last page)."""

    rows: list
    parameter: str = "before"
    next: str = ""

    def __iter__(self):
        return iter(self.rows)

    def __len__(self):
        return len(self.rows)


def newest_page(queryset, request, *, by: str, size: int = SIZE) -> Page:
    """The page of `queryset`, which is ordered by "-`by`", "-pk", that ?before= in the request names."""
    if key := request.GET.get("before"):
        queryset = before(queryset, key, by=by)
    rows = list(queryset[: size + 1])
    return Page(rows[:size], "before", moment_key(rows[size - 1], by) if len(rows) > size else "")


def before(queryset, key: str, *, by: str):
    """The rows of such a queryset that come after the one whose key this is."""
    value, pk = split_key(key, read_moment)
    return queryset.filter(**{f"{by}__lte": value}).exclude(**{by: value, "pk__gte": pk})


def named_page(queryset, request, *, by: str = "name", read=str, size: int = SIZE) -> Page:
    """The page of `queryset`, which is ordered by `by`, "pk", that ?after= in the request names; `read` makes a value
    of `by` of its text."""
    if key := request.GET.get("after"):
        value, pk = split_key(key, read)
        queryset = queryset.filter(**{f"{by}__gte": value}).exclude(**{by: value, "pk__lte": pk})
    rows = list(queryset[: size + 1])
    return Page(rows[:size], "after", f"{getattr(rows[size - 1], by)},{rows[size - 1].pk}" if len(rows) > size else "")


def moment_key(row, by: str) -> str:
    return f"{moment_text(getattr(row, by))},{row.pk}"


def moment_text(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%fZ}"


def read_moment(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=UTC)


def split_key(key: str, read):
    """A key's value, as `read` makes it of its text, and the primary key. Answers 400 to anything else."""
    value, _comma, pk = key.rpartition(",")
    try:
        if "\0" in key:
            raise ValueError
        return read(value), read_pk(pk)
    except (ValueError, OverflowError) as error:
        raise BadRequest(_("This page address is damaged. Start again from the first page.")) from error


def given_pk(text: str) -> int:
    """A primary key that an address gives. Answers 400 to anything else."""
    return split_key(f",{text}", str)[1]


def is_pk(text: str) -> bool:
    """Whether a text is a primary key that the database could hold, as digits."""
    return text.isascii() and text.isdigit() and len(text) < 19


def read_pk(text: str) -> int:
    """A primary key as digits; ValueError when it is none."""
    if not is_pk(text):
        raise ValueError
    return int(text)

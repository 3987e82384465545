"""What is due at the desk, by the moment: each kind is read off its own index and merged; a page costs what it shows.

A kind that is due on a day, not at a moment, stands at the beginning of that day in the newsroom's zone.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from heapq import merge
from itertools import islice
from typing import NamedTuple

from django.db.models import Exists, F, OuterRef, Prefetch
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .days import beginning, following
from .models import Article, Photo, PhotoUse

SIZE = 50
OF_A_MONTH = 500  # of each kind: more than a page of a month can show
OVERDUE = 30  # of each kind
ENDED = 1000  # of the licences that ended last, those of pictures in use are overdue
STORIES = 3  # that use a picture


class Kind(NamedTuple):
    name: str
    label: str
    column: str
    is_of_a_day: bool = False


KINDS = [
    Kind("scheduled", _("appears"), "first_published_at"),
    Kind("embargo", _("embargo ends"), "embargo"),
    Kind("ends", _("is no longer shown"), "unpublish_at"),
    Kind("licence", _("licence of the picture ends"), "licence_expires_on", is_of_a_day=True),
    Kind("review", _("to be looked at again"), "review_by", is_of_a_day=True),
]
LICENCE, REVIEW = KINDS[3:]


class Place(NamedTuple):
    """A place in the order of what is due: the moment, the number of the kind, the row's key."""

    at: datetime
    kind: int
    pk: int


@dataclass(frozen=True)
class Due:
    kind: Kind
    at: datetime
    subject: Article | Photo

    @property
    def place(self) -> Place:
        return Place(self.at, KINDS.index(self.kind), self.subject.pk)

    @property
    def day(self) -> date:
        return timezone.localdate(self.at)

    @property
    def photo(self) -> Photo | None:
        return self.subject if self.kind == LICENCE else None

    @property
    def stories(self) -> list[Article]:
        """The story that it is about, or the newest that use the picture."""
        return [use.article for use in self.subject.in_use] if self.kind == LICENCE else [self.subject]


class Calendar:
    """What is due from `now` on, of the stories that are a desk user's (`of`) or of a `section`, if any is given."""

    def __init__(self, *, of=None, section=None, now: datetime | None = None):
        self.now = now or timezone.now()
        self.today = timezone.localdate(self.now)
        self.stories = Article.objects.all()
        if of is not None:
            self.stories = self.stories.filter(bylines__author__user=of)
        if section is not None:
            self.stories = self.stories.filter(section=section)

    def page(self, *, start: date | None = None, after: Place | None = None) -> tuple[list[Due], Place | None]:
        """What is due from a day on, or after a place: the first SIZE, and the last one's place when there are more."""
        first = max(filter(None, [start, self.today]))
        rows = [behind(self.rows(kind, first), kind, after) for kind in KINDS]
        found = [self.due(kind, rows[: SIZE + 1]) for kind, rows in zip(KINDS, rows, strict=True)]
        due = list(islice(merged(found), SIZE + 1))
        return due[:SIZE], due[SIZE - 1].place if len(due) > SIZE else None

    def month(self, first: date) -> tuple[dict[date, list[Due]], bool]:
        """What is due in a month, by day; and whether there is more of it than is read."""
        start, stop = max(first, self.today), following(first)
        found = [self.due(kind, self.rows(kind, start, stop)[: OF_A_MONTH + 1]) for kind in KINDS]
        days = {}
        for due in merged([rows[:OF_A_MONTH] for rows in found]):
            days.setdefault(due.day, []).append(due)
        return days, any(len(rows) > OF_A_MONTH for rows in found)

    def overdue(self) -> list[Due]:
        """What should have been done: licences that ended, the last first; looks again by yesterday, the first first.

        What happens by itself is never overdue.
        """
        ended = Photo.objects.filter(licence_expires_on__lte=self.today).order_by("-licence_expires_on", "-pk")
        photos = self.in_use(Photo.objects.filter(pk__in=ended.values("pk")[:ENDED]))
        reviews = self.stories.to_look_at_again().filter(review_by__lt=self.today).order_by("review_by", "pk")
        return [
            *self.due(LICENCE, photos.order_by("-licence_expires_on", "-pk")[:OVERDUE]),
            *self.due(REVIEW, reviews[:OVERDUE]),
        ]

    def rows(self, kind: Kind, start: date, stop: date | None = None):
        """What is due of a kind from one day to before another, in order."""
        value = (lambda day: day) if kind.is_of_a_day else beginning
        if kind == LICENCE:  # one that ends today has ended: see Photo.is_licensed
            start = max(start, self.today + timedelta(days=1))
        rows = self.of_kind(kind).filter(**{f"{kind.column}__gte": value(start)})
        if stop:
            rows = rows.filter(**{f"{kind.column}__lt": value(stop)})
        return rows.order_by(kind.column, "pk")

    def of_kind(self, kind: Kind):
        stories = self.stories
        if kind.name == "scheduled":
            return stories.scheduled(self.now)
        if kind.name == "embargo":
            # One that appears when its embargo ends is told of once.
            return stories.embargoed(self.now).exclude(status="published", first_published_at=F("embargo"))
        if kind.name == "ends":
            return stories.ending(self.now)
        return stories.to_look_at_again() if kind == REVIEW else self.in_use(Photo.objects.all())

    def in_use(self, photos):
        return photos.filter(Exists(self.uses().filter(photo=OuterRef("pk"))))

    def uses(self):
        """Where photos are used, but in stories that were retracted."""
        return PhotoUse.objects.filter(article__in=self.stories.exclude(status=Article.Status.RETRACTED))

    def due(self, kind: Kind, rows) -> list[Due]:
        if kind == LICENCE:
            newest = self.uses().newest_first().with_stories()[:STORIES]
            rows = rows.prefetch_related(Prefetch("uses", newest, to_attr="in_use"))
        else:
            rows = for_desk(rows)
        moment = beginning if kind.is_of_a_day else (lambda at: at)
        return [Due(kind, moment(getattr(row, kind.column)), row) for row in rows]


def for_desk(stories):
    return stories.select_related("section").defer("body", "search")


def merged(found: list[list[Due]]):
    return merge(*found, key=lambda due: due.place)


def behind(rows, kind: Kind, place: Place | None):
    """Those of the `rows` of a kind that stand behind a place."""
    if place is None:
        return rows
    at = timezone.localdate(place.at) if kind.is_of_a_day else place.at
    number = KINDS.index(kind)
    if number < place.kind or (kind.is_of_a_day and place.at > beginning(at)):
        return rows.filter(**{f"{kind.column}__gt": at})
    rows = rows.filter(**{f"{kind.column}__gte": at})
    return rows.exclude(**{kind.column: at, "pk__lte": place.pk}) if number == place.kind else rows

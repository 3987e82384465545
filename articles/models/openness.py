"""What readers may know of how a story's conversation is moderated: how many, why, by whom, how long it took."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Aggregate, Count, DurationField, Max, Q

from .appeal import Appeal
from .decision import Decision
from .reason import Reason


class Median(Aggregate):
    """PostgreSQL's percentile_cont at the half."""

    function = "percentile_cont"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = DurationField()


@dataclass(frozen=True)
class Figures:
    held: int
    removed_by_rule: int
    removed_by_person: int
    reasons: list  # pairs of a reason's words and a number, the most frequent first
    median_wait: timedelta | None
    longest_wait: timedelta | None
    appeals: int
    granted: int


def figures(article) -> Figures:
    """Of one story. What was taken back the same minute counts like the rest: it happened. Taking it back does not."""
    log = Decision.objects.filter(article=article, undoes__isnull=True)
    removed = Q(action__in=["hidden", "spam"])
    counts = log.aggregate(
        held=Count("article", filter=Q(action__in=["held", "edit_held"])),
        by_rule=Count("article", filter=removed & Q(by__isnull=True)),
        by_person=Count("article", filter=removed & Q(by__isnull=False)),
    )
    waits = log.filter(waited__isnull=False, by__isnull=False).exclude(action__in=["held", "deleted"])
    waited = waits.aggregate(median=Median("waited"), longest=Max("waited"))
    reasons = log.filter(removed).values_list("reason").annotate(number=Count("article")).order_by("-number", "reason")
    appeals = Appeal.objects.filter(comment__article=article)
    appealed = appeals.aggregate(every=Count("pk"), granted=Count("pk", filter=Q(is_granted=True)))
    return Figures(
        counts["held"],
        counts["by_rule"],
        counts["by_person"],
        [(Reason(code).label if code else Reason.OTHER.label, number) for code, number in reasons],
        waited["median"],
        waited["longest"],
        appealed["every"],
        appealed["granted"],
    )

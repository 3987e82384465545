"""What waits to be done, for /metrics."""

from django.db.models import Min
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from .models import FrontPurge, Touch

MOST = 10_000  # more than that is told as that: no count may grow with its table


def backlog() -> dict[str, tuple[str, float]]:
    """Name → what it says, and the value."""
    now = timezone.now()
    due = DBTaskResult.objects.ready()
    # What is to be done at once has the last of all dates there.
    later = DBTaskResult.objects.filter(status=TaskResultStatus.READY, run_after__gt=now, run_after__lt=get_date_max())
    oldest = due.order_by()[:MOST].aggregate(at=Min("enqueued_at"))["at"]
    return {
        'tasks{state="due"}': (f"Background tasks, counted up to {MOST:,}.", count(due)),
        'tasks{state="later"}': ("", count(later)),
        'tasks{state="running"}': ("", count(DBTaskResult.objects.running())),
        'tasks{state="failed"}': ("", count(DBTaskResult.objects.failed())),
        "oldest_task_seconds": (
            "How long the oldest due task has waited.",
            (now - oldest).total_seconds() if oldest else 0,
        ),
        "touches": ("Changes whose pages are not purged yet.", count(Touch.objects.all())),
        "front_purges_failing": (
            "Purges that a cache in front did not take.",
            count(FrontPurge.objects.failing()),
        ),
    }


def count(rows) -> int:
    return rows.order_by()[:MOST].count()

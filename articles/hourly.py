"""What time does to the site by itself, once an hour. The worker sees to it, so nobody has to set up a timer."""

from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone
from django_tasks import task

from .models import BackgroundTask, Plate

HOUR = timedelta(hours=1)


@task()
def hourly() -> None:
    call_command("tidy_replies")
    Plate.objects.tidy()
    ask_for_next(HOUR)


def ask_for_next(wait: timedelta = timedelta()) -> None:
    """Have `hourly` done after `wait`, unless it is asked for already: so however many workers start, one run follows
    another."""
    if not BackgroundTask.asked_for(hourly).exists():
        hourly.using(run_after=timezone.now() + wait).enqueue()

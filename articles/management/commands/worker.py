import os
import threading
import time
from datetime import timedelta
from signal import SIGTERM

from django.core.management.base import BaseCommand
from django.db import InterfaceError, OperationalError, connections
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS, TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from articles.hourly import ask_for_next

# No task may take this long; one that seems to was cut off with its worker.
LONGEST = timedelta(hours=1)
# How long a finished task can be looked at in the admin.
KEPT = timedelta(days=7)


class Command(BaseCommand):
    help = "Does the background work: one task after another, until it is told to stop. Any number may run at once."

    # Between two looks at an empty queue, and between two attempts to reach a database that is away; in seconds.
    PAUSE = 1
    # Tasks between two sweeps, which read the whole table.
    ROUND = 1000

    def add_arguments(self, parser):
        parser.add_argument("--batch", action="store_true", help="Stop when nothing waits.")
        parser.add_argument("--with", type=int, dest="companion", help="Stop when this process, the parent, is gone.")

    def handle(self, *args, batch=False, companion=None, **options):
        self.worker = Worker(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=self.PAUSE,
            batch=batch,
            backend_name=DEFAULT_TASK_BACKEND_ALIAS,
            startup_delay=False,
            max_tasks=self.ROUND,
            worker_id=get_random_string(32),
        )
        if companion:
            threading.Thread(target=end_with, args=[companion], daemon=True).start()
        if not batch:
            self.worker.configure_signals()
        while self.worker.running and self.work_a_round():
            pass

    def work_a_round(self) -> bool:
        """Whether there may be more to do. A database that is away, restarting for instance, is waited for."""
        try:
            sweep()
            if not self.worker.batch:
                ask_for_next()
            self.worker._run_tasks = 0
            self.worker.run()
        except (InterfaceError, OperationalError) as error:
            if self.worker.batch:
                raise
            self.stderr.write(f"The database cannot be reached, trying again: {error}")
            connections.close_all()
            time.sleep(self.PAUSE)
            return True
        return self.worker._run_tasks >= self.ROUND


def sweep() -> None:
    """Put what a dead worker had in hand back into the queue, and forget what was done long ago.

    So a task may run twice, and each must be one that can.
    """
    now = timezone.now()
    DBTaskResult.objects.running().filter(started_at__lt=now - LONGEST).update(status=TaskResultStatus.READY)
    DBTaskResult.objects.finished().filter(finished_at__lt=now - KEPT).delete()


def end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.5)
    os.kill(os.getpid(), SIGTERM)

"""Whether this process lives and can work, for load balancers, service managers and containers.

Answered before anything else of Django, so under any host name, without a redirect and without the page cache.
"""

import time
from threading import Lock, Thread

from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from . import pagecache

TIMEOUT = 2.0  # seconds for each part
KEPT = 1.0  # seconds for which an answer is handed out again: whoever asks often costs no more


class Look:
    """A question that may hang: asked in a thread of its own, by one at a time, and left alone after TIMEOUT."""

    def __init__(self, question):
        self.question = question
        self.guard = Lock()
        self.thread = None
        self.asked_at = -KEPT
        self.found = self.problem = None

    def ask(self) -> None:
        try:
            self.found, self.problem = self.question(), None
        except Exception as error:  # whatever it is, the part does not work
            self.found, self.problem = None, type(error).__name__
        finally:
            connections.close_all()  # those of this thread

    def answer(self):
        """What the question gives, and the problem, one of them None. Why it failed is for the log of the part: the
        answer is public."""
        with self.guard:
            thread = self.thread
            if not (thread and thread.is_alive()) and time.monotonic() > self.asked_at + KEPT:
                self.asked_at = time.monotonic()
                thread = self.thread = Thread(target=self.ask, name="look", daemon=True)
                thread.start()
        thread.join(TIMEOUT)
        return (None, f"no answer in {TIMEOUT:.0f} seconds") if thread.is_alive() else (self.found, self.problem)


def database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


class NotMigrated(Exception):
    """The database is older than this code."""


def migrations() -> None:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise NotMigrated


def cache() -> None:
    pagecache.shared().check()


PARTS = {name.__name__: Look(name) for name in (database, migrations, cache)}


@never_cache
@require_safe
def alive(request):
    """200 as long as this process answers at all. Touches neither database nor cache."""
    return plain("alive")


@never_cache
@require_safe
def ready(request):
    """200, or 503 with what fails. A replica that fails is none of it: it is left out, and pages come from the
    primary."""
    problems = {name: look.answer()[1] for name, look in PARTS.items()}
    lines = [f"{name}: {problem or 'ok'}" for name, problem in problems.items()]
    return plain("\n".join(lines), status=503 if any(problems.values()) else 200)


def plain(text: str, status: int = 200) -> HttpResponse:
    return HttpResponse(f"{text}\n", content_type="text/plain; charset=utf-8", status=status)

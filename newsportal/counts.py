"""What the processes of this machine count, for /metrics.

Each process counts in a file of its own that it maps into memory; whoever is asked adds them up. A process takes the
first file that no living one holds and counts on where the last holder stopped, so sums never fall and the number of
files is that of the processes. (prometheus-client leaves a file for each process that ever was, and takes longer over
a count than the page cache over a page.)
"""

import fcntl
import mmap
import os
from pathlib import Path
from threading import Lock

from django.conf import settings

# Name, its labels, and what it says. The order is that of the cells in the files: add at the end.
COUNTERS = {
    "kept_in_process": ('pages_total{from="process"}', "Pages handed out, by where they came from."),
    "kept_on_machine": ('pages_total{from="shared"}', ""),
    "made": ('pages_total{from="made"}', ""),
    "stale": ('pages_total{from="stale"}', ""),
    "passed": ("passed_total", "Requests that are for no page of the cache: desk, forms, editors' eyes."),
    "2xx": ('answers_total{status="2xx"}', "What Django answered, pages that it made among it."),
    "3xx": ('answers_total{status="3xx"}', ""),
    "4xx": ('answers_total{status="4xx"}', ""),
    "5xx": ('answers_total{status="5xx"}', ""),
    "microseconds": ("django_microseconds_total", "Time that Django took for them."),
    "purges": ("purges_total", "Purges of the page cache."),
    "purges_failed": ("purges_failed_total", "Purges that the shared layer did not take; they are tried again."),
    "on_replica": ("on_replica_total", "Pages that were made from a replica."),
    "again_on_primary": ("again_on_primary_total", "Pages made once more because the replica failed under way."),
}
PLACES = {name: place for place, name in enumerate(COUNTERS)}
SIZE = 8 * 64


class Counts:
    """This process's counts."""

    def __init__(self):
        self.guard = Lock()
        self.cells = None

    def add(self, name: str, number: int = 1) -> None:
        with self.guard:
            if self.cells is None:
                self.cells = cells_of_our_own()
            self.cells[PLACES[name]] += number


def cells_of_our_own():
    """The numbers in the first file that no living process holds; in memory only, where no file can be had."""
    try:
        settings.METRICS_DIR.mkdir(parents=True, exist_ok=True, mode=0o700)
        number = 0
        while True:
            file = os.open(settings.METRICS_DIR / str(number), os.O_RDWR | os.O_CREAT, 0o600)
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                os.close(file)
                number += 1
        os.ftruncate(file, SIZE)  # the lock is held until this process is gone
        memory = mmap.mmap(file, SIZE)
    except OSError:
        memory = bytearray(SIZE)  # a full disk costs the figures, not the pages
    return memoryview(memory).cast("Q")


counts = Counts()
os.register_at_fork(after_in_child=counts.__init__)


def sums() -> list[int]:
    """The counts of all processes, in the order of COUNTERS."""
    found = [0] * len(COUNTERS)
    for path in Path(settings.METRICS_DIR).glob("*"):
        data = path.read_bytes()
        if len(data) == SIZE:
            found = [known + more for known, more in zip(found, memoryview(data).cast("Q"), strict=False)]
    return found

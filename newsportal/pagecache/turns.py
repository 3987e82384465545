"""One thread of this process makes a page, the others wait."""

from contextlib import contextmanager
from threading import Lock


class Turns:
    def __init__(self):
        self.guard = Lock()
        self.waiting = {}  # address → lock, and how many hold or want it

    @contextmanager
    def turn(self, address: str, wait: float):
        """Yields whether it is this thread's turn, after `wait` seconds at most."""
        with self.guard:
            entry = self.waiting.setdefault(address, [Lock(), 0])
            entry[1] += 1
        mine = entry[0].acquire(timeout=wait) if wait else entry[0].acquire(blocking=False)
        try:
            yield mine
        finally:
            if mine:
                entry[0].release()
            with self.guard:
                entry[1] -= 1
                if not entry[1]:
                    self.waiting.pop(address, None)

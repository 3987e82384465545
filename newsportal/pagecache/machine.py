"""The shared layer of one machine: a table in shared memory, pages in files, locks of the file system.

It needs no service. Several machines share Redis in its place.
"""

import contextlib
import fcntl
import mmap
import os
import tempfile
import time
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from .page import Page
from .release import release
from .touched import BORN, POSITION, SIZE, SharedLayerError, Touched, now
from .turns import Turns

# After so many bytes written by one process, it looks whether there are too many files.
SWEEP_EVERY = 16 * 1024 * 1024
POLL = 0.005  # seconds


class MachineLayer:
    def __init__(self, directory: Path):
        self.directory = Path(directory)
        self.pages = self.directory / release()
        self.turns = Turns()
        self.written = 0
        self.looked_at = 0.0
        self.touched = None
        self.open()

    def open(self) -> None:
        """Map the table, made anew when it is not there."""
        self.pages.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.locks = os.open(self.directory / "locks", os.O_RDWR | os.O_CREAT, 0o600)
        table = os.open(self.directory / "touched", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            with self.writing():
                if os.fstat(table).st_size != SIZE:
                    os.ftruncate(table, 0)
                    os.ftruncate(table, SIZE)
                memory = mmap.mmap(table, SIZE)
                touched = Touched(memory)
                if not touched.cells[BORN]:
                    touched.cells[BORN] = touched.cells[POSITION] = now()
            self.inode = os.fstat(table).st_ino
        finally:
            os.close(table)
        self.touched = touched

    def check(self) -> None:
        """Raises when pages cannot be kept or purged."""
        self.looked_at = 0.0
        self.follow()
        with self.writing(), tempfile.TemporaryFile(dir=self.pages):
            pass

    def trusted_since(self) -> int:
        """The position from which on this process has heard of every purge."""
        self.follow()
        return self.touched.cells[BORN]

    def follow(self) -> None:
        """Take up another table, if someone removed ours: once a second."""
        if time.monotonic() < self.looked_at + 1:
            return
        self.looked_at = time.monotonic()
        try:
            same = os.stat(self.directory / "touched").st_ino == self.inode
        except OSError:
            same = False
        if not same:
            os.close(self.locks)
            self.open()

    @contextlib.contextmanager
    def writing(self):
        """One writer of the table at a time, among all processes."""
        lock = os.open(self.directory / "writing", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)

    def position(self) -> int | None:
        return self.touched.position

    @property
    def born(self) -> int:
        return self.touched.cells[BORN]

    def holds(self, made_at: int, born: int, slots) -> bool:
        """Whether none of the slots was purged since `made_at`, a position of the table that was born then."""
        return self.born == born <= made_at and not self.touched.since(made_at, slots)

    def purge(self, slots, written: int = 0) -> int:
        try:
            self.looked_at = 0.0
            self.follow()
            with self.writing():
                position = max(now(), self.touched.position + 1)
                self.touched.note(slots, position, written)
        except OSError as error:
            raise SharedLayerError(f"The pages in {self.directory} cannot be purged: {error}") from error
        return position

    def path(self, address: str) -> Path:
        return self.pages / sha256(address.encode()).hexdigest()

    def get(self, address: str) -> Page | None:
        """The page, if there is one and none of its keys was purged since."""
        position = self.position()
        try:
            page = Page.loads(self.path(address).read_bytes(), address)
        except OSError:
            return None
        if page is None or not self.holds(page.made_at, page.born, page.slots):
            return None
        page.checked_at = position
        return page

    def put(self, page: Page) -> None:
        data = page.dumps()
        try:
            with tempfile.NamedTemporaryFile(dir=self.pages, delete=False) as file:
                file.write(data)
            os.replace(file.name, self.path(page.address))
        except OSError:
            return  # a full disk costs speed
        self.written += len(data)
        if self.written > SWEEP_EVERY:
            self.written = 0
            self.sweep()

    def sweep(self) -> None:
        """Remove the oldest files until no more are left than PAGE_CACHE_DISK_BYTES, of former releases too."""
        found = []
        for path in self.directory.glob("*/*"):
            with contextlib.suppress(OSError):
                stat = path.stat()
                found.append((stat.st_mtime, stat.st_size, path))
        excess = sum(size for _at, size, _path in found) - settings.PAGE_CACHE_DISK_BYTES
        for _at, size, path in sorted(found):
            if excess <= 0:
                break
            path.unlink(missing_ok=True)
            excess -= size

    @contextlib.contextmanager
    def turn(self, address: str, wait: float):
        """Yields whether it is this caller's turn to make the page, after `wait` seconds at most."""
        with self.turns.turn(address, wait) as mine:
            if not mine:
                yield False
                return
            place = int.from_bytes(sha256(address.encode()).digest()[:7])
            until = time.monotonic() + wait
            locks = self.locks
            while not (mine := lock(locks, place)) and time.monotonic() < until:
                time.sleep(POLL)
            try:
                yield mine
            finally:
                if mine:
                    with contextlib.suppress(OSError):
                        fcntl.lockf(locks, fcntl.LOCK_UN, 1, place)


def lock(file: int, place: int) -> bool:
    """Lock one byte of a file for this process; the system takes the lock back when the process dies."""
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, place)
    except BlockingIOError:
        return False
    except OSError:
        return True  # a file system without locks: each process makes the page once
    return True

"""When each surrogate key was purged last, as a table of fixed size that all processes read.

A page notes the position at which the making of it began. It is good while none of its keys was purged after that,
so a page that was made from the data before a change cannot be kept after the purge, however the two interleave.
Positions are milliseconds of the clock (Varnish counts no further than 15 digits), and each is greater than the
one before. Keys that fall on the same of the
million slots purge each other's pages: one page in some thousand goes needlessly.
"""

import time
from hashlib import blake2b

SLOTS = 1 << 20
# Cells of eight bytes: when the table was made, the position of the last purge, how far the primary had written its
# log then (newsportal.replicas), then the slots.
BORN, POSITION, WRITTEN, FIRST = 0, 1, 2, 3
SIZE = 8 * (FIRST + SLOTS)


class SharedLayerError(Exception):
    """The layer that the processes share did not answer, or with something that is none of its own."""


def slot_of(key: str) -> int:
    """The cell of a key."""
    return FIRST + int.from_bytes(blake2b(key.encode(), digest_size=8).digest()) % SLOTS


def now() -> int:
    return time.time_ns() // 1_000_000


class Touched:
    """The table in `memory`, a writable buffer of SIZE bytes."""

    def __init__(self, memory):
        self.cells = memoryview(memory).cast("Q")

    @property
    def position(self) -> int:
        return self.cells[POSITION]

    @property
    def written(self) -> int:
        """To be read after the position, which is noted last."""
        return self.cells[WRITTEN]

    def since(self, position: int, slots) -> bool:
        """Whether one of the slots was purged after `position`."""
        cells = self.cells
        return any(cells[slot] > position for slot in slots)

    def note(self, slots, position: int, written: int = 0) -> None:
        # The position last: who still reads the old one has not yet begun to rely on the new slots.
        for slot in slots:
            self.cells[slot] = max(position, self.cells[slot])
        self.cells[WRITTEN] = max(written, self.cells[WRITTEN])
        self.cells[POSITION] = max(position, self.cells[POSITION])

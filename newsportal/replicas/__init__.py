"""Read replicas: pages for everyone may be made from them, everything else reads the primary.

Which replica may make a page is measured by log position. A purge of the page cache carries the position that the
primary's log had reached, and a page that is made after the purge is made from a replica that has replayed so much, or
from the primary. So a replica that falls behind makes no page with anything in it that was changed since, and nobody
is shown his own past: the desk, forms, readers' own pages and whatever writes never read a replica at all.

A replica that lags, hangs, fails or was promoted is left out (watch.py). A page that one fails to make is made once
more from the primary.
"""

from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, Error, connection, connections

from ..counts import counts
from .watch import usable_replicas

__all__ = ["Floor", "apart", "current", "reading", "written"]

WRITES = ("INSERT", "UPDATE", "DELETE", "MERGE", "WITH")

current: ContextVar["Reading | None"] = ContextVar("reading", default=None)


def written() -> int:
    """How far the primary has written its log, as a number; 0 where there are no replicas to compare with.

    The insert position: what is committed without waiting for the disk counts too.
    """
    if not settings.DATABASE_REPLICAS:
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn")
        return int(cursor.fetchone()[0])


class Floor:
    """What a replica must have replayed at least, for this process."""

    def __init__(self):
        self.since = self.at_start = None

    def of(self, layer) -> int | None:
        """The position of the last purge, or that at which this process began to hear of purges; None while it does
        not hear of them, or the primary does not say."""
        since = layer.trusted_since()
        if since is None:
            return None
        if since != self.since:
            try:
                self.at_start = written()
                self.since = since  # last: another thread may be looking
            except Error:
                self.since = None
                return None
        return max(self.at_start, layer.touched.written)


class Reading:
    """What one page reads: all from one server, which is chosen with the first row that is read.

    `began_at` is the position in the order of all purges (newsportal.pagecache) that the floor belongs to.
    """

    def __init__(self, floor: int | None, began_at: int | None = None):
        self.floor, self.began_at = floor, began_at
        self.replica = None
        self.is_chosen = floor is None

    @property
    def alias(self) -> str:
        if connection.in_atomic_block:
            return DEFAULT_DB_ALIAS
        if not self.is_chosen:
            self.choose()
        return self.replica.alias if self.replica else DEFAULT_DB_ALIAS

    def choose(self) -> None:
        self.is_chosen = True
        for replica in usable_replicas(self.floor):
            self.connection = connections[replica.alias]
            replica.readings.add(self)
            try:
                self.connection.close_if_health_check_failed()
                self.connection.ensure_connection()
            except Error:
                replica.readings.discard(self)
                replica.trip()
                continue
            self.replica = replica
            counts.add("on_replica")
            return

    def notice(self, execute, sql, params, many, context):
        """An execute wrapper on the primary: what wrote reads there from then on."""
        if current.get() is self and isinstance(sql, str) and sql.lstrip()[:6].upper().startswith(WRITES):
            self.finish()
            self.is_chosen, self.replica = True, None
        return execute(sql, params, many, context)

    def finish(self) -> None:
        if self.replica:
            self.replica.readings.discard(self)


@contextmanager
def apart():
    """What is written inside is nothing that the page must see again: it goes on reading where it did."""
    token = current.set(None)
    try:
        yield
    finally:
        current.reset(token)


@contextmanager
def reading(floor: int | None, began_at: int | None = None):
    """Whatever is read inside comes from one replica that has replayed up to `floor`, if there is one."""
    page = Reading(floor, began_at)
    token = current.set(page)
    primary = connections[DEFAULT_DB_ALIAS]
    primary.execute_wrappers.append(page.notice)
    try:
        yield page
    finally:
        # By name: Django's own context manager drops the last one, which a new connection may have added meanwhile.
        primary.execute_wrappers.remove(page.notice)
        current.reset(token)
        page.finish()

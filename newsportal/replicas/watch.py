"""How far each replica is: asked several times a second by a thread of each process, over a connection of its own.

A replica is used while its last answer is no older than LEASE, so a page is never held up by asking. One that stops
answering under way is hung up on, and the page that waits for it is made from the primary.
"""

import logging
import os
import random
import select
import socket
import time
from contextlib import suppress
from threading import Lock, Thread

import psycopg2
from django.conf import settings
from django.db import connections
from psycopg2.extensions import POLL_OK, POLL_READ

EVERY = 0.1  # seconds between two questions
LEASE = 1.0
TIMEOUT = 1.0  # seconds for an answer, which takes a thousandth
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0  # seconds for which one is left out that failed; doubled each time
POSITION = "SELECT pg_last_wal_replay_lsn() - '0/0'::pg_lsn WHERE pg_is_in_recovery()"
logger = logging.getLogger(__name__)


class Replica:
    def __init__(self, alias: str):
        self.alias = alias
        self.readings = set()  # of pages that are being made from it
        self.replayed = 0
        self.heard_at = -LEASE
        self.left_out_until = 0.0
        self.pause = FIRST_PAUSE
        Thread(target=self.watch, name=alias, daemon=True).start()

    def has(self, floor: int) -> bool:
        """Whether it answers and has replayed so much."""
        now = time.monotonic()
        return self.replayed >= floor and now < self.heard_at + LEASE and now > self.left_out_until

    def trip(self) -> None:
        """Leave it out for a while: it failed to make a page."""
        self.left_out_until = time.monotonic() + self.pause
        self.pause = min(self.pause * 2, LONGEST_PAUSE)

    def served(self) -> None:
        self.pause = FIRST_PAUSE

    def watch(self) -> None:
        pause, told = FIRST_PAUSE, ""
        while True:
            line = None
            try:
                line = connect(self.alias)
                while True:
                    asked_at = time.monotonic()
                    self.replayed = position(line)
                    self.heard_at, pause, told = asked_at, FIRST_PAUSE, ""
                    time.sleep(EVERY)
            except Exception as error:  # whatever it is, this thread must go on
                if (problem := str(error).strip() or type(error).__name__) != told:
                    logger.warning("%s is left out: %s", self.alias, problem)
                told = problem
                self.heard_at = -LEASE
                self.hang_up()
            if line:
                line.close()
            time.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)

    def hang_up(self) -> None:
        """End the connections over which pages are being read from it; they fail at once then."""
        for page in list(self.readings):
            with suppress(Exception):  # it may have ended meanwhile
                number = page.connection.connection.fileno()
                with socket.socket(fileno=os.dup(number)) as line:
                    line.shutdown(socket.SHUT_RDWR)


def connect(alias: str):
    """A connection that is waited for with a time limit, which psycopg2 gives asynchronous ones only."""
    parameters = connections[alias].get_connection_params()
    for name in ("cursor_factory", "client_encoding"):  # Django's own, and what takes a question before ours
        parameters.pop(name, None)
    line = psycopg2.connect(**parameters, async_=True)
    wait(line)
    return line


def position(line) -> int:
    with line.cursor() as cursor:
        cursor.execute(POSITION)
        wait(line)
        row = cursor.fetchone()
    if row is None:
        raise psycopg2.OperationalError("It is a primary.")
    return int(row[0])


def wait(line) -> None:
    until = time.monotonic() + TIMEOUT
    while (state := line.poll()) != POLL_OK:
        sockets = ([line], []) if state == POLL_READ else ([], [line])
        if not any(select.select(*sockets, [], max(until - time.monotonic(), 0))):
            raise TimeoutError(f"no answer in {TIMEOUT:.0f} second")


guard = Lock()
replicas: list[Replica] = []


def usable_replicas(floor: int) -> list[Replica]:
    """Those that have replayed so much, in any order. The first call in a process begins to watch them."""
    if not replicas and settings.DATABASE_REPLICAS:
        with guard:
            if not replicas:
                replicas.extend(Replica(alias) for alias in settings.DATABASE_REPLICAS)
    usable = [replica for replica in replicas if replica.has(floor)]
    random.shuffle(usable)
    return usable


os.register_at_fork(after_in_child=replicas.clear)  # threads do not outlive a fork

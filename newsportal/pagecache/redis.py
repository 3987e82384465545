"""The shared layer of several machines: the table, the pages and the locks in Redis.

Asking Redis on each hit would cost more than all else, so a process hears of purges on a channel and keeps a copy of
the table. A purge returns when every process that listens has said that it heard. One that cannot say so is cut off,
and then trusts its own pages no longer than LEASE after the last word from Redis; so long the purge waits at most.

A Redis that is down, slow or full of junk costs speed: pages are then made for each request.
"""

import contextlib
import logging
import mmap
import os
import secrets
import time
from hashlib import sha256
from threading import Event, Lock, Thread

from redis import Redis, RedisError, ResponseError
from redis.backoff import NoBackoff
from redis.retry import Retry

from .page import Page
from .release import release
from .touched import BORN, FIRST, POSITION, SIZE, SLOTS, SharedLayerError, Touched
from .turns import Turns

TIMEOUT = 0.25  # seconds for an answer of Redis; it takes less than a thousandth
LEASE = 2.0  # seconds
PING_EVERY = 0.4
POLL = 0.005
logger = logging.getLogger(__name__)
MAKING = 15_000  # milliseconds after which another process makes the page that one began to make
TABLE, CHANNEL = "newsportal:touched", "newsportal:purged"

# Positions as in touched.py, by the clock of Redis. Takes: how far the primary has written its log, then the slots, or
# nothing, only to have a table. Gives: when the table was made, the position, who is listening. A table with a position
# below zero is none of ours.
PURGE = """
    local time = redis.call('TIME')
    local now = time[1] * 1000 + math.floor(time[2] / 1000)
    local cells = redis.call('BITFIELD', KEYS[1], 'GET', 'i64', '#0', 'GET', 'i64', '#1')
    local born, position = cells[1], math.max(now, cells[2] + 1)
    if born <= 0 or cells[2] < 0 then
        born = position
        redis.call('BITFIELD', KEYS[1], 'SET', 'i64', '#0', born)
    elseif #ARGV == 0 then
        return {born, cells[2], 0}
    end
    for place = 2, #ARGV do
        redis.call('BITFIELD', KEYS[1], 'SET', 'i64', '#' .. ARGV[place], position)
    end
    redis.call('BITFIELD', KEYS[1], 'SET', 'i64', '#1', position)
    local message = string.format('%.0f %.0f ', born, position) .. (ARGV[1] and table.concat(ARGV, ' ') or '0')
    return {born, position, redis.call('PUBLISH', KEYS[2], message)}
"""
RELEASE = "if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end"


class RedisLayer:
    def __init__(self, url: str, catch_up=lambda: None):
        """`catch_up` has purged what was not purged so far when it returns; it is called before each time that this
        process begins to trust Redis, which may have been out of reach for a purge."""
        self.catch_up = catch_up
        options = {"socket_timeout": TIMEOUT, "socket_connect_timeout": TIMEOUT, "retry": Retry(NoBackoff(), 0)}
        self.redis = Redis.from_url(url, **options)
        self.names = f"newsportal:{release()}:"
        self.guard = Lock()
        self.process = 0

    # What this process has heard

    def listen_in_this_process(self) -> None:
        """Start listening, once in each process: threads do not outlive a fork."""
        if self.process == os.getpid():
            return
        with self.guard:
            if self.process == os.getpid():
                return
            self.touched = Touched(mmap.mmap(-1, SIZE))
            self.turns = Turns()
            self.trusted_from = 0
            self.heard_at = -LEASE
            self.connected = Event()
            self.process = os.getpid()
            Thread(target=self.listen, name="purges", daemon=True).start()
        self.connected.wait(2 * TIMEOUT)

    def listen(self) -> None:
        while True:
            try:
                self.redis.ping()
                self.catch_up()
                with self.redis.pubsub() as channel:
                    channel.subscribe(CHANNEL)
                    while (message := channel.get_message(timeout=TIMEOUT)) is None or message["type"] != "subscribe":
                        if message is None:
                            raise RedisError("no answer")
                    self.start_over(*self.run(PURGE, [TABLE, CHANNEL])[:2])
                    self.follow(channel)
            except Exception as error:  # whatever it is, this thread must go on
                self.cut_off()
                if not isinstance(error, (RedisError, OSError)):
                    logger.exception("Redis said something odd")
                time.sleep(TIMEOUT)

    def follow(self, channel) -> None:
        asked_at = answered_at = time.monotonic()
        self.heard_at = asked_at
        self.connected.set()
        while True:
            if time.monotonic() > asked_at + PING_EVERY:
                asked_at = time.monotonic()
                channel.ping()
            message = channel.get_message(timeout=PING_EVERY / 2)
            if message is None:
                if time.monotonic() > answered_at + LEASE:
                    raise RedisError("no answer")
                continue
            answered_at = time.monotonic()
            if message["type"] == "message":
                self.hear(message["data"])
            # What was asked then was answered: nothing sent before it is still on its way.
            self.heard_at = asked_at

    def hear(self, data: bytes) -> None:
        born, position, written, *slots = map(int, data.split())
        if not all(FIRST <= slot < FIRST + SLOTS for slot in slots):
            raise ValueError("junk on the channel")
        if born != self.born:
            self.start_over(born, position)
        self.touched.note(slots, position, written)
        with self.redis.pipeline(transaction=False) as pipeline:
            pipeline.rpush(f"newsportal:heard:{position}", 1).expire(f"newsportal:heard:{position}", 60).execute()

    def start_over(self, born: int, position: int) -> None:
        """Trust nothing that was checked before `position`."""
        self.touched.cells[POSITION] = position
        self.trusted_from = position
        self.touched.cells[BORN] = born

    def cut_off(self) -> None:
        self.heard_at = -LEASE

    def is_connected(self) -> bool:
        self.listen_in_this_process()
        return time.monotonic() < self.heard_at + LEASE

    def trusted_since(self) -> int | None:
        """The position from which on this process has heard of every purge; None while it is cut off."""
        return self.trusted_from if self.is_connected() else None

    def position(self) -> int | None:
        return self.touched.position if self.is_connected() else None

    @property
    def born(self) -> int:
        return self.touched.cells[BORN]

    def check(self) -> None:
        """Raises when Redis does not answer, or this process does not hear of purges."""
        self.redis.ping()
        if not self.is_connected():
            raise SharedLayerError("This process does not hear of purges.")

    # What all processes share

    def run(self, script: str, keys: list, arguments=()):
        return self.redis.eval(script, len(keys), *keys, *arguments)

    def purge(self, slots, written: int = 0) -> int:
        try:
            _born, position, listeners = self.insist([written, *slots])
            until = time.monotonic() + LEASE + TIMEOUT
            while self.redis.llen(f"newsportal:heard:{position}") < listeners and time.monotonic() < until:
                time.sleep(POLL)
        except (RedisError, OSError, ValueError, TypeError) as error:
            raise SharedLayerError(f"Redis did not take a purge: {error}") from error
        return position

    def insist(self, purged: list) -> list:
        """Give Redis the purge, for as long as a process may trust its pages without a word from Redis."""
        until = time.monotonic() + LEASE
        while True:
            try:
                return self.run(PURGE, [TABLE, CHANNEL], purged)
            except ResponseError:
                self.redis.delete(TABLE)  # it is no table of ours; with the next one no page counts that is older
                return self.run(PURGE, [TABLE, CHANNEL], purged)
            except (RedisError, OSError):
                if time.monotonic() > until:
                    raise
                time.sleep(POLL)

    def name(self, address: str) -> str:
        return f"{self.names}{sha256(address.encode()).hexdigest()}"

    def get(self, address: str) -> Page | None:
        """The page, if there is one and none of its keys was purged since."""
        position = self.position()
        if position is None:
            return None
        try:
            data = self.redis.get(self.name(address))
            page = Page.loads(data, address) if data else None
            if page is None or not self.ask_whether_holds(page.made_at, page.born, page.slots):
                return None
        except (RedisError, OSError, ValueError, TypeError, KeyError):
            self.cut_off()
            return None
        page.checked_at = position
        return page

    def holds(self, made_at: int, born: int, slots) -> bool:
        """Whether none of the slots was purged since `made_at`, a position of the table that was born then. Of what
        is older than all that this process has heard, Redis knows."""
        if self.position() is None:
            return False
        if made_at >= self.trusted_from:
            return born == self.born and not self.touched.since(made_at, slots)
        try:
            return self.ask_whether_holds(made_at, born, slots)
        except (RedisError, OSError, ValueError, TypeError):
            self.cut_off()
            return False

    def ask_whether_holds(self, made_at: int, born: int, slots) -> bool:
        cells = self.redis.bitfield(TABLE).get("i64", f"#{BORN}")
        for slot in slots:
            cells.get("i64", f"#{slot}")
        born_there, *purged = cells.execute()
        if not born_there:  # Redis lost the table
            self.start_over(*self.run(PURGE, [TABLE, CHANNEL])[:2])
        return born == born_there and not any(at > made_at for at in purged)

    def put(self, page: Page) -> None:
        if self.position() is None:
            return
        seconds = max(int(page.expires - time.time()), 0) + 86_400
        try:
            self.redis.set(self.name(page.address), page.dumps(), ex=seconds)
        except (RedisError, OSError):
            self.cut_off()

    @contextlib.contextmanager
    def turn(self, address: str, wait: float):
        """Yields whether it is this caller's turn to make the page, after `wait` seconds at most."""
        self.listen_in_this_process()
        with self.turns.turn(address, wait) as mine:
            if not mine or self.position() is None:
                yield mine
                return
            name, token = f"{self.name(address)}:making", secrets.token_hex(8)
            until = time.monotonic() + wait
            while not (mine := self.lock(name, token)) and time.monotonic() < until:
                time.sleep(POLL)
            try:
                yield mine
            finally:
                if mine:
                    with contextlib.suppress(RedisError, OSError):
                        self.run(RELEASE, [name], [token])

    def lock(self, name: str, token: str) -> bool:
        try:
            return bool(self.redis.set(name, token, nx=True, px=MAKING))
        except (RedisError, OSError):
            self.cut_off()
            return True

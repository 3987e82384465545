"""Readers by the thousand while a story changes: whether one of them ever sees what is no longer so."""

import re
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from secrets import token_hex
from threading import Event, Thread

from django.db import connection
from django.utils import timezone

from newsportal import pagecache

from ..models import Article
from . import Figure, at_most
from .servers import get

CORRECTIONS = 20
AT_ONCE = 200
CROWD = 10_000
VERSION = re.compile(r"Versi (\d+)\.")


@dataclass
class Crowd:
    """Readers who ask for one page at all of `ports` in turn, as many as `number`; and what went wrong for them."""

    ports: list
    address: str
    number: int
    released: int = 0  # the version that was seen everywhere before a request began may not be younger than this
    stale: list = field(default_factory=list)
    mixed: list = field(default_factory=list)
    asked: int = 0

    def ask(self, number: int) -> None:
        least = self.released
        text = get(self.ports[number % len(self.ports)], self.address)[2].decode()
        seen = {int(version) for version in VERSION.findall(text)}
        self.asked += 1
        if len(seen) != 1:
            self.mixed.append(seen)
        elif min(seen) < least:
            self.stale.append((min(seen), least))


def corrected(ports: list, address: str, number: int) -> Figure:
    """`number` readers on one story while it is corrected twenty times."""
    story = Article.objects.get(slug=address.rstrip("/").rpartition("/")[2])
    was = story.headline, story.body
    crowd = Crowd(ports, address, number)
    change(story, 0)
    with ThreadPoolExecutor(20) as pool:
        readers = [pool.submit(crowd.ask, n) for n in range(number)]
        for version in range(1, CORRECTIONS + 1):
            while crowd.asked < number * version // (CORRECTIONS + 1):
                time.sleep(0.01)
            change(story, version)
            crowd.released = version
        for reader in readers:
            reader.result()
    Article.objects.filter(pk=story.pk).update(headline=was[0], body=was[1])
    wrong = len(crowd.stale) + len(crowd.mixed)
    told = f"{len(crowd.stale)} old, {len(crowd.mixed)} mixed; {CORRECTIONS} corrections, {len(ports)} servers"
    return at_most(f"old or mixed pages that {number:,} readers of a corrected story got", wrong, 0, told)


def change(story: Article, version: int) -> None:
    """Correct the story; returns when the pages are purged."""
    text = f"Versi {version}."
    Article.objects.filter(pk=story.pk).update(headline=text, body=f"<p>{text}</p>")


def published(ports: list, quick: bool) -> Figure:
    """From publishing until the story's page and the front page have it, on every process and behind the cache."""
    longest = 0.0
    with others(ports[0], "/latest/"):
        for number in range(2 if quick else 10):
            draft = Article.objects.create(headline=f"Kabar {number}.", slug=f"story-{token_hex(8)}")
            for port in ports:
                get(port, "/latest/")
            began = time.perf_counter()
            draft.publish()
            for port in ports:
                for _process in range(8):
                    for address in ("/latest/", draft.get_absolute_url()):
                        while draft.headline not in get(port, address)[2].decode():
                            time.sleep(0.005)
            longest = max(longest, time.perf_counter() - began)
            hide(draft)
    told = f"two pages asked for eight times at each of {len(ports)} servers are part of it"
    return at_most("seconds from publishing until all processes and Varnish show it", longest, 1.0, told)


def expired(port: int, made: Path) -> Figure:
    """How often a page is made when its time ends under the eyes of 200 readers: at that moment it is wrong."""
    story = Article.objects.create(headline="Tepat waktu.", slug=f"story-{token_hex(8)}")
    at = timezone.now() + timedelta(seconds=4)
    story.publish(at=at)
    address = "/latest/"
    get(port, address)
    before = made.read_text().split().count(address)
    began, missed = at.timestamp(), []

    def read(number: int) -> None:
        time.sleep(max(began - time.time() - 0.5 + number / AT_ONCE, 0))  # from half a second before until after
        text = get(port, address)[2].decode()
        if time.time() < began and story.headline in text:
            missed.append(number)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(read, range(AT_ONCE)))
    seen = story.headline in get(port, address)[2].decode()
    number = made.read_text().split().count(address) - before
    hide(story)
    told = "" if seen and not missed else "and the new page was not right"
    return at_most(f"times that a page is made that expires under {AT_ONCE} readers", number + bool(told), 1, told)


def hide(story: Article) -> None:
    """Take it off every page, so that the next run finds the newsroom as it was. What readers saw cannot be deleted."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")  # no trigger; the benchmark's database is its own
        unpublished = "status = 'draft', first_published_at = NULL, published_on = NULL"
        cursor.execute(f"UPDATE articles_article SET {unpublished} WHERE id = %s", [story.pk])
        cursor.execute("SET session_replication_role = DEFAULT")
    pagecache.purge(["site"])


@contextmanager
def others(port: int, address: str, number: int = 4):
    """So many readers who ask for a page again and again."""
    stop = Event()

    def read() -> None:
        while not stop.is_set():
            get(port, address)

    threads = [Thread(target=read) for _each in range(number)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join()

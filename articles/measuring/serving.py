"""What the page cache gives under gunicorn: cost of a hit, hits among junk, one making at a time, nothing stale."""

import json
import re
import socket
import statistics
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from newsportal import pagecache

from ..models import Article
from . import Figure, at_least, at_most
from .servers import cpu_seconds, free_port, get, gunicorn

ROUNDS = 7
REQUESTS = 1500  # of one round: some 0.2 s of processor time, twenty of the ticks that the system counts
JUNK = 10_000
READERS = 200
CORRECTIONS = 20


def figures(address: str, *, quick: bool = False) -> list[Figure]:
    """The figures of the story at `address`, in this process's database and page cache."""
    with tempfile.TemporaryDirectory() as directory:
        made = Path(directory, "made")
        made.touch()
        port = free_port()
        with gunicorn("articles.measuring.counting_wsgi", port, workers=2, MADE=str(made)):
            return [
                cost_of_a_hit(address, directory, rounds=3 if quick else ROUNDS),
                hits_among_junk(port, address, made, number=JUNK // 20 if quick else JUNK),
                makings_under_readers(port, address, made),
                *corrections(port, address),
            ]


def cost_of_a_hit(address: str, directory: str, rounds: int) -> Figure:
    """CPU of the server for a kept page ÷ for an application that only returns the same bytes."""
    ports = free_port(), free_port()
    with gunicorn("newsportal.wsgi", ports[0], workers=1) as portal:
        get(ports[0], address)
        _status, headers, body = get(ports[0], address, Accept_Encoding="br")
        own = {"server", "date", "connection"}
        answer = {"headers": [pair for pair in headers.items() if pair[0].lower() not in own], "body": body.hex()}
        Path(directory, "bare.json").write_text(json.dumps(answer))
        bare_file = str(Path(directory, "bare.json"))
        with gunicorn("articles.measuring.bare_wsgi", ports[1], workers=1, BARE=bare_file) as bare:
            spent = {portal.pid: [], bare.pid: []}
            for _round in range(rounds):
                for process, port in zip((portal, bare), ports, strict=True):
                    before = cpu_seconds(process.pid)
                    ask_often(port, address, REQUESTS)
                    spent[process.pid].append((cpu_seconds(process.pid) - before) / REQUESTS * 1e6)
            ours, least = (statistics.median(spent[process.pid]) for process in (portal, bare))
    told = f"{ours:.0f} µs ÷ {least:.0f} µs of processor time a request, {len(body):,} bytes"
    return at_most("kept story ÷ bare WSGI application", ours / least, 1.15, told)


def ask_often(port: int, address: str, number: int) -> None:
    request = f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n"
    data = request.encode()
    for _each in range(number):
        with socket.create_connection(("127.0.0.1", port)) as client:
            client.sendall(data)
            while client.recv(65_536):
                pass


def hits_among_junk(port: int, address: str, made: Path, number: int) -> Figure:
    get(port, address)
    before = len(made.read_text().split())

    def ask(n: int) -> None:
        junk = {"Cookie": f"_ga={n}; sessionid=junk{n}; x={n}", "Accept_Encoding": f"br;q=0.{n}, deflate, x-{n}"}
        get(port, f"{address}?utm_source={n}&fbclid=x{n}&{n}={n}", X_Forwarded_Host=f"{n}.example", **junk)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(ask, range(number)))
    misses = len(made.read_text().split()) - before
    told = f"{misses} pages made for {number:,} requests"
    return at_least("hits among junk cookies, parameters, encodings", 1 - misses / number, 0.995, told)


def makings_under_readers(port: int, address: str, made: Path) -> Figure:
    keys = get(port, address)[1]["Surrogate-Key"].split()
    before = made.read_text().split().count(address)
    with ThreadPoolExecutor(READERS) as pool:
        pagecache.purge(keys)
        list(pool.map(lambda _n: get(port, address), range(READERS)))
    number = made.read_text().split().count(address) - before
    return at_most(f"times that a page is made for {READERS} readers who find it gone", number, 1)


def corrections(port: int, address: str) -> list[Figure]:
    story = Article.objects.get(slug=address.rstrip("/").rpartition("/")[2])
    was = story.headline, story.body
    stale, longest = 0, 0.0
    with readers(port, address):
        for version in range(1, CORRECTIONS + 1):
            text = f"Versi {version}."
            began = time.perf_counter()
            Article.objects.filter(pk=story.pk).update(headline=text, body=f"<p>{text}</p>")
            for number in range(20):
                found = set(re.findall(r"Versi \d+\.", get(port, address)[2].decode()))
                stale += found != {text}
                if number == 9:
                    longest = max(longest, time.perf_counter() - began)
    Article.objects.filter(pk=story.pk).update(headline=was[0], body=was[1])
    return [
        at_most("old or mixed pages after a correction, among readers", stale, 0, f"{CORRECTIONS} corrections"),
        at_most("seconds from a correction until every process shows it", longest, 1.0),
    ]


@contextmanager
def readers(port: int, address: str, number: int = 4):
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

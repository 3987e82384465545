"""What the page cache gives: cost and speed of a hit, hits among junk, one making at a time, nothing old, no leak."""

import json
import socket
import statistics
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

from django.test.utils import override_settings

from newsportal import pagecache

from . import Figure, at_least, at_most, memory, readers, speed
from .servers import cpu_seconds, found, free_port, get, gunicorn, varnish_in_front

ROUNDS = 7
REQUESTS = 1500  # of one round: some 0.2 s of processor time, twenty of the ticks that the system counts
JUNK = 10_000
READERS = 200


def figures(address: str, *, quick: bool = False) -> list[Figure]:
    """The figures of the story at `address`, in this process's database and page cache."""
    with ExitStack() as running:
        directory = Path(running.enter_context(tempfile.TemporaryDirectory()))
        made = directory / "made"
        made.touch()
        ports = [free_port(), free_port()]
        for port in ports:  # two, so that each process is reached whichever of its fellows is busy
            running.enter_context(gunicorn("articles.measuring.counting_wsgi", port, workers=2, MADE=str(made)))
        if found("varnishd"):
            front = free_port()
            running.enter_context(varnish_in_front(front, ports[0], directory / "front"))
            running.enter_context(override_settings(FRONT_CACHES=[f"varnish://127.0.0.1:{front}"]))
            ports.append(front)
        return [
            cost_of_a_hit(address, directory, rounds=3 if quick else ROUNDS),
            *([] if speed.missing() else speed.figures(address, directory, quick=quick)),
            hits_among_junk(ports[0], address, made, number=JUNK // 20 if quick else JUNK),
            makings_under_readers(ports[0], address, made),
            readers.expired(ports[0], made),
            readers.published(ports, quick),
            readers.corrected(ports, address, readers.CROWD // 20 if quick else readers.CROWD),
            memory.figure(requests=memory.HOUR // 60 if quick else memory.HOUR),
        ]


def cost_of_a_hit(address: str, directory: Path, rounds: int) -> Figure:
    """CPU of the server for a kept page ÷ for an application that only returns the same bytes."""
    ports = free_port(), free_port()
    with gunicorn("newsportal.wsgi", ports[0], workers=1) as portal:
        get(ports[0], address)
        _status, headers, body = get(ports[0], address, Accept_Encoding="br")
        own = {"server", "date", "connection"}
        answer = {"headers": [pair for pair in headers.items() if pair[0].lower() not in own], "body": body.hex()}
        (directory / "bare.json").write_text(json.dumps(answer))
        bare_file = str(directory / "bare.json")
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

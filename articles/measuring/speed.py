"""How many requests a second a kept story takes: a server of ours ÷ nginx with the same bytes as a file, in one run."""

import re
import statistics
import subprocess
from contextlib import ExitStack
from pathlib import Path

from . import Figure, at_least
from .servers import cpu_seconds, found, free_port, get, granian, gunicorn, nginx, nginx_in_front, varnish_in_front

PROGRAMS = ("wrk", "nginx")
ROUNDS = 5
SECONDS = 3  # of one server in one round
CONNECTIONS = 16
ENCODING = "br"


def missing() -> list[str]:
    """The programs that are wanted and not here."""
    return [program for program in PROGRAMS if not found(program)]


def figures(address: str, directory: Path, *, quick: bool = False) -> list[Figure]:
    """What one client with 16 connections gets on this machine's processors, which it shares with the servers."""
    with ExitStack() as running:
        servers = start(running, address, directory)
        rates = {name: [] for name in servers}
        cost = {name: [] for name in servers}
        for _round in range(2 if quick else ROUNDS):
            for name, (process, port) in servers.items():
                before = cpu_seconds(process.pid)
                rate, number = ask(port, address, 1 if quick else SECONDS)
                rates[name].append(rate)
                cost[name].append((cpu_seconds(process.pid) - before) / number * 1e6)
    file = rates["nginx, file"]
    ratios = {
        name: statistics.median(rate / least for rate, least in zip(found, file, strict=True))
        for name, found in rates.items()
    }
    told = {
        name: f"{statistics.median(rates[name]):,.0f} requests/s, {statistics.median(cost[name]):.0f} µs each"
        for name in servers
    }
    fronts = [name for name in ("nginx, cache", "Varnish") if name in servers]
    front = max(fronts, key=ratios.get)
    rest = "; ".join(f"{name}: {ratios[name]:.2f}, {told[name]}" for name in servers if name not in ("granian", front))
    return [
        at_least("kept story: granian ÷ nginx file, requests/s", ratios["granian"], 0.6, told["granian"]),
        at_least(f"kept story: behind {front} ÷ nginx file", ratios[front], 0.9, f"{told[front]}; {rest}"),
    ]


def start(running: ExitStack, address: str, directory: Path) -> dict:
    """Name → process and port of each server, all with the page ready; two processes each where they have such."""
    ports = [free_port() for _each in range(5)]
    servers = {}
    servers["gunicorn"] = running.enter_context(gunicorn("newsportal.wsgi", ports[0], workers=2)), ports[0]
    servers["granian"] = running.enter_context(granian("newsportal.wsgi", ports[1], workers=2)), ports[1]
    cache = nginx_in_front(ports[2], ports[0], directory / "cache", workers=2)
    servers["nginx, cache"] = running.enter_context(cache), ports[2]
    if found("varnishd"):
        varnish = varnish_in_front(ports[4], ports[0], directory / "varnish")
        servers["Varnish"] = running.enter_context(varnish), ports[4]
    for process, port in servers.values():
        assert process.poll() is None
        for _each in range(20):  # so often that each process has it
            body = get(port, address, Accept_Encoding=ENCODING)[2]
    (directory / "file").mkdir()
    (directory / "file/page.html").write_bytes(body)
    file = (
        f"server {{ listen 127.0.0.1:{ports[3]}; location / {{ root {directory}/file; try_files /page.html =404; }} }}"
    )
    plain = nginx(ports[3], directory / "plain", f"include /etc/nginx/mime.types; {file}", workers=2)
    servers["nginx, file"] = running.enter_context(plain), ports[3]
    return servers


def ask(port: int, address: str, seconds: int) -> tuple[float, int]:
    """Requests a second, and how many there were. Raises when an answer was none."""
    command = [found("wrk"), "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-H", f"Accept-Encoding: {ENCODING}"]
    said = subprocess.run(
        [*command, f"http://127.0.0.1:{port}{address}"], capture_output=True, text=True, check=True, timeout=60
    ).stdout
    if "Non-2xx" in said or "Socket errors" in said:
        raise RuntimeError(f"Not every request was answered: {said}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]), int(re.search(r"(\d+) requests in", said)[1])

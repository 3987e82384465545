"""Real servers for tests: found on the machine, started on a free port, stopped at the end."""

import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from urllib.parse import quote

import pytest
from django.db import connection


def program(name: str) -> str:
    """The path of a program; skips the test where it is not installed."""
    path = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")
    return path or pytest.skip(f"{name} is not installed: bin/test installs it when it runs as root with apt.")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running(command: list, port: int, **options):
    """The server that `command` starts, from the moment on which it takes connections on `port`."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, **options)
    try:
        until = time.monotonic() + 30
        while True:
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            if process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"{command[0]} did not start: {process.stderr.read() if process.poll() else ''}")
            time.sleep(0.02)
        yield process
    finally:
        process.kill()
        process.wait()
        process.stderr.close()


@contextmanager
def portal(port: int, directory, *, workers: int = 2, threads: int = 1, public_port: int = 0, **environment):
    """gunicorn with the portal on this test's database; `directory` is its VAR_DIR."""
    database = connection.settings_dict
    host = quote(database["HOST"] or "127.0.0.1", safe="")
    account = quote(database["USER"]) + (f":{quote(database['PASSWORD'])}" if database["PASSWORD"] else "")
    values = {
        "ALLOWED_HOSTS": "127.0.0.1,localhost",
        "DATABASE_URL": f"postgres://{account}@{host}:{database['PORT'] or 5432}/{database['NAME']}",
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "SECRET_KEY": "tests",
        "SITE_URL": f"http://127.0.0.1:{public_port or port}",
        "VAR_DIR": str(directory),
        "MADE": str(directory / "made"),
    }
    command = [sys.executable, "-m", "gunicorn", "tests.counting_wsgi", "--bind", f"127.0.0.1:{port}"]
    command += ["--workers", str(workers), "--threads", str(threads), "--log-level", "error", "--no-control-socket"]
    with running(command, port, env=os.environ | values | environment) as process:
        get(port, "/robots.txt")  # its processes take longer to start than its port
        yield process


def get(port: int, path: str, method: str = "GET", **headers):
    """Status, header and body of one request on a connection of its own."""
    client = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        client.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = client.getresponse()
        return response.status, response.headers, response.read()
    finally:
        client.close()

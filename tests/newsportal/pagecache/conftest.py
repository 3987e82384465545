import io
from dataclasses import dataclass

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection

from newsportal import pagecache
from newsportal.pagecache.wrapper import PageCache


def commit() -> None:
    """What follows a commit, in a test whose changes are never committed."""
    while connection.run_on_commit:
        _savepoints, hook, *_robust = connection.run_on_commit.pop(0)
        hook()


@dataclass
class Answer:
    status: int
    headers: dict
    body: bytes


class Site:
    """The WSGI application as one process of a server has it; `made` are the pages that Django made."""

    def __init__(self):
        self.made = []
        self.django = WSGIHandler()
        self.application = PageCache(self.make)

    def make(self, environ, start_response):
        query = environ["QUERY_STRING"]
        self.made.append(environ["PATH_INFO"] + (f"?{query}" if query else ""))
        return self.django(environ, start_response)

    def get(self, address: str, method: str = "GET", **environ) -> Answer:
        commit()
        path, _mark, query = address.partition("?")
        answers = []
        request = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "8000",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": "127.0.0.1:8000",
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(),
            "wsgi.errors": io.StringIO(),
            "wsgi.version": (1, 0),
            "wsgi.multithread": True,
            "wsgi.multiprocess": True,
            "wsgi.run_once": False,
        }
        result = self.application(request | environ, lambda *answer: answers.append(answer))
        body = b"".join(result)
        if hasattr(result, "close"):
            result.close()
        status, headers = answers[0][:2]
        return Answer(int(status[:3]), dict(headers), body)


@pytest.fixture
def layer(settings, tmp_path):
    """The layer that all processes share, empty."""
    settings.PAGE_CACHE_DIR = tmp_path / "pages"
    pagecache.shared.cache_clear()
    yield pagecache.shared
    pagecache.shared.cache_clear()


@pytest.fixture
def site(layer):
    # As Django's own test client has it: a request's end leaves the test's connection open.
    request_started.disconnect(close_old_connections)
    request_finished.disconnect(close_old_connections)
    yield Site()
    request_started.connect(close_old_connections)
    request_finished.connect(close_old_connections)

"""The hub is a real server here: it takes what it is told, answers with an error, or hangs."""

import re
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest
from django.conf import settings as site_settings
from django.core.management import call_command
from django_tasks_db.models import DBTaskResult

from articles import websub
from articles.models import Article, FeedChange
from tests.factories import (
    create_author,
    create_citation,
    create_published,
    create_quote,
    create_section,
    create_source,
    create_speaker,
    create_tag,
)
from tests.newsportal.pagecache.conftest import commit

FORMS = ("rss", "atom", "json")


class Hub(BaseHTTPRequestHandler):
    answer, refuses, told = 204, "", []

    def do_POST(self):
        said = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        Hub.told.append(said)
        if Hub.answer == "hang":
            time.sleep(2)
        refused = Hub.refuses and Hub.refuses in said["hub.url"][0]
        try:
            self.send_response(404 if refused else 204 if Hub.answer == "hang" else Hub.answer)
            if Hub.answer == 302:
                self.send_header("Location", f"http://127.0.0.1:{self.server.server_port}/")
            self.end_headers()
        except OSError:
            pass  # whoever told it has gone

    def do_GET(self):
        self.send_response(200)
        self.end_headers()

    def log_message(self, *args):
        pass


@pytest.fixture
def hub(settings, monkeypatch, queue):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Hub)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.WEBSUB_HUB = f"http://127.0.0.1:{server.server_port}/hub"
    monkeypatch.setattr(websub, "TIMEOUT", 0.3)
    Hub.answer, Hub.refuses, Hub.told = 204, "", []
    yield Hub
    server.shutdown()


@pytest.fixture
def nouns():
    nouns = {
        "section": create_section(slug="kota"),
        "tags": [create_tag(slug="laut")],
        "authors": [create_author(slug="ani")],
    }
    forget()
    return nouns


@pytest.fixture
def story(nouns):
    """One of long ago that is in a feed of each kind."""
    story = create_published(hours_ago=50, body="<p>Pukul lima.</p>", **nouns)
    citation = create_citation(story, source=create_source(slug="radio"))
    create_quote(story, speaker=create_speaker(slug="raka"), exact="Kami tiba.", citation=citation)
    forget()
    return Article.objects.get(pk=story.pk)


ALL = {"/", "/sections/kota/", "/tags/laut/", "/authors/ani/", "/sources/radio/", "/people/raka/"}


def forget() -> None:
    """What happened until here is known."""
    commit()
    FeedChange.objects.all().delete()
    DBTaskResult.objects.all().delete()


def work() -> None:
    """What follows a commit, and what the worker then does."""
    commit()
    call_command("worker", batch=True)


def told() -> set[str]:
    """The lists of whose feeds the hub was told since the last time, each in all three forms."""
    addresses = [said["hub.url"][0] for said in Hub.told]
    assert all(said["hub.mode"] == ["publish"] for said in Hub.told)
    Hub.told.clear()
    lists = {re.sub(r"feed\.\w+$", "", address) for address in addresses}
    assert sorted(addresses) == sorted(f"{of}feed.{form}" for of in lists for form in FORMS)
    return {of.removeprefix(site_settings.SITE_URL) for of in lists}

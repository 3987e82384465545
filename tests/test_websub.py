"""The hub is a real server here: it takes what it is told, answers with an error, hangs, or is not there."""

import re
import socket
import threading
import time
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest
import time_machine
from django.conf import settings as site_settings
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from articles import websub
from articles.models import Article, FeedChange, Source
from articles.models.content import content_of
from tests.factories import (
    create_article,
    create_author,
    create_citation,
    create_comment,
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


@pytest.mark.parametrize("of", sorted({*ALL, "/corrections/"}))
def test_every_feed_names_the_hub_and_itself_in_its_text_and_its_header(client, hub, settings, story, of):
    for form in FORMS:
        response = client.get(f"{of}feed.{form}")
        own = f"{settings.SITE_URL}{of}feed.{form}"

        assert response.headers["Link"] == f'<{settings.WEBSUB_HUB}>; rel="hub", <{own}>; rel="self"'
        if form == "json":
            assert response.json()["hubs"] == [{"type": "WebSub", "url": settings.WEBSUB_HUB}]
            assert response.json()["feed_url"] == own
        else:
            links = re.findall(r"<(?:atom:)?link [^>]*>", response.text.partition("<item>")[0].partition("<entry")[0])
            assert [link for link in links if 'rel="hub"' in link and settings.WEBSUB_HUB in link]
            assert [link for link in links if 'rel="self"' in link and own in link]


def test_without_a_hub_no_feed_names_one_and_nobody_is_told(client, settings, queue, story):
    settings.WEBSUB_HUB = ""
    story.retract(reason="Keliru.")
    commit()

    for form in FORMS:
        response = client.get(f"/feed.{form}")
        assert "Link" not in response.headers and '"hub' not in response.text
    assert not FeedChange.objects.exists() and not DBTaskResult.objects.exists()


def test_hub_is_told_of_a_new_story_in_every_feed_that_has_it(hub, nouns):
    create_published(**nouns)
    work()

    assert told() == {"/", "/sections/kota/", "/tags/laut/", "/authors/ani/"}
    assert not FeedChange.objects.exists()


def test_draft_and_its_quotes_are_nobodys_business(hub, nouns):
    speaker = create_speaker()
    forget()
    draft = create_article(**nouns)
    create_quote(draft, speaker=speaker)
    draft.body = "<p>Lain.</p>"
    draft.save()
    work()

    assert told() == set()


def correct(story, kind="correction", **changes):
    story.revise(content_of(story) | changes)
    return story.correct(kind=kind, reason="Jamnya keliru.")


CHANGES = {
    "corrected": (lambda story, _by: correct(story, body=story.body.replace("lima", "enam")), {*ALL, "/corrections/"}),
    "withdrawn": (lambda story, _by: story.withdraw(), ALL),
    "retracted": (lambda story, _by: story.retract(reason="Keliru."), {*ALL, "/corrections/"}),
    "quote withdrawn": (
        lambda story, by: story.quotes.get().withdraw(reason="Salah.", by=by),
        {"/people/raka/", "/sources/radio/"},  # whose pages have it too
    ),
    "tag off": (lambda story, _by: story.tags.clear(), {"/tags/laut/", "/people/raka/"}),
    "source refuses": (lambda story, _by: Source.objects.update(may_syndicate=False), {"/", "/sources/radio/"}),
}


@pytest.mark.parametrize("change", CHANGES)
def test_hub_is_told_of_every_change_that_alters_a_feed(hub, story, editor, change):
    act, expected = CHANGES[change]
    act(story, editor)
    work()

    assert told() == expected
    work()
    assert told() == set()


def test_hub_is_told_of_a_quote_that_is_accepted_later(hub, story, editor):
    quote = create_quote(story, speaker=create_speaker(slug="sari"), exact="Pukul lima.", status="proposed")
    work()
    hub.told.clear()

    quote.accept(by=editor)
    work()

    assert "/people/sari/" in told()


def test_small_change_of_the_text_is_told_to_every_feed_that_has_it(hub, story):
    story.revise(content_of(story) | {"body": story.body.replace("Pukul", "Jam")})
    story.publish()
    work()

    assert told() == ALL


def test_replies_are_no_news_for_the_hub(hub, story):
    create_comment(story)
    work()

    assert told() == set()


def test_scheduled_story_is_told_when_it_appears_and_again_when_it_ends(hub, story, nouns):
    later = create_published(hours_ago=-2, **nouns)
    Article.objects.filter(pk=later.pk).update(unpublish_at=timezone.now() + timedelta(hours=5))
    work()
    hub.told.clear()
    call_command("worker", batch=True)
    assert told() == set()

    for hours in (3, 6):
        with time_machine.travel(timezone.now() + timedelta(hours=hours)):
            call_command("worker", batch=True)
            assert told() == {"/", "/sections/kota/", "/tags/laut/", "/authors/ani/"}
            call_command("worker", batch=True)
            assert told() == set()


def test_story_that_is_put_earlier_is_told_at_its_new_moment(hub, nouns):
    story = create_published(hours_ago=-5, **nouns)
    work()
    Article.objects.filter(pk=story.pk).update(first_published_at=timezone.now() + timedelta(hours=1))
    work()
    hub.told.clear()

    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        call_command("worker", batch=True)
        assert "/tags/laut/" in told()


@pytest.mark.parametrize("answer", [500, 503, 429, 302])
def test_hub_that_answers_with_an_error_is_told_again_later(hub, story, answer):
    hub.answer = answer
    story.retract(reason="Keliru.")
    work()
    hub.told.clear()
    call_command("worker", batch=True)
    assert told() == set(), "not before the pause is over"

    hub.answer = 204
    with time_machine.travel(timezone.now() + timedelta(minutes=1)):
        call_command("worker", batch=True)

    assert told() >= {*ALL, "/corrections/"}
    assert not FeedChange.objects.exists()


def test_hub_that_hangs_holds_the_worker_up_once_not_once_a_feed(hub, story):
    hub.answer = "hang"
    story.retract(reason="Keliru.")
    commit()

    call_command("worker", batch=True)

    assert len(hub.told) == 1
    assert {change.tries for change in FeedChange.objects.all()} == {1}
    assert "timed out" in FeedChange.objects.first().problem


def test_hub_that_is_not_there_costs_no_change(settings, queue, story):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        settings.WEBSUB_HUB = f"http://127.0.0.1:{free.getsockname()[1]}/"
    story.retract(reason="Keliru.")
    work()

    assert story.retracted_at
    assert "refused" in FeedChange.objects.first().problem


def test_one_feed_that_the_hub_does_not_know_keeps_no_other_from_it(hub, story):
    hub.refuses = "/people/"
    story.retract(reason="Keliru.")
    work()

    assert told() >= ALL
    assert all("404" in change.problem for change in FeedChange.objects.all())
    left = set(FeedChange.objects.values_list("key", flat=True))
    assert {key.split(":")[0] for key in left} <= {"person", "fed"}


def test_pauses_grow_and_the_desk_is_told_when_it_keeps_failing(hub, story, desk):
    hub.answer = 500
    story.retract(reason="Keliru.")
    work()
    assert "WEBSUB_HUB" not in desk.get(reverse("admin:index")).text

    pauses = []
    for _try in range(4):
        waiting = DBTaskResult.objects.get(status="READY", task_path="articles.models.feed_change.tell_hub")
        now = waiting.run_after + timedelta(seconds=1)
        with time_machine.travel(now):
            call_command("worker", batch=True)
            following = DBTaskResult.objects.get(status="READY", task_path="articles.models.feed_change.tell_hub")
            pauses.append(round((following.run_after - now).total_seconds(), -1))

    assert pauses == [20, 40, 80, 160]
    page = desk.get(reverse("admin:index")).text
    assert "WEBSUB_HUB" in page and "500 Internal Server Error" in page


def test_what_the_hub_did_not_take_for_two_days_is_given_up(hub, story):
    hub.answer = 500
    story.retract(reason="Keliru.")
    work()

    with time_machine.travel(timezone.now() + timedelta(days=2, hours=1)):
        call_command("worker", batch=True)

    assert not FeedChange.objects.exists()


def test_hundreds_of_changes_are_told_by_and_by(hub, monkeypatch):
    monkeypatch.setattr(FeedChange, "AT_ONCE", 5)
    for number in range(9):
        create_published(tags=[create_tag(slug=f"t{number}")])
    work()

    addresses = {said["hub.url"][0].removeprefix(site_settings.SITE_URL) for said in hub.told}
    assert addresses >= {f"/tags/t{number}/feed.{form}" for number in range(9) for form in FORMS}
    assert not FeedChange.objects.exists()

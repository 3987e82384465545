"""A hub that fails, hangs or is not there holds nothing up, and is told again."""

import socket
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings as site_settings
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from articles.models import FeedChange
from tests.factories import (
    create_published,
    create_tag,
)
from tests.newsportal.pagecache.conftest import commit
from tests.websub.conftest import ALL, FORMS, told, work


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

import os
import sys
import time
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from articles.management.commands.serve import end, keep_up
from articles.models import Tag
from tests.factories import create_tag


@task
def rename(pk: int, name: str):
    Tag.objects.filter(pk=pk).update(name=name)


@task
def fail():
    raise ValueError("kaputt")


def test_task_waits_in_the_queue_until_the_worker_does_it(queue):
    tag = create_tag(name="Lama")
    rename.enqueue(tag.pk, "Baru")
    tag.refresh_from_db()
    assert tag.name == "Lama"

    call_command("worker", batch=True)

    tag.refresh_from_db()
    assert tag.name == "Baru"


def test_task_is_done_at_once_where_a_test_does_not_ask_for_the_queue():
    tag = create_tag()

    rename.enqueue(tag.pk, "Baru")

    assert Tag.objects.get(pk=tag.pk).name == "Baru"


def test_failing_task_does_not_stop_the_next(queue):
    tag = create_tag()
    fail.enqueue()
    rename.enqueue(tag.pk, "Baru")

    call_command("worker", batch=True)

    assert Tag.objects.get(pk=tag.pk).name == "Baru"
    assert "kaputt" in DBTaskResult.objects.failed().get().traceback


def test_task_of_a_worker_that_was_killed_is_taken_up_again(queue):
    tag = create_tag()
    rename.enqueue(tag.pk, "Baru")
    hours_ago = timezone.now() - timedelta(hours=2)
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING, started_at=hours_ago, worker_ids=["x"])

    call_command("worker", batch=True)

    assert Tag.objects.get(pk=tag.pk).name == "Baru"


def test_task_that_another_worker_has_in_hand_is_left_to_it(queue):
    rename.enqueue(create_tag().pk, "Baru")
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING, started_at=timezone.now(), worker_ids=["x"])

    call_command("worker", batch=True)

    assert DBTaskResult.objects.running().exists()


def test_what_was_done_weeks_ago_is_forgotten(queue):
    rename.enqueue(create_tag().pk, "Baru")
    call_command("worker", batch=True)
    DBTaskResult.objects.update(finished_at=timezone.now() - timedelta(days=8))

    call_command("worker", batch=True)

    assert not DBTaskResult.objects.exists()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="bin/serve needs fork")
def test_worker_that_dies_is_started_again_and_ends_with_its_server(tmp_path):
    log = tmp_path / "starts"
    worker = [sys.executable, "-c", f"import os, sys, time; print(os.getpid(), file=open({str(log)!r}, 'a')); "]
    worker[-1] += f"time.sleep(60 if len(open({str(log)!r}).readlines()) > 1 else 0)"

    keeper = keep_up(worker, pause=0.1)
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and (not log.exists() or len(log.read_text().splitlines()) < 2):
        time.sleep(0.05)
    end(keeper)

    started = [int(pid) for pid in log.read_text().split()]
    assert len(started) == 2
    with pytest.raises(ProcessLookupError):
        os.kill(started[1], 0)

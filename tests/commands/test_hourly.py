"""Once an hour, by the worker: what time does to replies."""

from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from articles.hourly import ask_for_next
from articles.models import Comment
from tests.factories import create_comment, create_published


def test_networks_are_forgotten_by_the_worker_and_the_next_hour_is_asked_for(queue):
    old = create_comment(create_published())
    Comment.objects.filter(pk=old.pk).update(network="10.0.0.0/24", created_at=timezone.now() - timedelta(days=31))
    ask_for_next()

    call_command("worker", batch=True)

    assert Comment.objects.get(pk=old.pk).network is None
    following = DBTaskResult.objects.get(status="READY")
    assert timedelta(minutes=59) < following.run_after - timezone.now() <= timedelta(hours=1)


def test_it_is_asked_for_once_however_many_workers_start(queue):
    for _each in range(3):
        ask_for_next()

    assert DBTaskResult.objects.count() == 1

"""After each commit the pages go that the changes touched, before the program goes on."""

import logging
from datetime import timedelta

from django.db import connections, transaction
from django.utils import timezone
from django_tasks import task

from newsportal import pagecache
from newsportal.pagecache.fronts import fronts

from .models import BackgroundTask, FeedChange, FrontPurge, Plate, Touch

CHANGES = ("INSERT", "UPDATE", "DELETE", "MERGE", "WITH")
OWN_TABLES = tuple(model._meta.db_table for model in (FeedChange, FrontPurge, Plate, Touch))
PAUSE = timedelta(seconds=1)
AT_ONCE = 10_000  # notes that one purge takes up
logger = logging.getLogger(__name__)


def purge_or_retry() -> None:
    """Purge after a commit; when the pages are out of reach, go on trying in the background."""
    try:
        purge_touched()
    except pagecache.SharedLayerError as error:
        logger.error("%s. It is tried again.", error)
        if not BackgroundTask.asked_for(purge_again).exists():
            purge_again.using(run_after=timezone.now() + PAUSE).enqueue()


@task
def purge_again() -> None:
    """Purge what could not be purged."""
    purge_or_retry()


def catch_up() -> None:
    """The same at the start of a thread of its own, which leaves no connection behind."""
    try:
        purge_touched()
    finally:
        connections.close_all()


def purge_touched() -> None:
    """Purge the pages of everything that was touched and committed, whoever did it, here and in the caches in front;
    then forget the notes.

    The notes go last: until the pages are gone, another process that finds them purges the same pages again. When
    the pages cannot be reached the notes stay. Raises SharedLayerError then.
    """
    while touches := list(Touch.objects.order_by("pk").values_list("pk", "key")[:AT_ONCE]):
        keys = {key for _pk, key in touches}
        position = pagecache.purge(keys)
        Plate.objects.drop(keys)
        for front in fronts():
            FrontPurge.objects.begin(front, keys, position)
        FeedChange.objects.note(keys)  # now that the hub gets the new feed when it comes for it
        Touch.objects.filter(pk__in=[pk for pk, _key in touches]).delete()


def notice_changes(execute, sql, params, many, context):
    """An execute wrapper on the connection: whatever code changes one of our tables, the commit is followed by a
    purge."""
    result = execute(sql, params, many, context)
    if isinstance(sql, str) and sql.lstrip()[:6].upper().startswith(CHANGES) and touches_pages(sql):
        using = context["connection"].alias
        if not any(hook is purge_or_retry for _sids, hook, *_robust in connections[using].run_on_commit):
            transaction.on_commit(purge_or_retry, using=using, robust=True)
    return result


def touches_pages(sql: str) -> bool:
    return "articles_" in sql and not any(table in sql for table in OWN_TABLES)


def watch(connection, **_signal) -> None:
    if notice_changes not in connection.execute_wrappers:
        connection.execute_wrappers.append(notice_changes)

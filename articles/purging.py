"""After each commit the pages go that the changes touched, before the program goes on."""

import logging

from django.db import connections, transaction

from newsportal import pagecache

from .models import Touch

CHANGES = ("INSERT", "UPDATE", "DELETE", "MERGE", "WITH")
AT_ONCE = 10_000  # notes that one purge takes up
logger = logging.getLogger(__name__)


def purge_touched() -> None:
    """Purge the pages of everything that was touched and committed, whoever did it; then forget the notes.

    The notes go last: until the pages are gone, another process that finds them purges the same pages again. When
    the pages cannot be reached the notes stay, and the next change, or `manage.py purge_pages`, tries again.
    """
    while touches := list(Touch.objects.order_by("pk").values_list("pk", "key")[:AT_ONCE]):
        try:
            pagecache.purge({key for _pk, key in touches})
        except pagecache.SharedLayerError as error:
            logger.error("%s. The pages are purged with the next change.", error)
            return
        Touch.objects.filter(pk__in=[pk for pk, _key in touches]).delete()


def notice_changes(execute, sql, params, many, context):
    """An execute wrapper on the connection: whatever code changes one of our tables, the commit is followed by a
    purge."""
    result = execute(sql, params, many, context)
    if isinstance(sql, str) and sql.lstrip()[:6].upper().startswith(CHANGES) and touches_pages(sql):
        using = context["connection"].alias
        if not any(hook is purge_touched for _sids, hook, *_robust in connections[using].run_on_commit):
            transaction.on_commit(purge_touched, using=using, robust=True)
    return result


def touches_pages(sql: str) -> bool:
    return "articles_" in sql and "articles_touch" not in sql


def watch(connection, **_signal) -> None:
    if notice_changes not in connection.execute_wrappers:
        connection.execute_wrappers.append(notice_changes)

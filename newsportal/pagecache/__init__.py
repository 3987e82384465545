"""The page cache: finished, compressed bytes in front of Django, as one WSGI callable (wsgi.py wraps it around).

A request that is not for a page that a view marked shareable goes through untouched. For one that is, a page is
looked for in this process (private.py), then in the layer that all processes share (machine.py, or redis.py when
REDIS_URL is set), and made otherwise, by one process while the others wait. The request that makes a page is built
from the page's address and from nothing else, so nothing that a reader sends can end up in it.

`purge` drops every page that has one of the keys, in every process, before it returns.
"""

from functools import cache

from django.conf import settings

from ..counts import counts
from ..replicas import written
from .touched import SharedLayerError, slot_of

__all__ = ["SharedLayerError", "purge", "shared"]


# Called before a process begins to trust a layer that was out of reach: they purge what could not be purged then,
# or raise.
catching_up = []


@cache
def shared():
    """This process's way to the layer that all processes share."""
    if settings.REDIS_URL:
        from .redis import RedisLayer

        return RedisLayer(settings.REDIS_URL, catch_up=lambda: [hook() for hook in catching_up])
    from .machine import MachineLayer

    return MachineLayer(settings.PAGE_CACHE_DIR)


def purge(keys) -> int:
    """Drop the pages with these surrogate keys; returns the position that the purge has in the order of all purges.

    Raises SharedLayerError when the layer cannot be reached; then the purge is to be tried again.
    """
    counts.add("purges")
    try:
        return shared().purge([slot_of(key) for key in keys], written())
    except SharedLayerError:
        counts.add("purges_failed")
        raise

"""What every page needs and hardly ever changes, kept in this process until one of its surrogate keys is purged."""

from django.db import DEFAULT_DB_ALIAS, OperationalError, connection

from ..replicas import current
from . import shared
from .touched import slot_of


def beginning() -> tuple[int, int] | None:
    """The position at which the making of a page begins, and which table it belongs to; None where nothing that is
    read now may be kept: in a transaction, and while this process does not hear of purges.

    A page that may come from a replica began when it was said how far the replica must be.
    """
    layer = shared()
    if layer.trusted_since() is None or connection.in_atomic_block:
        return None
    page = current.get()
    position = page.began_at if page and page.began_at is not None else layer.position()
    return (position, layer.born) if position is not None else None


class Kept:
    """The value that `make(using)` returns, made anew after a purge of one of `keys`, as a page that has them is.

    In a transaction it is made each time: what that changed is not purged yet, and what it reads may never be so.
    It is made of the primary: a replica that lags would give what is kept until the next purge. While the primary is
    away, `using` is None, for the router to choose, and nothing is kept.
    """

    def __init__(self, make, *keys: str):
        self.make, self.slots = make, [slot_of(key) for key in keys]
        self.found = None  # when it was made, by the table that was born when, and the value

    def __call__(self):
        layer = shared()
        trusted = layer.trusted_since()
        if trusted is None or connection.in_atomic_block:
            return self.make(DEFAULT_DB_ALIAS)
        if self.found:
            made_at, born, value = self.found
            if made_at >= trusted and born == layer.born and not layer.touched.since(made_at, self.slots):
                return value
        made_at, born = layer.position(), layer.born
        try:
            value = self.make(DEFAULT_DB_ALIAS)
        except OperationalError:
            return self.make(None)
        self.found = (made_at, born, value) if made_at is not None else None
        return value

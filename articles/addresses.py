"""Addresses: of our own pages, and as the world outside needs them."""

from datetime import date
from functools import cache
from urllib.parse import urljoin

from django.conf import settings
from django.urls import reverse

# What stands in an address's shape for a key or slug, and for a day.
A_KEY, A_DAY = 987654321, date(9876, 5, 4)


def path_to(name: str, *args) -> str:
    """The path of one of our pages, as `reverse` gives it; for keys, plain slugs and days. A page names a hundred, and
    `reverse` looks for each in all that we have."""
    words = [f"{each:%Y/%m/%d}" if isinstance(each, date) else each for each in args]
    return shape_of(name, *(isinstance(each, date) for each in args)).format(*words)


@cache
def shape_of(name: str, *are_days: bool) -> str:
    path = reverse(f"articles:{name}", args=[A_DAY if is_day else A_KEY for is_day in are_days])
    return path.replace(f"{A_DAY:%Y/%m/%d}", "{}").replace(str(A_KEY), "{}")


def absolute(address: str) -> str:
    """`address` with the site in front; one of another host stays as it is."""
    if address[:1] == "/" and address[:2] != "//":
        return site_of(settings.SITE_URL) + address
    return urljoin(f"{settings.SITE_URL}/", address)


@cache
def site_of(url: str) -> str:
    """A URL without its path."""
    return urljoin(url, "/").rstrip("/")

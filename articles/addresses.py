"""Addresses as the world outside needs them."""

from urllib.parse import urljoin

from django.conf import settings


def absolute(address: str) -> str:
    """`address` with the site in front; one of another host stays as it is."""
    return urljoin(f"{settings.SITE_URL}/", address)

"""Caches in front of the portal that keep its pages, and how each is told to drop those with certain keys.

FRONT_CACHES names them, separated by commas:
varnish://host:port · nginx:/its/cache/directory · fastly://service-id · cloudflare://zone-id
"""

import contextlib
import http.client
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

TIMEOUT = 2  # seconds
# Above so many keys it is cheaper to drop all pages.
MOST_KEYS = 2000
# A page that was under way while its keys were purged may reach a cache after the purge. Varnish refuses it by its
# position; for the others the purge is said once more after so many seconds, longer than an answer is under way.
AGAIN_AFTER = 3


class FrontError(Exception):
    """A cache in front did not do what it was asked."""


@dataclass(frozen=True)
class Front:
    """`name` is how it is written in FRONT_CACHES."""

    name: str
    refuses_late_pages = False
    at_once = MOST_KEYS

    def purge(self, keys, position: int) -> None:
        """Drop the pages with these keys. `position` is that of the purge (touched.py). Raises FrontError."""
        keys = sorted(keys) if len(keys) <= MOST_KEYS else ["site"]
        try:
            for start in range(0, len(keys), self.at_once):
                self.drop(keys[start : start + self.at_once], position)
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise FrontError(f"{self.name}: {error}") from error

    def drop(self, keys: list, position: int) -> None:
        raise NotImplementedError

    def ask(self, request: Request) -> bytes:
        with urlopen(request, timeout=TIMEOUT) as response:
            return response.read()


class Varnish(Front):
    """With the module xkey, as docs/caching/varnish.vcl has it."""

    refuses_late_pages = True
    at_once = 100  # Varnish takes a header of some 8,000 characters

    def drop(self, keys, position):
        header = {"Purge-Keys": " ".join(keys), "Purge-Position": str(position)}
        self.ask(Request(f"http://{self.name.removeprefix('varnish://')}/", method="PURGE", headers=header))


class Nginx(Front):
    """On this machine: nginx has no purge by key, but its cache is files that begin with the header of the page."""

    HEADER = 16_384  # bytes within which the header ends

    def drop(self, keys, position):
        directory = Path(self.name.removeprefix("nginx:"))
        if not directory.is_dir():
            raise OSError(f"there is no directory {directory}")
        wanted = {key.encode() for key in keys}
        for path in directory.rglob("*"):
            with contextlib.suppress(IsADirectoryError, FileNotFoundError):
                if wanted & keys_of(path):
                    path.unlink()


def keys_of(path: Path) -> set:
    """The surrogate keys of a page that nginx keeps in the file `path`."""
    with path.open("rb") as file:
        header = file.read(Nginx.HEADER).partition(b"\r\n\r\n")[0]
    for line in header.split(b"\r\n"):
        name, _colon, value = line.partition(b":")
        if name.lower() == b"surrogate-key":
            return set(value.split())
    return set()


class Fastly(Front):
    at_once = 256  # the limit of its API

    def drop(self, keys, position):
        service = urlsplit(self.name).netloc
        address = f"{settings.FASTLY_API}/service/{service}/purge"
        header = {"Fastly-Key": settings.FASTLY_TOKEN, "Surrogate-Key": " ".join(keys), "Accept": "application/json"}
        self.ask(Request(address, method="POST", headers=header))


class Cloudflare(Front):
    """Knows the keys from the header Cache-Tag, which the pages carry when it is named."""

    at_once = 100  # the limit of its API

    def drop(self, keys, position):
        address = f"{settings.CLOUDFLARE_API}/zones/{urlsplit(self.name).netloc}/purge_cache"
        header = {"Authorization": f"Bearer {settings.CLOUDFLARE_TOKEN}", "Content-Type": "application/json"}
        answer = self.ask(Request(address, method="POST", headers=header, data=json.dumps({"tags": keys}).encode()))
        if not json.loads(answer).get("success"):
            raise OSError(answer[:300].decode(errors="replace"))


KINDS = {"varnish": Varnish, "nginx": Nginx, "fastly": Fastly, "cloudflare": Cloudflare}


@cache
def front(name: str) -> Front:
    """The cache that FRONT_CACHES names so."""
    kind = KINDS.get(name.partition(":")[0])
    if kind is None:
        raise ImproperlyConfigured(f"FRONT_CACHES names {name!r}. It must begin with one of: {', '.join(KINDS)}.")
    return kind(name)


def fronts() -> list[Front]:
    return [front(name) for name in settings.FRONT_CACHES]

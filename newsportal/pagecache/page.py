"""A finished page: its bytes in three encodings, the header with them, and what says how long it is good."""

import gzip
import json
import time
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b, sha256

import brotli
from django.conf import settings

from .touched import slot_of

MAGIC = b"news1"
# A short text grows by compressing, and one packet carries it anyway.
WORTH_COMPRESSING = 500
# Of what Django answers, what is written anew for each request or would be wrong in a page for everyone.
OWN_HEADERS = {"cache-control", "content-encoding", "content-length", "date", "etag", "server", "vary", "x-page-turns"}


@dataclass(frozen=True)
class Variant:
    etag: str
    headers: list
    body: bytes


@dataclass
class Page:
    address: str  # path and query
    status: str
    headers: list  # pairs, without OWN_HEADERS
    slots: tuple  # of its surrogate keys
    made_at: int  # position (touched.py) at which the making of it began
    born: int  # which table the position belongs to
    expires: float  # seconds since 1970
    turns: bool  # at that moment it is wrong, not merely old
    bodies: dict  # bytes by encoding; "" is identity
    checked_at: int = 0  # position at which none of its keys was found to be purged
    variants: dict = field(init=False, repr=False)

    def __post_init__(self):
        self.variants = {encoding: self.variant(encoding) for encoding in self.bodies}
        self.validator = [(name, value) for name, value in self.headers if name.lower() == "surrogate-key"]
        self.size = 2000 + sum(map(len, self.bodies.values())) + sum(len(value) for _name, value in self.headers)

    def variant(self, encoding: str) -> Variant:
        body = self.bodies[encoding]
        etag = f'"{blake2b(self.bodies[""], digest_size=12).hexdigest()}{f"-{encoding}" if encoding else ""}"'
        headers = [*self.headers, ("ETag", etag), ("Vary", "Accept-Encoding"), ("Content-Length", str(len(body)))]
        if encoding:
            headers.append(("Content-Encoding", encoding))
        return Variant(etag, headers, body)

    def best(self, acceptable) -> Variant:
        """The variant in the first of the encodings that it has."""
        for encoding in acceptable:
            if encoding in self.variants:
                return self.variants[encoding]
        return self.variants[""]

    def cache_control(self, now: float) -> str:
        seconds = max(int(self.expires - now), 0)
        # As views/shareable.py has it; the time that is left is what changes.
        grace = "" if self.turns else ", stale-while-revalidate=60, stale-if-error=86400"
        return f"public, max-age=0, must-revalidate, s-maxage={seconds}{grace}"

    def may_be_stale(self, now: float, *, down: bool = False) -> bool:
        """Whether it may be handed out past its time: for a minute while the next one is made, a day while we are
        down."""
        return not self.turns and now < self.expires + (86_400 if down else 60)

    def dumps(self) -> bytes:
        values = {name: getattr(self, name) for name in PLAIN} | {"parts": {n: len(b) for n, b in self.bodies.items()}}
        head = json.dumps(values).encode()
        rest = len(head).to_bytes(4) + head + b"".join(self.bodies.values())
        return MAGIC + seal(rest) + rest

    @classmethod
    def loads(cls, data: bytes, address: str) -> "Page | None":
        """The page at `address` that dumps() wrote; None for anything else: a store may hold junk."""
        seal_end = len(MAGIC) + SEAL
        rest = data[seal_end:]
        if data[: len(MAGIC)] != MAGIC or data[len(MAGIC) : seal_end] != seal(rest):
            return None
        end = 4 + int.from_bytes(rest[:4])
        values = json.loads(rest[4:end])
        bodies = {}
        for encoding, length in values.pop("parts").items():
            bodies[encoding] = rest[end : end + length]
            end += length
        if values["address"] != address:
            return None
        values["headers"] = [tuple(pair) for pair in values["headers"]]
        values["slots"] = tuple(values["slots"])
        return cls(**values, bodies=bodies)


PLAIN = ("address", "status", "headers", "slots", "made_at", "born", "expires", "turns")
SEAL = 16


@cache
def sealing_key() -> bytes:
    return sha256(b"page cache" + settings.SECRET_KEY.encode()).digest()


def seal(data: bytes) -> bytes:
    """Proof that a portal with our secret wrote it, and that nothing is missing."""
    return blake2b(data, digest_size=SEAL, key=sealing_key()).digest()


def page_of(address: str, status: str, headers: list, body: bytes, *, made_at: int, born: int) -> Page | None:
    """The page that Django's answer makes; None when the answer is not one for everyone."""
    given = {name.lower(): value for name, value in headers}
    control = directives(given.get("cache-control", ""))
    varies = {name.strip().lower() for name in given.get("vary", "").split(",")} - {"", "accept-encoding"}
    if "surrogate-key" not in given or "public" not in control or "set-cookie" in given or varies:
        return None
    if status[:3] not in ("200", "410") or "content-encoding" in given:
        return None
    turns = "x-page-turns" in given
    expires = float(given["x-page-turns"]) if turns else time.time() + float(control.get("s-maxage") or 0)
    return Page(
        address=address,
        status=status,
        headers=[(name, value) for name, value in headers if name.lower() not in OWN_HEADERS],
        slots=tuple(slot_of(key) for key in given["surrogate-key"].split()),
        made_at=made_at,
        born=born,
        expires=expires,
        turns=turns,
        bodies={"": body},
    )


def compress(page: Page) -> None:
    """Add the compressed bodies, once for all readers. gzip without a date, so that equal pages are equal bytes."""
    body = page.bodies[""]
    if len(body) < WORTH_COMPRESSING:
        return
    # Of brotli's 0 to 11: 6 takes 1 ms for 20 kB and is 3 % larger than 9; 11 takes 20 ms.
    page.bodies["br"] = brotli.compress(body, mode=brotli.MODE_TEXT, quality=6)
    page.bodies["gzip"] = gzip.compress(body, 6, mtime=0)
    page.__post_init__()


def directives(value: str) -> dict:
    """The directives of a Cache-Control header."""
    parts = (part.strip().partition("=") for part in value.lower().split(","))
    return {name: argument for name, _equals, argument in parts}

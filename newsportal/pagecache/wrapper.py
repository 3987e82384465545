"""The WSGI callable in front of Django's."""

import time
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http.request import validate_host

from ..counts import counts
from ..replicas import Floor, reading
from . import shared
from .addresses import Addresses, request_for
from .negotiation import acceptable, has_already
from .page import Page, compress, page_of
from .private import Private
from .visitor import Visitors

WAIT = 10.0  # seconds for a page that another one makes; then one makes it oneself
# For so long after an answer that was no page for everyone (404, 422), nobody waits for another's answer there.
NO_PAGE_FOR = 10  # seconds
TRIES = 3  # at a page of which something changes while it is made


@dataclass(frozen=True)
class Answer:
    """What Django said, with the page that it makes, if it makes one."""

    status: str
    headers: list
    body: bytes
    page: Page | None


class PageCache:
    def __init__(self, application):
        if not validate_host(urlsplit(settings.SITE_URL).hostname, settings.ALLOWED_HOSTS):
            raise ImproperlyConfigured("The host in SITE_URL is not among ALLOWED_HOSTS. Add it there.")
        self.application = application
        self.addresses = Addresses()
        self.visitors = Visitors()
        self.private = Private(settings.PAGE_CACHE_BYTES)
        self.floor = Floor()
        self.no_pages = {}  # address → until when

    def __call__(self, environ, start_response):
        if prefix := environ.get("SCRIPT_NAME"):
            # The portal stands at the root of its host. gunicorn takes a header of that name from whoever is on its
            # machine, a proxy that passed it on for instance, and Django would write it into addresses from then on.
            environ = environ | {"SCRIPT_NAME": "", "PATH_INFO": prefix + environ.get("PATH_INFO", "")}
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or not self.visitors.is_at_home(environ):
            return self.passed(environ, start_response)
        found = self.addresses.of(environ)
        if found is None:
            return self.passed(environ, start_response)
        if "HTTP_COOKIE" in environ and self.visitors.is_signed_in(environ):
            return self.passed(environ, unstored(start_response))
        text, address = found
        now = time.time()
        page = self.kept(text)
        if page is None or now >= page.expires:
            answer = self.fetch(text, address, environ)
            if not isinstance(answer, Page):
                start_response(answer.status, answer.headers)
                return [] if environ["REQUEST_METHOD"] == "HEAD" else [answer.body]
            page = answer
        else:
            counts.add("kept_in_process")
        return send(page, now, environ, start_response)

    def passed(self, environ, start_response):
        """What Django says. Should it be a page after all (under an address too long to keep), it was made for this
        request, so no cache in front may have it either."""
        counts.add("passed")

        def start_own_response(status, headers, *error):
            is_page = any(name == "Surrogate-Key" for name, _value in headers)
            return start_response(status, unshared(headers) if is_page else headers, *error)

        return self.application(environ, start_own_response)

    def kept(self, text: str) -> Page | None:
        """The page that this process keeps, when none of its keys was purged; perhaps past its time."""
        page = self.private.get(text)
        if page is None:
            return None
        layer = shared()
        trusted = layer.trusted_since()
        if trusted is None or page.checked_at < trusted or page.born != layer.born:
            return None
        position = layer.touched.position
        if position != page.checked_at:
            if layer.touched.since(page.checked_at, page.slots):
                self.private.drop(page)
                return None
            page.checked_at = position
        return page

    def fetch(self, text: str, address, environ) -> "Page | Answer":
        """The page from the shared layer, or made now by one for all who ask, or what Django says in its place."""
        layer = shared()
        page, old = self.look(text)
        if page:
            return page
        if self.no_pages.get(text, 0) > time.monotonic():
            return self.make(text, address, environ)
        is_usable = old is not None and old.may_be_stale(time.time())
        with layer.turn(text, 0 if is_usable else WAIT) as mine:
            if is_usable and not mine:
                counts.add("stale")
                return old
            page, old = self.look(text)
            if page:
                return page
            answer = self.make(text, address, environ)
            if old and answer.status[:1] == "5" and old.may_be_stale(time.time(), down=True):
                counts.add("stale")
                return old
            return answer.page or answer

    def look(self, text: str) -> tuple[Page | None, Page | None]:
        """The page that is good now, from either layer; else the one that is past its time."""
        now = time.time()
        page = self.kept(text)
        if page and now < page.expires:
            counts.add("kept_in_process")
            return page, None
        newer = shared().get(text)
        if newer:
            self.private.put(newer)
            if now < newer.expires:
                counts.add("kept_on_machine")
                return newer, None
        return None, newer or page

    def make(self, text: str, address, environ) -> Answer:
        """Ask Django; keep the page unless something on it changed meanwhile."""
        layer = shared()
        counts.add("made")
        for _try in range(TRIES):
            made_at = layer.position()
            floor = None if made_at is None else self.floor.of(layer)
            answer = self.ask_either(text, address, environ, made_at, floor)
            page = answer.page
            if page is None or not layer.touched.since(made_at, page.slots):
                break
        else:
            return Answer(answer.status, unshared(answer.headers), answer.body, None)
        if page is None:
            if len(self.no_pages) > 10_000:
                self.no_pages.clear()
            self.no_pages[text] = time.monotonic() + NO_PAGE_FOR
        else:
            self.no_pages.pop(text, None)
            compress(page)
            page.checked_at = made_at
            self.private.put(page)
            layer.put(page)
        return answer

    def ask_either(self, text: str, address, environ, made_at: int | None, floor: int | None) -> Answer:
        """Ask Django, which may read a replica; when that fails, once more from the primary."""
        with reading(floor, made_at) as page:
            answer = self.ask(text, address, environ, made_at)
        if not page.replica:
            return answer
        if answer.status[:1] != "5":
            page.replica.served()
            return answer
        counts.add("again_on_primary")
        page.replica.trip()
        return self.ask(text, address, environ, made_at)

    def ask(self, text: str, address, environ, made_at: int | None) -> Answer:
        said = []

        def start_response(status, headers, *_error):
            said.append((status, headers))

        result = self.application(request_for(address, environ), start_response)
        try:
            body = b"".join(result)
        finally:
            if hasattr(result, "close"):
                result.close()
        status, headers = said[-1]
        page = None
        if made_at is not None and len(body) < settings.PAGE_CACHE_BYTES // 16:
            page = page_of(text, status, headers, body, made_at=made_at, born=shared().born)
            if page and page.expires <= time.time():
                page = None
        return Answer(status, [pair for pair in headers if pair[0] != "X-Page-Turns"], body, page)


def send(page: Page, now: float, environ, start_response):
    variant = page.best(acceptable(environ.get("HTTP_ACCEPT_ENCODING", "")))
    control = [("Cache-Control", page.cache_control(now)), ("X-Page-Position", str(page.checked_at))]
    known = environ.get("HTTP_IF_NONE_MATCH")
    if known and page.status[:3] == "200" and has_already(known, variant.etag):
        validator = [("ETag", variant.etag), ("Vary", "Accept-Encoding"), *page.validator]
        start_response("304 Not Modified", validator + control)
        return []
    start_response(page.status, variant.headers + control)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [variant.body]


def unshared(headers: list) -> list:
    """`headers` with which no cache keeps the answer."""
    dropped = {"cache-control", "surrogate-key", "x-page-turns"}
    kept = [(name, value) for name, value in headers if name.lower() not in dropped]
    return [*kept, ("Cache-Control", "private, no-store")]


def unstored(start_response):
    """A start_response for an editor's eyes only."""
    return lambda status, headers, *error: start_response(status, unshared(headers), *error)

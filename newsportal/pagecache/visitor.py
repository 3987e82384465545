"""Whether a request may have a page from the cache: its host, its scheme, and whether an editor is signed in."""

import re
import time
from http.cookies import CookieError, SimpleCookie
from importlib import import_module

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.db import Error, close_old_connections
from django.http.request import split_domain_port, validate_host

SESSION = re.compile(r"[a-z0-9]{32}")  # as Django makes them
# A session that is none stays none: a new one gets a new name.
NONE_FOR = 60  # seconds


class Visitors:
    def __init__(self):
        self.store = import_module(settings.SESSION_ENGINE).SessionStore
        self.hosts = {}
        self.strangers = {}  # session names that are nobody's → until when that is taken for granted

    def is_at_home(self, environ) -> bool:
        """Whether the request names a host of ours, by the scheme of ours. Django answers all others."""
        host = environ.get("HTTP_HOST", "")
        if host not in self.hosts:
            if len(self.hosts) > 100:
                self.hosts.clear()
            domain, _port = split_domain_port(host)
            self.hosts[host] = bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS)
        return self.hosts[host] and (not settings.SECURE_SSL_REDIRECT or is_secure(environ))

    def is_signed_in(self, environ) -> bool:
        """Whether the request carries the session of a signed-in editor. Other cookies mean nothing here."""
        cookies = environ.get("HTTP_COOKIE", "")
        if settings.SESSION_COOKIE_NAME not in cookies:
            return False
        name = session_name(cookies)
        if not SESSION.fullmatch(name) or self.strangers.get(name, 0) > time.monotonic():
            return False
        if (signed_in := self.look_up(name)) is not False:
            return bool(signed_in)
        if len(self.strangers) > 10_000:
            self.strangers.clear()
        self.strangers[name] = time.monotonic() + NONE_FOR
        return False

    def look_up(self, name: str) -> bool | None:
        """Whether the session is an editor's; None without the database: then there is no desk either."""
        for _try in range(2):
            try:
                return SESSION_KEY in self.store(name)
            except Error:
                close_old_connections()  # this one died since its last request
        return None


def is_secure(environ) -> bool:
    if settings.SECURE_PROXY_SSL_HEADER:
        header, secure = settings.SECURE_PROXY_SSL_HEADER
        if value := environ.get(header):
            return value.split(",", 1)[0].strip() == secure
    return environ.get("wsgi.url_scheme") == "https"


def session_name(cookies: str) -> str:
    try:
        found = SimpleCookie(cookies).get(settings.SESSION_COOKIE_NAME)
    except CookieError:
        return ""
    return found.value if found else ""

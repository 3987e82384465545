"""From what a request asks for to the address of one page: many spellings, one key."""

from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from django.conf import settings
from django.core.handlers.wsgi import get_path_info
from django.urls import NoReverseMatch, Resolver404, resolve, reverse

MOST_KNOWN = 20_000  # spellings of addresses that are remembered
LONGEST_KNOWN = 300  # characters of one of them: in all they take some 20 MB of a process at most
LONGEST = 2000  # characters of an address that is kept


@dataclass(frozen=True)
class Address:
    path: str
    query: str

    def __str__(self):
        return f"{self.path}?{self.query}" if self.query else self.path


class Addresses:
    def __init__(self):
        self.known = {}

    def of(self, environ) -> tuple[str, Address] | None:
        """The page that a request asks for, also as text; None when it is none that a view marked shareable."""
        asked = environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", "")
        try:
            return self.known[asked]
        except KeyError:
            pass
        address = address_of(environ)
        found = (str(address), address) if address else None
        if len(self.known) > MOST_KNOWN:
            self.known.clear()
        if len(asked[0]) + len(asked[1]) < LONGEST_KNOWN:
            self.known[asked] = found
        return found


def address_of(environ) -> Address | None:
    try:
        match = resolve(get_path_info(environ))
        reads = getattr(match.func, "reads", None)
        if reads is None:
            return None
        # Numbers with zeros before them and the like name the same page.
        path = unquote(urlsplit(reverse(match.view_name, args=match.args, kwargs=match.kwargs)).path)
    except (Resolver404, NoReverseMatch, ValueError):
        return None
    address = Address(path, known_query(environ.get("QUERY_STRING", ""), reads))
    return address if len(str(address)) < LONGEST else None


def known_query(query: str, reads) -> str:
    """Of a query string the parameters in `reads` that have a value, the last of each, in the order of `reads`."""
    if not (query and reads):
        return ""
    try:
        given = dict(parse_qsl(query, max_num_fields=1000))
    except ValueError:
        return ""
    return urlencode([(name, given[name]) for name in reads if name in given])


def request_for(address: Address, environ) -> dict:
    """The request that makes a page: built from the address, and from nothing else that a reader sent."""
    site = urlsplit(settings.SITE_URL)
    made = {name: value for name, value in environ.items() if name.startswith("wsgi.")}
    made |= {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": address.path.encode().decode("latin-1"),
        "QUERY_STRING": address.query,
        "SERVER_NAME": site.hostname,
        "SERVER_PORT": str(site.port or (443 if site.scheme == "https" else 80)),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "",
        "HTTP_HOST": site.netloc,
        "wsgi.url_scheme": site.scheme,
        "wsgi.input": Nothing(),
    }
    if settings.SECURE_PROXY_SSL_HEADER:
        name, value = settings.SECURE_PROXY_SSL_HEADER
        made[name] = value
    return made


class Nothing:
    """The body of a request that has none."""

    def read(self, *_size):
        return b""

    readline = read

    def readlines(self, *_hint):
        return []

    def __iter__(self):
        return iter(())

"""Caches in front, each as docs/caching/ configures it: real Varnish and nginx, and the APIs of two networks."""

import json
import re
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from django.core.management import call_command
from django.urls import get_resolver

from articles.measuring.servers import CONFIGURATION, nginx_in_front, varnish_in_front
from articles.models import Article, FrontPurge
from newsportal import pagecache
from newsportal.pagecache.fronts import front
from tests.factories import create_published, create_tag
from tests.servers import free_port, get, portal, program


@pytest.fixture
def origin(layer, settings, tmp_path, transactional_db, queue):
    """The port of the portal behind the cache."""
    settings.PAGE_CACHE_DIR = tmp_path / "pages"
    pagecache.shared.cache_clear()
    port = free_port()
    with portal(port, tmp_path):
        yield port


@pytest.fixture
def varnish(origin, settings, tmp_path):
    program("varnishd")
    port = free_port()
    settings.FRONT_CACHES = [f"varnish://127.0.0.1:{port}"]
    with varnish_in_front(port, origin, tmp_path / "varnish"):
        yield port


@pytest.fixture
def nginx(origin, settings, tmp_path):
    program("nginx")
    port = free_port()
    settings.FRONT_CACHES = [f"nginx:{tmp_path}/nginx/pages"]
    with nginx_in_front(port, origin, tmp_path / "nginx"):
        yield port


@pytest.fixture(params=["varnish", "nginx"])
def cache_in_front(request, transactional_db, queue):
    return request.getfixturevalue(request.param)


def is_hit(port, address, **headers) -> bool:
    return get(port, address, **headers)[1]["X-Cache"] == "HIT"


def warm(port, *addresses):
    for address in addresses:
        get(port, address)
        assert get(port, address)[1]["X-Cache"] == "HIT", str(get(port, address)[1])


def test_correction_is_seen_through_the_cache_within_a_second_and_other_pages_stay(cache_in_front):
    port = cache_in_front
    story, stranger = create_published(), create_published()
    warm(port, story.get_absolute_url(), stranger.get_absolute_url())

    started = time.monotonic()
    Article.objects.filter(pk=story.pk).update(body="<p>Kapal kandas.</p>")

    assert b"Kapal kandas" in get(port, story.get_absolute_url())[2]
    assert time.monotonic() - started < 5  # a second on a quiet machine: bin/benchmark measures it
    assert is_hit(port, stranger.get_absolute_url())


def test_published_story_is_on_the_front_page_behind_the_cache(cache_in_front):
    port = cache_in_front
    create_published()
    draft = Article.objects.create(headline="Baru saja", slug="baru")
    warm(port, "/", "/latest/")

    draft.publish()

    assert all(b"Baru saja" in get(port, address)[2] for address in ("/", "/latest/"))


def test_tracking_and_cookies_split_no_page_in_the_cache(cache_in_front):
    port = cache_in_front
    story = create_published(tags=[create_tag()])
    warm(port, story.get_absolute_url())

    assert is_hit(port, f"{story.get_absolute_url()}?utm_source=x&fbclid=y", Cookie="_ga=1; sessionid=junk")
    assert is_hit(port, story.get_absolute_url(), Accept="text/plain", X_Forwarded_Host="evil.example")
    assert b"evil" not in get(port, story.get_absolute_url())[2]


def test_readers_behind_the_cache_keep_nothing_without_asking(cache_in_front):
    port = cache_in_front
    story = create_published()
    warm(port, story.get_absolute_url())

    headers = get(port, story.get_absolute_url())[1]

    assert "max-age=0" in headers["Cache-Control"]
    assert "Surrogate-Key" not in headers
    assert get(port, story.get_absolute_url(), If_None_Match=headers["ETag"])[0] == 304


def test_desk_and_what_is_missing_are_never_kept(cache_in_front):
    for address in ("/admin/login/", "/nowhere/"):
        get(cache_in_front, address)
        assert not is_hit(cache_in_front, address)


def test_varnish_refuses_a_page_that_was_under_way_during_a_purge(varnish):
    """Another key is purged with a position of the future: all that is under way is older than that."""
    story = create_published()
    front(f"varnish://127.0.0.1:{varnish}").purge(["other"], time.time_ns() // 1_000_000 + 10**6)

    get(varnish, story.get_absolute_url())

    assert not is_hit(varnish, story.get_absolute_url())


def test_configurations_know_every_parameter_that_a_page_reads():
    read = set()
    for pattern in get_resolver("articles.urls").url_patterns:
        read |= set(getattr(pattern.callback, "reads", ()))

    for name in ("varnish.vcl", "nginx.conf"):
        (known,) = re.findall(r"\((after\|[a-z|]+)\)=", (CONFIGURATION / name).read_text())
        assert known.split("|") == sorted(read)


class Network(BaseHTTPRequestHandler):
    """The API of a network of caches: keeps what it was asked, and answers as the test wishes."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.asked.append((self.path, dict(self.headers), body))
        self.send_response(self.server.status)
        self.end_headers()
        self.wfile.write(b'{"success": true, "status": "ok"}')

    def log_message(self, *_line):
        """Says nothing."""


@pytest.fixture
def network():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Network)
    server.asked, server.status = [], 200
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def test_fastly_is_asked_by_surrogate_key(network, settings):
    settings.FASTLY_API, settings.FASTLY_TOKEN = f"http://127.0.0.1:{network.server_port}", "secret"

    front("fastly://abc").purge({f"article:{n}" for n in range(300)}, 1)

    (path, headers, _body), second = network.asked
    assert (path, headers["Fastly-Key"]) == ("/service/abc/purge", "secret")
    assert len(headers["Surrogate-Key"].split()) + len(second[1]["Surrogate-Key"].split()) == 300


def test_cloudflare_is_asked_by_tag_and_pages_carry_the_tags(network, settings, client):
    settings.CLOUDFLARE_API, settings.CLOUDFLARE_TOKEN = f"http://127.0.0.1:{network.server_port}", "secret"
    settings.FRONT_CACHES = ["cloudflare://zone"]

    front("cloudflare://zone").purge(["tag:1", "latest"], 1)

    ((path, headers, body),) = network.asked
    assert (path, headers["Authorization"]) == ("/zones/zone/purge_cache", "Bearer secret")
    assert json.loads(body) == {"tags": ["latest", "tag:1"]}
    assert "latest" in client.get("/").headers["Cache-Tag"].split(",")


def test_purge_that_fails_is_shown_at_the_desk_and_tried_again(network, settings, queue, desk):
    settings.FASTLY_API = f"http://127.0.0.1:{network.server_port}"
    network.status = 503

    FrontPurge.objects.begin(front("fastly://abc"), {"article:1"}, 1)
    FrontPurge.objects.begin(front("fastly://abc"), {"article:2"}, 2)

    assert len(network.asked) == 1  # the second waits behind the first
    assert "503" in FrontPurge.objects.failing()[0].problem
    assert "fastly://abc" in desk.get("/admin/").text
    network.status = 200
    time.sleep(1.1)
    call_command("worker", batch=True)
    assert not FrontPurge.objects.exists()
    assert {asked[1]["Surrogate-Key"] for asked in network.asked} == {"article:1", "article:2"}
    assert "fastly://abc" not in desk.get("/admin/").text


def test_network_that_took_a_purge_is_told_once_more(network, settings, queue):
    settings.FASTLY_API = f"http://127.0.0.1:{network.server_port}"

    FrontPurge.objects.begin(front("fastly://abc"), {"article:1"}, 1)

    assert (len(network.asked), FrontPurge.objects.failing().count(), FrontPurge.objects.count()) == (1, 0, 1)


def test_many_keys_become_all_pages(network, settings):
    settings.FASTLY_API = f"http://127.0.0.1:{network.server_port}"

    front("fastly://abc").purge({f"article:{n}" for n in range(5000)}, 1)

    assert [asked[1]["Surrogate-Key"] for asked in network.asked] == ["site"]

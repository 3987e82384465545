"""The shared layer of several machines, on a real Redis: also one that dies, hangs or holds junk."""

import os
import signal
import time
from threading import Event, Thread

import pytest
from redis import Redis

from articles.models import Article
from newsportal import pagecache
from newsportal.pagecache.page import compress, page_of
from newsportal.pagecache.redis import TABLE, RedisLayer
from newsportal.pagecache.touched import SharedLayerError, slot_of
from tests.factories import create_published
from tests.newsportal.pagecache.conftest import Site
from tests.servers import free_port, program, running


class Server:
    def __init__(self, port):
        self.port = port
        self.command = [program("redis-server"), "--port", str(port), "--save", "", "--bind", "127.0.0.1"]
        self.url = f"redis://127.0.0.1:{port}/0"
        self.start()

    def start(self):
        self.running = running(self.command, self.port)
        self.process = self.running.__enter__()

    def stop(self):
        self.running.__exit__(None, None, None)


@pytest.fixture
def redis():
    server = Server(free_port())
    yield server
    server.process.send_signal(signal.SIGCONT)
    server.stop()


@pytest.fixture
def site(redis, settings, transactional_db, queue):
    settings.REDIS_URL = redis.url
    pagecache.shared.cache_clear()
    yield Site()
    pagecache.shared.cache_clear()


def page(layer, *keys, address="/"):
    headers = [("Surrogate-Key", " ".join(keys)), ("Cache-Control", "public, s-maxage=3600")]
    made = page_of(address, "200 OK", headers, b"Kabar" * 1000, made_at=layer.position(), born=layer.born)
    compress(made)
    return made


def until(condition, seconds=5):
    """Whether the condition holds within some seconds."""
    end = time.monotonic() + seconds
    while not (held := condition()) and time.monotonic() < end:
        time.sleep(0.02)
    return held


def test_page_of_one_machine_is_found_by_another(redis):
    one, other = RedisLayer(redis.url), RedisLayer(redis.url)
    one.put(page(one, "article:1"))

    assert other.get("/").bodies == page(one, "article:1").bodies
    assert other.get("/latest/") is None


def test_purge_returns_when_every_process_has_heard_it(redis):
    layers = [RedisLayer(redis.url) for _each in range(4)]
    positions = [layer.position() for layer in layers]
    layers[0].put(page(layers[0], "article:1", "site"))
    layers[0].put(page(layers[0], "article:2", "site", address="/latest/"))

    layers[0].purge([slot_of("article:1")])

    assert all(
        layer.touched.since(position, [slot_of("article:1")]) for layer, position in zip(layers, positions, strict=True)
    )
    assert all(layer.get("/") is None and layer.get("/latest/") for layer in layers)


def test_page_made_before_a_purge_elsewhere_is_not_kept(redis):
    one, other = RedisLayer(redis.url), RedisLayer(redis.url)
    old = page(one, "article:1")

    other.purge([slot_of("article:1")])
    one.put(old)

    assert other.get("/") is None
    assert one.touched.since(old.made_at, old.slots)


def test_what_is_kept_beside_its_source_outlives_the_process_that_made_it(redis):
    first = RedisLayer(redis.url)
    made_at, born = first.position(), first.born
    first.purge([slot_of("tag:1")])
    later = RedisLayer(redis.url)  # has not heard that purge

    assert [layer.holds(made_at, born, [slot_of("article:1")]) for layer in (first, later)] == [True, True]
    assert [layer.holds(made_at, born, [slot_of("tag:1")]) for layer in (first, later)] == [False, False]
    assert not later.holds(made_at, born - 1, [slot_of("article:1")])
    redis.stop()
    assert until(lambda: not later.holds(made_at, born, [slot_of("article:1")]))
    redis.start()


def test_process_that_cannot_hear_trusts_nothing_of_its_own(redis):
    deaf = RedisLayer(redis.url)
    assert deaf.trusted_since() is not None

    redis.process.send_signal(signal.SIGSTOP)

    assert until(lambda: deaf.trusted_since() is None)
    redis.process.send_signal(signal.SIGCONT)
    assert until(lambda: deaf.trusted_since() is not None)


def test_one_makes_a_page_while_the_others_wait(redis):
    one, other = RedisLayer(redis.url), RedisLayer(redis.url)
    began, end, turns = Event(), Event(), []

    def make():
        with one.turn("/", 5) as mine:
            turns.append(mine)
            began.set()
            end.wait(5)

    thread = Thread(target=make)
    thread.start()
    began.wait(5)
    with other.turn("/", 0) as mine:
        turns.append(mine)
    end.set()
    with other.turn("/", 5) as mine:
        turns.append(mine)
    thread.join()

    assert turns == [True, False, True]


def test_site_keeps_and_purges_its_pages_in_redis(site):
    story = create_published()
    bodies = [site.get("/").body for _each in range(3)]
    assert len(set(bodies)) == 1 and len(site.made) == 1

    Article.objects.filter(pk=story.pk).update(headline="Kapal kandas")

    assert b"Kapal kandas" in site.get("/").body
    assert b"Kapal kandas" in Site().get("/").body


@pytest.mark.parametrize("blow", ["killed", "hanging", "emptied", "junk", "junk table"])
def test_broken_redis_costs_speed_only(site, redis, blow):
    story = create_published()
    site.get("/")
    client = Redis.from_url(redis.url)
    if blow == "killed":
        redis.stop()
    elif blow == "hanging":
        redis.process.send_signal(signal.SIGSTOP)
    elif blow == "emptied":
        client.flushall()
    elif blow == "junk":
        for key in client.scan_iter():
            client.set(key, os.urandom(300))
    else:
        client.delete(TABLE)
        client.lpush(TABLE, "junk")

    started = time.monotonic()
    assert {site.get("/").status for _each in range(20)} == {200}
    assert Site().get("/latest/").status == 200
    assert time.monotonic() - started < 5
    Article.objects.filter(pk=story.pk).update(headline="Kapal kandas")
    # Where Redis does not answer, a process trusts its pages for the two seconds of its lease.
    assert until(lambda: b"Kapal kandas" in site.get("/").body)
    if blow == "killed":
        redis.start()
    redis.process.send_signal(signal.SIGCONT)
    if blow != "junk table":
        assert until(lambda: site.get("/") and len(site.made) == (site.get("/"), len(site.made))[1])
    assert b"Kapal kandas" in site.get("/").body


def test_purge_that_redis_does_not_take_is_tried_again(site, redis):
    story = create_published()
    site.get("/")
    redis.stop()
    with pytest.raises(SharedLayerError):
        pagecache.purge(["article:1"])
    Article.objects.filter(pk=story.pk).update(headline="Kapal kandas")

    redis.start()
    Article.objects.filter(pk=story.pk).update(standfirst="Lagi.")

    assert until(lambda: b"Kapal kandas" in Site().get("/").body)

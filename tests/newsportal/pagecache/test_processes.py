"""Several processes of a real server at once, with readers who do not wait for the editor."""

import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event, Thread

import pytest

from articles.models import Article
from newsportal import pagecache
from tests.factories import create_published
from tests.servers import free_port, get, portal


@pytest.fixture
def served(layer, settings, tmp_path, transactional_db):
    """The port of a portal with three processes, which shares its pages with this one."""
    settings.PAGE_CACHE_DIR = tmp_path / "pages"
    pagecache.shared.cache_clear()
    port = free_port()
    with portal(port, tmp_path, workers=3):
        yield port


def made(tmp_path) -> list[str]:
    return (tmp_path / "made").read_text().split()


@contextmanager
def readers(port, address, number=8):
    """So many readers who ask for a page again and again; gives the list of what went wrong for them."""
    stop, wrong = Event(), []

    def read():
        while not stop.is_set():
            status, headers, body = get(port, address)
            if status != 200 or len(body) != int(headers["Content-Length"]):
                wrong.append((status, len(body)))

    threads = [Thread(target=read) for _each in range(number)]
    for thread in threads:
        thread.start()
    yield wrong
    stop.set()
    for thread in threads:
        thread.join()


def test_no_reader_gets_an_old_page_after_a_correction(served):
    story = create_published(headline="Versi 0")
    address = story.get_absolute_url()
    stale = []

    with readers(served, address) as wrong:
        for version in range(1, 21):
            Article.objects.filter(pk=story.pk).update(headline=f"Versi {version}", body=f"<p>Versi {version}.</p>")
            for _each in range(9):
                seen = set(re.findall(r"Versi \d+", get(served, address)[2].decode()))
                stale += [seen] if seen != {f"Versi {version}"} else []

    assert not stale
    assert not wrong


def test_page_that_is_gone_is_made_once_for_two_hundred_readers(served, tmp_path):
    story = create_published()
    address = story.get_absolute_url()
    get(served, address)
    before = made(tmp_path).count(address)

    pagecache.purge([f"article:{story.pk}"])
    with ThreadPoolExecutor(50) as pool:
        statuses = set(pool.map(lambda _each: get(served, address)[0], range(200)))

    assert statuses == {200}
    assert made(tmp_path).count(address) == before + 1


def test_junk_splits_no_page(served, tmp_path):
    story = create_published()
    address = story.get_absolute_url()
    get(served, address)

    def ask(number):
        junk = {"Cookie": f"_ga={number}; sessionid=x{number}", "Accept_Encoding": f"br;q=0.{number}, x{number}"}
        return get(served, f"{address}?utm_source={number}&fbclid=x", **junk)[0]

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(ask, range(300))) == {200}
    assert made(tmp_path).count(address) == 1

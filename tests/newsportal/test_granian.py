"""granian behind the same settings, with the page cache in each of its processes."""

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from articles.models import Article
from newsportal import pagecache
from tests.factories import create_published
from tests.servers import free_port, get, granian, gunicorn, portal

pytest.importorskip("granian", reason="granian is not installed: it is the extra [fast].")


@pytest.fixture
def shared_pages(settings, tmp_path, transactional_db):
    settings.PAGE_CACHE_DIR = tmp_path / "pages"
    pagecache.shared.cache_clear()
    yield tmp_path
    pagecache.shared.cache_clear()


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def test_page_is_the_same_bytes_under_both_servers(shared_pages):
    story = create_published(body=f"<p>{'Kapal berangkat. ' * 100}</p>")
    answers = {}
    port = free_port()
    for server in (gunicorn, granian):
        with portal(port, shared_pages, server=server):
            status, headers, body = get(port, story.get_absolute_url(), Accept_Encoding="br")
            kept = {name: headers[name] for name in ("ETag", "Vary", "Content-Encoding", "Surrogate-Key")}
            answers[server] = status, kept, body
            known = get(port, story.get_absolute_url(), Accept_Encoding="br", If_None_Match=headers["ETag"])
            assert (known[0], known[2]) == (304, b"")
            assert get(port, story.get_absolute_url(), "HEAD")[2] == b""

    assert answers[gunicorn] == answers[granian]
    assert (shared_pages / "made").read_text().split() == ["/robots.txt", story.get_absolute_url()]


def test_correction_is_seen_at_once_in_every_process(shared_pages):
    story = create_published()
    port = free_port()
    with portal(port, shared_pages, server=granian, workers=3) as server:
        for version in range(10):
            Article.objects.filter(pk=story.pk).update(headline=f"Versi {version}.")

            with ThreadPoolExecutor(6) as pool:
                seen = {f"Versi {version}." in page for page in pool.map(lambda _n: read(port, story), range(18))}

            assert seen == {True}
        assert len(children(server.pid)) >= 3


def read(port, story) -> str:
    return get(port, story.get_absolute_url())[2].decode()


def test_it_stops_at_a_word_with_all_its_processes(shared_pages):
    create_published()
    port = free_port()
    with portal(port, shared_pages, server=granian, workers=2) as server:
        assert get(port, "/latest/")[0] == 200
        processes = children(server.pid)
        began = time.monotonic()

        server.send_signal(signal.SIGTERM)

        assert server.wait(20) == 0
        assert time.monotonic() - began < 15
        assert not any(Path(f"/proc/{pid}").exists() for pid in processes)


def test_reload_loses_no_request(shared_pages):
    create_published()
    port = free_port()
    with portal(port, shared_pages, server=granian, workers=2) as server:
        before = set(children(server.pid))
        os.kill(server.pid, signal.SIGHUP)
        until, statuses = time.monotonic() + 20, set()

        while time.monotonic() < until and before & set(children(server.pid)):
            statuses.add(get(port, "/latest/")[0])

        assert statuses == {200}
        assert not before & set(children(server.pid))

"""PostgreSQL is stopped in earnest while people read: they get what is kept, or are asked to come again."""

import os
import subprocess
import sys

import pytest

from tests.postgres import primary
from tests.servers import free_port, get, gunicorn

# Nobody has asked for them before; some would be no page.
NOT_KEPT = (
    "/tags/",
    "/search/?q=kapal",
    "/articles/2026/01/31/kapal/",
    "/feed.atom",
    "/sitemap.xml",
    "/nowhere/",
    "/comments/1/",
)


@pytest.fixture
def database():
    with primary() as server:
        yield server


@pytest.fixture
def start(database, tmp_path):
    """Starts a portal on the database, its processes new and what they share as the last one left it."""
    environment = {
        "ALLOWED_HOSTS": "127.0.0.1",
        "DATABASE_URL": database.url,
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "SECRET_KEY": "tests",
        "SITE_LANGUAGE": "en",
        "VAR_DIR": str(tmp_path),
        "MADE": str(tmp_path / "made"),
    }
    port = free_port()
    environment["SITE_URL"] = f"http://127.0.0.1:{port}"
    migrate = [sys.executable, "-m", "django", "migrate", "--skip-checks"]
    subprocess.run(migrate, env=os.environ | environment, check=True, capture_output=True)
    return port, lambda: gunicorn("articles.measuring.counting_wsgi", port, **environment)


def test_process_that_has_made_no_page_gives_what_is_kept_and_asks_for_patience_otherwise(start, database):
    port, portal = start
    with portal():
        kept = {address: get(port, address)[2] for address in ("/", "/latest/", "/feed.rss")}
    database.stop()

    with portal():
        for address, body in kept.items():
            assert get(port, address)[::2] == (200, body)
        for address in NOT_KEPT:
            status, headers, body = get(port, address)
            assert status == 503, address
            assert headers["Retry-After"] and "no-store" in headers["Cache-Control"], address
            assert b"not available at the moment" in body, address
        assert get(port, "/admin/", Cookie=f"sessionid={'a' * 32}")[0] == 503
        assert get(port, "/tags/", "HEAD")[0] == 503
        # The pages that are kept are given in whatever state a reader's browser is.
        assert get(port, "/", Cookie=f"sessionid={'a' * 32}")[0] == 200

        database.start()
        assert get(port, "/tags/")[0] == get(port, "/")[0] == 200

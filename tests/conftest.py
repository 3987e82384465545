import pytest

from tests.factories import create_editor


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture(autouse=True)
def _database(db):
    """Every test has the real PostgreSQL, in a transaction that is rolled back."""


@pytest.fixture
def editor():
    return create_editor()


@pytest.fixture
def desk(client, editor):
    """A browser in which the editor is signed in."""
    client.force_login(editor)
    return client

import pytest

from newsportal import trial

trial.apply()


@pytest.fixture(autouse=True)
def _database(db):
    """Every test has the real PostgreSQL, in a transaction that is rolled back."""


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def editor():
    from tests.factories import create_editor

    return create_editor()


@pytest.fixture
def desk(client, editor):
    """A browser in which the editor is signed in."""
    client.force_login(editor)
    return client

import pytest


@pytest.fixture(autouse=True)
def _database():
    """The finder knows no database: its tests run without one."""


@pytest.fixture(autouse=True)
def _media():
    """Nor does it write files."""

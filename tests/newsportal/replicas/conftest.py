import os
import subprocess
import sys
import time
from contextlib import contextmanager

import django.db
import pytest
from django.conf import settings as site_settings
from django.core.management import call_command
from django.db import connections
from django.db.backends.postgresql.base import DatabaseWrapper

from newsportal import pagecache
from newsportal.counts import counts
from newsportal.replicas import watch
from newsportal.replicas.router import ReplicaRouter
from tests.newsportal.pagecache.conftest import Site, layer  # noqa: F401 -- a fixture
from tests.postgres import primary_and_replica


@pytest.fixture(scope="package")
def servers():
    """A primary with the portal's tables and a replica of it."""
    with primary_and_replica() as (primary, replica):
        environment = os.environ | {"DATABASE_URL": primary.url, "DJANGO_SETTINGS_MODULE": "newsportal.settings"}
        migrate = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
        subprocess.run(migrate, cwd=site_settings.BASE_DIR, env=environment, check=True, timeout=300)
        yield primary, replica


@pytest.fixture
def primary(servers, monkeypatch, settings, layer, queue):  # noqa: F811
    """The site's database is a primary with a replica, whose changes are committed, and it is empty."""
    primary, replica = servers
    usual = connections["default"]
    entries = {"default": entry(usual, primary), "replica1": entry(usual, replica)}
    monkeypatch.setitem(connections.settings, "replica1", entries["replica1"])
    connections["default"] = Connection(entries["default"], "default")
    connections["replica1"] = Connection(entries["replica1"], "replica1")
    monkeypatch.setattr(django.db.router, "routers", [ReplicaRouter()])
    settings.DATABASE_REPLICAS = ["replica1"]
    watch.replicas.clear()
    layer()
    try:
        yield primary
        call_command("flush", interactive=False, verbosity=0)
    finally:
        watch.replicas.clear()
        connections["default"].close()
        connections["replica1"].close()
        connections["default"] = usual
        del connections["replica1"]


@pytest.fixture
def replica(servers, primary):
    """It follows again after the test, whatever was done to it."""
    replica = servers[1]
    yield replica
    if replica.process.poll() is None:
        replica.hang(False)
    else:
        replica.start()
    replica.ask("SELECT pg_wal_replay_resume()")


@pytest.fixture
def site(primary, replica):
    site = Site()
    assert until(lambda: pagecache.shared() and watch.usable_replicas(0))
    return site


def entry(usual, server) -> dict:
    options = {"connect_timeout": 5}
    given = {"HOST": "127.0.0.1", "PORT": str(server.port), "USER": "postgres", "NAME": "postgres", "OPTIONS": options}
    return usual.settings_dict | {"ENGINE": "django.db.backends.postgresql", "CONN_HEALTH_CHECKS": True} | given


class Connection(DatabaseWrapper):
    def ensure_connection(self):
        """Without Django's look whether the test was announced to use this server."""
        if self.connection is None:
            with self.wrap_database_errors:
                self.connect()


def until(condition, seconds=15):
    """What the condition gives, once it is something, within some seconds."""
    end = time.monotonic() + seconds
    while not (held := condition()) and time.monotonic() < end:
        time.sleep(0.02)
    return held


@contextmanager
def counted(monkeypatch):
    """The names of what is counted inside."""
    names = []
    with monkeypatch.context() as patch:
        patch.setattr(counts, "add", lambda name, number=1: names.append(name))
        yield names

"""A real primary and a real replica of it, which lags, hangs and dies as replicas do."""

import time

import pytest
from django.db import connections, transaction

from articles.models import Article, Plate, Tag
from articles.models.plate import PlateQuerySet
from articles.purging import notice_changes
from newsportal import pagecache
from newsportal.replicas import reading, watch, written
from newsportal.replicas.watch import LEASE, usable_replicas
from tests.factories import create_comment, create_published
from tests.newsportal.replicas.conftest import counted, until


@pytest.fixture(autouse=True)
def _made_on(site, monkeypatch):
    """site.names has what was counted since the last look; and no failure of another test is remembered."""
    monkeypatch.setattr(PlateQuerySet, "paused_until", 0.0)
    with counted(monkeypatch) as names:
        site.names = names
        yield


def caught_up() -> bool:
    return until(lambda: usable_replicas(written()))


def server_of(site, address) -> str:
    """Where the page at the address was made just now, and that it was made."""
    site.names.clear()
    site.get(address)
    assert "made" in site.names
    return "replica" if "on_replica" in site.names and "again_on_primary" not in site.names else "primary"


def test_page_for_everyone_is_made_from_the_replica(site):
    story = create_published(headline="Kapal tiba")
    assert caught_up()

    assert server_of(site, story.get_absolute_url()) == "replica"
    assert b"Kapal tiba" in site.get(story.get_absolute_url()).body


def test_page_that_a_lagging_replica_could_make_comes_from_the_primary(site, replica):
    story = create_published(headline="Lama")
    assert caught_up()
    site.get(story.get_absolute_url())
    replica.ask("SELECT pg_wal_replay_pause()")

    Article.objects.filter(pk=story.pk).update(headline="Yang benar")

    assert server_of(site, story.get_absolute_url()) == "primary"
    assert b"Yang benar" in site.get(story.get_absolute_url()).body
    # The same in a process that has seen nothing so far, and once the replica has caught up.
    assert b"Yang benar" in type(site)().get("/latest/").body
    replica.ask("SELECT pg_wal_replay_resume()")
    assert caught_up()
    Tag.objects.create(name="x", slug="x")
    assert server_of(site, "/people/") in ("primary", "replica")
    pagecache.purge(["site"])
    assert caught_up()
    assert server_of(site, story.get_absolute_url()) == "replica"
    assert b"Yang benar" in site.get(story.get_absolute_url()).body


def test_no_page_is_old_while_the_replica_lags_again_and_again(site, replica):
    story = create_published(headline="Versi 0")
    address, places = story.get_absolute_url(), set()
    for version in range(1, 16):
        replica.ask(f"SELECT pg_wal_replay_{'pause' if version % 3 else 'resume'}()")
        Article.objects.filter(pk=story.pk).update(headline=f"Versi {version}.")
        if version % 3 == 0:
            assert caught_up()

        places.add(server_of(site, address))

        assert f"Versi {version}." in site.get(address).body.decode()
    assert places == {"primary", "replica"}


def test_new_story_is_not_missing_though_the_replica_does_not_know_it(site, replica):
    replica.ask("SELECT pg_wal_replay_pause()")
    story = create_published(headline="Baru saja")

    assert site.get(story.get_absolute_url()).status == 200
    assert b"Baru saja" in site.get("/latest/").body


def test_replica_that_dies_costs_speed_only_and_is_used_again_when_it_is_back(site, replica):
    story = create_published()
    assert caught_up()
    site.get("/latest/")
    replica.stop()

    # At once, before anybody has noticed.
    assert site.get(story.get_absolute_url()).status == 200
    assert until(lambda: not usable_replicas(0))
    assert server_of(site, "/people/") == "primary"
    replica.start()
    assert until(lambda: usable_replicas(written()))
    pagecache.purge(["site"])
    assert caught_up()
    assert until(lambda: pagecache.purge(["site"]) and caught_up() and server_of(site, "/people/") == "replica", 30)


def test_replica_that_hangs_while_a_page_is_made_is_hung_up_on(site, replica):
    story = create_published()
    assert caught_up()
    make, began = site.django, time.monotonic()

    def hang(environ, start_response):
        if len(site.made) == 1:
            connections["replica1"].ensure_connection()
            replica.hang()
        return make(environ, start_response)

    site.django = hang

    assert site.get(story.get_absolute_url()).status == 200
    assert time.monotonic() - began < 8
    assert not usable_replicas(0)
    assert server_of(site, "/people/") == "primary"


def test_replica_that_refuses_to_answer_a_page_is_left_out_and_the_page_made_again(site, primary, replica):
    story = create_published()
    assert caught_up()
    make = site.django

    def refuse(environ, start_response):
        page = list(make(environ, start_response))
        if len(site.made) == 1:
            start_response("500 Internal Server Error", [])
        return page

    site.django = refuse

    assert site.get(story.get_absolute_url()).status == 200
    assert "again_on_primary" in site.names
    assert not usable_replicas(0)


def test_server_that_is_no_replica_is_left_out(site, primary, monkeypatch):
    """As one that was promoted: it goes its own way from then on."""
    create_published()
    assert caught_up()
    with monkeypatch.context() as patch:
        patch.setitem(connections.settings, "replica1", connections.settings["replica1"] | {"PORT": str(primary.port)})
        watch.replicas.clear()
        assert not until(lambda: usable_replicas(0), LEASE * 2)
        assert server_of(site, "/people/") == "primary"
    watch.replicas.clear()


def test_everything_but_pages_for_everyone_reads_the_primary(site, client, desk):
    story = create_published()
    assert caught_up()

    with connections["replica1"].execute_wrapper(refuse):
        assert desk.get("/admin/articles/article/").status_code == 200
        assert desk.get(story.get_absolute_url()).status_code == 200
        assert client.get(story.get_absolute_url()).status_code == 200
        assert client.get("/replies/").status_code in (200, 302, 404)


def refuse(execute, sql, params, many, context):
    raise AssertionError(f"A replica was asked: {sql}")


def test_transaction_and_what_writes_read_the_primary(site):
    assert caught_up()
    with reading(0) as page:
        assert Tag.objects.db == "replica1"
        with transaction.atomic():
            assert Tag.objects.db == "default"
        assert Tag.objects.db == "replica1"
        tag = Tag.objects.create(name="Baru", slug="baru")
        assert Tag.objects.db == "default"
        assert Tag.objects.get(pk=tag.pk)
    assert page.replica is None
    assert Tag.objects.db == "default"


def test_page_that_connects_to_the_primary_on_its_way_leaves_the_purging_in_place(site):
    primary = connections["default"]
    primary.close()
    primary.execute_wrappers.clear()  # as before the first connection of a thread

    with reading(0) as page:
        list(Tag.objects.using("default"))

    assert notice_changes in primary.execute_wrappers
    assert page.notice not in primary.execute_wrappers


def test_rows_of_both_servers_are_the_same_rows(site):
    story = create_published()
    assert caught_up()
    with reading(0):
        known = Article.objects.get(pk=story.pk)
    assert known._state.db == "replica1"

    known.headline = "Dari dua server"
    known.save()

    assert Article.objects.get(pk=story.pk).headline == "Dari dua server"


def test_purge_carries_how_far_the_primary_had_written(site):
    before = written()
    create_published()

    assert before < pagecache.shared().touched.written <= written()


def test_kept_and_new_pages_are_served_from_the_replica_while_the_primary_is_away(site, primary):
    story = create_published(headline="Kapal tiba")
    assert caught_up()
    site.get("/latest/")
    primary.stop()
    try:
        assert b"Kapal tiba" in site.get(story.get_absolute_url()).body
        assert b"Kapal tiba" in site.get("/latest/").body
    finally:
        primary.start()
        connections["default"].close()


def test_parts_finished_from_the_replica_are_kept_and_are_never_old_while_it_lags(site, replica):
    story = create_published(headline="Versi 0")
    address = story.get_absolute_url()
    for version in range(1, 9):
        replica.ask(f"SELECT pg_wal_replay_{'pause' if version % 3 else 'resume'}()")
        Article.objects.filter(pk=story.pk).update(headline=f"Versi {version}.")
        create_comment(story, text=f"Balasan {version}.")
        if version % 3 == 0:
            assert caught_up()

        for _process in range(2):
            page = type(site)().get(address).body.decode()
            assert f"Versi {version}." in page and f"Balasan {version}." in page
            pagecache.purge(["unrelated"])
        assert Plate.objects.count() == 3


def test_page_that_keeps_its_parts_goes_on_reading_the_replica(site):
    story = create_published()
    assert caught_up()

    assert server_of(site, story.get_absolute_url()) == "replica"
    assert Plate.objects.count() == 3
    assert caught_up()
    pagecache.purge(["site"])
    assert caught_up()
    assert server_of(site, story.get_absolute_url()) == "replica"


def test_finished_parts_are_served_from_the_replica_while_the_primary_is_away(site, primary):
    story = create_published(headline="Kapal tiba")
    site.get(story.get_absolute_url())
    other = create_published(headline="Tak pernah diminta")
    assert caught_up()
    primary.stop()
    try:
        assert b"Kapal tiba" in site.get(f"{story.get_absolute_url()}?order=newest").body
        assert b"Tak pernah diminta" in site.get(other.get_absolute_url()).body
    finally:
        primary.start()
        connections["default"].close()
    assert not Plate.objects.filter(article=other).exists()

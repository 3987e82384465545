"""What load balancers and Prometheus are told."""

import os
import time
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import FrontPurge
from articles.purging import purge_again
from newsportal import health, metrics, pagecache
from newsportal.counts import PLACES, Counts, counts, sums
from newsportal.health import Look
from tests.factories import create_published
from tests.newsportal.pagecache.conftest import layer, site  # noqa: F401 -- fixtures
from tests.servers import free_port, get, portal


@pytest.fixture(autouse=True)
def _asked_anew(settings, tmp_path):
    settings.METRICS_DIR = tmp_path / "metrics"
    counts.__init__()
    for look in (*health.PARTS.values(), metrics.backlog):
        look.asked_at = -health.KEPT
    yield
    counts.__init__()


def read(text: str) -> dict:
    """Name with labels → value, of Prometheus's text form."""
    lines = [line.rpartition(" ") for line in text.splitlines() if not line.startswith("#")]
    return {name: float(value) for name, _space, value in lines}


def test_process_that_answers_is_alive_without_database_or_cache(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = client.get("/healthz")

    assert (answer.status_code, answer.text) == (200, "alive\n")
    assert "no-store" in answer["Cache-Control"]


def test_probe_may_come_by_any_host_and_scheme(client, settings):
    settings.SECURE_SSL_REDIRECT = True

    for address in ("/healthz", "/readyz"):
        assert client.get(address, headers={"host": "10.0.0.7"}).status_code == 200


def test_ready_process_says_so_of_each_part(client, layer):  # noqa: F811
    answer = client.get("/readyz")

    assert (answer.status_code, answer.text) == (200, "database: ok\nmigrations: ok\ncache: ok\n")


def test_missing_migration_is_not_ready(client, layer, monkeypatch):  # noqa: F811
    plan = "django.db.migrations.executor.MigrationExecutor.migration_plan"
    monkeypatch.setattr(plan, lambda self, targets: ["articles.9999_next"])

    answer = client.get("/readyz")

    assert (answer.status_code, answer.text.splitlines()[1]) == (503, "migrations: NotMigrated")


def test_cache_that_cannot_be_written_is_not_ready(client, settings, tmp_path):
    (tmp_path / "file").touch()
    settings.PAGE_CACHE_DIR = tmp_path / "file/pages"
    pagecache.shared.cache_clear()

    answer = client.get("/readyz")

    pagecache.shared.cache_clear()
    assert answer.status_code == 503
    assert answer.text.splitlines()[2].startswith("cache: ")
    assert answer.text.splitlines()[2] != "cache: ok"


def test_part_that_hangs_is_answered_in_time_and_asked_by_one_only(client, layer, monkeypatch):  # noqa: F811
    asked = []
    monkeypatch.setattr(health, "TIMEOUT", 0.2)
    monkeypatch.setitem(health.PARTS, "database", Look(lambda: asked.append(1) or time.sleep(3)))
    began = time.monotonic()

    answers = [client.get("/readyz") for _each in range(3)]

    assert time.monotonic() - began < 3
    assert {answer.status_code for answer in answers} == {503}
    assert answers[0].text.startswith("database: no answer")
    assert len(asked) == 1


def test_readiness_asked_often_costs_one_question_a_second(client, layer):  # noqa: F811
    asked = []
    look = Look(lambda: asked.append(1))

    assert {look.answer() for _each in range(50)} == {(None, None)}
    assert len(asked) == 1


def test_metrics_are_for_whoever_has_the_token(client, settings):
    assert client.get("/metrics").status_code == 404
    assert client.get("/metrics", headers={"authorization": "Bearer "}).status_code == 404
    settings.METRICS_TOKEN = "rahasia"

    for wrong in ("", "Bearer ", "Bearer rahasi", "rahasia", "Bearer é", "Basic rahasia"):
        assert client.get("/metrics", headers={"authorization": wrong}).status_code == 404
    assert client.get("/metrics", headers={"authorization": "Bearer rahasia"}).status_code == 200


def test_metrics_count_pages_by_where_they_came_from(site, client, settings):  # noqa: F811
    settings.METRICS_TOKEN = "rahasia"
    story = create_published()
    other = type(site)()
    for process in (site, site, site, other):
        process.get(story.get_absolute_url())
    site.get("/admin/login/")
    site.get("/nowhere/")

    found = read(client.get("/metrics", headers={"authorization": "Bearer rahasia"}).text)

    assert found['newsportal_pages_total{from="made"}'] == 1
    assert found['newsportal_pages_total{from="process"}'] == 2
    assert found['newsportal_pages_total{from="shared"}'] == 1
    assert found["newsportal_passed_total"] == 2
    assert found['newsportal_answers_total{status="2xx"}'] == 2
    assert found['newsportal_answers_total{status="4xx"}'] == 1
    assert found["newsportal_purges_total"] >= 1
    assert found["newsportal_django_microseconds_total"] > 0


def test_metrics_tell_what_waits(client, settings, queue):
    settings.METRICS_TOKEN = "rahasia"
    purge_again.enqueue()
    purge_again.using(run_after=timezone.now() + timedelta(hours=1)).enqueue()
    FrontPurge.objects.create(front="fastly://abc", keys=["x"], position=1, problem="503")

    found = {name: value for name, (_meaning, value) in metrics.measured().items()}

    assert (found['tasks{state="due"}'], found['tasks{state="later"}']) == (1, 1)
    assert found["oldest_task_seconds"] > 0
    assert found["front_purges_failing"] == 1


def test_each_name_is_explained_once_and_typed(client, settings):
    settings.METRICS_TOKEN = "rahasia"

    lines = client.get("/metrics", headers={"authorization": "Bearer rahasia"}).text.splitlines()

    typed = [line.split()[2] for line in lines if line.startswith("# TYPE")]
    assert len(typed) == len(set(typed))
    assert {name.partition("{")[0] for name in read("\n".join(lines))} == set(typed)


def test_counts_of_a_process_that_ended_stay_and_its_file_is_taken_over(settings):
    if not (child := os.fork()):
        Counts().add("made", 3)
        os._exit(0)
    os.waitpid(child, 0)
    assert sums()[PLACES["made"]] == 3

    Counts().add("made")

    assert sums()[PLACES["made"]] == 4
    assert len(list(settings.METRICS_DIR.iterdir())) == 1


def test_metrics_of_all_processes_are_added_up(tmp_path, transactional_db):
    port = free_port()
    create_published()
    with portal(port, tmp_path, workers=3, METRICS_TOKEN="rahasia"):
        for _each in range(30):
            get(port, "/latest/")
        found = read(get(port, "/metrics", Authorization="Bearer rahasia")[2].decode())

    assert sum(found[f'newsportal_pages_total{{from="{name}"}}'] for name in ("process", "shared", "made")) >= 30
    assert found["newsportal_database_up"] == 1

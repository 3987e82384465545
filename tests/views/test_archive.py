"""The archive by day, by the newsroom's clock."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from articles.models import Article, Touch
from tests.factories import create_article, create_published
from tests.queries import queries

NOON = datetime(2026, 11, 17, 5, tzinfo=UTC)  # noon of a Tuesday in the newsroom


@pytest.fixture(autouse=True)
def _noon():
    with time_machine.travel(NOON, tick=False):
        yield


def publish(moment, **overrides):
    return create_published(hours_ago=(NOON - moment) / timedelta(hours=1), **overrides)


def keys(client, address) -> set:
    return set(client.get(address).headers["Surrogate-Key"].split())


def touched() -> set:
    found = set(Touch.objects.values_list("key", flat=True))
    Touch.objects.all().delete()
    return found


def test_archive_leads_from_years_over_months_to_days_with_stories(client):
    publish(datetime(2023, 9, 14, 12, tzinfo=UTC))
    publish(datetime(2026, 10, 31, 16, 59, tzinfo=UTC))
    publish(datetime(2026, 10, 31, 17, 0, tzinfo=UTC))  # midnight
    publish(datetime(2026, 11, 16, 17, 0, tzinfo=UTC))
    create_article()

    years = client.get("/archive/").context["years"]
    days = client.get("/archive/2026/11/").context["days"]

    assert [(year, [month.month for month in months]) for year, months in years] == [(2026, [11, 10]), (2023, [9])]
    assert [day.day for day in days] == [17, 1]
    assert 'href="/archive/2026/11/17/"' in client.get("/archive/2026/11/").text
    assert 'href="/archive/2023/09/"' in client.get("/archive/").text


def test_day_has_its_stories_and_the_days_with_stories_around_it(client):
    publish(datetime(2023, 9, 14, 12, tzinfo=UTC))
    publish(datetime(2026, 10, 31, 17, 0, tzinfo=UTC), headline="Tengah malam")
    publish(datetime(2026, 11, 1, 16, 59, tzinfo=UTC), headline="Sebelum tengah malam")
    publish(datetime(2026, 11, 1, 17, 0, tzinfo=UTC))

    response = client.get("/archive/2026/11/01/")

    assert [story.headline for story in response.context["page"]] == ["Sebelum tengah malam", "Tengah malam"]
    assert 'rel="prev" href="/archive/2023/09/14/"' in response.text
    assert 'rel="next" href="/archive/2026/11/02/"' in response.text


def test_empty_day_and_month_say_so_and_lead_on(client):
    publish(datetime(2026, 10, 1, tzinfo=UTC))

    day, month = client.get("/archive/2026/10/02/"), client.get("/archive/2026/11/")

    assert "No story appeared on this day." in day.text and 'href="/archive/2026/10/01/"' in day.text
    assert "No story appeared in this month." in month.text and 'href="/archive/2026/10/"' in month.text


@pytest.mark.parametrize(
    "address",
    [
        *("2026/11/18/", "2026/12/", "2099/01/01/", "9999/12/31/", "0001/01/01/", "1899/12/31/", "1899/12/"),
        *("2026/13/", "2026/02/30/", "2026/00/", "2026/1/", "kemarin/"),
    ],
)
def test_day_to_come_or_one_that_never_was_is_404(client, address):
    assert client.get(f"/archive/{address}").status_code == 404


def test_today_and_the_first_day_that_has_an_address_answer(client):
    for day in ("2026/11/17", "1900/01/01", "2026/11", "1900/01"):
        assert client.get(f"/archive/{day}/").status_code == 200


def test_empty_newspaper_has_an_archive_that_says_so(client):
    assert 'class="empty"' in client.get("/archive/").text


def test_what_readers_cannot_see_is_not_in_the_archive(client):
    publish(NOON + timedelta(hours=2))
    publish(NOON - timedelta(days=40)).withdraw()
    publish(NOON - timedelta(days=80)).retract(reason="Salah.")
    ended = publish(NOON - timedelta(days=120))
    Article.objects.filter(pk=ended.pk).update(unpublish_at=NOON)

    assert client.get("/archive/").context["years"] == []
    assert not client.get("/archive/2026/11/17/").context["page"].rows


def test_scheduled_story_brings_its_day_when_it_appears(client):
    publish(NOON + timedelta(days=1))

    assert client.get("/archive/").context["years"] == []
    with time_machine.travel(NOON + timedelta(days=1, minutes=1)):
        assert client.get("/archive/2026/11/").context["days"][0].day == 18


def test_second_story_of_a_day_leaves_other_days_alone(client):
    publish(NOON - timedelta(days=3))
    first = publish(NOON - timedelta(hours=2))
    today, other, years = (keys(client, f"/archive/{each}") for each in ("2026/11/17/", "2026/11/14/", ""))
    touched()

    publish(NOON - timedelta(hours=1))
    second = touched()
    publish(NOON - timedelta(days=5))
    new_day = touched()
    first.withdraw()
    touched()

    assert [bool(page & second) for page in (today, other, years)] == [True, False, False]
    assert [bool(page & new_day) for page in (today, other, years)] == [True, True, True]


def test_last_story_of_a_day_takes_the_day_with_it(client):
    story = publish(NOON - timedelta(days=3))
    publish(NOON)
    pages = [keys(client, f"/archive/{each}") for each in ("", "2026/11/", "2026/11/17/")]
    touched()

    story.withdraw()

    gone = touched()
    assert all(page & gone for page in pages)


def test_long_day_pages_by_key(client):
    for n in range(25):
        publish(NOON - timedelta(minutes=n), headline=f"Kabar {n}")

    first = client.get("/archive/2026/11/17/").context["page"]
    second = client.get("/archive/2026/11/17/", {"before": first.next}).context["page"]

    assert len({story.pk for story in [*first, *second]}) == 25
    assert client.get("/archive/2026/11/17/?before=x").status_code == 400


def test_archive_is_in_the_sitemap(client):
    publish(datetime(2023, 9, 14, 12, tzinfo=UTC))
    publish(NOON - timedelta(hours=1))

    assert "/sitemaps/archive.xml" in client.get("/sitemap.xml").text
    found = client.get("/sitemaps/archive.xml").text
    for address in ("/archive/2023/09/", "/archive/2023/09/14/", "/archive/2026/11/", "/archive/2026/11/17/"):
        assert f"{address}</loc>" in found


def test_breadcrumbs_lead_back(client):
    page = client.get("/archive/2026/11/17/").text

    for step in ('href="/">', 'href="/archive/">', 'href="/archive/2026/11/">', 'aria-current="page">17 November 2026'):
        assert step in page


@pytest.mark.parametrize(
    ("address", "most"),
    [("archive/", 4), ("archive/2026/11/", 5), ("archive/2026/11/16/", 4), ("sitemaps/archive.xml", 3)],
)
def test_queries_do_not_grow_with_rows(client, address, most):
    def fill(number):
        for n in range(number):
            publish(NOON - timedelta(days=n + 1))
            publish(NOON - timedelta(days=31 * n))

    fill(2)
    few = queries(client, f"/{address}")
    fill(6)

    assert queries(client, f"/{address}") == few <= most


def test_day_expires_when_the_next_story_appears(client):
    publish(timezone.now() + timedelta(minutes=10))

    assert "s-maxage=600" in client.get("/archive/2026/11/17/").headers["Cache-Control"]

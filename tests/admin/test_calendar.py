"""The calendar of what is due at the desk."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.due import SIZE, Calendar
from articles.models import Article
from tests.factories import create_article, create_author, create_photo, create_published, create_section

CALENDAR = "admin:articles_article_calendar"
WIB = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 11, 25, 9, 0, tzinfo=WIB)


@pytest.fixture(autouse=True)
def _clock():
    with time_machine.travel(NOW, tick=False):
        yield


def at(hours: float) -> datetime:
    return NOW + timedelta(hours=hours)


def create_everything():
    create_published(hours_ago=-2, headline="Terjadwal")
    create_article(headline="Diembargo", embargo=at(26))
    create_published(headline="Berakhir").plan(unpublish_at=at(3), review_by=None)
    create_published(headline="Ditinjau").plan(unpublish_at=None, review_by=date(2026, 11, 28))
    create_published(headline="Bergambar", lead_photo=create_photo(licence_expires_on=date(2026, 11, 27)))


def look(client, **asked) -> str:
    page = client.get(reverse(CALENDAR), asked)
    assert page.status_code == 200
    return " ".join(page.content.decode().split())


def test_everything_that_is_due_stands_in_one_agenda_in_the_order_of_time_and_names_the_zone(desk):
    create_everything()

    page = look(desk)

    places = [page.index(name) for name in ("Terjadwal", "Berakhir", "Diembargo", "Bergambar", "Ditinjau")]
    assert places == sorted(places)
    assert "(WIB)" in page
    assert "11:00" in page
    assert "Overdue" not in page


def test_what_is_overdue_stands_on_top_and_what_happens_by_itself_never_is(desk):
    create_everything()
    create_published(headline="Lama", lead_photo=create_photo(licence_expires_on=date(2026, 11, 1)))
    late = create_published(headline="Terlambat")
    Article.objects.filter(pk=late.pk).update(review_by=date(2026, 11, 20))
    create_published(headline="Mulai hari ini", lead_photo=create_photo(licence_expires_on=NOW.date()))
    create_photo(alt="Tak terpakai", licence_expires_on=date(2026, 11, 1))

    page = look(desk)

    overdue = page[page.index("Overdue") : page.index("Terjadwal")]
    assert "Lama" in overdue
    assert "Mulai hari ini" in overdue
    assert "Terlambat" in overdue
    assert "Tak terpakai" not in page


def test_a_story_that_appears_when_its_embargo_ends_is_told_of_once():
    create_article(embargo=at(2)).publish()

    due, _next = Calendar().page()

    assert [each.kind.name for each in due] == ["scheduled"]


def test_the_agenda_goes_on_page_by_page_and_leaves_nothing_out():
    create_everything()
    for _n in range(SIZE):
        create_published(hours_ago=-24).plan(unpublish_at=at(48), review_by=date(2026, 11, 26))

    pages, place = [], None
    while not pages or place:
        due, place = Calendar().page(after=place)
        pages.append(due)

    found = [each.place for page in pages for each in page]
    assert len(found) == len(set(found)) == 5 + 3 * SIZE
    assert found == sorted(found)
    assert [len(page) for page in pages] == [SIZE, SIZE, SIZE, 5]


def test_the_next_page_is_reached_by_its_link(desk):
    for _n in range(SIZE + 1):
        create_published(hours_ago=-24)
    last = create_published(hours_ago=-30, headline="Paling akhir")

    first = look(desk)
    assert last.headline not in first
    address = first.split("after=")[1].split('"')[0]

    page = desk.get(f"{reverse(CALENDAR)}?after={address}").content.decode()
    assert last.headline in page


def test_a_month_shows_each_day_and_leads_to_the_agenda_for_the_rest(desk):
    create_everything()
    for _n in range(7):
        create_published(hours_ago=-24)

    page = look(desk, month="2026-11")

    assert "Terjadwal" in page
    assert "3 more" in page  # of the 26th: seven stories appear, and an embargo ends
    assert "start=2026-11-26" in page
    assert "December 2026" in page
    assert look(desk, month="2026-12")


def test_a_month_shows_the_end_of_a_licence_of_a_picture_in_a_text(desk):
    photo = create_photo(alt="Kapal di dermaga", licence_expires_on=date(2026, 11, 27))
    create_published(headline="Bergambar", body=f'<figure data-photo="{photo.pk}"></figure>')

    page = look(desk, month="2026-11")

    assert "Kapal di dermaga" in page.split('datetime="2026-11-27"')[1].split('datetime="2026-11-28"')[0]
    assert "Bergambar" in look(desk)


def test_only_mine_and_only_a_section(desk, editor):
    section, author = create_section(), create_author(user=editor)
    create_published(hours_ago=-2, headline="Punyaku", authors=[author])
    create_published(hours_ago=-2, headline="Rubrikku", section=section)
    create_published(
        headline="Gambarku", authors=[author], lead_photo=create_photo(licence_expires_on=date(2026, 11, 26))
    )

    mine, of_section = look(desk, mine="on"), look(desk, section=section.pk)

    assert "Punyaku" in mine and "Gambarku" in mine and "Rubrikku" not in mine
    assert "Rubrikku" in of_section and "Punyaku" not in of_section and "Gambarku" not in of_section


@pytest.mark.parametrize(
    "asked", ["after=x", "after=2026-01-01T00:00:00.000000Z,9,1", "month=x", "start=x", "section=x"]
)
def test_a_damaged_address_is_answered_with_a_sentence(desk, asked):
    page = desk.get(f"{reverse(CALENDAR)}?{asked}")

    assert page.status_code == 400


def test_who_may_not_see_stories_does_not_see_what_is_due(allowed):
    assert allowed("view_comment").get(reverse(CALENDAR)).status_code == 403
    assert allowed("view_article").get(reverse(CALENDAR)).status_code == 200


def test_the_calendar_asks_the_database_no_more_often_when_more_is_due(desk):
    def queries(**asked) -> int:
        with CaptureQueriesContext(connection) as captured:
            look(desk, **asked)
        return len(captured)

    create_everything()
    few = queries(), queries(month="2026-11")
    for _n in range(5):
        create_everything()

    assert (queries(), queries(month="2026-11")) == few
    assert max(few) < 20

"""Arranging fronts at the desk."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.admin.working_copy import written
from articles.models import Arrangement, Section
from articles.models.front import front_page
from tests.admin.forms import fields
from tests.factories import arrange, create_article, create_editor, create_published, create_section

FRONT = reverse("admin:articles_arrangement_arrange", args=[0])
PREVIEW = reverse("admin:articles_arrangement_preview", args=[0])
PREVIEW_PAGE = reverse("admin:articles_arrangement_preview_page", args=[0])
UNDO = reverse("admin:articles_arrangement_undo", args=[0])

LATER = timezone.now() + timedelta(days=30)


def press(client, response, **buttons):
    """The page that comes back when a button of the form in `response` is pressed, or something was typed before."""
    return client.post(FRONT, fields(response) | buttons)


def slots(response) -> list:
    return [slot.story for slot in response.context["slots"]]


def test_a_story_is_placed_moved_and_taken_out_and_readers_see_it_once_saved(desk, editor):
    [first, second, third] = [create_published(hours_ago=hour) for hour in (1, 2, 3)]

    page = press(desk, desk.get(FRONT), place=third.pk)
    assert slots(page)[0] == third and "not saved yet" in page.text
    page = press(desk, page, place=f"{second.pk}:1")
    assert slots(page)[:2] == [second, third]
    page = press(desk, page, down=1)
    assert slots(page)[:2] == [third, second]
    page = press(desk, page, move="2:4")
    assert slots(page) == [third, None, None, second, None]
    page = press(desk, page, remove=4)
    assert slots(page) == [third, None, None, None, None]
    assert front_page().lead == first

    assert press(desk, page, save=1).status_code == 302
    assert front_page().lead == third
    held = Arrangement.objects.of(None).first()
    assert held.created_by == editor
    assert LogEntry.objects.filter(object_id=held.pk, user=editor).exists()


def test_a_story_that_is_placed_again_moves_and_one_for_which_no_slot_is_left_is_named(desk):
    stories = [create_published(hours_ago=hour) for hour in range(1, 7)]
    arrange(None, dict(enumerate(stories[:5], start=1)))

    page = press(desk, desk.get(FRONT), place=f"{stories[4].pk}:1")
    assert slots(page) == [stories[4], *stories[:4]]
    page = press(desk, page, place=stories[5].pk, into=2)

    assert slots(page) == [stories[4], stories[5], *stories[:3]]
    assert f"“{stories[3].headline}” has no slot any more." in page.text


def test_a_pin_with_an_end_in_the_newsrooms_zone(desk):
    [newer, older] = [create_published(hours_ago=hour) for hour in (1, 2)]
    ends = (timezone.now() + timedelta(hours=2)).replace(second=0, microsecond=0)

    page = press(desk, desk.get(FRONT), place=older.pk)
    assert "Until (WIB)" in page.text
    press(desk, page, save=1, **{"slot-1-until": written(ends)})

    assert front_page().lead == older
    with time_machine.travel(ends):
        assert front_page().lead == newer
        assert slots(desk.get(FRONT))[0] is None


@pytest.mark.parametrize(
    ("moments", "sentence"),
    [
        ({"slot-1-until": "2020-01-01T10:00"}, "This moment has passed."),
        ({"slot-1-until": "kapan-kapan"}, "Enter a valid date/time."),
        ({"slot-1-until": "9999-12-31T23:59"}, "Choose a moment within ten years from now."),
        ({"slot-1-starts_at": "0001-01-01T00:00"}, "Choose a moment within ten years from now."),
        (
            {"slot-1-starts_at": "2030-01-02T00:00", "slot-1-until": "2030-01-01T00:00"},
            "It would end before it begins.",
        ),
    ],
)
def test_a_wrong_moment_is_said_at_its_field_and_nothing_is_lost(desk, moments, sentence):
    story = create_published()

    page = press(desk, press(desk, desk.get(FRONT), place=story.pk), save=1, **moments)

    assert page.status_code == 422 and sentence in page.text
    assert slots(page)[0] == story and all(f'value="{typed}"' in page.text for typed in moments.values())
    assert not Arrangement.objects.exists()


def test_the_second_of_two_editors_sees_what_the_first_saved_and_loses_nothing(desk):
    [theirs, mine] = [create_published(hours_ago=hour) for hour in (1, 2)]
    colleague = create_editor(username="ani")
    page = press(desk, desk.get(FRONT), place=mine.pk)
    arrange(None, {1: theirs}, by=colleague)

    refused = press(desk, page, save=1)

    assert refused.status_code == 422 and "somebody else arranged this front" in refused.text
    assert "Saved by ani" in refused.text and theirs.headline in refused.text
    assert slots(refused)[0] == mine and front_page().lead == theirs
    assert press(desk, refused, save=1).status_code == 302
    assert front_page().lead == mine


def test_undo_and_the_history_of_who_arranged_what(desk):
    [one, other] = [create_published(hours_ago=hour) for hour in (1, 2)]
    arrange(None, {1: one}, by=create_editor(username="ani"))
    arrange(None, {1: other}, by=create_editor(username="budi"))

    response = desk.post(UNDO, fields(desk.get(FRONT)), follow=True)

    assert "Undone" in response.text and front_page().lead == one
    history = desk.get(reverse("admin:articles_arrangement_history", args=[0])).text
    assert "ani" in history and "budi" in history and "undone: 2 again" in history
    assert slots(desk.get(FRONT, {"version": 3}))[0] == other


def test_an_undo_of_what_a_colleague_saved_meanwhile_undoes_nothing(desk):
    [one, other] = [create_published(hours_ago=hour) for hour in (1, 2)]
    arrange(None, {1: one})
    page = desk.get(FRONT)
    arrange(None, {1: other})

    response = desk.post(UNDO, fields(page), follow=True)

    assert "Nothing was undone" in response.text and front_page().lead == other


def test_the_preview_is_the_readers_page_at_that_moment_with_what_is_not_saved(desk):
    now = timezone.now()
    shown = create_published(headline="Sudah terbit")
    create_published(headline="Terbit nanti", hours_ago=-3)
    create_article(headline="Konsep rahasia")
    page = press(desk, desk.get(FRONT), place=shown.pk)

    response = press(desk, page, preview=1, at=written(now + timedelta(hours=4)))
    preview = desk.get(response.url)
    framed = desk.get(preview.context["framed"])

    assert "not saved" in preview.text and "frame-src 'self'" in preview["Content-Security-Policy"]
    assert framed.text.index("Sudah terbit") < framed.text.index("Terbit nanti") and "rahasia" not in framed.text
    assert "front__lead" in framed.text and 'name="robots" content="noindex"' in framed.text
    assert "frame-ancestors 'self'" in framed["Content-Security-Policy"]
    assert framed["X-Frame-Options"] == "SAMEORIGIN" and "no-store" in framed["Cache-Control"]
    assert "Terbit nanti" not in desk.get(PREVIEW_PAGE).text
    assert "frame-ancestors 'none'" in desk.get("/")["Content-Security-Policy"]


@pytest.mark.parametrize("at", ["kapan-kapan", "2020-01-01T10:00", "9999-12-31T23:59", "\0"])
def test_a_preview_of_no_future_moment_says_so_and_shows_now(desk, at):
    create_published(headline="Sudah terbit")

    assert "errornote" in desk.get(PREVIEW, {"at": at}).text
    assert "Sudah terbit" in desk.get(PREVIEW_PAGE, {"at": at}).text


def test_a_sections_front_is_arranged_and_previewed_too(desk):
    town = create_section(slug="kota")
    [newer, older] = [create_published(hours_ago=hour, section=town) for hour in (1, 2)]
    elsewhere = create_published(section=create_section())
    address = reverse("admin:articles_arrangement_arrange", args=[town.pk])

    page = desk.get(address)
    assert elsewhere.headline not in page.text
    page = desk.post(address, fields(page) | {"place": older.pk})
    assert desk.post(address, fields(page) | {"save": 1}).status_code == 302

    readers = Client().get("/sections/kota/").text
    assert readers.index(older.headline) < readers.index(newer.headline)
    framed = desk.get(reverse("admin:articles_arrangement_preview_page", args=[town.pk])).text
    assert framed.index(older.headline) < framed.index(newer.headline)


def test_a_search_finds_stories_to_place_drafts_too_but_no_retracted_one(desk):
    draft, gone = create_article(headline="Ombak tinggi"), create_published(headline="Ombak rendah")
    gone.retract(reason="Keliru.")

    page = press(desk, desk.get(FRONT), find=1, q="ombak")

    assert [each.story for each in page.context["candidates"]] == [draft]


def test_what_cannot_be_read_breaks_nothing(desk):
    story = create_published()
    junk = {"slot-1-story": "x", "slot-2-story": "9" * 30, "slot-3-story": str(story.pk), "slot-4-story": str(story.pk)}
    junk |= {"number": "x", "up": "99", "move": "1:99", "remove": "-1", "place": "x:y", "into": "x", "q": "\0"}

    page = desk.post(FRONT, junk)

    assert page.status_code == 200 and slots(page) == [None, None, story, None, None]
    assert desk.post(FRONT, junk | {"save": 1, "number": "9" * 18}).status_code == 422
    for address in (f"{FRONT}?version=x", f"{FRONT}?version={'9' * 18}", f"{FRONT}history/?before={'9' * 18}"):
        assert desk.get(address).status_code == 200
    assert desk.get(f"{FRONT}history/?before=x").status_code == 400
    assert desk.get(reverse("admin:articles_arrangement_arrange", args=[10**17])).status_code == 404


def test_a_story_deleted_meanwhile_leaves_its_slot_and_the_editor_is_told(desk):
    draft = create_article()
    page = press(desk, desk.get(FRONT), place=draft.pk)
    draft.delete()

    page = press(desk, page, save=1)

    assert "was deleted meanwhile" in page.text and slots(page)[0] is None
    assert not Arrangement.objects.exists()


def test_only_who_may_arrange_fronts_sees_and_changes_them(allowed):
    create_published()
    others = allowed("publish_article", "change_article", "view_article", "change_section")
    for address in (FRONT, PREVIEW, PREVIEW_PAGE, f"{FRONT}history/", reverse("admin:articles_arrangement_changelist")):
        assert others.get(address).status_code == 403
    for address in (FRONT, UNDO):
        assert others.post(address, {"save": 1}).status_code == 403
    assert FRONT not in others.get(reverse("admin:index")).text

    chief = allowed("arrange_front")
    assert chief.get(reverse("admin:articles_arrangement_changelist")).status_code == 200
    assert chief.post(FRONT, fields(chief.get(FRONT)) | {"save": 1}).status_code == 302
    assert FRONT in chief.get(reverse("admin:index")).text


def test_who_may_not_see_drafts_cannot_place_them(allowed):
    draft, shown = create_article(), create_published()
    chief = allowed("arrange_front")

    page = press(chief, chief.get(FRONT), place=draft.pk)

    assert slots(page)[0] is None and "can no longer be placed" in page.text
    assert slots(press(chief, page, place=shown.pk))[0] == shown


def test_the_pages_ask_as_much_for_many_as_for_few(desk):
    def queries():
        counts = []
        for address in (FRONT, f"{FRONT}history/", PREVIEW, reverse("admin:articles_arrangement_changelist")):
            with CaptureQueriesContext(connection) as captured:
                assert desk.get(address).status_code == 200
            counts.append(len(captured))
        return counts

    def fill(number):
        stories = [create_published(hours_ago=hour, section=create_section()) for hour in range(-number, number)]
        for section in [None, *Section.objects.all()]:
            arrange(section, dict(enumerate(stories[:number], start=1)))

    fill(1)
    queries()
    few = queries()
    fill(5)

    assert queries() == few and max(few) < 20

"""Arranging the front page by dragging, by keyboard and without JavaScript; two editors at once; its preview."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse

from articles.models import Arrangement
from articles.models.front import front_page
from tests.factories import arrange, create_editor, create_published

pytestmark = pytest.mark.browser

FRONT = reverse("admin:articles_arrangement_arrange", args=[0])
LONG = "Kapal tiba di dermaga lama " * 9


@pytest.fixture
def stories(signed_in):
    signed_in.wait_for_selector("#user-tools")
    return [create_published(hours_ago=hour, headline=f"Kabar nomor {hour}") for hour in range(1, 8)]


def wait_for(page, sentence):
    """Until the sentence was announced to screen readers too."""
    page.wait_for_function("said => document.querySelector('[data-live]').textContent.includes(said)", arg=sentence)


def placed() -> dict:
    held = Arrangement.objects.of(None).first()
    return {placement.slot: placement.article for placement in held.placements.select_related("article")}


def test_stories_are_dragged_into_slots_and_between_them(signed_in, stories):
    page = signed_in
    page.goto(FRONT)

    page.locator(".candidate", has_text="Kabar nomor 7").locator(".slot__handle").drag_to(
        page.locator("[data-slot='1']")
    )
    wait_for(page, "“Kabar nomor 7” now stands at Lead.")
    page.locator("[data-slot='1'] .slot__handle").drag_to(page.locator("[data-slot='4']"))
    wait_for(page, "“Kabar nomor 7” now stands at Fourth.")
    page.locator("[name=save]").click()
    page.wait_for_selector(".messagelist")

    assert placed() == {4: stories[6]}


def test_by_keyboard_the_focus_stays_with_the_story_and_each_move_is_announced(signed_in, stories):
    page = signed_in
    page.goto(FRONT)

    page.locator(".candidate", has_text="Kabar nomor 6").get_by_role("button").press("Enter")
    wait_for(page, "now stands at Lead.")
    page.keyboard.press("Alt+ArrowDown")
    wait_for(page, "now stands at Second.")
    page.keyboard.press("Alt+ArrowDown")
    wait_for(page, "now stands at Third.")
    page.keyboard.press("Enter")  # on the button “up”, where the focus is
    wait_for(page, "now stands at Second.")
    assert page.evaluate("document.activeElement.closest('[data-slot]').dataset.slot") == "2"
    page.locator("[name=save]").press("Enter")
    page.wait_for_selector(".messagelist")

    assert placed() == {2: stories[5]}


def test_what_is_typed_is_looked_for_at_once_and_the_rest_stays(signed_in, stories):
    page = signed_in
    page.goto(FRONT)

    page.locator("#q").press_sequentially("nomor 3")
    page.wait_for_function("() => document.querySelectorAll('.candidate').length === 1")

    assert page.evaluate("document.activeElement.id") == "q"
    page.locator(".candidate button").click()
    wait_for(page, "“Kabar nomor 3” now stands at Lead.")


def test_leaving_with_something_unsaved_asks_first(signed_in, stories):
    page = signed_in
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(FRONT)
    page.locator(".candidate button").first.click()
    wait_for(page, "now stands at Lead.")

    page.goto("/")

    assert asked == ["beforeunload"]


@pytest.mark.parametrize("context_options", [{"java_script_enabled": False}], ids=["no script"])
def test_without_javascript_every_move_is_a_button(signed_in, stories):
    page = signed_in
    page.goto(FRONT)

    page.locator(".candidate", has_text="Kabar nomor 5").get_by_role("button").click()
    page.locator("[data-slot='1'] [name=down]").click()
    page.locator("[data-slot='1'] [name=place]").click()
    page.locator("#q").fill("nomor 7")
    page.locator("#q").press("Enter")
    page.locator(".candidate button").click()
    page.locator("[data-slot='2'] [name=remove]").click()
    page.locator("[name=save]").click()

    assert placed() == {1: stories[0], 3: stories[6]}


def test_of_two_editors_the_second_sees_what_the_first_saved_and_keeps_what_is_typed(signed_in, stories):
    page = signed_in
    page.goto(FRONT)
    page.locator(".candidate", has_text="Kabar nomor 7").get_by_role("button").click()
    wait_for(page, "now stands at Lead.")
    arrange(None, {1: stories[3]}, by=create_editor(username="ani"))

    page.locator("[name=save]").click()

    theirs = page.locator(".arrange__theirs")
    assert "ani" in theirs.inner_text() and "Kabar nomor 4" in theirs.inner_text()
    assert "Kabar nomor 7" in page.locator("[data-slot='1']").inner_text()
    page.locator("[name=save]").click()
    page.wait_for_selector(".messagelist")
    assert front_page().lead == stories[6]


def test_the_preview_shows_the_readers_page_in_a_frame_at_both_widths(signed_in, stories):
    page = signed_in
    page.goto(FRONT)
    page.locator(".candidate", has_text="Kabar nomor 7").get_by_role("button").click()
    wait_for(page, "now stands at Lead.")

    with page.expect_popup() as opened:
        page.locator("[name=preview]").click()
    preview = opened.value
    for width, link in ((390, "Desktop"), (1280, "Phone")):
        frame = preview.frame_locator("iframe")
        assert frame.locator(".front__lead .card__headline").inner_text() == "Kabar nomor 7"
        assert frame.locator("html").evaluate("() => innerWidth") == width
        preview.get_by_role("link", name=link, exact=True).click()
    assert not Arrangement.objects.exists()


@pytest.mark.parametrize(
    "context_options",
    [{"bypass_csp": True}, {"bypass_csp": True, "viewport": {"width": 320, "height": 640}, "color_scheme": "dark"}],
    ids=["wide", "narrow and dark"],
)
def test_axe_finds_nothing_and_nothing_needs_scrolling_sideways(signed_in, stories, editor):
    stories[0].headline = LONG[:240]
    stories[0].save()
    arrange(None, {1: stories[0], 3: create_published(hours_ago=-5)}, by=editor)

    pages = [FRONT, f"{FRONT}history/", f"{FRONT}preview/", reverse("admin:articles_arrangement_changelist"), "/"]
    for address in pages:
        signed_in.goto(address)
        signed_in.wait_for_load_state("networkidle")
        if address == FRONT:
            signed_in.locator("[name=down]").first.click()
            wait_for(signed_in, "now stands at Second.")
        assert signed_in.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
        found = Axe().run(signed_in).response["violations"]
        assert [(problem["id"], problem["nodes"][0]["html"]) for problem in found] == [], address
        if address == FRONT:
            signed_in.locator("[name=save]").click()
            signed_in.wait_for_selector(".messagelist")

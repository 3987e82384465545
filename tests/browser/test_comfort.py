"""What a reader sets and saves on a browser, and that it stays there."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.factories import create_published, create_section

pytestmark = pytest.mark.browser
PAPER = "getComputedStyle(document.body).backgroundColor"


def test_colours_and_text_size_hold_on_every_page_from_its_first_line_on(page):
    story = create_published()
    page.goto("/")
    bright, size = page.evaluate(PAPER), page.evaluate("getComputedStyle(document.documentElement).fontSize")
    page.get_by_role("button", name="Reading comfort").click()
    assert Axe().run(page, options={"preload": False}).violations_count == 0
    page.get_by_label("Dark").check()
    page.get_by_label("Largest").check()
    dark = page.evaluate(PAPER)

    # The part that would come late does not come at all: what was chosen does not wait for it.
    page.route("**/site.js", lambda route: route.fulfill(content_type="text/javascript", body=""))
    page.goto(story.get_absolute_url())

    assert page.evaluate(PAPER) == dark != bright
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "21px" != size
    assert page.context.cookies() == []
    page.unroute("**/site.js")
    page.reload()
    page.get_by_role("button", name="Reading comfort").click()
    page.get_by_label("As the device").check()
    page.reload()
    assert page.evaluate(PAPER) == bright


def test_saved_stories_are_listed_newest_first_and_can_be_taken_off(page):
    stories = [create_published(headline=f"Kabar {n}", section=create_section(name=f"Kota {n}")) for n in (1, 2)]
    for story in stories:
        page.goto(story.get_absolute_url())
        page.locator("[data-save]").click()
        expect(page.locator("[data-save]")).to_have_attribute("aria-pressed", "true")
    page.reload()
    expect(page.locator("[data-save]")).to_have_attribute("aria-pressed", "true")

    page.goto("/saved/")
    assert page.locator("[data-saved] h2").all_inner_texts() == ["Kabar 2", "Kabar 1"]
    assert page.get_by_text("Kota 1").first.is_visible()
    assert Axe().run(page, options={"preload": False}).violations_count == 0
    page.get_by_role("button", name="Remove").first.click()
    assert page.locator("[data-saved] h2").all_inner_texts() == ["Kabar 1"]
    page.get_by_role("link", name="Kabar 1").click()
    expect(page.locator("[data-save]")).to_have_attribute("aria-pressed", "true")
    page.locator("[data-save]").click()
    expect(page.locator("[data-save]")).to_have_attribute("aria-pressed", "false")
    page.goto("/saved/")
    assert page.get_by_text("Nothing saved yet.").is_visible()


def test_click_that_comes_before_its_script_is_done_when_it_is_there(page):
    waiting = []
    page.route("**/saved*.js", lambda route: waiting.append(route))
    page.goto(create_published().get_absolute_url())
    page.locator("[data-save]").click()
    while not waiting:
        page.wait_for_timeout(50)
    assert page.locator("[data-save]").get_attribute("aria-pressed") == "false"

    waiting[0].continue_()

    expect(page.locator("[data-save]")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize(
    "junk",
    ["no list", "{}", "null", json.dumps([{"path": "javascript:alert(1)", "headline": "x"}, {"path": 7}, None])],
)
def test_what_another_program_left_in_the_browser_breaks_nothing(page, junk):
    page.goto("/saved/")
    page.evaluate("(junk) => localStorage.setItem('saved', junk)", junk)
    page.reload()

    page.get_by_text("Nothing saved yet.").wait_for()
    assert page.locator("[data-saved] article").count() == 0


@pytest.mark.parametrize("context_options", [{"java_script_enabled": False}], ids=["no script"])
def test_without_scripts_nothing_is_offered_that_needs_them(page):
    page.goto(create_published().get_absolute_url())
    for button in page.locator("[data-save], [popovertarget]").all():
        assert not button.is_visible()

    page.goto("/saved/")
    assert page.locator("noscript p").is_visible()

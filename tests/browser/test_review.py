"""The review of a story's quotations by keyboard, and without JavaScript."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse

from articles.models import Quote
from articles.proposing import propose_quotes
from tests.factories import create_article

pytestmark = pytest.mark.browser

BODY = (
    "<p>“Air sungai naik dua meter sejak malam,” kata Kepala Desa Bagas Prakoso.</p>"
    "<p>“Kami belum menerima bantuan apa pun,” ujar Rini Astuti.</p>"
    "<p>“Jangan panik,” kata Dodi Hartono.</p>"
)


@pytest.fixture
def story(signed_in):
    signed_in.wait_for_selector("#user-tools")
    story = create_article(body=BODY)
    propose_quotes(story)
    return story


def address(story):
    return reverse("admin:articles_article_quotes", args=[story.pk])


def states(story):
    return list(story.quotes.in_order().values_list("status", flat=True))


def wait_for(page, *expected):
    """Until the cards show these states, in order."""
    page.wait_for_function(
        "expected => [...document.querySelectorAll('[data-card]')]"
        ".every((card, n) => card.classList.contains(`card--${expected[n]}`))",
        arg=list(expected),
    )


def test_one_key_each(signed_in, story):
    page = signed_in
    page.goto(address(story))

    page.keyboard.press("a")
    wait_for(page, "accepted", "proposed", "proposed")
    page.keyboard.press("j")
    page.keyboard.press("r")
    wait_for(page, "accepted", "proposed", "rejected")
    page.keyboard.press("u")
    wait_for(page, "accepted", "proposed", "proposed")
    assert states(story) == ["accepted", "proposed", "proposed"]


def test_a_correction_begins_with_a_key_and_typing_decides_nothing(signed_in, story):
    page = signed_in
    page.goto(address(story))

    page.keyboard.press("e")
    page.locator("[name=role]").fill("")
    page.locator("[name=role]").press_sequentially("area")
    page.locator("[name=correct]").click()
    page.wait_for_url("**last=*")

    quote = story.quotes.in_order()[0]
    assert (quote.status, quote.role) == (Quote.Status.ACCEPTED, "area")
    assert states(story)[1:] == ["proposed", "proposed"]


@pytest.mark.parametrize("context_options", [{"java_script_enabled": False}])
def test_without_javascript_every_decision_is_a_button(signed_in, story):
    page = signed_in
    page.goto(address(story))

    page.locator("button[name=accept]").first.click()
    page.locator("button[name=reject]").nth(1).click()

    assert states(story) == ["accepted", "rejected", "proposed"]


@pytest.mark.parametrize(
    "context_options",
    [{"bypass_csp": True}, {"bypass_csp": True, "viewport": {"width": 640, "height": 450}, "color_scheme": "dark"}],
    ids=["wide", "200 % and dark"],
)
def test_axe_finds_nothing_serious_and_nothing_needs_scrolling_sideways(signed_in, story, editor):
    first, second, _third = story.quotes.in_order()
    first.accept(by=editor)
    second.reject(by=editor)

    for query in ("", f"?edit={first.pk}"):
        signed_in.goto(address(story) + query)
        signed_in.wait_for_load_state("networkidle")
        assert signed_in.evaluate("document.documentElement.scrollWidth <= innerWidth")
        found = Axe().run(signed_in, context={"exclude": [".select2-container"]}).response["violations"]
        grave = [problem for problem in found if problem["impact"] in ("serious", "critical")]
        assert [(problem["id"], problem["nodes"][0]["html"]) for problem in grave] == []

"""Journeys over the versions of a story: two editors at once, what waits, and what readers are told."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse

from articles.models.content import content_of
from tests.factories import create_editor, create_published

pytestmark = pytest.mark.browser


def at(name, story, *args):
    return reverse(f"admin:articles_article_{name}", args=[story.pk, *args])


@pytest.fixture
def colleague(chromium, live_server):
    """A second browser, in which Sari is signed in."""
    create_editor(username="sari", password="kata sandi panjang")
    context = chromium.new_context(base_url=live_server.url, locale="id-ID")
    page = context.new_page()
    page.goto("/admin/")
    page.locator("[name=username]").fill("sari")
    page.locator("[name=password]").fill("kata sandi panjang")
    page.locator("[type=submit]").click()
    page.wait_for_selector("#user-tools")
    yield page
    context.close()


def test_two_editors_change_one_headline_and_the_second_sees_both(signed_in, colleague):
    story = create_published(headline="Kapal tiba")
    signed_in.goto(at("change", story))
    colleague.goto(at("change", story))
    signed_in.fill("[name=headline]", "Kapal tiba pagi")
    signed_in.click("[name=_save]")
    signed_in.wait_for_selector(".messagelist")

    colleague.fill("[name=headline]", "Kapal tiba sore")
    colleague.click("[name=_save]")

    colleague.wait_for_selector(".errornote")
    said = colleague.locator(".errornote, .errorlist").all_inner_texts()
    assert any("redaksi" in text for text in said) and any("pagi" in text for text in said)
    assert colleague.input_value("[name=headline]") == "Kapal tiba sore"
    colleague.click("[name=_save]")
    colleague.wait_for_selector(".messagelist")
    assert story.revisions.last().content["headline"] == "Kapal tiba sore"


def test_an_edit_waits_is_looked_at_and_goes_out_with_a_correction(signed_in):
    story = create_published(headline="Kapal tiba")
    signed_in.goto(at("change", story))
    signed_in.fill("[name=headline]", "Kapal belum tiba")
    signed_in.click("[name=_publish]")

    assert signed_in.locator("ins").inner_text() == "belum "
    signed_in.get_by_label("a correction").check()
    signed_in.get_by_label("What readers are told").fill("Kapal masih di laut.")
    signed_in.get_by_role("button", name="Publish the changes").click()
    signed_in.goto(story.get_absolute_url())
    signed_in.get_by_role("link", name="Versions of this story").click()
    signed_in.locator("summary").click()

    assert "Kapal masih di laut." in signed_in.locator(".step").inner_text()
    assert signed_in.locator("ins").inner_text() == "belum "


# Axe puts styles of its own into a page to measure it, which the policy would refuse.
@pytest.mark.parametrize("context_options", [{"bypass_csp": True}, {"bypass_csp": True, "color_scheme": "dark"}])
def test_axe_finds_nothing_on_the_pages_around_a_story_and_at_200_percent_nothing_is_cut_off(signed_in):
    story = create_published(headline="Kapal tiba", body="<p>Satu.</p><h2>Dua</h2><p>Tiga.</p>")
    story.revise(content_of(story) | {"headline": "Kapal belum tiba", "body": "<p>Satu saja.</p>"})
    story.correct(kind="correction", reason="Kapal masih di laut.")
    story.revise(content_of(story) | {"headline": "Kapal berlayar"})
    places = [at(name, story) for name in ("versions", "compare", "release", "preview_links", "retract", "preview")]
    places += ["/corrections/", reverse("articles:article_history", args=[story.published_on, story.slug])]
    findings = []

    for place in places:
        signed_in.goto(place)
        for summary in signed_in.locator("main summary").all():
            summary.click()
        found = Axe().run(signed_in).response["violations"]
        findings += [(place, each["id"], [node["html"][:160] for node in each["nodes"]][:4]) for each in found]
        signed_in.set_viewport_size({"width": 640, "height": 450})
        if signed_in.evaluate("document.documentElement.scrollWidth") > 640:
            findings.append((place, "needs scrolling sideways"))
        signed_in.set_viewport_size({"width": 1280, "height": 720})

    assert findings == []

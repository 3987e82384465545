"""Journeys at the desk. The fixture `page` fails a test whose pages break the Content-Security-Policy."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse

from articles.models import Article, Comment
from tests.factories import (
    create_article,
    create_author,
    create_citation,
    create_comment,
    create_photo,
    create_published,
    create_quote,
    create_section,
    create_tag,
)

pytestmark = pytest.mark.browser

NOUNS = ["article", "author", "comment", "photo", "section", "source", "sourceitem", "speaker", "tag"]


@pytest.fixture
def desk(signed_in):
    signed_in.wait_for_selector("#user-tools")
    return signed_in


@pytest.fixture
def story():
    """One of everything, in a story that readers see."""
    story = create_published(
        section=create_section(), authors=[create_author()], tags=[create_tag()], lead_photo=create_photo()
    )
    create_quote(story, citation=create_citation(story, title="Laporan"))
    create_comment(story, status=Comment.Status.HELD, text="Panjang. " * 60)
    return story


def address(name, *args):
    return reverse(f"admin:articles_{name}", args=args)


def body_of(page):
    return page.locator(".field-body [contenteditable=true]")


def test_every_page_of_the_desk_keeps_the_policy(desk, story):
    pages = [address(f"{noun}_changelist") for noun in NOUNS]
    pages += [address(f"{noun}_add") for noun in NOUNS if noun != "comment"]
    pages += [address("article_change", story.pk), address("article_preview", story.pk)]
    pages += [address("article_retract", story.pk), address("comment_change", story.comments.get().pk)]
    pages += [address("photo_change", story.lead_photo.pk), reverse("admin:index")]

    for place in pages:
        desk.goto(place)
        desk.wait_for_load_state("networkidle")
        assert desk.locator("h1").count()


def test_a_story_is_typed_tagged_and_published(desk, live_server):
    create_tag(name="Antariksa")
    desk.goto(address("article_add"))
    desk.fill("[name=headline]", "Kapal Tiba di Dermaga")
    body_of(desk).click()
    desk.keyboard.type("Kapal itu tiba.")
    desk.keyboard.press("Enter")
    desk.keyboard.type("Lalu pergi.")
    search = desk.locator(".field-tags .select2-search__field")
    search.type("antar")
    desk.locator(".select2-results__option", has_text="Antariksa").first.click()
    search.type("Tag Baru,")

    desk.click("[name=_publish]")

    desk.wait_for_selector(".messagelist .success")
    story = Article.objects.get()
    assert story.is_published() and story.slug == "kapal-tiba-di-dermaga"
    assert story.body == "<p>Kapal itu tiba.</p><p>Lalu pergi.</p>"
    assert {tag.name for tag in story.tags.all()} == {"Antariksa", "Tag Baru"}


def test_a_quote_stands_on_one_line_that_opens_and_a_new_one_is_open(desk, story):
    desk.goto(address("article_change", story.pk))
    words = desk.locator("[name=quotes-0-exact]")
    assert not words.is_visible()

    desk.locator("#quotes-0 summary").first.click()
    assert words.is_visible()

    desk.locator("#quotes-group .add-row a").click()
    assert desk.locator("[name=quotes-1-exact]").is_visible()


def test_a_whole_queue_is_approved_by_keyboard(desk, story):
    desk.goto(address("comment_changelist"))

    desk.locator("#action-toggle").focus()
    desk.keyboard.press("Space")
    desk.locator("button.verdict").first.focus()
    desk.keyboard.press("Enter")

    desk.wait_for_selector(".messagelist .success")
    assert story.comments.get().status == Comment.Status.APPROVED


@pytest.mark.parametrize("context_options", [{"java_script_enabled": False}])
def test_without_javascript_a_story_is_still_written(desk):
    story = create_article(body="<p>Isi.</p>")
    desk.goto(address("article_change", story.pk))

    desk.fill("textarea[name=body]", "<p>Isi baru.</p>")
    desk.click("[name=_save]")

    story.refresh_from_db()
    assert story.body == "<p>Isi baru.</p>"


@pytest.mark.parametrize("context_options", [{"viewport": {"width": 640, "height": 450}}])
@pytest.mark.parametrize("place", ["article_changelist", "article_add", "comment_changelist"])
def test_at_200_percent_zoom_nothing_needs_scrolling_sideways(desk, story, place):
    desk.goto(address(place))

    assert desk.evaluate("document.documentElement.scrollWidth") <= 640


# Axe puts styles of its own into a page to measure it, which the policy would refuse.
@pytest.mark.parametrize("context_options", [{"bypass_csp": True}])
def test_axe_finds_nothing_serious_on_our_pages(desk, story):
    create_citation(story)
    tags = [create_tag(), create_tag()]
    places = [reverse("admin:index"), address("article_changelist"), address("article_change", story.pk)]
    places += [address("article_retract", story.pk), address("comment_changelist")]
    places += [address("comment_change", story.comments.get().pk), address("photo_changelist")]
    places += [address("photo_add"), address("photo_change", story.lead_photo.pk)]
    findings = []

    for place in places:
        desk.goto(place)
        findings += serious(desk, place)
    desk.goto(address("tag_changelist"))
    for tag in tags:
        desk.check(f'[name=_selected_action][value="{tag.pk}"]')
    desk.select_option("[name=action]", "merge")
    desk.click("button[name=index]")
    desk.wait_for_selector("[name=kept]")
    findings += serious(desk, "merge")

    assert findings == []


def serious(page, place) -> list:
    page.wait_for_load_state("networkidle")
    # Select2 comes with Django's admin as it is.
    found = Axe().run(page, context={"exclude": [".select2-container"]}).response["violations"]
    return [
        (place, problem["id"], [node["html"][:160] for node in problem["nodes"]][:4])
        for problem in found
        if problem["impact"] in ("serious", "critical")
    ]

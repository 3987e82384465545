"""What a day at the desk is made of, a journey each: handing in and publishing, finding, showing a draft to somebody,
what resembles, what stands in another language, cards of links."""

import json
from urllib.parse import urlsplit

import pytest
from django.urls import reverse

from articles.models import Article, UnsavedWork
from tests.browser.test_autosave import ADD, form_of, kept
from tests.browser.test_desk import body_of
from tests.browser.test_editor import paste
from tests.factories import create_article, create_colleague, create_published, create_speaker
from tests.models.test_duplicate import DETAILS, OPENING, body
from tests.test_insets import PAGE, provider

pytestmark = pytest.mark.browser


def address(name, *args):
    return reverse(f"admin:articles_{name}", args=args)


@pytest.fixture
def reporter(chromium, live_server):
    """A reporter in a browser of her own."""
    create_colleague("reporter", username="sari", password="kata sandi panjang")
    context = chromium.new_context(base_url=live_server.url)
    page = context.new_page()
    page.goto("/admin/")
    page.fill("[name=username]", "sari")
    page.fill("[name=password]", "kata sandi panjang")
    page.click("[type=submit]")
    yield page
    context.close()


def test_a_reporter_hands_in_an_editor_publishes_and_the_open_form_says_that_it_is_over(signed_in, reporter):
    reporter.clock.install()
    reporter.goto(ADD)
    reporter.fill("[name=headline]", "Kapal tiba")
    body_of(reporter).click()
    reporter.keyboard.type("Kapal itu tiba.")
    reporter.get_by_label("in review").check()
    assert reporter.locator("[name=_publish]").count() == 0
    reporter.click("[name=_continue]")
    reporter.wait_for_selector(".messagelist .success")

    signed_in.goto("/admin/")
    signed_in.get_by_role("link", name="Waiting for me 1").click()
    signed_in.get_by_role("link", name="Kapal tiba").first.click()
    signed_in.click("[name=_publish]")
    signed_in.wait_for_selector(".messagelist .success")

    reporter.clock.run_for(25_000)
    reporter.locator(".at-it-now__taken", has_text="You may no longer change this story").wait_for()
    reporter.fill("[name=headline]", "Kapal tiba sore")
    reporter.clock.run_for(5_000)
    reporter.locator("#kept", has_text="You may no longer change this story").wait_for()
    reporter.click("[name=_save]")
    reporter.locator("dl", has_text="Kapal tiba sore").wait_for()
    assert Article.objects.get().headline == "Kapal tiba" and Article.objects.get().is_published()


def test_unsaved_work_is_discarded_and_what_stands_in_the_form_stays(signed_in):
    story = create_article()
    signed_in.goto(form_of(story))
    signed_in.fill("[name=headline]", "Pertama")
    kept(signed_in)
    again = signed_in.context.new_page()
    again.goto(form_of(story))
    again.fill("[name=headline]", "Kedua")

    again.get_by_role("button", name="Discard it").click()

    again.locator("#offers li").wait_for(state="detached")
    assert again.input_value("[name=headline]") == "Kedua"
    assert not UnsavedWork.objects.offered().filter(headline="Pertama").exists()


def test_a_key_a_word_and_arrows_find_a_person_and_a_filter_is_kept_for_tomorrow(signed_in):
    create_article(headline="Perbaikan dermaga", status=Article.Status.IN_REVIEW)
    speaker = create_speaker(name="Kepala Dermaga")
    signed_in.wait_for_selector("#user-tools")

    signed_in.keyboard.press("/")
    signed_in.keyboard.type("derma")
    signed_in.keyboard.press("Enter")
    signed_in.wait_for_selector("[data-found]")
    signed_in.locator("[data-find]").press("ArrowDown")
    assert "Perbaikan dermaga" in signed_in.evaluate("document.activeElement.textContent")
    signed_in.get_by_role("link", name="Kepala Dermaga").press("Enter")
    signed_in.wait_for_url(f"**{address('speaker_change', speaker.pk)}")

    signed_in.goto(f"{address('article_changelist')}?state=in_review")
    signed_in.get_by_text("Save this filter").press("Enter")
    signed_in.get_by_label("Name", exact=True).fill("Untuk rapat pagi")
    signed_in.keyboard.press("Enter")
    signed_in.get_by_role("link", name="Untuk rapat pagi").wait_for()
    signed_in.goto("/admin/")
    signed_in.get_by_role("link", name="Untuk rapat pagi").click()
    signed_in.locator("#result_list").get_by_role("link", name="Perbaikan dermaga").wait_for()


def test_somebody_outside_sees_the_draft_by_its_link_until_it_is_ended(signed_in, chromium, live_server):
    story = create_article(headline="Kapal tiba", body="<p>Kapal itu tiba.</p>")
    signed_in.goto(address("article_preview_links", story.pk))
    signed_in.get_by_role("button", name="Make a link").click()
    link = urlsplit(signed_in.get_by_label("Link", exact=True).input_value()).path
    outside = chromium.new_page(base_url=live_server.url)

    outside.goto(link)
    assert outside.get_by_role("heading", name="Kapal tiba").is_visible()
    outside.get_by_text("As a search result and as a shared card").click()
    assert outside.locator(".preview__card").is_visible()
    signed_in.get_by_role("button", name="End it now").click()
    signed_in.wait_for_selector(".messagelist .success")
    outside.reload()
    assert outside.get_by_role("heading", name="This preview has ended").is_visible()
    outside.close()


def test_a_draft_that_resembles_another_story_updates_that_one_instead(signed_in):
    live = create_published(headline="Feri terlambat", body=body(OPENING, DETAILS))
    signed_in.goto(ADD)
    signed_in.fill("[name=headline]", "Feri masih terlambat")
    paste(signed_in, body(OPENING, DETAILS))
    signed_in.click("[name=_continue]")

    signed_in.get_by_role("link", name="Compare the two, or update that one instead").first.click()
    signed_in.get_by_role("button", name="Update “Feri terlambat” instead").click()

    signed_in.wait_for_url(f"**{form_of(live)}")
    assert signed_in.input_value("[name=headline]") == "Feri masih terlambat"
    signed_in.get_by_role("link", name="Look at the changes").first.click()
    signed_in.get_by_label("an update: the story goes on").check()
    signed_in.get_by_label("What readers are told").fill("Feri masih belum datang.")
    signed_in.get_by_role("button", name="Publish the changes").click()
    signed_in.wait_for_selector(".messagelist .success")
    signed_in.goto(live.get_absolute_url())
    assert signed_in.locator("h1").inner_text() == "Feri masih terlambat"


def test_a_translation_is_started_published_and_announced(signed_in):
    original = create_published(language="id", headline="Kapal tiba")
    signed_in.goto(address("article_translations", original.pk))
    signed_in.select_option("[name=language]", "en")
    signed_in.get_by_role("button", name="Start a translation").click()
    signed_in.wait_for_selector(".messagelist .success")
    signed_in.fill("[name=headline]", "The ship is in")
    signed_in.click("[name=_publish]")
    signed_in.wait_for_selector(".messagelist .success")

    signed_in.goto(original.get_absolute_url())
    assert signed_in.locator("link[hreflang=en]").count() == 1
    signed_in.locator(".story__languages a").click()
    signed_in.get_by_role("heading", level=1, name="The ship is in").wait_for()


def test_a_pasted_address_becomes_a_card_for_readers(signed_in, monkeypatch):
    told = {"title": "Kapal tiba di dermaga", "author_name": "Ani"}
    with provider(monkeypatch, json.dumps(told).encode()):
        signed_in.goto(ADD)
        signed_in.fill("[name=headline]", "Kapal tiba")
        paste(signed_in, "", PAGE)
        signed_in.click("[name=_publish]")
        signed_in.wait_for_selector(".messagelist .success")

    signed_in.goto(Article.objects.get().get_absolute_url())
    card = signed_in.locator(".link-card")
    assert card.get_by_role("link", name="Kapal tiba di dermaga").is_visible()
    assert "YouTube · Ani" in card.inner_text()

"""What scripts add for readers who have them."""

import pytest

from tests.factories import create_citation, create_published, create_quote, create_source, create_speaker

pytestmark = pytest.mark.browser


def test_sign_behind_a_quotation_opens_who_said_it_and_how_it_came(page):
    article = create_published()
    citation = create_citation(article, source=create_source(name="Radio Bahari"))
    create_quote(article, speaker=create_speaker(name="Sri Lentera"), role="kepala pelabuhan", citation=citation)

    page.goto(article.get_absolute_url())
    page.locator("a.who[aria-haspopup]").click()

    note = page.locator(".who-note")
    note.wait_for(state="visible")
    for part in ("Sri Lentera", "kepala pelabuhan", "Radio Bahari"):
        assert part in note.inner_text()
    page.keyboard.press("Escape")
    note.wait_for(state="hidden")


@pytest.mark.parametrize("context_options", [{"java_script_enabled": False}], ids=["no script"])
def test_without_scripts_the_sign_is_a_link_to_the_entry_under_the_story(page):
    article = create_published()
    quote = create_quote(article, speaker=create_speaker(name="Sri Lentera"))

    page.goto(article.get_absolute_url())
    page.locator("a.who").click()

    assert page.url.endswith(f"#quote-{quote.pk}")
    assert page.locator(f"#quote-{quote.pk}").get_by_text("Sri Lentera").is_visible()


@pytest.mark.parametrize("context_options", [{"permissions": ["clipboard-read", "clipboard-write"]}], ids=["clipboard"])
def test_copy_button_copies_words_speaker_chain_and_address(page):
    article = create_published()
    citation = create_citation(article, source=create_source(name="Radio Bahari"))
    quote = create_quote(article, exact="Kapal siap.", speaker=create_speaker(name="Sri Lentera"), citation=citation)

    page.goto(quote.get_absolute_url())
    page.locator("[data-copy] button").click()
    page.wait_for_function("document.querySelector('[data-done]').textContent")

    copied = page.evaluate("navigator.clipboard.readText()")
    for part in ("“Kapal siap.”", "Sri Lentera", "Radio Bahari", quote.get_absolute_url()):
        assert part in copied

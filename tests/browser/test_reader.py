"""What readers do, in a real browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command

from articles.models import Article, Comment, Quote
from tests.factories import create_comment, create_published, create_section
from tests.readers import mailed_link

pytestmark = pytest.mark.browser


def test_reader_finds_a_story_and_reads_it(page):
    create_published(headline="Feri malam berlayar lagi", body="<p>Kapal pertama penuh.</p>")

    page.goto("/")
    page.locator("header [name=q]").fill("feri")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Feri malam berlayar lagi").click()

    page.get_by_role("heading", level=1, name="Feri malam berlayar lagi").wait_for()
    assert page.get_by_text("Kapal pertama penuh.").is_visible()


@pytest.mark.parametrize("context_options", [{}, {"java_script_enabled": False}], ids=["script", "no script"])
def test_reader_replies_and_an_editor_approves(page, chromium, live_server):
    article = create_published()

    page.goto(article.get_absolute_url())
    page.locator("form.form [name=name]").fill("Ani")
    page.locator("form.form [name=email]").fill("bukan surel")
    page.locator("form.form [name=text]").fill("Terima kasih atas beritanya.")
    page.locator("form.form button").click()
    assert page.locator("[name=text]").input_value() == "Terima kasih atas beritanya."
    page.locator("form.form [name=email]").fill("ani@example.org")
    page.locator("form.form button").click()
    page.wait_for_url("**/sent/confirm/")
    page.goto(mailed_link("/replies/confirm/"))
    page.locator("main button").click()
    page.wait_for_selector("text=this browser knows you now")

    assert Comment.objects.get().status == Comment.Status.HELD
    Comment.objects.all().decide(Comment.Status.APPROVED, by=None)
    page.goto(article.get_absolute_url())
    assert page.get_by_text("Terima kasih atas beritanya.").is_visible()


@pytest.mark.parametrize("context_options", [{"java_script_enabled": False}])
def test_reader_answers_a_comment_without_script(page):
    article = create_published()
    comment = create_comment(article, name="Budi")

    page.goto(article.get_absolute_url())
    page.locator(f"#comment-{comment.pk} a[data-reply]").click()
    page.get_by_text(comment.text).wait_for()
    form = page.locator("main > .replies form.form")
    form.locator("[name=name]").fill("Ani")
    form.locator("[name=email]").fill("ani@example.org")
    form.locator("[name=text]").fill("Betul.")
    form.locator("button").click()
    page.wait_for_url("**/sent/confirm/")

    assert Comment.objects.get(text="Betul.").parent == comment


def test_keyboard_alone_reaches_the_content_the_sections_and_the_story(page):
    section = create_section(name="Kota")
    create_published(headline="Jembatan dibuka", section=section)

    page.goto("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    for _each in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == "Jembatan dibuka":
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/**")

    assert page.get_by_role("heading", level=1).inner_text() == "Jembatan dibuka"


@pytest.mark.parametrize(
    ("context_options", "language"),
    [
        ({"color_scheme": "light", "viewport": {"width": 1280, "height": 900}}, "en"),
        ({"color_scheme": "dark", "viewport": {"width": 320, "height": 844}}, "id"),
    ],
    ids=["light, wide, English", "dark, narrow, Indonesian"],
)
def test_no_page_of_the_demo_hinders_anyone(page, queue, settings, language):
    settings.LANGUAGE_CODE = language
    call_command("load_demo")
    article = Article.objects.published().filter(comment_count__gt=3, corrections__isnull=False).first()
    quote = Quote.objects.public().filter(citation__isnull=False).first()
    addresses = ["/", "/latest/", "/tags/", "/tags/korea/", "/sources/", "/people/", "/quotes/", "/search/?q=korea"]
    addresses += ["/corrections/", "/about/", "/saved/", "/search/", f"{article.get_absolute_url()}history/"]
    addresses += [article.get_absolute_url(), article.section.get_absolute_url(), f"/replies/to/{article.pk}/"]
    addresses += [quote.get_absolute_url(), quote.citation.source.get_absolute_url()]
    addresses += [quote.speaker.get_absolute_url(), article.bylines.first().author.get_absolute_url()]

    for address in addresses:
        page.goto(address)
        assert page.locator("html").get_attribute("lang") == language
        findings = Axe().run(page, options={"preload": False})
        assert findings.violations_count == 0, f"{address}\n{findings.generate_report()}"
        # Nothing is wider than the screen.
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address

"""What scripts add to a conversation, and that the moderators' queue is worked off with the keyboard alone."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from articles.models import Comment
from tests.factories import create_comment, create_commenter, create_editor, create_published, create_quote
from tests.readers import mailed_link

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_reply_opens_in_place_the_draft_is_kept_and_new_replies_are_told(page):
    article = create_published()
    comment = create_comment(article, name="Budi")
    page.clock.install()
    page.goto(article.get_absolute_url())

    page.locator(f"#comment-{comment.pk} a[data-reply]").click()
    text = page.locator(f"#comment-{comment.pk} [name=text]")
    text.fill("Belum selesai saya tulis")
    create_comment(article)
    page.clock.fast_forward(61_000)
    page.get_by_text("1 new reply").wait_for()

    page.reload()
    page.locator(f"#comment-{comment.pk} a[data-reply]").click()
    assert page.locator(f"#comment-{comment.pk} [name=text]").input_value() == "Belum selesai saya tulis"


def test_draft_outlives_a_post_that_failed_and_goes_with_one_that_was_taken_in(page):
    article = create_published()
    page.goto(f"/replies/to/{article.pk}/")
    page.locator("[name=text]").fill("Jangan sampai hilang")
    page.locator("[name=name]").fill("Cici")
    page.locator("[name=email]").fill("cici@example.org")
    page.route(
        "**/replies/to/**",
        lambda route: route.fulfill(status=200, body="away") if route.request.method == "POST" else route.continue_(),
    )
    page.locator("main .button").click()
    page.get_by_text("away").wait_for()
    page.unroute("**/replies/to/**")

    page.goto(article.get_absolute_url())
    page.goto(f"/replies/to/{article.pk}/")
    assert page.locator("[name=text]").input_value() == "Jangan sampai hilang"
    page.locator("[name=name]").fill("Cici")
    page.locator("[name=email]").fill("cici@example.org")
    page.locator("main .button").click()
    page.locator("[data-sent]").wait_for()

    page.goto(f"/replies/to/{article.pk}/")
    assert page.locator("[name=text]").input_value() == ""


@pytest.mark.parametrize("context_options", [{"java_script_enabled": False}], ids=["no script"])
def test_without_scripts_a_reader_writes_proves_unfolds_edits_reports_and_deletes(page):
    article = create_published()
    long = create_comment(article, name="Budi", text="Awal. " + "panjang " * 500 + "Akhir.")
    page.goto(article.get_absolute_url())
    tail = page.locator(f"#comment-{long.pk} details p", has_text="Akhir.")
    assert not tail.is_visible()
    page.locator(f"#comment-{long.pk} summary").click()
    assert tail.is_visible()

    page.locator(f"#comment-{long.pk} a[data-reply]").click()
    for name, typed in {"text": "Jawaban saya.", "name": "Cici", "email": "cici@example.org"}.items():
        page.locator(f"[name={name}]").fill(typed)
    page.get_by_role("button", name="Send reply").click()
    page.goto(mailed_link("/replies/confirm/"))
    page.get_by_text("Jawaban saya.").wait_for()
    page.locator("main .button").click()
    page.goto("/replies/")
    page.get_by_role("link", name="Change").click()
    page.locator("[name=text]").fill("Jawaban saya, diperbaiki.")
    page.locator("main .button").click()
    assert Comment.objects.get(name="Cici").text == "Jawaban saya, diperbaiki."

    page.goto(f"/replies/{long.pk}/report/")
    page.get_by_label("insults").check()
    page.locator("main .button").click()
    page.get_by_text("A moderator looks at it.").wait_for()
    page.goto("/replies/")
    page.get_by_role("link", name="Delete").click()
    page.locator("main .button").click()
    assert Comment.objects.get(commenter__email="cici@example.org").status == Comment.Status.DELETED


@pytest.mark.parametrize("context_options", [{"viewport": {"width": 320, "height": 640}}, {"color_scheme": "dark"}])
def test_pages_of_the_conversation_have_no_accessibility_findings_and_fit_narrow_screens(page):
    article = create_published()
    quote = create_quote(article)
    root = create_comment(article, quote=quote, is_pick=True)
    create_comment(article, parent=root, by_staff=True)
    create_comment(article, text="Panjang sekali. " * 300)
    stranger = create_commenter(confirmed_at=None)
    create_comment(article, commenter=stranger, status=Comment.Status.UNCONFIRMED)
    for path in (
        f"/replies/confirm/{stranger.token('confirm')}/",
        article.get_absolute_url(),
        root.get_absolute_url(),
        f"/replies/to/{article.pk}/?quote={quote.pk}",
        f"/replies/{root.pk}/report/",
        "/replies/",
        f"{article.get_absolute_url()}moderation/",
    ):
        page.goto(path)
        found = Axe().run(page, options={"preload": False, "runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_queue_is_worked_off_by_keys(page):
    create_editor(username="redaksi", password="kata sandi panjang")
    first, second = (create_comment(create_published(), status=Comment.Status.HELD) for _each in range(2))
    page.goto("/admin/")
    page.locator("[name=username]").fill("redaksi")
    page.locator("[name=password]").fill("kata sandi panjang")
    page.locator("[type=submit]").click()
    page.goto("/admin/articles/comment/")

    page.keyboard.press("j")
    page.keyboard.press("a")
    page.wait_for_selector(".messagelist .success")
    page.keyboard.press("j")
    page.keyboard.press("s")
    page.wait_for_selector(".messagelist .success >> text=spam")

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.status, second.status) == (Comment.Status.APPROVED, Comment.Status.SPAM)
    page.keyboard.press("u")
    page.locator("main form button, #content form button").first.click()
    page.wait_for_selector(".messagelist .success")
    second.refresh_from_db()
    assert second.status == Comment.Status.HELD

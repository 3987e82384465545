"""Nothing that was typed at the desk is lost: tabs that close, connections that end, colleagues, a dead database."""

from uuid import uuid4

import pytest
from django.db import connection
from django.urls import reverse

from articles.models import Article, Note, Sitting, UnsavedWork
from tests.browser.test_desk import body_of, serious
from tests.factories import create_article, create_editor, create_photo

pytestmark = pytest.mark.browser
ADD = reverse("admin:articles_article_add")


def form_of(story):
    return reverse("admin:articles_article_change", args=[story.pk])


def kept(page):
    page.locator("#kept", has_text="kept at").wait_for()


@pytest.fixture
def sari(chromium, live_server):
    """A second editor in a browser of her own."""
    create_editor(username="sari", password="kata sandi panjang")
    context = chromium.new_context(base_url=live_server.url)
    page = context.new_page()
    page.goto("/admin/")
    page.fill("[name=username]", "sari")
    page.fill("[name=password]", "kata sandi panjang")
    page.click("[type=submit]")
    yield page
    context.close()


def test_what_was_typed_in_a_tab_that_is_gone_is_offered_opened_and_saved(signed_in):
    signed_in.goto(ADD)
    signed_in.fill("[name=headline]", "Kapal tiba")
    body_of(signed_in).click()
    signed_in.keyboard.type("Kapal itu tiba.")
    kept(signed_in)
    again = signed_in.context.new_page()
    signed_in.close()

    again.goto(ADD)
    again.get_by_role("link", name="Open it").click()
    again.locator("[name=_continue]").click()

    again.wait_for_selector(".messagelist .success")
    story = Article.objects.get()
    assert (story.headline, story.body) == ("Kapal tiba", "<p>Kapal itu tiba.</p>")
    assert again.locator("#offers li").count() == 0 and not UnsavedWork.objects.offered().exists()


def test_without_a_connection_it_is_kept_in_the_browser_and_brought_to_the_desk_later(sari):
    sari.goto(ADD)
    sari.fill("[name=headline]", "Kapal tiba")
    kept(sari)
    sari.context.set_offline(True)

    sari.fill("[name=headline]", "Kapal tiba sore")
    sari.locator("#kept", has_text="kept in this browser").wait_for()
    again = sari.context.new_page()
    sari.close()
    again.context.set_offline(False)
    again.goto(ADD)

    again.locator("#offers li", has_text="Kapal tiba sore").wait_for()
    assert UnsavedWork.objects.get().headline == "Kapal tiba sore"


def test_leaving_with_unsaved_work_asks_first_and_saving_does_not(signed_in):
    story = create_article()
    asked = []
    signed_in.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    signed_in.goto(form_of(story))
    signed_in.wait_for_timeout(700)
    signed_in.goto("/admin/")
    assert asked == []

    signed_in.goto(form_of(story))
    signed_in.wait_for_timeout(700)
    signed_in.locator("[name=headline]").press_sequentially("!")
    signed_in.goto("/admin/")
    assert asked == ["beforeunload"]

    signed_in.goto(form_of(story))
    signed_in.wait_for_timeout(700)
    signed_in.locator("[name=headline]").press_sequentially("!")
    signed_in.click("[name=_save]")
    signed_in.wait_for_selector(".messagelist .success")
    assert asked == ["beforeunload"]


def test_two_editors_see_each_other_one_takes_over_and_both_texts_are_there_at_the_end(signed_in, sari):
    story = create_article(headline="Kapal tiba")
    signed_in.clock.install()
    signed_in.goto(form_of(story))
    signed_in.wait_for_timeout(700)
    signed_in.fill("[name=headline]", "Kapal tiba sore")
    sari.goto(form_of(story))
    assert "redaksi is editing this since" in sari.inner_text("#sitting")

    sari.get_by_role("button", name="Take over").click()
    sari.wait_for_selector(".messagelist .success")
    assert "is editing" not in sari.inner_text("#sitting")
    signed_in.clock.run_for(25_000)
    signed_in.locator(".at-it-now__taken", has_text="sari took this story over").wait_for()
    sari.fill("[name=headline]", "Kapal tiba pagi")
    sari.click("[name=_save]")
    sari.wait_for_selector(".messagelist .success")

    signed_in.evaluate("document.querySelector('[name=_save]').click()")
    signed_in.locator(".errornote").wait_for()
    assert signed_in.input_value("[name=headline]") == "Kapal tiba sore"
    assert "Kapal tiba pagi" in signed_in.locator(".field-headline").inner_text()
    signed_in.evaluate("document.querySelector('[name=_save]').click()")
    signed_in.locator(".messagelist .success").wait_for()
    assert Article.objects.get().headline == "Kapal tiba sore"
    assert story.revisions.filter(content__headline="Kapal tiba pagi").exists()


def test_a_database_that_goes_away_during_a_save_is_tried_again(sari):
    story = create_article(headline="Kapal")
    sari.goto(form_of(story))
    sari.fill("[name=headline]", "Kapal tiba")
    with connection.cursor() as cursor:
        cursor.execute("""
            CREATE FUNCTION go_away() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$;
            CREATE TRIGGER go_away BEFORE UPDATE ON articles_article FOR EACH ROW EXECUTE FUNCTION go_away()
        """)
    try:
        sari.click("[name=_save]")
        sari.get_by_role("heading", name="Not saved").wait_for()
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP FUNCTION go_away CASCADE")
    assert "Kapal tiba" in sari.locator("dl").inner_text()

    sari.get_by_role("button", name="Try again").click()

    sari.wait_for_selector(".messagelist .success")
    assert Article.objects.get().headline == "Kapal tiba"


def test_signed_out_meanwhile_one_signs_in_in_another_window_and_sends_it_again(sari):
    story = create_article(headline="Kapal")
    sari.goto(form_of(story))
    sari.fill("[name=headline]", "Kapal tiba")
    sari.context.clear_cookies(name="sessionid")
    sari.click("[name=_save]")
    with sari.context.expect_page() as opened:
        sari.get_by_role("link", name="Sign in").click()
    opened.value.fill("[name=username]", "sari")
    opened.value.fill("[name=password]", "kata sandi panjang")
    opened.value.click("[type=submit]")
    opened.value.wait_for_selector("#user-tools")

    sari.get_by_role("button", name="Try again").click()

    sari.wait_for_selector(".messagelist .success")
    assert Article.objects.get().headline == "Kapal tiba"


@pytest.mark.parametrize("context_options", [{"bypass_csp": True}, {"viewport": {"width": 640, "height": 450}}])
def test_what_the_form_says_of_others_and_of_unsaved_work_is_sound(signed_in, context_options):
    photo = create_photo()
    body = f'<p>a</p><figure data-photo="{photo.pk}"></figure><aside><p>b</p></aside>'
    story = create_article(body=body)
    sari = create_editor(username="sari")
    Sitting.objects.sit_down(story, sari, anew=True)
    UnsavedWork.objects.keep({"headline": ["Kapal"]}, window=uuid4(), user=sari, story=story)
    Note.objects.create(article=story, author=sari, text="Tanya nakhodanya.")

    for place in (form_of(story), reverse("admin:articles_article_notes", args=[story.pk])):
        signed_in.goto(place)
        signed_in.wait_for_load_state("networkidle")
        if "bypass_csp" in context_options:
            assert serious(signed_in, place) == []
        else:
            assert signed_in.evaluate("document.documentElement.scrollWidth") <= 640

"""The story editor in a real browser: what is pasted, pictures, pull quotes, quotations, words counted."""

import pytest
from django.urls import reverse

from articles.models import Article, Quote
from tests.browser.test_autosave import form_of
from tests.browser.test_desk import body_of
from tests.factories import create_article, create_photo, create_quote, create_speaker
from tests.test_pasted import CLIPBOARD

pytestmark = pytest.mark.browser
ADD = reverse("admin:articles_article_add")
PARAGRAPH = (
    "<p>Kapal itu <strong>tiba</strong> pukul <em>lima</em> pagi, kata "
    '<a href="https://dermaga.example/jadwal">jadwal pelabuhan</a>.</p>'
)
LIST = "<ul><li><p>Ikan</p></li><li><p>Udang</p></li></ul>"


def paste(page, html: str, text: str = ""):
    """What Chromium does when somebody pastes: a paste event with the clipboard's forms."""
    body_of(page).click()
    page.evaluate(
        """([html, text]) => {
            const clipboard = new DataTransfer();
            if (html) clipboard.setData("text/html", html);
            clipboard.setData("text/plain", text);
            const box = document.querySelector(".field-body [contenteditable=true]");
            const pasted = { clipboardData: clipboard, bubbles: true, cancelable: true };
            box.dispatchEvent(new ClipboardEvent("paste", pasted));
        }""",
        [html, text],
    )


def written(page) -> str:
    return page.input_value("textarea[name=body]")


@pytest.mark.parametrize(
    "name, expected",
    [
        (
            "word",
            f"<h2>Kapal tiba di dermaga</h2>{PARAGRAPH}<ul><li><p>Ikan</p><ul><li><p>Tuna</p></li></ul></li>"
            "<li><p>Udang</p></li></ul><p>Lalu:</p><ol><li><p>Bongkar</p></li><li><p>Muat</p></li></ol>"
            "<table><tbody><tr><td><p>Hari</p></td><td><p>Kapal</p></td></tr></tbody></table>",
        ),
        ("google-docs", f"<h2>Kapal tiba di dermaga</h2>{PARAGRAPH}{LIST}"),
        (
            "news-page",
            f"<h2>Kapal tiba di dermaga</h2>{PARAGRAPH}<p>Nakhoda turun.</p><p>Ia pulang.</p><h3>Muatan</h3>{LIST}"
            "<blockquote><p>Sudah tiba!</p></blockquote>",
        ),
    ],
)
def test_what_is_pasted_comes_out_clean(signed_in, name, expected):
    signed_in.goto(ADD)
    signed_in.fill("[name=headline]", "Kapal")
    paste(signed_in, (CLIPBOARD / f"{name}.html").read_text(encoding="utf-8"))
    signed_in.click("[name=_save]")

    signed_in.wait_for_selector(".messagelist .success")
    assert Article.objects.get().body.replace(' rel="noopener"', "") == expected


def test_a_picture_is_chosen_in_the_admins_own_window_captioned_and_shown_to_readers(signed_in):
    photo = create_photo(alt="Kapal di dermaga", credit="Ani/Kabar", caption="Kapal, tadi pagi.")
    signed_in.goto(ADD)
    signed_in.fill("[name=headline]", "Kapal tiba")
    body_of(signed_in).click()
    signed_in.keyboard.type("Satu.")
    signed_in.keyboard.press("Control+a")
    with signed_in.expect_popup() as opened:
        signed_in.get_by_role("button", name="picture").click()
    opened.value.locator(".field-alt a").click()
    figure = signed_in.locator(".ProseMirror figure")
    figure.locator("img[alt='Kapal di dermaga']").wait_for()
    figure.locator("figcaption").click()
    signed_in.keyboard.type("Kapal itu.")
    signed_in.click("[name=_publish]")

    signed_in.wait_for_selector(".messagelist .success")
    story = Article.objects.get()
    figure = f'<figure data-photo="{photo.pk}"><figcaption>Kapal itu.</figcaption></figure>'
    assert story.body == f"<p>Satu.</p>{figure}"
    signed_in.goto(story.get_absolute_url())
    shown = signed_in.locator(".story__body figure")
    assert shown.locator("img").get_attribute("alt") == "Kapal di dermaga"
    assert shown.locator("figcaption").inner_text() == "Kapal itu. Ani/Kabar"


def test_a_pull_quote_is_made_and_unmade(signed_in):
    signed_in.goto(ADD)
    body_of(signed_in).click()
    signed_in.keyboard.type("Kapal itu tiba.")
    button = signed_in.get_by_role("button", name="pull quote")

    button.click()
    assert written(signed_in).startswith("<aside><p>Kapal itu tiba.</p></aside>")
    button.click()
    assert written(signed_in) == "<p>Kapal itu tiba.</p>"


def test_accepted_quotations_are_marked_counted_and_missed(signed_in):
    story = create_article(body="<p>“Kami siap berangkat,” katanya. “Besok.”</p>")
    create_quote(story, exact="Kami siap berangkat,", speaker=create_speaker(name="Ani"))
    create_quote(story, exact="Besok.", status=Quote.Status.PROPOSED, speaker=None)
    Article.objects.update(body="<p>“Kami <em>siap</em> berangkat,” katanya. “Besok.”</p>")
    signed_in.goto(form_of(story))

    signed_in.locator(".said--accepted").first.wait_for()
    assert "".join(signed_in.locator(".said--accepted").all_inner_texts()) == "Kami siap berangkat,"
    assert signed_in.locator(".said--accepted").first.get_attribute("title") == "Ani"
    line = signed_in.locator(".said-count")
    assert "1 accepted, 1 waiting" in line.inner_text()
    assert line.get_by_role("link").get_attribute("href").endswith("/quotes/")

    body_of(signed_in).locator("em").dblclick()
    signed_in.keyboard.type("mau")
    line.locator("strong", has_text="1 accepted no longer stand").wait_for()


def test_selected_words_become_a_quotation(signed_in):
    story = create_article(body="<p>“Kami siap berangkat.”</p>")
    signed_in.goto(form_of(story))
    body_of(signed_in).click(click_count=3)

    signed_in.get_by_role("button", name="mark as a quotation").click()

    assert signed_in.input_value("[name=quotes-0-exact]") == "Kami siap berangkat."
    signed_in.click("[name=_save]")
    signed_in.wait_for_selector(".messagelist .success")
    assert story.quotes.get().exact == "Kami siap berangkat."


def test_words_are_counted_while_one_types(signed_in):
    signed_in.goto(form_of(create_article(body="<p>Satu dua tiga.</p>")))
    line = signed_in.locator(".word-count")
    assert line.inner_text() == "3 words, 1 min to read"

    body_of(signed_in).click()
    signed_in.keyboard.press("Control+End")
    signed_in.keyboard.type(" Empat")

    signed_in.locator(".word-count", has_text="4 words").wait_for()


def test_a_pasted_address_stands_alone_as_a_link(signed_in):
    signed_in.goto(ADD)

    paste(signed_in, "", "https://youtu.be/abc?t=1&x=2")

    assert written(signed_in) == (
        '<p><a href="https://youtu.be/abc?t=1&amp;x=2">https://youtu.be/abc?t=1&amp;x=2</a></p>'
    )


def test_every_button_of_the_editor_has_a_name(signed_in):
    signed_in.goto(ADD)
    body_of(signed_in).wait_for()

    names = signed_in.locator(".prose-menubar__button:not(.hidden)").evaluate_all("all => all.map((one) => one.title)")

    assert {"bold", "italic", "numbered list", "pull quote", "picture", "table"} <= set(names) and all(names)
    assert "Small heading" in signed_in.locator(".prose-menubar__option").all_text_contents()


def test_five_megabytes_are_pasted_refused_with_a_sentence_and_still_there(signed_in):
    signed_in.goto(ADD)
    signed_in.fill("[name=headline]", "Kapal")
    signed_in.set_default_timeout(60_000)
    paste(signed_in, f"<p>{'kata ' * 200}</p>" * 5000)
    signed_in.click("[name=_save]")

    signed_in.locator(".field-body .errorlist").wait_for()
    assert len(written(signed_in)) > 4_900_000


def test_what_is_too_long_to_be_sent_stays_in_the_form_with_a_sentence(signed_in):
    signed_in.goto(ADD)
    signed_in.fill("[name=headline]", "Kapal")
    signed_in.set_default_timeout(60_000)
    signed_in.evaluate("document.getElementById('kept').dataset.most = 100_000")
    paste(signed_in, f"<p>{'kata ' * 200}</p>" * 200)
    signed_in.click("[name=_save]")

    signed_in.locator(".field-body .errorlist", has_text="too long to be sent").wait_for()
    assert len(written(signed_in)) > 190_000
    signed_in.evaluate("document.getElementById('kept').dataset.most = 10_000_000")
    signed_in.click("[name=_save]")
    signed_in.wait_for_selector(".messagelist .success")

"""Pictures, pull quotes and cards within a story's text."""

import json
import threading
from contextlib import contextmanager, suppress
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from articles import embeds
from articles.body import clean_body, photos_in, reading_minutes, word_count
from articles.comparing import texts_of
from articles.insets import Insets
from articles.models import LinkCard
from tests.factories import create_article, create_photo, create_published

PAGE = "https://www.youtube.com/watch?v=abc&t=1"
ALONE = '<p><a href="https://www.youtube.com/watch?v=abc&amp;t=1">https://www.youtube.com/watch?v=abc&amp;t=1</a></p>'


def figure(photo, caption=""):
    caption = caption and f"<figcaption>{caption}</figcaption>"
    return f'<figure data-photo="{photo.pk}">{caption}</figure>'


# Figures


@pytest.mark.parametrize(
    "written, kept",
    [
        ('<figure data-photo="7"><figcaption>a <b>b</b></figcaption></figure>', "a <strong>b</strong>"),
        (
            '<figure data-photo="007" class="x" onclick="y()"><img src="/x"><figcaption><p>a</p></figcaption></figure>',
            "a",
        ),
        ('<figure data-photo="7"><figcaption> </figcaption></figure>', ""),
        ('<figure data-photo="7"><p>a</p></figure>', ""),
    ],
)
def test_a_figure_is_stored_as_the_number_of_its_photo_and_a_caption(written, kept):
    caption = kept and f"<figcaption>{kept}</figcaption>"

    assert clean_body(f"<p>x</p>{written}") == f'<p>x</p><figure data-photo="7">{caption}</figure>'


@pytest.mark.parametrize("number", ["", "x", "-1", "1e3", "9" * 30, "٧", "7 8"])
def test_a_figure_without_the_number_of_a_photo_is_dropped(number):
    assert clean_body(f'<p>x</p><figure data-photo="{number}"><figcaption>a</figcaption></figure>') == "<p>x</p>"


PIECES = ["<figure>", '<figure data-photo="3">', "</figure>", "<figcaption>", "</figcaption>", "<p>", "</p>", "<aside>"]
PIECES += ["</aside>", "<b>", "</b>", "<li>", "a", "&amp;", "<", "&nbsp;", "<!--", "\0", "1"]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_whatever_is_put_together_is_cleaned_once_and_for_all(html):
    body = clean_body(html)

    assert clean_body(body) == body and "\0" not in body
    assert body.count("<figure") == len(photos_in(body)) and set(photos_in(body)) <= {3}


def test_readers_see_pictures_with_alternative_text_caption_and_credit_in_one_query(client):
    first, second = create_photo(alt="Kapal", credit="Ani"), create_photo(alt="Dermaga", caption="Dermaga, tadi.")
    story = create_published(body=f"<p>a</p>{figure(first, 'Kapal <em>itu</em>')}{figure(second)}<p>b</p>")

    page = client.get(story.get_absolute_url()).text

    assert 'alt="Kapal"' in page and 'alt="Dermaga"' in page
    assert "Kapal <em>itu</em> <span" in page and "Dermaga, tadi. <span" in page and ">Ani</span>" in page
    with CaptureQueriesContext(connection) as captured:
        Insets(story.body).for_readers(story.body)
    assert len(captured) == 1


def test_a_picture_that_is_deleted_or_whose_licence_ended_leaves_no_gap():
    gone = create_photo()
    ended = create_photo(licence_expires_on=timezone.localdate() - timedelta(days=1))
    body = f"<p>a</p>{figure(gone, 'x')}{figure(ended, 'y')}<p>b</p>"
    gone.delete()

    assert Insets(body).for_readers(body) == Insets(body).for_programs(body) == "<p>a</p><p>b</p>"


def test_feeds_and_linked_data_carry_the_pictures(client):
    photo = create_photo(alt="Kapal", credit="Ani")
    story = create_published(body=f"<p>a</p>{figure(photo, 'Kapal itu')}")

    for form in ("rss", "atom", "json"):
        feed = client.get(f"/feed.{form}").text.replace("&lt;", "<").replace("&gt;", ">").replace('\\"', '"')
        assert '<img src="http://' in feed.replace("&quot;", '"') and "<figcaption>Kapal itu Ani" in feed
        assert "data-photo" not in feed
    page = client.get(story.get_absolute_url()).text
    data = json.loads(page.split('type="application/ld+json">')[1].split("</script>")[0])
    assert data[0]["image"][0]["creditText"] == "Ani" and data[0]["wordCount"] == 3


def test_comparisons_tell_pictures_pull_quotes_and_cards_in_words():
    photo = create_photo(alt="Kapal", credit="Ani")

    before, after = texts_of(f"{figure(photo, 'Tadi <em>pagi</em>')}<p>a</p>", f"<aside><p>Siap!</p></aside>{ALONE}")

    assert before == [("figure", "Picture: Kapal (Ani) – Tadi *pagi*"), ("p", "a")]
    assert after == [("aside", "Pull quote: Siap!"), ("p", f"Card: {PAGE}")]


# Words


def test_words_are_counted_as_readers_read_them():
    body = "<h2>Dua kata</h2><p>Anak-anak — 1.500 orang, 5&nbsp;km… “ya”</p><hr><p>…</p>"

    assert word_count(body) == 8
    assert [reading_minutes(word_count("<p>kata</p>" * number)) for number in (0, 220, 500, 1100)] == [1, 1, 2, 5]


def test_readers_are_told_how_long_a_story_takes(client):
    story = create_published(body="<p>" + "kata " * 660 + "</p>")

    assert "3 minutes to read" in client.get(story.get_absolute_url()).text


# Cards


@contextmanager
def provider(monkeypatch, answer, status=200, **headers):
    """A real server that answers as a provider would, in one piece or more; gives the list of what it was asked."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(OSError):  # whoever asked has hung up
                for part in [answer] if isinstance(answer, bytes) else answer:
                    self.wfile.write(part)

        def log_message(self, *_args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    known = embeds.PROVIDERS[0]._replace(endpoint=f"http://127.0.0.1:{server.server_port}/oembed")
    monkeypatch.setattr(embeds, "PROVIDERS", [known])
    try:
        yield asked
    finally:
        server.shutdown()
        server.server_close()


def test_a_link_alone_becomes_a_card_once_the_worker_has_asked(client, queue, monkeypatch):
    told = {"title": "Kapal <b>tiba</b>\u0000", "author_name": "Ani", "provider_name": "Palsu", "html": "<script>"}
    with provider(monkeypatch, json.dumps(told).encode()) as asked:
        story = create_published(body=f"<p>a</p>{ALONE}")
        before = client.get(story.get_absolute_url()).text
        assert 'class="link-card"' not in before and asked == []

        call_command("worker", batch=True)
    page = client.get(story.get_absolute_url()).text

    assert asked == ["/oembed?url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3Dabc%26t%3D1&format=json"]
    assert "Kapal &lt;b&gt;tiba&lt;/b&gt;</a>" in page and "YouTube · Ani" in page
    assert "Palsu" not in page and story.body.endswith(ALONE.replace('">', '" rel="noopener">'))
    assert "link-card" not in client.get("/feed.rss").text


@pytest.mark.parametrize(
    "answer, status, headers",
    [
        (b"{}", 200, {}),
        (b"[]", 200, {}),
        (b"no json", 200, {}),
        (b'{"title": 5}', 200, {}),
        (b"\xff\xfe", 200, {}),
        (b'{"title": "' + b"x" * 200_000 + b'"}', 200, {}),
        (b"[" * 90_000, 200, {}),
        (b'{"title": "a"}', 404, {}),
        (b"", 302, {"Location": "http://127.0.0.1:1/"}),
    ],
)
def test_an_answer_that_is_none_leaves_the_link_plain(client, monkeypatch, answer, status, headers):
    with provider(monkeypatch, answer, status, **headers) as asked:
        story = create_published(body=ALONE)
        story.revise()

    assert len(asked) == 1  # and not again within a day
    assert "link-card" not in client.get(story.get_absolute_url()).text


def test_a_redirect_is_not_followed_to_any_address(client, monkeypatch):
    with provider(monkeypatch, b'{"title": "Rahasia"}') as private:
        inside = embeds.PROVIDERS[0].endpoint
        with provider(monkeypatch, b"", 302, Location=inside) as asked:
            story = create_published(body=ALONE)
            story.revise()

    assert len(asked) == 1 and private == []


@pytest.mark.parametrize("begins", [False, True], ids=["never begins", "never ends"])
def test_a_provider_that_does_not_finish_leaves_the_link_plain(client, monkeypatch, begins):
    monkeypatch.setattr(embeds, "TIMEOUT", 0.3)
    monkeypatch.setattr(embeds, "DEADLINE", 0.3)
    given_up = threading.Event()

    def drip():
        if begins:
            yield b'{"title": "'
        while not given_up.wait(0.05):
            yield b"x" if begins else b""

    with provider(monkeypatch, drip()) as asked:
        story = create_published(body=ALONE)
        story.revise()
        given_up.set()

    assert len(asked) == 1 and "link-card" not in client.get(story.get_absolute_url()).text


def test_a_failed_question_is_asked_again_a_day_later(monkeypatch):
    with provider(monkeypatch, b"{}"):
        story = create_article(body=ALONE)
        story.revise()
    LinkCard.objects.update(asked_at=timezone.now() - timedelta(hours=25))

    with provider(monkeypatch, b'{"title": "Kapal"}'):
        story.revise()

    assert LinkCard.objects.get().title == "Kapal"


@pytest.mark.parametrize(
    "body",
    [
        f"<p>Lihat {ALONE[3:]}",
        '<p><a href="https://jahat.example/https://www.youtube.com/watch?v=a">x</a></p>',
        '<p><a href="https://www.youtube.com.jahat.example/watch?v=a">x</a></p>',
        '<p><a href="http://127.0.0.1/watch?v=a">x</a></p>',
        f'<p><a href="https://youtu.be/{"x" * 600}">x</a></p>',
    ],
)
def test_nothing_is_asked_about_any_other_link(body):
    create_published(body=body)

    assert not LinkCard.objects.exists()

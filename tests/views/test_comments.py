import re

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Comment
from articles.views import comments
from tests.factories import create_comment, create_published
from tests.readers import REPLY, prove, send


def test_reply_is_held_and_then_shown(client, editor):
    article = create_published()

    response = send(client, article)

    assert response.status_code == 303
    assert client.get(response.headers["Location"]).status_code == 200
    prove(client)
    assert REPLY["text"] not in client.get(article.get_absolute_url()).text
    Comment.objects.all().decide(Comment.Status.APPROVED, by=editor)
    assert REPLY["text"] in client.get(article.get_absolute_url()).text


def test_reply_needs_no_token_or_cookie_from_the_page():
    strict = Client(enforce_csrf_checks=True)

    assert send(strict, create_published()).status_code == 303
    assert not strict.cookies


def test_e_mail_is_never_shown(client):
    article = create_published()
    comment = create_comment(article, email="rahasia@example.org")

    for address in (article.get_absolute_url(), comment.get_absolute_url()):
        assert "rahasia@example.org" not in client.get(address).text


def test_same_reply_sent_twice_is_one_comment(client):
    article = create_published()

    assert [send(client, article).status_code for _each in range(2)] == [303, 303]
    assert Comment.objects.count() == 1


def test_program_that_fills_every_field_is_thanked_and_ignored(client):
    assert send(client, create_published(), website="https://spam.example").status_code == 303
    assert not Comment.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "x" * 61),
        ("name", "a\0b"),
        ("email", "bukan surel"),
        ("email", f"{'x' * 300}@example.org"),
        ("text", "  "),
        ("text", "x" * (64 * 1024 + 1)),
        ("text", "a\0b"),
        ("parent", "abc"),
        ("parent", "999999"),
        ("parent", "9" * 30),
    ],
)
def test_bad_field_gets_a_message_and_all_text_is_kept(client, field, value):
    article = create_published()

    response = send(client, article, **{field: value})

    assert response.status_code == 422
    assert "errorlist" in response.text
    assert not Comment.objects.exists()
    for name, typed in (REPLY | {field: value}).items():
        if name != "parent":
            assert response.context["form"][name].value() == typed


def test_reply_may_not_answer_a_comment_of_another_story_or_a_held_one(client):
    article = create_published()
    for other in (create_comment(create_published()), create_comment(article, status=Comment.Status.HELD)):
        assert send(client, article, parent=other.pk).status_code == 422


def test_markup_in_a_comment_is_shown_as_it_was_typed(client):
    article = create_published()
    create_comment(article, name="<b>Ani</b>", text="<script>alert(1)</script>\nhttps://example.org")

    page = client.get(article.get_absolute_url()).text

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "&lt;b&gt;Ani&lt;/b&gt;" in page


def test_closed_story_takes_no_reply(client):
    article = create_published(comments_open=False)

    assert send(client, article).status_code == 403
    assert not Comment.objects.exists()
    assert '<form class="form" method="post"' not in client.get(article.get_absolute_url()).text


def test_form_shows_what_is_answered(client):
    article = create_published()
    comment = create_comment(article, text="Kapan jembatan dibuka?")

    page = client.get(reverse("articles:comment_create", args=[article.pk]), {"to": comment.pk}).text

    assert "Kapan jembatan dibuka?" in page
    assert f'name="parent" value="{comment.pk}"' in page


@pytest.mark.parametrize("junk", ["x", "999999", "\0", "9" * 40])
def test_form_for_an_answer_to_nothing_is_the_plain_form(client, junk):
    assert client.get(reverse("articles:comment_create", args=[create_published().pk]), {"to": junk}).status_code == 200


def test_threads_show_each_reply_under_what_it_answers(client):
    article = create_published()
    root = create_comment(article, text="Akar")
    first = create_comment(article, parent=root, text="Cabang satu")
    create_comment(article, parent=root, text="Cabang dua")
    create_comment(article, parent=first, text="Ranting satu")

    page = client.get(article.get_absolute_url()).text

    assert re.findall(r"Akar|Cabang \w+|Ranting \w+", page) == ["Akar", "Cabang satu", "Ranting satu", "Cabang dua"]


def test_reply_to_a_hidden_reply_stands_under_the_root(client):
    article = create_published()
    root = create_comment(article)
    hidden = create_comment(article, parent=root, status=Comment.Status.HIDDEN, text="Disembunyikan")
    create_comment(article, parent=hidden, text="Masih terlihat")

    page = client.get(article.get_absolute_url()).text

    assert "Masih terlihat" in page
    assert "Disembunyikan" not in page


def test_long_conversation_has_pages(client):
    article = create_published()
    roots = [create_comment(article, text=f"Utas {n}.") for n in range(45)]

    first = client.get(article.get_absolute_url())
    second = client.get(article.get_absolute_url(), {"replies": first.context["threads"].next})

    assert "Utas 0." in first.text and "Utas 20." not in first.text
    assert "Utas 20." in second.text and "Utas 0." not in second.text
    assert f"comment-{roots[20].pk}" in second.text


def test_comments_own_page_shows_it_in_its_thread_however_long(client, monkeypatch):
    monkeypatch.setattr(comments, "ALL_REPLIES", 3)
    article = create_published()
    root = create_comment(article, text="Akar utas.")
    replies = [create_comment(article, parent=root, text=f"Balasan {n}.") for n in range(8)]

    page = client.get(replies[5].get_absolute_url()).text

    assert "Akar utas." in page and "Balasan 5." in page and "Balasan 4." not in page
    assert client.get(root.get_absolute_url()).context["next"] == replies[3].pk

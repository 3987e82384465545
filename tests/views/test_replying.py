"""Writing, editing and deleting one's own reply, without scripts, and bad input of every kind."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Brake, Comment, Decision
from articles.templatetags.comments import OPEN
from tests.factories import create_citation, create_comment, create_commenter, create_published, create_quote
from tests.readers import REPLY, send, sign_in

Status = Comment.Status


@pytest.fixture
def writer():
    return create_commenter(email="ani@example.org", name="Ani", approved=3)


def edit(client, comment, text):
    return client.post(reverse("articles:comment_edit", args=[comment.pk]), {"text": text})


def test_edit_that_passes_the_checks_is_shown_and_the_former_words_are_kept(client, writer):
    comment = create_comment(create_published(), commenter=writer, text="Kapal datang jam tujuh.")

    response = edit(sign_in(client, writer), comment, "Kapal datang jam delapan.")

    assert response.status_code == 303
    page = Client().get(comment.get_absolute_url()).text
    assert "jam delapan" in page and "Kapal datang jam tujuh." in page and "edited" in page


def test_risky_edit_waits_and_readers_see_the_old_text(client, writer, editor):
    article = create_published()
    comment = create_comment(article, commenter=writer, text="Kapal datang jam tujuh.")

    edit(sign_in(client, writer), comment, "Dasar bangsat semua.")

    page = Client().get(article.get_absolute_url()).text
    assert "jam tujuh" in page and "bangsat" not in page
    assert list(Comment.objects.waiting()) == [comment]
    Comment.objects.filter(pk=comment.pk).decide(Status.APPROVED, by=editor)
    comment.refresh_from_db()
    assert (comment.text, comment.proposed_text, comment.status) == ("Dasar bangsat semua.", None, Status.APPROVED)
    assert article.comments.count() == 1


def test_refused_edit_leaves_what_readers_saw(client, writer, editor):
    comment = create_comment(create_published(), commenter=writer, text="Kapal datang jam tujuh.")
    edit(sign_in(client, writer), comment, "Dasar bangsat semua.")

    Comment.objects.filter(pk=comment.pk).decide(Status.HIDDEN, by=editor, reason="abuse")

    comment.refresh_from_db()
    assert (comment.text, comment.proposed_text, comment.status) == ("Kapal datang jam tujuh.", None, Status.APPROVED)


def test_approved_reply_cannot_be_edited_into_an_advertisement(client, writer):
    comment = create_comment(create_published(), commenter=writer, text="Baik.")

    edit(sign_in(client, writer), comment, "Beli di https://a.example " * 40)

    comment.refresh_from_db()
    assert (comment.text, comment.status) == ("Baik.", Status.APPROVED)


def test_edit_too_late_or_by_someone_else_gives_the_text_back(client, writer):
    old = create_comment(create_published(), commenter=writer, created_at=timezone.now() - timedelta(minutes=11))
    others = create_comment(create_published())
    sign_in(client, writer)

    late, foreign = edit(client, old, "Baru sekali ini."), edit(client, others, "Baru sekali ini.")

    assert (late.status_code, foreign.status_code) == (422, 403)
    assert all("Baru sekali ini." in response.text for response in (late, foreign))
    assert not Comment.objects.filter(text="Baru sekali ini.").exists()


def test_expired_cookie_gives_the_text_back_with_the_way_to_a_new_link(client):
    response = edit(client, create_comment(create_published()), "Panjang lebar.")

    assert response.status_code == 403
    assert "Panjang lebar." in response.text and "Send me the link" in response.text


def test_deleted_reply_leaves_its_place_above_answers_and_nothing_of_its_words(client, writer):
    article = create_published()
    root = create_comment(article, commenter=writer, text="Kata yang disesali.")
    create_comment(article, parent=root, text="Jawaban orang lain.")

    client = sign_in(client, writer)
    assert client.get(reverse("articles:comment_delete", args=[root.pk])).status_code == 200
    client.post(reverse("articles:comment_delete", args=[root.pk]))

    page = Client().get(article.get_absolute_url()).text
    assert "disesali" not in page and "This reply was deleted." in page and "Jawaban orang lain." in page
    assert Comment.objects.get(pk=root.pk).text == ""


def test_two_deleted_replies_of_one_reader_in_one_place_do_not_collide(client, writer):
    article = create_published()
    for text in ("Satu.", "Dua."):
        create_comment(article, commenter=writer, text=text).withdraw()

    assert article.comments.filter(status=Status.DELETED).count() == 2


def test_nobody_deletes_what_another_wrote(client, writer):
    comment = create_comment(create_published())

    assert sign_in(client, writer).post(reverse("articles:comment_delete", args=[comment.pk])).status_code == 403
    assert Comment.objects.get(pk=comment.pk).is_shown


def test_form_of_a_page_cached_yesterday_still_works(client, writer, time_machine):
    article = create_published()
    page = client.get(article.get_absolute_url()).text
    assert "csrf" not in page

    time_machine.move_to(timezone.now() + timedelta(hours=26))

    assert send(Client(enforce_csrf_checks=True), article, version="1", name="Cici").status_code == 303


def test_form_replayed_changes_nothing(client, writer):
    article = create_published()
    sign_in(client, writer)

    first, second = (send(client, article) for _each in range(2))

    assert first.headers["Location"] == second.headers["Location"]
    assert article.comments.count() == 1
    assert Decision.objects.filter(article=article).count() == 1


@pytest.mark.parametrize("text", ["panjang " * 8193, "é" * (32 * 1024 + 1), "x" * 2_000_000])
def test_more_than_64_kb_is_announced_as_too_much_and_nothing_is_cut(client, text):
    response = send(client, create_published(), text=text)

    assert response.status_code == 422 and not Comment.objects.exists()
    assert response.context["form"]["text"].value() == text
    assert "At most 64 KB" in response.text and "at most 64 KB are taken" in response.text
    assert "maxlength" not in str(response.context["form"]["text"])


def test_64_kb_are_taken_read_first_and_shown_whole_but_folded(client, writer, editor):
    article = create_published()
    text = "Kalimat pertama yang panjang sekali. " * 60 + "\n\n" + "é" * 16_000 + "\n\nKalimat terakhir."

    send(sign_in(client, writer), article, text=text)

    comment = article.comments.get()
    assert (comment.text, comment.status, comment.reason) == (text, Status.HELD, "long")
    Comment.objects.filter(pk=comment.pk).decide(Status.APPROVED, by=editor)
    page = client.get(article.get_absolute_url()).text
    assert page.index("Kalimat pertama") < page.index("<details>") < page.index("Kalimat terakhir.")


def test_database_takes_no_longer_text_than_the_form(editor):
    comment = create_comment(create_published(), text="é" * 32 * 1024)

    for column in ("text", "proposed_text"):
        with pytest.raises(IntegrityError), transaction.atomic():
            Comment.objects.filter(pk=comment.pk).update(**{column: "é" * (32 * 1024 + 1)})


def test_long_reply_is_folded_at_a_space_and_never_within_what_it_quotes(client):
    words = "kata demi kata " * 400
    for start, end in ((OPEN - 10, OPEN + 20), (OPEN - 200, OPEN - 20), (OPEN + 10, OPEN + 200)):
        comment = create_comment(create_published(), text=words, passages=[[start, end, False]])

        page = client.get(comment.get_absolute_url()).text.split('class="comment__text"')[1]

        assert page.count("<q>") == page.count("</q>") == page.count("not word for word") == 1
        assert " ".join(words.split()) == " ".join(
            re.sub(r"<.*?>|\(not word for word\)|Show all", " ", page.split("</div>")[0].partition(">")[2]).split()
        )


@pytest.mark.parametrize("kb", [1, 10])
def test_newsroom_may_set_a_lower_limit(client, settings, kb):
    settings.COMMENT_MAX_KB = kb

    assert send(client, create_published(), text="x" * (kb * 1024 + 1)).status_code == 422
    assert send(client, create_published(), text="x" * kb * 1024).status_code == 303


def test_10000_links_are_refused_with_the_text_and_100_are_not_shown(client, writer):
    article = create_published()
    sign_in(client, writer)
    many = "https://a.example/ " * 10_000

    response = send(client, article, text=many)
    assert response.status_code == 422 and response.context["form"]["text"].value() == many

    send(client, article, text="https://a.example/ " * 100)
    assert article.comments.get().status == Status.SPAM
    assert "a.example" not in client.get(article.get_absolute_url()).text


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("baik\u202etxet\u202c dan", "baiktxet dan"),
        ("satu\u200bdua", "satudua"),
        ("isi\u3164\u2800", "isi"),
        ("a\u0301\u0302\u0303\u0304\u0305\u0306\u0307 zalgo", "á\u0302\u0303\u0304 zalgo"),
        ("bel\x07l\x1b[31m", "bell[31m"),
        ("baris\r\nbaru", "baris\nbaru"),
    ],
)
def test_overrides_piled_accents_and_control_characters_do_not_reach_the_page(client, writer, typed, stored):
    article = create_published()

    send(sign_in(client, writer), article, text=typed)

    assert article.comments.get().text == stored


def test_null_byte_is_refused_and_the_text_kept(client):
    response = send(client, create_published(), text="a\0b panjang")

    assert response.status_code == 422 and not Comment.objects.exists()


def test_markup_and_scripts_are_words(client, writer):
    article = create_published()

    send(sign_in(client, writer), article, text="<img src=x onerror=alert(1)> <b>tebal</b> javascript:alert(1)")

    page = client.get(article.get_absolute_url()).text
    assert "&lt;img src=x onerror=alert(1)&gt;" in page and "<img src=x" not in page


def test_reply_to_a_reply_of_another_story_is_refused_with_the_text(client):
    response = send(client, create_published(), parent=create_comment(create_published()).pk)

    assert response.status_code == 422 and REPLY["text"] in response.text


def test_passage_of_another_story_is_refused_with_the_text(client):
    elsewhere = create_published()
    for field, row in (("quote", create_quote(elsewhere)), ("source", create_citation(elsewhere))):
        response = send(client, create_published(), **{field: row.pk})
        assert response.status_code == 422 and REPLY["text"] in response.text


@pytest.mark.parametrize("verb", ["withdraw", "retract"])
def test_story_that_was_taken_away_meanwhile_gives_the_text_back(client, verb):
    article = create_published(headline="Judul rahasia")
    getattr(article, verb)(**({"reason": "Keliru."} if verb == "retract" else {}))

    response = send(client, article)

    assert response.status_code == 410 and REPLY["text"] in response.text and "Judul rahasia" not in response.text
    assert client.get(reverse("articles:comment_create", args=[article.pk])).status_code == 404


def test_closed_story_gives_the_text_back(client):
    response = send(client, create_published(comments_open=False))

    assert response.status_code == 403 and REPLY["text"] in response.text


def test_heated_conversation_slows_down_and_says_so(client, writer, monkeypatch):
    monkeypatch.setattr(Brake, "REPLIES", 3)
    article = create_published()
    sign_in(client, writer)
    for n in range(3):
        send(client, article, text=f"Tanggapan ke-{n} dari saya.")

    page = client.get(article.get_absolute_url()).text
    response = send(client, article, text="Yang keempat dari saya.")

    assert "goes slowly" in page
    assert response.status_code == 422 and "Yang keempat" in response.text and "You can write again at" in response.text


def test_brake_is_released_and_the_page_forgets_it(client):
    article = create_published()
    Brake.objects.create(article=article, until=timezone.now() - timedelta(minutes=1), reason=Brake.Reason.FAST)

    assert Brake.objects.release() == 1
    assert "goes slowly" not in client.get(article.get_absolute_url()).text

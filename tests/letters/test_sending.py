"""How letters are sent, by the queue and its worker, and what none of them has in it."""

import pytest
from django.core.management import call_command
from django.test import Client
from django_tasks_db.models import DBTaskResult

from articles import letters
from articles.models import Comment, Commenter
from tests.factories import create_comment, create_commenter, create_published
from tests.letters.conftest import text_of
from tests.readers import send


def test_confirmation_goes_out_by_the_worker_and_its_link_works(client, queue, postbox):
    send(client, create_published(headline="Kapal pertama"))
    assert postbox.letters == []

    call_command("worker", batch=True)

    (letter,) = postbox.letters
    assert letter["To"] == "ani@example.org" and "Kapal pertama" in text_of(letter)
    link = next(word for word in text_of(letter).split() if "/confirm/" in word)
    assert client.post(link.replace("http://127.0.0.1:8000", "")).status_code == 200
    assert Commenter.objects.get().confirmed_at


def test_queue_holds_neither_addresses_nor_words(client, queue):
    send(client, create_published(), text="Rahasia sekali ini.")

    stored = str(list(DBTaskResult.objects.values()))
    assert "ani@example.org" not in stored and "Rahasia" not in stored


def test_letter_that_the_server_cannot_take_now_is_tried_again(client, queue, postbox):
    postbox.refuse = "451 later"
    send(client, create_published())
    call_command("worker", batch=True)

    again = DBTaskResult.objects.filter(status="READY").get()

    assert again.args_kwargs["kwargs"] == {"attempt": 1} and again.run_after is not None
    postbox.refuse = ""
    DBTaskResult.objects.filter(pk=again.pk).update(run_after=again.enqueued_at)
    call_command("worker", batch=True)
    assert len(postbox.letters) == 1


def test_address_that_does_not_exist_is_not_tried_again(client, queue, postbox, caplog):
    postbox.refuse = "550 no such user"
    send(client, create_published())
    call_command("worker", batch=True)

    assert not DBTaskResult.objects.filter(status="READY").exists()
    assert "ani@example.org" not in caplog.text


def test_every_letter_but_those_with_a_link_that_was_asked_for_ends_with_one_click(postbox, editor):
    writer = create_commenter(email="ani@example.org")
    editor.email = "moderator@example.org"
    editor.save()
    shown, held = (create_comment(create_published(), commenter=writer) for _each in range(2))
    Comment.objects.filter(pk=shown.pk).decide(Comment.Status.HIDDEN, by=editor)
    Comment.objects.filter(pk=held.pk).update(status="held")
    letters.moderators_letter.enqueue(editor.pk)
    assert [letter["To"] for letter in postbox.letters] == ["ani@example.org", "moderator@example.org"]

    for letter in postbox.letters:
        link = letter["List-Unsubscribe"].strip("<> ").replace("http://127.0.0.1:8000", "")
        assert link in text_of(letter)
        Client(enforce_csrf_checks=True).post(link, {"List-Unsubscribe": "One-Click"})
    postbox.letters.clear()
    Comment.objects.filter(pk=shown.pk).decide(Comment.Status.APPROVED, by=editor)
    letters.moderators_letter.enqueue(editor.pk)

    assert postbox.letters == []


@pytest.mark.parametrize(
    "text", ["http://x.example/a", "www.x.example", "x.example", "a@x.example", "HTTPS://X.EXAMPLE", "x.co.id/promo"]
)
def test_nothing_in_a_readers_words_becomes_a_link_in_a_letter(text):
    assert letters.without_links(f"lihat {text} sekarang") == "lihat […] sekarang"


def test_subject_with_line_breaks_adds_no_header():
    message = letters.letter("a@example.org", "Satu\nBcc: x@example.org", "moderators", {"counts": {}})

    assert message.subject == "Satu Bcc: x@example.org"

"""Letters to writers about what was decided, and to moderators about what waits."""

from django.core.management import call_command
from django.db.models import F
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from articles.models import Appeal, Comment, Commenter
from tests.factories import create_comment, create_commenter, create_editor, create_published
from tests.letters.conftest import text_of


def test_granted_appeal_is_one_letter(postbox, editor):
    writer = create_commenter(email="ani@example.org")
    comment = create_comment(create_published(), commenter=writer)
    Comment.objects.filter(pk=comment.pk).decide(Comment.Status.HIDDEN, by=create_editor())
    comment.refresh_from_db()
    appeal = Appeal(comment=comment, text="Mohon dibaca lagi.")
    appeal.submit()
    postbox.letters.clear()

    appeal.decide(is_granted=True, by=editor, answer="Maaf, kami keliru.")

    (letter,) = postbox.letters
    assert "Maaf, kami keliru." in text_of(letter) and comment.get_absolute_url() in text_of(letter)


def test_moderator_chooses_the_daily_letter_again_among_the_replies(client, editor):
    client.force_login(editor)
    assert "Name and letters" in client.get("/replies/").text
    for choice in ("never", "daily"):
        assert client.post("/replies/", {"mail": choice}).status_code == 303
        assert Commenter.objects.get(user=editor).mail == choice


def test_writer_hears_of_a_removal_with_its_reason_and_the_way_to_appeal(postbox, editor):
    comment = create_comment(create_published())

    Comment.objects.filter(pk=comment.pk).decide(Comment.Status.HIDDEN, by=editor, reason="personal")

    (letter,) = postbox.letters
    assert "someone’s personal data" in text_of(letter)
    assert reverse("articles:comment_appeal", args=[comment.pk]) in text_of(letter)
    assert editor.get_username() not in text_of(letter)


def test_of_several_decisions_in_a_row_only_the_last_is_told(queue, postbox, editor):
    writer = create_commenter(email="ani@example.org")
    comment = create_comment(create_published(), commenter=writer, status=Comment.Status.HELD)
    rows = Comment.objects.filter(pk=comment.pk)

    for status in (Comment.Status.APPROVED, Comment.Status.HIDDEN, Comment.Status.APPROVED):
        rows.decide(status, by=editor)
    DBTaskResult.objects.update(run_after=F("enqueued_at"))
    call_command("worker", batch=True)

    assert [letter["To"] for letter in postbox.letters] == ["ani@example.org"]


def test_moderators_hear_what_waits_once_a_day(postbox, time_machine):
    create_editor(email="moderator@example.org")
    create_comment(create_published(), status=Comment.Status.HELD)

    time_machine.move_to("2026-11-26T06:10:00+07:00")
    call_command("tidy_replies")

    assert [letter["To"] for letter in postbox.letters] == ["moderator@example.org"]
    assert "Held: 1" in text_of(postbox.letters[0])

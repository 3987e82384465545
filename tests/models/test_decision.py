import threading

import pytest
from django.db import IntegrityError, InternalError, connection, transaction
from django.db.utils import NotSupportedError, ProgrammingError

from articles.models import Comment, Commenter, Decision
from tests.factories import create_comment, create_commenter, create_editor, create_published, create_quote

Status = Comment.Status


def test_log_can_be_neither_changed_nor_deleted(editor):
    comment = create_comment(create_published(), status=Status.HELD)
    Comment.objects.filter(pk=comment.pk).decide(Status.HIDDEN, by=editor, reason="hate")

    for attempt in (lambda: Decision.objects.update(reason="spam"), lambda: Decision.objects.all().delete()):
        with pytest.raises((InternalError, IntegrityError, NotSupportedError, ProgrammingError)), transaction.atomic():
            attempt()
    assert Decision.objects.get().reason == "hate"


def test_bulk_decision_is_undone_as_one_and_later_decisions_stay(editor):
    story = create_published()
    comments = [create_comment(story, status=Status.HELD) for _each in range(3)]
    Comment.objects.filter(article=story).decide(Status.SPAM, by=editor)
    batch = Decision.objects.filter(action="spam").first().batch
    Comment.objects.filter(pk=comments[0].pk).decide(Status.APPROVED, by=editor)

    assert Comment.objects.all().undo(batch, by=editor) == 2

    assert list(story.comments.order_by("pk").values_list("status", flat=True)) == ["approved", "held", "held"]
    assert Comment.objects.all().undo(batch, by=editor) == 0
    assert Decision.objects.filter(undoes__isnull=False).count() == 2


def test_what_a_colleague_has_in_hand_is_left_alone(editor):
    comment = create_comment(create_published(), status=Status.HELD)
    colleague = create_editor()
    assert Comment.objects.filter(pk=comment.pk).claim(by=colleague) == 1

    assert Comment.objects.filter(pk=comment.pk).claim(by=editor) == 0
    assert Comment.objects.filter(pk=comment.pk).decide(Status.SPAM, by=editor) == 0
    assert Comment.objects.filter(pk=comment.pk).decide(Status.APPROVED, by=colleague) == 1


def test_counters_of_story_thread_quotation_and_reader_follow(editor):
    story = create_published()
    quote, reader = create_quote(story), create_commenter()
    root = create_comment(story, quote=quote, commenter=reader)
    reply = create_comment(story, parent=root, commenter=reader)
    assert reply.thread_id is None or reply.thread_id == root.pk
    Comment.objects.filter(pk=reply.pk).decide(Status.HIDDEN, by=editor)
    for row in (story, quote, reader, root):
        row.refresh_from_db()

    assert (story.comment_count, quote.comment_count, root.reply_count) == (1, 1, 0)
    assert (reader.approved_count, reader.removed_count) == (1, 1)
    root.save()
    Comment.objects.filter(pk=reply.pk).decide(Status.APPROVED, by=editor)
    root.refresh_from_db()
    reader.refresh_from_db()
    assert (root.reply_count, reader.approved_count, reader.removed_count) == (1, 2, 0)


def test_database_refuses_a_reply_about_another_storys_quotation():
    quote = create_quote(create_published())

    with pytest.raises(IntegrityError), transaction.atomic():
        create_comment(create_published(), quote=quote)
        connection.check_constraints()


@pytest.mark.django_db(transaction=True)
def test_replies_at_the_same_instant_are_all_there_and_counted():
    story = create_published()
    root = create_comment(story)
    readers = [create_commenter(approved=0) for _each in range(8)]
    Commenter.objects.update(confirmed_at="2026-01-01T00:00Z")
    start, errors = threading.Barrier(8), []

    def write(reader):
        try:
            start.wait()
            for n in range(5):
                Comment(
                    article=story, parent=root, commenter=reader, name=reader.name, text=f"Serentak {reader.pk} {n}"
                ).submit(is_proved=True)
            Comment.objects.filter(article=story, commenter=reader).decide(Status.APPROVED)
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=write, args=[reader]) for reader in readers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    story.refresh_from_db()
    root.refresh_from_db()
    assert errors == []
    assert (story.comment_count, root.reply_count) == (41, 40)
    assert all(reader.approved_count == 5 for reader in Commenter.objects.filter(pk__in=[r.pk for r in readers]))


@pytest.mark.django_db(transaction=True)
def test_the_same_reply_twice_at_the_same_instant_is_one():
    story, reader = create_published(), create_commenter()
    start, found = threading.Barrier(2), []

    def write():
        try:
            start.wait()
            comment = Comment(article=story, commenter=reader, name="Ani", text="Klik dua kali.")
            found.append(comment.submit(is_proved=True).pk)
        finally:
            connection.close()

    threads = [threading.Thread(target=write) for _each in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(set(found)) == 1 == story.comments.count()
    assert Decision.objects.filter(comment=found[0]).count() == 1

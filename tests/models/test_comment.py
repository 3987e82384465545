import pytest
from django.db import IntegrityError, connection, transaction

from articles.models import Comment
from tests.factories import create_comment, create_published


def count_of(article):
    article.refresh_from_db()
    return article.comment_count


def test_counter_follows_every_decision(editor):
    article = create_published()
    held = create_comment(article, status=Comment.Status.HELD)
    create_comment(article)
    assert count_of(article) == 1

    Comment.objects.filter(pk=held.pk).decide(Comment.Status.APPROVED, by=editor)
    assert count_of(article) == 2
    Comment.objects.all().decide(Comment.Status.SPAM, by=editor)
    assert count_of(article) == 0


def test_story_saved_by_someone_who_read_it_before_keeps_the_counter():
    article = create_published()
    create_comment(article)

    article.save()

    assert count_of(article) == 1


def test_counter_follows_deletion():
    article = create_published()
    create_comment(article).delete()

    assert count_of(article) == 0


def test_decision_remembers_who_and_when(editor):
    held = create_comment(create_published(), status=Comment.Status.HELD)

    assert Comment.objects.filter(pk=held.pk).decide(Comment.Status.HIDDEN, by=editor) == 1

    held.refresh_from_db()
    assert held.decided_by == editor
    assert held.decided_at is not None


def test_reply_joins_the_thread_of_what_it_answers():
    article = create_published()
    root = create_comment(article)
    reply = create_comment(article, parent=root)
    deeper = create_comment(article, parent=reply)

    deeper.refresh_from_db()
    assert deeper.thread_id == root.pk


def test_database_refuses_a_reply_under_another_story():
    elsewhere = create_comment(create_published())

    with pytest.raises(IntegrityError), transaction.atomic():
        create_comment(create_published(), parent=elsewhere)
        connection.check_constraints()

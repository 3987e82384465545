"""Reports, appeals, and the figures that tell of them."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Appeal, Comment, Decision, Report
from tests.factories import create_comment, create_commenter, create_editor, create_published
from tests.readers import sign_in

Status = Comment.Status


def report(client, comment, **fields):
    return client.post(reverse("articles:comment_report", args=[comment.pk]), {"reason": "abuse"} | fields)


def test_report_without_scripts_or_account_reaches_the_queue_and_weighs_nothing(client, desk):
    comment = create_comment(create_published(), text="Kasar sekali.")
    for _twice in range(2):
        assert report(Client(), comment, text="Menghina").status_code == 200

    comment.refresh_from_db()
    assert (comment.open_reports, comment.report_weight, comment.status) == (1, 0, Status.APPROVED)
    assert "Kasar sekali." in desk.get(reverse("admin:articles_comment_changelist"), {"status": "reported"}).text


def test_reports_of_readers_who_judge_well_hold_a_reply_until_somebody_has_looked(client):
    comment = create_comment(create_published())
    for n in range(4):
        report(sign_in(Client(), create_commenter(approved=1)), comment)
        comment.refresh_from_db()
        assert comment.status == (Status.HELD if n == 3 else Status.APPROVED)
    assert Decision.objects.get(comment=comment).rule == "reports"


def test_reports_that_turn_out_wrong_cost_their_weight(editor):
    reporter = create_commenter(approved=1)
    for _each in range(3):
        comment = create_comment(create_published())
        Report(comment=comment, reporter=reporter, reason="spam").submit()
        Comment.objects.filter(pk=comment.pk).decide(Status.APPROVED, by=editor)

    reporter.refresh_from_db()
    assert (reporter.wrong_reports, reporter.report_weight) == (3, 0)
    comment = create_comment(create_published())
    Report(comment=comment, reporter=reporter, reason="spam").submit()
    Comment.objects.filter(pk=comment.pk).decide(Status.HIDDEN, by=editor)
    reporter.refresh_from_db()
    assert reporter.right_reports == 1


def test_report_with_a_bad_field_keeps_the_words(client):
    response = report(client, create_comment(create_published()), reason="x", text="panjang " * 100)

    assert response.status_code == 422 and "panjang panjang" in response.text


def test_held_reply_cannot_be_reported(client):
    held = create_comment(create_published(), status=Status.HELD)

    response = report(client, held, text="Saya sudah menulis alasannya.")

    assert response.status_code == 410 and "Saya sudah menulis alasannya." in response.text
    assert client.get(reverse("articles:comment_report", args=[held.pk])).status_code == 404


def removed(editor, **values):
    comment = create_comment(create_published(), **values)
    Comment.objects.filter(pk=comment.pk).decide(Status.HIDDEN, by=editor, reason="off_topic")
    comment.refresh_from_db()
    return comment


def appeal(client, comment, text="Ini tentang beritanya."):
    return client.post(reverse("articles:comment_appeal", args=[comment.pk]), {"text": text})


def test_appeal_is_decided_by_somebody_else_and_the_reply_is_shown_again(client, desk, editor):
    other = create_editor()
    comment = removed(other)
    appeal(sign_in(Client(), comment.commenter), comment)

    page = reverse("admin:articles_appeal_change", args=[Appeal.objects.get().pk])
    desk.post(page, {"verb": "grant", "answer": "Maaf, kami keliru."})

    comment.refresh_from_db()
    assert comment.status == Status.APPROVED
    assert [entry.action for entry in Decision.objects.of_comment(comment)] == ["hidden", "appealed", "reversed"]


def test_who_removed_a_reply_cannot_decide_on_the_appeal(client, desk, editor):
    comment = removed(editor)
    appeal(sign_in(Client(), comment.commenter), comment)
    found = Appeal.objects.get()

    response = desk.post(reverse("admin:articles_appeal_change", args=[found.pk]), {"verb": "grant"})

    assert "somebody else decides" in response.text
    found.refresh_from_db()
    assert found.decided_at is None
    with pytest.raises(IntegrityError), transaction.atomic():
        Appeal.objects.update(decided_by=editor, decided_at=timezone.now(), is_granted=True)


def test_one_appeal_and_only_against_a_removal_of_ones_own(client, editor):
    comment = removed(editor)
    sign_in(client, comment.commenter)

    assert appeal(client, comment).status_code == 200
    assert appeal(client, comment, "Sekali lagi.").status_code == 422
    assert appeal(client, removed(editor)).status_code == 403
    shown = create_comment(create_published(), commenter=comment.commenter)
    assert appeal(client, shown).status_code == 422


def test_removal_of_long_ago_cannot_be_appealed_against(editor):
    comment = removed(editor)
    Comment.objects.filter(pk=comment.pk).update(decided_at=timezone.now() - timedelta(days=31))
    comment.refresh_from_db()

    with pytest.raises(ValidationError):
        Appeal(comment=comment, text="Terlambat").submit()


def test_everybody_sees_how_a_conversation_was_moderated_and_nobody_s_name(client, editor):
    article = create_published()
    for n in range(3):
        held = create_comment(article, status=Status.HELD, name=f"Rahasia {n}")
        Comment.objects.filter(pk=held.pk).update(waiting_since=timezone.now() - timedelta(hours=3 + n))
        Comment.objects.filter(pk=held.pk).decide(Status.HIDDEN if n else Status.APPROVED, by=editor, reason="hate")
    spam = create_comment(article, status=Status.HELD)
    Comment.objects.filter(pk=spam.pk).decide(Status.SPAM, rule="links", reason="spam")

    page = client.get(reverse("articles:conversation_ledger", args=[article.published_on, article.slug])).text

    assert "hatred against a group: 2" in page and "advertising: 1" in page
    assert "4 hours" in page and "5 hours" in page
    assert "Rahasia" not in page and editor.get_username() not in page

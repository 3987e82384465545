"""What changed meanwhile: the words after a moderator read them, the story after a reader wrote under it."""

from datetime import timedelta

from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Ban, Comment, Decision, Report, Subscription
from tests.factories import create_article, create_comment, create_commenter, create_published
from tests.readers import press, prove, send, sign_in

Status = Comment.Status


def test_moderator_approves_what_was_read_and_not_what_the_writer_made_of_it(desk):
    writer = create_commenter(email="ani@example.org", name="Ani")
    held, shown = (
        create_comment(create_published(), commenter=writer, status=status) for status in ("held", "approved")
    )
    queue = desk.get(reverse("admin:articles_comment_changelist")).text
    assert 'name="seen"' in queue and 'name="seen"' in desk.get(page_of(held)).text
    read_at = timezone.now().isoformat()
    browser = sign_in(Client(), writer)
    for comment in (held, shown):
        browser.post(reverse("articles:comment_edit", args=[comment.pk]), {"text": "Dasar bangsat semua."})
    Comment.objects.update(claimed_at=None, claimed_by=None)

    data = {"action": "approve", "_selected_action": [held.pk, shown.pk], "seen": read_at}
    told = desk.post(reverse("admin:articles_comment_changelist"), data, follow=True).text
    one = desk.post(reverse("admin:articles_comment_moderate", args=[held.pk]), {"verb": "approve", "seen": read_at})

    assert "2 were changed by their writers" in told
    assert one.headers["Location"] == page_of(held)
    for comment in (held, shown):
        comment.refresh_from_db()
    assert (held.status, shown.proposed_text) == (Status.HELD, "Dasar bangsat semua.")
    desk.post(reverse("admin:articles_comment_moderate", args=[held.pk]), {"verb": "hide", "seen": "junk"})
    held.refresh_from_db()
    assert held.status == Status.HIDDEN


def page_of(comment) -> str:
    return reverse("admin:articles_comment_change", args=[comment.pk])


def test_edit_that_overtakes_the_proof_goes_through_the_checks():
    writer = create_commenter(approved=3)
    comment = create_comment(create_published(), commenter=writer, status=Status.UNCONFIRMED, text="Kapal datang.")
    before = Comment.objects.get(pk=comment.pk)
    comment.enter()

    assert before.edit("Dasar bangsat semua.") == "held"

    comment.refresh_from_db()
    assert (comment.text, comment.proposed_text) == ("Kapal datang.", "Dasar bangsat semua.")


def test_moderator_cannot_approve_what_nobody_has_proved_to_have_written(client, editor):
    send(client, create_published())

    assert Comment.objects.all().decide(Status.APPROVED, by=editor) == 0
    assert Comment.objects.get().status == Status.UNCONFIRMED


def test_banned_reader_edits_nothing_and_what_waited_for_the_proof_is_held(client, editor):
    reader = create_commenter(email="ani@example.org", name="Ani", approved=3)
    comment = create_comment(create_published(), commenter=reader, text="Lama.")
    sign_in(client, reader)
    send(Client(), create_published(), name="Ani dari Serambi", text="Menunggu surat.")
    Ban.objects.impose(commenter=reader, until=timezone.now() + timedelta(days=1), reason="abuse", by=editor)

    response = client.post(reverse("articles:comment_edit", args=[comment.pk]), {"text": "Yang baru."})
    press(client, reverse("articles:commenter_confirm", args=[reader.token("confirm")]))

    assert response.status_code == 422 and "Yang baru." in response.text and "until" in response.text
    waiting = Comment.objects.get(text="Menunggu surat.")
    assert (waiting.status, waiting.reason) == (Status.HELD, "abuse")


def test_conversation_of_a_retracted_story_is_closed(client, editor):
    article, reader = create_published(), create_commenter(email="ani@example.org", name="Ani", approved=3)
    held = create_comment(article, status=Status.HELD, kind=Comment.Kind.ERROR)
    edited = create_comment(article, proposed_text="Edit.", waiting_since=timezone.now())
    reported = create_comment(article)
    Report(comment=reported, reporter=reader, reason="spam").submit()
    told = create_comment(article, kind=Comment.Kind.ERROR, commenter=reader)
    removed = create_comment(article, commenter=reader, status=Status.HIDDEN, decided_at=timezone.now())
    send(client, article, name="Cici", email="cici@example.org")
    unproved = Comment.objects.get(name="Cici")

    article.retract(reason="Semuanya keliru.", by=editor)
    prove(client)

    for row in (held, edited, reported, told, removed, unproved, reader):
        row.refresh_from_db()
    assert (held.status, unproved.status) == (Status.CLOSED, Status.CLOSED)
    assert (edited.status, edited.proposed_text) == (Status.APPROVED, None)
    assert (reported.open_reports, reader.right_reports, reader.wrong_reports) == (0, 0, 0)
    assert not Comment.objects.waiting().exists() and not Comment.objects.reported().exists()
    assert list(Comment.objects.to_desk()) == [told], "the retraction may be its answer"
    assert held.commenter.removed_count == 0 and not removed.may_be_appealed()
    assert [entry.rule for entry in Decision.objects.of_comment(held)] == ["retracted"]
    sign_in(client, reader)
    assert client.post(reverse("articles:comment_edit", args=[told.pk]), {"text": "Lagi."}).status_code == 422
    assert client.get("/replies/").status_code == 200


def test_withdrawn_story_keeps_what_waits_and_sends_no_letter_until_it_is_back(desk, editor):
    article = create_published()
    follower = create_commenter()
    Subscription.objects.create(commenter=follower, article=article)
    held = create_comment(article, status=Status.HELD)
    article.withdraw(by=editor)

    assert "not seen by readers" in desk.get(reverse("admin:articles_comment_changelist")).text
    Comment.objects.filter(pk=held.pk).decide(Status.APPROVED, by=editor)
    assert [letter for letter in mail.outbox if letter.to == [follower.email]] == []
    article.publish(by=editor)
    assert held.text in Client().get(article.get_absolute_url()).text


def test_draft_is_no_place_for_a_reply_and_its_headline_is_not_told(client):
    draft = create_article(headline="Judul rahasia")

    assert send(client, draft).status_code == 410
    assert "Judul rahasia" not in send(client, draft).text

"""Letters go to a real mail server here, by the queue and its worker."""

import email
import email.policy
import socket
from datetime import timedelta

import pytest
from aiosmtpd.controller import Controller
from django.core import mail
from django.core.management import call_command
from django.db.models import F
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from articles.letters import daily_letter, moderators_letter, tell_followers, without_links
from articles.models import Appeal, Comment, Commenter, Subscription
from tests.factories import create_comment, create_commenter, create_editor, create_published
from tests.readers import send, sign_in


class Postbox:
    def __init__(self):
        self.letters, self.refuse = [], ""

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.refuse:
            return self.refuse
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.letters.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        return "250 OK"


@pytest.fixture
def postbox(settings):
    handler = Postbox()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    yield handler
    controller.stop()


def text_of(letter) -> str:
    return letter.get_body(("plain",)).get_content()


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


def follow(commenter, article, thread=None):
    return Subscription.objects.create(commenter=commenter, article=article, thread=thread)


def test_followers_hear_of_a_new_reply_once_and_can_end_it_with_one_click(postbox):
    article, follower = create_published(), create_commenter()
    follow(follower, article)
    comment = create_comment(article, text="Baca di https://evil.example/x atau evil.example segera.")

    for _twice in range(2):
        tell_followers.enqueue(comment.pk)

    (letter,) = postbox.letters
    assert letter["To"] == follower.email
    assert "evil.example" not in text_of(letter) and comment.get_absolute_url() in text_of(letter)
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert not list(letter.iter_attachments()) and letter.get_content_type() == "text/plain"
    link = letter["List-Unsubscribe"].strip("<> ").replace("http://127.0.0.1:8000", "")
    mail_program = Client(enforce_csrf_checks=True)
    assert mail_program.get(link).status_code == 200 and Subscription.objects.exists()
    assert mail_program.post(link, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not Subscription.objects.exists()
    assert mail_program.post(link, {"List-Unsubscribe": "One-Click"}).status_code == 200


def test_nobody_hears_of_what_he_wrote_himself_or_of_another_thread(postbox):
    article, follower = create_published(), create_commenter()
    thread = create_comment(article, commenter=follower)
    follow(follower, article, thread)

    tell_followers.enqueue(create_comment(article).pk)
    tell_followers.enqueue(create_comment(article, parent=thread, commenter=follower, text="Saya lagi.").pk)
    assert postbox.letters == []
    tell_followers.enqueue(create_comment(article, parent=thread).pk)

    assert len(postbox.letters) == 1


def test_daily_letter_has_all_that_is_new_once(postbox):
    article, follower = create_published(), create_commenter(mail=Commenter.Mail.DAILY)
    follow(follower, article)
    comments = [create_comment(article) for _each in range(3)]
    for comment in comments:
        tell_followers.enqueue(comment.pk)
    assert postbox.letters == []

    long_ago(*comments)
    for _twice in range(2):
        daily_letter.enqueue(follower.pk)

    (letter,) = postbox.letters
    assert all(comment.get_absolute_url() in text_of(letter) for comment in comments)
    Client().post(letter["List-Unsubscribe"].strip("<> ").replace("http://127.0.0.1:8000", ""))
    follower.refresh_from_db()
    assert follower.mail == Commenter.Mail.NEVER


def test_reply_that_is_approved_after_later_ones_is_told_too(postbox, editor):
    article, at_once = create_published(), create_commenter()
    daily = create_commenter(mail=Commenter.Mail.DAILY)
    for follower in (at_once, daily):
        follow(follower, article)
    first, second = (create_comment(article, status=Comment.Status.HELD) for _each in range(2))

    for comment in (second, first):
        Comment.objects.filter(pk=comment.pk).decide(Comment.Status.APPROVED, by=editor)
        Comment.objects.filter(pk=comment.pk).decide(Comment.Status.HIDDEN, by=editor)
        Comment.objects.filter(pk=comment.pk).decide(Comment.Status.APPROVED, by=editor)

    told = [letter for letter in postbox.letters if letter["To"] == at_once.email]
    assert [first.text in text_of(letter) for letter in told] == [False, True]
    long_ago(first, second)
    daily_letter.enqueue(daily.pk)
    (digest,) = (letter for letter in postbox.letters if letter["To"] == daily.email)
    assert first.text in text_of(digest) and second.text in text_of(digest)


def long_ago(*comments):
    """The comments were told of two minutes ago, on stories that are followed since an hour."""
    keys = [comment.pk for comment in comments]
    Comment.objects.filter(pk__in=keys).update(told_at=timezone.now() - timedelta(minutes=2))
    Subscription.objects.update(created_at=timezone.now() - timedelta(hours=1))


def test_daily_letter_that_the_server_cannot_take_now_comes_later_and_is_not_empty(client, queue, postbox):
    article, follower = create_published(), create_commenter(mail=Commenter.Mail.DAILY)
    follow(follower, article)
    comment = create_comment(article)
    long_ago(comment)
    postbox.refuse = "451 later"
    daily_letter.enqueue(follower.pk)
    call_command("worker", batch=True)
    postbox.refuse = ""

    DBTaskResult.objects.filter(status="READY").update(run_after=F("enqueued_at"))
    call_command("worker", batch=True)

    assert [comment.text in text_of(letter) for letter in postbox.letters] == [True]


def test_very_long_daily_letter_says_that_there_is_more(postbox):
    article, follower = create_published(), create_commenter(mail=Commenter.Mail.DAILY)
    follow(follower, article)
    writer = create_commenter()
    comments = [
        Comment(article=article, commenter=writer, name="Ani", text=f"Balasan {n}.", status="approved")
        for n in range(60)
    ]
    long_ago(*Comment.objects.bulk_create(comments))

    daily_letter.enqueue(follower.pk)

    (letter,) = postbox.letters
    assert text_of(letter).count("Ani writes:") == 50 and "More new replies" in text_of(letter)


def test_who_chooses_the_daily_letter_is_not_told_again_of_what_came_at_once(client, postbox):
    article, follower = create_published(), create_commenter(email="ani@example.org", name="Ani")
    follow(follower, article)
    long_ago(create_comment(article))

    sign_in(client, follower).post("/replies/", {"name": "Ani", "mail": "daily"})
    daily_letter.enqueue(follower.pk)

    assert postbox.letters == []


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


def test_every_letter_but_those_with_a_link_that_was_asked_for_ends_with_one_click(postbox, editor):
    writer = create_commenter(email="ani@example.org")
    editor.email = "moderator@example.org"
    editor.save()
    shown, held = (create_comment(create_published(), commenter=writer) for _each in range(2))
    Comment.objects.filter(pk=shown.pk).decide(Comment.Status.HIDDEN, by=editor)
    Comment.objects.filter(pk=held.pk).update(status="held")
    moderators_letter.enqueue(editor.pk)
    assert [letter["To"] for letter in postbox.letters] == ["ani@example.org", "moderator@example.org"]

    for letter in postbox.letters:
        link = letter["List-Unsubscribe"].strip("<> ").replace("http://127.0.0.1:8000", "")
        assert link in text_of(letter)
        Client(enforce_csrf_checks=True).post(link, {"List-Unsubscribe": "One-Click"})
    postbox.letters.clear()
    Comment.objects.filter(pk=shown.pk).decide(Comment.Status.APPROVED, by=editor)
    moderators_letter.enqueue(editor.pk)

    assert postbox.letters == []


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


def test_stranger_cannot_subscribe_an_address_without_its_owner(client):
    article = create_published()

    client.post(reverse("articles:follow", args=[article.pk]), {"email": "korban@example.org"})

    assert not Subscription.objects.exists()
    link = mail.outbox[-1].body.split("/replies/follow/")[1].split()[0]
    client.post(f"/replies/follow/{link}")
    assert Subscription.objects.get().article == article


def test_reply_with_the_box_ticked_follows_its_thread(client):
    article = create_published()
    root = create_comment(article)
    known = create_commenter(email="ani@example.org", name="Ani", approved=3)

    send(sign_in(client, known), article, parent=root.pk, follow="on")

    assert Subscription.objects.get().thread == root


@pytest.mark.parametrize(
    "text", ["http://x.example/a", "www.x.example", "x.example", "a@x.example", "HTTPS://X.EXAMPLE", "x.co.id/promo"]
)
def test_nothing_in_a_readers_words_becomes_a_link_in_a_letter(text):
    assert without_links(f"lihat {text} sekarang") == "lihat […] sekarang"


def test_subject_with_line_breaks_adds_no_header():
    from articles.letters import letter

    assert letter("a@example.org", "Satu\nBcc: x@example.org", "moderators", {"counts": {}}).subject == (
        "Satu Bcc: x@example.org"
    )

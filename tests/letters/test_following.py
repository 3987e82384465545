"""Letters about new replies, at once or once a day."""

from datetime import timedelta

from django.core import mail
from django.core.management import call_command
from django.db.models import F
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from articles.letters import daily_letter, tell_followers
from articles.models import Comment, Commenter, Subscription
from tests.factories import create_comment, create_commenter, create_published
from tests.letters.conftest import text_of
from tests.readers import send, sign_in


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

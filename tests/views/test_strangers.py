"""What somebody tries who means harm: with another's address, another's browser, a crowd of addresses."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Brake, Comment, Commenter, Report, Subscription
from tests.factories import create_comment, create_commenter, create_editor, create_published
from tests.readers import mailed_link, press, prove, send, sign_in

Status = Comment.Status
# With another's address


def test_owner_of_an_address_sees_what_others_sent_with_it_and_that_is_deleted():
    article, owner = create_published(), Client()
    send(Client(), article, name="Orang Lain", text="Kata busuk atas nama Ani.")
    send(owner, article, text="Kata Ani sendiri.")
    link = mailed_link("/replies/confirm/")
    page = owner.get(link).text
    assert "Kata busuk" in page and "Kata Ani sendiri." in page
    own = Comment.objects.get(text="Kata Ani sendiri.")

    owner.post(link, {"own": [own.pk], "until": own.pk})

    assert Comment.objects.get() == own
    own.refresh_from_db()
    assert own.status == Status.HELD
    assert Commenter.objects.get().name == "Ani", "the owner's, not the one that a stranger gave"


def test_reply_that_came_after_the_page_was_opened_is_neither_taken_nor_deleted(client):
    article = create_published()
    send(client, article)
    first = Comment.objects.get()
    send(Client(), article, text="Baru saja datang.")

    client.post(mailed_link("/replies/confirm/"), {"own": [first.pk], "until": first.pk})

    assert Comment.objects.get(text="Baru saja datang.").status == Status.UNCONFIRMED


def test_nobody_proves_to_have_written_what_waits_for_another():
    article = create_published()
    send(Client(), article)
    stranger = create_commenter(email="lain@example.org", name="Lain", confirmed_at=None)
    link = reverse("articles:commenter_confirm", args=[stranger.token("confirm")])

    response = Client().post(link, {"own": [Comment.objects.get().pk], "until": 10**9})

    assert response.status_code == 422
    assert Comment.objects.get().status == Status.UNCONFIRMED


def test_letters_to_one_address_end_after_five_whoever_asks_for_them(client, time_machine):
    article = create_published()
    for n in range(4):
        send(Client(), article, text=f"Surat ke-{n}.")
    for _each in range(4):
        client.post(reverse("articles:commenter_link"), {"email": "ANI@example.org"})
        client.post(reverse("articles:follow", args=[article.pk]), {"email": "ani@example.org"})
    assert len(mail.outbox) == 5

    time_machine.move_to(timezone.now() + timedelta(hours=25))
    client.post(reverse("articles:commenter_link"), {"email": "ani@example.org"})
    assert len(mail.outbox) == 6
    prove(client)
    assert Comment.objects.filter(status=Status.HELD).count() == 4


def test_answer_tells_nothing_of_whose_name_belongs_to_which_address(client):
    create_commenter(email="elang@example.org", name="Elang Malam")
    article = create_published()

    answers = [send(client, article, name="Elang Malam", email=email) for email in ("elang@example.org", "x@y.example")]

    assert [answer.status_code for answer in answers] == [422, 422]
    assert answers[0].text.replace("elang@example.org", "x@y.example") == answers[1].text
    assert "ask for your link first" in answers[0].text


def test_name_that_was_taken_while_it_waited_for_the_proof_is_read_first(client):
    send(client, create_published(), name="Elang Malam")
    create_commenter(name="Elang Malam")

    prove(client)

    assert (Comment.objects.get().status, Comment.objects.get().reason) == (Status.HELD, "name")


def test_strangers_reply_orders_no_letters_for_a_known_reader(client):
    victim = create_commenter(email="ani@example.org", name="Ani", approved=1)
    article = create_published()
    root = create_comment(article)

    send(Client(), article, name="Orang Lain", parent=root.pk, follow="on")
    create_comment(article, parent=root).announce()
    assert [letter for letter in mail.outbox if "New reply" in letter.subject] == []

    send(sign_in(client, victim), article, name="", parent=root.pk, follow="on", text="Saya sendiri.")
    create_comment(article, parent=root).announce()
    assert [letter.to for letter in mail.outbox if "New reply" in letter.subject] == [["ani@example.org"]]
    assert Subscription.objects.filter(article=article).count() == 1


def test_stranger_who_types_an_address_neither_slows_its_owner_nor_makes_him_a_flood(client):
    sign_in(client, create_commenter(email="ani@example.org", name="Ani", approved=3))
    article = create_published()
    for n in range(7):
        send(Client(), article, name="Orang Lain", text=f"Banjir ke-{n}.")
    Brake.objects.create(article=article, until=timezone.now() + timedelta(minutes=5), reason=Brake.Reason.FAST)

    response = send(client, article, name="", email="", text="Kata Ani sendiri.")

    assert response.status_code == 303
    assert Comment.objects.get(text="Kata Ani sendiri.").status == Status.APPROVED


def test_flood_from_one_network_asks_strangers_to_wait_and_nobody_who_is_proved(client, monkeypatch):
    monkeypatch.setattr(Comment, "FLOOD", 3)
    article, known = create_published(), create_commenter(email="ani@example.org", name="Ani", approved=3)
    for n in range(3):
        assert send(Client(), article, email=f"r{n}@example.org", name=f"Robot {n}").status_code == 303

    refused = send(Client(), article, email="r9@example.org", name="Robot 9", text="Panjang lebar.")

    assert refused.status_code == 422 and "Panjang lebar." in refused.text
    assert send(sign_in(client, known), article, name="", email="").status_code == 303
    assert send(Client(REMOTE_ADDR="203.0.113.7"), article, email="r9@example.org", name="Robot 9").status_code == 303


def test_name_of_one_who_only_follows_is_no_part_of_his_address(client):
    article = create_published()
    client.post(reverse("articles:follow", args=[article.pk]), {"email": "nama.asli@example.org"})
    press(client, mailed_link("/replies/follow/"))

    assert Commenter.objects.get().name == ""
    assert send(client, article, name="", email="").status_code == 422
    assert send(client, article, name="Samaran", email="").status_code == 303
    assert "nama.asli" not in Comment.objects.get().name


# With another's browser


@pytest.mark.parametrize("place", ["confirm", "follow"])
def test_form_of_another_site_makes_nobodys_browser_the_attackers(client, place):
    attacker, article = create_commenter(), create_published()
    address = {
        "confirm": reverse("articles:commenter_confirm", args=[attacker.token("confirm")]),
        "follow": reverse("articles:follow_confirm", args=[article.pk, attacker.token(f"follow.{article.pk}")]),
    }[place]

    for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}, {"origin": "null"}):
        response = client.post(address, headers=headers)
        assert response.status_code == 200 and "commenter" not in response.cookies


def test_forms_of_another_site_do_nothing_with_a_readers_cookie(client):
    reader, article = create_commenter(approved=3), create_published()
    comment, other = create_comment(article, commenter=reader), create_comment(article)
    sign_in(client, reader)
    for name, args, data in (
        ("comment_edit", [comment.pk], {"text": "Diganti."}),
        ("comment_delete", [comment.pk], {}),
        ("comment_report", [other.pk], {"reason": "spam"}),
        ("commenter_erase", [], {}),
        ("commenter_leave", [], {"everywhere": "1"}),
        ("commenter_replies", [], {"name": "Diganti", "mail": "never"}),
        ("follow", [article.pk], {}),
    ):
        client.post(reverse(f"articles:{name}", args=args), data, headers={"sec-fetch-site": "cross-site"})

    comment.refresh_from_db()
    before = (reader.name, reader.key, reader.mail)
    reader.refresh_from_db()
    assert (reader.name, reader.key, reader.mail) == before
    assert (comment.text, comment.status) == (comment.text, Status.APPROVED) and comment.text != "Diganti."
    assert not Report.objects.filter(reporter=reader).exists() and not Subscription.objects.exists()


def test_link_of_one_purpose_opens_nothing_of_another(client):
    reader, article, other = create_commenter(), create_published(), create_published()
    for name, args, purposes in (
        ("commenter_confirm", [], ["cookie", "letters", f"follow.{article.pk}"]),
        ("follow_confirm", [article.pk], ["cookie", "letters", "confirm", f"follow.{other.pk}"]),
    ):
        for purpose in purposes:
            response = client.post(reverse(f"articles:{name}", args=[*args, reader.token(purpose)]))
            assert response.status_code == 410 and "commenter" not in response.cookies
    client.post(reverse("articles:letters_off", args=[reader.token("confirm")]))
    reader.refresh_from_db()
    assert reader.mail == Commenter.Mail.AT_ONCE


def test_address_that_looks_like_another_host_leads_nowhere_else(client):
    article = create_published()
    for field in ("next", "to", "parent", "website"):
        response = client.get(reverse("articles:comment_create", args=[article.pk]), {field: "//evil.example/"})
        assert "evil.example" not in response.headers.get("Location", "") and 'action="//' not in response.text
    assert send(client, article, next="//evil.example").headers["Location"].startswith("/replies/")


# With line breaks and addresses


@pytest.mark.parametrize(
    "email", ["ani@example.org\nBcc: x@evil.example", "ani@example.org,x@evil.example", "Ani <ani@example.org>"]
)
def test_address_adds_no_header_and_no_second_recipient(client, email):
    assert send(client, create_published(), email=email).status_code == 422
    assert client.post(reverse("articles:commenter_link"), {"email": email}).status_code == 422
    assert mail.outbox == []


def test_name_with_line_breaks_reaches_no_header(client):
    reader = create_commenter(email="ani@example.org", name="Ani", approved=3)
    article = create_published()
    root = create_comment(article, commenter=create_commenter(email="budi@example.org"))
    Subscription.objects.create(commenter=root.commenter, article=article)

    send(sign_in(client, reader), article, name="Ani\r\nBcc: x@evil.example\r\n", parent=root.pk)

    (letter,) = [letter for letter in mail.outbox if letter.to == ["budi@example.org"]]
    assert "\n" not in letter.subject and "Bcc" not in letter.message() and "evil.example" not in letter.body


# With reports


def test_reports_of_fresh_addresses_hold_nothing_and_slow_nobody_down(client):
    article = create_published()
    comments = [create_comment(article) for _each in range(8)]
    for n in range(8):
        puppet = sign_in(Client(), create_commenter())
        guest = Client(REMOTE_ADDR=f"203.0.{n}.7")
        for comment in comments:
            for reporter in (puppet, guest):
                reporter.post(reverse("articles:comment_report", args=[comment.pk]), {"reason": "abuse"})

    assert not article.comments.exclude(status=Status.APPROVED).exists()
    assert Brake.objects.pull_where_heated(article) is False


# Of caches


def test_readers_own_pages_are_kept_by_no_cache_whatever_the_address_says(client):
    reader = sign_in(client, create_commenter())
    create_editor()
    for address in ("/replies/?x=1", "/replies/copy/?x.css", "/replies/link/", "/replies/erase/"):
        response = reader.get(address)
        assert "no-store" in response.headers["Cache-Control"] and "public" not in response.headers["Cache-Control"]
        assert "Surrogate-Key" not in response.headers

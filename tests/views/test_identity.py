"""No passwords: a mailed link proves the address, a cookie carries it on, and nobody writes under another's name."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Comment, Commenter
from tests.factories import (
    create_author,
    create_commenter,
    create_editor,
    create_published,
    create_source,
    create_speaker,
)
from tests.readers import REPLY, mailed_link, prove, send, sign_in

Status = Comment.Status


def test_reply_waits_unseen_until_the_mailed_link_is_opened(client, desk):
    article, guest = create_published(), Client()

    response = send(guest, article)

    assert response.headers["Location"].endswith("/sent/confirm/")
    assert Comment.objects.get().status == Status.UNCONFIRMED
    assert REPLY["text"] not in desk.get(reverse("admin:articles_comment_changelist")).text
    prove(guest)
    assert Comment.objects.get().status == Status.HELD
    assert REPLY["text"] in desk.get(reverse("admin:articles_comment_changelist")).text


def test_opening_the_link_without_pressing_the_button_proves_nothing(client):
    send(client, create_published())

    assert client.get(mailed_link("/replies/confirm/")).status_code == 200
    assert Commenter.objects.get().confirmed_at is None


def test_cookie_is_sent_to_no_page_that_others_share(client):
    article = create_published()
    send(client, article)
    prove(client)

    cookie = client.cookies["commenter"]

    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/replies/", True, "Lax")
    page = client.get(article.get_absolute_url())
    assert "Cookie" not in page.headers.get("Vary", "") and not page.cookies
    assert page.content == Client().get(article.get_absolute_url()).content


def test_address_is_proved_once_and_the_next_reply_asks_for_no_letter(client):
    article = create_published()
    send(client, article)
    prove(client)

    response = send(client, article, text="Satu lagi dari saya.", name="", email="")

    assert response.headers["Location"].endswith("/sent/held/")
    assert Comment.objects.get(text="Satu lagi dari saya.").name == "Ani"
    assert len(mail.outbox) == 1


def test_who_types_the_address_of_a_trusted_reader_is_not_that_reader(client):
    known = create_commenter(email="ani@example.org", name="Ani", approved=5)

    send(client, create_published(), name="Ani dari Serambi")

    assert Comment.objects.get(text=REPLY["text"]).status == Status.UNCONFIRMED
    assert mail.outbox[-1].to == [known.email]


def test_trusted_reader_is_shown_at_once(client):
    known = create_commenter(email="ani@example.org", name="Ani", approved=3)
    article = create_published()

    response = send(sign_in(client, known), article)

    assert response.headers["Location"] == Comment.objects.get(article=article).get_absolute_url()
    assert REPLY["text"] in client.get(article.get_absolute_url()).text


@pytest.mark.parametrize("cookie", ["", "x", "W10:abc:def", "a" * 5000, "%00"])
def test_forged_cookie_is_nobodys(client, cookie):
    client.cookies["commenter"] = cookie

    assert send(client, create_published()).headers["Location"].endswith("/sent/confirm/")


def test_cookie_cannot_be_made_of_a_mailed_token_or_of_an_ended_session(client):
    known = create_commenter()
    for token in (known.token("confirm"), known.token("letters")):
        client.cookies["commenter"] = token
        assert client.get("/replies/").templates[0].name == "commenters/link.html"

    sign_in(client, known)
    other = sign_in(Client(), known)
    client.post(reverse("articles:commenter_leave"), {"everywhere": "1"})

    assert other.get("/replies/").templates[0].name == "commenters/link.html"


@pytest.mark.parametrize("token", ["x", "a:b:c", "W10:1:2"])
def test_damaged_or_expired_link_offers_a_new_one(client, time_machine, token):
    known = create_commenter()
    address = reverse("articles:commenter_confirm", args=[known.token("confirm")])
    assert client.get(address.replace(known.token("confirm"), token)).status_code == 410

    time_machine.move_to(timezone.now() + timedelta(days=4))

    response = client.post(address)
    assert response.status_code == 410 and "Send me the link" in response.text


def test_link_is_sent_to_known_addresses_and_the_answer_does_not_tell_which(client):
    create_commenter(email="ani@example.org")

    answers = [
        client.post("/replies/link/", {"email": email}).content for email in ("ani@example.org", "x@example.org")
    ]

    assert answers[0] == answers[1]
    assert [letter.to for letter in mail.outbox] == [["ani@example.org"]]


@pytest.mark.parametrize(
    "name",
    [
        "Redaksi",
        "REDAKSI",
        "Rеdaksi",
        "Sekar Ayu",
        "sekar  ayu",
        "Ѕеkаr Аyu",
        "5ekar",
        "Menteri Bahari",
        "Budi Confirmed",
        "Bahari Muda",
        "Ваhari  Мudа",
        "Radio Ombak",
        "R4dio Ombak FM",
        "Tim Redaksi",
        "Moderator 1",
        "Budi, Kabar Utama",
    ],
)
def test_names_of_desk_authors_speakers_and_proved_readers_cannot_be_imitated(client, name):
    create_editor(first_name="Sekar", last_name="Ayu")
    create_author(name="5ekar")
    create_speaker(name="Menteri Bahari", aliases=["Bahari Muda"])
    create_source(name="Radio Ombak", aliases=["R4dio Ombak FM"])
    create_commenter(name="Budi Confirmed")

    response = send(client, create_published(), name=name)

    assert response.status_code == 422 and not Comment.objects.exists()
    assert REPLY["text"] in response.text


@pytest.mark.parametrize("name", ["Sekar Ayuningtyas", "Редактор Иван", "J. Ani", "李小龍", "محمد"])
def test_other_names_are_free(client, name):
    create_editor(first_name="Sekar", last_name="Ayu")

    assert send(client, create_published(), name=name).status_code == 303


@pytest.mark.parametrize("name", ["...", "\u3164", "\u2800\u115f\uffa0"])
def test_name_without_anything_to_read_is_refused(client, name):
    assert send(client, create_published(), name=name).status_code == 422


def test_desk_writes_with_its_account_and_a_badge_and_never_under_the_name_that_signs_in(client):
    editor = create_editor(username="rahasia7", first_name="Sekar", last_name="Ayu")
    article = create_published()
    client.force_login(editor)

    send(client, article, name="", email="")

    page = Client().get(article.get_absolute_url()).text
    assert "Sekar Ayu" in page and "comment__badge" in page and "rahasia7" not in page


def test_form_of_another_site_is_a_strangers(client):
    known = create_commenter(email="ani@example.org", name="Ani", approved=3)
    article = create_published()
    sign_in(client, known)

    reply = REPLY | {"name": "Ani dari Serambi"}
    client.post(reverse("articles:comment_create", args=[article.pk]), reply, headers={"sec-fetch-site": "cross-site"})

    assert Comment.objects.get(article=article).status == Status.UNCONFIRMED
    assert client.post("/replies/erase/", headers={"origin": "https://evil.example"}).status_code == 200
    assert Commenter.objects.filter(pk=known.pk).exists()


def test_page_of_one_reader_is_kept_by_no_cache(client):
    response = sign_in(client, create_commenter()).get("/replies/")

    assert "no-store" in response.headers["Cache-Control"] and response.headers["X-Robots-Tag"] == "noindex"

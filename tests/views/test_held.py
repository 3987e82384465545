"""A form that cannot be taken in comes back with everything typed, ready to be sent again."""

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from articles.models import Article
from tests.admin.forms import fields
from tests.factories import create_article, create_colleague, create_editor, create_published
from tests.readers import REPLY

HERE = {"HTTP_ORIGIN": "http://testserver"}
TYPED = {"headline": "Kapal tiba <i>lagi</i>", "body": "<p>Satu.</p>\n<p>“Dua”</p>", "standfirst": "Satu\ndua & tiga"}


def form_of(story):
    return reverse("admin:articles_article_change", args=[story.pk])


def held_fields(response) -> dict:
    return {name: values for name, values in fields(response).items() if name != "csrfmiddlewaretoken"}


@pytest.mark.django_db(transaction=True)
def test_a_database_that_goes_away_during_a_save_loses_nothing():
    editor = create_editor()
    client = Client(raise_request_exception=False)
    client.force_login(editor)
    story = create_article(headline="Kapal")
    form = fields(client.get(form_of(story))) | TYPED | {"tags": ["Laut", "Kapal"], "_continue": "1"}
    with connection.cursor() as cursor:
        # The connection of the save ends in the middle of it: as soon as the story's row is written.
        cursor.execute("""
            CREATE FUNCTION go_away() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$;
            CREATE TRIGGER go_away BEFORE UPDATE ON articles_article FOR EACH ROW EXECUTE FUNCTION go_away()
        """)
    try:
        held = client.post(form_of(story), form, **HERE)
        page = held.content.decode()
    finally:
        connection.close()
        with connection.cursor() as cursor:
            cursor.execute("DROP FUNCTION go_away CASCADE")

    assert held.status_code == 503 and held["Retry-After"] and "The database did not answer" in page
    assert "“Dua”" in page and "no-store" in held["Cache-Control"]
    again = held_fields(held)
    for name in ("headline", "body", "standfirst", "tags", "_continue"):
        assert again[name] == (form[name] if isinstance(form[name], list) else [form[name]])
    assert Article.objects.get().headline == "Kapal"

    assert client.post(form_of(story), again, **HERE).status_code == 302
    assert Article.objects.get().headline == TYPED["headline"]


def test_a_signed_out_save_comes_back_and_is_sent_again_after_signing_in(desk, editor):
    story = create_article()
    form = fields(desk.get(form_of(story))) | TYPED
    desk.logout()

    held = desk.post(form_of(story), form, **HERE)

    page = held.content.decode()
    assert held.status_code == 401 and "You are signed out" in page and reverse("admin:login") in page
    assert "Kapal tiba" not in Article.objects.get().headline
    desk.force_login(editor)
    desk.post(form_of(story), held_fields(held), **HERE)
    assert Article.objects.get().headline == TYPED["headline"]


def test_what_a_reporter_typed_while_the_story_was_published_is_not_lost(client, editor):
    reporter = create_colleague("reporter")
    story = create_article(created_by=reporter)
    client.force_login(reporter)
    form = fields(client.get(form_of(story))) | TYPED
    story.publish(by=editor)

    held = client.post(form_of(story), form, **HERE)

    assert held.status_code == 403 and "perhaps it was published meanwhile" in held.text
    assert "Kapal tiba &lt;i&gt;lagi&lt;/i&gt;" in held.text and "Kapal tiba" not in Article.objects.get().headline


def test_an_expired_token_comes_back_with_a_new_one(editor):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor)
    story = create_article()
    form = fields(strict.get(form_of(story))) | TYPED | {"csrfmiddlewaretoken": "x" * 64}

    held = strict.post(form_of(story), form, **HERE)
    assert held.status_code == 403 and "try again" in held.content.decode()

    assert strict.post(form_of(story), fields(held), **HERE).status_code == 302
    assert Article.objects.get().headline == TYPED["headline"]


@pytest.mark.parametrize("origin", ["https://jahat.example", "null", None])
def test_a_strangers_form_is_never_made_ready_to_be_sent(editor, origin):
    strict = Client(enforce_csrf_checks=True)
    story = create_article()
    headers = {"HTTP_ORIGIN": origin} if origin else {}

    signed_out = Client().post(form_of(story), TYPED, **headers)
    strict.force_login(editor)
    refused = strict.post(form_of(story), TYPED, **headers)

    assert signed_out.status_code == 302 and refused.status_code == 403
    assert "Kapal tiba" not in refused.content.decode()


def fails(table: str, event: str, code: str) -> None:
    """Let PostgreSQL answer every such write with an error of that code."""
    with connection.cursor() as cursor:
        cursor.execute(f"""
            CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '{code}'; END $$;
            CREATE TRIGGER fail BEFORE {event} ON {table} FOR EACH ROW EXECUTE FUNCTION fail()
        """)


CANCELED, DIVISION_BY_ZERO = "57014", "22012"


def test_a_password_is_never_held():
    create_editor(username="ani", password="rahasia sekali")
    fails("auth_user", "UPDATE", CANCELED)
    client = Client(raise_request_exception=False)

    held = client.post(reverse("admin:login"), {"username": "ani", "password": "rahasia sekali"}, **HERE)

    assert held.status_code == 503 and "rahasia" not in held.content.decode()


def test_a_readers_reply_is_held_without_a_cookie():
    story = create_published()
    fails("articles_comment", "INSERT", CANCELED)
    client = Client(raise_request_exception=False)
    reply = {"name": "Ani", "email": "ani@example.org", "text": "Setuju\nsekali.", "kind": "reply"}

    held = client.post(reverse("articles:comment_create", args=[story.pk]), reply, **HERE)

    assert held.status_code == 503 and not client.cookies and "csrfmiddlewaretoken" not in held.content.decode()
    assert {name: fields(held)[name] for name in reply} == {name: [value] for name, value in reply.items()}


def test_any_other_error_has_its_plain_page():
    story = create_published()
    fails("articles_comment", "INSERT", DIVISION_BY_ZERO)
    client = Client(raise_request_exception=False)

    broken = client.post(reverse("articles:comment_create", args=[story.pk]), REPLY, **HERE)

    assert broken.status_code == 500 and "Something broke" in broken.content.decode()

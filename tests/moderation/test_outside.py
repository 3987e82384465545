"""A checker outside is a real server here: it answers, says junk, hangs, drips, or is not there."""

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest
from django.core.management import call_command
from django.urls import reverse

from articles.models import Comment
from articles.moderation import Submission, akismet, checkers
from tests.factories import create_comment, create_commenter, create_published
from tests.readers import send, sign_in

Status = Comment.Status


class Checker(BaseHTTPRequestHandler):
    answer, asked = b"false", []

    def do_POST(self):
        Checker.asked.append(parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()))
        if Checker.answer == b"hang":
            time.sleep(2)
        self.send_response(302 if Checker.answer == b"elsewhere" else 200)
        if Checker.answer == b"elsewhere":
            self.send_header("Location", "http://127.0.0.1:1/")
        if Checker.answer == b"blatant":
            self.send_header("X-akismet-pro-tip", "discard")
        self.end_headers()
        try:
            if Checker.answer == b"drip":
                for _each in range(20):
                    self.wfile.write(b"f")
                    self.wfile.flush()
                    time.sleep(0.1)
            self.wfile.write({b"blatant": b"true"}.get(Checker.answer, Checker.answer))
        except OSError:
            pass  # whoever asked has gone

    def log_message(self, *args):
        pass


@pytest.fixture
def checker(settings, monkeypatch):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Checker)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.AKISMET_KEY, settings.AKISMET_URL = "kunci", f"http://127.0.0.1:{server.server_port}/1.1/comment-check"
    monkeypatch.setattr(checkers, "TIMEOUT", 0.4)
    Checker.answer, Checker.asked = b"false", []
    yield Checker
    server.shutdown()


@pytest.fixture
def trusted():
    return create_commenter(email="ani@example.org", name="Ani", approved=3)


@pytest.fixture
def known():
    return create_commenter(email="ani@example.org", name="Ani", approved=1)


def written(client, who):
    article = create_published()
    send(sign_in(client, who), article)
    return article.comments.get()


@pytest.mark.parametrize(
    ("answer", "status"), [(b"false", "approved"), (b"true", "held"), (b"blatant", "spam"), (b"elsewhere", "held")]
)
def test_answer_of_the_checker_decides(client, checker, known, answer, status):
    checker.answer = answer

    assert written(client, known).status == status


def test_checker_is_told_no_address_and_only_the_masked_network(client, checker, known):
    written(client, known)

    (asked,) = checker.asked
    assert asked["user_ip"] == ["127.0.0.0"]
    assert "ani@example.org" not in str(asked)


@pytest.mark.parametrize("answer", [b"hang", b"drip", b"junk <html>", b""])
def test_checker_that_hangs_or_answers_junk_shows_the_trusted_and_holds_the_rest(client, checker, trusted, answer):
    checker.answer = answer
    other = create_commenter(email="budi@example.org", name="Budi", approved=1)

    shown = written(client, trusted)
    held = create_published()
    send(sign_in(client, other), held, email="budi@example.org", name="Budi")

    assert (shown.status, shown.is_unchecked) == (Status.APPROVED, True)
    assert (held.comments.get().status, held.comments.get().reason) == (Status.HELD, "unchecked")


def test_checker_that_is_down_loses_no_reply_and_moderators_are_told(client, settings, known, editor):
    settings.AKISMET_KEY, settings.AKISMET_URL = "kunci", "http://127.0.0.1:1/"

    comment = written(client, known)

    assert comment.status == Status.HELD and comment.is_unchecked
    client.force_login(editor)
    assert "A checker did not answer" in client.get(reverse("admin:articles_comment_changelist")).text


def test_what_was_unknown_is_asked_again_when_the_checker_is_back(client, checker, known):
    checker.answer = b"junk"
    comment = written(client, known)
    checker.answer = b"false"

    call_command("tidy_replies")

    comment.refresh_from_db()
    assert (comment.status, comment.is_unchecked) == (Status.APPROVED, False)


def test_what_a_trusted_reader_wrote_meanwhile_is_taken_back_when_the_checker_objects(client, checker, trusted):
    checker.answer = b"junk"
    comment = written(client, trusted)
    checker.answer = b"true"

    call_command("tidy_replies")

    comment.refresh_from_db()
    assert (comment.status, comment.reason) == (Status.HELD, "spam")


@pytest.mark.parametrize("answer", [b"hang", b"drip"])
def test_no_checker_is_waited_for_beyond_its_time(checker, answer):
    checker.answer = answer
    started = time.monotonic()

    said = checkers.ask("akismet", akismet.check, Submission(text="Halo.", name="Ani"))

    assert said.verdict == "unknown" and time.monotonic() - started < 1.5


def test_while_too_many_calls_hang_nobody_is_asked_and_nothing_is_lost(client, checker, known, monkeypatch):
    monkeypatch.setattr(checkers.HANGING, "acquire", lambda blocking: False)

    comment = written(client, known)

    assert checker.asked == []
    assert (comment.status, comment.is_unchecked) == (Status.HELD, True)


def test_edit_goes_through_the_same_checker(client, checker, trusted):
    comment = create_comment(create_published(), commenter=trusted, text="Kapal datang.")
    checker.answer = b"true"

    sign_in(client, trusted).post(reverse("articles:comment_edit", args=[comment.pk]), {"text": "Kapal pergi."})

    comment.refresh_from_db()
    assert (comment.text, comment.proposed_text) == ("Kapal datang.", "Kapal pergi.")
    assert checker.asked[0]["comment_content"] == ["Kapal pergi."]

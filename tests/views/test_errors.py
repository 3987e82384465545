"""What readers get, and what the log says, when a request cannot be answered."""

import io
import logging

import pytest
from django.urls import reverse


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["comment_create", "comment_sent", "follow", "follow_confirm"])
@pytest.mark.parametrize("story", [0, 999_999, 10**30])
def test_a_story_that_is_not_there_is_404_for_replies_too(client, name, story):
    rest = {"comment_sent": ["held"], "follow_confirm": ["x"]}.get(name, [])
    address = reverse(f"articles:{name}", args=[story, *rest])

    assert client.get(address).status_code == 404
    answer = client.post(address, {"text": "Ada."})
    if name == "comment_create":  # the story may have been there when the reader began: what was typed is given back
        assert answer.status_code == 410 and "Ada." in answer.text
    else:
        assert answer.status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(("address", "host"), [("/latest/?before=x", "testserver"), ("/replies/", "evil.example")])
def test_what_a_visitor_does_wrong_is_one_line_in_the_log(client, monkeypatch, address, host):
    (console,) = [each for each in logging.getLogger().handlers if type(each) is logging.StreamHandler]
    monkeypatch.setattr(console, "stream", io.StringIO())

    assert client.get(address, headers={"host": host}).status_code == 400

    assert len(console.stream.getvalue().splitlines()) == 1


@pytest.mark.django_db
def test_a_foreign_host_is_told_nothing_of_the_settings(client):
    response = client.get("/replies/", headers={"host": "evil.example"})

    assert response.status_code == 400
    assert "ALLOWED_HOSTS" not in response.text and "evil.example" not in response.text


@pytest.mark.django_db
@pytest.mark.parametrize("at_desk", [True, False])
def test_more_than_is_taken_in_is_answered_with_a_sentence_and_not_as_a_damaged_address(desk, settings, at_desk):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 3 * 1024**2
    address = reverse("admin:articles_article_add") if at_desk else "/replies/"

    answer = desk.post(address, {"body": "b" * 4 * 1024**2})

    assert answer.status_code == 413
    assert "Not saved: too long" in answer.text and "longer than 3 MB" in answer.text

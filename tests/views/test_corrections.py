"""The public ledger and the history of a story, as readers see them."""

import json

import pytest
from django.urls import reverse

from articles.models.content import content_of
from tests.factories import create_article, create_published, create_quote
from tests.queries import queries


def history(story):
    return reverse("articles:article_history", args=[story.published_on, story.slug])


def correct(story, text="Jamnya keliru.", kind="correction", quote=None, **changes):
    story.revise(content_of(story) | changes)
    return story.correct(kind=kind, reason=text, quote=quote)


@pytest.fixture
def corrected():
    story = create_published(
        headline="Kapal tiba pukul lima", standfirst="Satu kalimat.", body="<p>Pukul lima pagi.</p>"
    )
    correct(story, headline="Kapal tiba pukul enam", body="<p>Pukul enam pagi.</p>")
    return story


def test_a_correction_is_said_at_the_story_on_the_ledger_and_in_its_feed(client, corrected):
    assert "Jamnya keliru." in client.get(corrected.get_absolute_url()).content.decode()
    assert "Jamnya keliru." in client.get("/corrections/").content.decode()
    for form in ("rss", "atom", "json"):
        assert "Jamnya keliru." in client.get(f"/corrections/feed.{form}").content.decode()


def test_the_history_shows_what_it_was_and_what_it_is_word_by_word(client, corrected):
    page = client.get(history(corrected)).content.decode()

    assert "<del>lima</del><ins>enam</ins>" in page and "Jamnya keliru." in page
    assert history(corrected) in client.get(corrected.get_absolute_url()).content.decode()


def test_a_small_change_is_in_the_history_and_nowhere_else(client, corrected):
    corrected.revise(content_of(corrected) | {"standfirst": "Satu kalimat saja."})
    corrected.publish()

    page = client.get(history(corrected)).content.decode()

    assert "step--small" in page and "<ins> saja</ins>" in page
    assert client.get("/corrections/").content.decode().count("entry__text") == 1


def test_an_update_is_said_at_the_story_but_is_no_error(client):
    story = create_published()
    correct(story, "Kapal kini berlabuh.", kind="update", headline="Kapal berlabuh")

    assert "Kapal kini berlabuh." in client.get(story.get_absolute_url()).content.decode()
    assert "Kapal kini berlabuh." not in client.get("/corrections/").content.decode()


def test_a_retraction_stands_in_the_ledger_and_its_history_is_gone_with_the_reason(client, corrected):
    corrected.retract(reason="Narasumbernya tidak ada.")

    gone = client.get(history(corrected))
    assert gone.status_code == 410 and "Narasumbernya tidak ada." in gone.content.decode()
    assert "Narasumbernya tidak ada." in client.get("/corrections/").content.decode()


def test_a_quotation_concerned_is_linked(client):
    story = create_article()
    quote = create_quote(story)
    story.publish()
    correct(story, quote=quote)

    assert f'href="{quote.get_absolute_url()}">The quotation concerned' in client.get("/corrections/").content.decode()


def test_what_waits_at_the_desk_is_nowhere_in_what_readers_get(client, corrected):
    corrected.revise(content_of(corrected) | {"headline": "Rahasia", "body": "<p>Rahasia</p>"})

    for address in ("/", corrected.get_absolute_url(), history(corrected), "/feed.json", "/search/?q=rahasia"):
        assert "<p>Rahasia" not in client.get(address).content.decode()
        assert "Rahasia</a>" not in client.get(address).content.decode()


def test_the_history_of_what_readers_cannot_see_is_not_found(client):
    scheduled = create_published(hours_ago=-2)

    assert client.get(history(scheduled)).status_code == 404


def test_linked_data_names_the_correction(client, corrected):
    page = client.get(corrected.get_absolute_url()).content.decode()
    story = json.loads(page.split('<script type="application/ld+json">')[1].split("</script>")[0])[0]

    assert story["correction"][0] | {"@type": "CorrectionComment", "text": "Jamnya keliru."} == story["correction"][0]


def test_the_history_asks_as_much_for_many_versions_as_for_few(client, corrected):
    few = queries(client, history(corrected))
    for number in range(15):
        correct(corrected, headline=f"Versi {number}")

    assert queries(client, history(corrected)) == few
    assert "before=" in client.get(history(corrected)).content.decode()

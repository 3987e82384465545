"""What stands in which feed, and how it is served."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.utils import timezone

from articles.feeds import newest
from articles.models import Citation, Quote
from tests.factories import (
    create_article,
    create_citation,
    create_comment,
    create_published,
    create_quote,
    create_source,
)
from tests.queries import queries
from tests.views.feeds.conftest import FEEDS, FORMS, LISTS, entries, read


@pytest.mark.parametrize("address", FEEDS)
def test_feed_without_items_is_a_feed_and_does_not_change(client, fill, address):
    fill().withdraw()

    with time_machine.travel(timezone.now()):
        first = read(client, address)
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        later = read(client, address)

    assert entries(client, address) == []
    assert first.content == later.content


@pytest.mark.parametrize("address", FEEDS)
def test_only_what_readers_see_is_in_a_feed(client, fill, address):
    fill(create=create_article)
    fill().withdraw()
    fill(hours_ago=-1)

    assert entries(client, address) == []
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        assert len(entries(client, address)) == 1


def test_quotes_that_are_not_accepted_are_in_no_feed(client, fill):
    fill()
    for status in (Quote.Status.PROPOSED, Quote.Status.REJECTED):
        create_quote(create_published(), status=status, speaker=Quote.objects.first().speaker, exact="Usulan saja.")

    assert "Usulan saja." not in read(client, "/people/raka/feed.json").text


@pytest.mark.parametrize("address", FEEDS)
def test_story_that_rests_on_a_source_which_refuses_leaves_the_feeds(client, fill, address):
    article = fill()
    assert len(entries(client, address)) == 1

    create_citation(article, source=create_source(may_syndicate=False))

    assert entries(client, address) == []


@pytest.mark.parametrize("address", FEEDS)
def test_feed_has_the_thirty_newest(client, fill, monkeypatch, address):
    monkeypatch.setattr("articles.feeds.stories.LENGTH", 3)
    monkeypatch.setattr("articles.feeds.quotes.LENGTH", 3)
    for n in range(5):
        fill(headline=f"Kabar {n}", hours_ago=9 - n)

    found = entries(client, address)

    assert newest.LENGTH == 30
    assert ["Kabar 4" in found[0], "Kabar 3" in found[1], "Kabar 2" in found[2]] == [True] * len(found) == [True] * 3


@pytest.mark.parametrize("address", FEEDS)
def test_queries_do_not_grow_with_the_items(client, fill, address):
    fill(2)
    few = queries(client, address)
    fill(5)

    assert queries(client, address) == few <= 7


@pytest.mark.parametrize("address", FEEDS)
def test_feed_is_the_same_bytes_for_everyone_and_answers_304(desk, fill, address):
    create_comment(fill(), email="rahasia@example.org")

    one = Client().get(address)
    other = desk.get(address, headers={"cookie": "sessionid=junk", "accept-language": "en"})

    assert one.content == other.content
    assert not one.cookies and "Cookie" not in one.headers.get("Vary", "")
    assert one.headers["Cache-Control"].startswith("public, max-age=0, must-revalidate, s-maxage=")
    assert Client().get(address, headers={"if-none-match": one.headers["ETag"]}).status_code == 304
    assert "example.org" not in one.text
    assert Client().post(address).status_code == 405


def test_reader_that_asks_by_date_learns_of_a_withdrawal(client, fill):
    """The newest date in a feed goes back then, so a date says nothing of what a reader still has."""
    fill(hours_ago=5)
    fill(hours_ago=1).withdraw()

    response = client.get("/feed.rss", headers={"if-modified-since": "Wed, 01 Jan 2200 00:00:00 GMT"})

    assert response.status_code == 200
    assert "Last-Modified" not in response.headers


@pytest.mark.parametrize("form", FORMS)
def test_feeds_of_renamed_things_redirect(client, fill, form):
    article = fill()
    author, tag = article.bylines.first().author, article.tags.get()
    rows = [article.section, tag, article.citations.first().source, article.quotes.get().speaker, author]
    before = [f"{row.get_absolute_url()}feed.{form}" for row in rows]
    for row in rows:
        row.slug = f"{row.slug}-baru"
        row.save()

    for row, address in zip(rows, before, strict=True):
        response = client.get(address)
        assert response.status_code == 301
        assert response.headers["Location"] == f"{row.get_absolute_url()}feed.{form}"


def test_things_that_never_were_have_no_feed(client):
    for of in LISTS[1:]:
        assert client.get(f"{of}feed.rss").status_code == 404
    assert client.get("/feed.xml").status_code == 404


def test_story_that_cites_a_source_twice_is_in_its_feed_once(client, fill):
    article = fill()
    assert Citation.objects.filter(article=article, source__slug="radio").count() == 2

    assert len(entries(client, "/sources/radio/feed.json")) == 1


@pytest.mark.parametrize("of", LISTS)
def test_every_page_names_its_feeds(client, fill, of):
    fill()

    links = re.findall(r'rel="alternate" type="([^"]+)"[^>]* href="([^"]+)"', client.get(of).text)

    assert dict(links) == {kind: f"{settings.SITE_URL}{of}feed.{form}" for form, kind in FORMS.items()}

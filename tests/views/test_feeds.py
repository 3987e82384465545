"""Feeds, by the rules of the W3C's validator, of RFC 4287 and of jsonfeed.org/version/1.1."""

import json
import re
from datetime import timedelta
from html import unescape
from xml.etree import ElementTree

import feedparser
import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from articles.feeds import newest
from articles.models import Article, Author, Citation, Photo, Quote, Section, Source, Speaker, Tag
from tests.factories import (
    create_article,
    create_author,
    create_citation,
    create_comment,
    create_photo,
    create_published,
    create_quote,
    create_section,
    create_source,
    create_speaker,
    create_tag,
)
from tests.feed_rules import ATOM, CHECKS

FORMS = {"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"}
LISTS = ["/", "/sections/kota/", "/tags/laut/", "/sources/radio/", "/people/raka/", "/authors/ani/"]
FEEDS = [f"{of}feed.{form}" for of in LISTS for form in FORMS]
XML_FEEDS = [address for address in FEEDS if not address.endswith("json")]
# Columns whose text comes into feeds.
HOSTED = {
    Article: ["headline", "standfirst", "rights"],
    Author: ["name"],
    Photo: ["alt", "caption", "credit"],
    Quote: ["exact", "role"],
    Section: ["name", "description"],
    Source: ["name", "description"],
    Speaker: ["name"],
    Tag: ["name"],
}


@pytest.fixture
def fill():
    """A function that publishes stories which every one of the LISTS has, each with a quote."""
    shared = {
        "section": create_section(slug="kota", name="Kota & Desa"),
        "tags": [create_tag(slug="laut", name="Laut")],
        "authors": [create_author(slug="ani", name="Ani"), create_author(slug="budi", name="Budi")],
    }
    source, speaker = create_source(slug="radio", name="Radio Bahari"), create_speaker(slug="raka", name="Raka")

    def add(number=1, source=source, create=create_published, **overrides):
        for _each in range(number):
            article = create(**shared | {"headline": "Kapal & dermaga", "lead_photo": create_photo()} | overrides)
            citation = create_citation(article, source=source, title="Siaran pagi")
            create_citation(article, source=source, via=citation)
            values = {"role": "nakhoda", "citation": citation, "said_on": timezone.localdate()}
            create_quote(article, speaker=speaker, exact=f"Kapal itu <{article.pk}> & penuh.", **values)
        return article

    return add


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return response


def entries(client, address) -> list[str]:
    """The texts of a feed's items, however the feed is written."""
    response = read(client, address)
    if address.endswith("json"):
        return [json.dumps(item) for item in response.json()["items"]]
    root = ElementTree.fromstring(response.content)
    return [ElementTree.tostring(item, "unicode") for item in [*root.iter("item"), *root.iter(f"{ATOM}entry")]]


def parsed(client, address):
    """A feed as a stranger's program reads it, which finds nothing wrong with it. (It knows no JSON Feed.)"""
    response = read(client, address)
    feed = feedparser.parse(response.content, response_headers={"content-type": response.headers["Content-Type"]})
    assert not feed.bozo, (address, feed.get("bozo_exception"))
    return feed


@pytest.mark.parametrize("address", XML_FEEDS)
def test_a_strangers_program_reads_every_feed_without_complaint(client, fill, address):
    fill(3)

    feed = parsed(client, address)

    assert len(feed.entries) == 3
    assert all(entry.title and entry.link.startswith(settings.SITE_URL) and entry.published for entry in feed.entries)
    assert feed.feed.title.startswith(settings.SITE_NAME)


@pytest.mark.parametrize("address", FEEDS)
def test_feed_keeps_the_rules_of_its_form(client, fill, address):
    fill(2)
    response = read(client, address)

    form = address.rpartition(".")[2]
    assert response.headers["Content-Type"].split(";")[0] == FORMS[form]
    assert len(CHECKS[form](response.text, address)) == 2


@pytest.mark.parametrize("form", FORMS)
def test_feed_has_the_whole_text_with_complete_links(client, form):
    create_published(
        body='<p>Awal.</p><h2>Tengah</h2><p><a href="/tags/laut/">laut</a> <a href="#catatan">catatan</a></p>',
        rights="Hak cipta Radio Bahari",
        lead_photo=create_photo(alt="Kapal kayu"),
    )

    (entry,) = entries(client, f"/feed.{form}")

    for part in ("Awal.", "Tengah", f"{settings.SITE_URL}/tags/laut/", "/#catatan", "Hak cipta Radio Bahari"):
        assert part in entry
    assert "Kapal kayu" in entry


def test_title_and_summary_mean_the_same_in_every_form(client):
    create_published(headline="Ikan < kapal & “laut”", standfirst="Satu < dua & tiga.")

    for address in ("/feed.rss", "/feed.atom"):
        (entry,) = parsed(client, address).entries
        assert unescape(entry.title) == "Ikan < kapal & “laut”"
        assert unescape(entry.summary) == "Satu < dua & tiga."
    (item,) = read(client, "/feed.json").json()["items"]
    assert item["title"] == "Ikan < kapal & “laut”"
    assert item["summary"] == "Satu < dua & tiga."


def test_story_without_standfirst_byline_and_text_has_a_place_in_every_feed(client):
    create_published(standfirst="", body="", headline="Hanya judul")

    assert parsed(client, "/feed.rss").entries[0].summary == "Hanya judul"
    assert parsed(client, "/feed.atom").entries[0].summary == "Hanya judul"
    assert read(client, "/feed.json").json()["items"][0]["summary"] == "Hanya judul"


@pytest.mark.parametrize("address", XML_FEEDS)
def test_characters_that_xml_refuses_make_no_feed_unreadable(client, fill, address):
    hostile = "A\x0bB\x1f \ufffe ]]> <b> كابل 한국 \u202e"
    fill(headline=hostile, standfirst=hostile, rights=hostile)
    for model, names in HOSTED.items():
        model.objects.update(**dict.fromkeys(names, hostile))

    assert len(parsed(client, address).entries) == 1


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
    def queries():
        with CaptureQueriesContext(connection) as captured:
            read(client, address)
        return len(captured)

    fill(2)
    few = queries()
    fill(5)

    assert queries() == few <= 7


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


def test_ids_stay_when_a_story_is_renamed(client, fill):
    story = fill()
    before = read(client, "/feed.json").json()["items"][0]

    story.slug = "nama-lain"
    story.save()

    after = read(client, "/feed.json").json()["items"][0]
    assert after["url"] != before["url"]
    assert after["id"] == before["id"]
    assert after["id"] in read(client, "/feed.atom").text


def test_update_of_substance_has_its_date(client, fill):
    story = fill(hours_ago=10)
    story.updated_at = story.first_published_at + timedelta(hours=9)
    story.save()

    item = read(client, "/feed.json").json()["items"][0]

    assert parse_datetime(item["date_modified"]) - parse_datetime(item["date_published"]) == timedelta(hours=9)


def test_story_that_cites_a_source_twice_is_in_its_feed_once(client, fill):
    article = fill()
    assert Citation.objects.filter(article=article, source__slug="radio").count() == 2

    assert len(entries(client, "/sources/radio/feed.json")) == 1


def test_json_of_a_person_says_who_said_what_when_and_through_whom(client):
    article = create_published(headline="Feri berlayar")
    portal = create_citation(article, source=create_source(name="Portal Senja"), part=Citation.Part.BASED_ON)
    agency = create_citation(article, source=create_source(name="Agen Satu"), via=portal, url="https://agen.example/1")
    speaker = create_speaker(slug="raka", name="Raka", wikidata_id="Q42")
    quote = create_quote(
        article,
        speaker=speaker,
        exact="Kami berlayar malam ini.",
        role="nakhoda",
        citation=agency,
        said_on=timezone.localdate().replace(month=9, day=1, year=2026),
        said_on_precision=Quote.Precision.MONTH,
        is_translation=True,
    )

    (item,) = read(client, "/people/raka/feed.json").json()["items"]
    said = item["_newsportal"]

    assert item["title"] == "“Kami berlayar malam ini.” – Raka"
    assert item["url"] == item["id"] == f"{settings.SITE_URL}{quote.get_absolute_url()}"
    assert said["speaker"]["name"] == "Raka" and said["speaker"]["wikidata_id"] == "Q42"
    assert (said["role"], said["said_on"], said["precision"]) == ("nakhoda", "2026-09", "month")
    assert said["is_translation"] is True and said["is_fragment"] is False
    assert [step["source"] for step in said["chain"]] == ["Agen Satu", "Portal Senja"]
    assert said["chain"][0]["url"] == "https://agen.example/1"
    assert said["story"]["title"] == "Feri berlayar"
    assert said["story"]["url"] == f"{settings.SITE_URL}{article.get_absolute_url()}"


def test_json_of_a_source_has_the_chains_of_each_story(client):
    article = create_published()
    portal = create_citation(article, source=create_source(slug="portal", name="Portal Senja"))
    create_citation(article, source=create_source(name="Agen Satu"), via=portal)

    (item,) = read(client, "/sources/portal/feed.json").json()["items"]

    (chain,) = item["_newsportal"]["chains"]
    assert [step["source"] for step in chain] == ["Agen Satu", "Portal Senja"]


@pytest.mark.parametrize("of", LISTS)
def test_every_page_names_its_feeds(client, fill, of):
    fill()

    links = re.findall(r'rel="alternate" type="([^"]+)"[^>]* href="([^"]+)"', client.get(of).text)

    assert dict(links) == {kind: f"{settings.SITE_URL}{of}feed.{form}" for form, kind in FORMS.items()}

"""What feeds say of a story or a quote, by the rules of the W3C's validator, of RFC 4287 and of
jsonfeed.org/version/1.1."""

from datetime import timedelta
from html import unescape

import pytest
from django.conf import settings
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from articles.models import Article, Author, Citation, Photo, Quote, Section, Source, Speaker, Tag
from tests.factories import (
    create_citation,
    create_photo,
    create_published,
    create_quote,
    create_source,
    create_speaker,
)
from tests.feed_rules import CHECKS
from tests.views.feeds.conftest import FEEDS, FORMS, XML_FEEDS, entries, parsed, read

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

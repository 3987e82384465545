"""Sitemaps by the protocol (sitemaps.org), and the news sitemap by Google's rules for publishers."""

import re
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from articles import sitemaps
from tests.factories import (
    create_article,
    create_citation,
    create_published,
    create_quote,
    create_section,
    create_source,
    create_speaker,
    create_tag,
)
from tests.queries import queries

S = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
NOON = datetime(2026, 11, 17, 5, tzinfo=UTC)  # noon of a Tuesday in the newsroom


@pytest.fixture(autouse=True)
def _noon():
    with time_machine.travel(NOON, tick=False):
        yield


def xml(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    assert response.headers["Content-Type"] == "application/xml"
    return ElementTree.fromstring(response.content)


def addresses(client, address) -> list[str]:
    """The addresses in a sitemap or an index, without the site."""
    found = [loc.text for loc in xml(client, address).iter(f"{S}loc")]
    assert all(loc.startswith(f"{settings.SITE_URL}/") for loc in found)
    assert len(set(found)) == len(found)
    return [loc.removeprefix(settings.SITE_URL) for loc in found]


def publish(*moments, **overrides) -> list:
    return [create_published(hours_ago=(NOON - moment) / timedelta(hours=1), **overrides) for moment in moments]


def everything(client) -> list[str]:
    """What a search engine that follows the index is told of."""
    return [found for sitemap in addresses(client, "/sitemap.xml") for found in addresses(client, sitemap)]


def test_index_has_a_sitemap_for_each_month_with_stories_by_the_newsrooms_clock(client):
    publish(
        datetime(2026, 10, 31, 16, 59, tzinfo=UTC),
        datetime(2026, 10, 31, 17, 0, tzinfo=UTC),
        datetime(2023, 9, 13, tzinfo=UTC),
    )

    months = [address for address in addresses(client, "/sitemap.xml") if re.search(r"\d{4}-\d{2}", address)]

    assert months == ["/sitemaps/2026-11.xml", "/sitemaps/2026-10.xml", "/sitemaps/2023-09.xml"]
    assert [len(addresses(client, month)) for month in months] == [1, 1, 1]


def test_month_has_its_stories_with_the_date_of_their_last_change(client):
    new, old = publish(NOON - timedelta(days=1), NOON - timedelta(days=2))
    old.updated_at = NOON - timedelta(hours=3)
    old.save()

    urls = list(xml(client, "/sitemaps/2026-11.xml").iter(f"{S}url"))

    assert addresses(client, "/sitemaps/2026-11.xml") == [new.get_absolute_url(), old.get_absolute_url()]
    assert [url.findtext(f"{S}lastmod") for url in urls] == ["2026-11-16T12:00:00+07:00", "2026-11-17T09:00:00+07:00"]


def test_search_engine_finds_every_public_page_once(client):
    section, tag, source, speaker = create_section(), create_tag(), create_source(), create_speaker()
    (story,) = publish(NOON - timedelta(hours=1), section=section, tags=[tag])
    create_citation(story, source=source)
    create_quote(story, speaker=speaker)

    found = everything(client)

    assert len(set(found)) == len(found)
    for row in (story, section, tag, source, speaker):
        assert row.get_absolute_url() in found
    for address in ("/", "/latest/", "/people/", "/sources/", "/tags/", "/quotes/"):
        assert address in found
    assert {client.get(address).status_code for address in found} == {200}


def test_only_what_readers_see_is_in_a_sitemap(client):
    moment = NOON - timedelta(hours=1)
    create_article()
    publish(moment)[0].withdraw()
    publish(moment)[0].retract(reason="Saksi ternyata tidak ada.")
    (scheduled,) = publish(NOON + timedelta(hours=1), tags=[create_tag(slug="nanti")])

    assert not [address for address in everything(client) if "/articles/" in address or "nanti" in address]
    assert addresses(client, "/news-sitemap.xml") == []
    with time_machine.travel(NOON + timedelta(hours=2)):
        assert scheduled.get_absolute_url() in everything(client)
        assert "/tags/nanti/" in everything(client)
        assert addresses(client, "/news-sitemap.xml") == [scheduled.get_absolute_url()]


def test_story_that_rests_on_a_source_which_refuses_is_in_no_sitemap_and_says_noindex(client):
    story, other = publish(NOON - timedelta(hours=1), NOON - timedelta(hours=2))
    create_citation(other)
    create_citation(story, source=create_source(may_index=False))
    quote = create_quote(story)

    assert addresses(client, "/sitemaps/2026-11.xml") == [other.get_absolute_url()]
    assert addresses(client, "/news-sitemap.xml") == [other.get_absolute_url()]
    noindex = '<meta name="robots" content="noindex">'
    assert [noindex in client.get(row.get_absolute_url()).text for row in (story, quote, other)] == [True, True, False]


def test_month_with_more_stories_than_a_sitemap_holds_has_pages(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "LIMIT", 2)
    monkeypatch.setattr("articles.views.sitemaps.LIMIT", 2)
    stories = publish(*(NOON - timedelta(hours=n // 2) for n in range(5)))
    publish(datetime(2026, 10, 1, tzinfo=UTC), datetime(2026, 10, 2, tzinfo=UTC))

    pages = [address for address in addresses(client, "/sitemap.xml") if "/2026-" in address]
    of_november = [found for page in pages for found in addresses(client, page) if "/2026/11/" in found]

    assert [page.split("?")[0][-11:] for page in pages] == ["2026-11.xml"] * 3 + ["2026-10.xml"]
    assert all(len(addresses(client, page)) <= 2 for page in pages)
    assert sorted(of_november) == sorted(story.get_absolute_url() for story in stories)


def test_more_people_than_a_sitemap_holds_have_pages(client, monkeypatch):
    (story,) = publish(NOON)
    speakers = [create_speaker() for _each in range(5)]
    for speaker in speakers:
        create_quote(story, speaker=speaker)
    monkeypatch.setattr(sitemaps, "LIMIT", 2)
    monkeypatch.setattr("articles.views.sitemaps.LIMIT", 2)

    pages = [address for address in addresses(client, "/sitemap.xml") if "people" in address]
    found = [address for page in pages for address in addresses(client, page)]

    assert all(len(addresses(client, page)) <= 2 for page in pages)
    assert found == [speaker.get_absolute_url() for speaker in speakers]


def test_empty_newspaper_has_an_index_and_a_news_sitemap(client):
    assert addresses(client, "/sitemap.xml") == ["/sitemaps/lists.xml"]
    assert "/" in addresses(client, "/sitemaps/lists.xml")
    assert addresses(client, "/news-sitemap.xml") == []


def test_month_without_stories_is_an_empty_sitemap_and_nonsense_is_404(client):
    assert addresses(client, "/sitemaps/1999-01.xml") == []
    for nonsense in ("2026-13", "0000-00", "0001-01", "9999-12", "saya", "2026-1"):
        assert client.get(f"/sitemaps/{nonsense}.xml").status_code == 404
    assert client.get("/sitemaps/2026-11.xml?before=x").status_code == 400
    assert client.get("/sitemaps/people.xml?after=x").status_code == 400


def test_news_sitemap_has_the_stories_of_two_days_with_what_google_requires(client):
    new, _edge, _old = publish(
        NOON - timedelta(hours=1), NOON - timedelta(days=2), NOON - timedelta(days=3), headline="Kapal & dermaga <baru>"
    )
    new.updated_at = NOON
    new.save()

    (url,) = xml(client, "/news-sitemap.xml").iter(f"{S}url")

    assert url.findtext(f"{S}loc") == f"{settings.SITE_URL}{new.get_absolute_url()}"
    (news,) = url.findall(f"{NEWS}news")
    assert [child.tag for child in news] == [f"{NEWS}publication", f"{NEWS}publication_date", f"{NEWS}title"]
    assert news.findtext(f"{NEWS}publication/{NEWS}name") == settings.SITE_NAME
    assert news.findtext(f"{NEWS}publication/{NEWS}language") == "id"
    assert news.findtext(f"{NEWS}title") == "Kapal & dermaga <baru>"
    first = news.findtext(f"{NEWS}publication_date")
    assert first == "2026-11-17T11:00:00+07:00"
    assert parse_datetime(first) == new.first_published_at


def test_news_sitemap_says_chinese_as_google_wants_it(client):
    publish(NOON, language="zh")

    assert xml(client, "/news-sitemap.xml").find(f".//{NEWS}language").text == "zh-cn"


def test_news_sitemap_has_at_most_a_thousand(client, monkeypatch):
    assert sitemaps.NEWS_LIMIT == 1000
    monkeypatch.setattr(sitemaps, "NEWS_LIMIT", 2)
    publish(*(NOON - timedelta(hours=n) for n in range(3)))

    assert len(addresses(client, "/news-sitemap.xml")) == 2


def test_character_that_xml_refuses_in_a_headline_breaks_nothing(client):
    publish(NOON, headline="Kapal\x0b \uffff")

    assert xml(client, "/news-sitemap.xml").find(f".//{NEWS}title").text == "Kapal "


@pytest.mark.parametrize(
    ("address", "most"),
    [
        ("/sitemap.xml", 5),
        ("/sitemaps/lists.xml", 2),
        ("/sitemaps/tags.xml", 2),
        ("/sitemaps/people.xml", 2),
        ("/sitemaps/sources.xml", 2),
        ("/sitemaps/series.xml", 2),
        ("/sitemaps/2026-11.xml", 2),
        ("/news-sitemap.xml", 2),
    ],
)
def test_queries_do_not_grow_with_rows(client, address, most):
    def fill(number):
        for n in range(number):
            (story,) = publish(NOON - timedelta(days=40 * n), section=create_section(), tags=[create_tag()])
            create_quote(story, citation=create_citation(story))
            publish(NOON)

    fill(2)
    few = queries(client, address)
    fill(5)

    assert queries(client, address) == few <= most


@pytest.mark.parametrize(
    "address", ["/sitemap.xml", "/sitemaps/lists.xml", "/sitemaps/2026-11.xml", "/news-sitemap.xml"]
)
def test_sitemaps_are_the_same_bytes_for_everyone_and_answer_304(desk, address):
    publish(timezone.now())

    one = Client().get(address)

    assert one.content == desk.get(address).content
    assert not one.cookies and "Cookie" not in one.headers.get("Vary", "")
    assert one.headers["Cache-Control"].startswith("public, max-age=0, must-revalidate, s-maxage=")
    assert Client().get(address, headers={"if-none-match": one.headers["ETag"]}).status_code == 304

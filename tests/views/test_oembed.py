"""The oEmbed provider, by the specification at oembed.com."""

import re
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Quote
from tests.factories import (
    create_author,
    create_citation,
    create_photo,
    create_published,
    create_quote,
    create_source,
    create_speaker,
)

REQUIRED = {"type", "version", "html", "width", "height"}  # of type rich
THUMBNAIL = {"thumbnail_url", "thumbnail_width", "thumbnail_height"}


def ask(client, row, **parameters):
    return client.get("/oembed/", {"url": f"{settings.SITE_URL}{row.get_absolute_url()}"} | parameters)


def card(client, row, **parameters) -> dict:
    response = ask(client, row, **parameters)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/json"
    return response.json()


@pytest.fixture
def story():
    return create_published(
        headline="Feri & dermaga", authors=[create_author(name="Ani"), create_author(name="Budi")], standfirst="Awal."
    )


@pytest.fixture
def quote(story):
    portal = create_citation(story, source=create_source(name="Portal Senja"))
    agency = create_citation(story, source=create_source(name="Agen Satu"), via=portal)
    speaker = create_speaker(name="Raka", slug="raka")
    said_on = timezone.localdate().replace(year=2026, month=9, day=13)
    return create_quote(
        story, exact="Kami berlayar.", speaker=speaker, citation=agency, said_on=said_on, role="nakhoda"
    )


def test_story_has_a_card_with_all_that_the_specification_requires(client, story):
    found = card(client, story)

    assert found.keys() >= REQUIRED
    assert (found["type"], found["version"]) == ("rich", "1.0")
    assert (found["title"], found["author_name"]) == ("Feri & dermaga", "Ani, Budi")
    assert (found["provider_name"], found["provider_url"]) == (settings.SITE_NAME, f"{settings.SITE_URL}/")
    assert found["cache_age"] > 0
    assert "Feri &amp; dermaga" in found["html"] and f"{settings.SITE_URL}{story.get_absolute_url()}" in found["html"]


def test_quote_has_a_card_with_words_speaker_date_chain_and_address(client, quote):
    found = card(client, quote)

    assert found.keys() >= REQUIRED
    assert found["author_name"] == "Raka"
    for part in ("“Kami berlayar.”", "Raka", "nakhoda", "2026-09-13", "Agen Satu → Portal Senja → "):
        assert part in found["html"]
    assert f"{settings.SITE_URL}{quote.get_absolute_url()}" in found["html"]


def test_xml_says_the_same_as_json(client, quote):
    for row in (quote, quote.article):
        response = ask(client, row, format="xml")
        root = ElementTree.fromstring(response.content)

        assert response.headers["Content-Type"] == "text/xml"
        assert root.tag == "oembed"
        assert {child.tag: child.text for child in root} == {
            name: str(value) for name, value in card(client, row).items()
        }


@pytest.mark.parametrize(("most", "width", "height"), [({}, 600, 300), ({"maxwidth": 320, "maxheight": 100}, 320, 100)])
def test_card_obeys_the_limits(client, story, most, width, height):
    found = card(client, story, **most)

    assert (found["width"], found["height"]) == (width, height)


def test_thumbnail_is_there_with_all_three_fields_or_not_at_all(client):
    photo = create_photo()
    story = create_published(lead_photo=photo)

    found = card(client, story)
    assert found["thumbnail_url"] == f"{settings.SITE_URL}{photo.largest.url}"
    assert (found["thumbnail_width"], found["thumbnail_height"]) == (40, 30)
    assert not THUMBNAIL & card(client, story, maxwidth=39).keys()
    assert not THUMBNAIL & card(client, story, maxheight=29).keys()
    assert not THUMBNAIL & card(client, create_published()).keys()


def test_card_holds_no_script_style_or_frame_whatever_an_editor_typed(client):
    hostile = '<script>alert(1)</script><img src=x onerror="alert(1)">'
    story = create_published(headline=hostile, standfirst=hostile)
    quote = create_quote(story, exact="Kata.", speaker=create_speaker(name=hostile), role=hostile)

    for row in (story, quote):
        tags = set(re.findall(r"<(\w+)", card(client, row)["html"]))
        assert tags <= {"blockquote", "p", "a", "strong", "time", "br"}


def test_address_that_is_missing_is_400(client):
    assert client.get("/oembed/").status_code == 400
    assert client.get("/oembed/?url=&format=xml").status_code == 400


@pytest.mark.parametrize("junk", ["x", "-1", "1e3", "9" * 40])
def test_limit_that_is_no_number_is_400(client, story, junk):
    assert ask(client, story, maxwidth=junk).status_code == 400


def test_format_that_is_not_known_is_501(client, story):
    assert ask(client, story, format="html").status_code == 501


@pytest.mark.parametrize(
    "address",
    [
        "https://elsewhere.example/quotes/1/",
        f"{settings.SITE_URL}/quotes/999999/",
        f"{settings.SITE_URL}/articles/2026/01/01/tidak-ada/",
        f"{settings.SITE_URL}/tags/",
        f"{settings.SITE_URL}/tidak/ada/",
        f"{settings.SITE_URL}/admin/",
        "/quotes/1/",
        "javascript:alert(1)",
        "http://[",
        "\0",
        "x" * 5000,
    ],
)
def test_address_that_is_not_ours_or_shows_no_card_is_404(client, address):
    assert client.get("/oembed/", {"url": address}).status_code == 404


def test_what_readers_do_not_see_has_no_card(client, story, quote):
    scheduled = create_published(hours_ago=-1)
    withdrawn = create_quote(story)
    withdrawn.status, withdrawn.withdrawal_reason = Quote.Status.WITHDRAWN, "Salah dengar."
    withdrawn.save()
    assert [ask(client, row).status_code for row in (scheduled, withdrawn)] == [404, 404]

    story.retract(reason="Keliru.")

    assert [ask(client, row).status_code for row in (story, quote)] == [404, 404]


def test_story_is_found_under_the_name_that_it_had(client, story):
    before = story.get_absolute_url()
    story.slug = "nama-baru"
    story.save()

    found = client.get("/oembed/", {"url": f"{settings.SITE_URL}{before}"}).json()

    assert story.get_absolute_url() in found["html"]


def test_pages_name_their_card_in_both_forms(client, story, quote):
    for row in (story, quote):
        page = client.get(row.get_absolute_url()).text
        links = dict(re.findall(r'type="((?:application/json|text/xml)\+oembed)"[^>]* href="([^"]+)"', page))
        assert set(links) == {"application/json+oembed", "text/xml+oembed"}
        for address in links.values():
            address = address.replace("&amp;", "&")
            assert parse_qs(urlsplit(address).query)["url"] == [f"{settings.SITE_URL}{row.get_absolute_url()}"]
            assert client.get(address.removeprefix(settings.SITE_URL)).status_code == 200


def test_card_is_the_same_for_everyone_and_open_to_other_sites_scripts(desk, quote):
    for row in (quote, quote.article):
        one = ask(Client(), row)
        assert one.content == ask(desk, row).content
        assert not one.cookies
        assert one.headers["Access-Control-Allow-Origin"] == "*"
        assert one.headers["Cache-Control"].startswith("public, max-age=0, must-revalidate, s-maxage=")


def test_queries_do_not_grow_with_what_a_story_holds(client, story, quote):
    def queries(row):
        with CaptureQueriesContext(connection) as captured:
            card(client, row)
        return len(captured)

    few = [queries(story), queries(quote)]
    for _each in range(5):
        create_quote(story, citation=create_citation(story))

    assert [queries(story), queries(quote)] == few == [3, 2]

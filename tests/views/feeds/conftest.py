"""A site on whose every list the same stories stand, and readers of its feeds."""

import json
from xml.etree import ElementTree

import feedparser
import pytest
from django.utils import timezone

from tests.factories import (
    create_author,
    create_citation,
    create_photo,
    create_published,
    create_quote,
    create_section,
    create_source,
    create_speaker,
    create_tag,
)
from tests.feed_rules import ATOM

FORMS = {"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"}
LISTS = ["/", "/sections/kota/", "/tags/laut/", "/sources/radio/", "/people/raka/", "/authors/ani/"]
FEEDS = [f"{of}feed.{form}" for of in LISTS for form in FORMS]
XML_FEEDS = [address for address in FEEDS if not address.endswith("json")]


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

"""The demo newsroom, read from end to end as a search engine and a feed reader would."""

import json
import re
from html import unescape
from urllib.parse import urlsplit
from xml.etree import ElementTree

import feedparser
from django.conf import settings
from django.core.management import call_command

from tests.schema_org import check

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)
LINK = re.compile(r'<(?:a|link)\b[^>]*\bhref="([^"#]*)')
ELSEWHERE = ("/static/", "/media/", "/admin/")


def own_path(address: str) -> str | None:
    """The path and query of a link to this site; None for one that leads elsewhere."""
    path = unescape(address).removeprefix(settings.SITE_URL)
    return path if path.startswith("/") and not path.startswith(ELSEWHERE) else None


def test_every_address_of_the_demo_answers_and_is_well_formed(client, queue):
    call_command("load_demo", stdout=None)
    waiting, seen, kinds = ["/sitemap.xml", "/news-sitemap.xml", "/robots.txt", "/humans.txt"], set(), set()

    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        response = client.get(address)
        kind = response.headers["Content-Type"].split(";")[0]
        kinds.add(kind)
        assert response.status_code == 200 or is_taken_back(response, address), (address, response.status_code)
        found = []
        if kind == "text/html" and response.status_code == 200:
            found = LINK.findall(response.text)
            for block in BLOCK.findall(response.text):
                check(json.loads(block))
        elif kind in ("application/rss+xml", "application/atom+xml"):
            feed = feedparser.parse(
                response.content, response_headers={"content-type": response.headers["Content-Type"]}
            )
            assert not feed.bozo, (address, feed.get("bozo_exception"))
            found = [entry.link for entry in feed.entries]
        elif kind == "application/feed+json":
            found = [item["url"] for item in response.json()["items"]]
        elif kind.endswith("/xml"):
            found = [
                element.text
                for element in ElementTree.fromstring(response.content).iter()
                if element.tag.endswith("}loc")
            ]
        waiting += [path for path in map(own_path, found) if path]

    assert len(seen) > 200
    assert kinds >= {"text/html", "application/rss+xml", "application/atom+xml", "application/feed+json", "text/xml"}
    assert {urlsplit(address).path for address in seen} >= {
        "/",
        "/people/",
        "/oembed/",
        "/feed.json",
        "/sitemaps/lists.xml",
    }


def is_taken_back(response, address) -> bool:
    """A withdrawn quote's address and a retracted story's still answer, with the reason."""
    return response.status_code == 410 and address.startswith(("/quotes/", "/articles/"))

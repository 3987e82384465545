"""The rules by which feeds are valid: of the W3C's validator, of RFC 4287 and of jsonfeed.org/version/1.1."""

import json
import re
from datetime import timedelta
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import feedparser
from django.conf import settings
from django.utils.dateparse import parse_datetime

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
ZONE = timedelta(hours=7)  # the newsroom's
RELATIVE = re.compile(r'\b(?:href|src|cite)="(?!https?://|mailto:)')


def check_rss(text: str, address: str) -> list:
    """The items of a valid RSS 2.0 feed; `address` is its path."""
    root = ElementTree.fromstring(text)
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    (channel,) = root
    assert channel.findtext("title") and channel.findtext("description")
    assert channel.findtext("link") == f"{settings.SITE_URL}{address.removesuffix('feed.rss')}"
    assert parsedate_to_datetime(channel.findtext("lastBuildDate"))
    own = [link for link in channel.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert [link.attrib for link in own] == [{"rel": "self", "href": f"{settings.SITE_URL}{address}"}]
    items = channel.findall("item")
    guids = [item.findtext("guid") for item in items]
    assert len(set(guids)) == len(guids)
    for item in items:
        names = [child.tag for child in item]
        assert item.findtext("title") and item.findtext("description")
        assert names.index("description") < names.index(CONTENT)
        assert len(set(names) & {"author", CREATOR}) <= 1
        assert all(names.count(name) == 1 for name in set(names) - {"category"})
        assert item.find("guid").attrib == {"isPermaLink": "true"}
        assert item.findtext("guid") == item.findtext("link")
        assert item.findtext("link").startswith(settings.SITE_URL)
        assert parsedate_to_datetime(item.findtext("pubDate")).utcoffset() == ZONE
        assert not RELATIVE.findall(item.findtext(CONTENT))
        assert not re.findall(r"<(?:script|style|iframe|object|form)|\son\w+=|\sstyle=", item.findtext(CONTENT))
    assert not parsed(text, "application/rss+xml").bozo
    return items


def check_atom(text: str, address: str) -> list:
    """The entries of a valid Atom feed."""
    feed = ElementTree.fromstring(text)
    assert feed.tag == f"{ATOM}feed"
    assert feed.find(f"{ATOM}link[@rel='self']").get("href") == f"{settings.SITE_URL}{address}"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == settings.SITE_NAME
    entries = feed.findall(f"{ATOM}entry")
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries)
    for element in [feed, *entries]:
        assert all(len(element.findall(f"{ATOM}{name}")) == 1 for name in ("id", "title", "updated"))
        assert re.match(r"(https?|tag):", element.findtext(f"{ATOM}id"))
        updated = parse_datetime(element.findtext(f"{ATOM}updated"))
        assert updated.utcoffset() == (ZONE if entries else timedelta())
    for entry in entries:
        assert entry.find(f"{ATOM}link[@rel='alternate']") is not None
        assert parse_datetime(entry.findtext(f"{ATOM}published")) <= parse_datetime(entry.findtext(f"{ATOM}updated"))
        assert entry.find(f"{ATOM}content").get("type") == "html"
        assert not RELATIVE.findall(entry.findtext(f"{ATOM}content"))
        assert all(author.findtext(f"{ATOM}name") for author in entry.findall(f"{ATOM}author"))
    assert not parsed(text, "application/atom+xml").bozo
    return entries


def check_json(text: str, address: str) -> list:
    """The items of a valid JSON Feed 1.1."""
    feed = json.loads(text)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"] and feed["authors"]
    assert feed["home_page_url"] == f"{settings.SITE_URL}{address.removesuffix('feed.json')}"
    assert feed["feed_url"] == f"{settings.SITE_URL}{address}"
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"])
    for item in feed["items"]:
        assert isinstance(item["id"], str)
        assert item["content_html"] and not RELATIVE.findall(item["content_html"])
        assert all(author.get("name") for author in item.get("authors", [{}]))
        assert parse_datetime(item["date_published"]).utcoffset() == ZONE
        assert parse_datetime(item["date_published"]) <= parse_datetime(item["date_modified"])
        assert [name for name in item if name.startswith("_")] == ["_newsportal"]
        assert "." not in "".join(names(item["_newsportal"]))
    return feed["items"]


CHECKS = {"rss": check_rss, "atom": check_atom, "json": check_json}


def parsed(text: str, kind: str):
    """As a stranger's program reads it. (It knows no JSON Feed.)"""
    return feedparser.parse(text.encode(), response_headers={"content-type": f"{kind}; charset=utf-8"})


def names(value):
    """All names in a JSON value."""
    if isinstance(value, dict):
        yield from value
        value = value.values()
    if not isinstance(value, (str, int, bool, type(None))):
        for each in value:
            yield from names(each)

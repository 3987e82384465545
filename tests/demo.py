"""The demo newsroom, read from end to end as a search engine, a feed reader and a curious reader would."""

import re
from collections import Counter
from dataclasses import dataclass
from html import unescape
from xml.etree import ElementTree

from django.conf import settings
from django.test import Client

LINK = re.compile(r'<(?:a|link)\b[^>]*\bhref="([^"#]*)')
ELSEWHERE = ("/static/", "/media/", "/admin/")
VARIANTS = 2
START = ["/", "/sitemap.xml", "/news-sitemap.xml", "/robots.txt", "/humans.txt", "/.well-known/security.txt"]


@dataclass(frozen=True)
class Answer:
    status: int
    kind: str
    text: str
    headers: dict

    @property
    def is_page(self) -> bool:
        return self.kind == "text/html"

    @property
    def is_feed(self) -> bool:
        return self.kind in ("application/rss+xml", "application/atom+xml", "application/feed+json")


def own_path(address: str) -> str | None:
    """The path and query of a link to this site; None for one that leads elsewhere."""
    path = unescape(address).removeprefix(settings.SITE_URL)
    return path if path.startswith("/") and not path.startswith(ELSEWHERE) else None


def fetch(client, address: str) -> Answer:
    response = client.get(address)
    kind = response.headers["Content-Type"].split(";")[0]
    return Answer(response.status_code, kind, response.content.decode(), dict(response.headers))


def links(answer: Answer) -> list[str]:
    """What an answer leads to."""
    if answer.is_page:
        return LINK.findall(answer.text)
    if answer.kind == "application/feed+json":
        return re.findall(r'"url": "([^"]*)"', answer.text)
    if answer.is_feed:
        return re.findall(r"<link>([^<]+)</link>", answer.text) + re.findall(r'<link [^>]*href="([^"]+)', answer.text)
    if answer.kind == "application/xml":
        return [found.text for found in ElementTree.fromstring(answer.text).iter() if found.tag.endswith("}loc")]
    return re.findall(r"https?://\S+", answer.text) if answer.kind == "text/plain" else []


def crawl() -> dict[str, Answer]:
    """Every address of this site that any other leads to, and what it answers; of those that differ in the values of
    their query alone, a few."""
    client, answers, waiting, variants = Client(), {}, [*START], Counter()
    while waiting:
        address = waiting.pop()
        kind = re.sub("=[^&]*", "", address)
        if address not in answers and (variants[kind] < VARIANTS or address.startswith("/oembed/")):
            variants[kind] += 1
            answers[address] = fetch(client, address)
            waiting += [path for path in map(own_path, links(answers[address])) if path]
    return answers

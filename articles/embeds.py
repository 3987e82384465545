"""Whose pages may stand in a story as a card, and what they say of themselves by oEmbed (https://oembed.com).

Only text is taken: the title, and who made it. Nothing of theirs is ever loaded by a reader's page.
"""

import json
import re
import time
from typing import NamedTuple
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import Request, build_opener

from .body import CONTROL
from .outside import NoRedirects


class Provider(NamedTuple):
    name: str
    endpoint: str
    pattern: str  # of the whole address of a page


PROVIDERS = [
    Provider(
        "YouTube",
        "https://www.youtube.com/oembed",
        r"https://((www|m)\.youtube\.com/(watch\?|shorts/|live/|playlist\?)|youtu\.be/)\S+",
    ),
    Provider("Vimeo", "https://vimeo.com/api/oembed.json", r"https://vimeo\.com/\S*\d+\S*"),
    Provider("Dailymotion", "https://www.dailymotion.com/services/oembed", r"https://www\.dailymotion\.com/video/\S+"),
    Provider("TikTok", "https://www.tiktok.com/oembed", r"https://www\.tiktok\.com/@[^/\s]+/video/\d+\S*"),
    Provider("X", "https://publish.x.com/oembed", r"https://(www\.)?(x|twitter)\.com/\w+/status/\d+\S*"),
    Provider("Bluesky", "https://embed.bsky.app/oembed", r"https://bsky\.app/profile/[^/\s]+/post/\S+"),
    Provider("Reddit", "https://www.reddit.com/oembed", r"https://www\.reddit\.com/r/[^/\s]+/comments/\S+"),
    Provider("SoundCloud", "https://soundcloud.com/oembed", r"https://soundcloud\.com/[^/\s]+/\S+"),
    Provider(
        "Spotify", "https://open.spotify.com/oembed", r"https://open\.spotify\.com/(episode|show|track|album)/\S+"
    ),
    Provider("Flickr", "https://www.flickr.com/services/oembed/", r"https://www\.flickr\.com/photos/\S+"),
]
TIMEOUT = 5  # seconds for an answer to begin, and between its parts
DEADLINE = 10  # seconds for the whole of it
LARGEST = 100_000  # bytes; an answer with its ready-made frame takes some 2,000


class Unanswered(Exception):
    """The provider gave no answer that can be used."""


class Described(NamedTuple):
    title: str
    author_name: str


def provider_of(url: str) -> Provider | None:
    return next((each for each in PROVIDERS if re.fullmatch(each.pattern, url)), None)


def described(url: str) -> Described:
    """Ask the provider of `url` about it. Raises Unanswered, at the latest after DEADLINE and some."""
    provider = provider_of(url)
    if provider is None:
        raise Unanswered
    address = f"{provider.endpoint}?{urlencode({'url': url, 'format': 'json'})}"
    request = Request(address, headers={"Accept": "application/json", "User-Agent": "Newsportal"})
    until = time.monotonic() + DEADLINE
    try:
        with build_opener(NoRedirects).open(request, timeout=TIMEOUT) as answer:
            data = b""
            while part := answer.read1(LARGEST + 1):
                data += part
                if len(data) > LARGEST or time.monotonic() > until:
                    raise Unanswered
        told = json.loads(data)
    except (URLError, OSError, ValueError, RecursionError) as error:
        raise Unanswered from error
    if not isinstance(told, dict):
        raise Unanswered
    card = Described(text_of(told.get("title"), 250), text_of(told.get("author_name"), 120))
    if not any(card):
        raise Unanswered
    return card


def text_of(value, longest: int) -> str:
    return " ".join(CONTROL.sub("", value).split())[:longest] if isinstance(value, str) else ""

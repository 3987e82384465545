"""What a page brings over the wire to a browser that comes for the first time, under gunicorn as it is served."""

import re
from html.parser import HTMLParser
from urllib.parse import urljoin

import brotli

from ..conversation_of_size import fill
from ..models import Article
from ..newsroom_of_size import Words
from . import Figure, at_most
from .servers import free_port, get, gunicorn

PARAGRAPHS, WORDS, REPLIES = 12, 80, 50  # of the weighed story: a long read with a full page of replies
SEEN_FIRST = 3  # paragraphs
BYTES, REQUESTS = 40_000, 8
FIRST_FLIGHT = 14_000  # bytes that a server sends before it waits for the first acknowledgement
HEAD = ("stylesheet", "icon")
# Of site.js: a selector, and behind it the part that is loaded where it finds something; what waits for the reader to
# do something is none of a first visit.
PART = re.compile(r'querySelector\("([^"]+)"\)|(addEventListener)\(|import\("(\./[\w.-]+)"\)')


def figures(story: Article) -> list[Figure]:
    """The weight of each kind of page, the one of `story` with text and replies of a usual length; the scripts', all
    together."""
    lengthen(story)
    port = free_port()
    pages = {
        "front page": "/",
        "story": story.get_absolute_url(),
        "tag": "/tags/tag-1/",
        "person": "/people/speaker-7/",
        "search": "/search/?q=selalu",
    }
    with gunicorn("newsportal.wsgi", port):
        weighed = {name: weigh(port, address) for name, address in pages.items()}
        page = get(port, pages["story"])[2].decode()
        scripts = sum(len(get(port, path, Accept_Encoding="gzip")[2]) for path in scripts_of(port, page, every=True))
    return [
        *(
            at_most(f"bytes of a first visit, {name}", sum(of.values()), BYTES, told(of))
            for name, of in weighed.items()
        ),
        *(at_most(f"requests of a first visit, {name}", len(of), REQUESTS) for name, of in weighed.items()),
        at_most("bytes of the story's HTML with what is seen first", first_sight(page), FIRST_FLIGHT),
        at_most("bytes of all scripts for readers, gzip", scripts, 10_000),
        at_most("requests to other hosts", len(others(page)), 0),
    ]


def lengthen(story: Article) -> None:
    words = Words(story.pk)
    body = "".join(f"<p>{words(WORDS)}</p>" for _each in range(PARAGRAPHS))
    Article.objects.filter(pk=story.pk).update(body=body)
    if story.comment_count < REPLIES:
        fill(story, REPLIES - story.comment_count)


class Links(HTMLParser):
    """The addresses that a browser fetches for a page; pictures are none of its weight."""

    def __init__(self, page: str):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "link" and given.get("rel") in HEAD:
            self.found.append(given["href"])
        elif tag == "script" and "src" in given:
            self.found.append(given["src"])


def weigh(port: int, address: str) -> dict[str, int]:
    """The bytes of each answer, its header too, by path."""
    page = get(port, address)[2].decode()
    paths = [path for path in Links(page).found if not path.endswith(".js")]
    return {path: size(port, path) for path in [address, *paths, *scripts_of(port, page)]}


def size(port: int, path: str) -> int:
    status, headers, body = get(port, path, Accept_Encoding="br, gzip")
    if status != 200:
        raise RuntimeError(f"{path} answers {status}.")
    return len(str(headers).encode()) + len(body)


def scripts_of(port: int, page: str, *, every=False) -> list[str]:
    """The scripts that the page loads at once or on the way down; with `every`, all that its scripts name."""
    paths = [path for path in Links(page).found if path.endswith(".js")]
    for path in list(paths):
        selector = ""
        for asked, waits, part in PART.findall(get(port, path)[2].decode()):
            selector = "" if waits else asked or selector
            if part and (every or stands_in(selector, page)) and (found := urljoin(path, part)) not in paths:
                paths.append(found)
    return paths


def stands_in(selector: str, page: str) -> bool:
    """Whether the page has an attribute or a class that the selector names."""
    return any(re.search(rf'[\s"]{name}[\s"=>]', page) for name in re.findall(r"[.\[]([\w-]+)", selector))


def first_sight(page: str) -> int:
    """Compressed bytes of a story's page up to the end of its first paragraphs."""
    end = page.index("story__body")
    for _each in range(SEEN_FIRST):
        end = page.index("</p>", end) + len("</p>")
    return len(brotli.compress(page[:end].encode(), quality=6))


def others(page: str) -> list[str]:
    """What the page would fetch from other hosts."""
    fetched = [*Links(page).found, *re.findall(r'\ssrc="([^"]+)"', page)]
    return [address for address in fetched if "//" in address]


def told(weighed: dict[str, int]) -> str:
    kinds = {"html": 0, "css": 0, "js": 0, "svg": 0}
    for path, bytes_of in weighed.items():
        suffix = path.rpartition(".")[2]
        kinds[suffix if suffix in kinds else "html"] += bytes_of
    return ", ".join(f"{kind} {number:,}" for kind, number in kinds.items())

"""What a page costs that no cache has: a story with 25 replies and 15 quotes ÷ a plain view of Django's."""

from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import brotli
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.utils import timezone

from newsportal import pagecache

from ..models import Article, Author, Byline, Citation, Comment, Quote, Section, Source, SourceItem, Speaker, Tag
from ..newsroom_of_size import Words
from . import Figure, at_most
from .growth import PAGES
from .servers import cpu_seconds, free_port, get, gunicorn

QUOTES, REPLIES = 15, 25
ROUNDS, REQUESTS = 5, 200
PLAIN_LENGTH = 19_000  # characters of the plain view's body
# How often each page may ask the database, beside the sections, which a process keeps.
QUERIES = {"story": 4, "front page": 5, "tag": 4, "search, a word of one story in fifty": 4}


def figures(*, quick: bool = False) -> list[Figure]:
    story, plain = full_story(), plain_story()
    address = story.get_absolute_url()
    ports = free_port(), free_port()
    settings_of_plain = {"path": f"/{plain.pk}/", "DJANGO_SETTINGS_MODULE": "articles.measuring.plain_settings"}
    with (
        gunicorn("articles.measuring.uncached_wsgi", ports[0], workers=1) as portal,
        gunicorn("articles.measuring.uncached_wsgi", ports[1], workers=1, **settings_of_plain) as view,
    ):
        body = get(ports[0], address)[2]
        stored, anew, theirs = cheapest(
            2 if quick else ROUNDS,
            lambda: spent(portal.pid, lambda: get(ports[0], address), REQUESTS),
            lambda: spent(portal.pid, lambda: get_anew(ports[0], story), REQUESTS // 5),
            lambda: spent(view.pid, lambda: get(ports[1], f"/{plain.pk}/"), REQUESTS),
        )
    name = f"uncached story, {REPLIES} replies, {QUOTES} quotes ÷ plain view"
    size = len(brotli.compress(body, quality=11))
    return [
        at_most(name, sum(stored) / sum(theirs), 1.5, told(stored, theirs)),
        Figure("… while no part of it is finished yet", sum(anew) / sum(theirs), "", True, told(anew, theirs)),
        at_most("its HTML, brotli, kB", size / 1000, 14, f"{len(body):,} bytes before"),
        Figure("its finished parts, kB", stored_kilobytes(story), "", True, "as they lie in the database"),
        *queries({name: PAGES[name] for name in QUERIES if name in PAGES} | {"story": address}),
    ]


def cheapest(rounds: int, *measured) -> list[list[float]]:
    """What each costs, in turns: of several rounds the cheapest, since what else the machine does only adds."""
    times = [[each() for each in measured] for _round in range(rounds)]
    return [[min(part) for part in zip(*those, strict=True)] for those in zip(*times, strict=True)]


def spent(pid: int, ask, number: int) -> list[float]:
    """Milliseconds of processor time of a request: of the web process, and of the database."""
    before = cpu_seconds(pid), database_seconds()
    for _request in range(number):
        ask()
    after = cpu_seconds(pid), database_seconds()
    return [(late - early) / number * 1e3 for early, late in zip(before, after, strict=True)]


def get_anew(port: int, story) -> None:
    """The page of a story of which nothing is finished, as after a change of it."""
    pagecache.purge([f"article:{story.pk}"])
    get(port, story.get_absolute_url())


def stored_kilobytes(story) -> float:
    with connection.cursor() as cursor:
        cursor.execute("SELECT sum(pg_column_size(html)) FROM articles_plate WHERE article_id = %s", [story.pk])
        return float(cursor.fetchone()[0]) / 1000


def told(ours, theirs) -> str:
    return f"{ours[0]:.1f} + {ours[1]:.1f} ms ÷ {theirs[0]:.1f} + {theirs[1]:.1f} ms: web process + database"


def database_seconds() -> float:
    """What PostgreSQL has used so far, where it is the embedded one; 0 for a server elsewhere."""
    directory = settings.DATABASES["default"].get("DATA_DIR")
    with suppress(OSError, TypeError):
        return cpu_seconds(int(Path(directory, "postmaster.pid").read_text().split()[0]))
    return 0.0


@override_settings(ALLOWED_HOSTS=["*"])
def queries(pages: dict) -> list[Figure]:
    made, client = [], Client()
    for name, address in pages.items():
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        made.append(at_most(f"queries: {name}", len(captured), QUERIES[name]))
    return made


def plain_story() -> Article:
    story, _made = Article.objects.get_or_create(
        slug="story-plain", defaults={"headline": "Plain", "standfirst": Words(3)(20), "language": "id"}
    )
    paragraphs = Words(4)(PLAIN_LENGTH // 5)[:PLAIN_LENGTH].split(" ")
    text = "\n\n".join(" ".join(paragraphs[at : at + 60]) for at in range(0, len(paragraphs), 60))
    Article.objects.filter(pk=story.pk).update(body=text)
    return story


def full_story() -> Article:
    """The story that is measured, made once; all that it rests on is made with it."""
    if story := Article.objects.filter(slug="story-full").first():
        return story
    words = Words(5)
    said = [words(14).capitalize() for _quote in range(QUOTES)]
    text = "".join(f"<p>{words(55)}</p><p>{words(8)} “{each},” {words(22)}</p>" for each in said)
    story = Article.objects.create(
        headline=words(8).capitalize(),
        slug="story-full",
        standfirst=words(20),
        body=text,
        language="id",
        section=Section.objects.first(),
    )
    story.tags.add(*Tag.objects.order_by("pk")[:6])
    for n in range(2):
        author, _made = Author.objects.get_or_create(slug=f"author-{n}", defaults={"name": f"Author {n}"})
        Byline.objects.create(article=story, author=author, position=n)
    items = [SourceItem.objects.create(source=source, title=words(6)) for source in Source.objects.order_by("pk")[:4]]
    citations = []
    for item in items:
        via = citations[-1] if len(citations) in (1, 2) else None
        citations.append(Citation.objects.create(article=story, item=item, via=via, position=len(citations)))
    speakers = list(Speaker.objects.order_by("pk")[:6])
    for n, each in enumerate(said):
        Quote.objects.create(
            article=story,
            exact=each,
            status=Quote.Status.ACCEPTED,
            language="id",
            speaker=speakers[n % len(speakers)],
            citation=citations[n % len(citations)],
            position=n,
            role=words(2),
        )
    story.publish(at=timezone.now() - timedelta(hours=2))
    root = None
    for n in range(REPLIES):
        parent = root if n % 5 > 1 else None
        comment = Comment.objects.create(
            article=story, parent=parent, name=f"Pembaca {n}", text=f"{words(30)}\n\n{words(15)}", status="approved"
        )
        root = root if parent else comment
    return story

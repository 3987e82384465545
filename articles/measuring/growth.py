"""What each page costs on a large newsroom ÷ on a small one: two databases of one server, asked in turns."""

import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from django.contrib.admin import site as desk
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction
from django.test import Client
from django.test.utils import override_settings
from django.urls import reverse

from newsportal import pagecache

from ..models import Article, Comment, Quote
from ..newsroom_of_size import fill

FLAT = 1.5  # a page may cost this much more on the large newsroom, no more
COMPARED = 50  # milliseconds in which a new quote is compared with all others
COMPARING = "comparing a new quote"
ROUNDS = 15

PAGES = {
    "front page": "/",
    "latest": "/latest/",
    "section": "/sections/section-1/",
    "tag": "/tags/tag-1/",
    "timeline of a tag": "/tags/tag-1/timeline/",
    "tags": "/tags/",
    "series": "/series/series-2/",
    "source": "/sources/source-7/",
    "person": "/people/speaker-7/",
    "author": "/authors/author-7/",
    "quotes": "/quotes/",
    "search, a word that every story has": "/search/?q=selalu",
    "search, a word of one story in fifty": "/search/?q=langka",
    "search, no match": "/search/?q=takadayangmencari",
    "search, stories narrowed": "/search/?q=selalu&kind=stories&section=section-2&tag=tag-3&language=id",
    "search, quotes": "/search/?q=selalu&kind=quotes",
    "names while one types": "/search/names.json?q=sp",
    "feed": "/feed.rss",
    "feed of a tag": "/tags/tag-1/feed.rss",
    "sitemap": "/sitemap.xml",
    "news sitemap": "/news-sitemap.xml",
}
QUEUES = ("newcomers", "reported", "desk", "unchecked", "hidden", "all")


@dataclass(frozen=True)
class Cost:
    """Milliseconds of one round: by the clock, and of the processor in this process and its database connection."""

    ms: float
    cpu_ms: float


@override_settings(ALLOWED_HOSTS=["*"])
def figures(articles: int, comments: int, progress) -> list[dict]:
    """Bring both newsrooms to their size and measure; `progress(done)` is called."""
    small, large = small_database(), connections[DEFAULT_DB_ALIAS]
    actions = []
    for database, size in ((small, few(articles)), (large, articles)):
        with on(database):
            ContentType.objects.clear_cache()  # signing in writes to the desk's log, by keys of the other newsroom's
            fill(size, progress, comments=comments * size // articles)
            actions.append((database, all_actions()))
    progress(None)
    try:
        return [figure(name, *in_turns([(each, named[name]) for each, named in actions])) for name in actions[0][1]]
    finally:
        small.close()


def few(articles: int) -> int:
    """The stories of the small newsroom."""
    return min(1000, articles // 20)


def small_database():
    """A connection to a database of its own on the server of the large one, made once."""
    small = connection.copy()
    small.settings_dict["NAME"] = f"{connection.settings_dict['NAME']}_small"
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [small.settings_dict["NAME"]])
        if not cursor.fetchone():
            cursor.execute(f"CREATE DATABASE {connection.ops.quote_name(small.settings_dict['NAME'])}")
    with on(small):
        call_command("migrate", verbosity=0)
    return small


@contextmanager
def on(database):
    """Whatever this thread asks meanwhile, it asks `database`. What processes keep is alike in both newsrooms."""
    before = connections[DEFAULT_DB_ALIAS]
    connections[DEFAULT_DB_ALIAS] = database
    try:
        yield
    finally:
        connections[DEFAULT_DB_ALIAS] = before


def all_actions() -> dict:
    """Name → what is measured, in the newsroom that is asked now."""
    newest = Article.objects.published().newest_first().defer("body", "search")[0]
    reader, editor = Client(), Client()
    user, _made = get_user_model().objects.get_or_create(username="benchmark", is_staff=True, is_superuser=True)
    editor.force_login(user)
    return {
        **{
            name: lambda address=address: ask(reader, address)
            for name, address in {**PAGES, **pages_of(newest)}.items()
        },
        **{f"desk: {name}": lambda address=address: ask(editor, address) for name, address in desk_pages().items()},
        "story, nothing of it finished": lambda: ask_anew(reader, newest),
        "related stories": lambda: list(Article.objects.published().related_to(newest.pk).for_cards()),
        COMPARING: compare,
    }


def pages_of(story: Article) -> dict[str, str]:
    """Pages whose address the newsroom decides; the one half-way down is found by the middle of the ids."""
    middle = Article.objects.filter(pk__gte=Article.objects.order_by("-pk")[0].pk // 2).order_by("pk")[0]
    before = f"?before={middle.first_published_at:%Y-%m-%dT%H:%M:%S.%fZ},{middle.pk}"
    return {
        "story": story.get_absolute_url(),
        "history of a story": f"{story.get_absolute_url()}history/",
        "quote": story.quotes.first().get_absolute_url(),
        "reply": Comment.objects.approved().filter(article=story).first().get_absolute_url(),
        "day of the archive": reverse("articles:archive_day", args=[middle.published_on]),
        "latest, half-way down": f"/latest/{before}",
        "tag, half-way down": f"/tags/tag-1/{before}",
        "person, half-way down": f"/people/speaker-7/{before}",
    }


def desk_pages() -> dict[str, str]:
    nouns = [model._meta for model in desk._registry if model._meta.app_label == "articles"]
    replies = reverse("admin:articles_comment_changelist")
    return {
        "first page": reverse("admin:index"),
        **{str(noun.object_name): reverse(f"admin:articles_{noun.model_name}_changelist") for noun in nouns},
        **{f"queue, {name}": f"{replies}?status={name}" for name in QUEUES},
    }


def in_turns(actions) -> list[Cost]:
    """The least that each (database, action) cost: what else the machine does only adds, and falls on all."""
    costs = [[] for _each in actions]
    for _round in range(ROUNDS):
        for (database, action), mine in zip(actions, costs, strict=True):
            with on(database):
                before, start = processor_seconds(), time.perf_counter()
                action()
                mine.append(Cost((time.perf_counter() - start) * 1e3, (processor_seconds() - before) * 1e3))
    return [Cost(min(each.ms for each in mine), min(each.cpu_ms for each in mine)) for mine in costs]


def processor_seconds() -> float:
    """What this process and the server's process behind its connection have used, where that can be seen (Linux)."""
    used = time.process_time()
    with suppress(OSError):
        used += int(Path(f"/proc/{connection.connection.info.backend_pid}/schedstat").read_text().split()[0]) / 1e9
    return used


def figure(name: str, small: Cost, large: Cost) -> dict:
    ratio = large.ms / small.ms
    goal, holds = (f"≤ {COMPARED} ms", large.ms <= COMPARED) if name == COMPARING else (f"≤ {FLAT}", ratio <= FLAT)
    return {
        "name": name,
        "small_ms": small.ms,
        "large_ms": large.ms,
        "ratio": ratio,
        "cpu_ratio": large.cpu_ms / small.cpu_ms,
        "goal": goal,
        "holds": holds,
    }


def ask(client, address: str) -> None:
    response = client.get(address)
    if response.status_code != 200:
        raise RuntimeError(f"{address} answers {response.status_code}.")


def ask_anew(client, story) -> None:
    """Ask for a story's page while none of its parts is finished, as after a change of it."""
    pagecache.purge([f"article:{story.pk}"])
    ask(client, story.get_absolute_url())


def compare() -> None:
    """A new quote, with words of its own and of others, compared with all others; nothing is kept."""
    with transaction.atomic():
        quote = Quote.objects.create(
            article=Article.objects.order_by("pk")[0],
            exact="Kami selalu menunggu kapal pertama di dermaga lama sebelum matahari terbit dari balik pulau.",
        )
        quote.find_likenesses()
        transaction.set_rollback(True)

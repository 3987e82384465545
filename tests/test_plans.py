"""On a large newsroom PostgreSQL reads no table from end to end, whatever page is asked for."""

import json
from datetime import timedelta

import pytest
from django.contrib.admin import site as desk_site
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, resolve, reverse

from articles import newsroom_of_size
from articles.models import Article, Comment
from tests.factories import create_editor

STORIES = 20_000
REPLIES = 4 * STORIES
LARGE = 5_000  # rows from which on a table counts as one that grows; those of nouns are small here
# Rows of large tables that a statement may read: a search ranks the thousand newest matches, and looks into as many
# again for what the filters leave.
MOST = 5_000
KEY = "%Y-%m-%dT%H:%M:%S.%fZ"


@pytest.fixture(scope="module", autouse=True)
def newsroom(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        with connection.cursor() as cursor:
            cursor.execute("SHOW is_superuser")
            if cursor.fetchone() != ("on",):
                pytest.skip("To fill a newsroom the database's user must be allowed to switch triggers off.")
        newsroom_of_size.fill(STORIES, progress=lambda done: None, comments=REPLIES)
        yield
        call_command("flush", interactive=False, verbosity=0)


# Read one row by its key, or none that grows.
NO_LISTS = {"article_card", "quote_card", "page", "pages", "robots", "humans", "security", "oembed", "comment_news"}
NO_LISTS |= {"saved"}
LISTS_OF_STORIES = (
    "/sections/section-1/",
    "/tags/tag-1/",
    "/series/series-1/",
    "/sources/source-7/",
    "/people/speaker-7/",
    "/authors/author-7/",
)
SEARCHES = (
    "q=selalu",
    "q=langka",
    "q=takadayangmencari",
    "q=langka&kind=stories",
    "q=selalu&kind=stories&section=section-2&tag=tag-3&language=id",
    "q=selalu&kind=stories&tag=tag-3&since=2020-01-01",
    "q=selalu&kind=quotes",
    "q=speaker&kind=people",
)


def readers_pages() -> list[str]:
    """All that has lists, each list also from its middle. The tag's page has the tags beside it, the story's the
    stories related to it."""
    story = Article.objects.published().newest_first().first()
    quote = story.quotes.first()
    nouns = ["/tags/", "/series/", "/sources/", "/people/", "/quotes/", "/corrections/", "/archive/"]
    deep = [*LISTS_OF_STORIES, "/latest/", "/quotes/", "/tags/tag-1/timeline/"]
    key = f"{story.first_published_at - timedelta(minutes=newsroom_of_size.MINUTES_APART * STORIES / 2):{KEY}},9"
    feeds = ["/", *LISTS_OF_STORIES, "/corrections/"]
    # The month with the fewest stories: of one that has half of all it is right to read all.
    day = Article.objects.published().order_by("first_published_at").first().published_on
    return [
        *("/", "/latest/", "/tags/tag-1/timeline/"),
        *nouns,
        *LISTS_OF_STORIES,
        *(f"{address}?before={key}" for address in deep),
        *(f"{address}feed.rss" for address in feeds),
        *("/sitemap.xml", "/news-sitemap.xml", f"/sitemaps/{day:%Y-%m}.xml", "/sitemaps/lists.xml"),
        *(f"/sitemaps/{noun}.xml" for noun in ("tags", "people", "sources", "series", "archive")),
        *(f"/archive/{day:%Y/%m}/", f"/archive/{day:%Y/%m/%d}/"),
        *(f"/search/?{words}" for words in SEARCHES),
        "/search/names.json?q=sp",
        story.get_absolute_url(),
        *(f"{story.get_absolute_url()}?order={order}" for order in ("newest", "discussed", "picks")),
        f"{story.get_absolute_url()}history/",
        f"{story.get_absolute_url()}moderation/",
        quote.get_absolute_url(),
        Comment.objects.approved().first().get_absolute_url(),
    ]


def desk_pages() -> list[str]:
    nouns = [model._meta for model in desk_site._registry if model._meta.app_label == "articles"]
    replies = reverse("admin:articles_comment_changelist")
    # Without the approved, which nearly all are: the first thousands are counted as they lie.
    queues = ("newcomers", "reported", "desk", "unchecked", "hidden", "spam", "all")
    return [
        reverse("admin:index"),
        *(reverse(f"admin:articles_{noun.model_name}_changelist") for noun in nouns),
        *(f"{replies}?status={queue}" for queue in queues),
    ]


def large_tables() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relkind = 'r' AND reltuples > %s", [LARGE])
        return {name for (name,) in cursor.fetchall()}


def scans(plan: dict, large: set):
    """Each node of a plan that reads a large table: what it does, the table, and the rows that it read."""
    if plan.get("Relation Name") in large:
        dropped = sum(plan.get(f"Rows Removed by {why}", 0) for why in ("Filter", "Index Recheck"))
        # The first so many rows, whichever they are, are read as well from the table itself.
        does = "takes rows" if plan["Node Type"] == "Seq Scan" and "Filter" not in plan else plan["Node Type"]
        yield does, plan["Relation Name"], (plan["Actual Rows"] + dropped) * plan["Actual Loops"]
    for each in plan.get("Plans", ()):
        yield from scans(each, large)


def what_reads_too_much(client, address: str, large: set) -> list[str]:
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
    assert response.status_code == 200, address
    found = []
    for query in list(captured):
        if not query["sql"].lstrip("( ").startswith(("SELECT", "WITH")):
            continue
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {query['sql']}")
            (plan,) = cursor.fetchone()
        plan = json.loads(plan) if isinstance(plan, str) else plan
        for node, table, rows in scans(plan[0]["Plan"], large):
            if node == "Seq Scan" or rows > MOST:
                found.append(f"{address}: {node} on {table}, {rows:.0f} rows: {query['sql'][:400]}")
    return found


def test_every_page_that_a_cache_may_keep_is_tried():
    (patterns,) = (each for each in get_resolver().url_patterns if getattr(each, "app_name", "") == "articles")
    kept = {each.name for each in patterns.url_patterns if hasattr(each.callback, "reads")}

    tried = {resolve(address.partition("?")[0]).url_name for address in readers_pages()}

    assert kept - tried - NO_LISTS == set()


def test_no_page_that_readers_see_reads_a_table_from_end_to_end():
    large = large_tables()
    assert {"articles_article", "articles_comment", "articles_quote", "articles_citation"} <= large

    client = Client()

    found = [line for address in readers_pages() for line in what_reads_too_much(client, address, large)]
    assert not found, "\n".join(found)


def test_no_list_or_queue_of_the_desk_reads_a_table_from_end_to_end():
    client, large = Client(), large_tables()
    client.force_login(create_editor())

    found = [line for address in desk_pages() for line in what_reads_too_much(client, address, large)]
    assert not found, "\n".join(found)

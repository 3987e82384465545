"""On a large newsroom PostgreSQL reads no table from end to end, whatever page is asked for."""

import json

import pytest
from django.contrib.admin import site as desk_site
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import conversation_of_size, newsroom_of_size
from articles.models import Article, Comment
from tests.factories import create_editor

STORIES = 20_000
REPLIES = 2  # under each, as many as wait for a moderator
LARGE = 5_000  # rows from which on a table counts as one that grows; those of nouns are small here
# Rows of large tables that a statement may read: a search ranks the thousand newest matches, and looks into as many
# again for what the filters leave.
MOST = 5_000


@pytest.fixture(scope="module", autouse=True)
def newsroom(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        with connection.cursor() as cursor:
            cursor.execute("SHOW is_superuser")
            if cursor.fetchone() != ("on",):
                pytest.skip("To fill a newsroom the database's user must be allowed to switch triggers off.")
        newsroom_of_size.fill(STORIES, progress=lambda done: None)
        for status in ("held", "approved"):  # what waits is not the newest half of all
            conversation_of_size.spread(REPLIES, status)
        yield
        call_command("flush", interactive=False, verbosity=0)


def readers_pages() -> list[str]:
    story = Article.objects.published().newest_first().first()
    quote = story.quotes.first()
    lists = ["/", "/latest/", "/sections/section-1/", "/tags/tag-1/", "/sources/source-7/", "/people/speaker-7/"]
    lists += ["/tags/", "/sources/", "/people/", "/quotes/", "/corrections/"]
    deep = ["/latest/", "/sections/section-1/", "/tags/tag-1/", "/sources/source-7/", "/people/speaker-7/", "/quotes/"]
    key = f"{story.first_published_at.replace(year=story.first_published_at.year - 1):%Y-%m-%dT%H:%M:%S.%fZ},9"
    feeds = ["/", "/sections/section-1/", "/tags/tag-1/", "/sources/source-7/", "/people/speaker-7/", "/corrections/"]
    # The month with the fewest stories: of one that has half of all it is right to read all.
    month = f"{Article.objects.published().order_by('first_published_at').first().published_on:%Y-%m}"
    return [
        *lists,
        *(f"{address}?before={key}" for address in deep),
        *(f"{address}feed.rss" for address in feeds),
        *("/sitemap.xml", "/news-sitemap.xml", f"/sitemaps/{month}.xml", "/sitemaps/tags.xml", "/sitemaps/people.xml"),
        *("/search/?q=selalu", "/search/?q=langka", "/search/?q=takadayangmencari"),
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
    queues = ("newcomers", "reported", "desk", "unchecked", "approved", "hidden", "all")
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

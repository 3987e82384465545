"""What a long conversation costs: a story with many replies ÷ with 50, the moderators' queue, 50 who write at once."""

from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import reverse

from ..conversation_of_size import fill, write_at_once
from ..models import Article
from ..views.comments import ORDERS
from . import Figure, at_most, median, medians
from .growth import FLAT, ask

FEW = 50  # replies, with which the others are compared
WAITING = 100  # held replies, likewise


@override_settings(ALLOWED_HOSTS=["*"])
def figures(scale: int) -> list[Figure]:
    """With `scale` 10, up to 50,000 replies under one story and 100,000 that wait."""
    # Those of an earlier run, of whatever size, have more.
    fresh = Article.objects.published().filter(comment_count__lt=FEW)
    stories = list(fresh.newest_first().defer("body", "search")[1:6])
    return [
        *pages(stories[:3], [FEW, 500 * scale, 5000 * scale]),
        queue(stories[3], 10_000 * scale),
        writes(stories[4]),
    ]


def pages(stories, sizes: list[int]) -> list[Figure]:
    for story, size in zip(stories, sizes, strict=True):
        fill(story, size - story.comment_count)
    return [figure for order, label in ORDERS.items() for figure in of_order(order, str(label), stories, sizes)]


def of_order(order: str, label: str, stories, sizes: list[int]) -> list[Figure]:
    """What a story's page costs in one order of its replies. The stories take turns, so that what else the machine
    does falls on all of them."""
    client = Client()
    addresses = [f"{story.get_absolute_url()}?order={order}" for story in stories]
    (few_ms, *more_ms) = medians([lambda address=address: ask(client, address) for address in addresses])
    (few, *more) = [queries(client, address) for address in addresses]
    made = []
    for size, many_ms, many in zip(sizes[1:], more_ms, more, strict=True):
        told = f"{few_ms:.1f} and {many_ms:.1f} ms, {few} and {many} queries"
        name = f"{size:,} replies ÷ {FEW}, {label.lower()}"
        made.append(at_most(name, many_ms / few_ms, FLAT, told))
        if many != few:
            made.append(Figure("… queries beyond", many - few, "0", False, told))
    return made


def queries(client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        ask(client, address)
    return len(captured)


def queue(story, number: int) -> Figure:
    editor, _made = get_user_model().objects.get_or_create(username="benchmark", is_staff=True, is_superuser=True)
    client, address = Client(), reverse("admin:articles_comment_changelist")
    client.force_login(editor)
    times = []
    for size in (WAITING, number):
        fill(story, size, status="held")
        times.append(median(lambda: ask(client, address)))
    few, many = times
    return at_most(f"queue with {number:,} held ÷ {WAITING}", many / few, FLAT, f"{few:.1f} and {many:.1f} ms")


def writes(story) -> Figure:
    """Stops with an error where a counter is wrong afterwards."""
    story.comments.all().delete()  # the few that growth has laid under every story
    rate = write_at_once(story)
    return Figure("replies a second, 50 writers, every counter right", rate, "> 0", rate > 0, "")

import json
import statistics
import time
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import reverse

from articles.conversation_of_size import fill as fill_conversation
from articles.conversation_of_size import write_at_once
from articles.models import Article, Quote
from articles.newsroom_of_size import fill

FLAT = 1.5  # a page may cost this much more on the large newsroom, no more
COMPARED = 50  # milliseconds in which a new quote is compared with all others
RUNS = 7

PAGES = {
    "front page": "/",
    "latest": "/latest/",
    "section": "/sections/section-1/",
    "tag": "/tags/tag-1/",
    "tags": "/tags/",
    "source": "/sources/source-7/",
    "person": "/people/speaker-7/",
    "quotes": "/quotes/",
    "search, a word that every story has": "/search/?q=selalu",
    "search, a word of one story in fifty": "/search/?q=langka",
    "search, no match": "/search/?q=takadayangmencari",
    "feed": "/feed.rss",
    "news sitemap": "/news-sitemap.xml",
}


class Command(BaseCommand):
    help = "Measures each page on a small and on a large newsroom, in one run, and prints the ratios."

    def add_arguments(self, parser):
        parser.add_argument("--articles", type=int, default=1_000_000, help="Stories of the large newsroom.")
        parser.add_argument("--quick", action="store_true", help="20,000 stories in place of a million.")
        parser.add_argument("--json", metavar="FILE", help="Also write every figure, its goal and whether it holds.")

    @override_settings(
        ALLOWED_HOSTS=["*"],
        STORAGES=settings.STORAGES
        | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}},
    )
    def handle(self, *args, articles, quick, **options):
        articles = 20_000 if quick else articles
        call_command("migrate", verbosity=0)
        if Article.objects.exclude(slug__startswith="story-").exists():
            raise CommandError("This database holds a newsroom. The benchmark wants one of its own.")
        small = min(1000, articles // 20)
        before = self.measure(small)
        after = self.measure(articles)
        figures = [self.figure(name, before[name], after[name]) for name in before]
        self.print(figures, small, articles)
        figures += self.measure_conversation(1 if quick or articles < 20_000 else 10)
        if options["json"]:
            Path(options["json"]).write_text(json.dumps(figures, indent=1))

    def measure(self, articles: int) -> dict[str, float]:
        """Milliseconds of each page, and of comparing a quote, with this many stories."""
        fill(articles, progress=lambda done: self.stderr.write(f"\r{done:,} of {articles:,} stories", ending=""))
        self.stderr.write("")
        newest = Article.objects.published().newest_first().defer("body", "search")[0]
        client = Client()
        pages = PAGES | {"story": newest.get_absolute_url(), "quote": newest.quotes.first().get_absolute_url()}
        found = {name: median(lambda address=address: ask(client, address)) for name, address in pages.items()}
        found["comparing a new quote"] = median(compare)
        found["related stories"] = median(newest.related)
        return found

    def measure_conversation(self, scale: int) -> list[dict]:
        """A story with 50 replies ÷ with many more, the moderators' queue, and 50 who write at once."""
        stories = Article.objects.published().newest_first().defer("body", "search")
        sizes, client, found = [50, 500 * scale, 5000 * scale], Client(), []
        for story, size in zip(stories[1:4], sizes, strict=True):
            if not story.comments.exists():
                fill_conversation(story, size)
            address = story.get_absolute_url()
            with CaptureQueriesContext(connection) as captured:
                ask(client, address)
            # Counted at once: the next request empties the list.
            asked = len(captured)
            found.append((median(lambda address=address: ask(client, address)), asked))
        (few_ms, few), *more = found
        figures = []
        for size, (many_ms, many) in zip(sizes[1:], more, strict=True):
            name = f"story with {size:,} replies ÷ {sizes[0]}"
            figures.append(self.figure(name, few_ms, many_ms) | {"queries": [few, many]})
            figures[-1]["holds"] &= few == many
        figures.append(self.measure_queue(stories[4], 10_000 * scale))
        writes = write_at_once(stories[5]) if not stories[5].comments.exists() else 0
        figures.append(
            {"name": "replies a second, 50 writers", "rate": writes, "large_ms": 1000 / (writes or 1), "holds": True}
        )
        for each in figures:
            told = (
                f"{each['small_ms']:9.1f} ms{each['large_ms']:9.1f} ms{each['ratio']:8.2f}"
                if "ratio" in each
                else (f"{each['rate']:9.0f} /s, every counter right")
            )
            asked = f"  {each['queries'][0]} and {each['queries'][1]} queries" if "queries" in each else ""
            self.stdout.write(f"{each['name']:38}{told}{asked}  {'holds' if each['holds'] else 'missed'}")
        return figures

    def measure_queue(self, story, number: int) -> dict:
        """The moderators' queue with a hundred that wait ÷ with many."""
        editor, _made = get_user_model().objects.get_or_create(username="benchmark", is_staff=True, is_superuser=True)
        client, address = Client(), reverse("admin:articles_comment_changelist")
        client.force_login(editor)
        times = []
        for size in (100, number):
            fill_conversation(story, size, status="held")
            times.append(median(lambda: ask(client, address)))
        return self.figure(f"queue with {number:,} held ÷ 100", *times)

    def figure(self, name, before, after) -> dict:
        ratio = after / before
        holds = after <= COMPARED if name == "comparing a new quote" else ratio <= FLAT
        return {"name": name, "small_ms": before, "large_ms": after, "ratio": ratio, "holds": holds}

    def print(self, figures, small, large):
        self.stdout.write(f"{'':38}{small:>12,}{large:>12,}   ratio   goal")
        for each in figures:
            goal = f"≤ {COMPARED} ms" if each["name"] == "comparing a new quote" else f"≤ {FLAT}"
            self.stdout.write(
                f"{each['name']:38}{each['small_ms']:9.1f} ms{each['large_ms']:9.1f} ms{each['ratio']:8.2f}   "
                f"{goal}  {'holds' if each['holds'] else 'missed'}"
            )
        self.stdout.write(f"Milliseconds are medians of {RUNS} runs in one process; ratios are what to compare.")


def median(action) -> float:
    """The median time of `action` in milliseconds, after one run that does not count."""
    action()
    times = []
    for _each in range(RUNS):
        start = time.perf_counter()
        action()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def ask(client, address: str) -> None:
    response = client.get(address)
    if response.status_code != 200:
        raise CommandError(f"{address} answers {response.status_code}.")


def compare() -> None:
    """A new quote, with words of its own and of others, compared with all others; nothing is kept."""
    with transaction.atomic():
        quote = Quote.objects.create(
            article=Article.objects.order_by("pk")[0],
            exact="Kami selalu menunggu kapal pertama di dermaga lama sebelum matahari terbit dari balik pulau.",
        )
        quote.find_likenesses()
        transaction.set_rollback(True)

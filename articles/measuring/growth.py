"""What each page costs on a large newsroom ÷ on a small one."""

from django.db import transaction
from django.test import Client
from django.test.utils import override_settings
from django.urls import reverse

from newsportal import pagecache

from ..models import Article, Quote
from ..newsroom_of_size import fill
from . import median

FLAT = 1.5  # a page may cost this much more on the large newsroom, no more
COMPARED = 50  # milliseconds in which a new quote is compared with all others

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
    "quotes": "/quotes/",
    "search, a word that every story has": "/search/?q=selalu",
    "search, a word of one story in fifty": "/search/?q=langka",
    "search, no match": "/search/?q=takadayangmencari",
    "search, stories narrowed": "/search/?q=selalu&kind=stories&section=section-2&tag=tag-3&language=id",
    "search, quotes": "/search/?q=selalu&kind=quotes",
    "names while one types": "/search/names.json?q=sp",
    "feed": "/feed.rss",
    "news sitemap": "/news-sitemap.xml",
}


@override_settings(ALLOWED_HOSTS=["*"])
def measure(articles: int, progress) -> dict[str, float]:
    """Milliseconds of each page, and of comparing a quote, with this many stories."""
    fill(articles, progress)
    newest = Article.objects.published().newest_first().defer("body", "search")[0]
    client = Client()
    pages = PAGES | {
        "story": newest.get_absolute_url(),
        "quote": newest.quotes.first().get_absolute_url(),
        "day of the archive": reverse("articles:archive_day", args=[newest.published_on]),
    }
    found = {name: median(lambda address=address: ask(client, address)) for name, address in pages.items()}
    found["story, nothing of it finished"] = median(lambda: ask_anew(client, newest))
    found["comparing a new quote"] = median(compare)
    found["related stories"] = median(lambda: list(Article.objects.published().related_to(newest.pk).for_cards()))
    return found


def figure(name: str, before: float, after: float) -> dict:
    ratio = after / before
    is_compared = name == "comparing a new quote"
    goal, holds = (f"≤ {COMPARED} ms", after <= COMPARED) if is_compared else (f"≤ {FLAT}", ratio <= FLAT)
    return {"name": name, "small_ms": before, "large_ms": after, "ratio": ratio, "goal": goal, "holds": holds}


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

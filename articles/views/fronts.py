from collections import Counter

from django.shortcuts import get_object_or_404, render

from ..interchange import jsonld
from ..models import Article, Quote, Section
from ..models.front import front_page, section_front
from ..models.page import policies
from ..models.shown import expires, names, rows_unnamed, shows
from ..paging import SIZE, newest_page
from .shareable import shareable

VOICES = 3
VOICE_LENGTH = 240  # characters: what a column of the front page takes
MOST_QUOTED = 5
QUOTES_LOOKED_AT = 50


@shareable
def home(request):
    return home_page(request)


@shareable(reads=["before"])
def section_detail(request, section):
    return section_page(request, get_object_or_404(Section, slug=section))


def home_page(request, now=None, placements=None, template="home.html"):
    """The front page as readers see it at `now`; as the desk previews it, with `placements` that nobody saved yet."""
    shows("corrections", "discussed", "latest", "quotes")
    front = front_page(now, placements)
    expires(front.changes_at)
    with rows_unnamed():
        quotes = Quote.objects.public(now).newest_first().with_chain()[:QUOTES_LOOKED_AT]
        quotes = [quote for quote in quotes if quote.speaker]
    context = {
        "front": front,
        "sections": front.sections,
        "voices": voices(quotes),
        "most_quoted": most_quoted(quotes),
        "linked_data": jsonld.front_page(policies()),
    }
    return render(request, template, context)


def section_page(request, section, now=None, placements=None, template="articles/section.html"):
    """A section's front and the rest of its stories by time; behind its first page the stories alone."""
    stories = Article.objects.published(now).in_section(section).for_cards()
    shows(f"section:{section.pk}", f"section:{section.pk}:stories")
    expires(section.articles.next_appearance(now))
    front, size = None, SIZE
    if not request.GET.get("before"):
        front = section_front(section, now, placements)
        expires(front.changes_at)
        stories = stories.exclude(pk__in=[story.pk for story in front.stories])
        size -= len(front.stories)
    page = newest_page(stories, request, by="first_published_at", size=size)
    context = {"section": section, "front": front, "page": page, "linked_data": jsonld.list_page(section)}
    return render(request, template, context)


def voices(quotes: list) -> list:
    """The first whole utterances that are short enough for the front page, one of each story."""
    of_stories = {}
    for quote in quotes:
        if quote.kind == Quote.Kind.FULL and len(quote.exact) <= VOICE_LENGTH:
            of_stories.setdefault(quote.article_id, quote)
    chosen = list(of_stories.values())[:VOICES]
    for quote in chosen:
        names(quote, quote.speaker, quote.article, quote.citation, quote.citation and quote.citation.source)
    return chosen


def most_quoted(quotes: list) -> list:
    """Who has most of the `quotes`, as pairs of speaker and number; only who has more than one, and has a page."""
    numbers = Counter(quote.speaker for quote in quotes if quote.speaker.get_absolute_url())
    most = [(speaker, number) for speaker, number in numbers.most_common(MOST_QUOTED) if number > 1]
    names(*(speaker for speaker, _number in most))
    return most

from datetime import date

from django.http import Http404
from django.shortcuts import render

from ..body import mark_quotes, reading_minutes, word_count
from ..forms import CommentForm
from ..insets import Insets
from ..interchange import jsonld
from ..models import Article
from ..models.at_once import AtOnce
from ..models.citation import chains, every_source_grants
from ..models.page import policies
from ..models.shown import expires, shows
from ..paging import newest_page
from .comments import KEYS, Asked, story_rows, thread_page
from .gone import gone_page
from .shareable import shareable

ADDRESSED = AtOnce(
    lambda day, slug: {"story": Article.objects.filter(published_on=day, slug=slug).for_page()}, day=date, slug=str
)


@shareable(reads=["before"])
def article_list(request):
    shows("latest")
    expires(Article.objects.next_appearance())
    page = newest_page(Article.objects.published().newest_first().for_cards(), request, by="first_published_at")
    return render(request, "articles/list.html", {"page": page})


@shareable(reads=KEYS)
def article_detail(request, day, article):
    [*found] = ADDRESSED(day=day, slug=article)["story"]
    if not found:
        raise Http404
    [story] = found
    return gone_page(request, story) or article_page(request, story)


def article_page(request, article, preview=None):
    """The page of a story, as readers see it; or as a `preview` (a PreviewLink) shows it before them.

    Three queries with the one that found the story, or two where there are no replies.
    """
    shows(f"replies:{article.pk}", f"translations:{article.original_id}")
    asked = Asked.by(request.GET)
    beside = story_rows(article, asked)
    citations, quotes = beside["citations"], beside["quotes"]
    lines = chains(citations)
    words = word_count(article.body)
    expires(article.grows_older_at())
    insets = Insets(article.body, photos=beside["photos"], cards=beside["cards"])
    context = beside | {
        "article": article,
        "preview": preview,
        "body": insets.for_readers(mark_quotes(article.body, quotes)),
        "minutes": reading_minutes(words),
        "chains": lines,
        "origins": list(dict.fromkeys(line[0].source for line in lines)),
        "threads": thread_page(asked, beside),
        **place_in_series(article, beside),
        "form": CommentForm(article=article, initial={"version": next(iter(beside["version"]), None)}),
        "noindex": preview is not None or not every_source_grants("may_index", citations),
        "embed": every_source_grants("may_syndicate", citations) and article.get_absolute_url(),
        "linked_data": jsonld.story_page(article, beside, insets.photos_of(article.body), words, policies()),
    }
    return render(request, "articles/detail.html", context)


def place_in_series(article, beside) -> dict:
    """The story's part of a series and those before and after it, None where there is none; nothing for most."""
    part = next((part for part in beside["parts"] if part.article_id == article.pk), None)
    if part is None:
        return {}
    shows(f"series:{part.series_id}:parts")
    expires(next(iter(beside["next_part"]), None))
    before = [other for other in beside["parts"] if other.number < part.number]
    after = [other for other in beside["parts"] if other.number > part.number]
    return {"part": part, "neighbours": [next(iter(before), None), next(iter(after), None)]}

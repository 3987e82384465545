from django.shortcuts import get_object_or_404, render

from ..body import mark_quotes, reading_minutes
from ..forms import CommentForm
from ..insets import Insets
from ..interchange import jsonld
from ..models import Article, Page
from ..models.citation import chains, every_source_grants
from ..models.shown import expires, shows
from ..paging import newest_page
from .comments import KEYS, thread_page
from .gone import gone_page
from .shareable import shareable


@shareable(reads=["before"])
def article_list(request):
    shows("latest")
    expires(Article.objects.next_appearance())
    page = newest_page(Article.objects.published().newest_first().for_cards(), request, by="first_published_at")
    return render(request, "articles/list.html", {"page": page})


@shareable(reads=KEYS)
def article_detail(request, day, article):
    story = get_object_or_404(Article.objects.for_page(), published_on=day, slug=article)
    return gone_page(request, story) or article_page(request, story)


def article_page(request, article, preview=None):
    """The page of a story, as readers see it; or as a `preview` (a PreviewLink) shows it before them."""
    shows(f"replies:{article.pk}")
    citations = list(article.citations.with_chain())
    lines = chains(citations)
    quotes = list(article.quotes.accepted().in_order().for_story())
    insets = Insets(article.body)
    corrections = list(article.corrections.select_related("quote")) if article.updated_at else []
    translations = article.translations_seen()
    context = {
        "article": article,
        "preview": preview,
        "body": insets.for_readers(mark_quotes(article.body, quotes)),
        "minutes": reading_minutes(article.body),
        "quotes": quotes,
        "citations": citations,
        "chains": lines,
        "origins": list(dict.fromkeys(line[0].source for line in lines)),
        "corrections": corrections,
        "related": article.related(),
        "translations": translations,
        "threads": thread_page(article, request.GET),
        "form": CommentForm(article=article, initial={"version": article.public_version()}),
        "noindex": preview is not None or not every_source_grants("may_index", citations),
        "embed": every_source_grants("may_syndicate", citations) and article.get_absolute_url(),
        "linked_data": jsonld.story_page(
            *(article, quotes, citations, corrections, translations),
            photos=insets.photos_of(article.body),
            policies=Page.objects.policies(),
        ),
    }
    return render(request, "articles/detail.html", context)

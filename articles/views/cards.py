from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from .. import cards
from ..models import Article, Quote
from ..models.citation import no_source_refuses
from ..models.shown import shows
from .gone import gone_page, gone_quote_page
from .shareable import shareable


@shareable
def article_card(request, day, article):
    stories = Article.objects.for_cards().annotate(is_indexed=no_source_refuses("may_index"))
    story = get_object_or_404(stories, published_on=day, slug=article)
    return gone_page(request, story) or picture(cards.story_card(story), story.is_indexed)


@shareable
def quote_card(request, pk):
    indexed = no_source_refuses("may_index", story="article")
    quote = get_object_or_404(Quote.objects.addressable().with_chain().annotate(is_indexed=indexed), pk=pk)
    return gone_quote_page(request, quote) or picture(cards.quote_card(quote), quote.is_indexed)


def picture(data: bytes, is_indexed: bool):
    """The card as an answer; search engines may list it where they may list the story."""
    shows("indexing")
    response = HttpResponse(data, content_type="image/png")
    if not is_indexed:
        response.headers["X-Robots-Tag"] = "noindex"
    return response

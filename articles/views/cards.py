from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from .. import cards
from ..models import Article, Quote
from .shareable import shareable


@shareable
def article_card(request, day, article):
    story = get_object_or_404(Article.objects.published().for_cards(), published_on=day, slug=article)
    return HttpResponse(cards.story_card(story), content_type="image/png")


@shareable
def quote_card(request, pk):
    quote = get_object_or_404(Quote.objects.public().with_chain(), pk=pk)
    return HttpResponse(cards.quote_card(quote), content_type="image/png")

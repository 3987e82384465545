"""What answers where something was that readers can see no longer: 410, and why."""

from django.http import Http404
from django.shortcuts import render

from ..models import Article, Quote


def gone_page(request, story):
    """What stands at the address of a story that readers can see no longer, and at those under it; None for one that
    they can see."""
    if story.status == Article.Status.RETRACTED:
        return render(request, "articles/retracted.html", {"article": story}, status=410)
    if story.is_expired():
        return render(request, "articles/expired.html", {"article": story}, status=410)
    if not story.is_published():
        raise Http404
    return None


def gone_quote_page(request, quote):
    """What stands at the address of an addressable quote that readers can see no longer; None for one that they can."""
    if not quote.article.is_published():
        return render(request, "quotes/left_behind.html", {"article": quote.article}, status=410)
    if quote.status == Quote.Status.WITHDRAWN:
        return render(request, "quotes/withdrawn.html", {"quote": quote}, status=410)
    return None

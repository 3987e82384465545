from django.http import Http404
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from ..models import Article, PreviewLink
from .articles import article_page


@require_safe
@cache_control(private=True, no_store=True)
def preview(request, token):
    """A story as it will look, for whoever was given the link: what waits, if anything does, else what was saved."""
    link = PreviewLink.objects.by_token(token)
    if link is None:
        raise Http404
    story = link.article
    if not link.is_valid() or story.status == story.Status.RETRACTED:
        return unseen(render(request, "articles/preview_ended.html", status=410))
    with story.as_last_saved():
        story = Article.objects.for_page().get(pk=story.pk)
        story.pose_as_published()
        return unseen(article_page(request, story, preview=link))


def unseen(response):
    """Kept from search engines; and where the reader goes from here, nobody learns the address."""
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response

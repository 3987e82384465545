from django.shortcuts import get_object_or_404, render

from ..models import Article
from ..models.openness import figures
from ..models.shown import shows
from .gone import gone_page
from .shareable import shareable


@shareable
def conversation_ledger(request, day, article):
    """How a story's conversation was moderated: numbers only, nobody's name."""
    stories = Article.objects.select_related("section").defer("body", "search")
    story = get_object_or_404(stories, published_on=day, slug=article)
    if gone := gone_page(request, story):
        return gone
    shows(f"ledger:{story.pk}", f"replies:{story.pk}")
    return render(request, "comments/ledger.html", {"article": story, "figures": figures(story)})

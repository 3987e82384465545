from django.shortcuts import get_object_or_404, render

from ..models import Article
from ..models.openness import figures
from ..models.shown import shows
from .shareable import shareable


@shareable
def conversation_ledger(request, day, article):
    """How a story's conversation was moderated: numbers only, nobody's name."""
    story = get_object_or_404(
        Article.objects.published().select_related("section").defer("body", "search"), published_on=day, slug=article
    )
    shows(f"ledger:{story.pk}", f"replies:{story.pk}")
    return render(request, "comments/ledger.html", {"article": story, "figures": figures(story)})

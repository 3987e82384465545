from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext

from ..comparing import changes
from ..interchange import jsonld
from ..models import Article, Correction, Revision
from ..models.shown import expires, shows
from ..paging import given_pk, newest_page
from .gone import gone_page
from .shareable import shareable

VERSIONS = 10  # on a page: each is compared with the one before


@shareable(reads=["before"])
def correction_list(request):
    """The public ledger: what was wrong, the newest first."""
    shows("corrections")
    expires(Article.objects.next_appearance())
    page = newest_page(Correction.objects.public().of_errors().with_story().with_readers(), request, by="created_at")
    here = gettext("Corrections"), reverse("articles:corrections")
    return render(request, "corrections/list.html", {"page": page, "linked_data": jsonld.list_page(here)})


@shareable(reads=["before"])
def article_history(request, day, article):
    """What changed between the versions that readers have seen, the newest first, and why."""
    story = get_object_or_404(Article.objects.for_cards(), published_on=day, slug=article)
    if gone := gone_page(request, story):
        return gone
    shows(f"article:{story.pk}", f"history:{story.pk}")
    revisions = Revision.objects.seen(story)
    if request.GET.get("before"):
        revisions = revisions.filter(number__lt=given_pk(request.GET["before"]))
    revisions = list(revisions[: VERSIONS + 1])
    told = {entry.to_revision_id: entry for entry in story.corrections.select_related("quote")}
    steps = [
        (after, told.get(after.pk), changes(before.content, after.content, for_readers=True))
        for after, before in zip(revisions, revisions[1:], strict=False)
    ]
    context = {
        "article": story,
        "steps": [step for step in steps if step[1] or step[2]],
        "reaches_the_first": len(revisions) <= VERSIONS,
        "next": revisions[VERSIONS - 1].number if len(revisions) > VERSIONS else None,
    }
    return render(request, "articles/history.html", context)

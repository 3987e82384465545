from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext

from ..insets import Insets
from ..interchange import jsonld
from ..models import Article, Event, Tag
from ..models.shown import expires, next_of, shows
from ..paging import named_page, newest_page
from .shareable import shareable


@shareable(reads=["after"])
def tag_list(request):
    shows("tags")
    expires(Article.objects.next_turn())
    page = named_page(Tag.objects.in_use().order_by("name", "pk"), request, size=200)
    return render(request, "tags/list.html", {"page": page, "linked_data": jsonld.list_page(top())})


@shareable(reads=["before"])
def tag_detail(request, tag):
    tag = get_object_or_404(Tag.objects.in_use().with_introduction(), slug=tag)
    shows(f"tag:{tag.pk}:stories")
    expires(tag.taggings.next_appearance())
    page = newest_page(Article.objects.in_tag(tag).for_cards(), request, by="listed_at")
    context = {"tag": tag, "page": page, "linked_data": jsonld.list_page(top(), tag)}
    if not request.GET.get("before"):
        context["introduction"] = Insets(tag.introduction).for_readers(tag.introduction)
        context["beside"] = tag.often_with()
        expires(next_of(*(other.until for other in context["beside"])))
    return render(request, "tags/detail.html", context)


@shareable(reads=["before"])
def tag_timeline(request, tag):
    """What happened under a tag, the latest first: its stories, dated words in them, entries of the ledger."""
    tag = get_object_or_404(Tag.objects.in_use(), slug=tag)
    shows(f"tag:{tag.pk}:stories", f"timeline:{tag.pk}")
    expires(tag.taggings.next_appearance())
    events = Event.objects.of_tag(tag).each_utterance_once(tag).for_timeline()
    page = newest_page(events, request, by="at", size=40)
    shows(*(f"statement:{event.quote.statement_id}" for event in page if event.quote and event.quote.statement_id))
    here = gettext("Timeline"), reverse("articles:tag_timeline", args=[tag.slug])
    return render(
        request, "tags/timeline.html", {"tag": tag, "page": page, "linked_data": jsonld.list_page(top(), tag, here)}
    )


def top():
    return gettext("Tags"), reverse("articles:tags")

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext

from ..interchange import jsonld
from ..models import Article, Quote, Source
from ..models.shown import expires, shows
from ..paging import named_page, newest_page
from .shareable import shareable

QUOTES = 10
TAKEN_BACK = 20


@shareable(reads=["after"])
def source_list(request):
    shows("sources")
    expires(Article.objects.next_turn())
    page = named_page(Source.objects.in_use().order_by("name", "pk"), request, size=100)
    here = gettext("Sources"), reverse("articles:sources")
    return render(request, "sources/list.html", {"page": page, "linked_data": jsonld.list_page(here)})


@shareable(reads=["before"])
def source_detail(request, source):
    source = get_object_or_404(Source.objects.in_use(), slug=source)
    shows(f"source:{source.pk}:stories")
    expires(source.citations.next_appearance())
    citations = source.citations.published().newest_first().for_source_page()
    page = newest_page(citations, request, by="published_at")
    context = {"source": source, "page": page, "linked_data": jsonld.source_page(source)}
    if not request.GET.get("before"):
        context["sole_origin_count"] = source.sole_origin_count()
        context["quotes"] = Quote.objects.through(source).with_chain()[:QUOTES]
        context["taken_back"] = source.items.taken_back()[:TAKEN_BACK]
    return render(request, "sources/detail.html", context)

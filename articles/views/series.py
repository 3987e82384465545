from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext

from ..insets import Insets
from ..interchange import jsonld
from ..models import Article, Series
from ..models.shown import expires, shows
from ..paging import named_page, read_pk
from .shareable import shareable


@shareable(reads=["after"])
def series_list(request):
    shows("series")
    expires(Article.objects.next_turn())
    page = named_page(Series.objects.in_use().defer("introduction").order_by("name", "pk"), request, size=100)
    return render(request, "series/list.html", {"page": page, "linked_data": jsonld.list_page(top())})


@shareable(reads=["after"])
def series_detail(request, series):
    """A series: what it is about, and its parts in their order."""
    series = get_object_or_404(Series.objects.in_use(), slug=series)
    shows(f"series:{series.pk}:parts")
    expires(series.parts.next_appearance())
    page = named_page(series.parts.published().in_order().for_cards(), request, by="number", read=read_pk)
    context = {
        "series": series,
        "introduction": Insets(series.introduction).for_readers(series.introduction),
        "page": page,
        "linked_data": jsonld.series_page(series, top()),
    }
    return render(request, "series/detail.html", context)


def top():
    return gettext("Series"), reverse("articles:series_list")

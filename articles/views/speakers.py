from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext

from ..forms import SpokenForm
from ..interchange import jsonld
from ..models import Article, Quote, Speaker
from ..models.shown import expires, shows
from ..paging import Page, named_page, newest_page
from .shareable import shareable


@shareable(reads=["after"])
def speaker_list(request):
    shows("people")
    expires(Article.objects.next_turn())
    page = named_page(Speaker.objects.quoted().order_by("name", "pk"), request, size=100)
    here = gettext("People"), reverse("articles:speakers")
    return render(request, "speakers/list.html", {"page": page, "linked_data": jsonld.list_page(here)})


@shareable(reads=["year", "tag", "story", "before"])
def speaker_detail(request, speaker):
    speaker = get_object_or_404(Speaker.objects.quoted(), slug=speaker)
    shows(f"person:{speaker.pk}:quotes")
    expires(speaker.quotes.accepted().next_appearance())
    form = SpokenForm(request.GET, quotes=Quote.objects.public().of_speaker(speaker))
    context = {"speaker": speaker, "form": form, "topics": list(form.topics()), "page": Page([])}
    if not form.is_valid():
        return render(request, "speakers/detail.html", context, status=422)
    page = newest_page(form.matches().with_chain(), request, by="published_at")
    context |= {"page": page, "linked_data": jsonld.speaker_page(speaker, page)}
    return render(request, "speakers/detail.html", context)

from datetime import timedelta

from django.shortcuts import render

from ..forms import SearchForm
from ..models import Article, Quote, Speaker
from ..models.shown import shows
from ..paging import Page
from .shareable import shareable

BESIDE = 5  # people and quotes that stand beside the stories


# “The last day” moves on with the clock.
@shareable(reads=["q", "section", "tag", "since", "before"], lifetime=timedelta(minutes=1))
def search(request):
    shows("search")
    form = SearchForm(request.GET)
    context = {"form": form, "page": Page([])}
    if not form.is_valid():
        return render(request, "search.html", context, status=422)
    if text := form.cleaned_data["q"]:
        context["page"] = form.page(Article.objects.published())
        if not request.GET.get("before"):
            context["speakers"] = Speaker.objects.quoted().search(text)[:BESIDE]
            context["quotes"] = Quote.objects.public().newest_found(text).with_chain()[:BESIDE]
    return render(request, "search.html", context)

from datetime import timedelta

from django.http import JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from ..forms import SearchForm
from ..interchange import jsonld
from ..models.section import sections as all_sections
from ..models.shown import shows
from ..naming import names
from ..paging import named_page, newest_page
from .shareable import shareable

TOGETHER = 10  # stories, and quotes half as many, where everything that was found stands on one page
READS = ["q", "kind", "section", "tag", "language", "since", "until", "before", "after"]
NAMES = ("people", "tags", "sources", "series")


# A scheduled story is found within a minute.
@shareable(reads=READS, lifetime=timedelta(minutes=1))
def search(request):
    shows("search", *NAMES)
    sections = all_sections()
    form = SearchForm(request.GET, sections=sections)
    here = gettext("Search"), reverse("articles:search")
    context = {"form": form, "sections": sections, "linked_data": jsonld.list_page(here)}
    if not form.is_valid():
        return render(request, "search/page.html", context, status=422)
    if form.cleaned_data["q"]:
        context |= FOUND[form.cleaned_data["kind"]](form, request)
    return render(request, "search/page.html", context)


def everything(form, request) -> dict:
    """The best stories, the newest quotes and, unless the reader narrowed the search, names; three queries."""
    stories = list(form.best_of(form.matches())[: TOGETHER + 1])
    quotes = list(form.quotes()[: TOGETHER // 2 + 1])
    return {
        "stories": stories[:TOGETHER],
        "more_stories": len(stories) > TOGETHER,
        "quotes": quotes[: TOGETHER // 2],
        "more_quotes": len(quotes) > TOGETHER // 2,
        "names": [] if form.is_narrowed else names(form.cleaned_data["q"]),
    }


def stories(form, request) -> dict:
    page = form.story_page()
    return {"page": page, "stories": page.rows}


def quotes(form, request) -> dict:
    page = newest_page(form.quotes(request.GET.get("before", "")), request, by="published_at")
    return {"page": page, "quotes": page.rows}


def people(form, request) -> dict:
    page = named_page(form.people(), request)
    return {"page": page, "people": page.rows}


FOUND = {"": everything, "stories": stories, "quotes": quotes, "people": people}


@shareable(reads=["q"])
def search_names(request):
    """Names to choose from while a reader types."""
    shows(*NAMES)
    found = names(request.GET.get("q", "")[:200])
    rows = [{"name": each.name, "kind": str(each.kind), "url": each.get_absolute_url()} for each in found]
    return JsonResponse({"names": rows})

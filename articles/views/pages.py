from django.shortcuts import get_object_or_404, render

from ..insets import Insets
from ..interchange import jsonld
from ..models import Page
from ..models.shown import shows
from .shareable import shareable


@shareable
def page_list(request):
    """Who we are and what we hold ourselves to."""
    shows("pages")
    pages = list(Page.objects.defer("body"))
    return render(request, "pages/list.html", {"pages": pages, "linked_data": jsonld.about_page(pages)})


@shareable
def page_detail(request, page):
    page = get_object_or_404(Page, slug=page)
    return render(
        request,
        "pages/detail.html",
        {"page": page, "body": Insets(page.body).for_readers(page.body), "linked_data": jsonld.policy_page(page)},
    )

from django.shortcuts import get_object_or_404, render

from ..models import Source
from ..paging import named_page, newest_page
from .shareable import shareable


@shareable
def source_list(request):
    page = named_page(Source.objects.in_use().order_by("name", "pk"), request, size=100)
    return render(request, "sources/list.html", {"page": page})


@shareable
def source_detail(request, source):
    source = get_object_or_404(Source, slug=source)
    citations = source.citations.published().newest_first().for_source_page()
    page = newest_page(citations, request, by="published_at")
    return render(request, "sources/detail.html", {"source": source, "page": page})

from django.shortcuts import get_object_or_404, render

from ..models import Quote, Speaker
from ..paging import named_page, newest_page
from .shareable import shareable


@shareable
def speaker_list(request):
    page = named_page(Speaker.objects.quoted().order_by("name", "pk"), request, size=100)
    return render(request, "speakers/list.html", {"page": page})


@shareable
def speaker_detail(request, speaker):
    speaker = get_object_or_404(Speaker, slug=speaker)
    page = newest_page(Quote.objects.public().of_speaker(speaker).with_chain(), request, by="published_at")
    return render(request, "speakers/detail.html", {"speaker": speaker, "page": page})

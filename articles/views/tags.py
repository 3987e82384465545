from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext

from ..interchange import jsonld
from ..models import Article, Tag
from ..models.shown import expires, shows
from ..paging import named_page, newest_page
from .shareable import shareable


@shareable(reads=["after"])
def tag_list(request):
    shows("tags")
    expires(Article.objects.next_turn())
    page = named_page(Tag.objects.in_use().order_by("name", "pk"), request, size=200)
    return render(request, "tags/list.html", {"page": page})


@shareable(reads=["before"])
def tag_detail(request, tag):
    tag = get_object_or_404(Tag.objects.in_use(), slug=tag)
    shows(f"tag:{tag.pk}:stories")
    expires(tag.taggings.next_appearance())
    page = newest_page(Article.objects.in_tag(tag).for_cards(), request, by="listed_at")
    steps = (gettext("Tags"), reverse("articles:tags")), tag
    return render(request, "tags/detail.html", {"tag": tag, "page": page, "linked_data": jsonld.list_page(*steps)})

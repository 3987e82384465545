from django.shortcuts import get_object_or_404, render

from ..interchange import jsonld
from ..models import Article, Author
from ..models.shown import expires, shows
from ..paging import newest_page
from .shareable import shareable


@shareable(reads=["before"])
def author_detail(request, author):
    author = get_object_or_404(Author.objects.published(), slug=author)
    shows(f"author:{author.pk}:stories")
    expires(author.bylines.next_appearance())
    page = newest_page(Article.objects.by_author(author).for_cards(), request, by="listed_at")
    context = {"author": author, "page": page, "linked_data": jsonld.author_page(author)}
    return render(request, "authors/detail.html", context)

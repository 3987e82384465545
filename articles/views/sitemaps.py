from datetime import timedelta

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse

from .. import archive
from ..models import Article, Page, Section
from ..models.shown import expires, rows_unnamed, shows
from ..paging import given_pk, newest_page
from ..sitemaps import LIMIT, NOUNS, months, noun_pages, recent_stories, rows_of, stories_of
from .shareable import shareable

XML = "application/xml"
# A story that is two days old leaves the news sitemap no more than this later.
NEWS_LIFETIME = timedelta(minutes=10)
LISTS = [
    *("home", "latest", "tags", "sources", "speakers", "quotes", "series_list", "archive", "corrections", "pages"),
]


@shareable
def sitemap_index(request):
    shows("latest", "series")
    expires(Article.objects.next_turn())
    context = {"months": months(), "nouns": noun_pages()}
    return render(request, "sitemaps/index.xml", context, content_type=XML)


@shareable(reads=["before"])
def sitemap_month(request, month):
    shows(f"sitemap:{month:%Y-%m}", "indexing")
    expires(Article.objects.next_turn())
    stories = stories_of(month).only("slug", "published_on", "first_published_at", "changed_at")
    with rows_unnamed():
        page = newest_page(stories, request, by="first_published_at", size=LIMIT)
    return render(request, "sitemaps/stories.xml", {"stories": page}, content_type=XML)


@shareable
def sitemap_lists(request):
    """The front page, the lists of everything, and the sections."""
    shows("pages", "sections")
    addresses = [reverse(f"articles:{name}") for name in LISTS]
    addresses += [page.get_absolute_url() for page in Page.objects.defer("body")]
    addresses += [section.get_absolute_url() for section in Section.objects.all()]
    return render(request, "sitemaps/addresses.xml", {"addresses": addresses}, content_type=XML)


@shareable
def sitemap_archive(request):
    """The months and days that have stories."""
    shows("days")
    expires(Article.objects.next_turn())
    days = archive.days()
    months = dict.fromkeys(day.replace(day=1) for day in days)
    addresses = [reverse("articles:archive_month", args=[month]) for month in months]
    addresses += [reverse("articles:archive_day", args=[day]) for day in days]
    return render(request, "sitemaps/addresses.xml", {"addresses": addresses[:LIMIT]}, content_type=XML)


@shareable(reads=["after"])
def sitemap_noun(request, noun):
    if noun not in NOUNS:
        raise Http404
    shows(noun)
    expires(Article.objects.next_turn())
    after = given_pk(request.GET["after"]) if "after" in request.GET else 0
    with rows_unnamed():
        addresses = [row.get_absolute_url() for row in rows_of(noun, after)]
    return render(request, "sitemaps/addresses.xml", {"addresses": addresses}, content_type=XML)


@shareable(lifetime=NEWS_LIFETIME)
def news_sitemap(request):
    shows("latest", "indexing")
    expires(Article.objects.next_appearance())
    return render(request, "sitemaps/news.xml", {"stories": recent_stories()}, content_type=XML)

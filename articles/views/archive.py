from datetime import timedelta
from itertools import groupby

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext, pgettext

from .. import archive as shelves
from ..days import OLDEST, beginning, following
from ..interchange import jsonld
from ..models import Article
from ..models.shown import expires, shows
from ..paging import newest_page
from .shareable import shareable


@shareable
def archive(request):
    """The years, each with the months that have stories."""
    shows("days")
    expires(Article.objects.next_turn())
    years = [(year, list(months)) for year, months in groupby(shelves.months(), key=lambda month: month.year)]
    return render(request, "archive/years.html", {"years": years, "linked_data": jsonld.list_page(top())})


@shareable
def archive_month(request, month):
    """The days of a month that have stories; a month to come has no page."""
    if month > timezone.localdate():
        raise Http404
    shows("days")
    expires(Article.objects.next_turn())
    earlier, later = shelves.neighbours(beginning(month), beginning(following(month)))
    context = {
        "month": month,
        "days": shelves.days(month),
        "earlier": earlier and earlier.replace(day=1),
        "later": later and later.replace(day=1),
        "linked_data": jsonld.list_page(top(), of_month(month)),
    }
    return render(request, "archive/month.html", context)


@shareable(reads=["before"])
def archive_day(request, day):
    """The stories that appeared on a day of the newsroom's calendar; a day to come has no page."""
    if not OLDEST <= day <= timezone.localdate():
        raise Http404
    shows("days", f"day:{day}")
    expires(Article.objects.next_turn())
    first, stop = beginning(day), beginning(day + timedelta(days=1))
    stories = Article.objects.published().filter(first_published_at__gte=first, first_published_at__lt=stop)
    earlier, later = shelves.neighbours(first, stop)
    name = date_format(day, pgettext("date format", "j F Y"))
    steps = top(), of_month(day.replace(day=1)), (name, reverse("articles:archive_day", args=[day]))
    context = {
        "day": day,
        "page": newest_page(stories.newest_first().for_cards(), request, by="first_published_at"),
        "earlier": earlier,
        "later": later,
        "linked_data": jsonld.list_page(*steps),
    }
    return render(request, "archive/day.html", context)


def top():
    return gettext("Archive"), reverse("articles:archive")


def of_month(month):
    return date_format(month, pgettext("date format", "F Y")), reverse("articles:archive_month", args=[month])

"""One calendar of what is due: an agenda, or a month at a glance."""

import calendar
from datetime import date, timedelta
from itertools import groupby
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import BadRequest, PermissionDenied
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..days import following
from ..due import KINDS, Calendar, Place
from ..models import Section
from ..paging import moment_text, read_moment, split_key
from .desk import DeskAdmin, zone

AT_A_GLANCE = 5  # entries of a day in a month; the agenda has all


class CalendarForm(forms.Form):
    """Which part of the calendar is asked for."""

    mine = forms.BooleanField(label=_("only mine"), required=False)
    section = forms.ModelChoiceField(
        Section.objects.all(), label=_("Section"), required=False, empty_label=_("all sections")
    )
    start = forms.DateField(
        label=_("From"), required=False, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )
    month = forms.DateField(required=False, input_formats=["%Y-%m"], widget=forms.HiddenInput)


class CalendarAdmin(DeskAdmin):
    def get_urls(self):
        view = path("calendar/", self.admin_site.admin_view(self.calendar), name="articles_article_calendar")
        return [view, *super().get_urls()]

    def calendar(self, request):
        """What is due of the stories that are asked for; what is overdue stands on top."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        form = CalendarForm(request.GET)
        if not form.is_valid() or "\0" in request.GET.urlencode():
            raise BadRequest(_("This page address is damaged. Start again from the first page."))
        asked = form.cleaned_data
        due = Calendar(of=request.user if asked["mine"] else None, section=asked["section"])
        choice = urlencode({name: request.GET[name] for name in ("mine", "section") if request.GET.get(name)})
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": gettext("What is due, in the newsroom's time (%(zone)s)") % {"zone": zone()},
            "form": form,
            "choice": choice,
            "today": due.today,
            "this_month": due.today.replace(day=1),
            "overdue": [] if request.GET.get("after") else due.overdue(),
            **(month_page(due, asked["month"]) if asked["month"] else agenda_page(request, due, asked["start"])),
        }
        return TemplateResponse(request, "admin/articles/article/calendar.html", context)


def agenda_page(request, due: Calendar, start: date | None) -> dict:
    found, last = due.page(start=start, after=given_place(request))
    days = [(day, list(entries)) for day, entries in groupby(found, key=lambda each: each.day)]
    return {"days": days, "next": last and f"{moment_text(last.at)},{last.kind},{last.pk}"}


def given_place(request) -> Place | None:
    """The place that ?after= names. Answers 400 to what is none."""
    if not request.GET.get("after"):
        return None
    (at, kind), pk = split_key(request.GET["after"], read_place)
    return Place(at, kind, pk)


def read_place(text: str):
    at, _comma, kind = text.rpartition(",")
    if kind not in map(str, range(len(KINDS))):
        raise ValueError
    return read_moment(at), int(kind)


def month_page(due: Calendar, month: date) -> dict:
    """Weeks of days, each with its first entries and how many there are beside them."""
    this_month = due.today.replace(day=1)
    month = max(month, this_month)
    by_day, is_cut = due.month(month)
    weeks = [
        [(day, by_day.get(day, [])[:AT_A_GLANCE], len(by_day.get(day, [])[AT_A_GLANCE:])) for day in week]
        for week in calendar.Calendar().monthdatescalendar(month.year, month.month)
    ]
    return {
        "month": month,
        "weeks": weeks,
        "is_cut": is_cut,
        "before": (month.replace(day=1) - timedelta(days=1)).replace(day=1) if month > this_month else None,
        "following": following(month) if month.year < 9999 else None,
    }

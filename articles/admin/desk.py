"""What every list and form of the desk shares."""

import json

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.widgets import AdminSplitDateTime, RelatedFieldWidgetWrapper
from django.contrib.postgres.search import SearchVector
from django.core.exceptions import BadRequest
from django.core.paginator import Paginator
from django.db import DataError, models
from django.db.models import ProtectedError, Q, RestrictedError
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.functional import cached_property, lazy
from django.utils.html import format_html
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..models import SavedFilter
from ..models.search import prefixes
from .deleting import deleted_with
from .filters import seen_by


def moment(when) -> str:
    """A moment in the newsroom's time, with the zone's name, which a desk in three zones cannot do without."""
    return date_format(timezone.localtime(when), gettext("j M Y H:i T"))


def day(when) -> str:
    return date_format(when, gettext("j M Y"))


def zone() -> str:
    return timezone.localtime().tzname()


zone_lazy = lazy(zone, str)


def words_in(column: str, text: str) -> Q:
    """Rows with every word of `text`, or its beginning, anywhere in `column`.

    Written as PostgreSQL's text search, so that an index on to_tsvector('simple', column) can answer it;
    ILIKE '%…%' reads the whole table.
    """
    query = prefixes(text)
    return Q(**{f"{column}_words": query}) if query else Q(pk__in=[])


def badge(name: str, label: str) -> str:
    return format_html('<span class="state state--{}">{}</span>', name, label)


def tidy(field):
    """A form field for the desk: date and time each with a label of its own, no button that deletes a related row, and
    nothing cut by the browser.

    Deleting a section is not part of writing.
    """
    widget = getattr(field, "widget", None)
    if widget:
        # With a maxlength the browser cuts what is pasted, and says nothing; the form says it, and keeps all of it.
        widget.attrs.pop("maxlength", None)
    if isinstance(widget, RelatedFieldWidgetWrapper):
        widget.can_delete_related = widget.can_view_related = False
    if isinstance(widget, AdminSplitDateTime):
        for part, label in zip(widget.widgets, (_("Date"), _("Time")), strict=True):
            part.attrs["aria-label"] = format_lazy("{}: {}", field.label, label)
    return field


def two_figures(number: int) -> int:
    """As precise as an estimate can be said: 1,004,312 is a million, 9,460 are 9,500."""
    return round(number, 2 - len(str(number)))


class FewPages(Paginator):
    """Counts no further than an editor would page, because PostgreSQL counts by reading every row. How many there are
    beyond is PostgreSQL's own estimate, which costs a plan and no row."""

    LIMIT = 5000

    @cached_property
    def count(self) -> int:
        return self.object_list.order_by()[: self.LIMIT].count()

    @cached_property
    def is_cut(self) -> bool:
        return self.count == self.LIMIT

    @cached_property
    def estimate(self) -> int:
        """About how many rows there are, and no fewer than were counted."""
        plan = self.object_list.order_by().values("pk").explain(format="json")
        return max(two_figures(json.loads(plan)[0]["Plan"]["Plan Rows"]), self.LIMIT)

    @property
    def about(self) -> str:
        return number_format(self.estimate, force_grouping=True)


class DeskAdmin(admin.ModelAdmin):
    list_per_page = 50
    FEW = 1000  # matches that a search fetches before it reads them in order
    AT_ONCE = 500  # rows that one action may fall on; what it does to each is done within one request
    paginator = FewPages
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    # A heading that sorts would sort a million rows. Each list has the one order that it is for.
    sortable_by = ()
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}

    def get_search_results(self, request, queryset, search_term):
        search_term = search_term.replace("\0", "").strip()
        if not search_term:
            return queryset, False
        found = self.find(queryset, search_term)
        # Asked for one page in the list's order, PostgreSQL would walk the list in the hope of meeting matches soon,
        # and read a million rows for a word that nobody wrote. So the few matches of a rare word are fetched first,
        # off their index; those of a frequent one are met soon indeed.
        few = list(found.order_by().values_list("pk", flat=True)[: self.FEW])
        return (queryset.filter(pk__in=few) if len(few) < self.FEW else found), False

    def find(self, queryset, text: str):
        """The rows of `queryset` that an editor who typed `text` may mean: by words of the `search_fields`."""
        found = Q()
        for column in self.search_fields:
            queryset = queryset.alias(**{f"{column}_words": SearchVector(column, config="simple")})
            found |= words_in(column, text)
        return queryset.filter(found | self.also_find(text))

    def also_find(self, text: str) -> Q:
        """Other ways in which a row answers to `text`."""
        return Q()

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        return tidy(super().formfield_for_dbfield(db_field, request, **kwargs))

    def get_changelist_formset(self, request, **kwargs):
        """Fields within a list are named for those who do not see the heading of their column."""
        formset = super().get_changelist_formset(request, **kwargs)
        for field in formset.form.base_fields.values():
            field.widget.attrs["aria-label"] = field.label
        return formset

    def changelist_view(self, request, extra_context=None):
        if any("\0" in text for pair in request.GET.items() for text in pair if pair[0] != "q"):
            raise BadRequest(_("This page address is damaged. Start again from the first page."))
        if not all(pk.isascii() and pk.isdigit() for pk in request.POST.getlist(ACTION_CHECKBOX_NAME)):
            raise BadRequest(_("This page address is damaged. Start again from the first page."))
        if not self.is_popup(request):
            extra_context = self.saved_filters(request) | (extra_context or {})
        try:
            return super().changelist_view(request, extra_context)
        except (ProtectedError, RestrictedError):
            return self.refuse_deletion(request)
        except (DataError, OverflowError, ValueError) as error:
            if request.method != "GET":
                raise
            # A filter typed into the address that PostgreSQL or Python cannot read: a pattern, a year.
            raise BadRequest(_("This page address is damaged. Start again from the first page.")) from error

    def response_action(self, request, queryset):
        """“All” of a long list are more than the list counts, and more than anyone has looked at."""
        if request.POST.get("select_across") == "1" and len(queryset.values("pk")[: self.AT_ONCE + 1]) > self.AT_ONCE:
            text = gettext("Nothing was done: those are more than %(most)d. Narrow the list down first.")
            self.message_user(request, text % {"most": self.AT_ONCE}, messages.WARNING)
            return None
        return super().response_action(request, queryset)

    def get_deleted_objects(self, objs, request):
        return deleted_with(objs, request, self.admin_site)

    def delete_view(self, request, object_id, extra_context=None):
        try:
            return super().delete_view(request, object_id, extra_context)
        except (ProtectedError, RestrictedError):
            return self.refuse_deletion(request)

    def refuse_deletion(self, request):
        """What stands in the way came between the question and the answer."""
        self.message_user(request, gettext("Nothing was deleted: something rests on it."), messages.ERROR)
        return HttpResponseRedirect(reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist"))

    def is_popup(self, request) -> bool:
        return IS_POPUP_VAR in request.GET or IS_POPUP_VAR in request.POST

    def saved_filters(self, request) -> dict:
        """What the list shows of saved filters, and what it would save of the present one."""
        return {
            "saved_filters": seen_by(self.admin_site, request, self.model),
            "noun": self.opts.label_lower,
            "lasting_query": SavedFilter.lasting(request.GET),
        }

    def view_on_site(self, obj):
        return (obj.get_absolute_url() or None) if hasattr(obj, "get_absolute_url") else None

"""The audit log at the desk: to be read and searched by person, by thing, by words and by day; nobody changes it."""

from datetime import date, timedelta

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from ..days import beginning
from ..models import Deed
from .article_filters import ChosenFilter
from .desk import DeskAdmin, moment


class PersonFilter(ChosenFilter):
    title = pgettext_lazy("who did it", "person")
    parameter_name = "person"
    model = get_user_model()
    lookup = "user"

    def own(self, request):
        return [("me", _("me"))]

    def queryset(self, request, queryset):
        return queryset.filter(user=request.user) if self.value() == "me" else super().queryset(request, queryset)


class ThingFilter(admin.SimpleListFilter):
    """All that was done with one row, named by content type and key; chosen by a link from the list."""

    title = _("thing")
    parameter_name = "thing"

    def lookups(self, request, model_admin):
        kind, _dash, pk = request.GET.get(self.parameter_name, "").partition("-")
        if not (kind.isascii() and kind.isdigit() and len(kind) < 10):
            return []
        latest = Deed.objects.filter(content_type=kind, object_id=pk).order_by("-action_time", "-pk").first()
        return [(f"{kind}-{pk}", latest.object_repr)] if latest else []

    def has_output(self):
        return self.value() is not None

    def queryset(self, request, queryset):
        if self.value() is None:
            return queryset
        if not self.lookup_choices:
            return queryset.none()
        kind, _dash, pk = self.value().partition("-")
        return queryset.filter(content_type=kind, object_id=pk)


class DayFilter(admin.SimpleListFilter):
    """One day of the newsroom's calendar, typed or picked."""

    title = _("day")
    parameter_name = "day"
    template = "admin/articles/deed/day_filter.html"

    def __init__(self, request, params, *args):
        self.others = [pair for pair in request.GET.items() if pair[0] not in (self.parameter_name, "p")]
        super().__init__(request, params, *args)

    def lookups(self, request, model_admin):
        today = timezone.localdate()
        return [(today.isoformat(), _("today")), ((today - timedelta(days=1)).isoformat(), _("yesterday"))]

    def queryset(self, request, queryset):
        if not self.value():
            return queryset
        try:
            day = date.fromisoformat(self.value())
            start = beginning(day)
            return queryset.filter(action_time__gte=start, action_time__lt=start + timedelta(days=1))
        except (ValueError, OverflowError):
            return queryset.none()


@admin.register(Deed)
class DeedAdmin(DeskAdmin):
    list_display = ["when", "who", "deed", "thing"]
    list_display_links = None
    list_filter = [PersonFilter, ThingFilter, DayFilter]
    list_select_related = ["user", "content_type"]
    ordering = ["-action_time", "-id"]
    search_fields = ["object_repr", "change_message"]
    search_help_text = _("Any words of what it was done with, or of what was done.")
    fields = ["when", "who", "deed", "thing"]
    readonly_fields = fields

    # Entered by what is done; see Deed.

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).select_related(*self.list_select_related)

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {"title": gettext("Who did what"), **(extra_context or {})})

    @admin.display(description=_("when"))
    def when(self, deed):
        return moment(deed.action_time)

    @admin.display(description=_("who"))
    def who(self, deed):
        return format_html('<a href="?person={}">{}</a>', deed.user_id, deed.user.get_full_name() or deed.user)

    @admin.display(description=_("what"))
    def deed(self, deed):
        pk, _headline = deed.other_story()
        if not pk.isdecimal():
            return deed.what()
        return format_html('<a href="{}">{}</a>', reverse("admin:articles_article_change", args=[pk]), deed.what())

    @admin.display(description=_("with what"))
    def thing(self, deed):
        kind: ContentType = deed.content_type
        if kind is None:
            return deed.object_repr
        noun = kind.model_class()._meta.verbose_name if kind.model_class() else kind.model
        return format_html(
            '{}<span class="state-time">{} · <a href="?thing={}-{}">{}</a></span>',
            *(self.linked(deed), noun, kind.pk, deed.object_id, _("all that was done with it")),
        )

    def linked(self, deed) -> str:
        try:
            address = reverse(
                f"admin:{deed.content_type.app_label}_{deed.content_type.model}_change", args=[deed.object_id]
            )
        except NoReverseMatch:  # a thing without a page of its own, such as a quotation
            return deed.object_repr
        return format_html('<a href="{}">{}</a>', address, deed.object_repr)

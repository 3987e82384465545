from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from ..models import Author, Tag
from ..paging import is_pk


class StateFilter(admin.SimpleListFilter):
    """By status, with the scheduled told apart from what readers see already."""

    title = _("status")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [
            ("draft", _("draft")),
            ("in_review", _("in review")),
            ("scheduled", _("scheduled")),
            ("published", _("published")),
            ("expired", _("no longer shown")),
            ("retracted", _("retracted")),
        ]

    def queryset(self, request, queryset):
        if self.value() in ("scheduled", "published", "expired"):
            return getattr(queryset, self.value())()
        return queryset.filter(status=self.value()) if self.value() else queryset


class ChosenFilter(admin.SimpleListFilter):
    """By one row of a table too long to list: chosen by a link from there, shown here to be taken off again."""

    model = None
    lookup = ""

    def lookups(self, request, model_admin):
        return self.own(request) + self.chosen(request)

    def own(self, request) -> list:
        """The choice that is always offered."""
        return []

    def chosen(self, request) -> list:
        pk = request.GET.get(self.parameter_name, "")
        if not is_pk(pk):
            return []
        return [(pk, str(row)) for row in self.model.objects.filter(pk=pk)]

    def has_output(self):
        # Without a choice to show, Django would leave out the filter and list everything.
        return self.value() is not None or super().has_output()

    def queryset(self, request, queryset):
        if self.value() is None:
            return queryset
        if self.value() not in [value for value, _label in self.lookup_choices]:
            return queryset.none()
        return queryset.filter(**{self.lookup: self.value()})


class AuthorFilter(ChosenFilter):
    title = _("author")
    parameter_name = "author"
    model = Author
    lookup = "bylines__author"

    def own(self, request):
        return [("me", _("me"))]

    def queryset(self, request, queryset):
        if self.value() == "me":
            return queryset.filter(bylines__author__user=request.user)
        return super().queryset(request, queryset)


class TagFilter(ChosenFilter):
    title = _("tag")
    parameter_name = "tag"
    model = Tag
    lookup = "taggings__tag"


class ClosedChoices(admin.ChoicesFieldListFilter):
    """A list too long to stand open beside the others."""

    template = "admin/articles/closed_filter.html"

import re

from django import forms
from django.contrib import admin
from django.forms.models import BaseInlineFormSet
from django.utils.translation import gettext_lazy as _

from ..models import Part, Series
from ..paging import given_pk, is_pk
from .desk import DeskAdmin
from .editor import SCRIPTS, admits_editor
from .rows import StoryRowForm, StoryRows


class PartForm(StoryRowForm):
    number = forms.IntegerField(label=_("part"), required=False, min_value=1, max_value=32_767)

    def _get_validation_exclusions(self):
        # Parts may change places: whether a number is free can only be said of all of them together.
        return super()._get_validation_exclusions() | {"number"}


class PartFormSet(BaseInlineFormSet):
    """Parts with their numbers; one whose number is left empty goes to the end. Of a long series the form has one page,
    the last or that before a number."""

    SHOWN = 100
    before = None

    def get_queryset(self):
        if not hasattr(self, "_queryset"):
            parts = super().get_queryset()
            if self.is_bound:  # the page that was sent, whatever came since
                parts = list(parts.filter(pk__in=self.sent()))
            else:
                parts = parts if self.before is None else parts.filter(number__lt=self.before)
                parts = list(reversed(parts.order_by("-number")[: self.SHOWN]))
            for part in parts:  # is asked for its name, and by each row of the form
                part.series = self.instance
            self._queryset = parts
        return self._queryset

    def sent(self) -> list[str]:
        key = re.compile(rf"{self.prefix}-\d+-id")
        known = [value for name, value in self.data.items() if key.fullmatch(name)]
        return [value for value in known if is_pk(value)]

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].widget.attrs["aria-label"] = form.fields["DELETE"].label

    def clean(self):
        super().clean()
        kept = [form for form in self.forms if form not in self.deleted_forms and form.is_valid()]
        kept = [form for form in kept if form.cleaned_data.get("article")]
        taken = set(self.parts_of_others())
        last = max([*taken, *(form.cleaned_data.get("number") or 0 for form in kept)], default=0)
        for form in kept:
            number = form.cleaned_data.get("number")
            if number is None:
                last += 1
                form.instance.number = last
            elif number in taken:
                form.add_error("number", _("Another story is this part already."))
            taken.add(number)

    def parts_of_others(self):
        """The numbers of parts that another editor added since the form was opened; nobody adds more meanwhile."""
        if self.instance.pk is None:
            return []
        list(Series.objects.select_for_update().filter(pk=self.instance.pk).values("pk"))
        here = [form.instance.pk for form in self.initial_forms]
        return self.instance.parts.exclude(pk__in=here).values_list("number", flat=True)


class PartInline(StoryRows, admin.TabularInline):
    model = Part
    form = PartForm
    formset = PartFormSet
    known = ["article"]
    fields = ["number", "article"]
    autocomplete_fields = ["article"]
    verbose_name_plural = _("parts, in their order")

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        if before := request.GET.get("before"):
            formset.before = given_pk(before)
        return formset


@admin.register(Series)
class SeriesAdmin(DeskAdmin):
    list_display = ["name", "slug"]
    ordering = ["name", "id"]
    prepopulated_fields = {"slug": ["name"]}
    search_fields = ["name"]
    fields = ["name", "slug", "introduction"]
    inlines = [PartInline]
    change_form_template = "admin/articles/series/change_form.html"

    class Media:
        js = SCRIPTS

    @admits_editor
    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj:
            (rows,) = context["inline_admin_formsets"]
            parts = list(rows.formset.get_queryset())
            if parts and obj.parts.filter(number__lt=parts[0].number).exists():
                context["earlier"] = parts[0].number
            context["is_earlier"] = "before" in request.GET
        return super().render_change_form(request, context, add, change, form_url, obj)

"""Two rows that turn out to be one thing: the list's action that makes them one."""

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count
from django.template.response import TemplateResponse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from ..warnings import count_again
from .desk import DeskAdmin


class MergeForm(forms.Form):
    kept = forms.ModelChoiceField(None, label=_("Which one stays?"), empty_label=None, widget=forms.RadioSelect)

    def __init__(self, data, rows):
        super().__init__(data)
        self.fields["kept"].queryset = rows


class MergingAdmin(DeskAdmin):
    """Base of the lists whose rows have the verb `merge_into`."""

    MOST = 100
    actions = ["merge"]
    # What a row brings along: relation → how to call it. And the columns by which an editor tells two rows apart.
    carried = {}
    told_by = []
    # The columns on which warnings in stories hang.
    warned_by = ()

    def has_merge_permission(self, request) -> bool:
        return self.has_change_permission(request) and self.has_delete_permission(request)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if change and {*self.warned_by} & {*form.changed_data}:
            count_again(obj)

    @admin.action(description=_("Merge the selected into one …"), permissions=["merge"])
    def merge(self, request, queryset):
        rows = self.model.objects.filter(pk__in=list(queryset.values_list("pk", flat=True)[: self.MOST]))
        if len(rows) < 2:
            self.message_user(request, gettext("Select at least two to merge."), messages.WARNING)
            return None
        form = MergeForm(request.POST if "kept" in request.POST or "asked" in request.POST else None, rows)
        if form.is_valid() and self.merge_all(request, rows, form.cleaned_data["kept"]):
            return None
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": gettext("Merge: %(noun)s") % {"noun": self.opts.verbose_name_plural},
            "form": form,
            "choices": [(row, self.known_of(row), counts) for row, counts in self.with_counts(rows)],
            "checkbox": ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/articles/merge.html", context)

    def known_of(self, row) -> list:
        """What the row's own columns say of it, as pairs of name and value."""
        fields = [self.opts.get_field(name) for name in self.told_by]
        values = [(field.verbose_name, self.shown(row, field)) for field in fields]
        return [(name, value) for name, value in values if value]

    def shown(self, row, field) -> str:
        if field.choices:
            return getattr(row, f"get_{field.name}_display")()
        value = getattr(row, field.name)
        return ", ".join(value) if isinstance(value, list) else value

    def with_counts(self, rows) -> list:
        """Each row with what it brings along, as pairs of name and number; a query for each relation."""
        counts = {
            relation: dict(rows.order_by().values_list("pk").annotate(number=Count(relation)))
            for relation in self.carried
        }
        return [(row, [(name, counts[relation][row.pk]) for relation, name in self.carried.items()]) for row in rows]

    def merge_all(self, request, rows, kept) -> bool:
        """All or none; when the model refuses, say why."""
        kept = next(row for row in rows if row == kept)
        lost = [row for row in rows if row != kept]
        names = ", ".join(str(row) for row in lost)
        try:
            with transaction.atomic():
                for row in lost:
                    self.log_deletions(request, [row])
                    row.merge_into(kept)
                self.log_change(request, kept, f"merged: {names}")
                if self.warned_by:
                    count_again(kept)
        except ValidationError as error:
            for sentence in error.messages:
                self.message_user(request, sentence, messages.ERROR)
            return False
        text = ngettext("%(lost)s was merged into %(kept)s.", "%(lost)s were merged into %(kept)s.", len(lost))
        self.message_user(request, text % {"lost": names, "kept": kept}, messages.SUCCESS)
        return True

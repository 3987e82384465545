"""Rows within a form, a story's mostly: ordered, and with a number of queries that does not grow with them."""

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.forms.models import BaseInlineFormSet, InlineForeignKeyField
from django.utils.translation import gettext_lazy as _

from .desk import tidy


class KnownChoice(AutocompleteSelect):
    """A field to search in, which shows the row's present choice without asking the database for its name again."""

    known = None

    def optgroups(self, name, value, attr=None):
        if self.known is None or [str(self.known.pk)] != [str(pk) for pk in value]:
            return super().optgroups(name, value, attr)
        empty = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        return [(None, [*empty, self.create_option(name, self.known.pk, str(self.known), True, 1)], 0)]


class StoryCitationField(forms.TypedChoiceField):
    """A choice among the sources that the story has in the database; the formset says which those are."""

    def __init__(self, **kwargs):
        super().__init__(required=False, empty_value=None, coerce=self.chosen, **kwargs)
        self.citations = {}

    def offer(self, citations) -> None:
        self.citations = {citation.pk: citation for citation in citations}
        self.choices = [("", "–"), *((pk, str(citation)) for pk, citation in self.citations.items())]
        self.coerce = self.chosen

    def chosen(self, pk):
        """The citation with that key; ValueError when it is none of this story's."""
        try:
            return self.citations[int(pk)]
        except KeyError as error:
            raise ValueError from error


class StoryRowForm(forms.ModelForm):
    """A row of a story, or of a series. One that nobody touched is not validated again, which would cost queries for
    each."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            choice = getattr(field.widget, "widget", field.widget)
            # In a table the column's heading is the only label that is seen.
            choice.attrs["aria-label"] = field.label
            if isinstance(choice, KnownChoice) and getattr(self.instance, f"{name}_id"):
                choice.known = getattr(self.instance, name)

    def full_clean(self):
        if not (self.is_bound and self.instance.pk) or self.has_changed():
            super().full_clean()
            if "id" in self._errors:
                self.add_error(None, _("Somebody has deleted this row meanwhile. Open this page again to go on."))
            return
        self._errors = forms.utils.ErrorDict(renderer=self.renderer)
        parents = {name: field for name, field in self.fields.items() if isinstance(field, InlineForeignKeyField)}
        self.cleaned_data = {name: getattr(self.instance, name) for name in self._meta.fields if name not in parents}
        self.cleaned_data |= {name: field.parent_instance for name, field in parents.items()}


class StoryFormSet(BaseInlineFormSet):
    """Rows of a story, of which a field may name one of the story's sources."""

    citation_field = None

    def stored_citations(self) -> list:
        raise NotImplementedError

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].widget.attrs["aria-label"] = form.fields["DELETE"].label
        if self.citation_field:
            others = [citation for citation in self.stored_citations() if citation != form.instance]
            form.fields[self.citation_field].offer(others)

    def kept_forms(self) -> list:
        """The forms of the rows that the story has once this is saved."""
        kept = [form for form in self.forms if form not in self.deleted_forms]
        return [form for form in kept if form.instance.pk or form.has_changed()]


class OrderedFormSet(StoryFormSet):
    """Rows with an order that is typed; one whose order is left empty goes to the end."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.fields["position"].required = False
        if not form.instance.pk:
            form.initial.setdefault("position", None)

    def clean(self):
        super().clean()
        last = max((form.instance.position or 0 for form in self.initial_forms), default=0)
        for form in self.kept_forms():
            if form.cleaned_data.get("position") is None:
                last += 1
                form.instance.position = last


class StoryRows(admin.options.InlineModelAdmin):
    """Rows of a story, each read together with what `known` names."""

    form = StoryRowForm
    formset = OrderedFormSet
    known = ()
    extra = 0
    # No story has as many; a forged form that claims thousands would keep a worker busy until it is killed.
    MOST = 400

    def get_formset(self, request, obj=None, **kwargs):
        return super().get_formset(request, obj, max_num=self.MOST, absolute_max=self.MOST, **kwargs)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related(*self.known)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = KnownChoice(db_field, self.admin_site, using=kwargs.get("using"))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        return tidy(super().formfield_for_dbfield(db_field, request, **kwargs))

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..models import Citation, Source
from ..models.citation import refuse_cycle
from .merging import MergingAdmin
from .rows import OrderedFormSet, StoryCitationField, StoryRowForm, StoryRows


@admin.register(Source)
class SourceAdmin(MergingAdmin):
    list_display = ["name", "kind", "country", "other_names", "may_index", "may_syndicate"]
    list_filter = ["kind", "may_index", "may_syndicate"]
    ordering = ["name", "id"]
    prepopulated_fields = {"slug": ["name"]}
    radio_fields = {"kind": admin.HORIZONTAL}
    search_fields = ["name"]
    search_help_text = _("Any words of the name, or another name in full.")
    carried = {"items": _("source items"), "citations": _("stories that cite it")}
    warned_by = ["name", "aliases"]
    told_by = ["kind", "country", "aliases", "home_page", "slug", "licence"]
    fieldsets = [
        (None, {"fields": ["name", "kind", "aliases", "description"]}),
        (_("Where it is"), {"fields": ["home_page", "country", "slug"]}),
        (_("Rights"), {"fields": ["licence", "credit_line", "may_index", "may_syndicate"]}),
    ]

    def also_find(self, text):
        return Q(aliases__contains=[text])

    @admin.display(description=_("other names"))
    def other_names(self, source):
        return ", ".join(source.aliases)


class CitationRowForm(StoryRowForm):
    via = StoryCitationField(
        label=_("Came through"),
        help_text=_("Another source of this story that passed it on. One added just now is offered after saving."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # A row's own check compares it with the others as stored and would refuse two that are exchanged. The choices
        # offered are of this story only, and the formset looks for circles among all rows as submitted.
        self.instance.clean = lambda: None


class CitationFormSet(OrderedFormSet):
    citation_field = "via"

    def stored_citations(self):
        return list(self.get_queryset())

    def clean(self):
        super().clean()
        kept = [form for form in self.kept_forms() if form.instance.pk]
        try:
            refuse_cycle({form.instance.pk: form.instance for form in kept if not form.errors})
        except ValidationError as error:
            changed = next(form for form in kept if "via" in form.changed_data)
            changed.add_error("via", error)


class CitationInline(StoryRows, admin.TabularInline):
    model = Citation
    form = CitationRowForm
    formset = CitationFormSet
    known = ["item__source", "via__item__source"]
    fields = ["item", "part", "via", "position"]
    autocomplete_fields = ["item"]
    verbose_name_plural = _("Sources of this story")


def forget_deleted_citations(formsets) -> None:
    """Clear what names a citation that the same submit deletes: the database would refuse it."""
    deleted = {row.instance for rows in formsets if rows.model is Citation for row in rows.deleted_forms}
    for rows in formsets:
        field = getattr(rows, "citation_field", None)
        for row in rows.forms if field and deleted else ():
            if getattr(row.instance, field) in deleted:
                setattr(row.instance, field, None)

from django.contrib import admin
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from ..body import plain_text
from ..models import Article, Quote
from .rows import StoryCitationField, StoryFormSet, StoryRowForm, StoryRows


class QuoteRowForm(StoryRowForm):
    citation = StoryCitationField(
        label=_("Came through"),
        help_text=_("The source of this story that the words came from. One added just now is offered after saving."),
    )


class QuoteFormSet(StoryFormSet):
    citation_field = "citation"

    @cached_property
    def _citations(self):
        return list(self.instance.citations.select_related("item__source")) if self.instance.pk else []

    def stored_citations(self):
        return self._citations

    def clean(self):
        super().clean()
        words, is_for_readers = plain_text(self.instance.body), self.is_for_readers()
        for form in self.kept_forms():
            quote = form.instance
            is_asked = is_for_readers or {"exact", "status"} & {*form.changed_data}
            if quote.status == Quote.Status.ACCEPTED and is_asked and not form.errors and not quote.stands_in(words):
                form.add_error("exact", _("These words do not stand in the text like this, letter for letter."))

    def is_for_readers(self) -> bool:
        """Whether this submit publishes the story. One that is out is saved: the quote's page says what changed."""
        is_scheduled = self.instance.status == Article.Status.PUBLISHED and self.instance.is_scheduled()
        return "_publish" in self.data or (is_scheduled and "_withdraw" not in self.data)


class QuoteInline(StoryRows, admin.StackedInline):
    model = Quote
    form = QuoteRowForm
    formset = QuoteFormSet
    known = ["speaker", "citation__item__source", "citation__source"]
    template = "admin/articles/article/quotes.html"
    autocomplete_fields = ["speaker"]
    radio_fields = {"status": admin.HORIZONTAL, "kind": admin.HORIZONTAL, "said_on_precision": admin.HORIZONTAL}
    verbose_name_plural = _("Quotes, as they stand in the text")
    fieldsets = [
        (None, {"fields": ["exact", ("speaker", "citation"), ("role", "verb"), "status"]}),
        (
            _("Date, language and withdrawal"),
            {
                "classes": ["collapse"],
                "fields": [
                    ("said_on", "said_on_precision"),
                    ("language", "is_translation", "kind"),
                    "withdrawal_reason",
                ],
            },
        ),
    ]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "exact":
            field.widget.attrs["rows"] = 2
        return field

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
        if not self.is_for_readers():
            return
        words = plain_text(self.instance.body)
        for form in self.kept_forms():
            quote = form.instance
            if quote.status == Quote.Status.ACCEPTED and not form.errors and not quote.stands_in(words):
                form.add_error("exact", _("These words do not stand in the text like this, letter for letter."))

    def is_for_readers(self) -> bool:
        """Whether readers get to see the story as it is submitted."""
        is_out = self.instance.status == Article.Status.PUBLISHED and "_withdraw" not in self.data
        return is_out or "_publish" in self.data


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


def place_quotes(article) -> None:
    """Write down where in the text each quote stands, for those that the last save moved."""
    words = plain_text(article.body)
    moved = []
    for quote in article.quotes.all():
        place = words.find(quote.exact)
        if place < 0 or words.startswith(quote.exact, quote.position):
            continue
        end = place + len(quote.exact)
        quote.position, quote.prefix, quote.suffix = place, words[max(0, place - 64) : place], words[end : end + 64]
        moved.append(quote)
    Quote.objects.bulk_update(moved, ["position", "prefix", "suffix"])

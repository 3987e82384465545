"""What an editor decides about one quotation on the review page."""

from dataclasses import dataclass
from functools import partial

from django import forms
from django.contrib.admin import AdminSite
from django.core.exceptions import ValidationError
from django.forms.models import modelform_factory
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ..models import Article, Quote
from ..proposing import propose_quotes
from .quotes import QuoteInline
from .rows import StoryCitationField

FIELDS = ["exact", "speaker", "citation", "role", "verb", "kind", "said_on", "said_on_precision"]
NOT_THERE = _("These words do not stand in the text like this, letter for letter.")


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason for withdrawing"),
        max_length=Quote._meta.get_field("withdrawal_reason").max_length,
        help_text=_("Readers see it at the quotation's address."),
    )


class CorrectionForm(forms.ModelForm):
    citation = StoryCitationField(label=_("Came through"))

    def __init__(self, *args, text: str, citations, **kwargs):
        super().__init__(*args, **kwargs)
        self.text = text
        self.fields["citation"].offer(citations)
        self.fields["speaker"].help_text = _(
            "Type a part of the name or another name in full: those who go by it are offered. Only when nobody fits, "
            "make a new one with the plus."
        )
        # The browser's own calendar: the desk's needs a catalogue of translations that this page does not load.
        self.fields["said_on"].widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def clean_exact(self):
        exact = self.cleaned_data["exact"]
        if not Quote(exact=exact).stands_in(self.text):
            raise ValidationError(NOT_THERE)
        return exact


@dataclass
class Decision:
    """What the editor does with the quotation of a card. Each verb says whether it is done; if not, a form says why."""

    VERBS = ("accept", "reject", "undo", "withdraw", "correct")

    request: HttpRequest
    story: Article
    card: object
    text: str
    site: AdminSite

    def accept(self) -> bool:
        if not self.card.place:
            raise ValidationError(NOT_THERE)
        self.card.quote.accept(by=self.request.user)
        return True

    def reject(self) -> bool:
        self.card.quote.reject(by=self.request.user)
        return True

    def undo(self) -> bool:
        self.card.quote.undo(by=self.request.user)
        return True

    def withdraw(self) -> bool:
        form = self.card.withdraw_form = WithdrawForm(self.request.POST)
        if form.is_valid():
            self.card.quote.withdraw(reason=form.cleaned_data["reason"], by=self.request.user)
        return form.is_valid()

    def correct(self) -> bool:
        form = self.card.form = self.correction_form()
        if form.is_valid():
            form.instance.accept(by=self.request.user)
            propose_quotes(self.story)
        return form.is_valid()

    def correction_form(self) -> CorrectionForm:
        """The form for the quotation, its fields as they are within the story's own form."""
        inline = QuoteInline(Article, self.site)
        field = partial(inline.formfield_for_dbfield, request=self.request)
        made = modelform_factory(Quote, CorrectionForm, FIELDS, formfield_callback=field)
        data = self.request.POST if self.request.method == "POST" else None
        citations = self.story.citations.select_related("item__source").order_by("position", "pk")
        initial = {"exact": self.card.now_reads} if self.card.now_reads else {}
        return made(data, instance=self.card.quote, initial=initial, text=self.text, citations=citations)

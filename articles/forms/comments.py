"""What readers send about replies. Every text is kept in the form that comes back, whatever was wrong with it."""

from functools import cache

from django import forms
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from ..addresses import A_KEY
from ..models import Appeal, Ban, Brake, Citation, Comment, Commenter, Quote, Reason, Report, Subscription
from .commenters import refuse_taken
from .fields import NameField, ReplyField, WrittenField


class CommentForm(forms.ModelForm):
    """A reader's reply to a story, to one of its quotations (`quote`) or sources (`source`), or to another reply.

    `reader` is the commenter that this browser has proved to be, if any. The form stands in cached pages, which know
    no reader: there it asks everybody for name and address.
    """

    name = NameField(
        label=_("Name"), max_length=Commenter.NAME_LENGTH, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    email = forms.EmailField(
        label=_("E-mail (never shown)"),
        max_length=254,
        help_text=_("We send a link to it, once, to know that it is yours."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    kind = forms.ChoiceField(label=_("This is"), choices=Comment.Kind.choices, initial=Comment.Kind.REPLY)
    text = ReplyField()
    follow = forms.BooleanField(label=_("Write to me when somebody answers"), label_suffix="", required=False)
    source = forms.ModelChoiceField(Citation.objects.none(), required=False, widget=forms.HiddenInput)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    # Readers do not see this field; programs that fill in every field do.
    website = forms.CharField(label=_("Leave this field empty"), required=False, widget=forms.TextInput)

    HIDDEN = ("parent", "quote", "source", "version")
    field_order = ["text", "name", "email", "kind", "follow"]

    class Meta:
        model = Comment
        fields = ["name", "text", "kind", "parent", "quote"]
        widgets = {"parent": forms.HiddenInput, "quote": forms.HiddenInput}

    def __init__(self, *args, article, reader=None, network=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.article, self.reader = article, reader
        self.instance.article, self.instance.network = article, network
        self.fields["website"].widget.attrs |= {"autocomplete": "off", "tabindex": "-1"}
        self.fields["parent"].queryset = Comment.objects.approved().filter(article=article)
        self.fields["parent"].error_messages["invalid_choice"] = _("The reply that you answer is no longer there.")
        self.fields["quote"].queryset = Quote.objects.accepted().filter(article=article)
        self.fields["source"].queryset = Citation.objects.filter(article=article)
        for name in ("quote", "source"):
            self.fields[name].error_messages["invalid_choice"] = _("The passage that you answer is no longer there.")
        if reader:
            self.fields["name"].required = not reader.name
            self.fields["email"].required = False
            self.fields["name"].initial = reader.name
            if not args or args[0] is None:
                del self.fields["email"]
                if reader.is_staff:
                    del self.fields["name"]

    def clean(self):
        data = super().clean()
        reader, email = self.reader, data.get("email") or ""
        if reader and not reader.is_staff and email and email.lower() != reader.email.lower():
            # Somebody else at the same browser.
            reader = None
        if not reader and email:
            reader = Commenter.objects.of_email(email).first()
        self.is_proved = bool(reader and reader == self.reader)
        if reader and reader.is_staff or self.is_proved and not data.get("name"):
            data["name"] = reader.name
        elif data.get("name") and not (self.is_proved and data["name"] == reader.name):
            # Of an address that is only typed nothing is told, not even that this name is its owner's.
            refuse_taken(self, data["name"], by=reader if self.is_proved else None)
        if ban := Ban.objects.of_address(email or (reader and reader.email) or ""):
            self.add_error(None, ban.told())
        self.refuse_haste(reader)
        self.refuse_flood()
        return data

    def refuse_flood(self) -> None:
        """Strangers wait while their network writes more than people can; nobody who is proved does."""
        if not self.is_proved and Comment.objects.is_flooded(self.instance.network):
            self.add_error(
                None,
                _("Very many replies have come from your network within an hour, and nobody opened the mailed links.")
                + " "
                + _("Yours stays here: send it again later, or ask for your link first (“Your replies”)."),
            )

    def refuse_haste(self, reader) -> None:
        """Where a conversation is slowed down, each reader writes now and then."""
        brake = Brake.objects.on(self.article).first()
        if brake and not (reader and reader.is_staff) and (free := reader and brake.wait_of(reader)):
            self.add_error(
                None,
                _("This conversation goes slowly just now. You can write again at %(moment)s; your text stays here.")
                % {"moment": date_format(timezone.localtime(free), gettext("H:i T"))},
            )

    def passage(self):
        """The reply, quotation or source that this answers, to be shown above the form: a pair of its kind and it."""
        for name in ("parent", "quote", "source"):
            try:
                if found := self.fields[name].clean(self[name].value()):
                    return name, found
            except forms.ValidationError:
                pass
        return None, None

    def validate_unique(self):
        """A reply that was sent twice is no mistake of the reader's; submit() keeps it once."""

    def validate_constraints(self):
        """The same."""

    def submit(self) -> Comment | None:
        """Store what was sent and return it; nothing when a program has filled in the field that nobody sees."""
        data = self.cleaned_data
        if data["website"]:
            return None
        reader = self.reader if self.is_proved else Commenter.objects.writing(data["email"], data["name"])
        if self.is_proved and reader.name != data["name"]:
            reader.name = data["name"]
            reader.save(update_fields=["name"])
        comment = self.instance
        comment.commenter, comment.name, comment.by_staff = reader, data["name"], reader.is_staff
        comment.citation = data["source"] if not data["quote"] else None
        comment.revision = self.revision(data["version"])
        comment = comment.submit(is_proved=self.is_proved)
        if data["follow"] and reader.email:
            Subscription.objects.ask(reader, self.article, comment, is_proved=self.is_proved)
        return comment

    def revision(self, number: int | None):
        """The version that the reader had before him; the present one when the page did not say."""
        seen = self.article.revisions.public().defer("content").order_by("-number")
        return (seen.filter(number=number).first() if number and 0 < number < 2**31 else None) or seen.first()


def blank_fields(version: int | None) -> str:
    """The fields of a reply's form as they stand under every story, for readers of its version `version`."""
    fields = fields_in(get_language(), version is not None)
    return mark_safe(fields.replace(str(A_KEY), str(version)))


@cache
def fields_in(language: str, has_version: bool) -> str:
    """The same with A_KEY for the version. A widget is a template of its own, and the form has a dozen."""
    form = CommentForm(article=None, initial={"version": A_KEY} if has_version else {})
    return render_to_string("comments/_fields.html", {"form": form})


class EditForm(forms.Form):
    text = ReplyField()


class ReportForm(forms.ModelForm):
    """What a reader finds wrong with a reply."""

    reason = forms.ChoiceField(label=_("What is wrong with it?"), choices=Reason.of_readers, widget=forms.RadioSelect)
    text = WrittenField(
        label=_("In your words"),
        max_length=500,
        rows=3,
        required=False,
        help_text=_("At most 500 characters. Not needed."),
    )

    class Meta:
        model = Report
        fields = ["reason", "text"]

    def validate_unique(self):
        """The same report again changes nothing."""

    def validate_constraints(self):
        """The same."""


class AppealForm(forms.ModelForm):
    text = WrittenField(
        label=_("Why should it be shown?"),
        max_length=Appeal.MAX_LENGTH,
        help_text=_("At most %(limit)s characters. Somebody else than who removed it reads this.")
        % {"limit": Appeal.MAX_LENGTH},
    )

    class Meta:
        model = Appeal
        fields = ["text"]

    def validate_constraints(self):
        """Appeal.submit says what is wrong."""

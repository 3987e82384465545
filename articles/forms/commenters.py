"""What readers send about themselves: address, name, letters, and which replies are theirs."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..models import Comment, Commenter
from ..models.impersonation import is_of_news, is_of_reader
from ..models.skeleton import skeletons
from .fields import NameField


class LinkForm(forms.Form):
    """Asks for the link by which a reader comes to all that he has written."""

    email = forms.EmailField(
        label=_("E-mail"),
        max_length=254,
        help_text=_("We send a link to it."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class FollowForm(LinkForm):
    """Asks for letters about new replies to a story."""


class PreferencesForm(forms.ModelForm):
    """A reader's name, and which letters come."""

    name = NameField(label=_("Name"), max_length=Commenter.NAME_LENGTH)

    class Meta:
        model = Commenter
        fields = ["name", "mail"]
        widgets = {"mail": forms.RadioSelect}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.is_staff:
            # The account has the name, and letters tell once a day what waits.
            del self.fields["name"]
            letters = [("daily", _("once a day, what waits for moderators")), ("never", _("no letters"))]
            self.fields["mail"].choices = letters
            self.initial["mail"] = "never" if self.instance.mail == "never" else "daily"

    def clean(self):
        data = super().clean()
        if "name" in self.changed_data and data.get("name"):
            refuse_taken(self, data["name"], by=self.instance)
        return data

    def save(self):
        if "mail" in self.changed_data:
            # The next daily letter tells of what comes from now on.
            self.instance.digest_at = timezone.now()
        return super().save()


class ProofForm(forms.Form):
    """Which of the replies that wait under an address its owner has written. The others are deleted."""

    own = forms.ModelMultipleChoiceField(Comment.objects.none(), required=False)
    until = forms.IntegerField(required=False, min_value=0)

    MOST = 50

    def __init__(self, *args, reader, **kwargs):
        super().__init__(*args, **kwargs)
        self.reader = reader
        self.fields["own"].queryset = reader.comments.unconfirmed().select_related("article")
        self.replies = list(self.fields["own"].queryset.order_by("pk")[: self.MOST])

    def save(self) -> list:
        """Prove the address; returns those of its replies that readers see now."""
        data = self.cleaned_data
        shown = self.reader.confirm(list(data["own"].order_by("pk")))
        self.reader.comments.unconfirmed().filter(pk__lte=data["until"] or 0).delete()
        return shown


def refuse_taken(form, name: str, *, by) -> None:
    """See that `name` can be read, and that readers take it for nobody else than the commenter `by`."""
    if not skeletons(name)[0]:
        form.add_error("name", _("A name needs letters."))
    elif is_of_news(name):
        form.add_error("name", _("Someone in the news or the newsroom is called this. Please add to your name."))
    elif is_of_reader(name, by=by):
        form.add_error(
            "name",
            _("Another reader is called this. If that is you, ask for your link first (“Your replies”) and send again.")
            + " "
            + _("Otherwise please add to your name."),
        )

"""What the pages of the moderators share: who may, which reasons, how a decision is reported and taken back."""

from datetime import datetime

from django import forms
from django.contrib import messages
from django.contrib.admin.helpers import ActionForm
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..models import Reason
from .desk import DeskAdmin


class VerdictForm(ActionForm):
    """The reason that goes with a removal; readers and the writer see it."""

    reason = forms.ChoiceField(label=_("Reason"), required=False)
    # When the page was made: what a writer has changed since, nobody has read on it.
    seen = forms.CharField(required=False, widget=forms.HiddenInput, initial=lambda: timezone.now().isoformat())

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = [("", _("no reason given")), *Reason.of_moderators()]


class ModeratorsAdmin(DeskAdmin):
    """A noun of which the moderators see everything, readers' addresses too, and nobody else anything."""

    def has_moderate_permission(self, request) -> bool:
        return request.user.has_perm("articles.moderate_comment")

    def has_module_permission(self, request):
        return self.has_moderate_permission(request)

    def has_view_permission(self, request, obj=None):
        return self.has_moderate_permission(request)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def report(self, request, text: str, count: int, batch=None) -> None:
        """Say how many were decided on; with the key of the `batch`, how to take it back."""
        message = text % {"count": count}
        if batch and count:
            undo = reverse("admin:articles_comment_undo", args=[batch])
            message = format_html('{} <a href="{}" data-undo>{}</a>', message, undo, gettext("Undo"))
        self.message_user(request, message, messages.SUCCESS if count else messages.WARNING)


def seen_at(request) -> datetime:
    """When the moderator got to see what the verdict is about; now, where the page does not say."""
    try:
        seen = datetime.fromisoformat(request.POST.get("seen", ""))
    except ValueError:
        return timezone.now()
    return seen if seen.tzinfo else timezone.now()


def reason_of(request) -> str:
    """The reason that was chosen with a verdict; none when it is not one that a person can give."""
    reason = request.POST.get("reason", "")
    return reason if reason in dict(Reason.of_moderators()) else ""

"""A story's versions at the desk: read, compared, restored, and let out to readers."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.urls import path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from ..comparing import changes
from ..forms.fields import WholeText
from ..models import Correction, Deed, Quote
from ..models.content import content_of
from ..paging import given_pk
from ..proposing import propose_quotes
from .publishing import PublishingAdmin, form_address

PAGE = 50
MINOR = "minor"


class ReleaseForm(forms.Form):
    """How a change of what readers see is told to them."""

    kind = forms.ChoiceField(
        label=_("What kind of change it is"),
        choices=[
            (MINOR, _("a small one, such as a typing error: nothing is said")),
            (Correction.Kind.UPDATE, _("an update: the story goes on")),
            (Correction.Kind.CORRECTION, _("a correction: something was wrong")),
            (Correction.Kind.CLARIFICATION, _("a clarification: something could be misunderstood")),
        ],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("What readers are told"),
        required=False,
        max_length=2000,
        widget=WholeText(attrs={"rows": 4, "cols": 80}),
        help_text=_("At the story, in its history and, unless it is an update, on the page of corrections, for good."),
    )
    quote = forms.ModelChoiceField(
        Quote.objects.none(), label=_("Quotation concerned"), required=False, empty_label=_("none in particular")
    )

    def __init__(self, *args, story, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["quote"].queryset = story.quotes.accepted().in_order().defer("search", "fingerprints", "proposal")

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("kind") not in (None, MINOR) and not (cleaned.get("reason") or "").strip():
            self.add_error("reason", _("Say what changed; readers see it."))
        return cleaned


class RevisionsAdmin(PublishingAdmin):
    def get_urls(self):
        def at(end, view, name):
            return path(f"<int:pk>/{end}", self.admin_site.admin_view(view), name=f"articles_article_{name}")

        return [
            at("versions/", self.versions, "versions"),
            at("compare/", self.compare, "compare"),
            at("versions/<int:number>/restore/", require_POST(self.restore), "restore"),
            at("release/", self.release, "release"),
            at("release/discard/", require_POST(self.discard), "discard"),
            *super().get_urls(),
        ]

    def versions(self, request, pk):
        story = self.story_or_404(request, pk)
        revisions = story.revisions.for_list()
        if request.GET.get("before"):
            revisions = revisions.filter(number__lt=given_pk(request.GET["before"]))
        revisions = list(revisions[: PAGE + 1])
        context = {"revisions": revisions[:PAGE], "next": revisions[PAGE - 1].number if len(revisions) > PAGE else None}
        return self.story_page(request, story, "versions", gettext("Versions of “%(story)s”"), context)

    def compare(self, request, pk):
        """Two versions in one text: unless others are asked for, what readers see and what was last saved."""
        story = self.story_or_404(request, pk)
        numbers = list(story.revisions.order_by("-number").values_list("number", flat=True)[:200])
        previous = str(numbers[1]) if len(numbers) > 1 and not story.is_released else None
        one = self.version(story, request.GET.get("from") or previous)
        other = self.version(story, request.GET.get("to") or "last")
        context = {
            "one": one,
            "other": other,
            "numbers": numbers,
            "changes": changes(one["content"], other["content"]),
        }
        return self.story_page(request, story, "compare", gettext("Versions of “%(story)s” compared"), context)

    def version(self, story, number: str | None) -> dict:
        """A version by its number, the "last" one, or by default the story as it stands: what readers see."""
        revision = story.revisions.order_by("-number").first() if number == "last" else None
        if number and number != "last":
            revision = story.revisions.filter(number=given_pk(number)).first()
            if revision is None:
                raise Http404
        if revision is None:
            label = gettext("what readers see") if story.is_released else gettext("the draft")
            return {"number": "", "label": label, "content": content_of(story)}
        return {"number": revision.number, "label": str(revision), "content": revision.content, "revision": revision}

    def restore(self, request, pk, number):
        """Make a version the story's newest one again; what readers see waits for publication as ever."""
        story = self.story_or_404(request, pk)
        if not self.has_change_permission(request, story):
            raise PermissionDenied
        revision = self.version(story, str(number))["revision"]
        with transaction.atomic():
            story.keep_first_revision()
            with story.shown_as(revision):
                propose_quotes(story)
                content = content_of(story)
            message = gettext("restored from version %(number)d") % {"number": number}
            story.put(content)
            restored = story.revise(content, by=request.user, message=message)
        Deed.objects.note([story], "restored", str(number), by=request.user)
        text = gettext("Version %(old)d is back, as version %(new)d.")
        self.message_user(request, text % {"old": number, "new": restored.number}, messages.SUCCESS)
        return HttpResponseRedirect(form_address(story, "release" if story.pending else "change"))

    def release(self, request, pk):
        """What would change for readers, and the form by which it does."""
        story = self.story_or_404(request, pk)
        if not story.pending:
            self.message_user(request, gettext("Nothing waits: readers see the latest version."))
            return HttpResponseRedirect(form_address(story))
        form = ReleaseForm(request.POST or None, story=story)
        if request.method == "POST" and not self.has_publish_permission(request):
            raise PermissionDenied
        if form.is_valid() and self.let_out(request, story, form.cleaned_data):
            return HttpResponseRedirect(form_address(story))
        context = {
            "form": form,
            "changes": changes(content_of(story), story.pending.content),
            "is_scheduled": story.is_scheduled(),
        }
        status = 422 if form.is_bound else 200
        return self.story_page(request, story, "release", gettext("Changes of “%(story)s” that wait"), context, status)

    def let_out(self, request, story, told) -> bool:
        if story.is_scheduled():
            done = self.perform(request, story, "publish", at=story.first_published_at, message=told["reason"])
        elif told["kind"] == MINOR:
            done = self.perform(request, story, "publish", message=told["reason"])
        else:
            done = self.perform(request, story, "correct", **told)
        if done:
            self.message_user(request, gettext("Published. Readers see the new version."), messages.SUCCESS)
        return done

    def discard(self, request, pk):
        story = self.story_or_404(request, pk)
        if not self.has_change_permission(request, story):
            raise PermissionDenied
        story.discard_pending()
        Deed.objects.note([story], "discarded", by=request.user)
        text = gettext("The changes wait no longer. They are still among the versions.")
        self.message_user(request, text, messages.SUCCESS)
        return HttpResponseRedirect(form_address(story))

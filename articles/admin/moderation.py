"""One reply before a moderator: the text, the passage, who wrote it, what was said and decided of it so far."""

import uuid
from datetime import timedelta

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..forms.fields import WholeText
from ..models import Ban, Comment, Correction, Decision, Reason, Remark
from ..wording import differences
from .moderating import VerdictForm, reason_of, seen_at

VERDICTS = {"approve": "approved", "hide": "hidden", "spam": "spam"}


class NoteForm(forms.ModelForm):
    class Meta:
        model = Remark
        fields = ["text"]
        widgets = {"text": WholeText(attrs={"rows": 2, "cols": 60})}


class OutcomeForm(forms.Form):
    """What came of an error, a source or a question. Readers see it on the reply."""

    outcome = forms.ChoiceField(label=_("Outcome"), choices=Comment.Outcome.choices)
    note = forms.CharField(
        label=_("Answer"), max_length=600, required=False, widget=WholeText(attrs={"rows": 3, "cols": 60})
    )
    correction = forms.ModelChoiceField(Correction.objects.none(), label=_("Correction"), required=False)

    def __init__(self, *args, article, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["correction"].queryset = Correction.objects.filter(article=article).order_by("-pk")


class BanForm(forms.Form):
    DAYS = [(1, _("a day")), (7, _("a week")), (30, _("a month")), (365, _("a year"))]

    what = forms.ChoiceField(label=_("Whom"), choices=[("address", _("the address")), ("network", _("the network"))])
    days = forms.TypedChoiceField(label=_("For"), choices=DAYS, coerce=int, initial=7)
    reason = forms.ChoiceField(label=_("Reason"), choices=Reason.of_moderators)


class ModerationPage:
    """Mixin of the admin of replies."""

    def page_urls(self):
        view = self.admin_site.admin_view(self.moderate_view)
        return [path("<int:pk>/moderate/", view, name="articles_comment_moderate")]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """Shows the reply, and takes it in hand for this moderator where it waits and nobody else has it."""
        if request.method == "POST":
            raise PermissionDenied
        comment = self.get_object(request, object_id)
        if not self.has_view_permission(request, comment):
            raise PermissionDenied
        if comment is None:
            raise Http404
        if comment.status == Comment.Status.HELD or comment.proposed_text is not None or comment.open_reports:
            Comment.objects.filter(pk=comment.pk).claim(by=request.user)
            comment.refresh_from_db(fields=["claimed_at", "claimed_by"])
        return self.moderation_page(request, comment)

    def moderation_page(self, request, comment, **forms_):
        edit = comment.proposed_text
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": gettext("Reply %(number)d") % {"number": comment.pk},
            "comment": comment,
            "edit": differences(comment.text, edit) if edit is not None else None,
            "reports": comment.reports.select_related("reporter").order_by("-pk")[:50],
            "log": Decision.objects.of_comment(comment).select_related("by"),
            "notes": Remark.objects.filter(commenter=comment.commenter_id).select_related("created_by")[:20],
            "is_in_other_hands": comment.is_claimed() and comment.claimed_by_id != request.user.pk,
            "verdict_form": VerdictForm(),
            "note_form": NoteForm(),
            "outcome_form": OutcomeForm(article=comment.article_id) if comment.kind != "reply" else None,
            "ban_form": BanForm() if comment.commenter_id and not comment.by_staff else None,
            "following": Comment.objects.waiting().free_for(request.user).filter(pk__gt=comment.pk).first(),
            **forms_,
        }
        return TemplateResponse(request, "admin/articles/comment/moderate.html", context)

    def moderate_view(self, request, pk):
        """Does what one of the page's forms asks for: a verdict, a note, an answer, a ban, a pick."""
        comment = self.get_object(request, str(pk))
        if not self.has_moderate_permission(request) or request.method != "POST":
            raise PermissionDenied
        if comment is None:
            raise Http404
        verb = request.POST.get("verb", "")
        if verb in VERDICTS:
            return self.decide_one(request, comment, VERDICTS[verb])
        done = {"note": self.add_note, "outcome": self.answer_one, "ban": self.ban_one, "pick": self.pick_one}.get(verb)
        if done is None:
            raise PermissionDenied
        refused = done(request, comment)
        if refused:
            return self.moderation_page(request, comment, **refused)
        return HttpResponseRedirect(reverse("admin:articles_comment_change", args=[comment.pk]))

    def decide_one(self, request, comment, status: str):
        batch = uuid.uuid4()
        rows = Comment.objects.filter(pk=comment.pk).unchanged_since(seen_at(request))
        if not rows.exists():
            text = gettext("Its writer has changed the text since you read it. This is the new one.")
            self.message_user(request, text, messages.WARNING)
            return HttpResponseRedirect(reverse("admin:articles_comment_change", args=[comment.pk]))
        count = rows.decide(status, by=request.user, reason=reason_of(request), batch=batch)
        if count:
            self.report(request, Comment.Status(status).label, 1, batch)
        else:
            self.message_user(request, gettext("Nothing to decide, or a colleague has it in hand."), messages.WARNING)
        following = Comment.objects.waiting().free_for(request.user).filter(pk__gt=comment.pk).first()
        if following:
            return HttpResponseRedirect(reverse("admin:articles_comment_change", args=[following.pk]))
        return HttpResponseRedirect(reverse("admin:articles_comment_changelist"))

    def add_note(self, request, comment):
        form = NoteForm(request.POST)
        if not form.is_valid() or not comment.commenter_id:
            return {"note_form": form}
        form.instance.commenter_id, form.instance.created_by = comment.commenter_id, request.user
        form.save()
        return None

    def answer_one(self, request, comment):
        form = OutcomeForm(request.POST, article=comment.article_id)
        if form.is_valid():
            data = form.cleaned_data
            try:
                comment.answer(data["outcome"], note=data["note"], correction=data["correction"], by=request.user)
            except ValidationError as error:
                form.add_error(None, error)
            else:
                return None
        return {"outcome_form": form}

    def ban_one(self, request, comment):
        form = BanForm(request.POST)
        if not form.is_valid() or not comment.commenter_id:
            return {"ban_form": form}
        data = form.cleaned_data
        if data["what"] == "network" and not comment.network:
            form.add_error("what", gettext("The network of this reply is not kept any more."))
            return {"ban_form": form}
        Ban.objects.impose(
            commenter=comment.commenter if data["what"] == "address" else None,
            network=comment.network if data["what"] == "network" else "",
            until=timezone.now() + timedelta(days=data["days"]),
            reason=data["reason"],
            by=request.user,
        )
        self.message_user(request, gettext("Banned."), messages.SUCCESS)
        return None

    def pick_one(self, request, comment):
        comment.pick(not comment.is_pick, by=request.user)

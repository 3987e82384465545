from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..forms.fields import WholeText
from ..models import Appeal, Decision
from .desk import badge, moment
from .moderating import ModeratorsAdmin
from .queue import QueueFilter


class DecidedFilter(QueueFilter):
    title = _("state")
    parameter_name = "is"
    decided = [("done", _("decided"))]

    def narrowed(self, queryset, value):
        return queryset.filter(decided_at__isnull=False).order_by("-pk") if value else queryset.open()


class DecideForm(forms.Form):
    answer = forms.CharField(
        label=_("Answer to the writer"),
        max_length=500,
        required=False,
        widget=WholeText(attrs={"rows": 3, "cols": 60}),
    )


@admin.register(Appeal)
class AppealAdmin(ModeratorsAdmin):
    list_display = ["words", "reply", "due", "state"]
    list_display_links = None
    list_filter = [DecidedFilter]
    list_select_related = ["comment__article", "decided_by"]

    def get_actions(self, request):
        return {}

    @admin.display(description=_("appeal"))
    def words(self, appeal):
        page = reverse("admin:articles_appeal_change", args=[appeal.pk])
        return format_html('<a href="{}">{}</a>', page, appeal.text[:160])

    @admin.display(description=_("reply"))
    def reply(self, appeal):
        return format_html(
            '<p class="words">{}</p><span class="state-time">{}</span>',
            appeal.comment.text[:300],
            appeal.comment.article,
        )

    @admin.display(description=_("due"))
    def due(self, appeal):
        return moment(appeal.due_at)

    @admin.display(description=_("state"))
    def state(self, appeal):
        if appeal.decided_at is None:
            return badge("held", _("waits"))
        label = _("granted") if appeal.is_granted else _("refused")
        return format_html(
            '{}<span class="state-time">{} {}</span>',
            *(
                badge("approved" if appeal.is_granted else "hidden", label),
                appeal.decided_by or "",
                moment(appeal.decided_at),
            ),
        )

    def change_view(self, request, object_id, form_url="", extra_context=None):
        appeal = self.get_object(request, object_id)
        if not self.has_moderate_permission(request):
            raise PermissionDenied
        if appeal is None:
            raise Http404
        form = DecideForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                granted = request.POST.get("verb") == "grant"
                appeal.decide(is_granted=granted, by=request.user, answer=form.cleaned_data["answer"])
            except ValidationError as error:
                form.add_error(None, error)
                appeal.refresh_from_db()
            else:
                self.message_user(request, gettext("Decided; the writer gets a letter."), messages.SUCCESS)
                return HttpResponseRedirect(reverse("admin:articles_appeal_changelist"))
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": str(appeal),
            "appeal": appeal,
            "comment": appeal.comment,
            "form": form,
            "is_own": appeal.against_id == request.user.pk,
            "log": Decision.objects.of_comment(appeal.comment_id).select_related("by"),
        }
        return TemplateResponse(request, "admin/articles/appeal/decide.html", context)


@admin.register(Decision)
class DecisionAdmin(ModeratorsAdmin):
    """The log: nobody adds, changes or deletes."""

    list_display = ["when", "what", "reply_key", "why", "who"]
    list_display_links = None
    list_select_related = ["by"]

    def get_ordering(self, request):
        return ["-id"]

    def get_actions(self, request):
        return {}

    @admin.display(description=_("decided"))
    def when(self, entry):
        return moment(entry.at)

    @admin.display(description=_("decision"))
    def what(self, entry):
        return entry.get_action_display()

    @admin.display(description=_("reply"))
    def reply_key(self, entry):
        return format_html(
            '<a href="{}">{}</a>', reverse("admin:articles_comment_change", args=[entry.comment_id]), entry.comment_id
        )

    @admin.display(description=_("reason"))
    def why(self, entry):
        return entry.get_reason_display() if entry.reason else "–"

    @admin.display(description=_("decided by"))
    def who(self, entry):
        return entry.by or entry.rule or "–"

"""Stories to look at again, because something that they rest on was corrected or withdrawn by its source."""

import re

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..body import plain_text
from ..models import Recheck, Source, SourceItem
from .article_filters import ChosenFilter
from .desk import DeskAdmin, badge, moment
from .queue import QueueFilter


class DoneFilter(QueueFilter):
    title = _("state")
    parameter_name = "is"
    waiting = _("to look at")
    decided = [("done", _("done"))]

    def narrowed(self, queryset, value):
        return queryset.done() if value else queryset.open()


class SourceFilter(ChosenFilter):
    title = _("source")
    parameter_name = "source"
    model = Source
    lookup = "item__source"


class ItemFilter(ChosenFilter):
    title = _("source item")
    parameter_name = "item"
    model = SourceItem
    lookup = "item"


class RecheckList(ChangeList):
    def get_results(self, request):
        super().get_results(request)
        progress = Recheck.objects.progress({recheck.item_id for recheck in self.result_list})
        for recheck in self.result_list:
            recheck.progress = progress[recheck.item_id]


class FinishForm(forms.Form):
    note = forms.CharField(
        label=_("What was done"),
        max_length=Recheck._meta.get_field("note").max_length,
        widget=forms.Textarea(attrs={"rows": 2, "cols": 80}),
        help_text=_("What you changed in the story, or that it stands and why. Colleagues see it, readers do not."),
    )


@admin.register(Recheck)
class RecheckAdmin(DeskAdmin):
    list_display = ["story", "because", "since", "progress", "outcome"]
    list_filter = [DoneFilter, SourceFilter, ItemFilter]
    list_select_related = ["item__source", "article", "done_by"]

    def get_queryset(self, request):
        rechecks = super().get_queryset(request).select_related(*self.list_select_related)
        return rechecks.defer("article__body", "article__search")

    def get_changelist(self, request, **kwargs):
        return RecheckList

    def get_ordering(self, request):
        return ["id"] if request.GET.get("is") is None else ["-id"]

    # An entry is made by marking a source item, and goes away with its story or its item only.

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return request.user.has_perm("articles.delete_article")

    def get_actions(self, request):
        return {}

    # The list

    def changelist_view(self, request, extra_context=None):
        title = gettext("Stories to look at again")
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    @admin.display(description=_("story"))
    def story(self, recheck):
        return recheck.article

    @admin.display(description=_("because of"))
    def because(self, recheck):
        queue = reverse("admin:articles_recheck_changelist")
        return format_html(
            '<a href="{}?is=all&amp;item={}">{}</a><br>{}',
            *(queue, recheck.item_id, recheck.item, badge(recheck.state, recheck.get_state_display())),
        )

    @admin.display(description=_("since"))
    def since(self, recheck):
        return moment(recheck.created_at)

    @admin.display(description=_("progress of the item"))
    def progress(self, recheck):
        done, every = recheck.progress
        return format_html(
            '<progress value="{}" max="{}" aria-label="{}"></progress><span class="state-time">{}</span>',
            *(done, every, gettext("progress of the item"), progress_sentence(done, every)),
        )

    @admin.display(description=_("what was done"))
    def outcome(self, recheck):
        if not recheck.done_at:
            return "–"
        return format_html(
            '{}<span class="state-time">{} {}</span>', recheck.note, recheck.done_by or "", moment(recheck.done_at)
        )

    # One story

    def change_view(self, request, object_id, form_url="", extra_context=None):
        recheck = self.get_object(request, object_id)
        if recheck is None:
            raise Http404
        if not self.has_view_permission(request, recheck):
            raise PermissionDenied
        form = FinishForm(request.POST or None)
        if request.method == "POST" and not self.has_change_permission(request, recheck):
            raise PermissionDenied
        if form.is_valid() and not recheck.done_at:
            recheck.finish(by=request.user, note=form.cleaned_data["note"])
            self.log_change(request, recheck, "done")
            self.message_user(request, gettext("Done: %(story)s") % {"story": recheck.article}, messages.SUCCESS)
            return HttpResponseRedirect(self.following(recheck))
        quotes = recheck.resting_quotes()
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": gettext("Does “%(story)s” still hold?") % {"story": recheck.article},
            "recheck": recheck,
            "state": badge(recheck.state, recheck.get_state_display()),
            "since": moment(recheck.created_at),
            "done": moment(recheck.done_at) if recheck.done_at else "",
            "progress": progress_sentence(*Recheck.objects.progress([recheck.item_id])[recheck.item_id]),
            "direct": [quote for quote, is_direct in quotes if is_direct],
            "indirect": [quote for quote, is_direct in quotes if not is_direct],
            "passages": passages(recheck.article, recheck.item.source),
            "form": form,
            "may_finish": self.has_change_permission(request, recheck),
        }
        return TemplateResponse(request, "admin/articles/recheck/check.html", context)

    def following(self, recheck) -> str:
        """The next story that waits because of the same item; the queue when there is none."""
        waiting = Recheck.objects.open().filter(item=recheck.item_id).first()
        if waiting:
            return reverse("admin:articles_recheck_change", args=[waiting.pk])
        return reverse("admin:articles_recheck_changelist")


def progress_sentence(done: int, every: int) -> str:
    return gettext("%(done)d of %(every)d done") % {"done": done, "every": every}


def passages(story, source) -> list[str]:
    """The paragraphs of the story that name the source."""
    names = "|".join(re.escape(name) for name in (source.name, *source.aliases) if name)
    named = re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)
    return [paragraph for paragraph in plain_text(story.body).splitlines() if named.search(paragraph)]

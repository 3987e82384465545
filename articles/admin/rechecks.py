"""Stories to look at again: something that they rest on was corrected or withdrawn, or the original was changed."""

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
from ..comparing import changes
from ..forms.fields import WholeText
from ..models import Article, Recheck, Source, SourceItem
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
        progress = Recheck.objects.progress({recheck.item_id for recheck in self.result_list} - {None})
        for recheck in self.result_list:
            recheck.progress = progress.get(recheck.item_id)


class FinishForm(forms.Form):
    note = forms.CharField(
        label=_("What was done"),
        max_length=Recheck._meta.get_field("note").max_length,
        widget=WholeText(attrs={"rows": 2, "cols": 80}),
        help_text=_("What you changed in the story, or that it stands and why. Colleagues see it, readers do not."),
    )


class TranslationFinishForm(FinishForm):
    tell_readers = forms.BooleanField(
        label=_("Tell readers of this translation that the original has changed since"),
        required=False,
        help_text=_("One line beside the dates. Tick it only when the translation is left as it is for now."),
    )


@admin.register(Recheck)
class RecheckAdmin(DeskAdmin):
    list_display = ["story", "because", "since", "progress", "outcome"]
    list_filter = [DoneFilter, SourceFilter, ItemFilter]
    list_select_related = ["item__source", "original", "article", "done_by"]

    def get_queryset(self, request):
        rechecks = super().get_queryset(request).select_related(*self.list_select_related)
        return rechecks.defer(
            *(f"{story}__{column}" for story in ("article", "original") for column in ("body", "search"))
        )

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
        if recheck.original:
            address = reverse("admin:articles_article_change", args=[recheck.original_id])
            return format_html('<a href="{}">{}</a><br>{}', address, recheck.original, reason(recheck))
        return format_html(
            '<a href="{}?is=all&amp;item={}">{}</a><br>{}',
            *(queue, recheck.item_id, recheck.item, reason(recheck)),
        )

    @admin.display(description=_("since"))
    def since(self, recheck):
        return moment(recheck.created_at)

    @admin.display(description=_("progress of the item"))
    def progress(self, recheck):
        if recheck.progress is None:
            return "–"
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
        may_tell = recheck.original and request.user.has_perm("articles.publish_article")
        form = (TranslationFinishForm if may_tell else FinishForm)(request.POST or None)
        if request.method == "POST" and not self.has_change_permission(request, recheck):
            raise PermissionDenied
        if form.is_valid() and not recheck.done_at:
            recheck.finish(by=request.user, note=form.cleaned_data["note"])
            if may_tell:
                recheck.article.tell_readers_of_change(form.cleaned_data["tell_readers"], by=request.user)
            self.log_change(request, recheck, "done")
            self.message_user(request, gettext("Done: %(story)s") % {"story": recheck.article}, messages.SUCCESS)
            return HttpResponseRedirect(self.following(recheck))
        quotes = recheck.resting_quotes()
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": gettext("Does “%(story)s” still hold?") % {"story": recheck.article},
            "recheck": recheck,
            "state": reason(recheck),
            "since": moment(recheck.created_at),
            "done": moment(recheck.done_at) if recheck.done_at else "",
            "progress": progress_of(recheck.item) if recheck.item else "",
            "direct": [quote for quote, is_direct in quotes if is_direct],
            "indirect": [quote for quote, is_direct in quotes if not is_direct],
            "passages": passages(recheck.article, recheck.item.source) if recheck.item else [],
            **(what_changed(recheck.original, recheck.since) if recheck.original else {}),
            "form": form,
            "may_finish": self.has_change_permission(request, recheck),
        }
        return TemplateResponse(request, "admin/articles/recheck/check.html", context)

    def following(self, recheck) -> str:
        """The next story that waits because of the same; the queue when there is none."""
        waiting = Recheck.objects.open().of_same_cause(recheck).first()
        if waiting:
            return reverse("admin:articles_recheck_change", args=[waiting.pk])
        return reverse("admin:articles_recheck_changelist")


def reason(recheck) -> str:
    """Why the story is to be looked at again, as a badge."""
    if recheck.item:
        return badge(recheck.state, recheck.get_state_display())
    if recheck.original.status == Article.Status.RETRACTED:
        return badge("retracted", gettext("original retracted"))
    return badge("corrected", gettext("original changed"))


def what_changed(original, since) -> dict:
    """What the original says now and did not in the version that was translated, and what readers were told of it."""
    told = original.corrections.all()
    if since is not None:  # what led to the version that was translated is in the translation
        told = told.exclude(to_revision=since, from_revision__number__lt=since.number)
    latest = original.revisions.public().order_by("-number").first()
    if since is None or latest is None:
        return {"told": told[:20], "changes": []}
    return {
        "told": told.filter(created_at__gte=since.created_at)[:20],
        "changes": changes(since.content, latest.content, for_readers=True),
    }


def progress_sentence(done: int, every: int) -> str:
    return gettext("%(done)d of %(every)d done") % {"done": done, "every": every}


def progress_of(item) -> str:
    return progress_sentence(*Recheck.objects.progress([item.pk])[item.pk])


def passages(story, source) -> list[str]:
    """The paragraphs of the story that name the source."""
    names = "|".join(re.escape(name) for name in (source.name, *source.aliases) if name)
    named = re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)
    return [paragraph for paragraph in plain_text(story.body).splitlines() if named.search(paragraph)]

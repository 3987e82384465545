"""What a source published; and what follows when the source corrects it or takes it back."""

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Prefetch, Q
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.text import slugify
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from ..models import Citation, Quote, Source, SourceItem
from ..models.recheck import resting_quotes
from .desk import DeskAdmin, badge, moment

State = SourceItem.State
VERBS = {
    State.CORRECTED: _("Its source corrected it …"),
    State.KILLED: _("Its source withdrew it …"),
    State.LIVE: _("It stands after all …"),
}


@admin.register(SourceItem)
class SourceItemAdmin(DeskAdmin):
    SOURCES_SEARCHED = 20
    # Stories that the page of confirmation names; it counts them all.
    STORIES_NAMED = 50
    ITEMS_MARKED = 20

    list_display = ["label", "source", "published_on", "now", "link"]
    list_select_related = ["source"]
    list_filter = ["state"]
    ordering = ["-id"]
    autocomplete_fields = ["source"]
    readonly_fields = ["now"]
    search_fields = ["title"]
    search_help_text = _("Words of the title, the source's name, or the whole link.")
    fieldsets = [
        (None, {"fields": ["source", "title", "url", "published_on"]}),
        (_("State"), {"fields": ["now", "content_hash"]}),
    ]
    actions = ["corrected", "killed", "live"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("source")

    def also_find(self, text):
        if text.startswith(("http://", "https://")):
            return Q(url=text)
        # Their keys and not a subquery, which PostgreSQL could not answer from the index within an OR.
        sources = Source.objects.filter(slug__startswith=slugify(text) or text).values_list("pk", flat=True)
        return Q(source__in=list(sources[: self.SOURCES_SEARCHED]))

    @admin.display(description=_("title"))
    def label(self, item):
        return item.title or item.url or item

    @admin.display(description=_("link"))
    def link(self, item):
        return format_html('<a href="{0}" rel="noreferrer">{0}</a>', item.url) if item.url else "–"

    @admin.display(description=_("state"))
    def now(self, item):
        state = badge(item.state, item.get_state_display())
        if not item.state_changed_at:
            return state
        queue = f"{reverse('admin:articles_recheck_changelist')}?is=all&item={item.pk}"
        return format_html(
            '{}<span class="state-time">{} · <a href="{}">{}</a></span>',
            *(state, moment(item.state_changed_at), queue, gettext("stories to recheck")),
        )

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and self.has_change_permission(request, obj):
            context["verbs"] = [(state, label) for state, label in VERBS.items() if can_become(obj, state)]
        return super().render_change_form(request, context, add, change, form_url, obj)

    # When its source changes it

    @admin.action(description=_("Their source corrected them …"), permissions=["change"])
    def corrected(self, request, queryset):
        return self.mark(request, queryset[: self.ITEMS_MARKED], State.CORRECTED)

    @admin.action(description=_("Their source withdrew them …"), permissions=["change"])
    def killed(self, request, queryset):
        return self.mark(request, queryset[: self.ITEMS_MARKED], State.KILLED)

    @admin.action(description=_("They stand after all …"), permissions=["change"])
    def live(self, request, queryset):
        return self.mark(request, queryset[: self.ITEMS_MARKED], State.LIVE)

    def get_urls(self):
        view = self.admin_site.admin_view(self.mark_one)
        return [path("<int:pk>/mark/<slug:state>/", view, name="articles_sourceitem_mark"), *super().get_urls()]

    def mark_one(self, request, pk, state):
        item = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_change_permission(request, item):
            raise PermissionDenied
        if state not in State.values:
            raise Http404
        return self.mark(request, [item], State(state))

    def mark(self, request, items, state):
        """Ask first, with all that rests on the items; then mark them, and show what is to be looked at again."""
        items = list(items)
        if "confirmed" in request.POST:
            return self.mark_all(request, items, state)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": format_html("{} → {}", ", ".join(map(str, items)), state.label),
            "items": [(item, item.stories().count(), self.resting(item)) for item in items],
            "state": state,
            "is_queued": state != State.LIVE,
            "named": self.STORIES_NAMED,
            "checkbox": ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/articles/sourceitem/mark.html", context)

    def resting(self, item) -> list:
        """The newest stories that rest on the item, each with its quotes that do."""
        stories = item.stories().defer("body", "search").order_by("-pk")[: self.STORIES_NAMED]
        quotes = Prefetch("quotes", Quote.objects.accepted().in_order().for_desk())
        chains = Prefetch("citations", Citation.objects.with_chain())
        passed_on = item.passed_on_as()
        return [
            (story, resting_quotes(story.quotes.all(), story.citations.all(), item, passed_on))
            for story in stories.prefetch_related(quotes, chains)
        ]

    def mark_all(self, request, items, state):
        with transaction.atomic():
            queued = sum(len(item.mark(state)) for item in items)
            for item in items:
                self.log_change(request, item, f"marked: {state.value}")
        if state == State.LIVE:
            self.message_user(request, gettext("Marked. What was queued stays until an editor has looked at it."))
            return HttpResponseRedirect(reverse("admin:articles_sourceitem_changelist"))
        text = ngettext(
            "Marked. %(count)d story is to be looked at again.",
            "Marked. %(count)d stories are to be looked at again.",
            queued,
        )
        self.message_user(request, text % {"count": queued}, messages.SUCCESS)
        return HttpResponseRedirect(queue_of(items))


def can_become(item, state) -> bool:
    """A correction can follow a correction; what stands, stands already."""
    return state != State.LIVE or item.state != State.LIVE


def queue_of(items) -> str:
    queue = reverse("admin:articles_recheck_changelist")
    return f"{queue}?item={items[0].pk}" if len(items) == 1 else queue

import uuid

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, Q
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext, ngettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from ..models import Article, Comment, Commenter, Quote
from .article_filters import ChosenFilter
from .desk import badge, moment
from .moderating import ModeratorsAdmin, VerdictForm, reason_of, seen_at
from .moderation import ModerationPage
from .queue import QueueFilter

Status = Comment.Status
# The queues beside the chief one, and the states in which everything else is looked up.
QUEUES = {
    "newcomers": (_("from new readers"), lambda rows: rows.waiting().of_newcomers()),
    "reported": (_("reported"), lambda rows: rows.reported()),
    "desk": (_("to the newsroom"), lambda rows: rows.to_desk()),
    "unchecked": (_("a checker did not answer"), lambda rows: rows.filter(is_unchecked=True).order_by("pk")),
}


class QueueOfReplies(QueueFilter):
    title = _("queue")
    parameter_name = "status"
    decided = [(name, label) for name, (label, _rows) in QUEUES.items()] + Status.choices[2:] + Status.choices[:1]

    def __init__(self, request, *args):
        self.is_search = bool(request.GET.get("q"))
        super().__init__(request, *args)

    def value(self):
        return super().value() or ("all" if self.is_search else None)

    def narrowed(self, queryset, value):
        if value is None:
            # Of one passage or reader everything that waits is wanted, newcomers' too.
            return queryset.waiting()
        if value in QUEUES:
            return QUEUES[value][1](queryset)
        return queryset.filter(status=value).order_by("-pk")


class StoryFilter(ChosenFilter):
    title = _("story")
    model = Article
    parameter_name = "story"
    lookup = "article"


class QuoteFilter(ChosenFilter):
    title = _("quotation")
    model = Quote
    parameter_name = "quote"
    lookup = "quote"


class QueueList(ChangeList):
    def get_ordering(self, request, queryset):
        """A queue has its own order, which an index holds; everything else is looked up from the newest."""
        own = list(queryset.query.order_by)
        return own if is_queue(request) and own else super().get_ordering(request, queryset)

    def get_results(self, request):
        """A page of the queue, what concerns one passage together."""
        super().get_results(request)
        if is_queue(request):
            rows = list(self.result_list)
            first = {}
            for place, row in enumerate(rows):
                first.setdefault(passage_key(row), place)
            self.result_list = sorted(rows, key=lambda row: first[passage_key(row)])
        before = None
        for row in self.result_list:
            row.opens_group = passage_key(row) != before
            before = passage_key(row)


def is_queue(request) -> bool:
    return request.GET.get("status") in (None, *QUEUES) and not request.GET.get("q")


def passage_key(comment):
    return comment.article_id, comment.quote_id or 0, comment.citation_id or 0


@admin.register(Comment)
class CommentAdmin(ModerationPage, ModeratorsAdmin):
    # Characters in the list; the whole text opens below them, as long as it is not one for a page of its own.
    EXCERPT, OPENED = 160, 5000

    list_display = ["passage", "writer", "words", "decision"]
    list_display_links = None
    list_filter = [QueueOfReplies, StoryFilter, QuoteFilter]
    search_fields = ["name"]
    search_help_text = _("The beginning of a name, or a whole e-mail address.")
    actions = ["approve", "hide", "mark_as_spam", "claim", "pick"]
    action_form = VerdictForm

    class Media:
        css = {"all": ["css/admin-moderation.css"]}

    def get_queryset(self, request):
        # What most rows lack is asked for apart: with nine joins PostgreSQL plans for longer than it reads.
        quotes = Quote.objects.select_related("speaker").defer("search", "fingerprints", "proposal")
        apart = (Prefetch("quote", quotes), "citation__source", "parent", "decided_by", "claimed_by")
        rows = super().get_queryset(request).select_related("article", "commenter").prefetch_related(*apart)
        return rows.defer("article__body", "article__search")

    def get_changelist(self, request, **kwargs):
        return QueueList

    def get_ordering(self, request):
        return ["-id"]

    def find(self, queryset, text):
        # Keys and not a join, which PostgreSQL could not answer from the indexes within an OR.
        readers = Commenter.objects.filter(email__iexact=text).values_list("pk", flat=True)
        return queryset.filter(Q(commenter__in=list(readers)) | Q(name__istartswith=text))

    def has_delete_permission(self, request, obj=None):
        return request.user.is_superuser

    def get_actions(self, request):
        actions = super().get_actions(request)
        # A button each, the one that cannot be undone last.
        return dict(sorted(actions.items(), key=lambda action: action[0] == "delete_selected"))

    def get_urls(self):
        undo = self.admin_site.admin_view(self.undo_view)
        return [path("undo/<uuid:batch>/", undo, name="articles_comment_undo"), *self.page_urls(), *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        outage = Comment.objects.filter(is_unchecked=True).values_list("pk")[:100]
        context = {"unchecked": len(outage) if request.method == "GET" else 0, **(extra_context or {})}
        return super().changelist_view(request, context)

    @admin.display(description=_("passage"))
    def passage(self, comment):
        """What it is about; of several about the same passage, the first says so."""
        if not getattr(comment, "opens_group", True):
            return format_html('<span class="same-passage">{}</span>', gettext("the same"))
        # The page that readers see: not every moderator may open the story at the desk.
        if comment.article.is_published():
            parts = [format_html('<a href="{}">{}</a>', comment.article.get_absolute_url(), comment.article)]
        else:
            parts = [format_html("{}", comment.article), badge("hidden", gettext("not seen by readers"))]
        if comment.quote:
            parts.append(
                format_html(
                    '<q class="passage" lang="{}">{}</q><span class="state-time">{}</span>',
                    *(comment.quote.language, comment.quote.exact, comment.quote.speaker or ""),
                )
            )
        if comment.citation:
            parts.append(format_html('<span class="passage">{}</span>', comment.citation.source))
        group = f"?story={comment.article_id}" + (f"&quote={comment.quote_id}" if comment.quote_id else "")
        queue = reverse("admin:articles_comment_changelist")
        parts.append(
            format_html('<a class="state-time" href="{}{}">{}</a>', queue, group, gettext("all that wait here"))
        )
        return format_html("{}" * len(parts), *parts)

    @admin.display(description=_("reader"))
    def writer(self, comment):
        name = format_html("{}", comment.name)
        if not comment.commenter:
            return format_html('{}<span class="state-time">{}</span>', name, moment(comment.created_at))
        history = reverse("admin:articles_commenter_change", args=[comment.commenter_id])
        return format_html(
            '<a href="{}">{}</a><br>{}<span class="state-time">{}</span><span class="state-time">{}</span>',
            *(history, name, comment.commenter.email or "", record(comment.commenter), moment(comment.created_at)),
        )

    @admin.display(description=_("text"))
    def words(self, comment):
        text = comment.text if comment.proposed_text is None else comment.proposed_text
        start = Truncator(text).chars(self.EXCERPT)
        kind = badge("kind", comment.get_kind_display()) if comment.kind != Comment.Kind.REPLY else ""
        if comment.proposed_text is not None:
            kind = format_html("{}{}", kind, badge("held", gettext("an edit")))
        if comment.parent_id:
            kind = format_html(
                '{}<span class="state-time">{} {}</span>', kind, gettext("in reply to"), comment.parent.name
            )
        if start == text:
            return format_html('{}<p class="words">{}</p>', kind, text)
        return format_html(
            '{}<details class="words"><summary>{}</summary><p>{}</p></details>',
            *(kind, start, Truncator(text).chars(self.OPENED)),
        )

    @admin.display(description=_("status"))
    def decision(self, comment):
        page = reverse("admin:articles_comment_change", args=[comment.pk])
        parts = [badge(comment.status, comment.get_status_display())]
        if comment.reason:
            parts.append(format_html('<span class="state-time">{}</span>', comment.get_reason_display()))
        if comment.open_reports:
            reports = ngettext("%(n)d report", "%(n)d reports", comment.open_reports) % {"n": comment.open_reports}
            parts.append(format_html('<span class="state-time">{}</span>', reports))
        if comment.decided_at:
            decided = f"{comment.decided_by or gettext('by a rule')} {moment(comment.decided_at)}"
            parts.append(format_html('<span class="state-time">{}</span>', decided))
        if comment.is_claimed():
            parts.append(format_html('<span class="state-time">{} {}</span>', gettext("in hand:"), comment.claimed_by))
        parts.append(format_html('<a href="{}">{}</a>', page, gettext("Open")))
        return format_html("{}" * len(parts), *parts)

    @admin.action(description=_("Approve"), permissions=["moderate"])
    def approve(self, request, queryset):
        text = ngettext_lazy("%(count)d reply approved.", "%(count)d replies approved.", "count")
        self.decide_all(request, queryset, Status.APPROVED, text)

    @admin.action(description=_("Hide"), permissions=["moderate"])
    def hide(self, request, queryset):
        text = ngettext_lazy("%(count)d reply hidden.", "%(count)d replies hidden.", "count")
        self.decide_all(request, queryset, Status.HIDDEN, text)

    @admin.action(description=_("Spam"), permissions=["moderate"])
    def mark_as_spam(self, request, queryset):
        text = ngettext_lazy("%(count)d reply marked as spam.", "%(count)d replies marked as spam.", "count")
        self.decide_all(request, queryset, Status.SPAM, text)

    @admin.action(description=_("Take in hand"), permissions=["moderate"])
    def claim(self, request, queryset):
        count = chosen(queryset).claim(by=request.user)
        self.report(request, ngettext("%(count)d reply in hand.", "%(count)d replies in hand.", count), count)

    @admin.action(description=_("Editors’ pick"), permissions=["moderate"])
    def pick(self, request, queryset):
        picked = [comment for comment in queryset if comment.is_shown]
        for comment in picked:
            comment.pick(not comment.is_pick, by=request.user)
        self.report(request, ngettext("%(count)d pick changed.", "%(count)d picks changed.", len(picked)), len(picked))

    def decide_all(self, request, queryset, status, text: str) -> None:
        batch, rows = uuid.uuid4(), chosen(queryset)
        as_read = rows.unchanged_since(seen_at(request))
        changed = rows.count() - as_read.count()
        count = as_read.decide(status, by=request.user, reason=reason_of(request), batch=batch)
        self.report(request, text, count, batch)
        if changed:
            text = ngettext(
                "%(n)d was changed by its writer since you read it.",
                "%(n)d were changed by their writers since you read them.",
                changed,
            )
            self.message_user(request, text % {"n": changed}, "warning")
        if taken := rows.count() - rows.free_for(request.user).count():
            text = ngettext("A colleague has %(n)d in hand.", "Colleagues have %(n)d in hand.", taken)
            self.message_user(request, text % {"n": taken}, "warning")

    def undo_view(self, request, batch):
        """Takes back what one press of a button decided."""
        if not self.has_moderate_permission(request):
            raise PermissionDenied
        if request.method == "POST":
            count = Comment.objects.all().undo(batch, by=request.user)
            text = ngettext("%(count)d reply is as before.", "%(count)d replies are as before.", count)
            self.report(request, text, count)
            return HttpResponseRedirect(reverse("admin:articles_comment_changelist"))
        context = {**self.admin_site.each_context(request), "opts": self.opts, "title": gettext("Undo")}
        return TemplateResponse(request, "admin/articles/comment/undo.html", context)


def chosen(queryset):
    """The rows that were ticked, without the list's joins and order, so that they can be locked and updated."""
    return Comment.objects.filter(pk__in=[row.pk for row in queryset])


def record(commenter) -> str:
    """How a reader has fared so far."""
    return gettext("%(shown)d shown, %(removed)d removed") % {
        "shown": commenter.approved_count,
        "removed": commenter.removed_count,
    }

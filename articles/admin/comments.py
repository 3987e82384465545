from django.contrib import admin, messages
from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from ..models import Comment
from .desk import DeskAdmin, badge, moment
from .queue import QueueFilter


class VerdictFilter(QueueFilter):
    title = _("status")
    parameter_name = "status"
    decided = Comment.Status.choices[1:]

    def __init__(self, request, *args):
        self.is_search = bool(request.GET.get("q"))
        super().__init__(request, *args)

    def value(self):
        return super().value() or ("all" if self.is_search else None)

    def narrowed(self, queryset, value):
        return queryset.filter(status=value or Comment.Status.HELD)


@admin.register(Comment)
class CommentAdmin(DeskAdmin):
    EXCERPT = 160  # characters in the list; the whole text opens below them

    list_display = ["writer", "words", "place", "decision"]
    list_display_links = None
    list_filter = [VerdictFilter]
    list_select_related = ["article", "parent", "decided_by"]
    search_fields = ["name"]
    search_help_text = _("The beginning of a name, or a whole e-mail address.")
    readonly_fields = ["writer", "place", "decision"]
    fields = ["writer", "text", "place", "decision"]
    actions = ["approve", "hide", "mark_as_spam"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("article__body", "article__search")

    def get_ordering(self, request):
        # The queue is worked off from its front; everything else is looked up from the newest.
        return ["id"] if request.GET.get("status", Comment.Status.HELD) == Comment.Status.HELD else ["-id"]

    def find(self, queryset, text):
        return queryset.filter(Q(email__iexact=text) | Q(name__istartswith=text))

    # Addresses of readers are shown here, so the whole of it is the moderators'.

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
        return request.user.is_superuser

    def get_actions(self, request):
        actions = super().get_actions(request)
        # A button each, the one that cannot be undone last.
        return dict(sorted(actions.items(), key=lambda action: action[0] == "delete_selected"))

    @admin.display(description=_("reader"))
    def writer(self, comment):
        return format_html(
            '{}<br><a href="mailto:{}">{}</a><span class="state-time">{}</span>',
            comment.name,
            comment.email,
            comment.email,
            moment(comment.created_at),
        )

    @admin.display(description=_("text"))
    def words(self, comment):
        start = Truncator(comment.text).chars(self.EXCERPT)
        if start == comment.text:
            return format_html('<p class="words">{}</p>', comment.text)
        return format_html('<details class="words"><summary>{}</summary><p>{}</p></details>', start, comment.text)

    @admin.display(description=_("story"))
    def place(self, comment):
        story = reverse("admin:articles_article_change", args=[comment.article_id])
        link = format_html('<a href="{}">{}</a>', story, comment.article)
        if not comment.parent:
            return link
        parent = reverse("admin:articles_comment_change", args=[comment.parent_id])
        answered = format_html('<a href="{}">{}</a>', parent, comment.parent.name)
        return format_html('{}<span class="state-time">{} {}</span>', link, gettext("in reply to"), answered)

    @admin.display(description=_("status"))
    def decision(self, comment):
        status = badge(comment.status, comment.get_status_display())
        if not comment.decided_at:
            return status
        decided = f"{comment.decided_by or ''} {moment(comment.decided_at)}"
        return format_html('{}<span class="state-time">{}</span>', status, decided)

    @admin.action(description=_("Approve"), permissions=["moderate"])
    def approve(self, request, queryset):
        count = queryset.decide(Comment.Status.APPROVED, by=request.user)
        self.report(request, ngettext("%(count)d reply approved.", "%(count)d replies approved.", count), count)

    @admin.action(description=_("Hide"), permissions=["moderate"])
    def hide(self, request, queryset):
        count = queryset.decide(Comment.Status.HIDDEN, by=request.user)
        self.report(request, ngettext("%(count)d reply hidden.", "%(count)d replies hidden.", count), count)

    @admin.action(description=_("Spam"), permissions=["moderate"])
    def mark_as_spam(self, request, queryset):
        count = queryset.decide(Comment.Status.SPAM, by=request.user)
        text = ngettext("%(count)d reply marked as spam.", "%(count)d replies marked as spam.", count)
        self.report(request, text, count)

    def report(self, request, text: str, count: int) -> None:
        self.message_user(request, text % {"count": count}, messages.SUCCESS if count else messages.WARNING)

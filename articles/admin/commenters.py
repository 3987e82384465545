"""A reader's history, for moderators."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from ..models import Ban, Commenter
from ..paging import given_pk
from .desk import badge, moment
from .moderating import ModeratorsAdmin

SHOWN = 50


@admin.register(Commenter)
class CommenterAdmin(ModeratorsAdmin):
    list_display = ["reader", "address", "approved_count", "removed_count", "reports_judged", "since"]
    list_display_links = None
    search_fields = ["name"]
    search_help_text = _("The name of a reader whose address is proved, or any reader's whole e-mail address.")

    def get_ordering(self, request):
        return ["-id"]

    def find(self, queryset, text):
        # Keys and not a subquery, which PostgreSQL could not answer from the indexes within an OR.
        named = Commenter.objects.confirmed().named_like(text).order_by().values_list("pk", flat=True)[: self.FEW]
        return queryset.filter(Q(email__iexact=text) | Q(pk__in=list(named)))

    def get_actions(self, request):
        return {}

    @admin.display(description=_("name"))
    def reader(self, commenter):
        page = reverse("admin:articles_commenter_change", args=[commenter.pk])
        return format_html('<a href="{}">{}</a>', page, commenter.name)

    @admin.display(description=_("e-mail"))
    def address(self, commenter):
        return commenter.email or "–"

    @admin.display(description=_("reports right / wrong"))
    def reports_judged(self, commenter):
        return f"{commenter.right_reports} / {commenter.wrong_reports}"

    @admin.display(description=_("first seen"))
    def since(self, commenter):
        return moment(commenter.created_at)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        commenter = self.get_object(request, object_id)
        if not self.has_view_permission(request, commenter) or request.method == "POST":
            raise PermissionDenied
        if commenter is None:
            raise Http404
        comments = commenter.comments.select_related("article").defer("article__body", "article__search")
        if before := request.GET.get("before"):
            comments = comments.filter(pk__lt=given_pk(before))
        comments = list(comments.order_by("-pk")[: SHOWN + 1])
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": commenter.name,
            "commenter": commenter,
            "state": badge("approved", _("trusted")) if commenter.is_trusted else badge("held", _("not trusted yet")),
            "comments": comments[:SHOWN],
            "next": comments[SHOWN - 1].pk if len(comments) > SHOWN else None,
            "notes": commenter.notes.select_related("created_by")[:SHOWN],
            "bans": commenter.bans.select_related("created_by")[:SHOWN],
            "now": timezone.now(),
        }
        return TemplateResponse(request, "admin/articles/commenter/history.html", context)


@admin.register(Ban)
class BanAdmin(ModeratorsAdmin):
    list_display = ["whom", "reason", "from_when", "to_when", "created_by"]
    list_display_links = None
    list_select_related = ["commenter", "created_by"]
    actions = ["lift"]

    def get_actions(self, request):
        return {name: action for name, action in super().get_actions(request).items() if name == "lift"}

    @admin.display(description=_("whom"))
    def whom(self, ban):
        if ban.network:
            return ban.network
        return ban.commenter.name if ban.commenter else _("someone who was erased")

    @admin.display(description=_("since"))
    def from_when(self, ban):
        return moment(ban.created_at)

    @admin.display(description=_("until"))
    def to_when(self, ban):
        return moment(ban.lifted_at or ban.until)

    @admin.action(description=_("Lift"), permissions=["moderate"])
    def lift(self, request, queryset):
        bans = list(queryset.in_force())
        for ban in bans:
            ban.lift(by=request.user)
        self.report(request, str(_("%(count)d lifted.")), len(bans))

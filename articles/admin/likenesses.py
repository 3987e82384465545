"""The same words elsewhere: pairs of quotes that may be one utterance, and the editor's verdict."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from ..models import Article, Likeness, Quote
from ..wording import differences
from .article_filters import ChosenFilter
from .desk import DeskAdmin, badge, moment
from .queue import QueueFilter

QUEUE = "admin:articles_likeness_changelist"


class VerdictFilter(QueueFilter):
    title = _("verdict")
    parameter_name = "is"
    decided = Likeness.Verdict.choices

    def narrowed(self, queryset, value):
        return queryset.filter(verdict=value).order_by("-pk") if value else queryset.undecided()


class StoryFilter(ChosenFilter):
    title = _("story")
    parameter_name = "story"
    model = Article

    def queryset(self, request, queryset):
        if self.value() is None:
            return queryset
        pks = Quote.objects.filter(article__in=[pk for pk, _label in self.lookup_choices]).values_list("pk", flat=True)
        return queryset.of(*pks)


@admin.register(Likeness)
class LikenessAdmin(DeskAdmin):
    list_display = ["first", "second", "likeness"]
    list_display_links = None
    list_filter = [VerdictFilter, StoryFilter]
    list_per_page = 20
    actions = ["confirm", "refuse"]

    def get_queryset(self, request):
        return super().get_queryset(request).for_desk()

    def get_ordering(self, request):
        return [] if request.GET.get("is") in Likeness.Verdict.values else ["-similarity", "-pk"]

    # A pair is proposed by the quotes themselves, and decided by the verbs below.

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        """Goes away with one of its quotes only, which this permits."""
        return request.user.has_perm("articles.delete_quote")

    def get_actions(self, request):
        return {name: action for name, action in super().get_actions(request).items() if name in self.actions}

    def has_decide_permission(self, request) -> bool:
        return self.has_change_permission(request)

    # The list

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {"title": gettext("The same words elsewhere"), **(extra_context or {})})

    @admin.display(description=_("quote"))
    def first(self, pair):
        return wording(pair, 0)

    @admin.display(description=_("other quote"))
    def second(self, pair):
        return wording(pair, 1)

    @admin.display(description=_("likeness"))
    def likeness(self, pair):
        return format_html(
            '{} <p class="drift">{}</p> <a href="{}">{}</a>',
            state(pair),
            pair.drift(),
            reverse("admin:articles_likeness_change", args=[pair.pk]),
            gettext("Compare"),
        )

    @admin.action(description=_("The same utterance"), permissions=["decide"])
    def confirm(self, request, queryset):
        self.decide_all(request, queryset, "confirm")

    @admin.action(description=_("Different utterances"), permissions=["decide"])
    def refuse(self, request, queryset):
        self.decide_all(request, queryset, "refuse")

    def decide_all(self, request, queryset, verb: str) -> None:
        count = sum(self.perform(request, pair, verb) for pair in queryset)
        text = ngettext("%(count)d pair decided.", "%(count)d pairs decided.", count)
        self.message_user(request, text % {"count": count}, messages.SUCCESS if count else messages.WARNING)

    def perform(self, request, pair, verb: str) -> bool:
        """Do `verb` with the pair; when the model refuses, say why."""
        try:
            getattr(pair, verb)(by=request.user)
        except ValidationError as error:
            self.message_user(request, error.messages[0], messages.ERROR)
            return False
        return True

    # One pair

    def change_view(self, request, object_id, form_url="", extra_context=None):
        pair = self.get_object(request, object_id)
        if pair is None:
            raise Http404
        if not self.has_view_permission(request, pair):
            raise PermissionDenied
        if request.method == "POST":
            if not self.has_decide_permission(request):
                raise PermissionDenied
            return HttpResponseRedirect(self.do_as_pressed(request, pair))
        following = Likeness.objects.undecided().after(pair).first()
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": gettext("One utterance, or two?"),
            "pair": pair,
            "sides": [wording(pair, 0), wording(pair, 1)],
            "state": state(pair),
            "following": following,
            "grouped": grouped_with(pair),
            "may_decide": self.has_decide_permission(request),
            "is_confirmed": pair.verdict == Likeness.Verdict.SAME,
        }
        return TemplateResponse(request, "admin/articles/likeness/pair.html", context)

    def do_as_pressed(self, request, pair) -> str:
        """Take the verdict, or a quote out of its statement; returns the address of what comes next."""
        leaving, verb = request.POST.get("leave"), request.POST.get("verdict")
        if leaving:
            self.take_out(request, pair, leaving)
        if verb not in ("confirm", "refuse"):
            return request.path
        following = Likeness.objects.undecided().after(pair).first()
        if not self.perform(request, pair, verb):
            return request.path
        self.message_user(
            request, gettext("Decided: %(verdict)s.") % {"verdict": pair.get_verdict_display()}, messages.SUCCESS
        )
        undecided = Likeness.objects.undecided()
        if following := undecided.filter(pk=following.pk).first() if following else undecided.first():
            return reverse("admin:articles_likeness_change", args=[following.pk])
        return reverse(QUEUE)

    def take_out(self, request, pair, key: str) -> None:
        quote = next((quote for quote in grouped_with(pair) if str(quote.pk) == key), None)
        if quote is None:
            raise Http404
        quote.leave_statement(by=request.user)
        self.message_user(request, gettext("Taken out: it is an utterance of its own again."), messages.SUCCESS)


def wording(pair, side: int) -> str:
    """One quote of a pair, the words that the other has not marked, and who, when, where and through whom."""
    quote = (pair.one, pair.other)[side]
    context = {
        "quote": quote,
        "pieces": differences(pair.one.exact, pair.other.exact)[side],
        "chain": quote.chain_among(quote.article.citations.all()),
    }
    return render_to_string("admin/articles/likeness/_wording.html", context)


def state(pair) -> str:
    """How alike they are; once decided, the verdict, by whom and when."""
    share = gettext("%(share)d%% alike") % {"share": int(pair.similarity * 100)}
    if not pair.verdict:
        return format_html("<strong>{}</strong>", share)
    decided = f"{pair.decided_by or ''} {moment(pair.decided_at)}"
    return format_html(
        '{}<span class="state-time">{} · {}</span>', badge(pair.verdict, pair.get_verdict_display()), decided, share
    )


def grouped_with(pair):
    """All quotes that are grouped with either of the pair so far."""
    statements = [quote.statement_id for quote in (pair.one, pair.other) if quote.statement_id]
    return Quote.objects.filter(statement__in=statements).with_chain().order_by("statement", "pk")

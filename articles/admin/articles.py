import re
from datetime import date

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Prefetch, Q
from django.forms.widgets import Script
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..models import Article, Byline
from ..models.search import matching, prefixes
from ..proposing import propose_quotes
from .article_filters import AuthorFilter, ClosedChoices, StateFilter, TagFilter
from .article_form import ArticleForm
from .authors import BylineInline
from .autosave import AutosavingAdmin
from .calendar import CalendarAdmin
from .desk import badge, moment
from .drift import compare_changed_quotes
from .duplicates import DuplicatesAdmin
from .editor import SCRIPTS, admits_editor
from .notes import NotesAdmin
from .on_desk import OnDeskFilter
from .photos import thumbnail
from .planning import PlanningAdmin, armed, armed_list
from .previewing import PreviewingAdmin
from .quotes import QuoteInline
from .review import ReviewAdmin, WaitingFilter
from .revisions import RevisionsAdmin
from .signs import SignsAdmin
from .sittings import SittingsAdmin
from .sources import CitationInline, forget_deleted_citations
from .translations import TranslationsAdmin, languages_list

Status = Article.Status
ADDRESS = re.compile(r"(\d{4})/(\d\d)/(\d\d)/([-\w]+)")


class StoryList(ChangeList):
    def get_queryset(self, request, exclude_parameters=None):
        bylines = Prefetch("bylines", Byline.objects.select_related("author"))
        return super().get_queryset(request, exclude_parameters).defer("body", "search").prefetch_related(bylines)

    def get_results(self, request):
        super().get_results(request)
        self.model_admin.count_waiting(self.result_list)
        self.model_admin.count_translations(self.result_list)
        self.model_admin.read_signs(request, self.result_list)


def state_and_time(story) -> tuple[str, str]:
    """The status as a badge, with what appears by itself told apart; and the moment that matters for it."""
    name, label, when = story.status, story.get_status_display(), ""
    waits = story.embargo and story.embargo > timezone.now() and story.status != Status.RETRACTED
    if story.status == Status.PUBLISHED and story.is_scheduled():
        name, label, when = "scheduled", gettext("scheduled"), moment(story.first_published_at)
    elif story.is_expired():
        name, label, when = "expired", gettext("no longer shown"), moment(story.unpublish_at)
    elif story.status == Status.PUBLISHED:
        when = moment(story.first_published_at)
    elif story.status == Status.RETRACTED:
        when = moment(story.retracted_at)
    elif not waits:
        when = gettext("saved %(moment)s") % {"moment": moment(story.modified_at)}
    if waits:
        embargo = gettext("embargoed until %(moment)s") % {"moment": moment(story.embargo)}
        when = embargo if name != "scheduled" or story.first_published_at == story.embargo else f"{when}, {embargo}"
    return badge(name, label), when


@admin.register(Article)
class ArticleAdmin(
    *(ReviewAdmin, SittingsAdmin, AutosavingAdmin, RevisionsAdmin, PreviewingAdmin, NotesAdmin, SignsAdmin),
    *(PlanningAdmin, CalendarAdmin, DuplicatesAdmin, TranslationsAdmin),
):
    form = ArticleForm
    list_display = ["headline", "state", "section", "by", "signs", "waiting_quotes", "comment_count"]
    list_filter = [
        *(
            OnDeskFilter,
            StateFilter,
            WaitingFilter,
            AuthorFilter,
            "section",
            "first_published_at",
            ("language", ClosedChoices),
        ),
        TagFilter,
    ]
    search_fields = ["headline"]
    search_help_text = _("Words of headline and text, or a pasted address. “exact words”, -without, this or that.")
    prepopulated_fields = {"slug": ["headline"]}
    autocomplete_fields = ["lead_photo"]
    readonly_fields = ["picture"]
    inlines = [BylineInline, CitationInline, QuoteInline]

    class Media:
        css = {"all": ["css/admin-story.css"]}
        js = [
            *SCRIPTS,
            Script("js/admin-autosave.js", type="module"),
            Script("js/admin-sitting.js", type="module"),
        ]

    # The list

    def get_changelist(self, request, **kwargs):
        return StoryList

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("section", "lead_photo", "pending").defer("search")

    def get_ordering(self, request):
        """By what the list is looked at for; each order is read off an index."""
        orders = {
            "published": ["-first_published_at", "-id"],
            "scheduled": ["first_published_at", "id"],
            "expired": ["-unpublish_at", "-id"],
        }
        by_publication = any(name.startswith("first_published_at__") for name in request.GET)
        return orders.get(request.GET.get("state"), orders["published"] if by_publication else ["-modified_at", "-id"])

    def find(self, queryset, text):
        """Read off the index of full text, in each story's language; the last word may be a beginning."""
        if found := ADDRESS.search(text):
            *day, slug = found.groups()
            try:
                return queryset.filter(published_on=date(*map(int, day)), slug=slug)
            except ValueError:
                return queryset.none()
        found = matching(text) | Q(published_on__isnull=True, slug=text)
        if query := prefixes(text):
            found |= Q(search=query)
        return queryset.filter(found)

    @admin.display(description=_("status"))
    def state(self, story):
        more = armed_list(story), languages_list(story)
        return format_html('{}<span class="state-time">{}</span>{}{}', *state_and_time(story), *more)

    @admin.display(description=_("by"))
    def by(self, story):
        return ", ".join(byline.author.name for byline in story.bylines.all()) or "–"

    # The form

    def get_fieldsets(self, request, obj=None):
        is_draft = obj is None or obj.status in (Status.DRAFT, Status.IN_REVIEW)
        is_waiting = is_draft or (obj.status == Status.PUBLISHED and obj.is_scheduled())
        publication = [
            *(["stage"] if is_draft else []),
            *(["publish_at"] if is_waiting and self.has_publish_permission(request) else []),
            "embargo",
        ]
        return [
            (None, {"fields": ["headline", "standfirst", "body"]}),
            (_("Where it stands"), {"fields": [("section", "language"), "tags", "slug"]}),
            (_("Lead photo"), {"fields": ["lead_photo", *(["picture"] if obj and obj.lead_photo_id else [])]}),
            (_("Publication"), {"fields": publication}),
            (_("Rights and replies"), {"fields": ["rights", "comments_open"]}),
        ]

    @admin.display(description=_("picture"))
    def picture(self, story):
        return thumbnail(story.lead_photo)

    @admits_editor
    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        return super().changeform_view(request, object_id, form_url, extra_context)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj:
            context["armed"] = armed(obj)
            context["duplicates"] = self.duplicates_of(obj)
            context["state"], context["state_time"] = state_and_time(obj)
            context["is_scheduled"] = obj.status == Status.PUBLISHED and obj.is_scheduled()
            context["is_live"] = obj.is_published()
            context["is_retracted"] = obj.status == Status.RETRACTED
        return super().render_change_form(request, context, add, change, form_url, obj)

    def save_related(self, request, form, formsets, change):
        forget_deleted_citations(formsets)
        self.sign_decisions(request, formsets)
        super().save_related(request, form, formsets, change)
        if not request.edit.waits:  # else they are compared when they go out
            compare_changed_quotes(request, form.instance, formsets)
        propose_quotes(form.instance)
        self.do_as_pressed(request, form)
        self.keep_saved(request, form.instance)
        self.warn(request, form.instance)
        if not request.edit.waits:
            self.warn_of_duplicates(request, form.instance)

    def keep_waiting(self, request, story, edit):
        super().keep_waiting(request, story, edit)
        if story.pending:
            self.warn_of_duplicates(request, story)

    def view_on_site(self, obj):
        return obj.get_absolute_url() if obj.is_published() else None

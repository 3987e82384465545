"""Saving a story: the form of a draft writes its rows; an edit of a released story waits as a revision.

Either way the form, its rows and the quote finder see the story as it is being edited, since `shown_as` puts what waits
into the rows for as long as the request takes.
"""

from dataclasses import dataclass

from django.contrib.admin.utils import unquote
from django.db import transaction
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext

from ..models import Article
from ..models.content import content_of
from ..views.held import held
from .conflicts import Conflict, meet, sentence
from .desk import DeskAdmin


@dataclass
class Edit:
    """What one request does to a story."""

    waits: bool  # rather than writing the rows that readers see
    content: dict | None = None  # what was saved and waits
    saved: bool = False
    story: Article | None = None  # once it is saved
    log: object = None
    conflict: Conflict | None = None


class EditingAdmin(DeskAdmin):
    # Buttons that decide on a story, and so write its rows, when readers do not see it yet or no longer.
    DECISIONS = {"_withdraw"}

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        story = object_id and self.get_object(request, unquote(object_id))
        if not story:
            request.edit = Edit(waits=False)
            return super().changeform_view(request, object_id, form_url, extra_context)
        if request.method == "POST" and not self.has_change_permission(request, story):
            text = gettext(
                "You may not change this story, or no longer; perhaps it was published meanwhile. Nothing was saved: "
                "copy what you typed, or tell an editor."
            )
            request.edit = Edit(waits=False)
            return held(request, gettext("Not saved"), text, status=403)
        form = super().changeform_view
        if request.method != "POST":
            with story.as_last_saved():
                request.shown = story
                return form(request, object_id, form_url, extra_context).render()
        with transaction.atomic():
            story = Article.objects.select_for_update(of=("self",)).select_related("pending").get(pk=story.pk)
            story.keep_first_revision()
            edit = request.edit = Edit(waits=self.waits(request, story))
            edit.conflict = meet(self, request, story)
            if edit.waits:
                with story.shown_as(story.pending):
                    response = rendered(form(request, object_id, form_url, extra_context))
                self.keep_waiting(request, story, edit)
            else:
                story.take_up_pending()
                response = rendered(form(request, object_id, form_url, extra_context))
            # A form that was refused, for whatever reason, leaves everything as it was.
            transaction.set_rollback(not edit.saved)
        return response

    def get_object(self, request, object_id, from_field=None):
        """The story; read once for a form that is only shown."""
        shown = getattr(request, "shown", None)
        return shown if shown and str(shown.pk) == object_id else super().get_object(request, object_id, from_field)

    def waits(self, request, story) -> bool:
        """Whether this submit makes a revision that waits. A scheduled story may be published anew as a whole."""
        decisions = self.DECISIONS if story.is_published() else self.DECISIONS | {"_publish"}
        return story.is_released and not decisions & request.POST.keys()

    def save_model(self, request, obj, form, change):
        if not change:
            obj.created_by = request.user
        super().save_model(request, obj, form, change)

    def keep_saved(self, request, story) -> None:
        """The form's story and all its rows are saved: keep a revision of them."""
        edit = request.edit
        edit.saved, edit.story = True, story
        if edit.waits:
            edit.content = content_of(story)
        else:
            story.revise(by=request.user)

    def get_form(self, request, obj=None, **kwargs):
        """The form; where others saved meanwhile, one that comes back once so that the editor sees it."""
        form = super().get_form(request, obj, **kwargs)
        edit = getattr(request, "edit", None)
        if not (edit and edit.conflict and edit.conflict.must_be_seen):
            return form

        class Met(form):
            def clean(self):
                cleaned = super().clean()
                self.add_error(None, sentence(edit.conflict))
                for name, version in edit.conflict.fields.items():
                    self.add_error(name, version)
                return cleaned

        return Met

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj:
            latest = obj.revisions.order_by("-number").values_list("number", flat=True).first()
            context["base"] = request.POST.get("base") or latest or 1  # the first is kept at the first save
        response = super().render_change_form(request, context, add, change, form_url, obj)
        edit = getattr(request, "edit", None)
        if edit and edit.conflict and not edit.saved:
            response.status_code = 409
        return response

    def keep_waiting(self, request, story, edit: Edit) -> None:
        if edit.content is None:
            return
        revision = story.revise(edit.content, by=request.user)
        if edit.log is not None:
            super().log_change(request, story, edit.log)
        if story.pending:
            text = gettext("Version %(number)d is saved. Readers see it once it is published.")
            link = format_html(
                '<a href="{}">{}</a>',
                reverse("admin:articles_article_release", args=[story.pk]),
                gettext("Look at the changes and publish them"),
            )
            self.message_user(request, format_html("{} {}", text % {"number": revision.number}, link))

    def log_change(self, request, obj, message):
        edit = getattr(request, "edit", None)
        if edit and edit.waits:  # what is written now is taken back with the rest
            edit.log = message
            return None
        return super().log_change(request, obj, message)


def rendered(response):
    return response.render() if hasattr(response, "render") else response

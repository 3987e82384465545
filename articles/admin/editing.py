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
from .desk import DeskAdmin


@dataclass
class Edit:
    """What one request does to a story."""

    waits: bool  # rather than writing the rows that readers see
    content: dict | None = None  # what was saved and waits
    saved: bool = False
    log: object = None


class EditingAdmin(DeskAdmin):
    # Buttons that decide on a story, and so write its rows, when readers do not see it yet or no longer.
    DECISIONS = {"_withdraw"}

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        story = object_id and self.get_object(request, unquote(object_id))
        if not story:
            request.edit = Edit(waits=False)
            return super().changeform_view(request, object_id, form_url, extra_context)
        form = super().changeform_view
        if request.method != "POST":
            with story.shown_as(story.pending):
                return form(request, object_id, form_url, extra_context).render()
        with transaction.atomic():
            story = Article.objects.select_for_update(of=("self",)).select_related("pending").get(pk=story.pk)
            story.keep_first_revision()
            edit = request.edit = Edit(waits=self.waits(request, story))
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
        edit.saved = True
        if edit.waits:
            edit.content = content_of(story)
        else:
            story.revise(by=request.user)

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

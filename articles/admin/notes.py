"""Notes between reporter and editor, below a story's form: seen at the desk and nowhere else."""

from django import forms
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from ..forms.fields import WholeText
from ..models import Note
from ..paging import given_pk
from .publishing import PublishingAdmin, form_address

SHOWN = 20


class NoteForm(forms.ModelForm):
    class Meta:
        model = Note
        fields = ["text"]
        labels = {"text": _("New note")}
        help_texts = {"text": _("At most 2,000 characters. Readers never see it. It stays as you wrote it.")}
        widgets = {"text": WholeText(attrs={"rows": 3, "cols": 80})}


class NotesAdmin(PublishingAdmin):
    def get_urls(self):
        def at(end, view, name):
            return path(f"<int:pk>/notes/{end}", self.admin_site.admin_view(view), name=f"articles_article_{name}")

        return [
            at("", self.notes, "notes"),
            at("<int:note>/done/", require_POST(self.finish_note), "finish_note"),
            *super().get_urls(),
        ]

    def notes(self, request, pk):
        """All notes of a story, the newest first; who may see the story may write one."""
        story = self.story_or_404(request, pk)
        form = NoteForm(request.POST or None, prefix="note")
        if form.is_valid():
            form.instance.article, form.instance.author = story, request.user
            form.save()
            self.message_user(request, gettext("The note is written."), messages.SUCCESS)
            return HttpResponseRedirect(f"{form_address(story)}#notes")
        context = {"note_form": form, **note_page(story, request.GET.get("before"))}
        status = 422 if form.is_bound else 200
        return self.story_page(request, story, "notes", gettext("Notes on “%(story)s”"), context, status)

    def finish_note(self, request, pk, note):
        story = self.story_or_404(request, pk)
        note = get_object_or_404(story.notes, pk=note)
        if "again" in request.POST:
            note.reopen()
        else:
            note.finish(by=request.user)
        return HttpResponseRedirect(f"{form_address(story)}#notes")

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj:
            context |= {"note_form": NoteForm(prefix="note"), **note_page(obj)}
        return super().render_change_form(request, context, add, change, form_url, obj)


def note_page(story, before=None) -> dict:
    notes = story.notes.for_list()
    if before:
        notes = notes.filter(pk__lt=given_pk(before))
    notes = list(notes[: SHOWN + 1])
    return {"notes": notes[:SHOWN], "older_notes": notes[SHOWN - 1].pk if len(notes) > SHOWN else None}

"""What the list of stories says of the work at them: who is at it, and notes that are not done."""

from django.contrib import admin
from django.db.models import Count
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from ..models import Note, Sitting
from .desk import DeskAdmin


class SignsAdmin(DeskAdmin):
    def read_signs(self, request, stories) -> None:
        """Tell each of the `stories` who else is at it and how many notes are open; two queries."""
        keys = [story.pk for story in stories]
        at_it = {}
        sittings = Sitting.objects.present().filter(article__in=keys).exclude(user=request.user)
        for sitting in sittings.select_related("user"):
            at_it.setdefault(sitting.article_id, []).append(str(sitting.user))
        notes = Note.objects.open().filter(article__in=keys).order_by().values_list("article")
        counts = dict(notes.annotate(Count("pk")))
        for story in stories:
            story.at_it, story.open_notes = at_it.get(story.pk, []), counts.get(story.pk, 0)

    @admin.display(description=_("in hand"))
    def signs(self, story):
        said = [(gettext("%(name)s is editing") % {"name": name},) for name in story.at_it]
        text = format_html_join("", '<span class="at-it">{}</span>', said)
        if story.open_notes:
            count = ngettext("%(count)d note", "%(count)d notes", story.open_notes) % {"count": story.open_notes}
            place = reverse("admin:articles_article_change", args=[story.pk])
            text += format_html('<a href="{}#notes">{}</a>', place, count)
        return text or "–"

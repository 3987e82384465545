from django import forms
from django.contrib import admin
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..models import Speaker
from .merging import MergingAdmin


class SpeakerForm(forms.ModelForm):
    def clean(self):
        cleaned = super().clean()
        # The address is filled in while the name is typed, for someone unnamed too.
        if cleaned.get("kind") == Speaker.Kind.UNNAMED:
            cleaned["slug"] = None
        return cleaned


@admin.register(Speaker)
class SpeakerAdmin(MergingAdmin):
    form = SpeakerForm
    list_display = ["name", "kind", "description", "other_names"]
    list_filter = ["kind"]
    ordering = ["name", "id"]
    prepopulated_fields = {"slug": ["name"]}
    radio_fields = {"kind": admin.HORIZONTAL}
    search_fields = ["name"]
    search_help_text = _("Any words of the name, or another name in full.")
    carried = {"quotes": _("quotes")}
    warned_by = ["name", "kind", "unnamed_reason"]
    told_by = ["kind", "description", "aliases", "slug", "wikidata_id", "unnamed_reason"]
    fieldsets = [
        (None, {"fields": ["kind", "name", "description", "aliases"]}),
        (
            _("Named: a page of their own"),
            {"fields": ["slug", "wikidata_id"], "description": _("Stays empty for someone unnamed.")},
        ),
        (_("Unnamed"), {"fields": ["unnamed_reason"]}),
    ]

    def also_find(self, text):
        return Q(aliases__contains=[text])

    @admin.display(description=_("other names"))
    def other_names(self, speaker):
        return ", ".join(speaker.aliases)

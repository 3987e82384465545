from django.contrib import admin

from ..models import Page
from .desk import DeskAdmin
from .editor import SCRIPTS, admits_editor


@admin.register(Page)
class PageAdmin(DeskAdmin):
    list_display = ["title", "policy", "position", "modified_at"]
    list_editable = ["position"]
    ordering = ["position", "title"]
    prepopulated_fields = {"slug": ["title"]}
    search_fields = ["title"]
    fields = ["title", "body", "policy", ("slug", "language", "position")]

    class Media:
        js = SCRIPTS

    @admits_editor
    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        return super().changeform_view(request, object_id, form_url, extra_context)

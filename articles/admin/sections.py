from django.contrib import admin

from ..models import Section
from .desk import DeskAdmin


@admin.register(Section)
class SectionAdmin(DeskAdmin):
    list_display = ["name", "slug", "position", "description"]
    list_editable = ["position"]
    ordering = ["position", "name"]
    prepopulated_fields = {"slug": ["name"]}
    search_fields = ["name"]
    autocomplete_fields = ["editors"]

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..models import Author, Byline
from .desk import DeskAdmin
from .rows import StoryRows


@admin.register(Author)
class AuthorAdmin(DeskAdmin):
    list_display = ["name", "job_title", "user", "stories"]
    list_select_related = ["user"]
    ordering = ["name", "id"]
    prepopulated_fields = {"slug": ["name"]}
    autocomplete_fields = ["user"]
    search_fields = ["name"]
    fieldsets = [
        (None, {"fields": ["name", "job_title", "biography"]}),
        (_("Address and account"), {"fields": ["slug", "user"]}),
    ]

    @admin.display(description=_("stories"))
    def stories(self, author):
        address = reverse("admin:articles_article_changelist")
        return format_html('<a href="{}?author={}">{}</a>', address, author.pk, gettext("Stories"))


class BylineInline(StoryRows, admin.TabularInline):
    model = Byline
    known = ["author"]
    fields = ["author", "contribution", "position"]
    autocomplete_fields = ["author"]
    verbose_name_plural = _("By")

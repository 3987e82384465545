from django.contrib import admin
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..models import Tag
from .editor import SCRIPTS, admits_editor
from .merging import MergingAdmin
from .tag_field import TagNames


@admin.register(Tag)
class TagAdmin(MergingAdmin):
    list_display = ["name", "slug", "stories"]
    ordering = ["name", "id"]
    fields = ["name", "slug", "introduction"]
    prepopulated_fields = {"slug": ["name"]}
    search_fields = ["name"]
    carried = {"taggings": _("stories")}
    told_by = ["slug"]

    class Media:
        js = SCRIPTS

    @admits_editor
    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        return super().changeform_view(request, object_id, form_url, extra_context)

    def get_urls(self):
        names = self.admin_site.admin_view(TagNames.as_view(admin_site=self.admin_site))
        return [path("names/", names, name="articles_tag_names"), *super().get_urls()]

    @admin.display(description=_("stories"))
    def stories(self, tag):
        address = reverse("admin:articles_article_changelist")
        return format_html('<a href="{}?tag={}">{}</a>', address, tag.pk, gettext("Stories"))

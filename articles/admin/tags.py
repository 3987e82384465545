from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import transaction
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from ..models import Tag
from .desk import DeskAdmin
from .tag_field import TagNames


class MergeForm(forms.Form):
    kept = forms.ModelChoiceField(
        Tag.objects.none(),
        label=_("Which one stays?"),
        empty_label=None,
        widget=forms.RadioSelect,
        help_text=_("The others disappear. Their stories get this tag, and their addresses redirect to it for ever."),
    )


@admin.register(Tag)
class TagAdmin(DeskAdmin):
    list_display = ["name", "slug", "stories"]
    ordering = ["name", "id"]
    fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    search_fields = ["name"]
    actions = ["merge"]

    def get_urls(self):
        names = self.admin_site.admin_view(TagNames.as_view(admin_site=self.admin_site))
        return [path("names/", names, name="articles_tag_names"), *super().get_urls()]

    @admin.display(description=_("stories"))
    def stories(self, tag):
        address = reverse("admin:articles_article_changelist")
        return format_html('<a href="{}?tag={}">{}</a>', address, tag.pk, gettext("Stories"))

    def has_merge_permission(self, request) -> bool:
        return self.has_change_permission(request) and self.has_delete_permission(request)

    @admin.action(description=_("Merge the selected tags into one …"), permissions=["merge"])
    def merge(self, request, queryset):
        tags = list(queryset[:100])
        if len(tags) < 2:
            self.message_user(request, gettext("Select at least two tags to merge."), messages.WARNING)
            return None
        form = MergeForm(request.POST if "kept" in request.POST else None)
        form.fields["kept"].queryset = Tag.objects.filter(pk__in=[tag.pk for tag in tags])
        if form.is_valid():
            self.merge_all(request, tags, form.cleaned_data["kept"])
            return None
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": gettext("Merge tags"),
            "form": form,
            "tags": tags,
            "checkbox": ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/articles/tag/merge.html", context)

    def merge_all(self, request, tags, kept) -> None:
        lost = [tag for tag in tags if tag != kept]
        with transaction.atomic():
            for tag in lost:
                self.log_deletions(request, [tag])
                tag.merge_into(kept)
            self.log_change(request, kept, f"merged: {', '.join(tag.name for tag in lost)}")
        text = ngettext(
            "%(count)s tag was merged into “%(kept)s”.", "%(count)s tags were merged into “%(kept)s”.", len(lost)
        )
        self.message_user(request, text % {"count": len(lost), "kept": kept}, messages.SUCCESS)

"""Looking at a story before readers do: at the desk, and by a secret link for someone outside."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST

from ..addresses import absolute
from ..models import Article, Deed, PreviewLink
from ..views.articles import article_page
from .publishing import PublishingAdmin, form_address

SHOWN = 20


class PreviewLinkForm(forms.ModelForm):
    days = forms.TypedChoiceField(label=_("Works for"), choices=list(PreviewLink.DAYS.items()), coerce=int, initial=3)

    class Meta:
        model = PreviewLink
        fields = ["note"]
        help_texts = {"note": _("Only the desk sees it.")}


class PreviewingAdmin(PublishingAdmin):
    def get_urls(self):
        def at(end, view, name):
            return path(f"<int:pk>/{end}", self.admin_site.admin_view(view), name=f"articles_article_{name}")

        return [
            at("preview/", self.preview, "preview"),
            at("preview/links/", self.preview_links, "preview_links"),
            at("preview/links/<int:link>/end/", require_POST(self.end_preview_link), "end_preview_link"),
            *super().get_urls(),
        ]

    def preview(self, request, pk):
        """The story as readers would see it, from what was saved last and as if it came out now."""
        story = self.story_or_404(request, pk)
        with story.as_last_saved():
            shown = Article.objects.for_page().get(pk=story.pk)
            shown.pose_as_published()
            return cache_control(private=True, no_store=True)(article_page)(request, shown, preview=PreviewLink())

    def preview_links(self, request, pk):
        """The story's secret links, and the form that makes one."""
        story = self.story_or_404(request, pk)
        form = PreviewLinkForm(request.POST or None)
        if request.method == "POST" and not self.has_change_permission(request, story):
            raise PermissionDenied
        if form.is_valid():
            link = form.instance
            link.article, link.created_by = story, request.user
            link.last(form.cleaned_data["days"])
            link.save()
            Deed.objects.note([story], "preview link made", link.note, by=request.user)
            self.message_user(request, gettext("The link is made. Whoever has it sees the story."), messages.SUCCESS)
            return HttpResponseRedirect(form_address(story, "preview_links"))
        links = story.preview_links.select_related("created_by")[:SHOWN]
        context = {"form": form, "links": [(link, absolute(link.get_absolute_url())) for link in links]}
        return self.story_page(request, story, "preview_links", gettext("Preview links of “%(story)s”"), context)

    def end_preview_link(self, request, pk, link):
        story = self.story_or_404(request, pk)
        if not self.has_change_permission(request, story):
            raise PermissionDenied
        get_object_or_404(story.preview_links, pk=link).end()
        Deed.objects.note([story], "preview link ended", by=request.user)
        self.message_user(request, gettext("The link no longer works."), messages.SUCCESS)
        return HttpResponseRedirect(form_address(story, "preview_links"))

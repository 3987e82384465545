"""The verbs of a story at the desk: publish, withdraw, retract."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from ..forms.fields import WholeText
from .desk import moment
from .editing import EditingAdmin

VERBS = {"_publish", "_withdraw", "_retract"}


def form_address(story, view="change") -> str:
    return reverse(f"admin:articles_article_{view}", args=[story.pk])


class RetractForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        max_length=2000,
        widget=WholeText(attrs={"rows": 4, "cols": 80}),
        help_text=_("Readers see it at the story's address, for good. Say what was wrong, in one or two sentences."),
    )


class PublishingAdmin(EditingAdmin):
    actions = ["publish", "withdraw"]

    def has_publish_permission(self, request, obj=None) -> bool:
        return request.user.has_perm("articles.publish_article")

    def has_change_permission(self, request, obj=None):
        """Asked once of a story, before a form puts what was typed onto it. An edit of a released one waits."""
        if obj is None:
            return super().has_change_permission(request)
        if not hasattr(obj, "_is_editable"):
            obj._is_editable = obj.is_editable_by(request.user)
        return obj._is_editable

    def has_delete_permission(self, request, obj=None):
        """A story that had an address is withdrawn or retracted; deleting it would break links without a word."""
        if obj and (obj.first_published_at or not self.has_change_permission(request, obj)):
            return False
        return super().has_delete_permission(request, obj)

    # Actions of the list

    @admin.action(description=_("Publish the selected stories now"), permissions=["publish"])
    def publish(self, request, queryset):
        done = sum(self.perform(request, story, "publish") and story.is_published() for story in queryset)
        text = ngettext("%(count)d story published.", "%(count)d stories published.", done)
        self.report(request, text, done)

    @admin.action(description=_("Withdraw the selected stories"), permissions=["publish"])
    def withdraw(self, request, queryset):
        done = sum(self.perform(request, story, "withdraw") for story in queryset)
        text = ngettext("%(count)d story withdrawn.", "%(count)d stories withdrawn.", done)
        self.report(request, text, done)

    def report(self, request, text: str, count: int) -> None:
        if count:
            self.message_user(request, text % {"count": count}, messages.SUCCESS)

    def perform(self, request, story, verb: str, **details) -> bool:
        """Do `verb` with the story; when the model refuses, say why and leave the story as it was."""
        try:
            getattr(story, verb)(by=request.user, **details)
        except ValidationError as error:
            story.refresh_from_db()
            for sentence in error.messages:
                self.message_user(request, format_html("“{}”: {}", story.headline, sentence), messages.ERROR)
            return False
        if verb == "publish":
            self.tell_of_embargo(request, story, details.get("at") or timezone.now())
        return True

    def tell_of_embargo(self, request, story, wanted) -> None:
        """Who wanted the story out at a moment is told where its embargo moved that."""
        if story.embargo and story.first_published_at == story.embargo > wanted:
            text = gettext("Its embargo holds it back: readers see it from %(moment)s on, and not before.")
            sentence = text % {"moment": moment(story.embargo)}
            self.message_user(request, format_html("“{}”: {}", story.headline, sentence), messages.WARNING)

    # Buttons of the form

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if VERBS & request.POST.keys() and not self.has_publish_permission(request):
            raise PermissionDenied
        context = {"can_publish": self.has_publish_permission(request), **(extra_context or {})}
        context["show_save_and_add_another"] = False
        return super().changeform_view(request, object_id, form_url, context)

    def do_as_pressed(self, request, form) -> None:
        """What the pressed button asks for beyond saving, once all is saved."""
        if request.edit.waits:
            return
        if "_publish" in request.POST:
            self.publish_saved(request, form.instance, form.cleaned_data.get("publish_at"))
        if "_withdraw" in request.POST and self.perform(request, form.instance, "withdraw"):
            self.message_user(request, gettext("Withdrawn: readers no longer see it."), messages.SUCCESS)

    def publish_saved(self, request, story, at) -> None:
        if not self.perform(request, story, "publish", at=at):
            return
        if story.is_published():
            link = format_html('<a href="{}">{}</a>', story.get_absolute_url(), gettext("See it on the site"))
            self.message_user(request, format_html("{} {}.", gettext("Published."), link), messages.SUCCESS)
        else:
            text = gettext("Scheduled: it appears by itself on %(moment)s.")
            self.message_user(request, text % {"moment": moment(story.first_published_at)}, messages.SUCCESS)

    def response_post_save_add(self, request, obj):
        return self.after_verb(request, obj) or super().response_post_save_add(request, obj)

    def response_post_save_change(self, request, obj):
        return self.after_verb(request, obj) or super().response_post_save_change(request, obj)

    def after_verb(self, request, story):
        """Back to the story, where its new state shows."""
        pressed = VERBS & request.POST.keys()
        if not pressed:
            return None
        view = "retract" if "_retract" in pressed else "release" if request.edit.waits else "change"
        return HttpResponseRedirect(form_address(story, view))

    # Pages of their own

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/retract/", view(self.retract), name="articles_article_retract"),
            *super().get_urls(),
        ]

    def story_or_404(self, request, pk):
        story = self.get_object(request, str(pk))
        if story is None:
            raise Http404
        if not self.has_view_permission(request, story):
            raise PermissionDenied
        return story

    def retract(self, request, pk):
        story = self.story_or_404(request, pk)
        if not (self.has_publish_permission(request) and self.has_change_permission(request, story)):
            raise PermissionDenied
        form = RetractForm(request.POST or None)
        back = HttpResponseRedirect(form_address(story))
        if not story.is_published():
            self.message_user(request, gettext("Only a story that readers can see can be retracted."), messages.ERROR)
            return back
        if form.is_valid() and self.perform(request, story, "retract", reason=form.cleaned_data["reason"]):
            self.message_user(request, gettext("Retracted. Its address now gives the reason."), messages.SUCCESS)
            return back
        status = 422 if form.is_bound else 200
        return self.story_page(request, story, "retract", gettext("Retract “%(story)s”"), {"form": form}, status)

    def story_page(self, request, story, template: str, title: str, context: dict, status=200):
        """A page of the desk around one story."""
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": story,
            "title": title % {"story": story},
            "can_change": self.has_change_permission(request, story),
            "can_publish": self.has_publish_permission(request),
            **context,
        }
        return TemplateResponse(request, f"admin/articles/article/{template}.html", context, status=status)

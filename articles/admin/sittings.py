"""Who is at a story: said in its form and in the list, taken over from with notice. Nobody is locked out."""

from datetime import timedelta

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect, JsonResponse
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST

from ..models import Sitting
from .autosave import clock
from .publishing import PublishingAdmin, form_address


class SittingsAdmin(PublishingAdmin):
    def get_urls(self):
        def at(end, view):
            name = f"articles_article_{view.__name__}"
            return path(f"<int:pk>/{end}/", self.admin_site.admin_view(require_POST(view)), name=name)

        return [
            at("sitting", self.report_sitting),
            at("take-over", self.take_over),
            *super().get_urls(),
        ]

    def written_or_403(self, request, pk):
        story = self.story_or_404(request, pk)
        if not self.has_change_permission(request, story):
            raise PermissionDenied
        return story

    def report_sitting(self, request, pk):
        """The page says that it is open, or `left`, and how many seconds ago it was touched; it is told who else is."""
        story = self.written_or_403(request, pk)
        if "left" in request.POST:
            Sitting.objects.leave(story, request.user)
            return JsonResponse({})
        seconds = request.POST.get("idle", "")
        idle = timedelta(seconds=int(seconds)) if seconds.isascii() and seconds.isdigit() and len(seconds) < 7 else None
        sitting = Sitting.objects.hear(story, request.user, idle=idle or timedelta())
        others = [said(other) for other in Sitting.objects.others(story, request.user)]
        return JsonResponse({"others": others, "taken": taken_over(sitting)})

    def take_over(self, request, pk):
        story = self.written_or_403(request, pk)
        Sitting.objects.sit_down(story, request.user, anew=True)
        if taken := Sitting.objects.take_over(story, by=request.user):
            names = ", ".join(str(sitting.user) for sitting in taken)
            text = gettext("You took over. %(names)s will be told, and keeps what is not saved yet.")
            self.message_user(request, text % {"names": names}, messages.SUCCESS)
        return HttpResponseRedirect(form_address(story))

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method == "POST" and object_id:
            self.tell_taken_over(request, unquote(object_id))
        response = super().changeform_view(request, object_id, form_url, extra_context)
        # Only now: what happens while the form is drawn or saved may be taken back with it.
        if story := getattr(request, "sits_at", None):
            Sitting.objects.sit_down(story, request.user, anew=request.sits_anew)
        elif request.method == "POST" and object_id and request.edit.saved and "_continue" not in request.POST:
            Sitting.objects.leave(request.edit.story, request.user)
        return response

    def tell_taken_over(self, request, pk: str) -> None:
        """Whose page could not say it is told at the save."""
        sittings = Sitting.objects.filter(user=request.user, taken_at__isnull=False).select_related("taken_by")
        own = sittings.filter(article=pk).first() if pk.isdecimal() else None
        if own:
            self.message_user(request, taken_over(own), messages.WARNING)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and self.has_change_permission(request, obj):
            present = list(Sitting.objects.present().filter(article=obj).select_related("user"))
            request.sits_at, request.sits_anew = obj, request.user not in [sitting.user for sitting in present]
            context["others"] = [said(sitting) for sitting in present if sitting.user != request.user]
            context["sits"] = True
        return super().render_change_form(request, context, add, change, form_url, obj)


def said(sitting) -> str:
    values = {"name": sitting.user, "since": clock(sitting.opened_at)}
    minutes = int((timezone.now() - sitting.active_at).total_seconds() // 60)
    if minutes < 1:
        return gettext("%(name)s is editing this since %(since)s, active just now.") % values
    text = ngettext(
        "%(name)s is editing this since %(since)s, last active %(minutes)d minute ago.",
        "%(name)s is editing this since %(since)s, last active %(minutes)d minutes ago.",
        minutes,
    )
    return text % (values | {"minutes": minutes})


def taken_over(sitting) -> str:
    """What somebody is told whose story a colleague took over; empty when nobody did."""
    if not sitting.taken_by_id:
        return ""
    text = gettext(
        "%(name)s took this story over from you at %(time)s. What you typed is kept; if you save it, both are merged."
    )
    return text % {"name": sitting.taken_by, "time": clock(sitting.taken_at)}

"""The fronts at the desk: which story stands where, seen before readers see it, and taken back when it was wrong."""

from datetime import timedelta

from csp.constants import SELF
from csp.decorators import csp_replace
from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST, require_safe

from ..models import Arrangement, Section
from ..models.arrangement import Overtaken, front_name
from ..models.front import front_of
from ..paging import given_pk
from ..views.fronts import home_page, section_page
from .arranging import Arranging
from .desk import DeskAdmin, moment, zone
from .working_copy import MomentField, WorkingCopy, placements, written

FRONT_PAGE = 0  # stands in addresses where a section's key would
VERSIONS = 20  # on a page of the history
PREVIEWED = {"phone": _("Phone"), "desktop": _("Desktop")}


class PreviewForm(forms.Form):
    at = MomentField(label=_("As it will be at"), required=False)
    width = forms.ChoiceField(label=_("Width"), choices=list(PREVIEWED.items()), required=False)

    def clean_at(self):
        """The last minute counts as now: the field knows no seconds."""
        at = self.cleaned_data["at"]
        if at and at < timezone.now() - timedelta(minutes=1):
            raise ValidationError(_("This moment has passed. Choose one in the future."))
        return at and max(at, timezone.now())


@admin.register(Arrangement)
class ArrangementAdmin(DeskAdmin):
    def has_view_permission(self, request, obj=None) -> bool:
        return request.user.has_perm("articles.arrange_front")

    def has_module_permission(self, request) -> bool:
        return self.has_view_permission(request)

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    def get_urls(self):
        def at(end, view, name):
            return path(f"<int:front>/{end}", self.admin_site.admin_view(view), name=f"articles_arrangement_{name}")

        return [
            at("", self.arrange, "arrange"),
            at("undo/", require_POST(self.undo), "undo"),
            at("history/", require_safe(self.history), "history"),
            at("preview/", self.preview, "preview"),
            at("preview/page/", require_safe(self.preview_page), "preview_page"),
            *super().get_urls(),
        ]

    def section_or_404(self, request, front: int):
        """The section whose front an address names; None for the front page."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return None if front == FRONT_PAGE else get_object_or_404(Section, pk=given_pk(str(front)))

    def page(self, request, template, section, title, context, status=200):
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "section": section,
            "front": section.pk if section else FRONT_PAGE,
            "front_name": front_name(section),
            "title": title,
            "zone": zone(),
            **context,
        }
        return TemplateResponse(request, f"admin/articles/arrangement/{template}.html", context, status=status)

    # The list of fronts

    def changelist_view(self, request, extra_context=None):
        if not self.has_view_permission(request):
            raise PermissionDenied
        fronts = [None, *Section.objects.all()]
        held = {each.section_id: each for each in Arrangement.objects.holding(fronts).for_list()}
        rows = [
            (front.pk if front else FRONT_PAGE, front_name(front), held.get(front and front.pk)) for front in fronts
        ]
        return self.page(request, "fronts", None, gettext("Fronts"), {"rows": rows})

    # One front

    def arrange(self, request, front):
        """The slots of a front in a form. Its buttons change the form; only saving changes what readers see."""
        section = self.section_or_404(request, front)
        held = Arrangement.objects.of(section).for_list().first()
        arranging = Arranging(request, section, held, self.admin_site)
        if "save" in request.POST and arranging.save():
            self.message_user(request, gettext("Saved: readers see it from now on."), messages.SUCCESS)
            return HttpResponseRedirect(self.address(front))
        if "preview" in request.POST:
            sent = WorkingCopy.sent(request.POST).as_data() | {"at": request.POST.get("at", ""), "unsaved": 1}
            return HttpResponseRedirect(self.address(front, "preview", **sent))
        title = gettext("Arrange: %(front)s") % {"front": front_name(section)}
        status = 422 if arranging.refused else 200
        return self.page(request, "arrange", section, title, arranging.context(), status)

    def undo(self, request, front):
        section = self.section_or_404(request, front)
        held = Arrangement.objects.of(section).first()
        try:
            if held is None or request.POST.get("number") != str(held.number):
                raise Overtaken(held)
            back = held.undo(by=request.user).repeats
        except Overtaken:
            text = gettext("Nothing was undone: somebody arranged this front meanwhile. Look at it first.")
            self.message_user(request, text, messages.ERROR)
        except ValidationError as error:
            self.message_user(request, error.messages[0], messages.ERROR)
        else:
            text = gettext("Undone: it is again as it was on %(moment)s.")
            self.message_user(request, text % {"moment": moment(back.created_at)}, messages.SUCCESS)
        return HttpResponseRedirect(self.address(front))

    def history(self, request, front):
        section = self.section_or_404(request, front)
        versions = Arrangement.objects.of(section).for_list()
        if request.GET.get("before"):
            versions = versions.filter(number__lt=min(given_pk(request.GET["before"]), 2**31 - 1))
        versions = list(versions[: VERSIONS + 1])
        context = {
            "versions": versions[:VERSIONS],
            "next": versions[VERSIONS - 1].number if len(versions) > VERSIONS else None,
        }
        return self.page(
            request, "history", section, gettext("Arrangements: %(front)s") % {"front": front_name(section)}, context
        )

    # Before readers see it

    def preview(self, request, front):
        """The front at a moment and a width, in a frame; as it is stored, or as somebody arranges it just now."""
        section = self.section_or_404(request, front)
        form = PreviewForm(request.GET)
        form.full_clean()
        at, width = form.cleaned_data.get("at"), form.cleaned_data.get("width") or "phone"
        tried = self.tried(request)
        shown = front_of(section, at, tried and placements(tried.forms()))
        kept = {**(tried.as_data() if tried else {}), **({"unsaved": 1} if tried else {})}
        now = timezone.now()
        moments = [
            (gettext("now"), now),
            (gettext("in an hour"), now + timedelta(hours=1)),
            (gettext("tomorrow at six"), timezone.localtime(now + timedelta(days=1)).replace(hour=6, minute=0)),
        ]
        if shown.changes_at:
            moments.append(
                (gettext("next change: %(moment)s") % {"moment": moment(shown.changes_at)}, shown.changes_at)
            )
        context = {
            "form": form,
            "at": at or now,
            "width": width,
            "widths": [(name, label, self.query(kept, at, name)) for name, label in PREVIEWED.items()],
            "moments": [(label, self.query(kept, when, width)) for label, when in moments],
            "kept": kept.items(),
            "unsaved": tried is not None,
            "framed": self.address(front, "preview_page") + self.query(kept, at, width),
        }
        title = gettext("Preview: %(front)s") % {"front": front_name(section)}
        return csp_replace({"frame-src": [SELF]})(self.page)(request, "preview", section, title, context)

    def preview_page(self, request, front):
        """The front itself, from the readers' own template; only pages of this site may frame it."""
        section = self.section_or_404(request, front)
        form = PreviewForm(request.GET)
        form.full_clean()
        at, tried = form.cleaned_data.get("at"), self.tried(request)
        given = {"now": at, "placements": tried and placements(tried.forms())}
        given["template"] = f"admin/articles/arrangement/framed_{'section' if section else 'home'}.html"
        request.GET = QueryDict()

        @cache_control(private=True, no_store=True)
        @xframe_options_sameorigin
        @csp_replace({"frame-ancestors": [SELF]})
        def shown(request):
            return section_page(request, section, **given) if section else home_page(request, **given)

        return shown(request)

    def tried(self, request) -> WorkingCopy | None:
        """The unsaved arrangement that an address of the preview carries; None when it means what is stored."""
        return WorkingCopy.sent(request.GET) if "unsaved" in request.GET else None

    def address(self, front: int, view="arrange", **query) -> str:
        address = reverse(f"admin:articles_arrangement_{view}", args=[front])
        return f"{address}{self.query(query)}"

    def query(self, values: dict, at=None, width="") -> str:
        query = QueryDict(mutable=True)
        query.update({**values, **({"at": written(at)} if at else {}), **({"width": width} if width else {})})
        return f"?{query.urlencode()}" if query else ""

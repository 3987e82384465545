"""What stands in a story's form is kept while it is typed, and offered again when it was never saved."""

from uuid import UUID, uuid4

from django.conf import settings
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from ..models import UnsavedWork
from ..models.unsaved_work import TooLong
from ..paging import is_pk
from .publishing import PublishingAdmin, form_address

OFFERED = 10
# Fields of the form that belong to one delivery of it, or to the press of a button.
NOT_TYPED = {"csrfmiddlewaretoken", "window", "opened"}
# Bytes of a form that are sent; what is left of the limit is for the button that was pressed and the token.
MOST = settings.DATA_UPLOAD_MAX_MEMORY_SIZE - 10_000


class AutosavingAdmin(PublishingAdmin):
    def get_urls(self):
        def at(place, view, name):
            return path(place, self.admin_site.admin_view(require_POST(view)), name=f"articles_article_{name}")

        return [
            at("unsaved/", self.keep_new, "keep_new"),
            at("<int:pk>/unsaved/", self.keep, "keep"),
            at("unsaved/<int:work>/discard/", self.discard_unsaved, "discard_unsaved"),
            *super().get_urls(),
        ]

    # Keeping

    def keep_new(self, request):
        if not self.has_add_permission(request):
            raise PermissionDenied
        return self.kept(request, None)

    def keep(self, request, pk):
        story = self.get_object(request, str(pk))
        if story is None:
            raise Http404
        if not self.has_change_permission(request, story):
            raise PermissionDenied
        return self.kept(request, story)

    def kept(self, request, story) -> JsonResponse:
        """What the page says of it; that the form was saved already; or 413 for more than may be kept."""
        form = {name: values for name, values in request.POST.lists() if is_typed(name)}
        window = window_of(request)
        if window is None:
            return JsonResponse({"text": gettext("Not kept: open the story again.")}, status=400)
        try:
            work = UnsavedWork.objects.keep(form, window=window, user=request.user, story=story)
        except TooLong:
            text = gettext("Too long to be kept at the desk until you save it: kept in this browser only.")
            return JsonResponse({"text": text}, status=413)
        if work is None:
            return JsonResponse({"is_saved": True})
        text = gettext("Unsaved; kept at %(time)s.") % {"time": clock(work.kept_at)}
        return JsonResponse({"text": text, "offer": offer(work, request.user)})

    # Offering

    def discard_unsaved(self, request, work):
        """One's own work only; the page that it was offered on comes again, unless its script asks and it stays."""
        work = get_object_or_404(UnsavedWork.objects.offered(), pk=work, user=request.user)
        work.finish()
        if request.headers.get("Sec-Fetch-Dest") == "empty":
            return HttpResponse(status=204)
        self.message_user(request, gettext("The unsaved work is discarded."), messages.SUCCESS)
        return HttpResponseRedirect(form_of(work))

    def offers(self, request, story) -> list[dict]:
        """What lies unsaved of the story, or of new ones of this person; but not what stands in the form already."""
        works = UnsavedWork.objects.of_story(story) if story else UnsavedWork.objects.of_new_stories(request.user)
        shown = {str(window_of(request)), request.GET.get("work")}
        works = [work for work in works[: OFFERED + 1] if not {str(work.window), str(work.pk)} & shown]
        return [offer(work, request.user) for work in works if not (story and work.is_superseded(story))]

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method == "GET" and request.GET.get("work"):
            story = self.get_object(request, unquote(object_id)) if object_id else None
            request.opened = self.opened_work(request, story)
            if request.opened.finished_at:
                return HttpResponseRedirect(request.path)  # saved or discarded meanwhile
        response = super().changeform_view(request, object_id, form_url, extra_context)
        if request.method == "POST" and getattr(getattr(request, "edit", None), "saved", False):
            self.finish_unsaved(request, request.edit.story)
        return response

    def opened_work(self, request, story) -> UnsavedWork:
        """The work that ?work= names: of this story, and of a story that is not there yet only one's own."""
        pk = request.GET["work"]
        works = UnsavedWork.objects.filter(article=story)
        if story is None:
            works = works.filter(user=request.user)
        if not is_pk(pk) or not self.may_write(request, story):
            raise Http404
        return get_object_or_404(works, pk=pk)

    def may_write(self, request, story) -> bool:
        return self.has_change_permission(request, story) if story else self.has_add_permission(request)

    def finish_unsaved(self, request, story) -> None:
        """The form is saved: what was kept of it goes, and so does what it was opened from, unless it grew since."""
        if window := window_of(request):
            UnsavedWork.objects.finish(window=window, user=request.user, story=story)
        pk, _dash, kept_at = request.POST.get("opened", "").partition("-")
        if pk.isascii() and pk.isdigit() and kept_at:
            work = UnsavedWork.objects.offered().filter(pk=pk, article=story).first()
            if work and stamp(work) == kept_at:
                work.finish()

    # The form

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        return unchecked(form, filled(request.opened)) if getattr(request, "opened", None) else form

    def get_formset_kwargs(self, request, obj, inline, prefix):
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        opened = getattr(request, "opened", None)
        if opened and f"{prefix}-TOTAL_FORMS" in opened.form:
            kwargs["data"] = filled(opened)
        return kwargs

    def _create_formsets(self, request, obj, change):
        formsets, inlines = super()._create_formsets(request, obj, change)
        if getattr(request, "opened", None):
            for formset in formsets:
                formset._errors, formset._non_form_errors = [], formset.error_class()
                for form in formset.forms:
                    form._errors, form.cleaned_data = {}, {}
        return formsets, inlines

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        opened = getattr(request, "opened", None)
        if self.may_write(request, obj):
            own = opened and opened.user_id == request.user.pk
            context["window"] = opened.window if own else window_of(request) or uuid4()
            context["opened"] = f"{opened.pk}-{stamp(opened)}" if opened and not own else request.POST.get("opened", "")
            context["offers"] = self.offers(request, obj)
            context["most"] = MOST
            context["zone"] = timezone.get_current_timezone_name()
            context["is_unsaved"] = bool(opened) or request.method == "POST"
            context["keep_at"] = form_address(obj, "keep") if obj else reverse("admin:articles_article_keep_new")
        response = super().render_change_form(request, context, add, change, form_url, obj)
        if opened and opened.form.get("base"):
            # The save is compared with what this work was begun on; what others saved since is merged then.
            response.context_data["base"] = opened.form["base"][0]
        return response


def is_typed(name: str) -> bool:
    return name not in NOT_TYPED and not name.startswith("_") and "__prefix__" not in name


def window_of(request) -> UUID | None:
    try:
        return UUID(request.POST.get("window", ""))
    except ValueError:
        return None


def filled(work) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, values in work.form.items():
        data.setlist(name, values)
    return data


def unchecked(form, data):
    """A form class that comes up with `data` typed into it, and finds nothing wrong before it is sent."""

    class Unchecked(form):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs | {"data": data})

        def full_clean(self):
            self._errors, self.cleaned_data = {}, {}

    return Unchecked


def stamp(work) -> str:
    return work.kept_at.isoformat()


def clock(when) -> str:
    """The time of day, in the newsroom's zone; with the day where it is another."""
    local = timezone.localtime(when)
    is_today = local.date() == timezone.localdate()
    return date_format(local, gettext("H:i") if is_today else gettext("j M Y H:i"))


def form_of(work) -> str:
    if work.article_id is None:
        return reverse("admin:articles_article_add")
    return reverse("admin:articles_article_change", args=[work.article_id])


def offer(work, user) -> dict:
    """A piece of unsaved work as the form offers it."""
    is_own = work.user_id == user.pk
    text = gettext("There is unsaved work of yours from %(time)s.")
    if not is_own:
        text = gettext("There is unsaved work of %(name)s from %(time)s.")
    return {
        "text": text % {"name": work.user, "time": clock(work.kept_at)},
        "headline": work.headline,
        "open": f"{form_of(work)}?work={work.pk}",
        "discard": reverse("admin:articles_article_discard_unsaved", args=[work.pk]) if is_own else "",
    }

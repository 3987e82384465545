"""Filters that an editor keeps under a name: saved from a list, shown there and on the desk's first page."""

from django import forms
from django.apps import apps
from django.contrib import messages
from django.core.exceptions import BadRequest, PermissionDenied, ValidationError
from django.http import HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from ..models import SavedFilter


class SavedFilterForm(forms.ModelForm):
    class Meta:
        model = SavedFilter
        fields = ["name", "is_shared"]
        help_texts = {"name": _("Up to 60 characters. A filter of yours with this name is replaced.")}


def seen_by(site, request, model=None) -> list:
    """The saved filters that whoever asks may use, of all lists or of that of `model`; one query."""
    filters = SavedFilter.objects.seen_by(request.user)
    if model is not None:
        filters = filters.of_list(model)
    return [each for each in filters[: 4 * SavedFilter.MOST] if may_see(site, request, each.model)]


def may_see(site, request, model) -> bool:
    return site.is_registered(model) and site.get_model_admin(model).has_view_permission(request) if model else False


@require_POST
def save_filter(request, *, site):
    """Keep what a list is narrowed down to. A filter of the same name takes the new meaning."""
    noun, query = request.POST.get("noun", ""), SavedFilter.lasting(QueryDict(request.POST.get("query", "")))
    try:
        model = apps.get_model(noun)
    except (LookupError, ValueError) as error:
        raise BadRequest(_("This page address is damaged. Start again from the first page.")) from error
    if not may_see(site, request, model):
        raise PermissionDenied
    known = {"owner": request.user, "noun": model._meta.label_lower, "name": request.POST.get("name", "").strip()}
    kept = SavedFilter.objects.filter(**known).first() if "\0" not in known["name"] else None
    kept = kept or SavedFilter(**known)
    kept.query = query
    form = SavedFilterForm(request.POST, instance=kept)
    if form.is_valid() and fits(form, kept):
        form.save()
        messages.success(request, gettext("Saved: %(name)s") % {"name": kept.name})
        return HttpResponseRedirect(kept.get_absolute_url())
    context = {
        **site.each_context(request),
        "title": gettext("Save the filter"),
        "form": form,
        "noun": noun,
        "query": query,
        "opts": model._meta,
    }
    return TemplateResponse(request, "admin/save_filter.html", context, status=422)


def fits(form, kept) -> bool:
    """Whether the query, which no field of the form holds, is one to keep."""
    try:
        kept.clean_fields(exclude=["owner", "name", "is_shared"])
    except ValidationError:
        form.add_error(None, _("This filter is too long to be saved. Take something off it."))
        return False
    return True


@require_POST
def delete_filter(request, pk, *, site):
    """Delete one of one's own; an administrator, also what somebody shares."""
    filters = SavedFilter.objects.all() if request.user.is_superuser else request.user.saved_filters
    kept = get_object_or_404(filters, pk=pk)
    kept.delete()
    messages.success(request, gettext("Deleted: %(name)s") % {"name": kept.name})
    back = kept.get_absolute_url().partition("?")[0] if may_see(site, request, kept.model) else reverse("admin:index")
    return HttpResponseRedirect(back)

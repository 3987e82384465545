"""What the story editor is told of a photo that stands in a text."""

from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import path

from ..models import Photo
from .desk import DeskAdmin


class InsetAdmin(DeskAdmin):
    def get_urls(self):
        inset = path("<int:pk>/inset/", self.admin_site.admin_view(self.inset), name="articles_photo_inset")
        return [inset, *super().get_urls()]

    def inset(self, request, pk):
        if not (self.has_view_permission(request) or request.user.has_perm("articles.change_article")):
            raise PermissionDenied
        photo = get_object_or_404(Photo, pk=pk)
        told = {"src": photo.usual.url, "alt": photo.alt, "caption": photo.caption, "credit": photo.credit}
        return JsonResponse(told)

"""The desk: Django's admin with a first page that says what waits, one search over everything, and saved filters.

Django makes the site before it reads articles.admin, which registers with it; so nothing of that is imported up here.
"""

from functools import partial

from django.contrib.admin import AdminSite
from django.urls import path


class Desk(AdminSite):
    def get_urls(self):
        from .admin.filters import delete_filter, save_filter
        from .admin.find import find

        def at(address, view, name):
            return path(address, self.admin_view(partial(view, site=self)), name=name)

        return [
            at("find/", find, "find"),
            at("filters/save/", save_filter, "save_filter"),
            at("filters/<int:pk>/delete/", delete_filter, "delete_filter"),
            *super().get_urls(),
        ]

    def index(self, request, extra_context=None):
        from .admin.filters import seen_by
        from .admin.on_desk import counts
        from .models import Article

        context = {"saved_filters": seen_by(self, request)}
        if self.get_model_admin(Article).has_view_permission(request):
            context["on_desk"] = counts(request.user)
        return super().index(request, context | (extra_context or {}))

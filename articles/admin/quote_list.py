from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from ..models import Quote
from ..models.search import matching, prefixes
from .desk import DeskAdmin, badge


def quote_address(quote) -> str:
    """Where the desk decides on a quotation: within the review of its story."""
    review = reverse("admin:articles_article_quotes", args=[quote.article_id])
    return f"{review}?at={quote.pk}#quote-{quote.pk}"


@admin.register(Quote)
class QuoteAdmin(DeskAdmin):
    """All quotations, to be searched. Each is changed within its story only."""

    list_display = ["words", "speaker", "story", "state"]
    list_display_links = None
    ordering = ["-id"]
    search_fields = ["exact"]
    search_help_text = _("Words of the quotation. “exact words”, -without, this or that.")

    def get_queryset(self, request):
        return super().get_queryset(request).with_chain()

    def find(self, queryset, text):
        """Read off the index of full text, in each quotation's language; the last word may be a beginning."""
        found = matching(text)
        if query := prefixes(text):
            found |= Q(search=query)
        return queryset.filter(found)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def get_actions(self, request):
        return {}

    def change_view(self, request, object_id, form_url="", extra_context=None):
        quote = self.get_object(request, object_id)
        if quote is None:
            raise Http404
        if not self.has_view_permission(request, quote):
            raise PermissionDenied
        return HttpResponseRedirect(quote_address(quote))

    def delete_view(self, request, object_id, extra_context=None):
        # The right to it lets a story be deleted with its quotations.
        raise PermissionDenied

    @admin.display(description=_("exact words"))
    def words(self, quote):
        return format_html('<a href="{}">{}</a>', quote_address(quote), quote)

    @admin.display(description=_("story"))
    def story(self, quote):
        return format_html(
            '<a href="{}">{}</a>', reverse("admin:articles_article_change", args=[quote.article_id]), quote.article
        )

    @admin.display(description=_("status"))
    def state(self, quote):
        return badge(quote.status, quote.get_status_display())

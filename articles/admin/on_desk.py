"""The lists that an editor starts the day with: as a filter of the stories' list, and counted on the first page."""

from django.contrib import admin
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..models import Article

# How each is called, and its stories.
LISTS = {
    "mine": (_("My drafts"), lambda stories, user: stories.drafts_of(user)),
    "waiting": (_("Waiting for me"), lambda stories, user: stories.waiting_for(user)),
    "today": (_("Due today"), lambda stories, user: stories.due_today()),
    "unsourced": (_("Published without a source"), lambda stories, user: stories.unsourced()),
    "warned": (_("Live with an open warning"), lambda stories, user: stories.warned()),
}
# Counted no further: that there are so many is all that anybody needs to know.
MOST = 100


class OnDeskFilter(admin.SimpleListFilter):
    title = _("what is to be done")
    parameter_name = "desk"

    def lookups(self, request, model_admin):
        return [(name, label) for name, (label, _stories) in LISTS.items()]

    def queryset(self, request, queryset):
        return LISTS[self.value()][1](queryset, request.user) if self.value() in LISTS else queryset


def counts(user) -> list[dict]:
    """Each list with its address and how many stories it has; a query for each, whatever the number of stories."""
    stories = reverse("admin:articles_article_changelist")
    found = []
    for name, (label, chosen) in LISTS.items():
        count = chosen(Article.objects, user).order_by()[: MOST + 1].count()
        found.append({"label": label, "address": f"{stories}?desk={name}", "count": count, "is_more": count > MOST})
    return found

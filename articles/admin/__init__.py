from django.conf import settings
from django.contrib import admin
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from taggit.admin import Tag as TaggitTag  # its module registers the model, so that it can be taken off again

from . import (  # noqa: F401 -- registers them
    appeals,
    arrangements,
    articles,
    authors,
    background_tasks,
    commenters,
    comments,
    likenesses,
    log,
    pages,
    photos,
    quote_list,
    rechecks,
    sections,
    series,
    source_items,
    sources,
    speakers,
    tags,
    users,
)

admin.site.site_header = format_lazy("{} · {}", settings.SITE_NAME, _("Newsroom"))
admin.site.site_title = settings.SITE_NAME
admin.site.index_title = _("The desk")
# taggit registers a model of its own, of which this site stores nothing.
admin.site.unregister(TaggitTag)

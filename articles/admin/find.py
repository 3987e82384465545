"""One search over all that the desk knows: a few of each noun, each found by the index of its own list."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib.admin.utils import quote as quoted
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext

from ..models import Article, Author, Comment, Photo, Quote, Source, Speaker, Tag
from .photos import thumbnail

SHOWN = 5
# Counted no further.
MOST = 50
# So many are looked for at least: asked for a handful only, PostgreSQL would walk the list in its order in the hope of
# meeting them soon, and read a million rows for words that nobody wrote.
LOOKED_FOR = 1000
LONGEST = 200  # characters of what is typed


def light(model):
    """The rows of `model` with what the page shows of them and without what is heavy."""
    rows = model.objects
    if model is Article:
        return rows.select_related("section").defer("body", "search")
    if model is Quote:
        return rows.with_chain()
    if model is Comment:
        return rows.select_related("article").defer("article__body", "article__search")
    return rows.all()


def about(row) -> str:
    """What tells a row from others of the same name."""
    match row:
        case Article():
            return " · ".join(filter(None, [row.get_status_display(), row.section and row.section.name]))
        case Quote():
            return " · ".join(filter(None, [row.speaker and row.speaker.name, row.article.headline]))
        case Comment():
            return f"{row.article.headline}: {Truncator(row.text).chars(80)}"
        case Speaker() | Source():
            return " · ".join([row.get_kind_display(), *row.aliases[:3]])
        case Photo():
            return row.credit
        case Author():
            return row.job_title
    return ""


@dataclass
class Group:
    """What was found of one noun."""

    name: str
    rows: list
    count: int
    address: str

    @property
    def is_more(self) -> bool:
        return self.count > MOST


def search_group(admin, request, text: str) -> Group | None:
    """What `admin`'s own search finds; one query."""
    model, opts = admin.model, admin.opts
    order = admin.get_ordering(request) or ["-pk"]
    found = admin.find(model.objects.all(), text).order_by(*order).values("pk")[:LOOKED_FOR]
    rows = list(light(model).filter(pk__in=found).order_by(*order)[: MOST + 1])
    if not rows:
        return None
    shown = [
        {
            "name": row.name if isinstance(row, Comment) else row,
            "about": about(row),
            "picture": thumbnail(row) if isinstance(row, Photo) else "",
            "address": reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[quoted(row.pk)]),
        }
        for row in rows[:SHOWN]
    ]
    everything = reverse(f"admin:{opts.app_label}_{opts.model_name}_changelist")
    return Group(opts.verbose_name_plural, shown, len(rows), f"{everything}?{urlencode({'q': text})}")


def find(request, *, site):
    text = request.GET.get("q", "").replace("\0", "").strip()[:LONGEST]
    nouns = [Article, Quote, Speaker, Source, Comment, Photo, Tag, Author]
    admins = [site.get_model_admin(model) for model in nouns if text]
    groups = [search_group(admin, request, text) for admin in admins if admin.has_view_permission(request)]
    context = {
        **site.each_context(request),
        "title": gettext("Found for “%(text)s”") % {"text": text} if text else gettext("Search"),
        "find": text,
        "groups": [group for group in groups if group],
        "most": MOST,
    }
    return TemplateResponse(request, "admin/find.html", context)

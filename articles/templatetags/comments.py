"""Presentation of replies. Reads no database."""

from urllib.parse import urlencode

from django import template
from django.template.defaultfilters import linebreaks
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext, ngettext

register = template.Library()

# What makes another page of a story's replies.
KEYS = ("order", "replies", "quote", "source")


@register.simple_tag
def comment_text(comment):
    """A reply's words as paragraphs; what it quotes is marked, and where that is not word for word, it says so."""
    text, pieces, done = comment.text, [], 0
    for start, end, is_verbatim in comment.passages:
        quoted = text[start:end]
        note = "" if is_verbatim else format_html(' <span class="altered">({})</span>', gettext("not word for word"))
        pieces += [escape(text[done:start]), format_html("<q>{}</q>", quoted), note]
        done = end
    return mark_safe(linebreaks("".join([*pieces, escape(text[done:])]), autoescape=False))


@register.simple_tag(takes_context=True)
def replies_query(context, **values):
    """The query of a page of replies with `values` in place of those that this address has."""
    query = context["request"].GET
    kept = {name: query[name] for name in KEYS if query.get(name)} | values
    kept = {name: value for name, value in kept.items() if value not in ("", None)}
    return "?" + urlencode(kept)


@register.filter
def waiting(span):
    """How long something waited, in the greatest unit that fits."""
    minutes = int(span.total_seconds() // 60)
    if minutes >= 48 * 60:
        days = minutes // (24 * 60)
        return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}
    if minutes >= 120:
        hours = minutes // 60
        return ngettext("%(n)d hour", "%(n)d hours", hours) % {"n": hours}
    return ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}

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


# Characters of a reply that stand open; the rest of a longer one is folded up.
OPEN = 1500


@register.simple_tag
def comment_text(comment):
    """A reply's words as paragraphs; what it quotes is marked, and where that is not word for word, it says so.

    What is long is folded up, without scripts.
    """
    whole = len(comment.text)
    fold = fold_of(comment)
    shown = paragraphs(comment, 0, fold)
    if fold == whole:
        return shown
    rest = paragraphs(comment, fold, whole)
    return format_html("{}<details><summary>{}</summary>{}</details>", shown, gettext("Show all"), rest)


def fold_of(comment) -> int:
    """Where to fold a reply: between two paragraphs, lines or words, and not within what it quotes."""
    text = comment.text
    if len(text) <= OPEN * 1.2:
        return len(text)
    found = (text.rfind(gap, OPEN // 2, OPEN) for gap in ("\n\n", "\n", " "))
    fold = next((place for place in found if place > 0), OPEN)
    return next((start for start, end, _is_verbatim in comment.passages if start < fold < end), fold)


def paragraphs(comment, begin: int, stop: int):
    """The characters of a reply from `begin` to before `stop`, as safe HTML, with what they quote marked."""
    text, pieces, done = comment.text, [], begin
    for start, end, is_verbatim in comment.passages:
        if begin <= start < stop:
            note = format_html(' <span class="altered">({})</span>', gettext("not word for word"))
            pieces += [escape(text[done:start]), format_html("<q>{}</q>", text[start:end]), "" if is_verbatim else note]
            done = end
    return mark_safe(linebreaks("".join([*pieces, escape(text[done:stop])]), autoescape=False))


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

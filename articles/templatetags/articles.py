"""Presentation: how dates and excerpts look. Reads no database."""

import html
import re
from functools import lru_cache
from itertools import groupby
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.template.defaultfilters import date as format_date
from django.utils import timezone
from django.utils.html import conditional_escape, escape, format_html, format_html_join, json_script
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext, pgettext

from .. import pieces
from ..addresses import absolute, path_to
from ..body import CONTROL
from ..foreign import mark
from ..models.quote import Quote
from ..models.search import EXCERPT_MARKS
from ..pictures.renditions import COLUMNS, ROWS

register = template.Library()


@register.simple_tag
def moment(value):
    """A point in time, in the newsroom's zone and with its name: Kamis, 14 September 2023, 10.15 WIB."""
    return time_element(value, pgettext("date format", "l, j F Y, H:i T"))


@register.simple_tag
def short_moment(value):
    """The same for lists: 14 Sep 2023, 10.15 WIB."""
    return time_element(value, pgettext("date format", "j M Y, H:i T"))


@register.simple_tag
def said_on(quote):
    """The day, month or year on which it was said, no more exact than it is known."""
    if not quote.said_on:
        return ""
    pattern = {
        Quote.Precision.DAY: pgettext("date format", "j F Y"),
        Quote.Precision.MONTH: pgettext("date format", "F Y"),
        Quote.Precision.YEAR: "Y",
    }[quote.said_on_precision]
    return mark_safe(f'<time datetime="{quote.said}">{written(quote.said_on, pattern, get_language())}</time>')


def time_element(value, pattern):
    local = timezone.localtime(value).replace(microsecond=0)
    return mark_safe(f'<time datetime="{local.isoformat()}">{written(local, pattern, get_language())}</time>')


@lru_cache(maxsize=10_000)
def written(value, pattern: str, _language: str) -> str:
    """A date by a pattern of Django's, in the words of the active language; a page has dozens, many of them alike."""
    return escape(format_date(value, pattern))


@register.filter
def excerpt(text):
    """A search excerpt as safe HTML, with its matching words marked."""
    start, stop = EXCERPT_MARKS
    words = escape(" ".join(html.unescape(text).split()))
    return mark_safe(words.replace(start, "<mark>").replace(stop, "</mark>"))


@register.filter
def scrolling_tables(body):
    """A story's cleaned body as safe HTML, each table in a region that scrolls sideways, with the keyboard too."""
    label = gettext("Table")
    start = format_html('<div class="prose__table" role="region" tabindex="0" aria-label="{}"><table>', label)
    return mark_safe(body.replace("<table>", start).replace("</table>", "</table></div>"))


@register.filter
def foreign(text, language):
    """A text in `language`, escaped unless it is safe, with its words in other scripts marked."""
    return mark_safe(mark(conditional_escape(text), language))


@register.filter
def by_initial(named):
    """Rows that have a `name` under their initials, whatever the case: pairs of letter and rows."""
    rows = sorted(named, key=lambda row: row.name.casefold())
    return [(initial, list(names)) for initial, names in groupby(rows, key=lambda row: row.name[:1].upper())]


@register.filter
def by_month(events):
    """Events of a timeline under their months and days: pairs of a month's name and pairs of a day, or None, and
    events. What is known to the year only stands under the year."""
    written = pgettext("date format", "F Y")

    def name(event):
        return format_date(event.month, written) if event.month else f"{event.quote.said_on:%Y}"

    months = [(month, list(rows)) for month, rows in groupby(events, key=name)]
    return [(month, [(day, list(of)) for day, of in groupby(rows, key=lambda e: e.day)]) for month, rows in months]


@register.inclusion_tag("_trail.html")
def trail(linked_data):
    """The way from the front page to this one, as its linked data tell it to programs."""
    steps = next((node["itemListElement"] for node in linked_data or () if node["@type"] == "BreadcrumbList"), [])
    return {"steps": [(step["name"], step["item"].removeprefix(settings.SITE_URL)) for step in steps]}


@register.filter
def accent(section):
    """The class that gives a section its colour (tokens.css has six); it outlives a new name or place."""
    return f"accent-{section.pk % 6}" if section else ""


@register.filter
def focus(photo):
    """The classes that keep what matters in a cropped picture: its focal point to the nearest tenth."""
    x, y = (10 * round(part / 10) for part in (photo.focus_x, photo.focus_y))
    return f"focus-x-{x} focus-y-{y}"


# How wide the pictures of the kinds of cards are (card.css, story.css); a browser chooses a file by it before it has
# the style. A phone shows the widest ones over its whole width; what is left out of that nobody sees between its fine
# pixels, and the file is the next smaller one.
SIZES = {
    "lead": "(min-width: 82rem) 36rem, (min-width: 60rem) 45vw, (min-width: 44rem) 64vw, 88vw",
    "wide": "(min-width: 44rem) 18rem, 50vw",
    "row": "(min-width: 60rem) 17rem, 26vw",
    "first": "(min-width: 60rem) 28rem, 88vw",  # of a list
    "story": "(min-width: 82rem) 56rem, (min-width: 60rem) 70vw, 88vw",
}


@register.filter
def sizes(of):
    """What `sizes` says of a picture in a place of this kind; anything else says it already."""
    return SIZES.get(of, of or "100vw")


@register.filter
def blurred(photo):
    """The few colours of a picture as an image that needs no file, no style and no script; the style sheet blurs it."""
    cells = re.findall("...", photo.tones)
    squares = format_html_join(
        "",
        '<path fill="#{}" d="M{} {}h1v1h-1z"/>',
        ((colour, at % COLUMNS, at // COLUMNS) for at, colour in enumerate(cells)),
    )
    shape = '<svg class="picture__blur" viewBox="0 0 {} {}" preserveAspectRatio="none" aria-hidden="true">{}</svg>'
    return format_html(shape, COLUMNS, ROWS, squares) if cells else ""


@register.filter
def linked_data(data):
    """JSON-LD as a block of data, which no browser runs and no script-src forbids. A hole stays one."""
    block = json_script(data).replace("application/json", "application/ld+json", 1)
    return mark_safe(re.sub(r'"\\u003C(!--hole:[\w-]+--)\\u003E"', r"<\1>", block))


register.filter("absolute", absolute)


@register.simple_tag
def hole(*name):
    return mark_safe(pieces.hole(*name))


@register.simple_tag
def piece(*name):
    return mark_safe(pieces.piece(*name))


@register.filter
def path(name, key):
    """The path of the page called `name` of the row with this key, for loops: {% url %} costs ten times as much."""
    return path_to(name, key)


@register.filter
def readable(text):
    """Without the characters that XML refuses."""
    return CONTROL.sub("", text)


@register.simple_tag(takes_context=True)
def canonical(context):
    """This page's own address; of its query only what makes it another page of a list."""
    request = context["request"]
    keys = {name: request.GET[name] for name in ("before", "after") if request.GET.get(name)}
    return absolute(request.path) + (f"?{urlencode(keys)}" if keys else "")


@register.simple_tag(takes_context=True)
def page_query(context, **values):
    """The query string of this address with `values` in place of those it has; an empty one is left out."""
    query = context["request"].GET.copy()
    for name, value in values.items():
        query.pop(name, None)
        if value not in ("", None):
            query[name] = value
    return f"?{query.urlencode()}" if query else "?"

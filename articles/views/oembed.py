"""The oEmbed provider (oembed.com): a card of a story or a quote for other sites to show."""

from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement, tostring

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from ..addresses import absolute
from ..body import CONTROL
from ..models import Article, Quote
from ..models.citation import chains
from ..models.shown import shows
from ..paging import read_pk
from ..renamed import present_path
from .shareable import shareable

WIDTH, HEIGHT = 600, 300  # pixels that a card likes to have
CACHE_AGE = 600  # seconds: a corrected story is right in every embed ten minutes later


@shareable(reads=["url", "format", "maxwidth", "maxheight"])
def oembed(request):
    address = request.GET.get("url")
    if not address:
        raise BadRequest(_("Say in “url” what to show."))
    form = request.GET.get("format", "json")
    if form not in ("json", "xml"):
        return HttpResponse(_("Ask for json or xml."), status=501, content_type="text/plain; charset=utf-8")
    most_width, most_height = most(request, "maxwidth"), most(request, "maxheight")
    card = card_of(address, most_width, most_height) | {
        "type": "rich",
        "version": "1.0",
        "width": min(WIDTH, most_width or WIDTH),
        "height": min(HEIGHT, most_height or HEIGHT),
        "provider_name": settings.SITE_NAME,
        "provider_url": absolute("/"),
        "cache_age": CACHE_AGE,
    }
    response = JsonResponse(card) if form == "json" else HttpResponse(as_xml(card), content_type="text/xml")
    # What any page may embed, a script of any page may ask for.
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def most(request, name: str) -> int | None:
    """A limit in pixels. Answers 400 to what is none."""
    if not request.GET.get(name):
        return None
    try:
        return read_pk(request.GET[name]) or None
    except ValueError as error:
        raise BadRequest(_("“%(name)s” is a number of pixels.") % {"name": name}) from error


def card_of(address: str, most_width, most_height) -> dict:
    """What is particular to the story or quote at `address`, under its name of today.

    Answers 404 to anything else, and to what a source lets nobody carry.
    """
    match = resolved(address)
    if match.view_name == "articles:quote":
        shows("syndication")  # the rows of a quote do not name its whole story
        return quote_card(get_object_or_404(Quote.objects.public().syndicated().for_feed(), **match.kwargs))
    if match.view_name != "articles:article":
        raise Http404
    stories = Article.objects.published().syndicated().for_embed()
    day, slug = match.kwargs["day"], match.kwargs["article"]
    story = stories.filter(published_on=day, slug=slug).first()
    if story is None and (path := present_path(match)):
        shows("addresses")
        now = resolve(path).kwargs
        story = stories.filter(published_on=now["day"], slug=now["article"]).first()
    if story is None:
        raise Http404
    return story_card(story, most_width, most_height)


def resolved(address: str):
    """The view and its arguments of an address of ours. Answers 404 to any other."""
    try:
        parts = urlsplit(address)
        if parts.scheme in ("http", "https") and parts.netloc == urlsplit(settings.SITE_URL).netloc:
            return resolve(parts.path)
    except (ValueError, Resolver404):
        pass
    raise Http404


def story_card(story, most_width, most_height) -> dict:
    """What is particular to a story: it is shown with the largest of its pictures that fits."""
    lines = chains(story.citations.all())
    authors = [byline.author.name for byline in story.bylines.all()]
    context = {"article": story, "chains": lines, "SITE_NAME": settings.SITE_NAME}
    card = {"title": story.headline, "html": render_to_string("articles/_embed.html", context).strip()}
    if authors:
        card["author_name"] = ", ".join(authors)
    for file in story.photo.files if story.photo else []:  # the largest that fits stays
        if file.width <= (most_width or file.width) and file.height <= (most_height or file.height):
            card["thumbnail_url"] = absolute(file.url)
            card["thumbnail_width"], card["thumbnail_height"] = file.width, file.height
    return card


def quote_card(quote) -> dict:
    chain = quote.chain_among(quote.article.citations.all())
    context = {"quote": quote, "chain": chain, "SITE_NAME": settings.SITE_NAME}
    card = {"title": str(quote), "html": render_to_string("quotes/_embed.html", context).strip()}
    return card | ({"author_name": quote.speaker.name} if quote.speaker else {})


def as_xml(card: dict) -> bytes:
    root = Element("oembed")
    for name, value in card.items():
        SubElement(root, name).text = CONTROL.sub("", str(value))
    return tostring(root, encoding="utf-8", xml_declaration=True)

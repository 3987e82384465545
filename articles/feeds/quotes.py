from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from ..addresses import absolute
from ..models import Quote, Speaker
from ..models.shown import expires, shows
from .newest import LENGTH, REACH, NewestFeed, link_in_chain, local

TITLE_LENGTH = 140  # characters of the words; the item itself has them all


class SpeakerFeed(NewestFeed):
    """What someone said: the newest quotes, each under its own address."""

    def get_object(self, request, speaker):
        return Speaker.objects.get(slug=speaker)

    def description(self, speaker):
        return _("What %(name)s said, and where it comes from") % {"name": speaker}

    def items(self, speaker):
        shows(f"person:{speaker.pk}:quotes", "syndication")
        expires(speaker.quotes.accepted().next_appearance())
        newest = Quote.objects.public().of_speaker(speaker).values("pk")[:REACH]
        return Quote.objects.filter(pk__in=newest).syndicated().newest_first().for_feed()[:LENGTH]

    def item_title(self, quote):
        return f"“{Truncator(quote.exact).chars(TITLE_LENGTH)}” – {quote.speaker}"

    def item_description(self, quote):
        return escape(quote.exact)

    def item_pubdate(self, quote):
        return local(quote.published_at)

    item_updateddate = item_pubdate

    def item_guid(self, quote):
        return self.item_link(quote)

    def authors(self, quote):
        return [{"name": quote.speaker.name, "url": absolute(quote.speaker.get_absolute_url())}]

    def chain(self, quote):
        return quote.chain_among(quote.article.citations.all())

    def item_extra_kwargs(self, quote):
        card = {"quote": quote, "chain": self.chain(quote), "SITE_NAME": settings.SITE_NAME}
        return {
            "lasting_id": self.item_link(quote),
            "summary": quote.exact,
            "content": render_to_string("quotes/_embed.html", card).strip(),
            "authors": self.authors(quote),
            "image": None,
            "language": quote.language,
            "extension": self.extension(quote),
        }

    def extension(self, quote) -> dict:
        """Who said it, when and through whom, for programs: `_newsportal` in the JSON form."""
        speaker, story = quote.speaker, quote.article
        values = {
            "speaker": {
                "name": speaker.name,
                "kind": speaker.kind,
                "url": absolute(speaker.get_absolute_url()),
                "wikidata_id": speaker.wikidata_id,
            },
            "role": quote.role,
            "said_on": quote.said,
            "precision": quote.said and quote.said_on_precision,
            "is_fragment": quote.kind == Quote.Kind.FRAGMENT,
            "is_translation": quote.is_translation,
            "chain": [link_in_chain(citation) for citation in self.chain(quote)],
            "story": {
                "title": story.headline,
                "url": absolute(story.get_absolute_url()),
                "date_published": local(story.first_published_at).isoformat(),
            },
        }
        return {name: value for name, value in values.items() if value not in ("", None)}

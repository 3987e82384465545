from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import escape, format_html
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from ..addresses import absolute
from ..models import Quote, Speaker
from ..models.shown import expires, shows
from .newest import LENGTH, REACH, NewestFeed, link_in_chain, local, retraction

TITLE_LENGTH = 140  # characters of the words; the item itself has them all


class SpeakerFeed(NewestFeed):
    """What someone said, each quote under its own address; of one that was taken back, why, without its words."""

    def get_object(self, request, speaker):
        return Speaker.objects.get(slug=speaker)

    def description(self, speaker):
        return _("What %(name)s said, and where it comes from") % {"name": speaker}

    def items(self, speaker):
        shows(f"person:{speaker.pk}:quotes", "syndication")
        expires(speaker.quotes.accepted().next_appearance())
        newest = speaker.quotes.told().last_changed_first().values("pk")[:REACH]
        return Quote.objects.filter(pk__in=newest).syndicated().last_changed_first().for_feed()[:LENGTH]

    def item_title(self, quote):
        if quote.article.retracted_at:
            return _("From a retracted story: a quote of %(name)s") % {"name": quote.speaker}
        if quote.status == Quote.Status.WITHDRAWN:
            return _("Withdrawn: a quote of %(name)s") % {"name": quote.speaker}
        return f"“{Truncator(quote.exact).chars(TITLE_LENGTH)}” – {quote.speaker}"

    def item_description(self, quote):
        return escape(summary(quote))

    def item_pubdate(self, quote):
        return local(quote.article.first_published_at)

    def item_updateddate(self, quote):
        return local(quote.changed_at)

    def item_guid(self, quote):
        return self.item_link(quote)

    def authors(self, quote):
        return [{"name": quote.speaker.name, "url": absolute(quote.speaker.get_absolute_url())}]

    def chain(self, quote):
        return quote.chain_among(quote.article.citations.all())

    def item_extra_kwargs(self, quote):
        return {
            "lasting_id": self.item_link(quote),
            "summary": summary(quote),
            "content": self.content(quote),
            "authors": self.authors(quote),
            "image": None,
            "language": quote.language,
            "extension": self.extension(quote),
        }

    def content(self, quote) -> str:
        if taken_back(quote):
            return format_html("<p>{}</p>", taken_back(quote))
        card = {"quote": quote, "chain": self.chain(quote), "SITE_NAME": settings.SITE_NAME}
        return render_to_string("quotes/_embed.html", card).strip()

    def extension(self, quote) -> dict:
        """Who said it, when and through whom, for programs: `_newsportal` in the JSON form."""
        speaker, story = quote.speaker, quote.article
        if story.retracted_at:
            return retraction(story)
        if reason := taken_back(quote):
            return {"withdrawn": {"date": local(quote.changed_at).isoformat(), "reason": reason}}
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


def taken_back(quote) -> str:
    """Why its words do not stand any more; empty for a quote that stands."""
    return quote.article.retraction_reason or quote.withdrawal_reason


def summary(quote) -> str:
    return taken_back(quote) or quote.exact

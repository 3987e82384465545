from django.conf import settings
from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.translation import gettext as _

from ..addresses import absolute
from ..models import Article, Correction
from ..models.shown import expires, shows
from .newest import LENGTH, REACH, NewestFeed, local


class CorrectionFeed(NewestFeed):
    """The public ledger: what was wrong in our stories, each entry under its own address."""

    def link(self):
        return absolute(reverse("articles:corrections"))

    def feed_url(self):
        return f"{self.link()}feed.{self.form}"

    def title(self):
        return f"{settings.SITE_NAME}: {_('Corrections')}"

    def description(self):
        return _("What was wrong in our stories, and what it is now.")

    def items(self):
        shows("corrections", "syndication")
        expires(Article.objects.next_appearance())
        newest = Correction.objects.public().of_errors().values("pk")[:REACH]
        return Correction.objects.filter(pk__in=newest).public().syndicated().with_story()[:LENGTH]

    def item_title(self, entry):
        return f"{entry.get_kind_display().capitalize()}: {entry.article.headline}"

    def item_description(self, entry):
        return escape(entry.text)

    def item_pubdate(self, entry):
        return local(entry.created_at)

    item_updateddate = item_pubdate

    def item_guid(self, entry):
        return self.item_link(entry)

    def authors(self, _entry):
        return [{"name": settings.SITE_NAME, "url": absolute("/")}]

    def item_extra_kwargs(self, entry):
        story = entry.article
        address = absolute(story.get_absolute_url())
        return {
            "lasting_id": self.item_link(entry),
            "summary": entry.text,
            "content": format_html('<p>{}</p><p><a href="{}">{}</a></p>', entry.text, address, story.headline),
            "authors": self.authors(entry),
            "image": None,
            "language": settings.SITE_LANGUAGE,
            "extension": {
                "kind": entry.kind,
                "story": {"title": story.headline, "url": address},
                "quote": absolute(entry.quote.get_absolute_url()) if entry.quote else None,
            },
        }

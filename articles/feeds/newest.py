from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.utils import timezone

from .. import websub
from ..addresses import absolute
from ..views.shareable import shareable
from .forms import FORMS

LENGTH = 30
# So many of the last changed are looked at for those that may be carried; where most may not be, the feed is shorter.
REACH = 300


class NewestFeed(Feed):
    """What is new or changed last in a list, in one of the forms; subclasses say which list.

    Each item needs `lasting_id`, `summary`, `content`, `authors`, `image`, `language` and `extension` in its
    item_extra_kwargs beside what Django's framework asks for.
    """

    language = settings.SITE_LANGUAGE
    item_guid_is_permalink = True

    def __init__(self, form: str):
        self.form = form
        self.feed_type = FORMS[form]

    @classmethod
    def as_view(cls):
        @shareable
        def view(request, form, **noun):
            feed = cls(form)
            response = feed(request, **noun)
            if settings.WEBSUB_HUB:
                response.headers["Link"] = websub.header(feed.address)
            # The newest date goes back when a story is withdrawn: by it, readers would keep that story.
            del response["Last-Modified"]
            return response

        return view

    def get_feed(self, obj, request):
        feed = super().get_feed(obj, request)
        self.address = feed.feed["feed_url"]
        return feed

    def feed_extra_kwargs(self, _noun):
        return {"hub": settings.WEBSUB_HUB}

    def link(self, noun):
        return absolute(noun.get_absolute_url())

    def feed_url(self, noun):
        return f"{self.link(noun)}feed.{self.form}"

    def title(self, noun):
        return f"{settings.SITE_NAME}: {noun}"

    def author_name(self):
        return settings.SITE_NAME

    def author_link(self):
        return absolute("/")

    def item_link(self, item):
        return absolute(item.get_absolute_url())

    def item_author_name(self, item):
        return ", ".join(author["name"] for author in self.authors(item)) or None


def local(moment):
    """In the newsroom's zone, so that dates carry its offset."""
    return timezone.localtime(moment).replace(microsecond=0)


def lasting_id(story) -> str:
    """A tag URI (RFC 4151): unlike its address, it stays when the story is renamed."""
    return f"tag:{urlsplit(settings.SITE_URL).hostname},{story.published_on}:article:{story.pk}"


def retraction(story) -> dict:
    """That and why a story was retracted, as `_newsportal` tells it."""
    return {"retracted": {"date": local(story.retracted_at).isoformat(), "reason": story.retraction_reason}}


def link_in_chain(citation) -> dict:
    """A step of a chain of sources, as `_newsportal` tells it."""
    item = citation.item
    values = {
        "source": citation.source.name,
        "source_url": absolute(citation.source.get_absolute_url()),
        "part": citation.part,
        "title": item.title,
        "url": item.url,
        "date_published": item.published_on and item.published_on.isoformat(),
        "state": item.state,
    }
    return {name: value for name, value in values.items() if value}

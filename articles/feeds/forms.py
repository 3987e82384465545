"""The three forms of every feed: RSS 2.0, Atom and JSON Feed 1.1, each by its own rules.

Django's generators write what all feeds have; these add the whole text, several authors, languages and lasting ids.
"""

import json
from datetime import UTC, datetime

from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed, rfc3339_date

from ..body import CONTROL

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class Form:
    """What the three share."""

    def __init__(self, **values):
        super().__init__(**readable(values))

    def add_item(self, **values):
        super().add_item(**readable(values))

    def latest_post_date(self):
        # Django takes the present when there are no items: the same feed would have other bytes at each request.
        return super().latest_post_date() if self.items else LONG_AGO


def readable(value):
    """All text in `value` without the characters that XML refuses: one would make a whole feed unreadable."""
    if isinstance(value, str):
        return CONTROL.sub("", value)
    if isinstance(value, dict):
        return {name: readable(each) for name, each in value.items()}
    return [readable(each) for each in value] if isinstance(value, list) else value


class Rss(Form, Rss201rev2Feed):
    """RSS 2.0. The W3C's validator wants `description` before `content:encoded`, and one of author and dc:creator."""

    def rss_attributes(self):
        return super().rss_attributes() | {"xmlns:content": "http://purl.org/rss/1.0/modules/content/"}

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        if self.feed["hub"]:
            handler.addQuickElement("atom:link", None, {"rel": "hub", "href": self.feed["hub"]})

    def add_item(self, **values):
        # RSS knows one date only: with that of the last change a corrected or retracted item is read again.
        super().add_item(**values | {"pubdate": values["updateddate"]})

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("content:encoded", item["content"])


class Atom(Form, Atom1Feed):
    """RFC 4287. An entry's id stays when its address changes."""

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        if self.feed["hub"]:
            handler.addQuickElement("link", None, {"rel": "hub", "href": self.feed["hub"]})

    def add_item(self, **values):
        super().add_item(**values | {"unique_id": values["lasting_id"], "author_name": None})

    def item_attributes(self, item):
        return {"xml:lang": item["language"]}

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        for author in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", author["name"])
            if "url" in author:
                handler.addQuickElement("uri", author["url"])
            handler.endElement("author")
        handler.addQuickElement("content", item["content"], {"type": "html"})


class Json(Form, SyndicationFeed):
    """https://jsonfeed.org/version/1.1, with our own `_newsportal` on each item: extension names hold no dots."""

    content_type = "application/feed+json"

    def write(self, outfile, encoding):
        feed = self.feed
        document = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed["title"],
            "home_page_url": feed["link"],
            "feed_url": feed["feed_url"],
            "description": feed["description"],
            "language": feed["language"],
            "authors": [{"name": feed["author_name"], "url": feed["author_link"]}],
            "items": [self.item(item) for item in self.items],
        }
        if feed["hub"]:
            document["hubs"] = [{"type": "WebSub", "url": feed["hub"]}]
        outfile.write(json.dumps(document, ensure_ascii=False))

    def item(self, item) -> dict:
        values = {
            "id": item["lasting_id"],
            "url": item["link"],
            "title": item["title"],
            "summary": item["summary"],
            "content_html": item["content"],
            "image": item["image"],
            "date_published": rfc3339_date(item["pubdate"]),
            "date_modified": rfc3339_date(item["updateddate"]),
            "authors": item["authors"],
            "tags": item["categories"],
            "language": item["language"],
            "_newsportal": item["extension"],
        }
        return {name: value for name, value in values.items() if value}


FORMS = {"rss": Rss, "atom": Atom, "json": Json}

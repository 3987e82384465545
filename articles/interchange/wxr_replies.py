"""Replies of a WordPress export (WXR 1.0 to 1.2)."""

import re
from datetime import UTC, datetime
from xml.etree import ElementTree

from .conversation import ReplyRecord, StoryRecord, words_of

STATUS = {"1": "approved", "approve": "approved", "0": "held", "hold": "held", "spam": "spam", "trash": "hidden"}
STATUS |= {"post-trashed": "hidden"}
# The version stands in the namespace, so it is left out of the names.
NAMESPACE = re.compile(r"^\{[^}]*\}")
# Notes that blogs send each other are no replies.
NO_REPLY = {"pingback", "trackback"}


def replies(file):
    """The replies in a WXR file, one after the other; raises ElementTree.ParseError where it is no XML."""
    for _event, item in ElementTree.iterparse(file):
        if bare(item) != "item":
            continue
        story = StoryRecord(link=child(item, "link"), slug=child(item, "post_name"), day=child(item, "post_date")[:10])
        for comment in item:
            if bare(comment) == "comment" and child(comment, "comment_type") not in NO_REPLY:
                yield reply(comment, story, moment(child(item, "post_date_gmt"), child(item, "post_date")))
        item.clear()


def reply(comment, story, story_written) -> ReplyRecord:
    """The record of a comment; one without a date gets its story's. Raises ValueError where that has none."""
    parent = child(comment, "comment_parent")
    written = moment(child(comment, "comment_date_gmt"), child(comment, "comment_date")) or story_written
    if written is None:
        raise ValueError(f"reply {child(comment, 'comment_id')} has no date")
    return ReplyRecord(
        key=child(comment, "comment_id"),
        story=story,
        name=child(comment, "comment_author"),
        email=child(comment, "comment_author_email"),
        text=words_of(child(comment, "comment_content")),
        written=written,
        status=STATUS.get(child(comment, "comment_approved"), "held"),
        parent="" if parent == "0" else parent,
    )


def bare(element) -> str:
    return NAMESPACE.sub("", element.tag)


def child(element, name: str) -> str:
    return next((each.text or "" for each in element if bare(each) == name), "").strip()


def moment(*texts: str) -> datetime | None:
    """The first that is one: where WordPress knows none it writes zeros."""
    known = next((text for text in texts if text.strip("0-: ")), None)
    return known and datetime.strptime(known, "%Y-%m-%d %H:%M:%S").replace(tzinfo=UTC)

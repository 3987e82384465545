"""Replies of a Disqus export (its XML, version 2011)."""

from datetime import datetime
from xml.etree import ElementTree

from .conversation import ReplyRecord, StoryRecord, words_of
from .wxr_replies import bare, child

ID = "{http://disqus.com/disqus-internals}id"


def replies(file):
    """The replies in a Disqus file, one after the other; raises ElementTree.ParseError where it is no XML."""
    stories = {}
    depth = 0
    for event, element in ElementTree.iterparse(file, events=("start", "end")):
        depth += 1 if event == "start" else -1
        # The chief elements stand right under the root; within a post stands a thread too, which only names one.
        if event == "start" or depth != 1:
            continue
        if bare(element) == "thread":
            stories[element.get(ID)] = StoryRecord(link=child(element, "link"), day=child(element, "createdAt")[:10])
        elif bare(element) == "post":
            yield reply(element, stories)
        element.clear()


def reply(post, stories: dict) -> ReplyRecord:
    """The record of a post; `stories` are those of the threads before it, by their ids."""
    author = next((each for each in post if bare(each) == "author"), ())
    story = reference(post, "thread")
    is_spam, is_deleted = (child(post, name) == "true" for name in ("isSpam", "isDeleted"))
    return ReplyRecord(
        key=post.get(ID),
        story=stories.get(story, StoryRecord()),
        name=child(author, "name"),
        email=child(author, "email"),
        text=words_of(child(post, "message")),
        written=datetime.fromisoformat(child(post, "createdAt").replace("Z", "+00:00")),
        status="spam" if is_spam else "hidden" if is_deleted else "approved",
        parent=reference(post, "parent"),
    )


def reference(post, name: str) -> str:
    return next((each.get(ID) for each in post if bare(each) == name), "")

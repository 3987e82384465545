"""Our own export of replies: JSON, one reply a line, with everything that is stored; and back again."""

import json
from datetime import datetime
from itertools import chain

from django.conf import settings

from ..models import Comment
from .conversation import ReplyRecord, StoryRecord

# Columns that go out and come in as they are.
PLAIN = ["kind", "by_staff", "passages", "proposed_text", "reason", "answers", "is_unchecked", "is_pick", "outcome"]
PLAIN += ["outcome_note", "network"]
MOMENTS = ["edited_at", "waiting_since", "decided_at", "outcome_at"]
READER = ["name", "mail"]
READER_MOMENTS = ["created_at", "confirmed_at"]


def lines(comments=None):
    """Every reply as a line of JSON, parents before answers."""
    known = ("article", "parent", "commenter", "quote", "citation__item", "revision", "correction", "decided_by")
    rows = (comments or Comment.objects).select_related(*known).prefetch_related("rewordings").order_by("pk")
    rows = rows.defer("article__body", "article__search", "revision__content")
    for row in rows.iterator(chunk_size=1000):
        yield json.dumps(document(row), ensure_ascii=False, sort_keys=True)


def origin_of(row) -> list[str]:
    """Where a reply was written, and its key there."""
    return [row.origin or settings.SITE_URL, row.origin_key or own_key(row)]


def own_key(row) -> str:
    """The key of a reply that was written here. Its number alone comes again in another database of the same site."""
    return f"{row.pk}@{row.created_at.isoformat()}"


def document(row) -> dict:
    """All that is stored of a reply, as JSON knows it: rows are named by what outlives their keys."""
    reader = row.commenter
    return {
        "origin": origin_of(row),
        "parent": row.parent and origin_of(row.parent),
        "story": [row.article.published_on and row.article.published_on.isoformat(), row.article.slug],
        "name": row.name,
        "text": row.text,
        "status": row.status,
        "written": row.created_at.isoformat(),
        **{name: getattr(row, name) for name in PLAIN},
        **{name: stamp(getattr(row, name)) for name in MOMENTS},
        "decided_by": row.decided_by and row.decided_by.get_username(),
        "reader": reader
        and {
            "email": reader.email,
            "account": reader.user and reader.user.get_username(),
            **{name: getattr(reader, name) for name in READER},
            **{name: stamp(getattr(reader, name)) for name in READER_MOMENTS},
        },
        "quote": row.quote and row.quote.exact,
        "source": row.citation and [row.citation.item.url, row.citation.item.title],
        "version": row.revision and row.revision.number,
        "correction": row.correction and [stamp(row.correction.created_at), row.correction.text],
        "former_texts": [[former.text, stamp(former.replaced_at)] for former in reversed(row.rewordings.all())],
    }


def stamp(moment) -> str | None:
    return moment and moment.isoformat()


def replies(file):
    """The replies in such a file; raises ValueError, KeyError or TypeError where a line is none of them."""
    for line in chain(file):
        if line.strip():
            found = json.loads(line)
            reader = found["reader"] or {}
            yield ReplyRecord(
                key="\n".join(found["origin"]),
                story=StoryRecord(slug=found["story"][1], day=found["story"][0] or ""),
                name=found["name"],
                text=found["text"],
                written=datetime.fromisoformat(found["written"]),
                status=found["status"],
                email=reader.get("email") or "",
                parent="\n".join(found["parent"] or ""),
                more=found,
            )

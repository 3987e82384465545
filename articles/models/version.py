"""What a reply was written on: has the story, or the passage, changed since?"""

from .correction import Correction
from .former_wording import FormerWording


def mark_versions(article, comments) -> None:
    """Give each of a story's `comments` (for_thread) `corrected`, the first correction after it, and `read_then`, the
    words of its quotation as they stood when it was written; None where nothing has changed. Two queries at most.
    """
    corrections = []
    if comments:
        entries = Correction.objects.of_errors().filter(article=article).exclude(to_revision=None)
        entries = entries.select_related("to_revision").defer("to_revision__content").order_by("created_at", "pk")
        corrections = [entry for entry in entries if entry.kind != Correction.Kind.RETRACTION]
    quotes = {comment.quote_id for comment in comments} - {None}
    wordings = list(FormerWording.objects.filter(quote__in=quotes).order_by("replaced_at", "pk")) if quotes else []
    for comment in comments:
        comment.corrected = next((entry for entry in corrections if came_after(entry, comment)), None)
        comment.read_then = next(
            (each for each in wordings if each.quote_id == comment.quote_id and was_read(each, comment)), None
        )


def came_after(entry, comment) -> bool:
    """Whether the reply was written before readers had the corrected version; the page that was read may be older."""
    if comment.revision:
        return entry.to_revision.number > comment.revision.number
    return entry.created_at > comment.created_at


def was_read(wording, comment) -> bool:
    return wording.replaced_at > (comment.revision.created_at if comment.revision else comment.created_at)

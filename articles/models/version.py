"""What a reply was written on: has the story, or the passage, changed since?"""

from .correction import Correction


def mark_versions(comments, corrections, wordings) -> None:
    """Give each of a story's `comments` (for_thread) `corrected`, the first of its `corrections` (for_story) after it,
    and `read_then`, the words of its quotation as they stood when it was written, among the `wordings` (of_story); None
    where nothing has changed.
    """
    corrections = [
        entry for entry in reversed(corrections) if entry.to_revision and entry.kind != Correction.Kind.UPDATE
    ]
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

"""Which of the words around a quotation tell whose it is: those behind it, those before it, or those further on."""

from dataclasses import replace

from .cues import cue_after, cue_later
from .cues_before import cue_before
from .slots import NOBODY


def chosen_cue(story, clause, index, low, limit):
    """The cue of the quotation at token `index`, looked for between tokens `low` and `limit`, or None."""
    after = cue_after(clause, index, limit)
    reported = after is not None and (after.rule == "according" or is_outlet(story, after.slot))
    if after is not None and after.slot.kind != "suffix" and not reported:
        return after
    before = cue_before(clause, index, low)
    if reported:
        return before or after
    if after is not None:
        named = before is not None and before.direct and before.slot.kind in ("mention", "office")
        return replace(after, slot=before.slot, rule="own_subject") if named else after
    named = before is not None and before.slot.kind != NOBODY
    return before if named else cue_later(clause, index, limit) or before


def is_outlet(story, slot):
    """Whether a cue names an outlet as the one that speaks."""
    return story.is_outlet(slot.text, slot.mention.role if slot.mention is not None else "")

"""Why the quote finder proposed what it proposed, in the editor's language."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..quotefinder import THIN

# The finder's own sentences, by its rules; it knows no translation.
REASONS = {
    "after": _("‘{cue}’ → {name}, named after the quotation"),
    "before": _("‘{cue}’ → {name}, named before the quotation"),
    "according": _("‘{cue}’ → {name}, to whom the sentence goes back"),
    "passive": _("‘{cue}’ → {name}, by whom it was said"),
    "colon": _("a colon → {name}, named before it"),
    "subject": _("‘{cue}’ → {name}, subject of the sentence before"),
    "own_subject": _("‘{cue}’ → {name}, subject of the same sentence"),
    "answer": _("‘{cue}’ → {name}, to whom the question before was put"),
    "epithet": _("‘{cue}’ → {name}, whom the sentences before are about"),
    "role": _("‘{cue}’ → {name}, who has this role in the article"),
    "continued": _("no cue of its own → {name}, who spoke just before"),
    "anticipated": _("no cue of its own → {name}, who speaks right after"),
    "introduced": _("no cue of its own → {name}, subject of the sentence before"),
    "afterwards": _("‘{cue}’ in the next sentence → {name}"),
    "fragment": _("words inside a sentence with ‘{cue}’ → {name}"),
    "reported": _("‘{cue}’ → {name}, the report that these words come from"),
    "unknown": _("speech by its look, but nobody is named"),
}


def reason(proposal: dict | None) -> str:
    """The rule that found the speaker, as a sentence; "" for a quote that no finder proposed."""
    said = (proposal or {}).get("reason") or {}
    sentence = REASONS.get(said.get("rule"))
    return str(sentence).format(cue=said.get("cue", ""), name=said.get("name", "")) if sentence else ""


def is_thin(proposal: dict | None) -> bool:
    return bool(proposal) and proposal.get("confidence", 1) < THIN


def evidence(proposal: dict | None) -> str:
    """How far to trust a proposal, in words."""
    if not proposal or "confidence" not in proposal:
        return gettext("added by hand")
    return gettext("thin evidence: look twice") if is_thin(proposal) else gettext("good evidence")

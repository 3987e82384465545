"""A warning when two of our stories put different words into one person's mouth."""

from django.contrib import messages
from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext

from ..models import Likeness, Quote
from ..warnings import shortened

MOST = 5


def compare_changed_quotes(request, story, formsets) -> None:
    """Look for the same words elsewhere once a story's form is saved, and warn where the two do not agree."""
    rows = next((rows for rows in formsets if rows.model is Quote), None)
    changed = [*rows.new_objects, *(quote for quote, _fields in rows.changed_objects)] if rows else []
    for quote in changed:
        quote.find_likenesses()
    warn_of_drift(request, story.quotes.accepted().values_list("pk", flat=True), changed)


def warn_of_drift(request, pks, changed=()) -> None:
    """Warn of pairs of the quotes with these keys that nobody has decided on, and of all pairs of a `changed` one.

    A pair that an editor has looked at and left as it is would else come back with each save.
    """
    pks = set(pks)
    news = Q(verdict="") | Q(verdict=Likeness.Verdict.SAME) & (Q(one__in=changed) | Q(other__in=changed))
    accepted = {f"{side}__status": Quote.Status.ACCEPTED for side in ("one", "other")}
    pairs = Likeness.objects.of(*pks).filter(news, **accepted).order_by("-similarity", "pk").with_quotes()
    found = [(pair, reason) for pair in pairs if (reason := pair.drift())]
    for pair, reason in found[:MOST]:
        messages.warning(request, sentence(pair, reason, *own_first(pair, pks)))
    if len(found) > MOST:
        address = reverse("admin:articles_likeness_changelist")
        own, _other = own_first(found[0][0], pks)
        more = gettext("%(count)d more like this") % {"count": len(found) - MOST}
        messages.warning(request, format_html('<a href="{}?story={}">{}</a>', address, own.article_id, more))


def own_first(pair, pks) -> tuple:
    return (pair.one, pair.other) if pair.one_id in pks else (pair.other, pair.one)


def sentence(pair, reason: str, own, other) -> str:
    return format_html(
        '{}: {} <a href="{}">{}</a> · <a href="{}">{}</a>',
        shortened(own),
        reason,
        reverse("admin:articles_article_change", args=[other.article_id]),
        other.article,
        reverse("admin:articles_likeness_change", args=[pair.pk]),
        gettext("Compare"),
    )

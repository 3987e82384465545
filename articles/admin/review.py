"""The review of a story's quotations: what was found, marked in its text, and a decision on each with one key."""

from dataclasses import dataclass, field

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Count
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from ..body import Words
from ..models import Deed, Likeness, Quote
from ..models.content import content_of
from ..models.language import LANGUAGES
from ..proposing import places_of
from ..warnings import keep_warnings, shortened, warnings
from ..wording import similarity
from .drift import warn_of_drift
from .editing import Edit, rendered
from .reasons import evidence, is_thin, reason
from .review_decisions import Decision, WithdrawForm
from .review_text import marked

Status = Quote.Status
# What “add another” beside a field of the form opens.
POPUPS = forms.Media(js=["admin/js/jquery.init.js", "admin/js/admin/RelatedObjectLookups.js"])


class WaitingFilter(admin.SimpleListFilter):
    title = _("quotations")
    parameter_name = "quotes"

    def lookups(self, request, model_admin):
        return [("waiting", _("proposals waiting"))]

    def queryset(self, request, queryset):
        return queryset.waiting_for_review() if self.value() == "waiting" else queryset


@dataclass
class Card:
    """A quotation on the review page."""

    quote: Quote
    number: int
    place: tuple[int, int] | None
    errors: list = field(default_factory=list)
    form: object = None
    withdraw_form: WithdrawForm = field(default_factory=WithdrawForm)
    is_current: bool = False
    # Of words that have gone: what the text seems to have in their place.
    now_reads: str = ""

    @property
    def label(self) -> str:
        return f"{self.number}: {self.quote.get_status_display()}"

    @property
    def reason(self) -> str:
        return reason(self.quote.proposal)

    @property
    def evidence(self) -> str:
        return evidence(self.quote.proposal)

    @property
    def is_thin(self) -> bool:
        return self.quote.status == Status.PROPOSED and is_thin(self.quote.proposal)

    @property
    def name_found(self) -> str:
        """The name that the finder read where no speaker could be told from it."""
        return "" if self.quote.speaker_id else (self.quote.proposal or {}).get("speaker") or ""


def cards_of(story, text: str) -> list[Card]:
    """The story's quotations in the order of its text; first those that no longer stand in it."""
    quotes = story.quotes.select_related("speaker", "citation__source", "decided_by").defer("search", "fingerprints")
    quotes = list(quotes.in_order())
    places = places_of(quotes, text)
    quotes.sort(key=lambda quote: places.get(quote.pk, (-1, -1)))
    cards = [Card(quote, number, places.get(quote.pk)) for number, quote in enumerate(quotes, start=1)]
    proposed = [card.quote.exact for card in cards if card.quote.status == Status.PROPOSED]
    for card in cards:
        if not card.place:
            card.now_reads = likest(card.quote.exact, proposed)
    return cards


def likest(exact: str, others: list[str]) -> str:
    """The one of the `others` that is most like `exact`; "" when none is."""
    alike = max(others, key=lambda other: similarity(exact, other), default="")
    return alike if similarity(exact, alike) >= Likeness.THRESHOLD else ""


def next_waiting(cards: list[Card], after: Card | None = None) -> Card | None:
    """The first card that waits behind `after`, or else from the top."""
    place = cards.index(after) + 1 if after else 0
    return next((card for card in cards[place:] + cards[:place] if card.quote.status == Status.PROPOSED), None)


def finder_record() -> list[dict]:
    """How often the finder was right, a row a language, for the report below the review."""
    rows = []
    names = dict(LANGUAGES)
    for language, counts in sorted(Quote.objects.record().items()):
        proposed = sum(counts.values()) - counts["added"]
        shares = {name: round(100 * number / proposed) if proposed else None for name, number in counts.items()}
        rows.append({"language": names.get(language, language), "proposed": proposed, "n": counts, "share": shares})
    return rows


class ReviewAdmin(admin.ModelAdmin):
    """Of a story: its review page, and what saving does for its quotations."""

    # In the list and at the form

    def count_waiting(self, stories) -> None:
        """Tell each of the `stories` how many of its quotations wait; one query."""
        waiting = Quote.objects.proposed().filter(article__in=stories).order_by().values_list("article")
        counts = dict(waiting.annotate(Count("pk")))
        for story in stories:
            story.waiting = counts.get(story.pk, 0)

    @admin.display(description=_("quotations"))
    def waiting_quotes(self, story):
        if not story.waiting:
            return "–"
        text = ngettext("%(count)d waits", "%(count)d wait", story.waiting) % {"count": story.waiting}
        return format_html(
            '<a href="{}" aria-label="{}" title="{}">{}</a>', review_address(story), text, text, story.waiting
        )

    def sign_decisions(self, request, formsets) -> None:
        """Sign the decisions that the story's own form makes by a quote's status."""
        rows = (row for rows in formsets if rows.model is Quote for row in rows.forms)
        for row in rows:
            if "status" in row.changed_data and row.instance.status != Status.PROPOSED:
                row.instance.sign(request.user)

    def warn(self, request, story) -> None:
        for warning in keep_warnings(story):
            link = format_html(' <a href="{}">{}</a>', review_address(story), gettext("Review the quotations"))
            text = format_html("{}{}", warning.sentence, link if warning.about == "quotes" else "")
            self.message_user(request, text, messages.WARNING)

    # The page

    def get_urls(self):
        view = self.admin_site.admin_view(self.review)
        return [path("<int:pk>/quotes/", view, name="articles_article_quotes"), *super().get_urls()]

    def review(self, request, pk):
        story = self.story_or_404(request, pk)
        if not self.has_change_permission(request, story):
            raise PermissionDenied
        # Whoever may publish decides at once on what readers see, unless an edit waits: then it is that one's turn.
        waits = story.is_released and (story.pending or not self.has_publish_permission(request))
        request.edit = Edit(waits=bool(waits))
        if not waits:
            return self.review_of(request, story)
        with transaction.atomic():
            with story.shown_as(story.pending):
                response = rendered(self.review_of(request, story))
                decided = content_of(story) if request.method == "POST" and response.status_code == 302 else None
            if decided:
                story.revise(decided, by=request.user)
                Deed.objects.note([story], "quotations", by=request.user)
        return response

    def review_of(self, request, story):
        words = Words(story.body)
        cards = cards_of(story, words.text)
        by_pk = {str(card.quote.pk): card for card in cards}
        if request.method == "POST":
            return self.decide(request, story, words, cards, by_pk)
        if edited := by_pk.get(request.GET.get("edit")):
            edited.form = Decision(request, story, edited, words.text, self.admin_site).correction_form()
        current = edited or by_pk.get(request.GET.get("at")) or next_waiting(cards)
        return self.page(request, story, words, cards, current, last=by_pk.get(request.GET.get("last")))

    def decide(self, request, story, words, cards, by_pk):
        """Do what the pressed button says with the quotation that it names."""
        verb = next((verb for verb in Decision.VERBS if verb in request.POST), "")
        card = by_pk.get(request.POST.get(verb))
        if card is None:
            self.message_user(request, gettext("This quotation is no longer there."), messages.ERROR)
            return HttpResponseRedirect(review_address(story))
        try:
            with transaction.atomic():
                done = getattr(Decision(request, story, card, words.text, self.admin_site), verb)()
        except ValidationError as error:
            card.quote.refresh_from_db(fields=["status", "withdrawal_reason", "decided_at"])
            card.errors, done = error.messages, False
        if not done:
            return self.page(request, story, words, cards, card, status=422)
        keep_warnings(story)
        self.message_user(
            request,
            f"{card.quote.get_status_display().capitalize()}: {shortened(card.quote)}",
            messages.SUCCESS,
        )
        if verb in ("accept", "correct") and not request.edit.waits:
            warn_of_drift(request, [card.quote.pk], changed=[card.quote])
        goes_on = verb in ("accept", "reject", "correct") and next_waiting(cards, card)
        return HttpResponseRedirect(review_address(story, at=goes_on or card, last=card))

    def page(self, request, story, words, cards, current, *, last=None, status=200):
        if current:
            current.is_current = True
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": story,
            "title": gettext("Quotations of “%(story)s”") % {"story": story},
            "media": current.form.media + POPUPS if current and current.form else "",
            "text": marked(words, cards),
            "cards": cards,
            "last": last,
            "waiting": sum(card.quote.status == Status.PROPOSED for card in cards),
            "warnings": warnings(story),
            "record": finder_record(),
        }
        return TemplateResponse(request, "admin/articles/article/review.html", context, status=status)


def review_address(story, at: Card | None = None, last: Card | None = None) -> str:
    address = reverse("admin:articles_article_quotes", args=[story.pk])
    return f"{address}?at={at.quote.pk}&last={last.quote.pk}#quote-{at.quote.pk}" if at else address

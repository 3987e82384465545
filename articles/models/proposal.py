"""How the quote finder's proposals fared with the editors; QuoteQuerySet takes these verbs over."""

from django.db import models
from django.db.models import BooleanField, Case, CharField, Count, F, Func, Q, Value, When
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce, Left, Upper


def proposed_as(key: str) -> Coalesce:
    """What the finder said under `key`, as text."""
    return Coalesce(KeyTextTransform(key, "proposal"), Value(""))


class Verdict(models.TextChoices):
    """What an editor made of a proposal. The first that holds."""

    REJECTED = "rejected"
    ADDED = "added"  # the finder had missed it
    WORDS = "words"  # the words were corrected
    SPEAKER = "speaker"  # the words were right, the speaker was not
    DETAILS = "details"  # words and speaker were right; kind, role or verb was not
    RIGHT = "right"


class ProposalQuerySet(models.QuerySet):
    # The record is of so many decisions, the latest: the finder is to be judged as it is now.
    RECENT = 5000

    def proposed(self):
        """What the quote finder found and nobody has decided on yet."""
        return self.filter(status="proposed")

    def decided(self):
        """What an editor decided on, as labels: a quotation, or none."""
        return self.filter(decided_at__isnull=False).exclude(status="rejected", proposal__isnull=True)

    def for_labels(self):
        """With what a label tells of a quote, in the order of its text."""
        known = self.select_related("speaker", "citation__source").defer("search", "fingerprints")
        return known.with_verdict().order_by("position", "pk")

    def with_verdict(self):
        """Each with `verdict`, one of Verdict, as PostgreSQL sees it."""
        same_words = Q(exact=Func(proposed_as("text"), Value(" ,"), function="RTRIM"))
        named = Left(proposed_as("speaker"), 160)
        among = {"template": "(%(expressions)s))", "arg_joiner": " = ANY(", "output_field": BooleanField()}
        goes_by = Func(named, F("speaker__aliases"), **among)
        same_speaker = Q(speaker=None, proposal__speaker="") | Q(upper_name=Upper(named)) | Q(goes_by=True)
        role, verb = Left(proposed_as("role"), 200), Left(proposed_as("verb"), 60)
        same_details = Q(kind=proposed_as("kind"), role=role, verb=verb)
        return self.alias(upper_name=Upper("speaker__name"), goes_by=goes_by).annotate(
            verdict=Case(
                When(status="rejected", then=Value(Verdict.REJECTED)),
                When(proposal__isnull=True, then=Value(Verdict.ADDED)),
                When(~same_words, then=Value(Verdict.WORDS)),
                When(~same_speaker, then=Value(Verdict.SPEAKER)),
                When(~same_details, then=Value(Verdict.DETAILS)),
                default=Value(Verdict.RIGHT),
                output_field=CharField(),
            )
        )

    def record(self) -> dict[str, dict[str, int]]:
        """Of the latest decisions, by language: how many had each verdict. One query, however many there are."""
        latest = self.decided().order_by("-decided_at", "-pk").values("pk")[: self.RECENT]
        counted = self.model.objects.filter(pk__in=latest).with_verdict().order_by()
        languages = {}
        for language, verdict, number in counted.values_list("language", "verdict").annotate(Count("pk")):
            languages.setdefault(language, dict.fromkeys(Verdict.values, 0))[verdict] = number
        return languages

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Prefetch, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..wording import is_part, similarity, words
from .citation import Citation
from .deed import Deed
from .pair import Pair, PairQuerySet
from .quote import Quote


class Statement(models.Model):
    """One utterance that several stories quote. Made only when an editor confirms that two quotes are the same."""

    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("statement")
        verbose_name_plural = _("statements")

    def __str__(self):
        return str(self.pk)


class LikenessQuerySet(PairQuerySet):
    def undecided(self):
        """The editors' queue, the most alike first. A quote that is no longer accepted has no part in it."""
        accepted = {"one__status": Quote.Status.ACCEPTED, "other__status": Quote.Status.ACCEPTED}
        return super().undecided().filter(**accepted).order_by("-similarity", "-pk")

    def after(self, likeness):
        """What follows `likeness` in that queue."""
        less = Q(similarity__lt=likeness.similarity)
        return self.filter(less | Q(similarity=likeness.similarity, pk__lt=likeness.pk))

    def between(self, quote, statement):
        """Pairs of `quote` and one that is grouped in `statement`."""
        return self.filter(Q(one=quote, other__statement=statement) | Q(other=quote, one__statement=statement))

    def with_quotes(self):
        """With both quotes, their speakers and stories."""
        related = [f"{side}__{name}" for side in ("one", "other") for name in ("speaker", "article")]
        heavy = ["search", "fingerprints", "proposal", "article__body", "article__search"]
        return self.select_related(*related).defer(*(f"{side}__{name}" for side in ("one", "other") for name in heavy))

    def for_desk(self):
        """With all that an editor compares: what the words came through, too."""
        chains = [Prefetch(f"{side}__article__citations", Citation.objects.with_chain()) for side in ("one", "other")]
        return self.with_quotes().select_related("decided_by").prefetch_related(*chains)

    def propose(self, quote, others) -> list:
        """Pairs of `quote` and those of the `others` that are like it. One decided already keeps its verdict."""
        found = {}
        for other in others:
            alike = similarity(quote.exact, other.exact)
            shorter = min(len(words(text)) for text in (quote.exact, other.exact))
            if alike >= Likeness.THRESHOLD and shorter >= Likeness.LEAST_WORDS:
                found[other.pk] = alike
        return self.propose_for(quote.pk, found)

    def decide(self, verdict: str, *, by) -> int:
        return self.update(verdict=verdict, decided_at=timezone.now(), decided_by=by)


class Likeness(Pair):
    """That two quotes may be one utterance: a proposal, and what an editor made of it."""

    class Verdict(models.TextChoices):
        SAME = "same", _("the same utterance")
        DIFFERENT = "different", _("different utterances")

    # Below this share of common words, two quotes are hardly ever one utterance.
    THRESHOLD = 0.6
    # One word within quotation marks is hardly anybody's utterance.
    LEAST_WORDS = 2

    one = models.ForeignKey(Quote, models.CASCADE, related_name="+", verbose_name=_("quote"))
    other = models.ForeignKey(Quote, models.CASCADE, related_name="+", verbose_name=_("other quote"))
    similarity = models.FloatField(_("similarity"), help_text=_("Share of the shorter quote's words, from 0 to 1."))
    verdict = models.CharField(_("verdict"), max_length=10, choices=Verdict, blank=True, editable=False)

    objects = LikenessQuerySet.as_manager()

    class Meta(Pair.Meta):
        indexes = [
            models.Index(F("similarity").desc(), F("id").desc(), condition=Q(verdict=""), name="likeness_undecided")
        ]
        verbose_name = _("likeness of two quotes")
        verbose_name_plural = _("likenesses of quotes")

    def drift(self) -> str:
        """How the two stories contradict each other about one utterance, in words for an editor; empty when not."""
        one, other = self.one, self.other
        reasons = []
        if one.speaker_id and other.speaker_id and one.speaker_id != other.speaker_id:
            reasons.append(_("The stories name two speakers for the words."))
        if one.language == other.language and one.is_translation != other.is_translation:
            reasons.append(_("One story marks the words as translated, the other gives them as the speaker's own."))
        if one.language != other.language and not (one.is_translation or other.is_translation):
            reasons.append(_("The stories give the words in two languages, and neither says that it translates."))
        if one.language == other.language and not is_part(one.exact, other.exact):
            reasons.append(_("The words within the quotation marks differ."))
        return " ".join(map(str, reasons))

    @transaction.atomic
    def confirm(self, *, by) -> Statement:
        """Both quotes, and all that were grouped with either, are one statement from now on."""
        quotes = list(Quote.objects.select_for_update().filter(pk__in=[self.one_id, self.other_id]).order_by("pk"))
        groups = sorted({quote.statement_id for quote in quotes if quote.statement_id})
        statement = Statement.objects.get(pk=groups[0]) if groups else Statement.objects.create()
        Quote.objects.filter(Q(pk__in=[quote.pk for quote in quotes]) | Q(statement__in=groups)).update(
            statement=statement
        )
        Statement.objects.filter(pk__in=groups[1:]).delete()
        self.decide(self.Verdict.SAME, by=by)
        # What is the same as a third is the same as each other.
        grouped = Likeness.objects.filter(verdict="", one__statement=statement, other__statement=statement)
        grouped.decide(self.Verdict.SAME, by=by)
        return statement

    def refuse(self, *, by) -> None:
        """They are two utterances; the pair is not proposed again."""
        statements = Quote.objects.filter(pk__in=[self.one_id, self.other_id]).values_list("statement", flat=True)
        if None not in statements and len(set(statements)) == 1:
            raise ValidationError(_("They are grouped as one utterance. Take one of them out of its group first."))
        self.decide(self.Verdict.DIFFERENT, by=by)

    def decide(self, verdict, *, by) -> None:
        super().decide(verdict, by=by)
        Deed.objects.note([self], verdict, by=by)

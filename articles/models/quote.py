from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, GeneratedField, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .article import LANGUAGES
from .publication import PublishedWithArticle, PublishedWithArticleQuerySet, copy_published_at
from .search import SearchQuerySet, by_language
from .source import Citation
from .speaker import Speaker


class QuoteQuerySet(SearchQuerySet, PublishedWithArticleQuerySet):
    def accepted(self):
        return self.filter(status=Quote.Status.ACCEPTED)

    def public(self, now=None):
        """What readers see: accepted quotes of stories that they can see."""
        return self.accepted().published(now)

    def addressable(self, now=None):
        """Quotes whose address answers: the public ones, and the withdrawn ones, which explain themselves."""
        return self.published(now).filter(status__in=[Quote.Status.ACCEPTED, Quote.Status.WITHDRAWN])

    def newest_first(self):
        return self.order_by("-published_at", "-pk")

    def of_speaker(self, speaker):
        return self.filter(speaker=speaker).newest_first()

    def in_order(self):
        """As they stand in their story."""
        return self.order_by("position", "pk")

    def with_chain(self):
        """With speaker, story and the source that it came through."""
        return self.select_related("speaker", "article__section", "citation__source").defer(
            "search", "article__body", "article__search"
        )


class Quote(PublishedWithArticle):
    """Words between quotation marks in a story, and who said them."""

    class Status(models.TextChoices):
        PROPOSED = "proposed", _("proposed")
        ACCEPTED = "accepted", _("accepted")
        REJECTED = "rejected", _("rejected")
        WITHDRAWN = "withdrawn", _("withdrawn")

    class Kind(models.TextChoices):
        FULL = "full", _("whole utterance")
        FRAGMENT = "fragment", _("fragment")

    class Precision(models.TextChoices):
        DAY = "day", _("day")
        MONTH = "month", _("month")
        YEAR = "year", _("year")

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="quotes", verbose_name=_("story"))
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.PROPOSED)
    speaker = models.ForeignKey(
        Speaker, models.PROTECT, null=True, blank=True, related_name="quotes", verbose_name=_("speaker")
    )
    exact = models.TextField(
        _("exact words"), max_length=5000, help_text=_("As they stand in the text, without the quotation marks.")
    )
    prefix = models.CharField(_("words before"), max_length=64, blank=True)
    suffix = models.CharField(_("words after"), max_length=64, blank=True)
    position = models.PositiveIntegerField(_("place in the text"), default=0, help_text=_("In characters."))
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.FULL)
    language = models.CharField(_("language"), max_length=8, choices=LANGUAGES, default=settings.SITE_LANGUAGE)
    is_translation = models.BooleanField(
        _("translated"), default=False, help_text=_("The speaker said it in another language.")
    )
    role = models.CharField(
        _("role"), max_length=200, blank=True, help_text=_("What the speaker was then, in the story's words.")
    )
    verb = models.CharField(_("verb"), max_length=60, blank=True, help_text=_("“kata”, “ujarnya”, “said”."))
    said_on = models.DateField(_("said on"), null=True, blank=True)
    said_on_precision = models.CharField(
        _("date is exact to the"), max_length=5, choices=Precision, default=Precision.DAY
    )
    citation = models.ForeignKey(
        Citation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="quotes",
        verbose_name=_("came through"),
        help_text=_("The source of this story that the words came from."),
    )
    withdrawal_reason = models.CharField(_("reason for withdrawing"), max_length=300, blank=True)
    search = GeneratedField(
        expression=by_language(lambda config: SearchVector("exact", config=config)),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = QuoteQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(exact=""), name="quote_has_words"),
            models.CheckConstraint(
                condition=(Q(status="withdrawn") & ~Q(withdrawal_reason=""))
                | (~Q(status="withdrawn") & Q(withdrawal_reason="")),
                name="quote_withdrawn_with_reason",
                violation_error_message=_("A withdrawn quotation needs a reason, and only a withdrawn one has one."),
            ),
        ]
        indexes = [
            models.Index(fields=["article", "position", "id"], name="quote_in_order"),
            models.Index(
                F("published_at").desc(),
                F("id").desc(),
                condition=Q(status="accepted", published_at__isnull=False),
                name="quote_newest",
            ),
            models.Index(
                F("speaker"),
                F("published_at").desc(),
                F("id").desc(),
                condition=Q(status="accepted", published_at__isnull=False),
                name="quote_newest_of_speaker",
            ),
            GinIndex(fields=["search"], name="quote_search"),
        ]
        ordering = ["position", "id"]
        triggers = [copy_published_at()]
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")

    def __str__(self):
        return f"“{self.exact[:80]}”"

    def get_absolute_url(self):
        return reverse("articles:quote", args=[self.pk])

    def clean(self):
        if self.citation_id and self.citation.article_id != self.article_id:
            raise ValidationError({"citation": _("The source must be one of the same story.")})

    def stands_in(self, words: str) -> bool:
        """Whether the exact words stand in a story's plain text; only the spaces may differ."""
        return " ".join(self.exact.split()) in " ".join(words.split())

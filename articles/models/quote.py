import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Func, GeneratedField, Prefetch, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..addresses import path_to
from .citation import Citation, chain_from
from .event import keep_events
from .kept import KeptCount, only_triggers_write
from .language import LANGUAGES, site_language
from .proposal import ProposalQuerySet
from .publication import PublishedWithArticle, copy_published_at
from .resemblance import ResemblanceQuerySet, Resembling
from .search import SearchQuerySet, by_language
from .shown import ShownRow
from .speaker import Speaker
from .told import ToldQuoteQuerySet
from .touch import first_or_last, touches
from .vouched import Vouched


class QuoteQuerySet(SearchQuerySet, ProposalQuerySet, ResemblanceQuerySet, ToldQuoteQuerySet):
    def accepted(self):
        return self.filter(status=Quote.Status.ACCEPTED)

    def public(self, now=None):
        """What readers see: accepted quotes of stories that they can see."""
        return self.accepted().published(now)

    def addressable(self, now=None):
        """Quotes whose address answers: the public ones; and the withdrawn ones, and those whose story readers saw and
        can see no longer, which explain themselves."""
        now = now or timezone.now()
        seen = Q(published_at__lte=now) | Q(article__status="retracted")
        return self.filter(seen, status__in=[Quote.Status.ACCEPTED, Quote.Status.WITHDRAWN])

    def of_speaker(self, speaker):
        return self.filter(speaker=speaker).newest_first()

    def through(self, source, now=None):
        """Public quotes that reached us through `source`, of the stories that last cited it."""
        recent = source.citations.published(now).newest_first()[: Quote.RECENT_CITATIONS]
        return self.public(now).filter(citation__in=list(recent.values_list("pk", flat=True))).newest_first()

    def in_order(self):
        """As they stand in their story."""
        return self.order_by("position", "pk")

    def for_story(self):
        """With what the story's own page shows of them; where it came from, the story's citations say."""
        return self.select_related("speaker").only(
            *("article", "published_until", "speaker", "citation", "exact", "position", "kind", "language"),
            *("is_translation", "role", "said_on", "said_on_precision", "comment_count"),
            *("speaker__kind", "speaker__name", "speaker__slug", "speaker__aliases", "speaker__description"),
            *("speaker__wikidata_id", "speaker__unnamed_reason"),
        )

    def for_desk(self):
        """With their speakers and their places in the text, as the desk lists them."""
        return self.select_related("speaker").defer("search", "fingerprints", "proposal")

    def for_page(self):
        """With what the quote's own page shows, the story's text included."""
        return self.select_related("speaker", "article__section", "citation__source").defer(
            "search", "fingerprints", "proposal", "article__search"
        )

    def with_chain(self):
        """With speaker, story and the source that it came through."""
        return self.select_related("speaker", "article__section", "citation__source").defer(
            "search", "fingerprints", "proposal", "article__body", "article__search"
        )

    def for_feed(self):
        """With all that a feed tells of a quote: the whole chain of its story's sources too."""
        return self.with_chain().prefetch_related(Prefetch("article__citations", Citation.objects.with_chain()))


class Quote(PublishedWithArticle, Vouched, Resembling, ShownRow):
    """Words between quotation marks in a story, and who said them."""

    page_noun = "quote"
    page_owner = ("article_id", "article")

    # How many citations of a source are looked through for quotes: a big agency has hundreds of thousands.
    RECENT_CITATIONS = 200

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
    language = models.CharField(_("language"), max_length=8, choices=LANGUAGES, default=site_language)
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
    statement = models.ForeignKey(
        "articles.Statement",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="quotes",
        verbose_name=_("statement"),
    )
    proposal = models.JSONField(
        null=True, editable=False, help_text=_("What the quote finder proposed, as it was before any decision.")
    )
    decided_at = models.DateTimeField(null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    fingerprints = GeneratedField(
        expression=Func("exact", function="newsportal_fingerprints"),
        output_field=ArrayField(models.BigIntegerField()),
        db_persist=True,
    )
    search = GeneratedField(
        expression=by_language(lambda config: SearchVector("exact", config=config)),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    comment_count = KeptCount(_("replies"), default=0, db_default=0, editable=False)

    objects = QuoteQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(exact=""), name="quote_has_words"),
            # Lets (quote, article) refer here: a correction concerns a quotation of its own story.
            models.UniqueConstraint(fields=["id", "article"], name="quote_of_article"),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | Q(decided_at__isnull=False), name="quote_decision_has_time"
            ),
            models.CheckConstraint(
                condition=(Q(status="withdrawn") & ~Q(withdrawal_reason=""))
                | (~Q(status="withdrawn") & Q(withdrawal_reason="")),
                name="quote_withdrawn_with_reason",
                violation_error_message=_("A withdrawn quotation needs a reason, and only a withdrawn one has one."),
            ),
        ]
        indexes = [
            models.Index(fields=["article", "position", "id"], name="quote_in_order"),
            models.Index(fields=["article"], condition=Q(status="proposed"), name="quote_waiting"),
            models.Index(
                F("decided_at").desc(),
                F("id").desc(),
                condition=Q(decided_at__isnull=False),
                name="quote_last_decided",
            ),
            models.Index(
                F("published_at").desc(),
                F("id").desc(),
                include=["published_until"],
                condition=Q(status="accepted", published_at__isnull=False),
                name="quote_newest",
            ),
            models.Index(
                F("speaker"),
                F("published_at").desc(),
                F("id").desc(),
                include=["published_until"],
                condition=Q(status="accepted", published_at__isnull=False),
                name="quote_newest_of_speaker",
            ),
            models.Index(
                F("speaker"),
                F("changed_at").desc(),
                F("id").desc(),
                include=["published_until"],
                condition=Q(status__in=["accepted", "withdrawn"], changed_at__isnull=False),
                name="quote_last_changed",
            ),
            GinIndex(fields=["search"], name="quote_search"),
            # A list of what is not yet in the index would be read for every fingerprint of a new quote.
            GinIndex(fields=["fingerprints"], name="quote_fingerprints", fastupdate=False),
            models.Index(fields=["statement", "id"], condition=Q(statement__isnull=False), name="quote_of_statement"),
        ]
        ordering = ["position", "id"]
        triggers = [
            only_triggers_write("comment_count"),
            copy_published_at("decided_at"),
            keep_events("quote_id = OLD.id", "quote_id = NEW.id", "article_id", "status", "said_on"),
            pgtrigger.Trigger(
                name="keep_former_wording",
                when=pgtrigger.After,
                operation=pgtrigger.UpdateOf("exact"),
                condition=pgtrigger.Q(old__status="accepted", old__published_at__isnull=False)
                & ~pgtrigger.Q(old__exact=pgtrigger.F("new__exact")),
                func="""
                    INSERT INTO articles_formerwording (quote_id, exact, replaced_at)
                    VALUES (NEW.id, OLD.exact, now());
                    RETURN NULL;
                """,
            ),
            touches(
                "quote",
                "'article:' || ROW.article_id",
                "'quotes'",
                "'person:' || ROW.speaker_id || ':quotes'",
                "'statement:' || ROW.statement_id",
                "(SELECT 'source:' || source_id || ':stories' FROM articles_citation WHERE id = ROW.citation_id)",
                first_or_last("people", "articles_quote", "speaker_id", also="other.status = 'accepted'"),
                "'search'",
                seen="ROW.changed_at IS NOT NULL AND ROW.status IN ('accepted', 'withdrawn')",
                # Shown on the story's page only, which a reply touches itself.
                unseen=("comment_count",),
            ),
        ]
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")

    def __str__(self):
        return f"“{self.exact[:80]}”"

    def get_absolute_url(self):
        return path_to("quote", self.pk)

    def clean(self):
        if self.citation_id and self.citation.article_id != self.article_id:
            raise ValidationError({"citation": _("The source must be one of the same story.")})

    @property
    def words_before(self) -> str:
        """What stands before it, without the piece of a word that the kept characters mostly begin with."""
        return self.prefix.partition(" ")[2]

    @property
    def words_after(self) -> str:
        """What stands after it, without the piece of a word that the kept characters mostly end with."""
        return self.suffix.rpartition(" ")[0]

    @property
    def said(self) -> str:
        """The date on which it was said, no more exact than it is known: 2023-09-13, 2023-09, 2023 or nothing."""
        length = {self.Precision.YEAR: 4, self.Precision.MONTH: 7, self.Precision.DAY: 10}
        return self.said_on.isoformat()[: length[self.said_on_precision]] if self.said_on else ""

    def chain_among(self, citations) -> list:
        """Those of its story's `citations` through which the words reached us, from the quote's own on."""
        by_pk = {citation.pk: citation for citation in citations}
        return chain_from(by_pk[self.citation_id], by_pk) if self.citation_id in by_pk else []

    def stands_in(self, words: str) -> bool:
        """Whether the exact words stand in a story's plain text; only the spaces may differ."""
        return " ".join(self.exact.split()) in " ".join(words.split())

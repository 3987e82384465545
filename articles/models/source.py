import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .publication import PublishedWithArticle, PublishedWithArticleQuerySet, copy_published_at
from .slug import keep_former_slug


class SourceQuerySet(models.QuerySet):
    def in_use(self, now=None):
        """Sources that at least one story rests on, as readers see it."""
        return self.filter(Exists(Citation.objects.published(now).filter(source=OuterRef("pk"))))

    def named(self, name: str):
        """Sources that go by `name`, as their own name or an alias."""
        return self.filter(Q(name__iexact=name) | Q(aliases__contains=[name]))


class Source(models.Model):
    """Where reports come from: an outlet, agency, broadcaster, institution, company or document series."""

    class Kind(models.TextChoices):
        OUTLET = "outlet", _("outlet")
        AGENCY = "agency", _("news agency")
        BROADCASTER = "broadcaster", _("broadcaster")
        INSTITUTION = "institution", _("institution")
        COMPANY = "company", _("company")
        DOCUMENTS = "documents", _("document series")

    name = models.CharField(_("name"), max_length=120, unique=True)
    slug = models.SlugField(_("address"), max_length=120, unique=True, help_text=_("The old one redirects."))
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.OUTLET)
    aliases = ArrayField(
        models.CharField(max_length=120),
        verbose_name=_("other names"),
        default=list,
        blank=True,
        help_text=_("Separated by commas, for instance “Antara, antaranews.com”. Imports find the source by them."),
    )
    home_page = models.URLField(_("home page"), blank=True)
    country = models.CharField(_("country"), max_length=60, blank=True)
    description = models.TextField(_("description"), max_length=600, blank=True)
    licence = models.CharField(_("licence"), max_length=120, blank=True, help_text=_("On what terms we may use it."))
    credit_line = models.CharField(
        _("credit line"), max_length=120, blank=True, help_text=_("The words that the source asks to be credited with.")
    )
    may_index = models.BooleanField(_("search engines may list our stories that rest on it"), default=True)
    may_syndicate = models.BooleanField(_("feeds may carry our stories that rest on it"), default=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["name", "id"], name="source_by_name"),
            models.Index(Lower("name"), name="source_by_lower_name"),
            GinIndex(fields=["aliases"], name="source_aliases"),
        ]
        ordering = ["name", "id"]
        triggers = [keep_former_slug("source")]
        verbose_name = _("source")
        verbose_name_plural = _("sources")

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("articles:source", args=[self.slug])


class SourceItem(models.Model):
    """One thing that a source published."""

    class State(models.TextChoices):
        LIVE = "live", _("live")
        CORRECTED = "corrected", _("corrected by its source")
        KILLED = "killed", _("withdrawn by its source")

    source = models.ForeignKey(Source, models.PROTECT, related_name="items", verbose_name=_("source"))
    title = models.CharField(_("title"), max_length=300, blank=True)
    url = models.URLField(_("link"), max_length=600, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    first_seen_at = models.DateTimeField(_("first seen"), auto_now_add=True)
    content_hash = models.CharField(
        _("hash of what was seen"), max_length=64, blank=True, help_text=_("SHA-256, hexadecimal.")
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.LIVE)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "url"],
                condition=~Q(url=""),
                name="source_item_once",
                violation_error_message=_("This link of this source is known already."),
            ),
            models.UniqueConstraint(
                fields=["source", "content_hash"], condition=~Q(content_hash=""), name="source_item_seen_once"
            ),
        ]
        indexes = [models.Index(fields=["content_hash"], condition=~Q(content_hash=""), name="source_item_hash")]
        ordering = ["-id"]
        verbose_name = _("source item")
        verbose_name_plural = _("source items")

    def __str__(self):
        return f"{self.source}: {self.title or self.url or _('report')}"


class CitationQuerySet(PublishedWithArticleQuerySet):
    def with_chain(self):
        """With what the box “sources of this story” shows."""
        return self.select_related("item", "source").order_by("position", "pk")

    def newest_first(self):
        return self.order_by("-published_at", "-pk")

    def for_source_page(self):
        """With what the page of one source shows: the item and the story that rests on it."""
        return self.select_related("item", "article__section", "article__lead_photo", "via__source").defer(
            "article__body", "article__search"
        )


class Citation(PublishedWithArticle):
    """That a story rests on a source item, and through which other citation the item came to us."""

    class Part(models.TextChoices):
        BASED_ON = "based_on", _("based on")
        CITED = "cited", _("cited")
        DOCUMENT = "document", _("document")
        RECORDING = "recording", _("recording")

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="citations", verbose_name=_("story"))
    item = models.ForeignKey(SourceItem, models.PROTECT, related_name="citations", verbose_name=_("source item"))
    # A copy of item.source, kept by the trigger copy_source, for the lists of one source.
    source = models.ForeignKey(Source, models.PROTECT, related_name="citations", editable=False)
    part = models.CharField(_("part"), max_length=10, choices=Part, default=Part.CITED)
    via = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="brought",
        verbose_name=_("came through"),
        help_text=_("The source of this story that passed it on. Empty when we had it directly."),
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = CitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["article", "item"],
                name="citation_once",
                violation_error_message=_("This story cites that item already."),
            ),
            # Lets (via, article) and a quote's (citation, article) refer here: the chain stays within its story.
            models.UniqueConstraint(fields=["id", "article"], name="citation_of_article"),
        ]
        indexes = [
            models.Index(
                F("source"),
                F("published_at").desc(),
                F("id").desc(),
                condition=Q(published_at__isnull=False),
                name="citation_newest",
            )
        ]
        ordering = ["position", "id"]
        triggers = [
            copy_published_at(),
            pgtrigger.Trigger(
                name="copy_source",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("item_id", "source_id"),
                func="""
                    NEW.source_id := (SELECT source_id FROM articles_sourceitem WHERE id = NEW.item_id);
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="chain_has_no_cycle",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("via_id"),
                # At the end of the transaction, so that links can be exchanged one by one.
                timing=pgtrigger.Deferred,
                condition=pgtrigger.Q(new__via__isnull=False),
                func="""
                    -- One writer of a chain at a time: two at once could each add a half of a circle.
                    PERFORM 1 FROM articles_article WHERE id = NEW.article_id FOR NO KEY UPDATE;
                    IF EXISTS (
                        WITH RECURSIVE chain (id) AS (
                            SELECT via_id FROM articles_citation WHERE id = NEW.id
                            UNION
                            SELECT c.via_id FROM articles_citation c JOIN chain ON c.id = chain.id
                        )
                        SELECT 1 FROM chain WHERE id = NEW.id
                    ) THEN
                        RAISE EXCEPTION 'citation % comes through itself', NEW.id USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NULL;
                """,
            ),
        ]
        verbose_name = _("citation")
        verbose_name_plural = _("citations")

    def __str__(self):
        return str(self.item)

    def save(self, *args, **kwargs):
        self.source_id = self.item.source_id
        super().save(*args, **kwargs)

    def clean(self):
        if self.via_id and self.via.article_id != self.article_id:
            raise ValidationError({"via": _("“Came through” must name a source of the same story.")})
        refuse_cycle({citation.pk: citation for citation in [*self._others(), self]})

    def _others(self):
        return Citation.objects.filter(article=self.article_id).exclude(pk=self.pk).select_related("item__source")


def refuse_cycle(citations: dict) -> None:
    """Raise ValidationError, naming two sources, when the chain among `citations` (by key) runs in a circle."""
    for start in citations.values():
        seen = {start.pk}
        step = citations.get(start.via_id)
        while step is not None and step.pk not in seen:
            seen.add(step.pk)
            step = citations.get(step.via_id)
        if step is start:
            raise ValidationError(
                _("%(one)s and %(other)s cannot each have come through the other."),
                params={"one": start.item.source, "other": citations[start.via_id].item.source},
            )


def chains(citations) -> list[list]:
    """One list for each origin among a story's `citations`: from the origin through all that passed it on to us."""
    by_pk = {citation.pk: citation for citation in citations}
    passed_on = {citation.via_id for citation in citations}
    found = []
    for origin in citations:
        if origin.pk in passed_on:
            continue
        chain = [origin]
        while (step := by_pk.get(chain[-1].via_id)) and step not in chain:
            chain.append(step)
        found.append(chain)
    return found

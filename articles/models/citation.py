import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from .kept import KeptCount, KeptForeignKey, only_triggers_write
from .publication import PublishedWithArticle, PublishedWithArticleQuerySet, copy_published_at
from .shown import ShownRow
from .source import Source, SourceItem
from .touch import first_or_last, touches


class CitationQuerySet(PublishedWithArticleQuerySet):
    def with_chain(self):
        """With what the box “sources of this story” shows."""
        return (
            self.select_related("item", "source")
            .only(
                *("article", "item", "source", "part", "via", "position", "published_until", "comment_count"),
                *("item__source", "item__title", "item__url", "item__published_on", "item__first_seen_at"),
                *("item__state", "source__name", "source__slug", "source__kind", "source__home_page"),
                *("source__may_index", "source__may_syndicate", "source__credit_line"),
            )
            .order_by("position", "pk")
        )

    def for_source_page(self):
        """With what the page of one source shows: the item and the story that rests on it."""
        return self.select_related("item", "article__section", "article__lead_photo", "via__source").defer(
            "article__body", "article__search"
        )


class Citation(PublishedWithArticle, ShownRow):
    """That a story rests on a source item, and through which other citation the item came to us."""

    page_noun = "citation"
    page_owner = ("article_id", "article")

    class Part(models.TextChoices):
        BASED_ON = "based_on", _("based on")
        CITED = "cited", _("cited")
        DOCUMENT = "document", _("document")
        RECORDING = "recording", _("recording")

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="citations", verbose_name=_("story"))
    item = models.ForeignKey(SourceItem, models.PROTECT, related_name="citations", verbose_name=_("source item"))
    # A copy of item.source, kept by the trigger copy_source, for the lists of one source.
    source = KeptForeignKey(Source, models.PROTECT, related_name="citations", editable=False)
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

    comment_count = KeptCount(_("replies"), default=0, db_default=0, editable=False)

    objects = CitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["article", "item"],
                name="citation_once",
                deferrable=models.Deferrable.IMMEDIATE,  # two rows may change places within one statement
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
                include=["published_until"],
                condition=Q(published_at__isnull=False),
                name="citation_newest",
            ),
            models.Index(
                F("source"),
                F("changed_at").desc(),
                F("id").desc(),
                include=["published_until"],
                condition=Q(changed_at__isnull=False),
                name="citation_last_changed",
            ),
        ]
        ordering = ["position", "id"]
        triggers = [
            only_triggers_write("comment_count"),
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
                name="find_sole_origin",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("via_id", "source_id") | pgtrigger.Delete,
                func="""
                    UPDATE articles_article SET sole_origin_id = (
                        SELECT CASE WHEN count(DISTINCT c.source_id) = 1 THEN min(c.source_id) END
                        FROM articles_citation c
                        WHERE c.article_id = articles_article.id
                        AND NOT EXISTS (SELECT 1 FROM articles_citation before WHERE before.via_id = c.id)
                    ), is_sourced = EXISTS (
                        SELECT 1 FROM articles_citation c WHERE c.article_id = articles_article.id
                    ) WHERE id = COALESCE(NEW.article_id, OLD.article_id);
                    RETURN NULL;
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
            touches(
                "citation",
                "'article:' || ROW.article_id",
                "'source:' || ROW.source_id || ':stories'",
                first_or_last("sources", "articles_citation", "source_id"),
                "(SELECT 'syndication' FROM articles_source WHERE id = ROW.source_id AND NOT may_syndicate)",
                "(SELECT 'indexing' FROM articles_source WHERE id = ROW.source_id AND NOT may_index)",
                seen="ROW.changed_at IS NOT NULL",
                # Shown on the story's page only, which a reply touches itself.
                unseen=("comment_count",),
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

    def merge_into(self, kept: "Citation") -> None:
        """Give what came through this citation to `kept`, another of the same story, and delete this one."""
        self.quotes.update(citation=kept)
        self.comments.update(citation=kept)
        self.brought.exclude(pk=kept.pk).update(via=kept)
        if kept.via_id == self.pk:
            kept.via = self.via
            kept.save()
        self.delete()
        kept.clean()

    def _others(self):
        return Citation.objects.filter(article=self.article_id).exclude(pk=self.pk).select_related("item__source")


def refuse_cycle(citations: dict) -> None:
    """Raise ValidationError, naming two sources, when the chain among `citations` (by key) runs in a circle."""
    for start in citations.values():
        seen = {start.pk}
        step = citations.get(start.via_id) if start.via_id else None
        while step is not None and step.pk not in seen:
            seen.add(step.pk)
            step = citations.get(step.via_id) if step.via_id else None
        if step is start:
            raise ValidationError(
                _("%(one)s and %(other)s cannot each have come through the other."),
                params={"one": start.item.source, "other": citations[start.via_id].item.source},
            )


def no_source_refuses(right: str, *, story: str = "pk", span=None) -> Exists:
    """That every source of a story, whose key is the query's field `story`, grants a `right`: Source has them.

    For a long list of stories, all published from one moment to before another, `span` names the two: then the
    citations of no other time are read.
    """
    refusals = Citation.objects.filter(article=OuterRef(story), **{f"source__{right}": False})
    if span:
        refusals = refusals.filter(published_at__gte=span[0], published_at__lt=span[1])
    return ~Exists(refusals)


def every_source_grants(right: str, citations) -> bool:
    """The same of a story's `citations` (with_chain) at hand."""
    return all(getattr(citation.source, right) for citation in citations)


def chains(citations) -> list[list]:
    """One list for each origin among a story's `citations`: from the origin through all that passed it on to us."""
    by_pk = {citation.pk: citation for citation in citations}
    passed_on = {citation.via_id for citation in citations}
    return [chain_from(origin, by_pk) for origin in citations if origin.pk not in passed_on]


def chain_from(citation, by_pk: dict) -> list:
    """From `citation` through all that passed it on to us, among its story's citations by key."""
    chain = [citation]
    while (step := by_pk.get(chain[-1].via_id)) and step not in chain:
        chain.append(step)
    return chain

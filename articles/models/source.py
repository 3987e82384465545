from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import connection, models, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Upper
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..addresses import path_to
from .named import NamedQuerySet, aliases_of_both
from .search import words_index
from .shown import ShownRow
from .skeleton import Skeleton, Skeletons
from .slug import keep_former_slug, merge_slugs, refuse_itself
from .touch import changed, touches


class SourceQuerySet(NamedQuerySet):
    def in_use(self, now=None):
        """Sources that at least one story rests on, as readers see it."""
        from .citation import Citation

        return self.filter(Exists(Citation.objects.published(now).filter(source=OuterRef("pk"))))


class Source(ShownRow):
    """Where reports come from: an outlet, agency, broadcaster, institution, company or document series."""

    page_noun = "source"

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
            models.Index(Upper("name"), name="source_by_upper_name"),
            GinIndex(fields=["aliases"], name="source_aliases"),
            # What nobody may call themselves under a story.
            models.Index(Skeleton("name"), name="source_skeleton"),
            GinIndex(Skeletons("aliases"), name="source_alias_skeletons"),
            words_index("name", "source_name_words"),
        ]
        ordering = ["name", "id"]
        triggers = [
            keep_former_slug("source"),
            touches(
                "source",
                f"CASE WHEN {changed('name', 'slug')} THEN 'sources' END",
                f"CASE WHEN {changed('may_index')} THEN 'indexing' END",
                f"CASE WHEN {changed('may_syndicate')} THEN 'syndication' END",
                unseen=("licence",),
            ),
        ]
        verbose_name = _("source")
        verbose_name_plural = _("sources")

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return path_to("source", self.slug)

    def sole_origin_count(self, most: int = 1000) -> int:
        """Of how many stories that readers can see it is the only origin; counts no further than `most`."""
        from .article import Article

        return Article.objects.published().filter(sole_origin=self)[:most].count()

    @transaction.atomic
    def merge_into(self, kept: "Source") -> None:
        """Give this source's items, names and addresses to `kept` and delete this one.

        An item that `kept` has too, by its link or by the hash of what was seen, becomes that one. A right that
        either refuses stays refused.
        """
        refuse_itself(self, kept)
        for item in self.items.all():
            same = Q(url=item.url) & ~Q(url="") | Q(content_hash=item.content_hash) & ~Q(content_hash="")
            if twin := kept.items.filter(same).first():
                item.merge_into(twin)
            else:
                item.source = kept
                item.save()
                item.citations.update(source=kept)
        kept.aliases = aliases_of_both(self, kept)
        kept.may_index = kept.may_index and self.may_index
        kept.may_syndicate = kept.may_syndicate and self.may_syndicate
        kept.save(update_fields=["aliases", "may_index", "may_syndicate"])
        merge_slugs("source", self, kept)
        self.delete()


# Each step goes from an item to those that brought it on, in any story.
PASSED_ON = """
    WITH RECURSIVE passed_on (id) AS (
        SELECT %s::bigint
        UNION
        SELECT bringer.item_id FROM passed_on
        JOIN articles_citation origin ON origin.item_id = passed_on.id
        JOIN articles_citation bringer ON bringer.id = origin.via_id
    )
    SELECT id FROM passed_on
"""


class SourceItemQuerySet(models.QuerySet):
    def taken_back(self):
        """What its source corrected or withdrew, the latest first, of what stories that readers can see rest on."""
        from .citation import Citation

        resting = Citation.objects.published().filter(item=OuterRef("pk"))
        return self.exclude(state=SourceItem.State.LIVE).filter(Exists(resting)).order_by("-state_changed_at", "-pk")


class SourceItem(ShownRow):
    """One thing that a source published."""

    page_noun = "item"

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
    state_changed_at = models.DateTimeField(_("state since"), null=True, editable=False)

    objects = SourceItemQuerySet.as_manager()

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
        indexes = [
            models.Index(fields=["content_hash"], condition=~Q(content_hash=""), name="source_item_hash"),
            models.Index(fields=["url"], condition=~Q(url=""), name="source_item_url"),
            words_index("title", "source_item_title_words"),
            models.Index(
                F("source"),
                F("state_changed_at").desc(),
                F("id").desc(),
                condition=~Q(state="live"),
                name="source_item_taken_back",
            ),
        ]
        ordering = ["-id"]
        triggers = [touches("item", "'source:' || ROW.source_id || ':stories'", unseen=("content_hash",))]
        verbose_name = _("source item")
        verbose_name_plural = _("source items")

    def __str__(self):
        title = self.title or self.url or _("report")
        return f"{self.source}: {title}"

    @transaction.atomic
    def mark(self, state: str) -> list:
        """Note that its source corrected or withdrew it; returns the new entries of the desk's queue, one a story.

        Nothing in the stories is changed by itself.
        """
        from .recheck import Recheck

        # One at a time: two at once would queue a story twice.
        SourceItem.objects.select_for_update().get(pk=self.pk)
        self.state, self.state_changed_at = state, timezone.now()
        self.save(update_fields=["state", "state_changed_at"])
        if state == self.State.LIVE:
            return []
        waiting = self.rechecks.open().filter(state=state)
        stories = self.stories().exclude(pk__in=waiting.values("article")).order_by("pk")
        return Recheck.objects.bulk_create(
            Recheck(item=self, state=state, article_id=pk) for pk in stories.values_list("pk", flat=True)
        )

    def stories(self):
        """The stories that rest on it: they cite it, or something that a chain of ours shows to have come from it; and
        the translations of such a story."""
        from .article import Article
        from .citation import Citation

        resting = Citation.objects.filter(item__in=self.passed_on_as()).values("article")
        translations = Article.objects.filter(translation_of__in=resting).values("pk")
        return Article.objects.filter(pk__in=resting.union(translations))

    def passed_on_as(self) -> list[int]:
        """The ids of this item and of every item that any chain of ours shows to have come from it."""
        with connection.cursor() as cursor:
            cursor.execute(PASSED_ON, [self.pk])
            return [pk for (pk,) in cursor.fetchall()]

    @transaction.atomic
    def merge_into(self, kept: "SourceItem") -> None:
        """Let every story that cites this item cite `kept`, and delete this one. The worse state of the two holds."""
        refuse_itself(self, kept)
        for citation in self.citations.all():
            if twin := kept.citations.filter(article=citation.article_id).first():
                citation.merge_into(twin)
            else:
                citation.item = kept
                citation.save()
        self.rechecks.exclude(article__in=kept.rechecks.values("article")).update(item=kept)
        self.delete()
        if self.State.values.index(self.state) > self.State.values.index(kept.state):
            kept.mark(self.state)

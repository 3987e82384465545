import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Exists, F, GeneratedField, OuterRef, Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from ..addresses import path_to
from ..body import BodyField
from .age import anniversary, years_since
from .citation import no_source_refuses
from .decided import Decided
from .entrusted import Entrusted
from .kept import KeptBoolean, KeptCount, KeptForeignKey
from .language import LANGUAGES, site_language
from .listed import ListedQuerySet
from .on_desk import OnDeskQuerySet
from .photo import Photo
from .photo_use import keep_photo_uses
from .planned import Planned
from .publication import readers_see, spread_published_at
from .quote import Quote
from .related import RelatedQuerySet
from .revised import Revised
from .search import SearchQuerySet, by_language
from .section import Section
from .shown import next_of
from .sketch import keep_sketch
from .slug import keep_former_slug
from .told import Told, ToldQuerySet
from .translated import Translated
from .turning import TurningQuerySet, story_touches


def weighted(config: str) -> SearchVector:
    """What a search for a story reads, in the words of one of PostgreSQL's text search configurations."""
    return (
        SearchVector("headline", weight="A", config=config)
        + SearchVector("standfirst", weight="B", config=config)
        + SearchVector("body", weight="C", config=config)
    )


class ArticleQuerySet(ListedQuerySet, OnDeskQuerySet, RelatedQuerySet, SearchQuerySet, ToldQuerySet, TurningQuerySet):
    def published(self, now=None):
        """Stories that readers can see at `now`. A scheduled one joins by itself. See also Article.is_published."""
        return self.filter(readers_see(now))

    def addressable(self, now=None):
        """Stories whose address answers readers: those that they can see, and those that say why they cannot."""
        answering = [Article.Status.PUBLISHED, Article.Status.RETRACTED]
        return self.filter(status__in=answering, first_published_at__lte=now or timezone.now())

    def indexed(self, *, span=None):
        """Stories that search engines may list: no source that they rest on refuses. `span` as in the rule's own."""
        return self.filter(no_source_refuses("may_index", span=span))

    def waiting_for_review(self):
        """Stories with a proposed quotation on which nobody has decided."""
        return self.filter(Exists(Quote.objects.proposed().filter(article=OuterRef("pk"))))

    def labelled(self):
        """Stories in which editors have decided on every quotation, and on at least one."""
        quotes = Quote.objects.filter(article=OuterRef("pk"))
        return self.filter(Exists(quotes.decided()), ~Exists(quotes.proposed()))


class Article(Decided, Planned, Revised, Entrusted, Told, Translated):
    """A story. The row is what readers see."""

    page_noun = "article"

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        IN_REVIEW = "in_review", _("in review")
        PUBLISHED = "published", _("published")
        RETRACTED = "retracted", _("retracted")

    headline = models.CharField(_("headline"), max_length=250)
    slug = models.SlugField(
        _("address"),
        max_length=200,
        db_index=False,
        help_text=_("Last part of the web address. Changed later, the old address redirects."),
    )
    standfirst = models.TextField(
        _("standfirst"),
        blank=True,
        max_length=600,
        help_text=_("One or two sentences between headline and text. Also what lists and search engines show."),
    )
    body = BodyField(_("text"), blank=True, max_length=1_000_000)
    language = models.CharField(_("language"), max_length=8, choices=LANGUAGES, default=site_language)
    section = models.ForeignKey(
        Section, models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("section")
    )
    tags = TaggableManager(through="articles.Tagging", blank=True, verbose_name=_("tags"))
    lead_photo = models.ForeignKey(
        Photo, models.PROTECT, null=True, blank=True, related_name="lead_of", verbose_name=_("lead photo")
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Status, default=Status.DRAFT, db_default=Status.DRAFT, editable=False
    )
    first_published_at = models.DateTimeField(_("first published"), null=True, blank=True, editable=False)
    published_on = models.DateField(
        null=True, editable=False, help_text=_("The newsroom's date of first publication: part of the address.")
    )
    # When a change of substance was last let out. Readers see it.
    updated_at = models.DateTimeField(_("updated"), null=True, blank=True, editable=False)
    embargo = models.DateTimeField(
        _("embargo until"),
        null=True,
        blank=True,
        help_text=_("Cannot appear before this moment, in the newsroom's time."),
    )
    rights = models.CharField(
        _("rights"), max_length=250, blank=True, help_text=_("Credit or licence line that the source asks for.")
    )
    retracted_at = models.DateTimeField(null=True, editable=False)
    retraction_reason = models.TextField(_("reason for retraction"), blank=True, editable=False)
    # The one source that all its chains go back to; null when there are several or none. Citation's trigger keeps it.
    sole_origin = KeptForeignKey("articles.Source", models.SET_NULL, null=True, editable=False, related_name="+")
    # Whether it names a source; kept by the same trigger.
    is_sourced = KeptBoolean(default=False, db_default=False, editable=False)
    # How many warnings are open; kept by articles.warnings.keep_warnings.
    warning_count = KeptCount(_("open warnings"), default=0, db_default=0, editable=False)
    comments_open = models.BooleanField(_("open for replies"), default=True)
    comment_count = KeptCount(_("replies"), default=0, db_default=0, editable=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True, db_default=Now())
    modified_at = models.DateTimeField(_("last saved"), auto_now=True, db_default=Now())
    search = GeneratedField(
        expression=by_language(weighted),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = ArticleQuerySet.as_manager()

    class Meta:
        constraints = [
            *Planned.CONSTRAINTS,
            *Translated.CONSTRAINTS,
            models.CheckConstraint(
                condition=~Q(status="published") | Q(first_published_at__isnull=False),
                name="article_published_has_date",
                violation_error_message=_("A published story needs a date of publication."),
            ),
            models.CheckConstraint(
                condition=Q(first_published_at__isnull=True, published_on__isnull=True)
                | Q(first_published_at__isnull=False, published_on__isnull=False),
                name="article_date_paired",
            ),
            models.CheckConstraint(
                condition=Q(embargo__isnull=True)
                | Q(first_published_at__isnull=True)
                | Q(first_published_at__gte=F("embargo")),
                name="article_not_before_embargo",
                violation_error_message=_("The story would appear before its embargo ends."),
            ),
            models.CheckConstraint(
                condition=(Q(status="retracted") & Q(retracted_at__isnull=False) & ~Q(retraction_reason=""))
                | (~Q(status="retracted") & Q(retracted_at__isnull=True)),
                name="article_retracted_with_reason",
                violation_error_message=_("A retracted story needs a reason, which readers see."),
            ),
            models.UniqueConstraint(
                fields=["published_on", "slug"],
                name="article_address",
                violation_error_message=_("Another story of that day has this address. Change the address."),
            ),
        ]
        indexes = [
            *Planned.INDEXES,
            *Told.INDEXES,
            models.Index(
                F("first_published_at").desc(),
                F("id").desc(),
                include=["unpublish_at"],
                condition=Q(status="published"),
                name="article_newest",
            ),
            models.Index(
                F("section"),
                F("first_published_at").desc(),
                F("id").desc(),
                include=["unpublish_at"],
                condition=Q(status="published"),
                name="article_newest_of_section",
            ),
            models.Index(
                F("sole_origin"),
                F("first_published_at").desc(),
                include=["unpublish_at"],
                condition=Q(status="published", sole_origin__isnull=False),
                name="article_of_sole_origin",
            ),
            models.Index(F("modified_at").desc(), F("id").desc(), name="article_last_saved"),
            # What the desk narrows its list down to: a language that few stories have, a time of publication.
            models.Index("language", F("modified_at").desc(), F("id").desc(), name="article_of_language"),
            models.Index(F("first_published_at").desc(), F("id").desc(), name="article_by_publication"),
            models.Index(
                F("status"),
                F("modified_at").desc(),
                F("id").desc(),
                condition=~Q(status="published"),
                name="article_unpublished",
            ),
            models.Index(
                F("first_published_at").desc(),
                F("id").desc(),
                condition=Q(status="published", is_sourced=False),
                name="article_unsourced",
            ),
            models.Index(
                F("first_published_at").desc(),
                F("id").desc(),
                condition=Q(status="published", warning_count__gt=0),
                name="article_warned",
            ),
            models.Index(fields=["embargo"], condition=Q(embargo__isnull=False), name="article_embargo"),
            models.Index(
                F("created_by"),
                F("modified_at").desc(),
                F("id").desc(),
                condition=Q(created_by__isnull=False),
                name="article_of_creator",
            ),
            GinIndex(fields=["search"], name="article_search"),
        ]
        triggers = [
            spread_published_at(
                *("articles_tagging", "articles_byline", "articles_citation", "articles_quote"),
                *("articles_event", "articles_part"),
            ),
            # A fixture loaded again writes the column too, and does not know of the replies that came since.
            pgtrigger.Trigger(
                name="only_comments_count",
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("comment_count"),
                condition=pgtrigger.Condition("pg_trigger_depth() = 0"),
                func="NEW.comment_count := OLD.comment_count; RETURN NEW;",
            ),
            keep_sketch(),
            keep_photo_uses(),
            Translated.TRIGGER,
            keep_former_slug("article", "to_char(published_on, 'YYYY-MM-DD') || '/' || slug"),
            story_touches(),
        ]
        permissions = [
            ("publish_article", "Can publish, withdraw and retract stories"),
            ("edit_section_article", "Can change every story of their sections"),
        ]
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    def __str__(self):
        return self.headline

    def name_itself(self, page):
        """A page that read no text of it shows at most its card; and one that did not read how many replies it has, at
        most what stands in it."""
        is_card = "body" not in self.__dict__ and "comment_count" in self.__dict__
        noun = "card" if is_card else self.page_noun
        page.rows.setdefault(noun, {})[f"{noun}:{self.pk}"] = ""
        page.expires(next_of(self.__dict__.get("first_published_at"), self.__dict__.get("unpublish_at")))

    def get_absolute_url(self):
        """The public address; empty before the story has a date."""
        return path_to("article", self.published_on, self.slug) if self.published_on else ""

    @property
    def photo(self) -> Photo | None:
        """What readers see as the lead photo: none when its licence has ended."""
        return self.lead_photo if self.lead_photo and self.lead_photo.is_licensed() else None

    def is_published(self, now=None) -> bool:
        """Whether readers can see it at `now`. See also ArticleQuerySet.published."""
        now = now or timezone.now()
        has_appeared = self.status == self.Status.PUBLISHED and self.first_published_at <= now
        return has_appeared and not self.is_expired(now)

    @property
    def age(self) -> int:
        """How many years readers have had it; nobody is told of a story of this year."""
        return years_since(self.first_published_at, timezone.now()) if self.first_published_at else 0

    def grows_older_at(self):
        """The moment at which its age changes; None while readers have not seen it."""
        return self.first_published_at and anniversary(self.first_published_at, self.age + 1)

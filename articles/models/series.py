from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.expressions import RawSQL
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..body import BodyField
from .publication import PublishedWithArticle, PublishedWithArticleQuerySet, copy_published_at
from .search import words_index
from .shown import ShownRow
from .slug import keep_former_slug
from .touch import changed, first_or_last, touches


class SeriesQuerySet(models.QuerySet):
    def in_use(self, now=None):
        """Series of which readers can see at least one part."""
        return self.filter(Exists(Part.objects.published(now).filter(series=OuterRef("pk"))))


class Series(ShownRow):
    """Stories that were written to be read one after another."""

    page_noun = "series"

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("address"), max_length=120, unique=True, help_text=_("The old one redirects."))
    introduction = BodyField(
        _("introduction"), blank=True, max_length=20_000, help_text=_("Stands above the parts on the series' own page.")
    )

    objects = SeriesQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["name", "id"], name="series_by_name"),
            words_index("name", "series_name_words"),
        ]
        ordering = ["name", "id"]
        triggers = [
            keep_former_slug("series"),
            touches("series", f"CASE WHEN {changed('name', 'slug')} THEN 'series' END"),
        ]
        verbose_name = _("series")
        verbose_name_plural = _("series")

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("articles:series", args=[self.slug])


# The one next to it is looked for within its own brackets, which take it off the index part_in_order; a series that is
# joined before would be sorted whole.
BESIDE = """
    (SELECT beside.id FROM articles_part AS mine CROSS JOIN LATERAL (
        SELECT other.id FROM articles_part AS other
        WHERE other.series_id = mine.series_id AND other.number {side} mine.number
        AND other.published_at <= %s AND (other.published_until IS NULL OR other.published_until > %s)
        ORDER BY other.number {order} LIMIT 1
     ) AS beside WHERE mine.article_id = %s)"""
AROUND = " UNION ALL ".join(
    [
        "SELECT id FROM articles_part WHERE article_id = %s",
        BESIDE.format(side="<", order="DESC"),
        BESIDE.format(side=">", order="ASC"),
    ]
)


class PartQuerySet(PublishedWithArticleQuerySet):
    def in_order(self):
        return self.order_by("number", "pk")

    def for_cards(self):
        """With what the page of the series shows of each story."""
        return self.select_related("article__section", "article__lead_photo").defer("article__body", "article__search")

    def around(self, article, now):
        """The part that the story with the key `article` is, whether or not readers can see it, and those before and
        after it that they can; however long the series is, three rows are read."""
        return self.filter(pk__in=RawSQL(AROUND, [article, *[now, now, article] * 2])).in_order()

    def next_in_series_of(self, article, now):
        """The moment at which the next part of that story's series appears, as a list of one or none."""
        # None changes before it appears, which the index part_last_changed knows of each series.
        coming = self.filter(series__parts__article=article, changed_at__gt=now, published_at__gt=now)
        coming = coming.order_by("published_at")
        return coming.values_list("published_at", flat=True)[:1]

    def for_names(self):
        """With the name of the series, and with what a link to the story shows."""
        names = ["headline", "slug", "language", "published_on", "first_published_at", "unpublish_at"]
        shown = ["number", "series__name", "series__slug", *(f"article__{name}" for name in names)]
        return self.select_related("series", "article").only(*shown)


class Part(PublishedWithArticle, ShownRow):
    """A story's place in a series. Editors of the series set it, at once: it is no part of the story's own text."""

    page_noun = "part"

    series = models.ForeignKey(Series, models.CASCADE, related_name="parts", verbose_name=_("series"))
    article = models.OneToOneField("articles.Article", models.CASCADE, related_name="part", verbose_name=_("story"))
    number = models.PositiveSmallIntegerField(
        _("part"), validators=[MinValueValidator(1)], help_text=_("1 for the first. Readers see it.")
    )

    objects = PartQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["series", "number"],
                name="part_number_once",
                deferrable=models.Deferrable.DEFERRED,  # two parts may change places, one after the other
                violation_error_message=_("Another story is this part already."),
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1),
                name="part_number_from_one",
                violation_error_message=_("The first part is number 1."),
            ),
        ]
        indexes = [
            models.Index(
                fields=["series", "number"],
                include=["published_at", "published_until"],
                condition=Q(published_at__isnull=False),
                name="part_in_order",
            ),
            models.Index(
                F("series"),
                F("changed_at").desc(),
                F("id").desc(),
                include=["published_until"],
                condition=Q(changed_at__isnull=False),
                name="part_last_changed",
            ),
        ]
        ordering = ["number", "id"]
        triggers = [
            copy_published_at(),
            touches(
                "part",
                "'article:' || ROW.article_id",
                "'series:' || ROW.series_id || ':parts'",
                first_or_last("series", "articles_part", "series_id"),
                seen="ROW.changed_at IS NOT NULL",
            ),
        ]
        verbose_name = _("part of a series")
        verbose_name_plural = _("parts of a series")

    def __str__(self):
        return f"{self.series}, {self.number}"

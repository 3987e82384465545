from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
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


class PartQuerySet(PublishedWithArticleQuerySet):
    def in_order(self):
        return self.order_by("number", "pk")

    def newest_first(self):
        return self.order_by("-published_at", "-article")

    def for_cards(self):
        """With what the page of the series shows of each story."""
        return self.select_related("article__section", "article__lead_photo").defer("article__body", "article__search")

    def for_names(self):
        """With what a link to the story shows."""
        names = ["headline", "slug", "language", "published_on", "first_published_at", "unpublish_at"]
        return self.select_related("article").only("number", *(f"article__{name}" for name in names))


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
                F("published_at").desc(),
                F("article").desc(),
                include=["published_until"],
                condition=Q(published_at__isnull=False),
                name="part_newest",
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
                seen="ROW.published_at IS NOT NULL",
            ),
        ]
        verbose_name = _("part of a series")
        verbose_name_plural = _("parts of a series")

    def __str__(self):
        return f"{self.series}, {self.number}"

    def neighbours(self, now=None) -> tuple["Part | None", "Part | None"]:
        """The parts before and after it that readers can see; one query, however long the series is."""
        seen = Part.objects.published(now).filter(series=self.series_id)
        before = seen.filter(number__lt=self.number).order_by("-number").values("pk")[:1]
        after = seen.filter(number__gt=self.number).order_by("number").values("pk")[:1]
        found = {
            part.number < self.number: part
            for part in Part.objects.filter(pk__in=before.union(after, all=True)).for_names()
        }
        return found.get(True), found.get(False)

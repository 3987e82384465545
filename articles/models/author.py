from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from ..addresses import path_to
from .publication import PublishedWithArticle, PublishedWithArticleQuerySet, copy_published_at
from .search import words_index
from .shown import ShownRow
from .skeleton import Skeleton
from .slug import keep_former_slug
from .touch import touches


class AuthorQuerySet(models.QuerySet):
    def published(self, now=None):
        """Authors with at least one story that readers can see."""
        return self.filter(Exists(Byline.objects.published(now).filter(author=OuterRef("pk"))))


class Author(ShownRow):
    """Someone who writes for us, with or without a desk account."""

    page_noun = "author"

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("address"), max_length=120, unique=True, help_text=_("The old one redirects."))
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="author",
        verbose_name=_("desk account"),
    )
    job_title = models.CharField(_("job title"), max_length=120, blank=True)
    biography = models.TextField(_("biography"), max_length=1000, blank=True)

    objects = AuthorQuerySet.as_manager()

    class Meta:
        indexes = [words_index("name", "author_name_words"), models.Index(Skeleton("name"), name="author_skeleton")]
        ordering = ["name", "id"]
        triggers = [keep_former_slug("author"), touches("author", unseen=("user_id",))]
        verbose_name = _("author")
        verbose_name_plural = _("authors")

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return path_to("author", self.slug)


class BylineQuerySet(PublishedWithArticleQuerySet):
    def with_author(self):
        """With what a byline shows."""
        shown = ("article", "contribution", "author__name", "author__slug", "author__job_title")
        return self.select_related("author").only(*shown)


class Byline(PublishedWithArticle):
    """An author's place in the byline of a story."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="bylines", verbose_name=_("story"))
    author = models.ForeignKey(Author, models.PROTECT, related_name="bylines", verbose_name=_("author"))
    contribution = models.CharField(
        _("contribution"),
        max_length=60,
        blank=True,
        help_text=_("For instance “reporting from Seoul”. May stay empty."),
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = BylineQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["article", "author"],
                name="byline_once",
                deferrable=models.Deferrable.IMMEDIATE,  # two rows may change places within one statement
                violation_error_message=_("This author is in the byline already."),
            )
        ]
        indexes = [
            models.Index(
                F("author"),
                F("published_at").desc(),
                F("article").desc(),
                include=["published_until"],
                condition=models.Q(published_at__isnull=False),
                name="byline_newest",
            ),
            models.Index(
                F("author"),
                F("changed_at").desc(),
                F("id").desc(),
                include=["published_until"],
                condition=models.Q(changed_at__isnull=False),
                name="byline_last_changed",
            ),
            models.Index(
                fields=["author", "article"],
                condition=models.Q(published_at__isnull=True),
                name="byline_unpublished",
            ),
        ]
        ordering = ["position", "id"]
        triggers = [
            copy_published_at(),
            touches(
                "byline",
                "'article:' || ROW.article_id",
                "'author:' || ROW.author_id || ':stories'",
                seen="ROW.changed_at IS NOT NULL",
            ),
        ]
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")

    def __str__(self):
        return self.author.name

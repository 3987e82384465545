from django.db import models, transaction
from django.db.models import Exists, F, OuterRef
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from taggit.models import ItemBase, TagBase

from .publication import PublishedWithArticle, PublishedWithArticleQuerySet, copy_published_at
from .search import words_index
from .shown import ShownRow
from .slug import FormerSlug, keep_former_slug, merge_slugs, refuse_itself
from .touch import first_or_last, touches


class TagQuerySet(models.QuerySet):
    def in_use(self, now=None):
        """Tags with at least one story that readers can see."""
        return self.filter(Exists(Tagging.objects.published(now).filter(tag=OuterRef("pk"))))

    def present_names(self, names: list[str]) -> list[str]:
        """`names` as they are called today: one whose tag was merged or renamed away gives the name of what is left."""
        slugs = {name: slugify(name, allow_unicode=True) for name in names}
        former = dict(FormerSlug.objects.filter(noun="tag", slug__in=slugs.values()).values_list("slug", "target_id"))
        for slug in self.filter(slug__in=former).values_list("slug", flat=True):
            del former[slug]
        called = dict(self.filter(pk__in=former.values()).values_list("pk", "name"))
        return [called.get(former.get(slugs[name]), name) for name in names]


class Tag(ShownRow, TagBase):
    """A subject that stories share."""

    page_noun = "tag"

    name = models.CharField(_("name"), max_length=100, unique=True)
    slug = models.SlugField(
        _("address"), max_length=100, unique=True, allow_unicode=True, help_text=_("The old one redirects.")
    )

    objects = TagQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["name", "id"], name="tag_by_name"), words_index("name", "tag_name_words")]
        triggers = [keep_former_slug("tag"), touches("tag", "'tags'", "'search'")]
        verbose_name = _("tag")
        verbose_name_plural = _("tags")

    def get_absolute_url(self):
        return reverse("articles:tag", args=[self.slug])

    def slugify(self, tag, i=None):
        """The address that taggit makes of a name; a name without any letter gets one all the same."""
        return super().slugify(tag, i).strip("_-") or "-".join(["tag", *([str(i)] if i else [])])

    @transaction.atomic
    def merge_into(self, kept: "Tag") -> None:
        """Give this tag's stories and addresses to `kept` and delete this one."""
        refuse_itself(self, kept)
        already = kept.taggings.values("content_object")
        self.taggings.exclude(content_object__in=already).update(tag=kept)
        merge_slugs("tag", self, kept)
        self.delete()


class Tagging(PublishedWithArticle, ItemBase):
    """A tag on a story."""

    tag = models.ForeignKey(Tag, models.CASCADE, related_name="taggings", verbose_name=_("tag"))
    content_object = models.ForeignKey(
        "articles.Article", models.CASCADE, db_column="article_id", related_name="taggings", verbose_name=_("story")
    )

    objects = PublishedWithArticleQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["content_object", "tag"], name="tagging_once")]
        indexes = [
            models.Index(
                F("tag"),
                F("published_at").desc(),
                F("content_object").desc(),
                include=["published_until"],
                condition=models.Q(published_at__isnull=False),
                name="tagging_newest",
            ),
            models.Index(
                F("tag"),
                F("changed_at").desc(),
                F("id").desc(),
                include=["published_until"],
                condition=models.Q(changed_at__isnull=False),
                name="tagging_last_changed",
            ),
        ]
        triggers = [
            copy_published_at(),
            touches(
                "tagging",
                "'article:' || ROW.article_id",
                "'tag:' || ROW.tag_id || ':stories'",
                first_or_last("tags", "articles_tagging", "tag_id"),
                "'search'",
                seen="ROW.changed_at IS NOT NULL",
                # The page of who was quoted offers the topics of the stories.
                declared="""
                    keys := ARRAY(
                        SELECT DISTINCT 'person:' || speaker_id || ':quotes' FROM articles_quote
                        WHERE article_id IN (OLD.article_id, NEW.article_id)
                        AND status = 'accepted' AND published_at IS NOT NULL
                    );""",
            ),
        ]
        verbose_name = _("tag of a story")
        verbose_name_plural = _("tags of a story")

from django.db import models, transaction
from django.db.models import Count, Exists, F, Min, OuterRef
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from taggit.models import ItemBase, TagBase

from ..body import BodyField
from .event import keep_events
from .publication import PublishedWithArticle, PublishedWithArticleQuerySet, copy_published_at
from .search import words_index
from .shown import EVERY, ShownRow
from .slug import FormerSlug, keep_former_slug, merge_slugs, refuse_itself
from .touch import changed, first_or_last, touches


class TagQuerySet(models.QuerySet):
    def in_use(self, now=None):
        """Tags with at least one story that readers can see."""
        return self.filter(Exists(Tagging.objects.published(now).filter(tag=OuterRef("pk"))))

    def with_introduction(self):
        """With what only a tag's own page shows."""
        return self.defer(None)

    def present_names(self, names: list[str]) -> list[str]:
        """`names` as they are called today: one whose tag was merged or renamed away gives the name of what is left."""
        slugs = {name: slugify(name, allow_unicode=True) for name in names}
        former = dict(FormerSlug.objects.filter(noun="tag", slug__in=slugs.values()).values_list("slug", "target_id"))
        for slug in self.filter(slug__in=former).values_list("slug", flat=True):
            del former[slug]
        called = dict(self.filter(pk__in=former.values()).values_list("pk", "name"))
        return [called.get(former.get(slugs[name]), name) for name in names]


class TagManager(models.Manager.from_queryset(TagQuerySet)):
    def get_queryset(self):
        # Tags are read with every story, by their names.
        return super().get_queryset().defer("introduction")


class Tag(ShownRow, TagBase):
    """A subject that stories share."""

    page_noun = "tag"
    # On how many of its newest stories is looked which other tags they have.
    LOOKED_AT = 200

    name = models.CharField(_("name"), max_length=100, unique=True)
    slug = models.SlugField(
        _("address"), max_length=100, unique=True, allow_unicode=True, help_text=_("The old one redirects.")
    )
    introduction = BodyField(
        _("introduction"),
        blank=True,
        max_length=20_000,
        help_text=_("What this is about, for readers who come to it new. Stands above the stories on the tag's page."),
    )

    objects = TagManager()

    class Meta:
        indexes = [models.Index(fields=["name", "id"], name="tag_by_name"), words_index("name", "tag_name_words")]
        triggers = [
            keep_former_slug("tag"),
            touches(
                "tag",
                *(
                    f"CASE WHEN {changed('name', 'slug')} THEN {key} END"
                    for key in ("'tags'", "'search'", "'tagname:' || ROW.id", f"'tagname:{EVERY}'")
                ),
            ),
        ]
        verbose_name = _("tag")
        verbose_name_plural = _("tags")

    def get_absolute_url(self):
        return reverse("articles:tag", args=[self.slug])

    def name_itself(self, page):
        """A page that read no introduction of it shows at most its name."""
        noun = self.page_noun if "introduction" in self.__dict__ else "tagname"
        page.rows.setdefault(noun, {})[f"{noun}:{self.pk}"] = ""

    def often_with(self, limit: int = 8, now=None) -> list["Tag"]:
        """The other tags that its newest stories have, the most frequent first; reads LOOKED_AT stories at most.

        Each has `until`, the moment at which the first of those stories is no longer shown.
        """
        newest = self.taggings.published(now).order_by("-published_at", "-content_object")
        newest = newest.values("content_object")[: self.LOOKED_AT]
        found = Tag.objects.exclude(pk=self.pk).filter(taggings__content_object__in=newest)
        counted = found.annotate(stories=Count("pk"), until=Min("taggings__published_until"))
        return list(counted.order_by("-stories", "name", "pk")[:limit])

    def slugify(self, tag, i=None):
        """The address that taggit makes of a name; a name without any letter gets one all the same."""
        return super().slugify(tag, i).strip("_-") or "-".join(["tag", *([str(i)] if i else [])])

    @transaction.atomic
    def merge_into(self, kept: "Tag") -> None:
        """Give this tag's stories and addresses to `kept` and delete this one."""
        refuse_itself(self, kept)
        already = kept.taggings.values("content_object")
        self.taggings.exclude(content_object__in=already).update(tag=kept)
        if self.introduction and not kept.introduction:
            kept.introduction = self.introduction
            kept.save(update_fields=["introduction"])
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
            keep_events(
                "tag_id = OLD.tag_id AND article_id = OLD.article_id", "tagging.id = NEW.id", "tag_id", "article_id"
            ),
            touches(
                "tagging",
                "'article:' || ROW.article_id",
                "'tag:' || ROW.tag_id || ':stories'",
                first_or_last("tags", "articles_tagging", "tag_id"),
                "'search'",
                seen="ROW.changed_at IS NOT NULL",
                # The page of who was quoted offers the topics of the stories; a tag's page, the other tags of its own.
                declared="""
                    keys := ARRAY(
                        SELECT DISTINCT 'person:' || speaker_id || ':quotes' FROM articles_quote
                        WHERE article_id IN (OLD.article_id, NEW.article_id)
                        AND status = 'accepted' AND published_at IS NOT NULL
                        UNION
                        SELECT 'tag:' || tag_id || ':stories' FROM articles_tagging
                        WHERE article_id IN (OLD.article_id, NEW.article_id) AND published_at IS NOT NULL
                    );""",
            ),
        ]
        verbose_name = _("tag of a story")
        verbose_name_plural = _("tags of a story")

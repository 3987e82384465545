"""The lists on which stories stand, each read off an index, and what each kind of page fetches with them."""

from django.db import models
from django.db.models import F, Prefetch, Q
from django.db.models.expressions import RawSQL
from django.utils import timezone

from .author import Byline
from .citation import Citation
from .publication import lasts


class ListedQuerySet(models.QuerySet):
    def newest_first(self):
        return self.order_by("-first_published_at", "-pk")

    def in_section(self, section):
        return self.filter(section=section).newest_first()

    def in_tag(self, tag, now=None):
        """Published stories with `tag`, newest first, read off the tagging's own index."""
        now = now or timezone.now()
        return (
            self.published(now)
            .filter(lasts(now, "taggings__published_until"), taggings__tag=tag, taggings__published_at__lte=now)
            .annotate(listed_at=F("taggings__published_at"))
            .order_by("-listed_at", "-pk")
        )

    def by_author(self, author, now=None):
        """Published stories with `author` in the byline, newest first, read off the byline's own index."""
        now = now or timezone.now()
        return (
            self.published(now)
            .filter(lasts(now, "bylines__published_until"), bylines__author=author, bylines__published_at__lte=now)
            .annotate(listed_at=F("bylines__published_at"))
            .order_by("-listed_at", "-pk")
        )

    def for_cards(self):
        """With what a story's card shows, and without what it does not."""
        return self.select_related("section", "lead_photo").defer("body", "search")

    def for_page(self):
        """With what the story's own page shows of the row; beside.py has what stands beside it."""
        return self.select_related("section", "lead_photo").defer("search")

    def for_embed(self):
        """With what a card on another site tells of a story: its authors and its chain of sources too."""
        bylines = Prefetch("bylines", Byline.objects.with_author())
        return self.for_page().prefetch_related(bylines, Prefetch("citations", Citation.objects.with_chain()))

    def for_feed(self):
        """With all that a feed tells of a story: its tags and what was wrong in it too."""
        from .correction import Correction

        return self.for_embed().prefetch_related("tags", Prefetch("corrections", Correction.objects.of_errors()))

    def related_to(self, article, now=None):
        """The four stories that share most tags with the one with the key `article`, the newest first among equals.

        Looks at the 20 newest of each of its first ten tags, so a tag with a million stories costs what a small one
        does.
        """
        now = now or timezone.now()
        best = RawSQL(
            """SELECT other.article_id
               FROM (SELECT tag_id FROM articles_tagging WHERE article_id = %s ORDER BY id LIMIT 10) AS mine
               CROSS JOIN LATERAL (
                   SELECT article_id, published_at FROM articles_tagging
                   WHERE tag_id = mine.tag_id AND article_id <> %s AND published_at <= %s
                   AND (published_until IS NULL OR published_until > %s)
                   ORDER BY published_at DESC, article_id DESC LIMIT 20
               ) AS other
               GROUP BY other.article_id
               ORDER BY count(*) DESC, max(other.published_at) DESC, other.article_id DESC LIMIT 4""",
            [article, article, now, now],
        )
        shared = RawSQL(
            """(SELECT count(*) FROM articles_tagging AS mine JOIN articles_tagging AS theirs USING (tag_id)
                WHERE mine.article_id = %s AND theirs.article_id = articles_article.id)""",
            [article],
        )
        return self.filter(pk__in=best).order_by(shared.desc(), "-first_published_at", "-pk")

    def in_group(self, original):
        """The story with the key `original` and its translations, by language."""
        return self.filter(Q(pk=original) | Q(translation_of=original)).order_by("language", "pk")

    def discussed_since(self, moment):
        """Those with replies that appeared after `moment`, the most discussed first."""
        recent = self.filter(first_published_at__gte=moment, comment_count__gt=0)
        return recent.order_by("-comment_count", "-first_published_at", "-pk")

    def on_any(self, *lists):
        """Stories that stand on any of the `lists`, which are queries, each once; reads no more than those have."""
        pks = [stories.values("pk") for stories in lists]
        return self.filter(pk__in=pks[0].union(*pks[1:], all=True) if pks[1:] else pks[0])

    def newest_of_each(self, sections, limit: int, now=None, *, besides=()) -> dict:
        """The `limit` newest published stories of each section, without those whose keys are in `besides`, by section
        id; reads no more than it returns."""
        stories = {section.pk: [] for section in sections}
        if stories:
            others = self.published(now).exclude(pk__in=besides)
            lists = [others.in_section(section)[:limit] for section in sections]
            for story in self.model.objects.for_cards().on_any(*lists).newest_first():
                stories[story.section_id].append(story)
        return stories

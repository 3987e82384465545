"""The lists on which stories stand, each read off an index, and what each kind of page fetches with them."""

from django.db import models
from django.db.models import F, Prefetch, Q
from django.db.models.functions import JSONObject, Now
from django.utils import timezone

from .author import Byline
from .citation import Citation
from .correction import Correction
from .publication import lasts


class ListedQuerySet(models.QuerySet):
    def newest_first(self):
        return self.order_by("-first_published_at", "-pk")

    def in_section(self, section):
        return self.filter(section=section).newest_first()

    def in_tag(self, tag, now=None):
        """Published stories with `tag`, newest first, read off the tagging's own index."""
        return self._listed_by("taggings", now, tag=tag)

    def by_author(self, author, now=None):
        """Published stories with `author` in the byline, newest first, read off the byline's own index."""
        return self._listed_by("bylines", now, author=author)

    def _listed_by(self, rows: str, now, **thing):
        """Published stories that have one of the `rows` of a thing, by that row's copy of the date: `listed_at`."""
        now = now or timezone.now()
        wanted = {f"{rows}__{name}": value for name, value in {"published_at__lte": now, **thing}.items()}
        return (
            self.published(now)
            .filter(lasts(now, f"{rows}__published_until"), **wanted)
            .annotate(listed_at=F(f"{rows}__published_at"))
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

    def with_last_error(self, now=None):
        """With the newest of the ledger's entries of an error in each, or None, as `last_error`; Correction.of reads
        it."""
        errors = Correction.objects.of_errors().filter(article=models.OuterRef("pk"), created_at__lte=now or Now())
        entry = errors.order_by("-created_at", "-pk").values(
            entry=JSONObject(pk="pk", kind="kind", text="text", created_at="created_at")
        )
        return self.annotate(last_error=models.Subquery(entry[:1]))

    def for_feed(self):
        """With all that a feed tells of a story: its tags and what was wrong in it too."""
        return self.for_embed().prefetch_related("tags", Prefetch("corrections", Correction.objects.of_errors()))

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

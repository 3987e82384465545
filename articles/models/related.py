from collections import Counter

from django.db import models
from django.db.models import F, IntegerField, Value

from .citation import Citation
from .quote import Quote
from .tag import Tagging


class Related(models.Model):
    """Which other stories a story shares most with."""

    # How many of the newest stories of each tag, person and source are looked at, and of how many of those that the
    # story has; so what has a million stories costs what a small one does.
    EACH, MOST = 20, 10
    # One whom both quote says more than a subject, and a subject more than an agency that everybody reads.
    WEIGHTS = {"tag": 3, "person": 4, "source": 1}

    class Meta:
        abstract = True

    def related(self, limit: int = 4, now=None, *, quotes=None, citations=None) -> list:
        """Published stories that share most tags, people and sources with this one, the newest first among equals.

        `quotes` (accepted) and `citations` are the story's, where they are at hand. Two queries then.
        """
        quotes = self.quotes.accepted().in_order().only("speaker") if quotes is None else quotes
        citations = self.citations.only("source") if citations is None else citations
        shared = {
            "tag": [(tag.pk, of_tag(tag.pk, now)) for tag in self.tags.all()],
            "person": [(pk, of_person(pk, now)) for pk in {quote.speaker_id: quote for quote in quotes} if pk],
            "source": [(pk, of_source(pk, now)) for pk in {citation.source_id: citation for citation in citations}],
        }
        lists = [
            rows.annotate(thing=Value(f"{noun}:{pk}"), weight=Value(self.WEIGHTS[noun], IntegerField()))
            .values_list("story", "published_at", "thing", "weight")
            .order_by("-published_at")[: self.EACH]
            for noun, things in shared.items()
            for pk, rows in things[: self.MOST]
        ]
        if not lists:
            return []
        found = lists[0].union(*lists[1:], all=True) if len(lists) > 1 else lists[0]
        scores = Counter()
        for story, at, _thing, weight in set(found):  # one who is quoted twice in a story counts once
            if story != self.pk:
                scores[story, at] += weight
        best = [pk for pk, _at in sorted(scores, key=lambda key: (scores[key], key[1], key[0]), reverse=True)[:limit]]
        stories = type(self).objects.published(now).for_cards().in_bulk(best)
        return [stories[pk] for pk in best if pk in stories]


def of_tag(pk: int, now):
    return Tagging.objects.published(now).filter(tag=pk).annotate(story=F("content_object"))


def of_person(pk: int, now):
    return Quote.objects.public(now).filter(speaker=pk).annotate(story=F("article"))


def of_source(pk: int, now):
    return Citation.objects.published(now).filter(source=pk).annotate(story=F("article"))

"""What feeds tell of, in their order: what changed last for readers stands first, so that a correction or a retraction
reaches whoever took the story over. Each list is read off an index of its own."""

from django.db import models
from django.db.models import Case, F, GeneratedField, Q, When
from django.db.models.functions import Greatest
from django.utils import timezone

from .citation import no_source_refuses
from .publication import PublishedWithArticleQuerySet, lasts


class ToldQuerySet(models.QuerySet):
    """Of stories."""

    def told(self, now=None):
        """Stories that feeds tell of at `now`: those that readers can see, and the retracted ones, which say why."""
        now = now or timezone.now()
        return self.filter(Q(status="retracted") | lasts(now, "unpublish_at"), changed_at__lte=now)

    def syndicated(self):
        """Stories that feeds may carry: no source that they rest on refuses."""
        return self.filter(no_source_refuses("may_syndicate"))

    def last_changed_first(self):
        return self.order_by("-changed_at", "-pk")


class ToldQuoteQuerySet(PublishedWithArticleQuerySet):
    def told(self, now=None):
        """What feeds tell of: accepted quotes; and those withdrawn after readers saw them, which say so and why."""
        shown = Q(status="accepted") | Q(status="withdrawn", decided_at__gt=F("published_at"))
        # The states as the index quote_last_changed has them.
        return super().told(now).filter(shown, status__in=["accepted", "withdrawn"])

    def syndicated(self):
        """Quotes that feeds may carry: no source that their story rests on refuses."""
        return self.filter(no_source_refuses("may_syndicate", story="article"))


class Told(models.Model):
    """A story's part in it."""

    # When readers last got something new in it, or learned that it is retracted; null while they get nothing.
    changed_at = GeneratedField(
        expression=Case(
            When(status="published", then=Greatest("first_published_at", "updated_at")),
            When(status="retracted", then=F("retracted_at")),
        ),
        output_field=models.DateTimeField(null=True),
        db_persist=True,
    )

    INDEXES = [
        models.Index(
            *(*([F("section")] if of_section else []), F("changed_at").desc(), F("id").desc()),
            include=["unpublish_at"],
            condition=Q(changed_at__isnull=False),
            name=name,
        )
        for name, of_section in {"article_last_changed": False, "article_changed_in_section": True}.items()
    ]

    class Meta:
        abstract = True

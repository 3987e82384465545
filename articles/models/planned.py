from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .deed import Deed


class PlannedQuerySet(models.QuerySet):
    """Stories by what the clock will do to them."""

    def scheduled(self, now=None):
        """Stories that will appear by themselves after `now`. See also Article.is_scheduled."""
        return self.filter(status="published", first_published_at__gt=now or timezone.now())

    def expired(self, now=None):
        """Stories that readers saw and, as was planned, do not see at `now`. See also Article.is_expired."""
        return self.filter(status="published", unpublish_at__lte=now or timezone.now())

    def embargoed(self, now=None):
        """Stories whose embargo has not ended at `now`."""
        return self.filter(embargo__gt=now or timezone.now()).exclude(status="retracted")

    def ending(self, now=None):
        """Stories that readers see, or will, and cease to see after `now`, by themselves."""
        return self.filter(status="published", unpublish_at__gt=now or timezone.now())

    def to_look_at_again(self):
        """Stories for which a day is set down by which an editor looks at them again."""
        return self.filter(review_by__isnull=False).exclude(status="retracted")


class Planned(models.Model):
    """What is set down for a story's time to come: when readers cease to see it, and when an editor looks again.

    It is no part of the text: it holds at once, and for the version that readers see.
    """

    unpublish_at = models.DateTimeField(_("readers see it until"), null=True, blank=True, editable=False)
    review_by = models.DateField(_("to be looked at again by"), null=True, blank=True, editable=False)

    CONSTRAINTS = [
        models.CheckConstraint(
            condition=Q(unpublish_at__isnull=True)
            | Q(first_published_at__isnull=True)
            | Q(unpublish_at__gt=F("first_published_at")),
            name="article_ends_after_publication",
            violation_error_message=_("Readers would cease to see the story before it appears."),
        ),
        models.CheckConstraint(
            condition=Q(unpublish_at__isnull=True) | Q(embargo__isnull=True) | Q(unpublish_at__gt=F("embargo")),
            name="article_ends_after_embargo",
            violation_error_message=_("Readers would cease to see the story before its embargo ends."),
        ),
    ]
    # For the calendar of what is due: each kind is read off an index of its own, by the moment.
    INDEXES = [
        models.Index(
            fields=["unpublish_at", "id"],
            condition=Q(status="published", unpublish_at__isnull=False),
            name="article_ends",
        ),
        models.Index(fields=["review_by", "id"], condition=Q(review_by__isnull=False), name="article_review_by"),
        models.Index(
            fields=["embargo", "id"],
            condition=Q(embargo__isnull=False) & ~Q(status="retracted"),
            name="article_embargo_ends",
        ),
    ]

    class Meta:
        abstract = True

    def is_scheduled(self, now: datetime | None = None) -> bool:
        """Whether it will appear by itself after `now`. See also ArticleQuerySet.scheduled."""
        return self.status == self.Status.PUBLISHED and self.first_published_at > (now or timezone.now())

    def is_expired(self, now: datetime | None = None) -> bool:
        """Whether readers saw it and, as was planned, do so no longer. See also ArticleQuerySet.expired."""
        return (
            self.status == self.Status.PUBLISHED
            and self.unpublish_at is not None
            and self.unpublish_at <= (now or timezone.now())
        )

    @transaction.atomic
    def plan(self, *, unpublish_at: datetime | None, review_by: date | None, by=None) -> None:
        """Set down until when readers see the story and by which day an editor looks at it again; None for never.

        From `unpublish_at` on its address answers 410. Raises ValidationError with a sentence.
        """
        self._read_and_lock()
        if self.status == self.Status.RETRACTED:
            raise ValidationError(_("A retracted story has no dates to come."))
        if unpublish_at and unpublish_at != self.unpublish_at and unpublish_at <= timezone.now():
            sentence = _("This moment has passed. To take the story from readers at once, withdraw it.")
            raise ValidationError({"unpublish_at": sentence})
        if review_by and review_by != self.review_by and review_by < timezone.localdate():
            raise ValidationError({"review_by": _("This day has passed.")})
        self.unpublish_at, self.review_by = unpublish_at, review_by
        self.validate_constraints()
        self.save(update_fields=["unpublish_at", "review_by", "modified_at"])
        told = ", ".join(f"{name} {when.isoformat()}" for name, when in self.planned() if when)
        Deed.objects.note([self], "planned", told or "nothing", by=by)

    def planned(self) -> list[tuple[str, date | None]]:
        return [("until", self.unpublish_at), ("review by", self.review_by)]

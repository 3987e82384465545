from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Article


class SittingQuerySet(models.QuerySet):
    def present(self, now=None):
        """Those who are at it: their page was heard from lately, or, where it says nothing by itself, they were.

        Whoever was taken over from is not, until they go on.
        """
        now = now or timezone.now()
        heard = Q(reports=True, heard_at__gte=now - Sitting.SILENCE)
        recent = Q(reports=False, active_at__gte=now - Sitting.UNHEARD)
        went_on = Q(taken_at__isnull=True) | Q(active_at__gt=F("taken_at") + Sitting.NOTICE)
        return self.filter(heard | recent, went_on).order_by("opened_at", "pk")

    def others(self, story, user):
        """Who else is at the story."""
        return self.present().filter(article=story).exclude(user=user).select_related("user")

    def sit_down(self, story, user, *, anew: bool) -> None:
        """`user` opens the form of `story`; `anew` when nobody was told of it until now."""
        now = timezone.now()
        values = {"opened_at": now, "active_at": now, "heard_at": now}
        self.bulk_create(
            [Sitting(article=story, user=user, **values)],
            update_conflicts=True,
            unique_fields=["article", "user"],
            update_fields=[
                "active_at",
                "heard_at",
                *(["opened_at", "reports", "taken_by", "taken_at"] if anew else []),
            ],
        )

    def hear(self, story, user, *, idle: timedelta) -> "Sitting":
        """The page of `user` reports that it is open and was last touched `idle` ago; returns the sitting."""
        now = timezone.now()
        active_at = now - max(min(idle, Sitting.LONGEST_IDLE), timedelta())
        sitting, is_new = self.select_related("taken_by").get_or_create(
            article=story,
            user=user,
            defaults={"opened_at": now, "active_at": active_at, "heard_at": now, "reports": True},
        )
        if not is_new:
            sitting.active_at, sitting.heard_at, sitting.reports = max(sitting.active_at, active_at), now, True
            sitting.save(update_fields=["active_at", "heard_at", "reports"])
        return sitting

    def leave(self, story, user) -> None:
        """The form is closed. Another window of the same person will be heard from, and sets this right."""
        self.filter(article=story, user=user).update(heard_at=timezone.now() - Sitting.SILENCE, reports=True)

    def take_over(self, story, *, by) -> list["Sitting"]:
        """The desk user `by` goes on alone; returns from whom. Those are told, and what they typed is kept."""
        taken = list(self.others(story, by))
        self.filter(pk__in=[sitting.pk for sitting in taken]).update(taken_by=by, taken_at=timezone.now())
        self.filter(article=story, user=by).update(taken_by=None, taken_at=None)
        return taken


class Sitting(models.Model):
    """Somebody has the form of a story open. It stops nobody: two saves that meet are merged, and this is to say so
    before."""

    SILENCE = timedelta(seconds=75)  # a page reports every 20 seconds; a laptop's lid may close for a moment
    UNHEARD = timedelta(minutes=30)  # without JavaScript: since the form was opened or saved
    NOTICE = timedelta(seconds=60)  # who goes on this long after a take-over knows of it, and is at it again
    LONGEST_IDLE = timedelta(days=1)

    article = models.ForeignKey(
        Article, models.CASCADE, db_index=False, related_name="sittings", verbose_name=_("story")
    )
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("by"))
    opened_at = models.DateTimeField(_("since"), default=timezone.now)
    active_at = models.DateTimeField(_("last active"), default=timezone.now)
    heard_at = models.DateTimeField(default=timezone.now)
    # Whether the page says by itself that it is still open.
    reports = models.BooleanField(default=False)
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    taken_at = models.DateTimeField(null=True)

    objects = SittingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["article", "user"], name="sitting_once"),
            models.CheckConstraint(
                condition=Q(taken_by__isnull=True, taken_at__isnull=True)
                | Q(taken_by__isnull=False, taken_at__isnull=False),
                name="sitting_taken_by_somebody",
            ),
        ]
        verbose_name = _("sitting")
        verbose_name_plural = _("sittings")

    def __str__(self):
        return f"{self.user}: {self.article}"

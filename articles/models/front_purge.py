from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_tasks import task

from newsportal.pagecache.fronts import AGAIN_AFTER, FrontError, front


class FrontPurgeQuerySet(models.QuerySet):
    def failing(self):
        """Those that a cache in front did not take, the oldest first: there readers may see older pages."""
        return self.exclude(problem="").order_by("pk")

    def begin(self, front, keys, position: int) -> None:
        """Have a cache in front purge these keys: now, and in the background again where that is needed.

        Behind one that failed and waits, a purge waits too: a cache that is down holds up one editor, not each.
        """
        purge = FrontPurge(front=front.name, keys=sorted(keys), position=position)
        if self.failing().filter(front=front.name).exists():
            purge.wait_for(_("Waits behind one that failed."))
        elif not purge.say(front):
            purge.retry()
        elif not front.refuses_late_pages:
            purge.save()
            say_again.using(run_after=timezone.now() + timedelta(seconds=AGAIN_AFTER)).enqueue(purge.pk)


class FrontPurge(models.Model):
    """A purge that a cache in front (FRONT_CACHES) has yet to take, or to take again."""

    # The pause before another try doubles from one second up to this.
    LONGEST_PAUSE = timedelta(minutes=5)
    # After that no cache keeps a page, whatever happens (views/shareable.py).
    GIVEN_UP_AFTER = timedelta(days=2)

    front = models.CharField(_("cache"), max_length=200)
    keys = ArrayField(models.CharField(max_length=120), verbose_name=_("keys"))
    position = models.BigIntegerField()
    tries = models.PositiveIntegerField(_("tries"), default=0)
    problem = models.CharField(_("what went wrong"), max_length=500, blank=True)
    created_at = models.DateTimeField(_("since"), default=timezone.now)

    objects = FrontPurgeQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["front"], condition=~models.Q(problem=""), name="front_purge_failing")]
        verbose_name = _("purge that a cache did not take")
        verbose_name_plural = _("purges that a cache did not take")

    def __str__(self):
        return self.front

    def say(self, front) -> bool:
        """Whether the cache took it."""
        try:
            front.purge(self.keys, self.position)
        except FrontError as error:
            self.problem = str(error)[:500]
            return False
        return True

    def wait_for(self, problem: str) -> None:
        self.problem = problem
        self.retry()

    def retry(self) -> None:
        """Keep it, and try again after a pause."""
        self.tries += 1
        self.save()
        pause = min(timedelta(seconds=2 ** min(self.tries - 1, 20)), self.LONGEST_PAUSE)
        say_again.using(run_after=timezone.now() + pause).enqueue(self.pk)


@task
def say_again(pk: int) -> None:
    """Have a cache in front take a purge that it did not take, or that it may have taken too early."""
    purge = FrontPurge.objects.filter(pk=pk).first()
    if purge is None:
        return
    if purge.say(front(purge.front)) or purge.created_at < timezone.now() - purge.GIVEN_UP_AFTER:
        purge.delete()
    else:
        purge.retry()

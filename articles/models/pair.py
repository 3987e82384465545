from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone


class PairQuerySet(models.QuerySet):
    def undecided(self):
        return self.filter(verdict="")

    def of(self, *keys):
        """Pairs in which a row with one of the `keys` stands."""
        return self.filter(Q(one__in=keys) | Q(other__in=keys))

    def propose_for(self, pk: int, alike: dict[int, float]) -> list:
        """Pairs of the row `pk` and each of those that are `alike` (key → similarity). One decided already keeps its
        verdict; what was proposed before and is alike no longer goes."""
        found = [
            self.model(one_id=min(pk, other), other_id=max(pk, other), similarity=share)
            for other, share in alike.items()
        ]
        self.bulk_create(found, update_conflicts=True, unique_fields=["one", "other"], update_fields=["similarity"])
        self.of(pk).filter(verdict="").exclude(pk__in=[pair.pk for pair in found]).delete()
        return found


class Pair(models.Model):
    """Base: that two rows may be one, which is a proposal, and what an editor made of it. A model of its own has `one`
    and `other`, what their `similarity` is a share of, and the choices of `verdict`."""

    decided_at = models.DateTimeField(null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="%(class)s_once"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="%(class)s_older_first"),
            models.CheckConstraint(
                condition=Q(verdict="", decided_at__isnull=True) | (~Q(verdict="") & Q(decided_at__isnull=False)),
                name="%(class)s_verdict_has_time",
            ),
        ]

    def __str__(self):
        return f"{self.one} = {self.other}"

    def decide(self, verdict, *, by) -> None:
        self.verdict, self.decided_at, self.decided_by = verdict, timezone.now(), by
        self.save(update_fields=["verdict", "decided_at", "decided_by"])

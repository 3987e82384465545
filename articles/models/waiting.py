"""Which replies wait, and for whom: for the proof of their writer, for a moderator, for the desk."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone


class WaitingQuerySet(models.QuerySet):
    def unconfirmed(self):
        return self.filter(status="unconfirmed")

    def is_flooded(self, network: str | None) -> bool:
        """Whether so many replies came from a masked network within an hour, and nobody opened the mailed links, that
        only machines can have written them. It asks no reader who is proved to wait."""
        since = timezone.now() - timedelta(hours=1)
        waiting = self.unconfirmed().filter(network=network, created_at__gt=since) if network else self.none()
        return len(waiting.values_list("pk")[: self.model.FLOOD]) == self.model.FLOOD

    def held(self):
        return self.filter(status="held").order_by("pk")

    def waiting(self):
        """The moderators' queue, oldest first: new texts, and edits of what readers see."""
        return self.filter(Q(status="held") | Q(status="approved", proposed_text__isnull=False)).order_by("pk")

    def of_newcomers(self):
        return self.filter(reason="newcomer")

    def of_known(self):
        return self.exclude(reason="newcomer")

    def reported(self):
        """With open reports, the heaviest first."""
        return self.filter(open_reports__gt=0).order_by("-report_weight", "pk")

    def to_desk(self):
        """Errors, sources and questions that readers see and nobody has answered, oldest first."""
        return self.exclude(kind="reply").filter(outcome="", status="approved").order_by("pk")

    def free_for(self, user, now=None):
        """Without those that a colleague has in hand."""
        since = (now or timezone.now()) - self.model.CLAIM_LASTS
        return self.exclude(Q(claimed_at__gt=since) & ~Q(claimed_by=user))

    def unchanged_since(self, moment):
        """Without those whose writer has changed the text since: what is decided is decided of what was read."""
        return self.exclude(edited_at__gt=moment).exclude(proposed_text__isnull=False, waiting_since__gt=moment)

    def claim(self, *, by) -> int:
        """Take replies in hand, for a while, so that colleagues leave them; returns how many were free."""
        return self.free_for(by).update(claimed_at=timezone.now(), claimed_by=by)


class Waiting(models.Model):
    """A reply's part in it. Comment has the fields."""

    # Replies of a network within an hour whose writers nobody has proved to be: several schools at once.
    FLOOD = 300
    # What a moderator has in hand is left to that one so long.
    CLAIM_LASTS = timedelta(minutes=10)

    class Meta:
        abstract = True

    def is_claimed(self, now=None) -> bool:
        """Whether a moderator has it in hand. See also WaitingQuerySet.free_for."""
        return bool(self.claimed_at and self.claimed_at > (now or timezone.now()) - self.CLAIM_LASTS)

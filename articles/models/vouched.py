from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .deed import Deed


class Vouched(models.Model):
    """What the desk decides of a quotation, and by whom: accepted, rejected, withdrawn. Quote has the fields."""

    # A decision that readers can see is taken back without a word only so shortly after it.
    TIME_TO_UNDO = timedelta(minutes=10)

    class Meta:
        abstract = True

    @transaction.atomic
    def accept(self, *, by) -> None:
        """The desk user `by` vouches for words and speaker. The quote is compared with those of other stories."""
        self.withdrawal_reason = ""
        self._decide(self.Status.ACCEPTED, by)
        self.find_likenesses()

    def reject(self, *, by) -> None:
        """These words are no quotation. The row stays, as a label for the quote finder and so as not to come back."""
        self._keep_address()
        self.withdrawal_reason = ""
        self._decide(self.Status.REJECTED, by)

    def withdraw(self, *, reason: str, by) -> None:
        """Take an accepted quote back; its address says why."""
        self.withdrawal_reason = reason.strip()
        self._decide(self.Status.WITHDRAWN, by)

    def undo(self, *, by) -> None:
        """The desk user `by` takes the last decision back: a withdrawn quote stands again, any other waits again."""
        if self.status == self.Status.WITHDRAWN:
            self.status, self.withdrawal_reason = self.Status.ACCEPTED, ""
        else:
            self._keep_address()
            self.status, self.decided_at, self.decided_by = self.Status.PROPOSED, None, None
        self.save()
        Deed.objects.note([self], self.status, by=by)

    def sign(self, user) -> None:
        """Note that `user` decided just now."""
        self.decided_at, self.decided_by = timezone.now(), user

    def is_untouched(self) -> bool:
        """Whether it is the finder's own proposal, on which nobody has decided."""
        return self.status == self.Status.PROPOSED and self.decided_at is None and self.proposal is not None

    def has_known_address(self, now=None) -> bool:
        """Whether readers may have kept the quote's address: it has answered for longer than a slip takes to undo."""
        now = now or timezone.now()
        if self.published_at is None or self.published_at > now:
            return False
        since = max(self.published_at, self.decided_at or self.published_at)
        is_settled = since <= now - self.TIME_TO_UNDO
        return self.status == self.Status.WITHDRAWN or (self.status == self.Status.ACCEPTED and is_settled)

    def _keep_address(self) -> None:
        if self.has_known_address():
            raise ValidationError(_("Readers know the address of this quotation. Withdraw it, with a reason."))

    def _decide(self, status, user) -> None:
        self.status = status
        self.sign(user)
        self.full_clean(exclude=["search", "fingerprints"])
        self.save()
        Deed.objects.note([self], status, self.withdrawal_reason, by=user)

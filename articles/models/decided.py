from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..body import plain_text
from .shown import ShownRow


class Decided(ShownRow):
    """What is decided of a story, and by whom: published, withdrawn, retracted. Article has the fields."""

    # What publish, withdraw and retract decide.
    DECIDED = {"status", "first_published_at", "published_on", "retracted_at", "retraction_reason"}

    class Meta:
        abstract = True

    def save(self, *args, update_fields=None, **kwargs):
        """Save the story. What is decided of it is written only where it was decided on this row: an editor who read
        the story before a colleague published it does not take that back by saving the text."""
        self.published_on = timezone.localdate(self.first_published_at) if self.first_published_at else None
        if update_fields is None and not self._state.adding:
            same = {name for name in self.DECIDED if self.__dict__.get(name) == self._decisions.get(name)}
            unread = self.get_deferred_fields() | same
            fields = [field for field in self._meta.concrete_fields if not (field.generated or field.primary_key)]
            update_fields = [field.name for field in fields if field.attname not in unread]
        super().save(*args, update_fields=update_fields, **kwargs)
        self._remember_decisions()

    @classmethod
    def from_db(cls, db, field_names, values):
        story = super().from_db(db, field_names, values)
        story._remember_decisions()
        return story

    def altered_quotes(self):
        """The accepted quotes whose exact words no longer stand in the body."""
        words = plain_text(self.body)
        return [quote for quote in self.quotes.accepted() if not quote.stands_in(words)]

    @transaction.atomic
    def publish(self, *, by=None, at=None) -> None:
        """Show the story to readers from `at` on, or now, and not before its embargo; `by` is a desk user.

        A story that readers have seen keeps its first date, and so its address. Raises ValidationError with a
        sentence when it may not be published as it stands.
        """
        now = timezone.now()
        self._read_and_lock()
        if self.status == self.Status.RETRACTED:
            raise ValidationError(_("A retracted story cannot be published again. Write a new one."))
        if altered := self.altered_quotes():
            raise ValidationError(
                [
                    ValidationError(
                        _("The quotation “%(words)s” does not stand in the text word for word. Fix it or withdraw it."),
                        params={"words": quote.exact},
                    )
                    for quote in altered
                ]
            )
        if not (self.first_published_at and self.first_published_at <= now):
            self.first_published_at = max(moment for moment in (at or now, self.embargo) if moment)
        self.status = self.Status.PUBLISHED
        self.published_on = timezone.localdate(self.first_published_at)
        self.full_clean(exclude=["search"])
        try:
            with transaction.atomic():
                self._decide()
        except IntegrityError as error:
            if "article_address" not in str(error):
                raise
            # Another editor published under the same address since it was checked.
            self.validate_constraints()
            raise
        self._log(by, f"published for {self.first_published_at.isoformat()}")

    @transaction.atomic
    def withdraw(self, *, by=None) -> None:
        """Take the story away from readers, back to draft. One that was only scheduled forgets its date."""
        self._read_and_lock()
        if self.status != self.Status.PUBLISHED:
            raise ValidationError(_("Only a published or scheduled story can be withdrawn."))
        if self.is_scheduled():
            self.first_published_at = None
        self.status = self.Status.DRAFT
        self._decide()
        self._log(by, "withdrawn")

    @transaction.atomic
    def retract(self, *, reason: str, by=None) -> None:
        """Take a published story back for good; its address answers 410 and gives `reason`."""
        self._read_and_lock()
        if not self.is_published():
            raise ValidationError(_("Only a story that readers can see can be retracted."))
        self.status = self.Status.RETRACTED
        self.retracted_at = timezone.now()
        self.retraction_reason = reason.strip()
        self.full_clean(exclude=["search"])
        self._decide()
        self._log(by, "retracted")

    def _read_and_lock(self) -> None:
        """Take up the row as it is stored, and keep others from changing it: a verb decides on nothing older."""
        self.refresh_from_db(from_queryset=type(self).objects.select_for_update(of=("self",)))
        self._remember_decisions()

    def _decide(self) -> None:
        self.save(update_fields=self.DECIDED | {"modified_at"})

    def _remember_decisions(self) -> None:
        self._decisions = {name: self.__dict__.get(name) for name in self.DECIDED}

    def _log(self, user, message: str) -> None:
        if user is not None:
            LogEntry.objects.log_actions(user.pk, [self], CHANGE, message, single_object=True)

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..body import plain_text
from .correction import Correction
from .deed import Deed
from .shown import ShownRow


class Decided(ShownRow):
    """What is decided of a story, and by whom: published, withdrawn, retracted. Article has the fields."""

    # What publish, plan, withdraw and retract decide.
    DECIDED = {
        *("status", "first_published_at", "published_on", "unpublish_at", "review_by"),
        *("retracted_at", "retraction_reason"),
    }

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

    def pose_as_published(self) -> None:
        """Look, unsaved, like a story that readers can see, for a preview."""
        self.status = self.Status.PUBLISHED
        self.first_published_at = min(filter(None, [self.first_published_at, timezone.now()]))
        self.unpublish_at = None
        self.published_on = timezone.localdate(self.first_published_at)
        self.changed_at = max(filter(None, [self.first_published_at, self.updated_at]))

    def altered_quotes(self):
        """The accepted quotes whose exact words no longer stand in the body."""
        words = plain_text(self.body)
        return [quote for quote in self.quotes.accepted() if not quote.stands_in(words)]

    @transaction.atomic
    def publish(self, *, by=None, at=None, message="") -> None:
        """Show the story to readers from `at` on, or now, and not before its embargo; `by` is a desk user.

        What waits as a pending revision goes out with it, and `message` says why. A story that readers have seen keeps
        its first date, and so its address. Raises ValidationError with a sentence when it may not be published as it
        stands.
        """
        now = timezone.now()
        self._read_and_lock()
        if self.status == self.Status.RETRACTED:
            raise ValidationError(_("A retracted story cannot be published again. Write a new one."))
        if not (self.first_published_at and self.first_published_at <= now):
            self.first_published_at = max(moment for moment in (at or now, self._embargo_to_be()) if moment)
        self._forget_end_that_passed(now)
        self._let_out(by, message)
        Deed.objects.note([self], "published", self.first_published_at.isoformat(timespec="minutes"), by=by)

    @transaction.atomic
    def correct(self, *, kind: str, reason: str, quote=None, amends=None, by=None):
        """Publish what waits in a story that readers see, and tell them: returns the ledger's entry.

        `kind` is a Correction.Kind but not a retraction, `reason` the sentence for readers, `quote` the quotation
        concerned and `amends` the entry that this one puts right, if any.
        """
        self._read_and_lock()
        if not self.is_published():
            raise ValidationError(_("Only a story that readers can see can be corrected."))
        before = self.revisions.public().order_by("-number").first() or self.revise(is_public=True)
        self.updated_at = timezone.now()
        after = self._let_out(by, reason)
        entry = Correction(kind=kind, text=reason.strip(), quote=quote, amends=amends)
        self._enter(entry, before, after, by)
        Deed.objects.note([self], kind, entry.text, by=by)
        return entry

    @transaction.atomic
    def withdraw(self, *, by=None) -> None:
        """Take the story away from readers, back to draft. One that was only scheduled forgets its date."""
        self._read_and_lock()
        if self.status != self.Status.PUBLISHED:
            raise ValidationError(_("Only a published or scheduled story can be withdrawn."))
        if self.is_scheduled():
            self.first_published_at = None
        self._forget_end_that_passed(timezone.now())
        self.status = self.Status.DRAFT
        self._decide()
        self.take_up_pending()
        Deed.objects.note([self], "withdrawn", by=by)

    @transaction.atomic
    def retract(self, *, reason: str, by=None) -> None:
        """Take a published story back for good; its address answers 410 and gives `reason`, as does the ledger.
        Its conversation is closed."""
        self._read_and_lock()
        if not self.is_published():
            raise ValidationError(_("Only a story that readers can see can be retracted."))
        self.status = self.Status.RETRACTED
        self.retracted_at = timezone.now()
        self.retraction_reason = reason.strip()
        self.full_clean(exclude=["search"])
        before = self.revisions.public().order_by("-number").first() or self.revise(is_public=True)
        self._decide()
        self._enter(Correction(kind=Correction.Kind.RETRACTION, text=self.retraction_reason), before, None, by)
        self.comments.all().close()
        Deed.objects.note([self], "retracted", self.retraction_reason, by=by)

    def _let_out(self, by, message: str):
        """Let readers see what waits, or the rows as they are; returns the public revision."""
        from ..warnings import keep_warnings

        self.take_up_pending()
        self._refuse_altered_quotes()
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
        for quote in self.quotes.accepted().filter(decided_at__gt=self._last_let_out()):
            quote.find_likenesses()
        keep_warnings(self)
        before = self.revisions.seen(self).first()
        after = self.revise(by=by, message=message.strip(), is_public=True)
        if before and any(before.content[name] != after.content[name] for name in ("headline", "standfirst", "body")):
            self.flag_translations(before)
        return after

    def _forget_end_that_passed(self, now) -> None:
        """What an editor publishes once more is to be seen again."""
        if self.unpublish_at and self.unpublish_at <= now:
            self.unpublish_at = None

    def _last_let_out(self):
        last = self.revisions.public().order_by("-number").values_list("created_at", flat=True).first()
        return last or self.created_at

    def _embargo_to_be(self):
        """The embargo that holds once what waits is out."""
        waiting = self.pending and self.pending.content.get("embargo")
        return datetime.fromisoformat(waiting) if waiting else None if self.pending else self.embargo

    def _refuse_altered_quotes(self) -> None:
        if altered := self.altered_quotes():
            sentence = _("The quotation “%(words)s” does not stand in the text word for word. Fix it or withdraw it.")
            raise ValidationError([ValidationError(sentence, params={"words": quote.exact}) for quote in altered])

    def _enter(self, entry, before, after, by) -> None:
        entry.article, entry.from_revision, entry.to_revision, entry.created_by = self, before, after, by
        entry.full_clean()
        entry.save()
        self.flag_translations(before)

    def _read_and_lock(self) -> None:
        """Take up the row as it is stored, and keep others from changing it: a verb decides on nothing older."""
        stories = type(self).objects.select_for_update(of=("self",)).select_related("pending")
        self.refresh_from_db(from_queryset=stories)
        self._remember_decisions()

    def _decide(self) -> None:
        self.save(update_fields=self.DECIDED | {"updated_at", "modified_at"})

    def _remember_decisions(self) -> None:
        self._decisions = {name: self.__dict__.get(name) for name in self.DECIDED}

import uuid
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..letters import later, tell_followers, tell_writer
from .article import Article
from .commenter import Commenter
from .decision import Decision
from .deed import Deed
from .waiting import Waiting, WaitingQuerySet


class ModeratedQuerySet(WaitingQuerySet):
    """What moderators do with many replies at once. Every verb writes the log and is all or nothing."""

    @transaction.atomic
    def decide(self, status: str, *, by=None, reason="", rule="", action="", batch=None) -> int:
        """Give every reply of this queryset a status; returns how many were decided on.

        `by` is a desk user, or nobody when a `rule` decides. Where an edit waits, it is the edit that is approved or
        refused, and what readers saw stays. Open reports turn out right or wrong with it. What nobody has proved to
        have written cannot be approved.
        """
        from .report import Report

        rows = (self.free_for(by) if by else self)._locked()
        now, batch = timezone.now(), batch or uuid.uuid4()
        edits = [row for row in rows if row.status == "approved" and row.proposed_text is not None and by]
        others = [row for row in rows if row not in edits and (row.status != status or (by and row.open_reports))]
        undecidable = {"deleted", "unconfirmed"} if status == "approved" else {"deleted"}
        others = [row for row in others if row.status not in undecidable]
        for row in edits:
            row.settle_edit(is_approved=status == "approved", by=by, reason=reason, batch=batch)
        pks = [row.pk for row in others]
        Decision.objects.bulk_create(
            row.entry(action or status, by=by, reason=reason, rule=rule, batch=batch, now=now) for row in others
        )
        self.model.objects.filter(pk__in=pks).update(
            status=status,
            reason=reason,
            decided_at=now,
            decided_by=by,
            waiting_since=now if status == "held" else None,
            claimed_at=None,
            claimed_by=None,
            is_unchecked=False,
        )
        if by:
            Deed.objects.note(rows, status, by=by)
            reports = Report.objects.filter(comment__in=pks)
            reports.settle(Report.State.WRONG if status == "approved" else Report.State.RIGHT)
        for row in others:
            if status == "approved" and row.told_at is None:
                row.announce()
            # An action of its own, such as the reversal of a removal, has its own letter.
            if by and not action and status in ("approved", "hidden") and row.status != status and row.commenter_id:
                row.tell_writer(batch=batch)
        return len(edits) + len(others)

    @transaction.atomic
    def close(self) -> int:
        """Take out of the queues what nobody has decided on yet, because readers see the story no more: it was
        retracted. That speaks neither for nor against anybody; errors, sources and questions that readers saw still
        wait for their answer, which the retraction may be. Returns how many replies were closed.
        """
        from .report import Report

        rows = self.filter(Q(status="held") | Q(proposed_text__isnull=False) | Q(open_reports__gt=0))._locked()
        held = [row for row in rows if row.status == "held"]
        edited = [row for row in rows if row.status == "approved" and row.proposed_text is not None]
        closing = [(row, "closed") for row in held] + [(row, "edit_refused") for row in edited]
        Decision.objects.bulk_create(row.entry(action, rule="retracted") for row, action in closing)
        free = {"proposed_text": None, "waiting_since": None, "is_unchecked": False, "claimed_at": None}
        free |= {"claimed_by": None, "reason": ""}
        self.model.objects.filter(pk__in=[row.pk for row in edited]).update(**free)
        self.model.objects.filter(pk__in=[row.pk for row in held]).update(**free, status="closed")
        Report.objects.filter(comment__in=[row.pk for row in rows]).settle(Report.State.MOOT)
        return len(held)

    @transaction.atomic
    def undo(self, batch, *, by) -> int:
        """Take back what one press of a button decided; returns how many replies are as they were before.

        A reply on which something else was decided since stays as it is. The reports that it settled are open again.
        """
        from .report import Report

        entries = Decision.objects.of_batch(batch).filter(undoes__isnull=True, undone_by__isnull=True)
        entries = {entry.comment_id: entry for entry in entries.exclude(before="").exclude(before="deleted")}
        rows = self.filter(pk__in=entries)._locked()
        rows = [row for row in rows if row.status == entries[row.pk].action and row.decisions.last().batch == batch]
        now, fresh = timezone.now(), uuid.uuid4()
        for row in rows:
            entry = entries[row.pk]
            # Why it was as it was says the decision before.
            former = row.decisions.filter(pk__lt=entry.pk, action=entry.before).last()
            reason = former.reason if former else ""
            back = row.entry(entry.before, by=by, reason=reason, batch=fresh, now=now)
            back.undoes = entry
            back.save()
            self.model.objects.filter(pk=row.pk).update(
                status=entry.before,
                reason=reason,
                decided_at=now,
                decided_by=by,
                waiting_since=now - (entry.waited or timedelta()) if entry.before == "held" else None,
            )
        if rows:
            decided_at = min(entries[row.pk].at for row in rows)
            Report.objects.filter(comment__in=[row.pk for row in rows], settled_at__gte=decided_at).reopen()
        return len(rows)

    @transaction.atomic
    def blank(self) -> int:
        """Take everything that a person wrote out of these replies; what others answered keeps its place."""
        from .rewording import Rewording

        rows = self._locked()
        pks = [row.pk for row in rows]
        Rewording.objects.filter(comment__in=pks).delete()
        Decision.objects.bulk_create(row.entry("deleted") for row in rows if row.status != "deleted")
        person = {"name": "", "network": None, "commenter": None, "outcome_note": ""}
        return self.model.objects.filter(pk__in=pks).update(**self.model.BLANK, **person)

    def _locked(self) -> list:
        """The rows, locked for a change of status: first the stories, then the readers, each in the order of keys.

        So two moderators, whatever they chose, never wait for each other in a circle.
        """
        known = self.order_by("pk").values_list("pk", "article_id", "commenter_id", "reports__reporter_id")
        pks, stories, writers, reporters = map(set, zip(*known, strict=True)) if known else (set(),) * 4
        for model, keys in ((Article, stories), (Commenter, writers | reporters)):
            locked = model.objects.filter(pk__in=keys - {None}).select_for_update(no_key=True).order_by("pk")
            list(locked.values_list("pk"))
        rows = self.model.objects.filter(pk__in=pks).select_for_update(of=("self",), no_key=True)
        return list(rows.order_by("pk"))


class Moderated(Waiting):
    """What is decided of one reply. Comment has the fields."""

    # A decision can be taken back so long; letters about it wait until then.
    TIME_TO_UNDO = timedelta(minutes=10)

    class Meta:
        abstract = True

    def entry(self, action: str, *, by=None, reason="", rule="", batch=None, now=None):
        """An entry of the log about this reply as it is now, not saved."""
        now = now or timezone.now()
        waited = now - self.waiting_since if self.waiting_since else None
        return Decision(
            comment_id=self.pk,
            article_id=self.article_id,
            action=action,
            before=self.status,
            reason=reason,
            rule="" if by else rule,
            by=by,
            at=now,
            waited=waited,
            **({"batch": batch} if batch else {}),
        )

    def log(self, action: str, *, by=None, before="", reason="", rule="", batch=None) -> None:
        entry = self.entry(action, by=by, reason=reason, rule=rule, batch=batch)
        entry.before = before
        entry.save()

    def settle_edit(self, *, is_approved: bool, by=None, reason="", batch=None) -> None:
        """Let readers see the edit that waits, or drop it. Call it with the row locked."""
        self.log("edit_approved" if is_approved else "edit_refused", by=by, reason=reason, batch=batch)
        if is_approved:
            self.reword(self.proposed_text)
        self.proposed_text, self.waiting_since, self.reason = None, None, ""
        self.decided_at, self.decided_by = timezone.now(), by
        self.save()

    @transaction.atomic
    def pick(self, is_pick: bool, *, by) -> None:
        """Count the reply among those that the editors recommend, or no longer."""
        type(self).objects.filter(pk=self.pk, status="approved").update(is_pick=is_pick)
        self.log("picked" if is_pick else "unpicked", by=by)

    @transaction.atomic
    def answer(self, outcome: str, *, note="", correction=None, by) -> None:
        """Say what came of an error, a source or a question; readers see it on the reply, and its writer gets a letter.

        `outcome` is one of Comment.Outcome; what was corrected names its entry of the ledger.
        """
        if self.kind == "reply":
            raise ValidationError(_("This reply asks the desk for nothing."))
        if (outcome == "corrected") != (correction is not None):
            raise ValidationError(_("“Corrected” names the correction, and nothing else does."))
        if correction and correction.article_id != self.article_id:
            raise ValidationError(_("The correction is one of another story."))
        if outcome == "answered" and not note.strip():
            raise ValidationError(_("An answer needs words."))
        self.outcome, self.outcome_note, self.correction = outcome, note.strip(), correction
        self.outcome_at = timezone.now()
        self.save(update_fields=["outcome", "outcome_note", "correction", "outcome_at"])
        self.log("outcome", by=by)
        self.tell_writer("outcome")

    def may_be_appealed(self) -> bool:
        """Whether its writer may ask for a second look at a removal."""
        from .appeal import Appeal

        return bool(
            self.status in ("hidden", "spam")
            and self.commenter_id
            and self.article.status != "retracted"
            and self.decided_at
            and self.decided_at > timezone.now() - Appeal.OPEN_FOR
            and not Appeal.objects.filter(comment=self.pk).exists()
        )

    def announce(self) -> None:
        """Tell those who follow the story or the thread that this reply is there now."""
        later(tell_followers, self.TIME_TO_UNDO).enqueue(self.pk)

    def tell_writer(self, about="decision", batch=None) -> None:
        wait = self.TIME_TO_UNDO if about == "decision" else timedelta()
        later(tell_writer, wait).enqueue(self.pk, about, str(batch or ""))

    def was_decided_last_in(self, batch) -> bool:
        """Whether its status is the one that `batch` gave it: no decision came later, and none was taken back."""
        last = self.decisions.exclude(before="").last()
        return bool(last and str(last.batch) == str(batch))

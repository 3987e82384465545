from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Func, IntegerField, Value
from django.db.models.functions import MD5, Lower
from django.db.models.lookups import LessThanOrEqual
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_tasks import task

from ..addresses import absolute
from ..body import plain_text
from ..letters import confirm_address, later
from ..moderation import Submission, Verdict, screen, together
from ..quoting import passages
from .ban import Ban
from .impersonation import is_taken
from .reason import Reason

MOST_BYTES = 64 * 1024  # of a text in UTF-8: some 10,000 words


class Bytes(Func):
    """The length of a text in bytes, which PostgreSQL knows without unpacking it."""

    function = "octet_length"
    output_field = IntegerField()


def fits(column: str) -> LessThanOrEqual:
    """The condition that the text in `column` is no longer than the database takes."""
    return LessThanOrEqual(Bytes(column), MOST_BYTES)


class Written(models.Model):
    """What a reader does with a reply of his own: submit, edit, delete. Comment has the fields.

    New and edited texts go through one pipeline: the checkers answer on the very text that is stored, before any lock
    is taken, since one of them may be far away; then text, status and the log's entry are written in one transaction.
    """

    # Replies of one writer within it make a flood (articles.moderation.local).
    RECENT = timedelta(minutes=10)
    # The same words within it are a repetition.
    REPEATED_WITHIN = timedelta(days=30)
    # Masked network addresses are dropped after it.
    NETWORK_KEPT = timedelta(days=30)
    # After an hour without an answer from a checker, whatever it is, once more; then twice as long, and so on.
    ASKED_AGAIN_AFTER = timedelta(minutes=5)
    TOO_LATE = _("It is too late to change this reply. You can delete it, or answer to it.")
    # What is left of a deleted reply: its place.
    BLANK = {
        "status": "deleted",
        "text": "",
        "passages": [],
        "proposed_text": None,
        "waiting_since": None,
        "is_pick": False,
    }

    class Meta:
        abstract = True

    def submission(self, text: str) -> Submission:
        """What the checkers are told about `text`, a new one or an edit of this reply."""
        others = type(self).objects.exclude(pk=self.pk)
        now = timezone.now()
        # Anybody can type an address: what its owner has not proved to have written tells nothing of the owner.
        proved = others.exclude(status="unconfirmed")
        mine = proved.filter(commenter=self.commenter_id, created_at__gt=now - self.RECENT)
        same = proved.alias(words=MD5(Lower("text"))).filter(
            words=MD5(Lower(Value(text))), created_at__gt=now - self.REPEATED_WITHIN
        )
        return Submission(
            text=text,
            name=self.name,
            address=absolute(self.article.get_absolute_url()),
            network=self.network or "",
            language=self.article.language,
            is_new=not self.commenter.approved_count,
            is_trusted=self.commenter.is_trusted,
            recent=len(mine.values_list("pk")[:20]),
            repeats=len(same.values_list("pk")[:20]),
        )

    def rule_on(self, text: str) -> tuple[str, str, str, dict]:
        """Status, reason and rule by which `text` may stand here, and what each checker answered."""
        if self.commenter.is_staff:
            return "approved", "", "desk", {}
        if ban := self.ban():
            return "held", ban.reason, "ban", {}
        answers = screen(self.submission(text))
        said = {answer.checker: answer.verdict.value for answer in answers}
        verdict = together(answers)
        if verdict is Verdict.OK and not self.commenter.is_trusted and Ban.objects.of_network(self.network):
            return "held", Reason.NETWORK, "network", said
        found = next((answer for answer in answers if answer.verdict is verdict), None)
        if verdict is Verdict.OK:
            return "approved", "", "checks", said
        if verdict is Verdict.UNKNOWN and self.commenter.is_trusted:
            return "approved", "", found.checker, said
        status = "spam" if verdict is Verdict.REJECT else "held"
        return status, found.reason, found.checker, said

    def ban(self):
        """The ban of the writer's address that is in force, if any."""
        return Ban.objects.of_address(self.commenter.email) if self.commenter and self.commenter.email else None

    def submit(self, *, is_proved: bool):
        """Store a new reply and return it; the same one sent again changes nothing and returns the first.

        `is_proved` says that this browser has shown to be the commenter's. If not, the reply waits unseen by anybody
        until the mailed link is opened.
        """
        self.passages = self.find_passages(self.text)
        ruling = self.rule_on(self.text) if is_proved else None
        with transaction.atomic():
            self.status = "unconfirmed"
            type(self).objects.bulk_create([self], ignore_conflicts=True)
            stored = (
                type(self)
                .objects.select_related("commenter", "article")
                .get(
                    article=self.article_id,
                    parent=self.parent_id,
                    commenter=self.commenter_id,
                    text=self.text,
                    status__in=["unconfirmed", "held", "approved", "hidden", "spam", "closed"],
                )
            )
            if stored.status == "unconfirmed":
                if is_proved:
                    stored.enter(ruling)
                elif (
                    stored.created_at == self.created_at or stored.created_at < timezone.now() - self.RECENT
                ) and stored.commenter.may_be_asked():
                    confirm_address.enqueue(stored.commenter_id, stored.pk)
        return stored

    def enter(self, ruling=None) -> bool:
        """Let a reply whose writer is proved go through the checks; returns whether readers see it now."""
        status, reason, rule, said = ruling or self.rule_on(self.text)
        if ruling is None and status in ("approved", "held") and is_taken(self.name, by=self.commenter):
            # Free when it was written, and taken while it waited for the proof.
            status, reason, rule = "held", Reason.NAME, "name"
        unchecked = Verdict.UNKNOWN.value in said.values()
        now = timezone.now()
        with transaction.atomic():
            rows = type(self).objects.select_for_update(of=("self",)).select_related("article")
            row = rows.defer("article__body", "article__search").get(pk=self.pk)
            if row.status != "unconfirmed":
                return row.status == "approved"
            if row.article.status == "retracted":
                status, reason, rule = "closed", "", "retracted"
            self.entry(status, reason=reason, rule=rule).save()
            self.status, self.reason, self.answers, self.is_unchecked = status, reason, said, unchecked
            self.by_staff = self.commenter.is_staff
            self.waiting_since = now if status == "held" else None
            self.decided_at = None if status == "held" else now
            self.save()
            self.after_ruling(status, unchecked)
        return status == "approved"

    def after_ruling(self, status: str, unchecked: bool) -> None:
        """What follows when the checks have ruled on a new reply: who is told, who is asked again, and the brake."""
        from .brake import Brake

        if status == "approved":
            self.announce()
        if unchecked:
            later(check_again, self.ASKED_AGAIN_AFTER).enqueue(self.pk)
        Brake.objects.pull_where_heated(self.article)

    def may_be_edited(self, now=None) -> bool:
        """Whether its writer may still change the text."""
        age = (now or timezone.now()) - self.created_at
        is_there = self.status in ("unconfirmed", "held", "approved") and self.article.is_published(now)
        return is_there and age < self.editable_for()

    @staticmethod
    def editable_for() -> timedelta:
        return timedelta(minutes=settings.COMMENT_EDIT_MINUTES)

    def edit(self, text: str) -> str:
        """Change the text, if the checks let the new one pass; otherwise readers see the old one and it waits.

        Returns the status of the new text: "approved", "held", or "spam" when it was refused. Raises ValidationError
        when it is too late to edit, or the writer is banned.
        """
        if ban := self.ban():
            raise ValidationError(ban.told())
        if not self.may_be_edited():
            raise ValidationError(self.TOO_LATE)
        was_unproved = self.status == "unconfirmed"
        status, reason, rule, said = ("approved", "", "", {}) if was_unproved else self.rule_on(text)
        with transaction.atomic():
            row = type(self).objects.select_for_update(of=("self",)).select_related("article").get(pk=self.pk)
            if was_unproved and row.status != "unconfirmed":
                # Its writer has opened the mailed link in between: now the checks must see the new text.
                return row.edit(text)
            if row.status not in ("unconfirmed", "held", "approved"):
                raise ValidationError(self.TOO_LATE)
            if text == row.text:
                return "approved" if row.status == "approved" else "held"
            row.answers, row.is_unchecked = said, Verdict.UNKNOWN.value in said.values()
            if row.status == "approved" and status != "approved":
                row.log("edit_held", before="approved", reason=reason, rule=rule)
                row.proposed_text, row.reason, row.waiting_since = text, reason, timezone.now()
            elif row.status == "approved":
                row.log("edit_approved", before="approved", rule=rule)
                row.reword(text)
                row.proposed_text, row.waiting_since, row.reason = None, None, ""
            else:
                # Held, it stays so: a moderator reads the new text. What is refused outright waits as well.
                row.text, row.passages, row.edited_at = text, row.find_passages(text), timezone.now()
                row.reason = reason or row.reason
            row.save()
            if row.is_unchecked:
                later(check_again, row.ASKED_AGAIN_AFTER).enqueue(row.pk)
        self.refresh_from_db()
        return "held" if status != "approved" or self.status != "approved" else "approved"

    def reword(self, text: str) -> None:
        """Put `text` in the place of what readers saw, which is kept beside it. Does not save."""
        self.rewordings.create(text=self.text)
        self.text, self.passages, self.edited_at = text, self.find_passages(text), timezone.now()

    @transaction.atomic
    def withdraw(self) -> None:
        """Its writer deletes it: the words are gone at once, its place stays while there are answers."""
        row = type(self).objects.select_for_update(of=("self",)).get(pk=self.pk)
        if row.status == "deleted":
            return
        row.log("deleted", before=row.status)
        row.rewordings.all().delete()
        type(self).objects.filter(pk=self.pk).update(**self.BLANK, reason="")

    def check_again(self) -> bool:
        """Ask the checkers once more about a reply of which one knew nothing; returns whether all have answered now.

        A doubt that they find now takes a published reply back into the queue; their consent lets a held one out when
        nothing else speaks against it.
        """
        text = self.text if self.proposed_text is None else self.proposed_text
        status, reason, rule, said = self.rule_on(text)
        unchecked = Verdict.UNKNOWN.value in said.values()
        rows = type(self).objects.filter(
            pk=self.pk, is_unchecked=True, proposed_text=self.proposed_text, text=self.text
        )
        if self.proposed_text is None:
            rows = type(self).objects.filter(pk=self.pk, is_unchecked=True, text=self.text)
        with transaction.atomic():
            if not rows.update(answers=said, is_unchecked=unchecked) or unchecked:
                return not unchecked
            row = type(self).objects.get(pk=self.pk)
            is_first = row.status == "held" and row.reason == Reason.UNCHECKED
            if row.status == "approved" and row.proposed_text is not None and status == "approved":
                row.settle_edit(is_approved=True)
            elif (row.status == "approved" and row.proposed_text is None and status != "approved") or is_first:
                type(self).objects.filter(pk=self.pk).decide(status, reason=reason, rule=rule)
        return True

    def document(self) -> dict:
        """What is stored of the words, for its writer."""
        return {
            "reply": self.pk,
            "story": absolute(self.article.get_absolute_url()),
            "written": self.created_at.isoformat(),
            "name": self.name,
            "text": self.text,
            "edit_that_waits": self.proposed_text,
            "former_texts": [former.text for former in self.rewordings.all()],
            "status": self.status,
            "reason": self.reason,
            "network": self.network,
        }

    def find_passages(self, text: str) -> list:
        """Where `text` quotes the story or the reply that it answers, and whether word for word."""
        return passages(text, plain_text(self.article.body), self.parent.text if self.parent_id else "")


@task()
def check_again(comment: int, attempt: int = 0) -> None:
    """Ask the checkers once more about a reply of which one knew nothing; until it answers, ever more rarely."""
    from .comment import Comment

    rows = Comment.objects.filter(pk=comment, is_unchecked=True, commenter__isnull=False)
    reply = rows.select_related("article", "commenter", "parent").first()
    if reply is not None and not reply.check_again() and attempt < 8 and check_again.get_backend().supports_defer:
        later(check_again, reply.ASKED_AGAIN_AFTER * 2**attempt).enqueue(comment, attempt=attempt + 1)

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..letters import tell_writer
from .comment import Comment
from .commenter import Commenter
from .decision import Decision
from .touch import touches


class AppealQuerySet(models.QuerySet):
    def open(self):
        return self.filter(decided_at__isnull=True).order_by("pk")


class Appeal(models.Model):
    """That a writer asks for a second look at a removal. Somebody else than who removed it decides, in due time."""

    MAX_LENGTH = 1000
    DUE = timedelta(days=7)
    # How long after a removal it can be appealed against.
    OPEN_FOR = timedelta(days=30)

    comment = models.OneToOneField(Comment, models.CASCADE, related_name="appeal", verbose_name=_("reply"))
    commenter = models.ForeignKey(Commenter, models.CASCADE, related_name="appeals", verbose_name=_("reader"))
    text = models.TextField(_("why it should be shown"), max_length=MAX_LENGTH)
    # Who removed it: a copy, so that the database can refuse the same one.
    against = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(_("sent"), default=timezone.now)
    is_granted = models.BooleanField(_("granted"), null=True)
    answer = models.CharField(_("answer to the writer"), max_length=500, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    objects = AppealQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="appeal_has_text"),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | Q(against__isnull=True) | ~Q(decided_by=F("against")),
                name="appeal_decided_by_another",
                violation_error_message=_("You removed this reply yourself: somebody else decides on the appeal."),
            ),
            models.CheckConstraint(
                condition=Q(decided_at__isnull=True, is_granted__isnull=True)
                | Q(decided_at__isnull=False, is_granted__isnull=False),
                name="appeal_decision_has_time",
            ),
        ]
        indexes = [models.Index(fields=["id"], condition=Q(decided_at__isnull=True), name="appeal_open")]
        triggers = [
            touches("appeal", "(SELECT 'ledger:' || article_id FROM articles_comment WHERE id = ROW.comment_id)")
        ]
        verbose_name = _("appeal")
        verbose_name_plural = _("appeals")

    def __str__(self):
        return _("Appeal %(number)d") % {"number": self.pk or 0}

    @property
    def due_at(self):
        return self.created_at + self.DUE

    @transaction.atomic
    def submit(self) -> None:
        """Send the appeal; raises ValidationError when the removal cannot be appealed against (any more)."""
        comment = Comment.objects.select_for_update(of=("self",), no_key=True).get(pk=self.comment_id)
        if not comment.may_be_appealed():
            raise ValidationError(_("This decision cannot be appealed against, or was already."))
        self.commenter, self.against = comment.commenter, comment.decided_by
        self.save()
        comment.log(Decision.Action.APPEALED, before=comment.status)

    @transaction.atomic
    def decide(self, *, is_granted: bool, by, answer="") -> None:
        """Show the reply after all, or let the removal stand; the writer gets a letter with `answer`."""
        row = Appeal.objects.select_for_update(of=("self",)).get(pk=self.pk)
        if row.decided_at:
            raise ValidationError(_("This appeal has been decided already."))
        self.is_granted, self.answer, self.decided_by = is_granted, answer.strip(), by
        self.decided_at = timezone.now()
        self.full_clean()
        self.save()
        if is_granted:
            Comment.objects.filter(pk=self.comment_id).decide(
                Comment.Status.APPROVED, by=by, action=Decision.Action.REVERSED
            )
        else:
            self.comment.log(Decision.Action.UPHELD, by=by, before=self.comment.status)
        tell_writer.enqueue(self.comment_id, "appeal")

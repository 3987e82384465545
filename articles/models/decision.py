import uuid

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .reason import Reason
from .touch import touches


class DecisionQuerySet(models.QuerySet):
    def of_comment(self, comment):
        return self.filter(comment=comment).order_by("pk")

    def of_batch(self, batch):
        return self.filter(batch=batch)


class Decision(models.Model):
    """An entry of the log of what was decided of replies. Nobody can change one, and it tells nothing of the writer."""

    class Action(models.TextChoices):
        HELD = "held", _("held")
        APPROVED = "approved", _("approved")
        HIDDEN = "hidden", _("hidden")
        SPAM = "spam", _("marked as spam")
        DELETED = "deleted", _("deleted by the writer")
        CLOSED = "closed", _("closed with its story")
        EDIT_HELD = "edit_held", _("edit held")
        EDIT_APPROVED = "edit_approved", _("edit approved")
        EDIT_REFUSED = "edit_refused", _("edit refused")
        APPEALED = "appealed", _("appealed")
        UPHELD = "upheld", _("decision upheld")
        REVERSED = "reversed", _("decision reversed")
        PICKED = "picked", _("made an editors’ pick")
        UNPICKED = "unpicked", _("no longer an editors’ pick")
        OUTCOME = "outcome", _("answered by the desk")

    # The log outlives a deleted story: the keys are kept, whatever became of the rows.
    comment = models.ForeignKey(
        "articles.Comment", models.DO_NOTHING, db_constraint=False, related_name="decisions", verbose_name=_("reply")
    )
    article = models.ForeignKey(
        "articles.Article", models.DO_NOTHING, db_constraint=False, related_name="+", verbose_name=_("story")
    )
    action = models.CharField(_("decision"), max_length=13, choices=Action)
    before = models.CharField(max_length=11, blank=True, default="", help_text=_("The reply's status until then."))
    reason = models.CharField(_("reason"), max_length=10, choices=Reason, blank=True, default="")
    rule = models.CharField(_("rule"), max_length=20, blank=True, default="", help_text=_("Empty: a person decided."))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("decided by")
    )
    at = models.DateTimeField(_("decided"), default=timezone.now)
    waited = models.DurationField(_("waited"), null=True, help_text=_("From when it was held."))
    batch = models.UUIDField(default=uuid.uuid4, help_text=_("Shared by what one press of a button decided."))
    undoes = models.OneToOneField("self", models.PROTECT, null=True, related_name="undone_by", verbose_name=_("undoes"))

    objects = DecisionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(by__isnull=True) | Q(rule=""), name="decision_by_person_or_rule")
        ]
        indexes = [
            models.Index(fields=["comment", "id"], name="decision_of_comment"),
            # All that the open ledger of a story counts, so that it reads no row.
            models.Index(
                fields=["article", "action"], include=["by", "reason", "undoes", "waited"], name="decision_of_article"
            ),
            models.Index(fields=["batch"], name="decision_of_batch"),
            models.Index(F("id").desc(), name="decision_newest"),
        ]
        ordering = ["id"]
        triggers = [
            pgtrigger.Protect(name="log_is_final", operation=pgtrigger.Update | pgtrigger.Delete),
            touches("decision", "'ledger:' || ROW.article_id"),
        ]
        verbose_name = _("entry of the log")
        verbose_name_plural = _("log of decisions")

    def __str__(self):
        return f"{self.comment_id}: {self.get_action_display()}"

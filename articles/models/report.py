import pgtrigger
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .comment import Comment
from .commenter import Commenter
from .reason import Reason


class ReportQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state="open")

    def settle(self, state: str) -> int:
        """Say of open reports whether they were right; their senders' weight follows."""
        return self.open().update(state=state, settled_at=timezone.now())

    def reopen(self) -> int:
        """Take back what settled them, but for those that their network has sent again meanwhile."""
        again = Report.objects.open().filter(comment=OuterRef("comment"), network=OuterRef("network"), reporter=None)
        return self.exclude(Q(Exists(again)), reporter__isnull=True).update(state="open", settled_at=None)


class Report(models.Model):
    """That a reader finds a reply against the rules. Reports of unproved readers are read, but weigh nothing."""

    class State(models.TextChoices):
        OPEN = "open", _("open")
        RIGHT = "right", _("was right")
        WRONG = "wrong", _("was wrong")
        MOOT = "moot", _("no longer matters")

    # Open reports that weigh so much take a reply from readers until a moderator has looked.
    HIDES_AT = 4

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="reports", verbose_name=_("reply"))
    reporter = models.ForeignKey(
        Commenter, models.SET_NULL, null=True, related_name="reports", verbose_name=_("reported by")
    )
    reason = models.CharField(_("reason"), max_length=10, choices=Reason)
    text = models.CharField(_("in the reader's words"), max_length=500, blank=True)
    weight = models.PositiveSmallIntegerField(_("weight"), default=0)
    network = models.CharField(_("network"), max_length=43, null=True, editable=False)
    state = models.CharField(_("state"), max_length=5, choices=State, default=State.OPEN)
    created_at = models.DateTimeField(_("sent"), default=timezone.now)
    settled_at = models.DateTimeField(null=True, editable=False)

    objects = ReportQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["comment", "reporter"], condition=Q(reporter__isnull=False), name="report_once"
            ),
            models.UniqueConstraint(
                fields=["comment", "network"],
                condition=Q(reporter__isnull=True, network__isnull=False, state="open"),
                name="report_once_of_network",
            ),
            models.CheckConstraint(
                condition=Q(state="open", settled_at__isnull=True) | (~Q(state="open") & Q(settled_at__isnull=False)),
                name="report_settled_has_time",
            ),
        ]
        indexes = [
            models.Index(fields=["comment"], condition=Q(state="open"), name="report_open"),
            models.Index(fields=["created_at"], condition=Q(network__isnull=False), name="report_with_network"),
            models.Index(F("reporter"), F("id").desc(), name="report_of_reporter"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="count_reports",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("state") | pgtrigger.Delete,
                declare=[("change", "integer"), ("weighs", "integer")],
                func="""
                    change := CASE WHEN TG_OP <> 'DELETE' AND NEW.state = 'open' THEN 1 ELSE 0 END
                            - CASE WHEN TG_OP <> 'INSERT' AND OLD.state = 'open' THEN 1 ELSE 0 END;
                    IF change <> 0 THEN
                        weighs := change * COALESCE(NEW.weight, OLD.weight);
                        UPDATE articles_comment
                        SET open_reports = open_reports + change, report_weight = report_weight + weighs
                        WHERE id = COALESCE(NEW.comment_id, OLD.comment_id);
                    END IF;
                    IF TG_OP = 'UPDATE' AND OLD.state <> NEW.state AND NEW.reporter_id IS NOT NULL THEN
                        UPDATE articles_commenter
                        SET right_reports = GREATEST(
                                right_reports + (NEW.state = 'right')::integer - (OLD.state = 'right')::integer, 0),
                            wrong_reports = GREATEST(
                                wrong_reports + (NEW.state = 'wrong')::integer - (OLD.state = 'wrong')::integer, 0)
                        WHERE id = NEW.reporter_id;
                    END IF;
                    RETURN NULL;
                """,
            ),
        ]
        verbose_name = _("report")
        verbose_name_plural = _("reports")

    def __str__(self):
        return f"{self.comment_id}: {self.get_reason_display()}"

    def submit(self) -> None:
        """Keep the report, once for each reader; enough weight holds the reply. The same one again changes nothing."""
        self.weight = self.reporter.report_weight if self.reporter else 0
        Report.objects.bulk_create([self], ignore_conflicts=True)
        heavy = Comment.objects.filter(
            pk=self.comment_id, status=Comment.Status.APPROVED, report_weight__gte=Report.HIDES_AT, by_staff=False
        )
        # What a moderator has approved in spite of reports is not taken away by the same ones again: those are settled.
        heavy.decide(Comment.Status.HELD, reason=Reason.REPORTED, rule="reports")

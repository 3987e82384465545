import pgtrigger
from django.conf import settings
from django.contrib.postgres.indexes import OpClass
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import MD5, Coalesce, Lower, Upper
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..addresses import path_to
from .article import Article
from .citation import Citation
from .commenter import Commenter
from .conversation import CommentCounts, ConversationQuerySet
from .correction import Correction
from .kept import KeptCount, KeptForeignKey, only_triggers_write
from .moderated import Moderated, ModeratedQuerySet
from .quote import Quote
from .reason import Reason
from .revision import Revision
from .shown import ShownRow
from .touch import touches
from .written import Written, fits

# What waits for a moderator: a new text, or an edit of one that readers see.
WAITING = Q(status="held") | Q(status="approved", proposed_text__isnull=False)

# What changes without readers seeing it.
UNSEEN = ("answers", "claimed_at", "claimed_by_id", "commenter_id", "is_unchecked", "network", "open_reports", "origin")
UNSEEN += ("origin_key", "proposed_text", "report_weight", "told_at", "waiting_since")


class CommentQuerySet(ConversationQuerySet, ModeratedQuerySet):
    pass


class Comment(ShownRow, Written, Moderated):
    """A reader's reply to a story, to one of its quotations or sources, or to another reply."""

    class Status(models.TextChoices):
        UNCONFIRMED = "unconfirmed", _("address not proved yet")
        HELD = "held", _("held")
        APPROVED = "approved", _("approved")
        HIDDEN = "hidden", _("hidden")
        SPAM = "spam", _("spam")
        DELETED = "deleted", _("deleted by the writer")
        CLOSED = "closed", _("closed with its story, which was retracted")

    class Kind(models.TextChoices):
        REPLY = "reply", _("a reply")
        ERROR = "error", _("I found an error")
        SOURCE = "source", _("I have a source")
        QUESTION = "question", _("a question to the newsroom")

    class Outcome(models.TextChoices):
        CORRECTED = "corrected", _("corrected")
        STANDS = "stands", _("checked, it stands")
        ANSWERED = "answered", _("answered")

    # Its index is comment_newest.
    article = models.ForeignKey(
        Article, models.CASCADE, db_index=False, related_name="comments", verbose_name=_("story")
    )
    parent = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="replies", verbose_name=_("reply to")
    )
    # The comment at the root of the thread, null for that one itself. Kept by the trigger join_thread.
    thread = KeptForeignKey("self", models.CASCADE, null=True, related_name="+", editable=False)
    # What of the story it is about; a reply is about what its root is about, which join_thread sees to.
    quote = models.ForeignKey(
        Quote, models.SET_NULL, null=True, blank=True, related_name="comments", verbose_name=_("quotation")
    )
    citation = models.ForeignKey(
        Citation, models.SET_NULL, null=True, blank=True, related_name="comments", verbose_name=_("source")
    )
    revision = models.ForeignKey(
        Revision, models.SET_NULL, null=True, editable=False, related_name="+", verbose_name=_("version read")
    )
    # Null when the person was erased, or came in by an import that knew no address.
    commenter = models.ForeignKey(
        Commenter, models.SET_NULL, null=True, related_name="comments", verbose_name=_("reader")
    )
    name = models.CharField(_("name"), max_length=60)
    by_staff = models.BooleanField(_("by the desk"), default=False)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.REPLY)
    text = models.TextField(_("text"))
    # Where the text quotes the story or its parent: [start, end, whether word for word].
    passages = models.JSONField(default=list, editable=False)
    proposed_text = models.TextField(
        _("edit that waits"), null=True, editable=False, help_text=_("Readers see the text before it meanwhile.")
    )
    status = models.CharField(_("status"), max_length=11, choices=Status, default=Status.HELD)
    reason = models.CharField(_("reason"), max_length=10, choices=Reason, blank=True, default="")
    # What each checker said: {name: verdict}. It tells nothing of the writer.
    answers = models.JSONField(default=dict, editable=False)
    is_unchecked = models.BooleanField(_("a checker did not answer"), default=False, editable=False)
    is_pick = models.BooleanField(_("editors’ pick"), default=False)
    created_at = models.DateTimeField(_("written"), default=timezone.now)
    edited_at = models.DateTimeField(_("edited"), null=True, editable=False)
    waiting_since = models.DateTimeField(_("waits since"), null=True, editable=False)
    # When those who follow were told of it, which happens once.
    told_at = models.DateTimeField(null=True, editable=False)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True, editable=False)
    # Null beside a date: a rule has decided.
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("decided by"),
    )
    claimed_at = models.DateTimeField(null=True, editable=False)
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    outcome = models.CharField(_("outcome"), max_length=9, choices=Outcome, blank=True, default="")
    outcome_note = models.CharField(_("answer of the desk"), max_length=600, blank=True, default="")
    outcome_at = models.DateTimeField(null=True, editable=False)
    correction = models.ForeignKey(
        Correction, models.PROTECT, null=True, blank=True, related_name="comments", verbose_name=_("correction")
    )
    # Masked, and dropped after Written.NETWORK_KEPT.
    network = models.CharField(_("network"), max_length=43, null=True, editable=False)
    # Where an import took it from, and its key there.
    origin = models.CharField(max_length=120, blank=True, default="", editable=False)
    origin_key = models.CharField(max_length=80, blank=True, default="", editable=False)
    reply_count = KeptCount(_("replies"), default=0, db_default=0, help_text=_("Approved ones of the whole thread."))
    open_reports = KeptCount(_("open reports"), default=0, db_default=0)
    report_weight = KeptCount(_("weight of the open reports"), default=0, db_default=0)
    # What readers see of a root: itself, or the place that a removed one has left above its replies.
    is_listed = models.GeneratedField(
        expression=Q(thread__isnull=True)
        & (Q(status="approved") | (Q(status__in=["hidden", "deleted"]) & Q(reply_count__gt=0))),
        output_field=models.BooleanField(),
        db_persist=True,
    )

    objects = CommentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status="deleted") | (~Q(text="") & ~Q(name="")), name="comment_has_name_and_text"
            ),
            # See also settings.COMMENT_MAX_KB, which may say less.
            models.CheckConstraint(condition=fits("text"), name="comment_text_fits"),
            models.CheckConstraint(condition=fits("proposed_text"), name="comment_edit_fits"),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | Q(decided_at__isnull=False), name="comment_decision_has_time"
            ),
            models.CheckConstraint(
                condition=Q(claimed_by__isnull=True) | Q(claimed_at__isnull=False), name="comment_claim_has_time"
            ),
            models.CheckConstraint(
                condition=Q(outcome="", outcome_at__isnull=True) | (~Q(outcome="") & Q(outcome_at__isnull=False)),
                name="comment_outcome_has_time",
            ),
            models.CheckConstraint(
                condition=Q(quote__isnull=True) | Q(citation__isnull=True), name="comment_about_one_passage"
            ),
            # The same words by the same person in the same place are one comment, however often they are sent.
            models.UniqueConstraint(
                F("article"),
                Coalesce(F("parent"), 0),
                F("commenter"),
                MD5("text"),
                condition=~Q(status="deleted"),
                name="comment_once",
            ),
            models.UniqueConstraint(
                fields=["origin", "origin_key"], condition=~Q(origin=""), name="comment_imported_once"
            ),
            # Lets (parent, article) refer here: a reply stays under its story.
            models.UniqueConstraint(fields=["id", "article"], name="comment_of_article"),
        ]
        indexes = [
            models.Index(fields=["article", "id"], condition=Q(is_listed=True), name="comment_roots"),
            models.Index(
                F("article"),
                F("reply_count").desc(),
                F("id").desc(),
                condition=Q(is_listed=True),
                name="comment_most_discussed",
            ),
            models.Index(fields=["article", "id"], condition=Q(is_pick=True, status="approved"), name="comment_picks"),
            models.Index(fields=["quote", "id"], condition=Q(is_listed=True), name="comment_of_quote"),
            models.Index(fields=["citation", "id"], condition=Q(is_listed=True), name="comment_of_citation"),
            models.Index(
                fields=["thread", "id"], condition=Q(status="approved", thread__isnull=False), name="comment_replies"
            ),
            models.Index(fields=["article", "id"], name="comment_newest"),
            # What is new for a daily letter.
            models.Index(fields=["article", "told_at"], condition=Q(told_at__isnull=False), name="comment_told"),
            models.Index(fields=["network", "created_at"], condition=Q(status="unconfirmed"), name="comment_unproved"),
            # The moderators' queues, each in its own index.
            models.Index(fields=["id"], condition=WAITING, name="comment_waiting"),
            models.Index(fields=["id"], condition=WAITING & Q(reason="newcomer"), name="comment_newcomers"),
            models.Index(F("report_weight").desc(), F("id"), condition=Q(open_reports__gt=0), name="comment_reported"),
            models.Index(
                fields=["id"], condition=~Q(kind="reply") & Q(outcome="", status="approved"), name="comment_to_desk"
            ),
            models.Index(fields=["id"], condition=Q(is_unchecked=True), name="comment_unchecked"),
            models.Index(fields=["status", "id"], name="comment_by_status"),
            models.Index(fields=["commenter", "id"], name="comment_of_commenter"),
            models.Index(fields=["created_at"], condition=Q(network__isnull=False), name="comment_with_network"),
            models.Index(MD5(Lower("text")), name="comment_by_words"),
            # What moderators search by, beside the whole address: how a name begins.
            models.Index(OpClass(Upper("name"), "text_pattern_ops"), name="comment_by_name"),
        ]
        ordering = ["id"]
        triggers = [
            pgtrigger.Trigger(
                name="join_thread",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("parent_id", "thread_id"),
                condition=pgtrigger.Q(new__parent__isnull=False),
                func="""
                    SELECT COALESCE(thread_id, id), quote_id, citation_id
                    INTO NEW.thread_id, NEW.quote_id, NEW.citation_id
                    FROM articles_comment WHERE id = NEW.parent_id;
                    RETURN NEW;
                """,
            ),
            only_triggers_write("reply_count", "open_reports", "report_weight"),
            CommentCounts(name="count_comments"),
            touches(
                "comment",
                "'replies:' || ROW.article_id",
                "CASE WHEN ROW.correction_id IS NOT NULL THEN 'corrections' END",
                seen="ROW.status IN ('approved', 'hidden', 'deleted')",
                unseen=UNSEEN,
            ),
        ]
        permissions = [("moderate_comment", "Can moderate comments")]
        verbose_name = _("comment")
        verbose_name_plural = _("comments")

    def __str__(self):
        # Nothing of the writer: this is what the admin's own log keeps for ever.
        return _("Reply %(number)d") % {"number": self.pk or 0}

    def name_itself(self, page):
        """All replies to a story are one key: a page of them shows hundreds."""
        page.lists.add(f"replies:{self.article_id}")

    def get_absolute_url(self):
        return path_to("comment", self.pk)

    def clean(self):
        if self.parent_id and self.parent.article_id != self.article_id:
            raise ValidationError({"parent": _("The reply belongs to another story.")})

    # How many replies lie between it and the root of its thread, on a page that shows the thread.
    depth = 0

    @property
    def indent(self) -> str:
        """How far a page moves it to the right."""
        return str(min(self.depth, 3))

    @property
    def anchor(self) -> str:
        return f"comment-{self.pk}"

    @property
    def is_shown(self) -> bool:
        """Whether readers see its text."""
        return self.status == self.Status.APPROVED

import pgtrigger
from django.conf import settings
from django.contrib.postgres.indexes import OpClass
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.db.models.functions import MD5, Coalesce, Lower, Upper
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Article
from .deed import Deed
from .kept import KeptForeignKey
from .shown import ShownRow
from .touch import touches


class CommentQuerySet(models.QuerySet):
    def approved(self):
        return self.filter(status=Comment.Status.APPROVED)

    def held(self):
        """The moderators' queue, oldest first."""
        return self.filter(status=Comment.Status.HELD).order_by("pk")

    def roots(self):
        return self.filter(thread__isnull=True).order_by("pk")

    def in_threads(self, roots):
        """All replies under `roots`, oldest first."""
        return self.filter(thread__in=[root.pk for root in roots]).order_by("pk")

    def decide(self, status: str, *, by) -> int:
        """Give every comment of this queryset a status, as decided `by` a desk user; returns how many changed."""
        with transaction.atomic():
            comments = self.exclude(status=status).select_related("article").defer("article__body", "article__search")
            changed = list(comments.order_by("pk").select_for_update(of=("self",)))
            Deed.objects.note(changed, status, by=by)
            pks = [comment.pk for comment in changed]
            return Comment.objects.filter(pk__in=pks).update(status=status, decided_at=timezone.now(), decided_by=by)


class Comment(ShownRow):
    """A reader's reply to a story, or to another reply."""

    class Status(models.TextChoices):
        HELD = "held", _("held")
        APPROVED = "approved", _("approved")
        HIDDEN = "hidden", _("hidden")
        SPAM = "spam", _("spam")

    MAX_LENGTH = 5000  # characters: some 800 words, longer than most stories

    article = models.ForeignKey(Article, models.CASCADE, related_name="comments", verbose_name=_("story"))
    parent = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="replies", verbose_name=_("reply to")
    )
    # The comment at the root of the thread, null for that one itself. Kept by the trigger join_thread.
    thread = KeptForeignKey("self", models.CASCADE, null=True, related_name="+", editable=False)
    name = models.CharField(_("name"), max_length=60)
    email = models.EmailField(_("e-mail"), help_text=_("Never shown."))
    text = models.TextField(_("text"), max_length=MAX_LENGTH)
    status = models.CharField(_("status"), max_length=8, choices=Status, default=Status.HELD)
    created_at = models.DateTimeField(_("written"), default=timezone.now)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("decided by"),
    )

    objects = CommentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text="") & ~Q(name=""), name="comment_has_name_and_text"),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | Q(decided_at__isnull=False), name="comment_decision_has_time"
            ),
            # The same words by the same person in the same place are one comment, however often they are sent.
            models.UniqueConstraint(
                F("article"), Coalesce(F("parent"), 0), Lower("email"), MD5("text"), name="comment_once"
            ),
            # Lets (parent, article) refer here: a reply stays under its story.
            models.UniqueConstraint(fields=["id", "article"], name="comment_of_article"),
        ]
        indexes = [
            models.Index(
                fields=["article", "id"], condition=Q(status="approved", thread__isnull=True), name="comment_roots"
            ),
            models.Index(
                fields=["thread", "id"], condition=Q(status="approved", thread__isnull=False), name="comment_replies"
            ),
            models.Index(fields=["status", "id"], name="comment_queue"),
            # What moderators search by: the whole address, or how a name begins.
            models.Index(Upper("email"), name="comment_by_email"),
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
                    NEW.thread_id := (SELECT COALESCE(thread_id, id) FROM articles_comment WHERE id = NEW.parent_id);
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="count_comments",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("status") | pgtrigger.Delete,
                declare=[("change", "integer")],
                func="""
                    change := CASE WHEN TG_OP <> 'DELETE' AND NEW.status = 'approved' THEN 1 ELSE 0 END
                            - CASE WHEN TG_OP <> 'INSERT' AND OLD.status = 'approved' THEN 1 ELSE 0 END;
                    IF change <> 0 THEN
                        UPDATE articles_article SET comment_count = comment_count + change
                        WHERE id = COALESCE(NEW.article_id, OLD.article_id);
                    END IF;
                    RETURN NULL;
                """,
            ),
            touches("comment", "'replies:' || ROW.article_id", seen="ROW.status = 'approved'", unseen=("email",)),
        ]
        permissions = [("moderate_comment", "Can moderate comments")]
        verbose_name = _("comment")
        verbose_name_plural = _("comments")

    def __str__(self):
        return _("%(name)s on %(story)s") % {"name": self.name, "story": self.article}

    def name_itself(self, page):
        """All replies to a story are one key: a page of them shows hundreds."""
        page.lists.add(f"replies:{self.article_id}")

    def get_absolute_url(self):
        return reverse("articles:comment", args=[self.pk])

    def clean(self):
        if self.parent_id and self.parent.article_id != self.article_id:
            raise ValidationError({"parent": _("The reply belongs to another story.")})

    def submit(self) -> None:
        """Store a reader's new comment for the moderators. The same one sent again changes nothing."""
        Comment.objects.bulk_create([self], ignore_conflicts=True)

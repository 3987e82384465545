from django.core import signing
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Article
from .comment import Comment
from .commenter import Commenter
from .publication import readers_see

SALT = "subscription"


class SubscriptionQuerySet(models.QuerySet):
    def in_force(self):
        return self.exclude(waits_for__status=Comment.Status.UNCONFIRMED)

    def to_hear_of(self, comment):
        """Those of proved readers, not the writer, who follow the story or the thread of a new comment."""
        thread = comment.thread_id or comment.pk
        return (
            self.in_force()
            .filter(Q(thread=thread) | Q(thread__isnull=True), article=comment.article_id)
            .filter(commenter__confirmed_at__isnull=False)
            .exclude(commenter=comment.commenter_id)
            .exclude(commenter__mail=Commenter.Mail.NEVER)
            .order_by("commenter", "pk")
            .distinct("commenter")
        )

    def ask(self, commenter, article, comment, *, is_proved: bool) -> None:
        """Have letters sent about the thread of a reply; for an address that is only typed, once its owner says that
        the reply is his."""
        waits_for = None if is_proved else comment
        row, is_new = self.get_or_create(
            commenter=commenter,
            article=article,
            thread_id=comment.thread_id or comment.pk,
            defaults={"waits_for": waits_for},
        )
        if not is_new and is_proved and row.waits_for_id:
            self.filter(pk=row.pk).update(waits_for=None)

    def named_by(self, token: str):
        """The subscription that an unsubscribe link names, or None. Such a link never expires: it only ends letters."""
        try:
            pk, commenter = signing.loads(token, salt=SALT)
        except (signing.BadSignature, ValueError, TypeError):
            return None
        return self.filter(pk=pk, commenter=commenter).first()


class Subscription(models.Model):
    """That a reader wants letters about new replies to a story, or in one thread of it."""

    commenter = models.ForeignKey(Commenter, models.CASCADE, related_name="subscriptions", verbose_name=_("reader"))
    article = models.ForeignKey(Article, models.CASCADE, related_name="subscriptions", verbose_name=_("story"))
    thread = models.ForeignKey(
        Comment, models.CASCADE, null=True, related_name="subscriptions", verbose_name=_("thread")
    )
    # The reply with which an unproved address asked for it: it holds when that one is proved to be the reader's.
    waits_for = models.ForeignKey(Comment, models.CASCADE, null=True, db_index=False, related_name="+", editable=False)
    created_at = models.DateTimeField(default=timezone.now)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["commenter", "article", "thread"], name="subscription_once", nulls_distinct=False
            )
        ]
        indexes = [
            models.Index(fields=["article", "thread"], name="subscription_of_thread"),
            models.Index(fields=["waits_for"], condition=Q(waits_for__isnull=False), name="subscription_waits"),
        ]
        verbose_name = _("subscription")
        verbose_name_plural = _("subscriptions")

    def __str__(self):
        return _("Subscription %(number)d") % {"number": self.pk or 0}

    def get_absolute_url(self):
        """The page that ends it, and to which mail programs post to end it at once (RFC 8058)."""
        return reverse("articles:unsubscribe", args=[signing.dumps([self.pk, self.commenter_id], salt=SALT)])

    def replies(self):
        """The replies that it is about, as readers see them; none while they do not see the story."""
        shown = Comment.objects.approved().filter(readers_see(timezone.now(), "article__"), article=self.article_id)
        return shown.filter(Q(thread=self.thread_id) | Q(pk=self.thread_id)) if self.thread_id else shown

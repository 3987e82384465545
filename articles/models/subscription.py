from django.core import signing
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Article
from .comment import Comment
from .commenter import Commenter

SALT = "subscription"


class SubscriptionQuerySet(models.QuerySet):
    def to_hear_of(self, comment):
        """Those of proved readers, not the writer, who follow the story or the thread of a new comment."""
        thread = comment.thread_id or comment.pk
        return (
            self.filter(Q(thread=thread) | Q(thread__isnull=True), article=comment.article_id)
            .filter(commenter__confirmed_at__isnull=False)
            .exclude(commenter=comment.commenter_id)
            .exclude(commenter__mail=Commenter.Mail.NEVER)
            .order_by("commenter", "pk")
            .distinct("commenter")
        )

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
    # What the daily letter told of last.
    told_until = models.BigIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["commenter", "article", "thread"], name="subscription_once", nulls_distinct=False
            )
        ]
        indexes = [models.Index(fields=["article", "thread"], name="subscription_of_thread")]
        verbose_name = _("subscription")
        verbose_name_plural = _("subscriptions")

    def __str__(self):
        return _("Subscription %(number)d") % {"number": self.pk or 0}

    def get_absolute_url(self):
        """The page that ends it, and to which mail programs post to end it at once (RFC 8058)."""
        return reverse("articles:unsubscribe", args=[signing.dumps([self.pk, self.commenter_id], salt=SALT)])

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .comment import Comment
from .touch import touches
from .written import fits


class Rewording(models.Model):
    """What a reply said before its writer edited it under the eyes of readers."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="rewordings", verbose_name=_("reply"))
    text = models.TextField(_("text"))
    replaced_at = models.DateTimeField(_("replaced"), default=timezone.now)

    class Meta:
        constraints = [models.CheckConstraint(condition=fits("text"), name="rewording_fits")]
        indexes = [models.Index(fields=["comment", "id"], name="rewording_of_comment")]
        ordering = ["-id"]
        triggers = [
            touches("rewording", "(SELECT 'replies:' || article_id FROM articles_comment WHERE id = ROW.comment_id)")
        ]
        verbose_name = _("former text")
        verbose_name_plural = _("former texts")

    def __str__(self):
        return _("Former text %(number)d") % {"number": self.pk or 0}

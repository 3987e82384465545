from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .commenter import Commenter


class Remark(models.Model):
    """What a moderator wants colleagues to know of a commenter. It goes with the person when that one is erased."""

    commenter = models.ForeignKey(Commenter, models.CASCADE, related_name="notes", verbose_name=_("reader"))
    text = models.CharField(_("note"), max_length=500)
    created_at = models.DateTimeField(_("written"), default=timezone.now)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by")
    )

    class Meta:
        indexes = [models.Index(fields=["commenter", "-id"], name="remark_of_commenter")]
        ordering = ["-id"]
        verbose_name = _("note")
        verbose_name_plural = _("notes")

    def __str__(self):
        return _("Remark %(number)d") % {"number": self.pk or 0}

from django.db import models
from django.utils.translation import gettext_lazy as _

from .quote import Quote
from .touch import touches


class FormerWording(models.Model):
    """Words that a published quote had before; its page says what changed. `keep_former_wording` writes the rows."""

    quote = models.ForeignKey(Quote, models.CASCADE, related_name="former_wordings", verbose_name=_("quote"))
    exact = models.TextField(_("exact words"))
    replaced_at = models.DateTimeField(_("replaced"))

    class Meta:
        indexes = [models.Index(fields=["quote", "id"], name="wording_of_quote")]
        ordering = ["-id"]
        triggers = [
            # The quote's page names the story alone, whose key covers those of its quotes.
            touches(
                "wording",
                "'quote:' || ROW.quote_id",
                "(SELECT 'article:' || article_id FROM articles_quote WHERE id = ROW.quote_id)",
            )
        ]
        verbose_name = _("former wording")
        verbose_name_plural = _("former wordings")

    def __str__(self):
        return self.exact

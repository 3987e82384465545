from django.db import models
from django.utils.translation import gettext_lazy as _

from .quote import Quote
from .touch import touches


class FormerWordingQuerySet(models.QuerySet):
    def of_story(self, article):
        """Those of all quotes of a story, the first to be replaced first."""
        return self.filter(quote__article=article).order_by("replaced_at", "pk")

    def of_quote(self, quote):
        return self.filter(quote=quote).order_by("replaced_at", "pk")


class FormerWording(models.Model):
    """Words that a published quote had before; its page says what changed. `keep_former_wording` writes the rows."""

    quote = models.ForeignKey(Quote, models.CASCADE, related_name="former_wordings", verbose_name=_("quote"))
    exact = models.TextField(_("exact words"))
    replaced_at = models.DateTimeField(_("replaced"))

    objects = FormerWordingQuerySet.as_manager()

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

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .article import Article


class PreviewLinkQuerySet(models.QuerySet):
    def by_token(self, token: str):
        """The link that a token of ours names, valid or not; None for any other text."""
        try:
            pk = signing.loads(token, salt=PreviewLink.SALT)
        except signing.BadSignature:
            return None
        return self.filter(pk=pk).select_related("article__pending").defer("article__body", "article__search").first()


class PreviewLink(models.Model):
    """A secret address at which someone without an account sees a story as it will look, for some days.

    The secret is the signature in the address; a copy of the database does not give it away.
    """

    SALT = "articles.preview"
    DAYS = {1: _("one day"), 3: _("three days"), 7: _("a week"), 30: _("thirty days")}

    article = models.ForeignKey(Article, models.CASCADE, related_name="preview_links", verbose_name=_("story"))
    note = models.CharField(_("for whom"), max_length=120, blank=True)
    created_at = models.DateTimeField(_("made"), default=timezone.now)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    expires_at = models.DateTimeField(_("works until"))

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")

    def __str__(self):
        return str(self.article)

    def get_absolute_url(self):
        return reverse("articles:preview", args=[signing.dumps(self.pk, salt=self.SALT)])

    def is_valid(self, now=None) -> bool:
        return self.expires_at > (now or timezone.now())

    def last(self, days: int) -> None:
        self.expires_at = timezone.now() + timedelta(days=days)

    def end(self) -> None:
        """Let it work no longer, from now on."""
        self.expires_at = min(self.expires_at, timezone.now())
        self.save(update_fields=["expires_at"])

from datetime import timedelta
from hashlib import md5

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_tasks import task

from ..body import links_alone
from ..embeds import Unanswered, described, provider_of
from .shown import shows
from .touch import touches

KEY = 12  # digits of an address's digest in the key of its card


def page_key(url: str) -> str:
    return f"link:{md5(url.encode(), usedforsecurity=False).hexdigest()[:KEY]}"


class LinkCardQuerySet(models.QuerySet):
    def known(self):
        """Those whose provider has told something."""
        return self.exclude(title="", author_name="")

    def addresses_in(self, *bodies: str) -> list[str]:
        """The links in cleaned bodies that may have a card."""
        urls = {url for body in bodies for url in links_alone(body) if provider_of(url)}
        shows(*map(page_key, urls))  # also of those that are not known yet
        return sorted(urls)

    def ask_for(self, body: str) -> None:
        """Have the background worker ask about each link that stands alone in a paragraph, if it may have a card.

        One that failed is asked about again a day later at the earliest.
        """
        urls = {url for url in links_alone(body)[: LinkCard.MOST] if len(url) <= LinkCard.LONGEST and provider_of(url)}
        if not urls:
            return
        self.bulk_create([LinkCard(url=url) for url in sorted(urls)], ignore_conflicts=True)
        due = self.filter(url__in=urls, title="", author_name="").filter(
            Q(asked_at__isnull=True) | Q(asked_at__lt=timezone.now() - LinkCard.PATIENCE)
        )
        for card in due:
            card.asked_at = timezone.now()
            card.save(update_fields=["asked_at"])
            describe.enqueue(card.pk)


class LinkCard(models.Model):
    """What a provider says of one of its pages, for a link that stands alone in a story. Without, the link is plain."""

    MOST = 50  # of one story
    LONGEST = 500
    PATIENCE = timedelta(days=1)

    url = models.CharField(_("address"), max_length=LONGEST, unique=True)
    title = models.CharField(_("title"), max_length=250, blank=True)
    author_name = models.CharField(_("by"), max_length=120, blank=True)
    asked_at = models.DateTimeField(null=True)

    objects = LinkCardQuerySet.as_manager()

    class Meta:
        triggers = [touches("link_card", f"'link:' || left(md5(ROW.url), {KEY})", unseen=("asked_at",))]
        verbose_name = _("link card")
        verbose_name_plural = _("link cards")

    def __str__(self):
        return self.title or self.author_name or self.url

    @property
    def provider(self) -> str:
        provider = provider_of(self.url)
        return provider.name if provider else ""

    def describe(self) -> None:
        try:
            card = described(self.url)
        except Unanswered:
            return
        self.title, self.author_name = card
        self.save(update_fields=["title", "author_name"])


@task
def describe(pk: int) -> None:
    """For the background worker; may run twice."""
    if card := LinkCard.objects.filter(pk=pk, title="", author_name="").first():
        card.describe()

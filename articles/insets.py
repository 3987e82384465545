"""What stands within a story's text and is no text: pictures by their number, and cards of links.

The body names them; here they are put in, for readers' pages and for other people's programs.
"""

import re

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from .addresses import absolute
from .body import FIGURE, LINK_ALONE, link_address, photos_in
from .models import LinkCard, Photo


class Insets:
    """The `photos` and `cards` of some cleaned bodies; those that are not given cost a query each, or none where there
    is nothing to put in."""

    def __init__(self, *bodies: str, photos=None, cards=None):
        if photos is None:
            keys = {key for body in bodies for key in photos_in(body)}
            photos = Photo.objects.filter(pk__in=keys) if keys else []
        if cards is None:
            urls = LinkCard.objects.addresses_in(*bodies)
            cards = LinkCard.objects.known().filter(url__in=urls) if urls else []
        # What is deleted or may no longer be shown leaves no gap.
        self.photos = {photo.pk: photo for photo in photos if photo.is_licensed()}
        self.cards = {card.url: card for card in cards}

    def photos_of(self, body: str) -> list[Photo]:
        return [self.photos[key] for key in photos_in(body) if key in self.photos]

    def for_readers(self, body: str) -> str:
        """A cleaned body, its quotations marked or not, as a page shows it."""
        body = FIGURE.sub(self.figure, body)
        return mark_safe(LINK_ALONE.sub(self.card, body) if self.cards else body)

    def for_programs(self, body: str) -> str:
        """The same for feeds: plain pictures with complete addresses, and links as they are."""
        return FIGURE.sub(self.plain_figure, body)

    def figure(self, found: re.Match) -> str:
        photo = self.photos.get(int(found[1]))
        context = {"photo": photo, "caption": mark_safe(found[2] or "")}
        return render_to_string("articles/_figure.html", context).strip() if photo else ""

    def plain_figure(self, found: re.Match) -> str:
        photo = self.photos.get(int(found[1]))
        if photo is None:
            return ""
        return format_html(
            '<figure><img src="{}" alt="{}" width="{}" height="{}"><figcaption>{} {}</figcaption></figure>',
            *(absolute(photo.largest.url), photo.alt, photo.largest.width, photo.largest.height),
            mark_safe(found[2]) if found[2] else photo.caption,
            photo.credit,
        )

    def card(self, found: re.Match) -> str:
        card = self.cards.get(link_address(found))
        return render_to_string("articles/_link_card.html", {"card": card}).strip() if card else found[0]

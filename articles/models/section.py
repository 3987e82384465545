from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsportal.pagecache.kept import Kept

from ..addresses import path_to
from .shown import EVERY, ShownRow
from .slug import keep_former_slug
from .touch import changed, touches


class Section(ShownRow):
    """A part of the newspaper: every page leads to it, and editors answer for it."""

    page_noun = "section"

    name = models.CharField(_("name"), max_length=60)
    slug = models.SlugField(
        _("address"), max_length=60, unique=True, help_text=_("Part of the web address. The old one redirects.")
    )
    description = models.TextField(_("description"), blank=True, max_length=300)
    position = models.PositiveSmallIntegerField(
        _("position"), default=0, help_text=_("Order in the navigation, smallest first.")
    )
    editors = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        blank=True,
        related_name="sections_edited",
        verbose_name=_("editors"),
        help_text=_("Those with the role of an editor may change every story of this section."),
    )

    class Meta:
        ordering = ["position", "name"]
        triggers = [
            keep_former_slug("section"),
            touches("section", f"CASE WHEN {changed('name', 'slug', 'position')} THEN 'sections' END"),
        ]
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def __str__(self):
        return self.name

    def name_itself(self, page):
        """Every page lists all sections by name; the description stands on the section's own page only."""
        page.lists.add("sections")

    def get_absolute_url(self):
        return path_to("section", self.slug)


# All of them, in order: every page lists them.
sections = Kept(lambda using: list(Section.objects.using(using)), f"section:{EVERY}")

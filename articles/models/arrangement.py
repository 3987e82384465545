"""Which story an editor has put where, on the front page and on the fronts of the sections."""

import pgtrigger
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .article import Article
from .deed import Deed
from .publication import keep_what_readers_saw
from .section import Section
from .touch import touches

# A lead and what stands beside it: as many as the page shows before its lists begin.
SLOTS = 5


class Overtaken(Exception):
    """Somebody else has arranged the front since the one who arranges it now looked at it; `newest` is theirs."""

    def __init__(self, newest: "Arrangement"):
        super().__init__(newest)
        self.newest = newest


class ArrangementQuerySet(models.QuerySet):
    def of(self, section):
        """The arrangements of one front, the newest first; the front page's when `section` is None."""
        return self.filter(section=section).order_by("-number")

    def holding(self, fronts):
        """The arrangement that holds for each of the `fronts` (sections, or None); read off the newest rows only."""
        newest = [self.of(front).values("pk")[:1] for front in fronts]
        return self.filter(pk__in=newest[0].union(*newest[1:], all=True) if newest[1:] else newest[0])

    def for_list(self):
        placed = models.Prefetch("placements", Placement.objects.select_related("article").only(*Placement.LISTED))
        return self.select_related("created_by", "repeats").prefetch_related(placed)

    @transaction.atomic
    def arrange(self, section, placements, *, after: int, by=None, repeats=None) -> "Arrangement":
        """Let `placements` (unsaved) hold from now on, in place of the arrangement whose number is `after`.

        `after` is 0 where nothing was arranged yet; number 1 then says that nothing was, so that an undo can go back
        to it. Raises Overtaken when another one holds by now: its number is the lock, so of two who arrange at once
        the second always learns of the first. Raises ValidationError when a story is no longer there.
        """
        placed = {placement.article_id for placement in placements}
        stories = Article.objects.select_for_update(no_key=True).filter(pk__in=placed)
        if len(stories.values_list("pk")) < len(placed):
            raise ValidationError(_("A story that was placed here has been deleted meanwhile."))
        newest = self.of(section).first()
        if (newest.number if newest else 0) != after:
            raise Overtaken(newest)
        try:
            with transaction.atomic():
                newest = newest or self.create(section=section, number=1)
                back = repeats.brings_back if repeats else newest
                values = {"repeats": repeats, "brings_back": back, "created_by": by}
                arrangement = self.create(section=section, number=newest.number + 1, **values)
        except IntegrityError as error:
            if "arrangement_number" not in str(error):
                raise
            raise Overtaken(self.of(section).first()) from error
        for placement in placements:
            placement.arrangement = arrangement
        Placement.objects.bulk_create(placements)
        Deed.objects.note([arrangement], "arranged", arrangement.as_text(), by=by)
        return arrangement


class Arrangement(models.Model):
    """A numbered, immutable version of one front. The one with the highest number holds; what it leaves open fills
    itself."""

    section = models.ForeignKey(
        Section, models.PROTECT, null=True, related_name="arrangements", verbose_name=_("section")
    )
    number = models.PositiveIntegerField(_("number"))
    repeats = models.ForeignKey("self", models.PROTECT, null=True, related_name="+", verbose_name=_("repeats"))
    # What an undo goes to: the arrangement before, and for one that is itself an undo the one before that.
    brings_back = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(_("arranged"), default=timezone.now)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("by")
    )

    objects = ArrangementQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["number"], condition=Q(section__isnull=True), name="arrangement_number_of_front_page"
            ),
            models.UniqueConstraint(fields=["section", "number"], name="arrangement_number_of_section"),
        ]
        default_permissions = ()
        permissions = [("arrange_front", _("Can arrange the front page and the fronts of the sections"))]
        triggers = [
            pgtrigger.Protect(name="arrangement_is_final", operation=pgtrigger.Update | pgtrigger.Delete),
            touches("arrangement", "'front:' || COALESCE(ROW.section_id::text, 'home')"),
        ]
        verbose_name = _("front")
        verbose_name_plural = _("fronts")

    def __str__(self):
        return _("%(front)s, arrangement %(number)d") % {"front": front_name(self.section), "number": self.number}

    def undo(self, *, by=None) -> "Arrangement":
        """Let the arrangement before this one hold again, as a new version.

        Raises Overtaken when this one no longer holds, ValidationError when there is nothing to go back to.
        """
        back = self.brings_back
        if back is None:
            raise ValidationError(_("There is nothing to undo."))
        copies = [placement.copy() for placement in back.placements.all()]
        return Arrangement.objects.arrange(self.section, copies, after=self.number, by=by, repeats=back)

    def as_text(self) -> str:
        placements = self.placements.select_related("article").only("slot", "article__headline").order_by("slot")
        return "; ".join(f"{each.slot} {each.article.headline}" for each in placements) or gettext("nothing placed")


def front_name(section) -> str:
    return section.name if section else _("Front page")


class PlacementQuerySet(models.QuerySet):
    def holding(self, fronts):
        """The placements of the arrangements that hold for the `fronts`, each with its front's `section_id`."""
        return self.filter(arrangement__in=Arrangement.objects.holding(fronts)).select_related("arrangement")


class Placement(models.Model):
    """A story in a slot of an arrangement: the lead is slot 1. From `starts_at` on and until `until`, where given."""

    LISTED = ("arrangement", "slot", "starts_at", "until", "article__headline", "article__language")

    arrangement = models.ForeignKey(Arrangement, models.CASCADE, related_name="placements")
    slot = models.PositiveSmallIntegerField(_("slot"))
    article = models.ForeignKey(Article, models.CASCADE, related_name="placements", verbose_name=_("story"))
    starts_at = models.DateTimeField(_("from"), null=True, blank=True)
    until = models.DateTimeField(_("until"), null=True, blank=True)

    objects = PlacementQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["arrangement", "slot"], name="placement_slot_once"),
            models.UniqueConstraint(fields=["arrangement", "article"], name="placement_story_once"),
            models.CheckConstraint(condition=Q(slot__gte=1, slot__lte=SLOTS), name="placement_slot_exists"),
            models.CheckConstraint(
                condition=Q(starts_at__isnull=True) | Q(until__isnull=True) | Q(until__gt=F("starts_at")),
                name="placement_ends_after_start",
                violation_error_message=_("It would end before it begins."),
            ),
        ]
        default_permissions = ()
        ordering = ["slot"]
        triggers = [
            pgtrigger.Protect(name="placement_is_final", operation=pgtrigger.Update),
            touches(
                "placement",
                """(
                    SELECT 'front:' || COALESCE(section_id::text, 'home') FROM articles_arrangement
                    WHERE id = ROW.arrangement_id
                )""",
            ),
            # A draft may be deleted, and leaves with its placements; what stood before readers is kept.
            keep_what_readers_saw("where a published story stood is kept"),
        ]
        verbose_name = _("placement")
        verbose_name_plural = _("placements")

    def __str__(self):
        return f"{self.slot}: {self.article}"

    def copy(self) -> "Placement":
        return Placement(slot=self.slot, article_id=self.article_id, starts_at=self.starts_at, until=self.until)

    def is_in_force(self, now) -> bool:
        return not (self.starts_at and self.starts_at > now) and not self.is_over(now)

    def is_over(self, now) -> bool:
        return bool(self.until and self.until <= now)


def next_turn(placements, now):
    """The next moment at which one of them begins or ends by itself; None when none does."""
    moments = [moment for each in placements for moment in (each.starts_at, each.until) if moment and moment > now]
    return min(moments, default=None)

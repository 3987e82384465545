from django.core.validators import FileExtensionValidator, MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from .search import words_index
from .shown import ShownRow
from .touch import touches

PERCENT = [MinValueValidator(0), MaxValueValidator(100)]


class Photo(ShownRow):
    """A picture with what a newsroom must know of it. No alternative text or credit, no picture."""

    page_noun = "photo"

    file = models.ImageField(
        _("file"),
        upload_to="photos/%Y/%m/",
        width_field="width",
        height_field="height",
        validators=[FileExtensionValidator(["jpg", "jpeg", "png", "webp"])],
        help_text=_("JPEG, PNG or WebP, at best 1600 pixels wide or more."),
    )
    width = models.PositiveIntegerField(_("width"), editable=False, default=0)
    height = models.PositiveIntegerField(_("height"), editable=False, default=0)
    alt = models.CharField(
        _("alternative text"),
        max_length=250,
        help_text=_("What the picture shows, for those who cannot see it."),
    )
    caption = models.CharField(_("caption"), max_length=400, blank=True)
    credit = models.CharField(_("credit"), max_length=120, help_text=_("Who made it, as printed under the picture."))
    licence = models.CharField(_("licence"), max_length=120, blank=True)
    licence_expires_on = models.DateField(_("licence ends on"), null=True, blank=True)
    focus_x = models.PositiveSmallIntegerField(_("focal point from the left, %"), default=50, validators=PERCENT)
    focus_y = models.PositiveSmallIntegerField(_("focal point from the top, %"), default=50, validators=PERCENT)
    created_at = models.DateTimeField(_("added"), auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(alt="") & ~models.Q(credit=""),
                name="photo_has_alt_and_credit",
                violation_error_message=_("A picture needs an alternative text and a credit."),
            ),
            models.CheckConstraint(condition=models.Q(focus_x__lte=100, focus_y__lte=100), name="photo_focus_inside"),
        ]
        indexes = [words_index(column, f"photo_{column}_words") for column in ("alt", "caption", "credit")]
        ordering = ["-id"]
        triggers = [touches("photo")]
        verbose_name = _("photo")
        verbose_name_plural = _("photos")

    def __str__(self):
        return self.alt

from datetime import timedelta
from pathlib import PurePosixPath
from typing import NamedTuple

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django_tasks import task

from ..days import beginning
from ..pictures.originals import original
from ..pictures.renditions import FORMATS, renditions, tones, upright
from .search import words_index
from .shown import ShownRow, next_of
from .touch import touches

PERCENT = [MinValueValidator(0), MaxValueValidator(100)]


class PhotoQuerySet(models.QuerySet):
    def licensed(self, now=None):
        """Those that readers may see at `now`. See also Photo.is_licensed."""
        return self.filter(Q(licence_expires_on=None) | Q(licence_expires_on__gt=timezone.localdate(now)))

    def licence_ends(self, since, until):
        """Those that readers no longer see from a day on that lies between two dates, the first to end first."""
        return self.filter(licence_expires_on__range=(since, until)).order_by("licence_expires_on", "pk")

    def without_renditions(self):
        return self.filter(rendition_widths=[])

    @transaction.atomic
    def delete(self):
        names = [name for photo in self for name in photo.file_names()]
        deleted = super().delete()
        remove_later(names)
        return deleted

    delete.alters_data = True
    delete.queryset_only = True


def where_to_store(photo, filename: str) -> str:
    """A name that no picture had before: a file never changes, so that readers and caches may keep it for ever."""
    path = PurePosixPath(filename)
    name = "-".join(filter(None, [slugify(path.stem)[:40].strip("-"), get_random_string(10).lower()]))
    return f"photos/{timezone.localdate():%Y/%m}/{name}{path.suffix}"


def validate_picture(file) -> None:
    """Refuse an upload that is no picture, or that could not be stored; raises ValidationError with a sentence."""
    if not file._committed:
        file.seek(0)
        original(file.read())
        try:
            file.storage.exists(file.name)
        except OSError as error:
            raise ValidationError(_("The storage for pictures does not answer. Try again in a minute.")) from error


class Photo(ShownRow):
    """A picture with what a newsroom must know of it. No alternative text or credit, no picture.

    The file is the original, without what is not the picture. Pages show its renditions, which the background worker
    makes; until the row names them, they show the original.
    """

    # How long the files of a picture that was replaced or deleted stay: pages that name them are in caches and tabs.
    KEPT_AFTERWARDS = timedelta(days=1)
    # What the background worker writes, and an editor's save at the same moment does not take back.
    MADE = {"rendition_widths", "tones"}
    # The width of the rendition that a browser takes which knows none of the others.
    USUAL_WIDTH = 960

    page_noun = "photo"

    file = models.ImageField(
        _("file"),
        upload_to=where_to_store,
        validators=[validate_picture],
        help_text=_(
            "JPEG, PNG or WebP, at best 1920 pixels wide or more. Place, camera and comments in the file are removed."
        ),
    )
    # Of the upright picture, in pixels.
    width = models.PositiveIntegerField(_("width"), editable=False, default=0)
    height = models.PositiveIntegerField(_("height"), editable=False, default=0)
    # The widths in which every format exists; none before they all do.
    rendition_widths = ArrayField(models.PositiveSmallIntegerField(), default=list, db_default=[], editable=False)
    # See pictures.renditions.tones.
    tones = models.CharField(max_length=36, blank=True, default="", db_default="", editable=False)
    alt = models.CharField(
        _("alternative text"),
        max_length=250,
        help_text=_("What the picture shows, for those who cannot see it."),
    )
    caption = models.CharField(_("caption"), max_length=400, blank=True)
    credit = models.CharField(_("credit"), max_length=120, help_text=_("Who made it, as printed under the picture."))
    licence = models.CharField(_("licence"), max_length=120, blank=True)
    licence_expires_on = models.DateField(
        _("licence ends on"), null=True, blank=True, help_text=_("From this day on readers no longer see the picture.")
    )
    focus_x = models.PositiveSmallIntegerField(_("focal point from the left, %"), default=50, validators=PERCENT)
    focus_y = models.PositiveSmallIntegerField(_("focal point from the top, %"), default=50, validators=PERCENT)
    created_at = models.DateTimeField(_("added"), auto_now_add=True)

    objects = PhotoQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(alt="") & ~Q(credit=""),
                name="photo_has_alt_and_credit",
                violation_error_message=_("A picture needs an alternative text and a credit."),
            ),
            models.CheckConstraint(condition=Q(focus_x__lte=100, focus_y__lte=100), name="photo_focus_inside"),
        ]
        indexes = [
            *(words_index(column, f"photo_{column}_words") for column in ("alt", "caption", "credit")),
            models.Index(
                fields=["licence_expires_on", "id"],
                condition=Q(licence_expires_on__isnull=False),
                name="photo_licence_ends",
            ),
            models.Index(fields=["id"], condition=Q(rendition_widths=[]), name="photo_without_renditions"),
        ]
        ordering = ["-id"]
        triggers = [touches("photo")]
        verbose_name = _("photo")
        verbose_name_plural = _("photos")

    def __str__(self):
        return self.alt

    @transaction.atomic
    def save(self, *args, **kwargs):
        """Takes in a new file: bare, under a name of its own, its renditions asked for and the old files given up."""
        if not self.file or self.file._committed:
            if not self._state.adding and not args and kwargs.get("update_fields") is None:
                fields = {field.name for field in self._meta.concrete_fields if not field.primary_key}
                kwargs["update_fields"] = fields - self.MADE
            return super().save(*args, **kwargs)
        before = Photo.objects.filter(pk=self.pk).first() if self.pk else None
        self.file.seek(0)
        taken = original(self.file.read())
        self.file = ContentFile(taken.data, name=f"{PurePosixPath(self.file.name).stem}.{taken.suffix}")
        self.width, self.height = taken.width, taken.height
        self.rendition_widths, self.tones = [], ""
        super().save(*args, **kwargs)
        make_renditions.enqueue(self.pk)
        if before:
            remove_later(before.file_names())

    @transaction.atomic
    def delete(self, *args, **kwargs):
        names = self.file_names()
        deleted = super().delete(*args, **kwargs)
        remove_later(names)
        return deleted

    def ceases_at(self):
        """When its licence ends: at the beginning of that day."""
        day = self.__dict__.get("licence_expires_on")
        return day and next_of(beginning(day))

    def is_licensed(self, now=None) -> bool:
        """Whether readers may see it at `now`, in the newsroom's zone. See also PhotoQuerySet.licensed."""
        return self.licence_expires_on is None or self.licence_expires_on > timezone.localdate(now)

    def make_renditions(self) -> None:
        """Make and store all renditions, then name them in the row; nothing, if the file was replaced meanwhile."""
        with self.file.open() as file:
            image = upright(file.read())
        widths = set()
        for width, suffix, data in renditions(image):
            name = self.rendition_name(width, suffix)
            default_storage.delete(name)  # left by a worker that died, or the same by another
            default_storage.save(name, ContentFile(data))
            widths.add(width)
        self.rendition_widths, self.tones = sorted(widths), tones(image)
        same = Photo.objects.filter(pk=self.pk, file=self.file.name)
        if not same.update(rendition_widths=self.rendition_widths, tones=self.tones):
            remove_later(self.file_names())

    def rendition_name(self, width: int, suffix: str) -> str:
        return f"{PurePosixPath(self.file.name).with_suffix('')}/{width}.{suffix}"

    def file_names(self) -> list[str]:
        """The original and what has been made of it."""
        made = [self.rendition_name(width, suffix) for width in self.rendition_widths for suffix in FORMATS]
        return [self.file.name, *made]

    # What pages name

    @property
    def sources(self) -> list[tuple[str, str]]:
        """Media type and `srcset` of each format that not every browser knows, the smallest files first."""
        if not self.rendition_widths:
            return []
        return [(f"image/{suffix}", self.srcset(suffix)) for suffix in FORMATS if suffix != "jpg"]

    def srcset(self, suffix: str) -> str:
        return ", ".join(f"{self.rendition_url(width, suffix)} {width}w" for width in self.rendition_widths)

    def rendition_url(self, width: int, suffix: str) -> str:
        return default_storage.url(self.rendition_name(width, suffix))

    @property
    def files(self) -> list["File"]:
        """Those that everything that shows pictures can show, the narrowest first; the original before the others."""
        made = [
            File(self.rendition_url(width, "jpg"), width, round(self.height * width / self.width))
            for width in self.rendition_widths
        ]
        return made or [File(self.file.url, self.width, self.height)]

    def at_least(self, width: int) -> "File":
        """The narrowest of `files` that is `width` pixels wide, or the widest."""
        return next((file for file in self.files if file.width >= width), self.files[-1])

    @property
    def usual(self) -> "File":
        return self.at_least(self.USUAL_WIDTH)

    @property
    def largest(self) -> "File":
        return self.files[-1]


class File(NamedTuple):
    """A file of a picture: its address, and how large the picture is in it, in pixels."""

    url: str
    width: int
    height: int


def remove_later(names: list[str]) -> None:
    remove_files.using(run_after=timezone.now() + Photo.KEPT_AFTERWARDS).enqueue(names)


# For the background worker. Each may run twice.


@task
def make_renditions(pk: int) -> None:
    photo = Photo.objects.without_renditions().filter(pk=pk).first()
    if photo:
        photo.make_renditions()


@task
def remove_files(names: list[str]) -> None:
    for name in names:
        default_storage.delete(name)

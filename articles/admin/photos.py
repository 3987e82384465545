from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from PIL import Image

from ..models import Photo
from .desk import DeskAdmin

THUMB_HEIGHT = 72


class PhotoForm(forms.ModelForm):
    MAX_PIXELS = 50_000_000  # what a good camera makes; a few kilobytes can unfold to more and fill the memory
    MAX_BYTES = 40 * 1024 * 1024
    FORMATS = ["JPEG", "PNG", "WEBP"]

    class Meta:
        model = Photo
        fields = ["file", "alt", "caption", "credit", "licence", "licence_expires_on", "focus_x", "focus_y"]

    def clean_file(self):
        upload = self.cleaned_data["file"]
        if "file" in self.changed_data:
            self.refuse_unusable(upload)
        return upload

    def refuse_unusable(self, upload) -> None:
        if upload.size > self.MAX_BYTES:
            limit = filesizeformat(self.MAX_BYTES)
            raise ValidationError(_("The file is larger than %(limit)s."), params={"limit": limit})
        upload.seek(0)
        try:
            image = Image.open(upload, formats=self.FORMATS)
            self.refuse_too_many_pixels(*image.size)
            # An eighth of the size will do to see whether all of a JPEG is there.
            image.draft("L", (image.width // 8, image.height // 8))
            image.load()
        except ValidationError:
            raise
        except Exception as error:  # Pillow's decoders raise whatever they stumble over
            raise ValidationError(_("This is no complete JPEG, PNG or WebP. Export the picture again.")) from error
        upload.seek(0)

    def refuse_too_many_pixels(self, width: int, height: int) -> None:
        if width * height > self.MAX_PIXELS:
            raise ValidationError(
                _("The picture has %(pixels)d million pixels; at most %(limit)d million are allowed. Make it smaller."),
                params={"pixels": width * height // 1_000_000, "limit": self.MAX_PIXELS // 1_000_000},
            )


def thumbnail(photo):
    """The picture at the height of a list's row."""
    if not (photo and photo.file and photo.height):
        return "–"
    width = round(photo.width * THUMB_HEIGHT / photo.height)
    return format_html(
        '<img class="thumb" src="{}" width="{}" height="{}" alt="{}" loading="lazy">',
        photo.file.url,
        width,
        THUMB_HEIGHT,
        photo.alt,
    )


@admin.register(Photo)
class PhotoAdmin(DeskAdmin):
    USES_SHOWN = 20

    form = PhotoForm
    list_display = ["picture", "alt", "credit", "licence", "licence_expires_on", "created_at"]
    list_display_links = ["picture", "alt"]
    list_filter = ["created_at", "licence_expires_on"]
    ordering = ["-id"]
    search_fields = ["alt", "caption", "credit"]
    search_help_text = _("Any words of the alternative text, the caption or the credit.")
    readonly_fields = ["picture", "size", "used_by"]
    fieldsets = [
        (None, {"fields": ["picture", "file", "size", "alt", "caption", "credit"]}),
        (_("Licence"), {"fields": [("licence", "licence_expires_on")]}),
        (
            _("Focal point"),
            {
                "fields": [("focus_x", "focus_y")],
                "description": _("What must stay visible where the picture is cropped. 50 and 50 is the middle."),
            },
        ),
        (_("Where it is used"), {"fields": ["used_by"]}),
    ]

    @admin.display(description=_("picture"))
    def picture(self, photo):
        return thumbnail(photo)

    @admin.display(description=_("size"))
    def size(self, photo):
        return gettext("%(width)d × %(height)d pixels") % {"width": photo.width, "height": photo.height}

    @admin.display(description=_("lead photo of"))
    def used_by(self, photo):
        if not photo.pk:
            return "–"
        stories = photo.lead_of.only("headline").order_by("-pk")[: self.USES_SHOWN]
        links = [(reverse("admin:articles_article_change", args=[story.pk]), story) for story in stories]
        return format_html_join(mark_safe("<br>"), '<a href="{}">{}</a>', links) or gettext("no story")

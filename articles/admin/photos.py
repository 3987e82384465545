from datetime import timedelta

from django import forms
from django.contrib import admin
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from ..models import Photo
from .desk import badge
from .insets import InsetAdmin

THUMB_HEIGHT = 72
# Days before the end of a licence from which on the desk is told.
SOON = 30
# The crops that the site makes of a picture, by the style sheets of cards: name, width and height.
CROPS = [
    (pgettext_lazy("picture crop", "Front page, 3 to 2"), 3, 2),
    (pgettext_lazy("picture crop", "Lists, 4 to 3"), 4, 3),
    (pgettext_lazy("picture crop", "Small, square"), 1, 1),
]


class PhotoForm(forms.ModelForm):
    class Meta:
        model = Photo
        fields = ["file", "alt", "caption", "credit", "licence", "licence_expires_on", "focus_x", "focus_y"]
        field_classes = {"file": forms.FileField}  # the model says itself what is wrong with a picture

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            self.fields["file"].max_length = None  # it is stored under another name than it came with
            self.fields["file"].widget.attrs |= {"accept": "image/jpeg,image/png,image/webp"}


def thumbnail(photo):
    """The picture at the height of a list's row, and whether readers no longer see it."""
    image = small(photo)
    return image if not photo or photo.is_licensed() else format_html("{} {}", image, licence_state(photo))


def small(photo):
    if not (photo and photo.file and photo.height):
        return "–"
    width = round(photo.width * THUMB_HEIGHT / photo.height)
    return format_html(
        '<img class="thumb" src="{}" width="{}" height="{}" alt="{}" loading="lazy">',
        photo.at_least(2 * width).url,
        width,
        THUMB_HEIGHT,
        photo.alt,
    )


def licence_state(photo) -> str:
    """A badge for a licence that has ended or soon ends; empty for any other."""
    ends = photo.licence_expires_on
    if not photo.is_licensed():
        return badge("hidden", gettext("not shown since %(day)s") % {"day": date_format(ends)})
    if ends and ends <= timezone.localdate() + timedelta(days=SOON):
        return badge("held", gettext("until %(day)s") % {"day": date_format(ends)})
    return ""


class LicenceFilter(admin.SimpleListFilter):
    title = _("licence")
    parameter_name = "licence"

    def lookups(self, request, model_admin):
        return [
            ("ended", _("ended: readers do not see it")),
            ("soon", _("ends within %(days)d days") % {"days": SOON}),
        ]

    def queryset(self, request, photos):
        today = timezone.localdate()
        if self.value() == "ended":
            return photos.filter(licence_expires_on__lte=today)
        if self.value() == "soon":
            return photos.licence_ends(today + timedelta(days=1), today + timedelta(days=SOON))
        return photos


@admin.register(Photo)
class PhotoAdmin(InsetAdmin):
    USES_SHOWN = 20

    form = PhotoForm
    list_display = ["picture", "alt", "credit", "licence_and_end", "created_at"]
    list_display_links = ["picture", "alt"]
    list_filter = [LicenceFilter, "created_at"]
    ordering = ["-id"]
    search_fields = ["alt", "caption", "credit"]
    search_help_text = _("Any words of the alternative text, the caption or the credit.")
    readonly_fields = ["crops", "size", "used_by"]
    fieldsets = [
        (None, {"fields": ["file", "size", "alt", "caption", "credit"]}),
        (
            _("Focal point"),
            {
                "fields": ["crops", ("focus_x", "focus_y")],
                "description": _("What must stay visible where the picture is cropped. 50 and 50 is the middle."),
            },
        ),
        (_("Licence"), {"fields": ["licence", "licence_expires_on"]}),
        (_("Where it is used"), {"fields": ["used_by"]}),
    ]

    class Media:
        css = {"all": ["css/admin-photo.css"]}
        js = [forms.Script("js/admin-photo.js", type="module")]

    @admin.display(description=_("picture"))
    def picture(self, photo):
        return small(photo)

    @admin.display(description=_("licence"))
    def licence_and_end(self, photo):
        ends = photo.licence_expires_on
        state = licence_state(photo) or (ends and gettext("until %(day)s") % {"day": date_format(ends)}) or ""
        return format_html("{} {}", photo.licence, state) if photo.licence or state else "–"

    @admin.display(description=_("size"))
    def size(self, photo):
        if not photo.pk:
            return "–"
        size = gettext("%(width)d × %(height)d pixels") % {"width": photo.width, "height": photo.height}
        made = ", ".join(map(str, photo.rendition_widths)) or gettext("none yet; pages show the original")
        return format_html("{}<br>{}", size, gettext("Widths made for pages: %(widths)s") % {"widths": made})

    @admin.display(description=_("as pages crop it"))
    def crops(self, photo):
        return render_to_string("admin/articles/photo/_crops.html", {"photo": photo, "crops": CROPS})

    @admin.display(description=_("in stories"))
    def used_by(self, photo):
        if not photo.pk:
            return "–"
        uses = list(photo.uses.newest_first().with_stories()[: self.USES_SHOWN + 1])
        rows = [(linked(use.article), ", ".join(use.places())) for use in uses[: self.USES_SHOWN]]
        listed = format_html_join(mark_safe("<br>"), '{}<span class="state-time">{}</span>', rows)
        more = uses[self.USES_SHOWN :]
        return format_html("{}<br>{}", listed, gettext("and more")) if more else listed or gettext("no story")


def linked(story) -> str:
    return format_html('<a href="{}">{}</a>', reverse("admin:articles_article_change", args=[story.pk]), story)

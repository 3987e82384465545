"""Which uploads are usable pictures, and what is kept of them."""

import warnings
from dataclasses import dataclass
from io import BytesIO

from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

from .containers import ORIENTATION, bare_jpeg, bare_png, bare_webp

MAX_BYTES = 40 * 1024 * 1024
# What a good camera makes. A few kilobytes can unfold to more and fill the memory.
MAX_PIXELS = 50_000_000
# A PNG or WebP is unfolded whole, at up to 4 bytes a pixel, where a JPEG can be read at an eighth of its size.
MAX_PIXELS_UNFOLDED = 25_000_000
SUFFIXES = {"JPEG": "jpg", "MPO": "jpg", "PNG": "png", "WEBP": "webp"}
FORMATS = ["JPEG", "PNG", "WEBP"]
SIDEWAYS = {5, 6, 7, 8}  # the orientations of EXIF that swap width and height


@dataclass(frozen=True)
class Original:
    """A picture as it is stored: `suffix` is its format's, width and height are those of the upright picture."""

    data: bytes
    suffix: str
    width: int
    height: int


def opened(data: bytes) -> Image.Image:
    """The picture with nothing but its head read. Raises whatever Pillow stumbles over."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # what is too large is refused below
        return Image.open(BytesIO(data), formats=FORMATS)


def original(data: bytes) -> Original:
    """What is kept of an upload: the picture as it came, without anything else that was in the file.

    Raises ValidationError with a sentence for whoever uploaded it.
    """
    if len(data) > MAX_BYTES:
        limit = filesizeformat(MAX_BYTES)
        raise ValidationError(_("The file is larger than %(limit)s."), params={"limit": limit})
    try:
        image = opened(data)
        refuse_unsuitable(image)
        return bare(image, data)
    except ValidationError:
        raise
    except Image.DecompressionBombError as error:
        raise too_many_pixels(MAX_PIXELS) from error
    except Exception as error:  # decoders raise whatever they stumble over
        raise ValidationError(_("This is no complete JPEG, PNG or WebP. Export the picture again.")) from error


def refuse_unsuitable(image: Image.Image) -> None:
    limit = MAX_PIXELS if SUFFIXES[image.format] == "jpg" else MAX_PIXELS_UNFOLDED
    if image.width * image.height > limit:
        raise too_many_pixels(limit)
    if SUFFIXES[image.format] != "jpg" and getattr(image, "is_animated", False):
        raise ValidationError(_("The picture moves. Export one image of it as JPEG, PNG or WebP."))


def too_many_pixels(limit: int) -> ValidationError:
    message = _("The picture has more than %(limit)d million pixels, the most that are allowed. Make it smaller.")
    return ValidationError(message, params={"limit": limit // 1_000_000})


def bare(image: Image.Image, data: bytes) -> Original:
    """The picture as it is kept: without anything that tells of its maker, its camera or its place."""
    turned = image.getexif().get(ORIENTATION, 1)
    turned = turned if turned in range(1, 9) else 1
    suffix = SUFFIXES[image.format]
    width, height = (image.height, image.width) if turned in SIDEWAYS else (image.width, image.height)
    if suffix == "jpg":
        data = bare_jpeg(data, orientation=turned)
    elif turned != 1:
        data = upright(image)
    else:
        data = bare_png(data) if suffix == "png" else bare_webp(data)
    decode(data)
    return Original(data, suffix, width, height)


def upright(image: Image.Image) -> bytes:
    """A PNG or WebP turned for good, since browsers do not agree on its EXIF; no pixel is lost."""
    turned, written = ImageOps.exif_transpose(image), BytesIO()
    profile = image.info.get("icc_profile")
    turned.info = {}
    turned.save(written, image.format, icc_profile=profile, **({"lossless": True} if image.format == "WEBP" else {}))
    return written.getvalue()


def decode(data: bytes) -> None:
    """Raises when not all of the picture is there. An eighth of the size will do for a JPEG."""
    image = opened(data)
    image.draft(None, (image.width // 8, image.height // 8))
    image.load()

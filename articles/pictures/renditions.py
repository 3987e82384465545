"""A picture in the sizes and formats that pages name, and the few colours that stand in for it until it has come."""

from collections.abc import Iterator
from io import BytesIO

from PIL import Image, ImageCms, ImageOps

from .originals import opened

# Pixels: from a small picture on a phone to the head of a story on a broad screen. Each is some 1.5 times the last.
WIDTHS = (320, 640, 960, 1280, 1920)
# By suffix, in the order in which browsers are to choose. WebP and JPEG were measured by eye on photographs with sky
# and skin; AVIF beside its 58 on drawings with flat skies: nothing to see, and a fifth of the bytes less.
FORMATS = {
    "avif": {"format": "AVIF", "quality": 50, "speed": 8},
    "webp": {"format": "WEBP", "quality": 78, "method": 4},
    "jpg": {"format": "JPEG", "quality": 80, "optimize": True, "progressive": True},
}
COLUMNS, ROWS = 4, 3


def widths_for(width: int) -> list[int]:
    """The widths of the renditions of a picture that is `width` pixels wide; none is wider than it."""
    return sorted({each for each in WIDTHS if each < width} | {min(width, WIDTHS[-1])})


def upright(data: bytes) -> Image.Image:
    """The picture as it is meant to be seen: turned, in the colours of the web, at most as wide as its renditions."""
    image = opened(data)
    image.draft(None, (WIDTHS[-1], WIDTHS[-1]))
    if image.mode == "I;16":  # grey in 16 bits, of which the upper 8 are kept
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    image.load()
    profile, turned = image.info.get("icc_profile"), ImageOps.exif_transpose(image)
    transparent = image.mode in ("LA", "PA", "RGBA") or "transparency" in image.info
    longest = max(widths_for(turned.width))
    if turned.mode in ("P", "PA", "1"):
        turned = turned.convert("RGBA" if transparent else "RGB")
    if turned.width > longest:
        turned = turned.resize(size(turned, longest), Image.Resampling.LANCZOS, reducing_gap=3)
    turned = in_srgb(turned, profile, "RGBA" if transparent else "RGB")
    turned.info = {}
    return turned


def in_srgb(image: Image.Image, profile: bytes | None, mode: str) -> Image.Image:
    """The picture in the colours of the web, whatever its `profile` says they are."""
    if profile and image.mode in ("RGB", "CMYK", "L"):
        try:
            source, target = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
            return ImageCms.profileToProfile(image, source, target, outputMode="RGB").convert(mode)
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a broken profile: the colours are taken as they are
    return image.convert(mode)


def size(image: Image.Image, width: int) -> tuple[int, int]:
    return width, max(1, round(image.height * width / image.width))


def renditions(image: Image.Image) -> Iterator[tuple[int, str, bytes]]:
    """Width, suffix and file of each rendition of an `upright` picture, the largest first."""
    for width in reversed(widths_for(image.width)):
        scaled = image if width == image.width else image.resize(size(image, width), Image.Resampling.LANCZOS)
        for suffix, options in FORMATS.items():
            written = BytesIO()
            (on_white(scaled) if suffix == "jpg" else scaled).save(written, **options)
            yield width, suffix, written.getvalue()


def on_white(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image
    ground = Image.new("RGB", image.size, "white")
    ground.paste(image, mask=image.getchannel("A"))
    return ground


def tones(image: Image.Image) -> str:
    """The colours of the picture in four columns and three rows, each three hexadecimal digits; empty if one sees
    through it, since they would shine through."""
    if image.mode == "RGBA":
        return ""
    few = image.resize((COLUMNS, ROWS), Image.Resampling.BOX, reducing_gap=3)
    return "".join(f"{round(value / 17):x}" for value in few.tobytes())

"""Pictures as they come in: cameras', agencies', and such that mean harm."""

import struct
import zlib
from io import BytesIO

from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

ORIENTATION, GPS, GPS_LATITUDE = 0x0112, 0x8825, 2
XMP = b"<x:xmpmeta><rdf:Description exif:GPSLatitude='1,10N'/></x:xmpmeta>"


def saved(image: Image.Image, kind: str = "JPEG", **options) -> bytes:
    data = BytesIO()
    image.save(data, kind, **options)
    return data.getvalue()


def halves(width: int = 600, height: int = 400) -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", (width, height), "red")
    image.paste("blue", (width // 2, 0, width, height))
    return image


def from_a_phone(kind: str = "JPEG", orientation: int = 1, **options) -> bytes:
    """With the place where it was taken, in EXIF and in XMP, and how the phone was held."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[0x010F] = "Telepon Serambi"
    exif.get_ifd(GPS)[GPS_LATITUDE] = (1.0, 10.0, 21.0)
    exif.get_ifd(GPS)[1] = "N"
    if kind == "PNG":
        text = PngInfo()
        text.add_itxt("XML:com.adobe.xmp", XMP.decode())
        return saved(halves(), kind, exif=exif, pnginfo=text)
    return saved(halves(), kind, exif=exif, xmp=XMP, **options)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, rows: bytes = b"0" * 100, depth: int = 8, colour: int = 2) -> bytes:
    """A PNG of `rows` (each with its filter byte) that says that it is this large."""
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    parts = chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def colour_16_bits(width: int = 400, height: int = 300) -> bytes:
    """Orange in 16 bits for each of red, green and blue."""
    return png(width, height, (b"\0" + b"\xff\xff\x80\x00\x00\x00" * width) * height, depth=16)


def moving(kind: str) -> bytes:
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "green", "blue")]
    return saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)


def in_other_colours() -> bytes:
    """Of a profile in which what is called red is green."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    at = {profile[12 * n + 132 : 12 * n + 136]: 12 * n + 132 for n in range(int.from_bytes(profile[128:132]))}
    swapped = bytearray(profile)
    place = slice(at[b"rXYZ"] + 4, at[b"rXYZ"] + 12), slice(at[b"gXYZ"] + 4, at[b"gXYZ"] + 12)
    swapped[place[0]], swapped[place[1]] = profile[place[1]], profile[place[0]]
    return saved(Image.new("RGB", (60, 40), "red"), icc_profile=bytes(swapped))

"""What the files of pictures are made of: each format without what does not belong to the picture.

A file is taken apart and only the parts that are known to make up the picture are put together again; its pixels are
not touched. So no place, camera, comment, thumbnail, second file or program that was in it, or behind it, is served.
"""

import re
import struct

# JPEG, ITU-T T.81 annex B. Between scans there are only markers; within one, FF is followed by 00 or a restart.
NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
START, END, SCAN = 0xD8, 0xD9, 0xDA
TABLES = {0xC4, 0xCC, 0xDB, 0xDC, 0xDD}
FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
# A progressive picture has some ten scans. Each costs a pass over all pixels, so thousands would hold the server up.
MOST_SCANS = 100
ORIENTATION = 0x0112  # the tag of EXIF that says how the camera was held

# PNG, third edition: the chunks that say what the pixels look like.
PNG_START = b"\x89PNG\r\n\x1a\n"
PNG_CHUNKS = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"pHYs"}

# WebP, RFC 9649.
WEBP_CHUNKS = {b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ICCP"}
WEBP_METADATA_FLAGS = 0x08 | 0x04  # EXIF, XMP


class Damaged(ValueError):
    """The file is not whole, or is none of its format."""


def bare_jpeg(data: bytes, orientation: int = 1) -> bytes:
    """The JPEG without anything but the picture and its colour profile, marked with an `orientation` other than 1."""
    parts, at, scans = [b"\xff\xd8", exif_of(orientation)], 2, 0
    while True:
        marker, at = jpeg_marker(data, at)
        if marker == END:
            return b"".join([*parts, b"\xff\xd9"])
        length = int.from_bytes(data[at : at + 2])
        content, end = data[at + 2 : at + length], at + length
        if length < 2 or end > len(data):
            raise Damaged
        if marker == SCAN:
            scans += 1
            following = NEXT_MARKER.search(data, end)
            if not following or scans > MOST_SCANS:
                raise Damaged
            end = following.start()
        if belongs(marker, content):
            parts.append(b"\xff" + bytes([marker]) + data[at:end])
        at = end


def jpeg_marker(data: bytes, at: int) -> tuple[int, int]:
    """The marker at `at`, and where what it marks begins. It may stand behind any number of FF."""
    if data[at : at + 1] != b"\xff":
        raise Damaged
    while data[at : at + 1] == b"\xff":
        at += 1
    if at >= len(data):
        raise Damaged
    return data[at], at + 1


def belongs(marker: int, content: bytes) -> bool:
    """Whether a segment of a JPEG file is needed to draw the picture."""
    return (
        marker in TABLES
        or marker in FRAMES
        or marker == SCAN
        or (marker == 0xE0 and content.startswith(b"JFIF\0") and len(content) == 14)  # longer with a thumbnail
        or (marker == 0xE2 and content.startswith(b"ICC_PROFILE\0"))
        or (marker == 0xEE and content.startswith(b"Adobe") and len(content) == 12)  # how CMYK is meant
    )


def exif_of(orientation: int) -> bytes:
    """A block of EXIF with nothing but this orientation; empty for the usual one."""
    if orientation == 1:
        return b""
    entry = struct.pack(">HHIHH", ORIENTATION, 3, 1, orientation, 0)
    content = b"Exif\0\0MM\0*\0\0\0\x08" + b"\0\x01" + entry + b"\0\0\0\0"
    return b"\xff\xe1" + struct.pack(">H", len(content) + 2) + content


def bare_png(data: bytes) -> bytes:
    """A PNG file with the chunks that draw the picture and no other; raises Damaged."""
    parts, at = [PNG_START], len(PNG_START)
    while True:
        length, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        end = at + 12 + length
        if len(kind) < 4 or end > len(data):
            raise Damaged
        if kind in PNG_CHUNKS:
            parts.append(data[at:end])
        if kind == b"IEND":
            return b"".join(parts)
        at = end


def bare_webp(data: bytes) -> bytes:
    """The same for WebP."""
    parts, at, end = [], 12, 8 + int.from_bytes(data[4:8], "little")
    if end > len(data):
        raise Damaged
    while at + 8 <= end:
        kind, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        after = at + 8 + length + length % 2
        if after > end:
            raise Damaged
        chunk = data[at:after]
        if kind == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~WEBP_METADATA_FLAGS]) + chunk[9:]
        if kind in WEBP_CHUNKS:
            parts.append(chunk)
        at = after
    content = b"WEBP" + b"".join(parts)
    return b"RIFF" + len(content).to_bytes(4, "little") + content

"""What is kept of an upload, and what is refused."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from articles.pictures.originals import original
from tests.factories import picture

from .files import GPS, ORIENTATION, chunk, from_a_phone, halves, in_other_colours, moving, png, saved

SCRIPT = b"<script>alert(document.domain)</script>"


def image(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def same_pixels(one: bytes, other: bytes) -> bool:
    return image(one).convert("RGB").tobytes() == image(other).convert("RGB").tobytes()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_place_and_camera_are_gone_and_no_pixel_is_changed(kind):
    came = from_a_phone(kind, **({"lossless": True} if kind == "WEBP" else {}))
    assert b"GPSLatitude" in came and image(came).getexif().get_ifd(GPS)

    kept = original(came).data

    assert not image(kept).getexif().get_ifd(GPS) and not image(kept).getexif()
    assert b"GPSLatitude" not in kept and b"Telepon" not in kept
    assert same_pixels(came, kept)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_keeps_the_way_up_and_nothing_else_of_its_exif(kind, orientation):
    kept = original(from_a_phone(kind, orientation))

    assert (kept.width, kept.height) == ((400, 600) if orientation > 4 else (600, 400))
    if kind == "JPEG":
        assert dict(image(kept.data).getexif()) == ({ORIENTATION: orientation} if orientation > 1 else {})
    else:
        assert image(kept.data).size == (kept.width, kept.height) and not image(kept.data).getexif()


def test_a_progressive_jpeg_in_cmyk_is_kept_as_it_is():
    came = saved(halves().convert("CMYK"), progressive=True, comment=SCRIPT)

    kept = original(came).data

    assert image(kept).mode == "CMYK" and same_pixels(came, kept) and SCRIPT not in kept


def test_a_colour_profile_is_kept():
    assert image(original(in_other_colours()).data).info["icc_profile"]


def with_segment(marker: int, content: bytes) -> bytes:
    return b"\xff" + bytes([marker]) + (len(content) + 2).to_bytes(2) + content


JPEG, PNG, WEBP = saved(halves(60, 40)), saved(halves(60, 40), "PNG"), saved(halves(60, 40), "WEBP")


@pytest.mark.parametrize(
    "came",
    [
        JPEG + SCRIPT,
        JPEG + b"PK\x03\x04" + SCRIPT,
        JPEG[:2] + with_segment(0xFE, SCRIPT) + JPEG[2:],
        JPEG[:2] + with_segment(0xE1, SCRIPT) + JPEG[2:],
        JPEG[:2] + with_segment(0xE0, b"JFXX\0" + SCRIPT) + JPEG[2:],
        JPEG[:2] + with_segment(0xED, b"Photoshop 3.0\0" + SCRIPT) + JPEG[2:],
        PNG + SCRIPT,
        PNG[:33] + chunk(b"tEXt", b"Comment\0" + SCRIPT) + PNG[33:],
        PNG[:33] + chunk(b"zZZz", SCRIPT) + PNG[33:],
        WEBP + SCRIPT,
        b"RIFF" + (len(WEBP) - 8 + 8 + 40).to_bytes(4, "little") + WEBP[8:] + b"XMP \x27\0\0\0" + SCRIPT + b"\0",
    ],
    ids=[
        "tail",
        "zip",
        "comment",
        "exif",
        "jfxx",
        "iptc",
        "png tail",
        "png text",
        "png other",
        "webp tail",
        "webp xmp",
    ],
)
def test_what_hides_in_or_behind_a_picture_is_not_kept(came):
    assert SCRIPT in came

    kept = original(came).data

    assert SCRIPT not in kept and b"PK\x03\x04" not in kept
    assert same_pixels(came, kept)


@pytest.mark.parametrize(
    ("came", "sentence"),
    [
        (b"", "no complete"),
        (b"bukan gambar", "no complete"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'>" + SCRIPT + b"</svg>", "no complete"),
        (JPEG[:-2], "no complete"),
        (JPEG[: len(JPEG) // 2], "no complete"),
        (JPEG[:30], "no complete"),
        (PNG[:-20], "no complete"),
        (WEBP[:-10], "no complete"),
        (saved(halves(60, 40), "GIF"), "no complete"),
        (moving("GIF"), "no complete"),
        (moving("WEBP"), "moves"),
        (moving("PNG"), "moves"),
        (picture(9000, 7000, "JPEG"), "50 million"),
        (png(10_000, 6_000), "25 million"),
        (png(60_000, 60_000), "million"),
        (JPEG + b"\0" * (40 * 1024 * 1024), "40"),
    ],
    ids=[
        *("empty", "text", "svg", "no end", "half", "head", "cut png", "cut webp", "gif", "moving gif", "moving webp"),
        *("moving png", "63 megapixels", "60 megapixels of png", "bomb", "too many bytes"),
    ],
)
def test_what_is_no_usable_picture_is_refused_with_a_reason(came, sentence):
    with pytest.raises(ValidationError) as refused:
        original(came)

    assert sentence in str(refused.value)


def test_a_jpeg_of_thousands_of_scans_is_refused():
    came = saved(halves(60, 40), progressive=True)
    scan = came[came.rindex(b"\xff\xda") : -2]

    with pytest.raises(ValidationError):
        original(came[:-2] + scan * 5000 + b"\xff\xd9")


@settings(deadline=None, max_examples=150)
@given(st.sampled_from([JPEG, PNG, WEBP]), st.data())
def test_a_damaged_picture_is_taken_or_refused_and_nothing_else(came, data):
    damaged = bytearray(came)
    for _ in range(data.draw(st.integers(1, 5))):
        damaged[data.draw(st.integers(0, len(came) - 1))] = data.draw(st.integers(0, 255))

    try:
        kept = original(bytes(damaged))
    except ValidationError:
        return
    assert original(kept.data).data == kept.data


@given(st.binary(max_size=200))
@example(b"\xff\xd8\xff\xff\xff")
@example(b"RIFF\xff\xff\xff\xffWEBPVP8X")
def test_bytes_that_only_begin_like_a_picture_are_refused(rest):
    for start in (b"", b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"RIFF\x40\0\0\0WEBP"):
        with pytest.raises(ValidationError):
            original(start + rest)

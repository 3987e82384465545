"""The sizes and formats that pages name."""

import resource
import subprocess
import sys
from io import BytesIO

import pytest
from PIL import Image

from articles.pictures.originals import original
from articles.pictures.renditions import FORMATS, renditions, tones, upright, widths_for

from .files import colour_16_bits, from_a_phone, halves, in_other_colours, saved


def made(data: bytes) -> dict:
    """The renditions of a picture, by width and suffix."""
    return {
        (width, suffix): Image.open(BytesIO(file)) for width, suffix, file in renditions(upright(original(data).data))
    }


def looks(image: Image.Image, at=(0.5, 0.5)) -> tuple:
    """Its colour there, to the nearest 64."""
    pixel = image.convert("RGB").getpixel((int(image.width * at[0]), int(image.height * at[1])))
    return tuple(64 * round(value / 64) for value in pixel)


RED, BLUE, WHITE = (256, 0, 0), (0, 0, 256), (256, 256, 256)


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (40, [40]),
        (320, [320]),
        (321, [320, 321]),
        (1600, [320, 640, 960, 1280, 1600]),
        (5000, [320, 640, 960, 1280, 1920]),
    ],
)
def test_renditions_have_fixed_widths_and_none_is_wider_than_the_picture(width, widths):
    assert widths_for(width) == widths


def test_every_width_exists_in_every_format_and_has_nothing_but_the_picture():
    files = made(from_a_phone())

    assert files.keys() == {(width, suffix) for width in (320, 600) for suffix in FORMATS}
    for (width, suffix), image in files.items():
        assert image.size == (width, round(width * 400 / 600)), (width, suffix)
        assert image.format == FORMATS[suffix]["format"] and not image.getexif()
        assert (looks(image, (0.2, 0.5)), looks(image, (0.8, 0.5))) == (RED, BLUE)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_picture_is_upright(orientation):
    for image in made(from_a_phone(orientation=orientation)).values():
        red_first = orientation in (1, 4, 5, 6)
        at = [(0.5, 0.1), (0.5, 0.9)] if orientation > 4 else [(0.1, 0.5), (0.9, 0.5)]
        assert [looks(image, place) for place in at] == ([RED, BLUE] if red_first else [BLUE, RED])
        assert (image.height > image.width) == (orientation > 4)


@pytest.mark.parametrize(
    ("data", "colour"),
    [
        (saved(Image.new("CMYK", (60, 40), (0, 255, 255, 0))), RED),
        (saved(Image.new("L", (60, 40), 128)), (128, 128, 128)),
        (saved(Image.new("I;16", (60, 40), 0x8000), "PNG"), (128, 128, 128)),
        (saved(Image.new("1", (60, 40), 1), "PNG"), WHITE),
        (colour_16_bits(), (256, 128, 0)),
        (saved(Image.new("P", (60, 40), 0), "PNG", transparency=0), WHITE),
        (saved(Image.new("LA", (60, 40), (0, 0)), "PNG"), WHITE),
        (saved(Image.new("RGBA", (60, 40), (255, 0, 0, 255)), "WEBP"), RED),
        (in_other_colours(), (0, 256, 0)),
        (saved(Image.new("RGB", (60, 40), "red"), icc_profile=b"kaputt" * 40), RED),
    ],
    ids=[
        *("cmyk", "grey", "grey in 16 bits", "one bit", "colour in 16 bits", "palette", "grey and clear", "clear"),
        *("other profile", "broken profile"),
    ],
)
def test_colours_are_those_of_the_picture_whatever_its_kind(data, colour):
    assert looks(made(data)[60 if (60, "jpg") in made(data) else 320, "jpg"]) == colour


def test_tones_are_the_colours_of_the_picture_from_its_upper_left():
    red_and_blue = tones(upright(saved(halves())))

    assert red_and_blue == ("f00" * 2 + "00f" * 2) * 3
    assert tones(upright(saved(Image.new("RGBA", (60, 40)), "PNG"))) == ""


# Peak memory in MB, above what the program itself takes, of the largest pictures that are taken.
@pytest.mark.parametrize(
    ("make", "most"),
    [
        ("Image.new('RGB', (8000, 6200), 'teal').save(data, 'JPEG')", 150),
        ("Image.new('RGB', (8000, 6200), 'teal').save(data, 'JPEG', progressive=True)", 300),
        ("Image.new('RGBA', (5000, 5000), 'teal').save(data, 'PNG')", 350),
        ("Image.new('CMYK', (8000, 6200), 'teal').save(data, 'JPEG')", 250),
    ],
    ids=["jpeg", "progressive", "png", "cmyk"],
)
def test_the_largest_pictures_take_bounded_memory(tmp_path, make, most):
    path = tmp_path / "besar"
    run("from PIL import Image; data = open(sys.argv[1], 'wb'); " + make, path)
    load = "from articles.pictures import originals, renditions; "
    idle = run(load, path)

    used = run(
        load
        + "list(renditions.renditions(renditions.upright(originals.original(open(sys.argv[1], 'rb').read()).data)))",
        path,
    )

    assert used - idle < most


def run(program: str, path) -> float:
    """Megabytes at the peak."""
    peak = "; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    done = subprocess.run(
        [sys.executable, "-c", f"import resource, sys; {program.rstrip('; ')}{peak}", str(path)],
        capture_output=True,
        text=True,
        check=True,
    )
    return int(done.stdout) / (1024 if resource.getpagesize() and sys.platform == "linux" else 1024**2)

"""Share cards: a story or a quotation as a picture of 1200 × 630 pixels, for where links are shown with one.

The two functions take rows and give PNG bytes; they ask the database nothing.
"""

from functools import cache
from importlib.resources import files
from io import BytesIO

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630  # what Open Graph's readers crop least
MARGIN = 72
# The palette of static/css/tokens.css, in light.
PAPER, INK, GREY, TURMERIC = "#fbfbf9", "#17191c", "#54585d", "#f4b400"
ACCENTS = ["#80500f", "#a8201a", "#1d4e89", "#1f6446", "#7a2a5e", "#0f6370"]
ELLIPSIS = "…"
LEADING = 1.18  # from one line to the next, in sizes of the letters


def story_card(story) -> bytes:
    """A story (with its section): section, headline, date."""
    card = Card(ACCENTS[story.section_id % 6] if story.section_id else INK)
    card.write(str(story.section or ""), 34, "Semibold", top=MARGIN + 6, lines=1, colour=card.accent)
    card.write_largest(story.headline, [76, 68, 60, 52, 46], "Bold", top=150, bottom=490)
    card.sign(date_format(timezone.localtime(story.first_published_at), "j F Y"))
    return card.png()


def quote_card(quote) -> bytes:
    """A quotation (with its speaker): the words, who said them and in what role."""
    card = Card(TURMERIC)
    card.mark()
    card.write_largest(f"“{quote.exact}”", [62, 54, 46, 40, 36], "It", top=132, bottom=402)
    speaker = quote.speaker.name if quote.speaker else _("speaker not stated")
    card.write(speaker, 36, "Bold", top=412, lines=1)
    card.write(quote.role, 30, "Regular", top=462, lines=1, colour=GREY)
    card.sign()
    return card.png()


@cache
def font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    path = files("font_source_serif_pro") / "files" / f"SourceSerifPro-{weight}.ttf"
    return ImageFont.truetype(str(path), size)


def drawable(text: str) -> str:
    """`text` in one line, or nothing when it is in letters that the font lacks: Latin, Greek and Cyrillic it has."""
    text = " ".join(text.split())
    return text if all(ord(letter) < 0x0530 or 0x1E00 <= ord(letter) < 0x2300 for letter in text) else ""


def wrapped(text: str, face, width: int) -> list[str]:
    """The words of `text` in lines of at most `width` pixels. A word that is longer is cut."""
    lines = [""]
    for word in text.split():
        while face.getlength(word) > width:
            word = word[: len(word) * 9 // 10]
        longer = f"{lines[-1]} {word}".strip()
        if face.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


class Card:
    """A card while it is drawn."""

    def __init__(self, accent: str):
        self.accent = accent
        self.image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
        self.draw = ImageDraw.Draw(self.image)
        self.draw.rectangle((0, 0, WIDTH, 16), fill=accent)

    def write(self, text: str, size: int, weight: str, *, top: int, lines: int, colour: str = INK) -> None:
        """At most so many `lines`, from `top` on; what does not fit ends in an ellipsis."""
        face = font(weight, size)
        rows = wrapped(drawable(text), face, WIDTH - 2 * MARGIN)
        if len(rows) > lines:
            rows = rows[:lines]
            while rows[-1] and face.getlength(rows[-1] + ELLIPSIS) > WIDTH - 2 * MARGIN:
                rows[-1] = rows[-1].rpartition(" ")[0]
            rows[-1] += ELLIPSIS
        for number, row in enumerate(rows):
            self.draw.text((MARGIN, top + number * size * LEADING), row, font=face, fill=colour)

    def write_largest(self, text: str, sizes: list[int], weight: str, *, top: int, bottom: int) -> None:
        """In the first of the `sizes` in which all of it fits between `top` and `bottom`."""
        fitting = [size for size in sizes if self.needed(text, size, weight) <= bottom - top]
        size = fitting[0] if fitting else sizes[-1]
        self.write(text, size, weight, top=top, lines=int((bottom - top) // (size * LEADING)))

    def needed(self, text: str, size: int, weight: str) -> float:
        return len(wrapped(drawable(text), font(weight, size), WIDTH - 2 * MARGIN)) * size * LEADING

    def mark(self) -> None:
        self.draw.text((MARGIN - 8, 20), "“", font=font("Black", 190), fill=TURMERIC)

    def sign(self, date: str = "") -> None:
        """The foot: whose card it is, and the date."""
        baseline = HEIGHT - MARGIN + 20
        self.draw.line((MARGIN, HEIGHT - 112, WIDTH - MARGIN, HEIGHT - 112), fill=INK, width=2)
        self.draw.text((MARGIN, baseline), drawable(settings.SITE_NAME), font=font("Bold", 38), fill=INK, anchor="ls")
        self.draw.text((WIDTH - MARGIN, baseline), date, font=font("Regular", 30), fill=GREY, anchor="rs")

    def png(self) -> bytes:
        data = BytesIO()
        # A card has few colours: with a palette of them it weighs a third.
        self.image.quantize(64, Image.Quantize.FASTOCTREE).save(data, "PNG")
        return data.getvalue()

"""Bytes of a saved text file in, clean text out."""

import codecs
import re

from .story import StoryError, gettext_noop

# A long magazine piece has 60 kB; what is larger than this is no page.
LARGEST = 5_000_000
# No keyboard makes these. C1 controls go too: terminals obey some of them.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff]")
LINE_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
MARKUP = re.compile(r"\s*<(?:!doctype|html|head|\?xml|rss)\b", re.IGNORECASE)


def decode(data: bytes) -> str:
    """The text of `data` with plain line feeds; raises StoryError for what is no text."""
    if len(data) > LARGEST:
        raise too_large(len(data))
    text = _decoded(data)
    controls = len(CONTROL.findall(text))
    if "\x00" in text or controls > 8 + len(text) // 100:
        raise StoryError(gettext_noop("It is a binary file, not text."))
    if not text.strip("\ufeff \t\r\n"):
        raise StoryError(gettext_noop("It holds nothing but white space."))
    if MARKUP.match(text.lstrip("\ufeff")):
        raise StoryError(gettext_noop("It is a page with its markup. Save it as plain text."))
    return CONTROL.sub("", LINE_BREAK.sub("\n", text))


def too_large(size: int) -> StoryError:
    return StoryError(
        gettext_noop("It has %(size)s MB; a page has at most %(largest)s MB."),
        size=f"{size / 1_000_000:.1f}",
        largest=LARGEST // 1_000_000,
    )


def _decoded(data: bytes) -> str:
    if not data:
        raise StoryError(gettext_noop("It is empty."))
    utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if not utf16 and b"\x00" in data[:4096]:
        raise StoryError(gettext_noop("It is a binary file, not text."))
    try:
        return data.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise StoryError(
            gettext_noop("It is not in UTF-8: byte %(place)s cannot be read. Save it again as UTF-8."),
            place=error.start + 1,
        ) from error

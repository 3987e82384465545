"""What readers type, made fit to be stored and shown: no control characters, no piled-up accents, known lengths."""

import ipaddress
import re
import unicodedata

# Overrides and embeddings of writing direction, fillers that count as letters, and other characters that nobody sees.
# ZWJ and ZWNJ are part of Arabic, Indic and emoji writing and stay.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069"
    "\u2800\u3164\ufeff\uffa0\ufff9-\ufffb]"
)
CONTROL = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
SURROGATE = re.compile("[\ud800-\udfff]")
# Marks over one letter: Vietnamese and vocalised Arabic need two or three, a fourth is decoration.
MARKS = 3


def tidy_text(text: str) -> str:
    """A reader's text as it is stored. Null characters are left for the form to refuse: they are never typed."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = SURROGATE.sub("\ufffd", CONTROL.sub("", INVISIBLE.sub("", text)))
    return fewer_marks(unicodedata.normalize("NFC", text)).strip()


def tidy_name(name: str) -> str:
    """A reader's name, on one line."""
    return " ".join(tidy_text(name).split())


def fewer_marks(text: str) -> str:
    kept, run = [], 0
    for char in text:
        run = run + 1 if unicodedata.category(char) in ("Mn", "Me") else 0
        if run <= MARKS:
            kept.append(char)
    return "".join(kept)


def masked(address: str) -> str | None:
    """The network of an IP address, which is all of it that is ever stored: /24 of IPv4, /48 of IPv6."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return None
    if found.version == 6 and found.ipv4_mapped:
        found = found.ipv4_mapped
    return str(ipaddress.ip_network((found, 24 if found.version == 4 else 48), strict=False))

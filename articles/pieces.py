"""A page put together from pieces that were made apart. A text may hold several pieces; one piece has holes for others.

Neither mark can be in what people write: it is escaped or cleaned of comments before it is HTML.
"""

import re

HOLE, PIECE = re.compile(r"<!--hole:([\w-]+)-->"), re.compile(r"<!--piece:([\w-]+)-->")


def hole(*name) -> str:
    """The place of the piece called so; of one that is missing nothing is seen."""
    return f"<!--hole:{'-'.join(map(str, name))}-->"


def piece(*name) -> str:
    """The beginning of the piece called so. It ends where the next one begins."""
    return f"<!--piece:{'-'.join(map(str, name))}-->"


def put_together(name: str, texts) -> str:
    """The piece called so among those in the texts, its holes filled with the others."""
    marks = PIECE.split("".join(texts))
    pieces = dict(zip(marks[1::2], marks[2::2], strict=True))
    page = HOLE.split(pieces[name])
    page[1::2] = [pieces.get(name, "") for name in page[1::2]]
    return "".join(page)

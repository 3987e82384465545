"""The plain record that every reader makes of its format, and that `save` turns into rows."""

import html
from dataclasses import dataclass
from datetime import date


def gettext_noop(sentence: str) -> str:
    """Mark a sentence for the translators; whoever shows it looks the translation up. Extraction knows this name."""
    return sentence


class StoryError(ValueError):
    """What is wrong with a file, as an English sentence with named places and what to put into them."""

    def __init__(self, sentence: str, **params):
        super().__init__(sentence % params if params else sentence)
        self.sentence = sentence
        self.params = params


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph ("p") or a sub-heading ("h2") in plain words."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Story:
    """A story as its page tells it: nothing is matched with the newsroom's own rows yet."""

    headline: str
    blocks: tuple[Block, ...]
    # The name by which the page calls its outlet; "" when it does not.
    publisher: str = ""
    url: str = ""
    # Where the dateline says that the story was reported from.
    place: str = ""
    # The lines that credit other outlets: "Sumber: …".
    footers: tuple[str, ...] = ()
    # Days that the page names, oldest first.
    dates: tuple[date, ...] = ()
    # The day on which the page says it was published.
    stated_on: date | None = None
    # Subjects that the page itself lists.
    tags: tuple[str, ...] = ()
    language: str = ""

    @property
    def subheadings(self) -> tuple[str, ...]:
        return tuple(block.text for block in self.blocks if block.kind == "h2")

    def html(self) -> str:
        return "\n".join(
            f"<{block.kind}>{html.escape(block.text, quote=False)}</{block.kind}>" for block in self.blocks
        )

    def published_on(self, today: date) -> date | None:
        """The day that the page gives itself, else the newest one in its text that is not to come."""
        return self.stated_on or max((day for day in self.dates if day <= today), default=None)

"""Finds and reads saved files without trusting them: no hanging on pipes, no reading of gigabytes."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from .decoding import LARGEST, too_large
from .story import StoryError, gettext_noop


def find_files(paths: list[str]) -> Iterator[tuple[Path, StoryError | None]]:
    """The files in `paths`: a file as it is, of a directory every *.txt in it, by name; with what hinders, if so."""
    for path in map(Path, paths):
        if not path.is_dir():
            yield path, None
            continue
        errors = []
        empty = True
        # Links to directories are not followed, so a circle of them ends nowhere.
        for directory, names, files in os.walk(path, onerror=errors.append):
            names.sort()
            for name in sorted(files):
                if name.lower().endswith(".txt"):
                    empty = False
                    yield Path(directory, name), None
        for error in errors:
            yield Path(error.filename), unreadable(error)
        if empty and not errors:
            yield path, StoryError(gettext_noop("It is a directory without .txt files."))


def read_file(path: Path) -> bytes:
    """The bytes of a plain file of a page's size; raises StoryError for anything else."""
    try:
        # A pipe or a device is refused before it is opened: opening some of them waits, or does something.
        if not stat.S_ISREG(path.stat().st_mode):
            raise StoryError(gettext_noop("It is not a plain file."))
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with open(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise StoryError(gettext_noop("It is not a plain file."))
            if status.st_size > LARGEST:
                raise too_large(status.st_size)
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, StoryError):
            raise
        raise unreadable(error) from error


def unreadable(error: Exception) -> StoryError:
    return StoryError(gettext_noop("It cannot be read: %(reason)s."), reason=getattr(error, "strerror", None) or error)

import io
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation.template import templatize

# How many arguments a marking function has, and which of them are message and context.
KEYWORDS = {
    **dict.fromkeys(["_", "gettext", "gettext_lazy", "gettext_noop"], None),
    **dict.fromkeys(["ngettext", "ngettext_lazy"], (1, 2)),
    **dict.fromkeys(["pgettext", "pgettext_lazy"], ((1, "c"), 2)),
    **dict.fromkeys(["npgettext", "npgettext_lazy"], ((1, "c"), 2, 3)),
}
SOURCES = ("articles/**/*.py", "newsportal/**/*.py", "templates/**/*.html", "templates/**/*.txt")
LANGUAGE = "id"  # English is the language of the source
CATALOGUE = Path("locale") / LANGUAGE / "LC_MESSAGES" / "django.po"


class Command(BaseCommand):
    help = "Brings the Indonesian catalogue up to date with the strings in code and templates, and compiles it."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "--check", action="store_true", help="Change nothing; fail when a string is missing, unsure or left over."
        )

    def handle(self, *args, check, **options):
        path = settings.BASE_DIR / CATALOGUE
        catalogue = read(path)
        catalogue.update(marked_strings(settings.BASE_DIR), no_fuzzy_matching=True, update_creation_date=False)
        for problem in (problems := list(shortcomings(catalogue))):
            self.stderr.write(problem)
        compiled = path.with_suffix(".mo")
        if not check:
            catalogue.obsolete.clear()
            path.write_bytes(written(catalogue))
            compiled.write_bytes(machine_form(catalogue))
        elif not problems and not (compiled.exists() and compiled.read_bytes() == machine_form(catalogue)):
            raise CommandError("The compiled catalogue is not that of the strings. Run: manage.py translations")
        if problems:
            raise CommandError(f"{len(problems)} strings want a translation in {CATALOGUE}.")


def read(path: Path):
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        return read_po(file, locale=LANGUAGE)


def marked_strings(root: Path):
    """A Babel catalogue of all strings that code and templates mark, with the files that hold them."""
    from babel.messages.catalog import Catalog
    from babel.messages.extract import extract

    found = Catalog()
    for path in sorted(path for pattern in SOURCES for path in root.glob(pattern)):
        text = path.read_text(encoding="utf-8")
        if path.suffix in (".html", ".txt"):
            # Its output is Python in so far as strings go; a tokeniser wants no indentation that means nothing.
            text = "\n".join(line.lstrip() for line in templatize(text).split("\n"))
        for _line, message, _comments, context in extract("python", io.BytesIO(text.encode()), KEYWORDS):
            found.add(message, locations=[(str(path.relative_to(root)), None)], context=context)
    return found


def shortcomings(catalogue):
    """A sentence for each string that a reader would meet untranslated."""
    for message in catalogue:
        if not message.id:
            continue
        strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
        where = ", ".join(file for file, _line in message.locations)
        if not all(strings):
            yield f"Not translated: {message.id!r} ({where})"
        elif message.fuzzy:
            yield f"Marked as unsure: {message.id!r} ({where})"
        else:
            for error in message.check(catalogue):
                yield f"{error}: {message.id!r} ({where})"
    for key in catalogue.obsolete:
        yield f"No longer used: {key!r}"


def written(catalogue) -> bytes:
    from babel.messages.pofile import write_po

    out = io.BytesIO()
    write_po(out, catalogue, width=120, omit_header=False, sort_by_file=True, ignore_obsolete=True)
    return out.getvalue()


def machine_form(catalogue) -> bytes:
    from babel.messages.mofile import write_mo

    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()

import hashlib
import os
from collections import Counter
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, IntegrityError, InterfaceError, OperationalError, ProgrammingError, connection
from django.utils.translation import gettext as _

from articles.interchange.files import find_files, read_file
from articles.interchange.page import parse_page
from articles.interchange.report import table
from articles.interchange.save import Saved, known, save_story
from articles.interchange.story import StoryError
from articles.models import Section


class Command(BaseCommand):
    help = "Make a draft of each saved plain-text page of a news site, with its sources and proposed quotations."

    def add_arguments(self, parser):
        parser.add_argument(
            "files", nargs="+", metavar="FILE", help="A page saved as text, or a directory: every .txt file in it."
        )
        parser.add_argument("--publish", action="store_true", help="Publish each new story at once.")
        parser.add_argument("--section", metavar="SLUG", help="The section of the new stories, by its address.")

    def handle(self, *, files, publish, section, verbosity, **options):
        try:
            section = find_section(section)
            counts = self.import_all(list(find_files(files)), section, publish, verbosity)
        except (InterfaceError, OperationalError) as error:
            raise CommandError(_("The database does not answer: %(reason)s") % {"reason": first_line(error)}) from error
        except ProgrammingError as error:
            raise CommandError(
                _("The database lacks something, perhaps a migration (manage.py migrate): %(reason)s")
                % {"reason": first_line(error)}
            ) from error
        except KeyboardInterrupt as error:
            raise CommandError(
                _("Stopped. The stories named above are kept; a second run goes on with the others."), returncode=130
            ) from error
        if verbosity:
            self.stdout.write(
                _("Created: %(created)s. Unchanged: %(unchanged)s. Failed: %(failed)s.")
                % {name: counts[name] for name in ("created", "unchanged", "failed")}
            )
        if counts["failed"]:
            raise CommandError(
                _("%(failed)s of %(total)s files could not be imported; the reasons stand above.")
                % {"failed": counts["failed"], "total": counts.total()}
            )

    def import_all(self, found: list, section: Section | None, publish: bool, verbosity: int) -> Counter:
        """Each file on its own; returns how many were created, unchanged and failed."""
        counts = Counter()
        on_terminal = verbosity and len(found) > 1 and self.stderr.isatty()
        for number, (path, error) in enumerate(found, start=1):
            if on_terminal:
                self.stderr.write(f"\r\x1b[K{number}/{len(found)} {printable(path)}", ending="", style_func=str)
            try:
                if error:
                    raise error
                told = self.import_one(path, section, publish, counts)
            except (StoryError, ValidationError, DatabaseError) as problem:
                if isinstance(problem, DatabaseError) and not is_of_the_file(problem):
                    raise
                counts["failed"] += 1
                told = None
                self.clear(on_terminal)
                self.stderr.write(f"{printable(path)}: {reason(problem)}")
            self.clear(on_terminal)
            if told and verbosity:
                self.stdout.write(told)
        return counts

    def import_one(self, path: Path, section: Section | None, publish: bool, counts: Counter) -> str:
        """Import one file and count it; returns what to tell of it."""
        data = read_file(path)
        digest = hashlib.sha256(data).hexdigest()
        if saved := known(digest):
            return self.tell_unchanged(path, saved, counts)
        story = parse_page(data)
        try:
            saved = save_story(story, digest, section=section, publish=publish)
        except (IntegrityError, OperationalError, ValidationError) as problem:
            if isinstance(problem, OperationalError) and not is_of_the_file(problem):
                raise
            # Another import may have made the same source, speaker or story in between; now it is there to be found.
            saved = save_story(story, digest, section=section, publish=publish)
        if not saved.created:
            return self.tell_unchanged(path, saved, counts)
        counts["created"] += 1
        state = _("published") if saved.article.is_published() else _("draft")
        title = _("%(file)s: new %(state)s %(id)s") % {"file": printable(path), "state": state, "id": saved.article.pk}
        return f"{self.style.SUCCESS(title)}\n{table(story, saved)}\n"

    def tell_unchanged(self, path: Path, saved: Saved, counts: Counter) -> str:
        counts["unchanged"] += 1
        return _("%(file)s: known already, story %(id)s, unchanged") % {"file": printable(path), "id": saved.article.pk}

    def clear(self, on_terminal: bool) -> None:
        if on_terminal:
            self.stderr.write("\r\x1b[K", ending="", style_func=str)


def find_section(slug: str | None) -> Section | None:
    """The section with this address; None when none is asked for."""
    if slug is None:
        return None
    if section := Section.objects.filter(slug=slug).first():
        return section
    known_slugs = ", ".join(Section.objects.values_list("slug", flat=True)) or _("none yet")
    raise CommandError(
        _("There is no section “%(slug)s”. The sections are: %(known)s.") % {"slug": slug, "known": known_slugs}
    )


def is_of_the_file(error: DatabaseError) -> bool:
    """Whether the database refuses this file's values, and not work altogether."""
    if isinstance(error, ProgrammingError):
        return False
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def reason(problem: Exception) -> str:
    """One line, in the reader's language, on what is wrong with a file."""
    if isinstance(problem, StoryError):
        return _(problem.sentence) % problem.params
    if isinstance(problem, ValidationError):
        return " ".join(problem.messages)
    return _("The database refuses it: %(reason)s") % {"reason": first_line(problem)}


def first_line(error: Exception) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)


def printable(path: Path) -> str:
    """A file's name that a terminal shows and does not obey."""
    name = os.fsencode(path).decode("utf-8", "replace")
    return "".join(character if character.isprintable() else "�" for character in name)

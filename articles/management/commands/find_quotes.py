"""manage.py find_quotes FILE, or lines of JSON from standard input with --jsonl."""

import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.interchange.files import read_file
from articles.interchange.story import StoryError
from articles.quotefinder import LANGUAGES, find

COLUMNS = (("speaker", 26), ("role", 30), ("verb", 12), ("via", 18), ("sure", 4), ("words", 44))


class Command(BaseCommand):
    help = "Show the quotations and sources that the quote finder sees in a text."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", type=Path, help="a text file in UTF-8")
        parser.add_argument("--language", choices=sorted(LANGUAGES), help="detected when not given")
        parser.add_argument(
            "--jsonl",
            action="store_true",
            help='read lines {"id", "lang", "text"} from standard input and write predictions as lines',
        )

    def handle(self, *, file, language, jsonl, **options):
        if jsonl == (file is not None):
            raise CommandError("Name one text file, or use --jsonl and give lines on standard input.")
        if not jsonl:
            self._print_table(find(_read(file), language))
        elif self._predict_lines(sys.stdin.buffer):
            sys.exit(1)

    def _print_table(self, findings):
        print_line = self.stdout.write
        print_line(f"Language: {findings.language or 'unknown'}")
        print_line("  ".join(name.ljust(width) for name, width in COLUMNS).rstrip())
        for quotation in findings.quotations:
            cells = (
                quotation.speaker or "?",
                quotation.role,
                quotation.verb,
                ", ".join(quotation.via),
                f"{quotation.confidence:.2f}",
                quotation.text,
            )
            row = (_shortened(cell, width).ljust(width) for cell, (_, width) in zip(cells, COLUMNS, strict=True))
            print_line("  ".join(row).rstrip())
            print_line(f"    {'thin: ' if quotation.is_thin else ''}{_printable(str(quotation.reason))}")
        if findings.credits:
            print_line("Sources credited:")
        for credit in findings.credits:
            print_line(f"    {_printable(credit.name)}: {_shortened(credit.phrase, 80)}")

    def _predict_lines(self, lines):
        """Write a prediction for every good line; how many lines were bad."""
        bad = 0
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                article = _article(line)
            except ValueError as error:
                bad += 1
                self.stderr.write(f"Line {number}: {error}")
                continue
            findings = find(article["text"], article.get("lang"))
            quotes = [_prediction(quotation) for quotation in findings.quotations]
            self.stdout.write(json.dumps({"id": article["id"], "quotes": quotes}))
        return bad


def _read(file):
    try:
        data = read_file(file)
    except StoryError as error:
        raise CommandError(f"{file}: {error}") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CommandError(f"{file} is not a text in UTF-8 (byte {error.start}).") from error
    if "\0" in text:
        raise CommandError(f"{file} looks like a binary file: it has null bytes.")
    return text


def _article(line):
    """The article of one line of JSON; ValueError says what is wrong with it."""
    try:
        article = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ValueError("not UTF-8") from error
    except (json.JSONDecodeError, RecursionError) as error:
        raise ValueError(f"not JSON: {error}") from error
    if not isinstance(article, dict) or "id" not in article or not isinstance(article.get("text"), str):
        raise ValueError('not an object with "id" and a "text" string')
    if article.get("lang") not in (None, "", *LANGUAGES):
        raise ValueError(f'"lang" is {article["lang"]!r}, not one of {", ".join(LANGUAGES)}')
    return article


def _prediction(quotation):
    return {
        "text": quotation.text,
        "start": quotation.start,
        "end": quotation.end,
        "speaker": quotation.speaker or None,
        "role": quotation.role or None,
        "verb": quotation.verb or None,
        "via": list(quotation.via),
        "kind": quotation.kind,
    }


def _shortened(text, width):
    words = " ".join(_printable(text).split())
    return words if len(words) <= width else f"{words[: width - 1]}…"


def _printable(text):
    """Without control characters and lone surrogates, which a terminal would obey or refuse."""
    return "".join(character if character.isprintable() else " " for character in text)

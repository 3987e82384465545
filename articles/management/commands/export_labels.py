import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.labels import article_line, gold_line, labelled_stories

LINES = {"articles": article_line, "gold": gold_line}


class Command(BaseCommand):
    help = (
        "Write out what editors accepted, corrected and rejected, as lines of JSON: the texts of all stories whose "
        "quotations are decided on (drafts too) and their labels. No reader's data is in it."
    )

    def add_arguments(self, parser):
        where = parser.add_mutually_exclusive_group(required=True)
        where.add_argument("directory", nargs="?", type=Path, help="Gets articles.jsonl and gold.jsonl.")
        where.add_argument("--articles", action="store_true", help="Write the texts to standard output.")
        where.add_argument("--gold", action="store_true", help="Write the labels to standard output.")

    def handle(self, *, directory, articles, gold, **options):
        if directory is None:
            line = LINES["articles" if articles else "gold"]
            for story in labelled_stories():
                self.stdout.write(written(line(story)))
            return
        try:
            number = export(directory)
        except OSError as error:
            raise CommandError(f"{directory} cannot be written: {error.strerror}.") from error
        self.stderr.write(f"Stories written: {number}.")


def export(directory: Path) -> int:
    """Write both files; returns how many stories they tell of."""
    directory.mkdir(parents=True, exist_ok=True)
    number = 0
    with (
        (directory / "articles.jsonl").open("w", encoding="utf-8") as articles,
        (directory / "gold.jsonl").open("w", encoding="utf-8") as gold,
    ):
        for number, story in enumerate(labelled_stories(), start=1):  # noqa: B007 -- the last number is the count
            print(written(article_line(story)), file=articles)
            print(written(gold_line(story)), file=gold)
    return number


def written(line: dict) -> str:
    return json.dumps(line, ensure_ascii=False)

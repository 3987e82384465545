from pathlib import Path
from xml.etree.ElementTree import ParseError

from django.core.management.base import BaseCommand, CommandError

from articles.interchange import disqus, reply_lines, wxr_replies
from articles.interchange.save_replies import save

FORMATS = {"wordpress": wxr_replies, "disqus": disqus, "json": reply_lines}


class Command(BaseCommand):
    help = "Takes over replies: a WordPress export (WXR), Disqus's XML, or what export_replies wrote."

    def add_arguments(self, parser):
        parser.add_argument("format", choices=FORMATS)
        parser.add_argument("file", type=Path)
        parser.add_argument("--origin", help="What the other system is called here; the file's name if not given.")

    def handle(self, *args, file, origin, **options):
        try:
            with file.open("rb") as opened:
                counts = save(FORMATS[options["format"]].replies(opened), origin or file.name)
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
        except (ParseError, ValueError, KeyError, TypeError) as error:
            raise CommandError(f"{file} is no {options['format']} export, or it is damaged: {error}.") from error
        self.stdout.write(f"{counts.new} new, {counts.known} known already, {counts.empty} without words.")
        for key in counts.too_long:
            self.stderr.write(f"Longer than 64 KB, and so left out: {key}")
        for address, number in counts.without_story.most_common():
            self.stderr.write(f"{number} under a story that is not here: {address or 'without address'}")

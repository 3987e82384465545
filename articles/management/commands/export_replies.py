from django.core.management.base import BaseCommand

from articles.interchange.reply_lines import lines


class Command(BaseCommand):
    help = "Writes every reply as a line of JSON, with addresses: keep it as you keep the database."

    def handle(self, *args, **options):
        for line in lines():
            self.stdout.write(line)

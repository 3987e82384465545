from django.core.management.base import BaseCommand, CommandError

from articles.models import Touch
from articles.models.shown import SITE
from articles.purging import purge_touched
from newsportal.pagecache import SharedLayerError


class Command(BaseCommand):
    help = "Drops the kept pages that changes touched and that are still there; --all drops every kept page."

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="Drop every page, here and in the caches in front.")

    def handle(self, *args, **options):
        if options["all"]:
            Touch.objects.create(key=SITE)
        try:
            purge_touched()
        except SharedLayerError as error:
            raise CommandError(str(error)) from error

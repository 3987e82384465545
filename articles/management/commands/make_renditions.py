from django.core.management.base import BaseCommand

from articles.models import Photo


class Command(BaseCommand):
    help = "Makes the renditions of pictures that have none: what the background worker could not do, or lost."

    def handle(self, *args, **options):
        made = failed = 0
        for photo in Photo.objects.without_renditions().order_by("pk").iterator(chunk_size=100):
            try:
                photo.make_renditions()
                made += 1
            except Exception as error:  # a lost or broken file: decoders and storages raise whatever they stumble over
                failed += 1
                self.stderr.write(f"{photo.pk} ({photo.file.name}): {error}")
        self.stdout.write(f"{made} made, {failed} failed.")

import secrets
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.files import File
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction
from django.db.models import F

from articles.models import Article, Likeness, Photo, Quote
from articles.models.photo import make_renditions
from articles.warnings import keep_warnings
from articles.wording import words

EDITOR = "redaksi"


class Command(BaseCommand):
    help = "Fills an empty database with the demo newsroom and makes an editor for it. Prints the password once."

    @transaction.atomic
    def handle(self, *args, **options):
        if Article.objects.exists() or get_user_model().objects.exists():
            return
        call_command("loaddata", "demo", verbosity=0)
        for photo in Photo.objects.all():
            if not default_storage.exists(photo.file.name):
                with Path(settings.FIXTURE_DIRS[0], photo.file.name).open("rb") as drawing:
                    default_storage.save(photo.file.name, File(drawing))
            make_renditions.enqueue(photo.pk)
        password = secrets.token_urlsafe(9)
        editor = get_user_model().objects.create_superuser(EDITOR, password=password)
        group_same_words(editor)
        for story in Article.objects.all():
            story.keep_first_revision()
            keep_warnings(story)
        self.stdout.write(f"The demo newsroom is loaded. Its editor signs in as {EDITOR} with the password {password}")
        self.stdout.write("(shown this once; another: manage.py changepassword redaksi)")


def group_same_words(editor) -> None:
    """What the desk would have done: quotes compared, and those of one speaker with equal words confirmed as one."""
    for quote in Quote.objects.accepted().order_by("pk"):
        quote.find_likenesses()
    for pair in Likeness.objects.undecided().filter(similarity=1, one__speaker=F("other__speaker")):
        if words(pair.one.exact) == words(pair.other.exact):
            pair.confirm(by=editor)

import json
import secrets
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.files import File
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction
from django.db.models import F

from articles.models import Article, Correction, Likeness, Photo, Quote
from articles.models.content import content_of
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
        tell_what_changed(editor)
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


def tell_what_changed(editor) -> None:
    """The entries of the ledger, each with the two versions between which it stands; the stories say the later one."""
    for told in json.loads(Path(settings.FIXTURE_DIRS[0], "ledger.json").read_text()):
        story, at = Article.objects.get(slug=told["story"]), datetime.fromisoformat(told["at"])
        after = content_of(story)
        before = after | {"body": after["body"].replace(told["is"], told["was"])}
        public = {"is_public": True, "created_by": editor}
        first = story.revisions.create(number=1, content=before, created_at=story.first_published_at, **public)
        second = story.revisions.create(number=2, content=after, message=told["text"], created_at=at, **public)
        entry = {"kind": told["kind"], "text": told["text"], "created_at": at, "created_by": editor}
        story.corrections.create(from_revision=first, to_revision=second, **entry)
        Article.objects.filter(pk=story.pk).update(updated_at=at)
    for story in Article.objects.filter(status=Article.Status.RETRACTED):
        entry = {"text": story.retraction_reason, "created_at": story.retracted_at, "created_by": editor}
        story.corrections.create(kind=Correction.Kind.RETRACTION, **entry)

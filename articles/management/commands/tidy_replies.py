from datetime import timedelta

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand
from django.utils import timezone

from articles.letters import daily_letter, moderators_letter
from articles.models import Brake, Comment, Commenter, Report
from articles.models.written import Written, check_again

# Replies of readers who never opened the mailed link.
UNPROVED_KEPT = timedelta(days=30)


class Command(BaseCommand):
    help = "What time does to replies, run every hour: networks forgotten, brakes released, letters of the day sent."

    def handle(self, *args, **options):
        now = timezone.now()
        old = now - Written.NETWORK_KEPT
        Comment.objects.filter(network__isnull=False, created_at__lt=old).update(network=None)
        Report.objects.filter(network__isnull=False, created_at__lt=old).update(network=None)
        Brake.objects.release(now)
        # What was proved in the very moment in which its story was retracted.
        Comment.objects.waiting().filter(article__status="retracted").close()
        Comment.objects.unconfirmed().filter(created_at__lt=now - UNPROVED_KEPT).delete()
        for pk in Comment.objects.filter(is_unchecked=True).values_list("pk", flat=True)[:1000]:
            check_again.enqueue(pk)
        # One of the 24 runs of a day is the one for letters: the first at or after six in the morning.
        if timezone.localtime(now).hour == 6:
            self.send_letters(now)

    def send_letters(self, now) -> None:
        """The daily letters of readers and moderators; each of them says nothing where there is nothing to say."""
        day_ago = now - timedelta(hours=20)
        daily = Commenter.objects.confirmed().filter(mail=Commenter.Mail.DAILY)
        for reader in daily.exclude(digest_at__gt=day_ago).values_list("pk", flat=True).iterator():
            daily_letter.enqueue(reader)
        people = get_user_model().objects.with_perm("articles.moderate_comment")
        for person in people.exclude(email=""):
            moderators_letter.enqueue(person.pk)

import secrets
from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.db import models, transaction
from django.db.models import F, Q, Value
from django.db.models.functions import Lower, Upper
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .kept import KeptCount, only_triggers_write
from .skeleton import Skeleton


def new_key() -> str:
    return secrets.token_urlsafe(16)


class CommenterQuerySet(models.QuerySet):
    def confirmed(self):
        return self.filter(confirmed_at__isnull=False)

    def of_email(self, email: str):
        return self.alias(lower_email=Lower("email")).filter(lower_email=email.strip().lower())

    def named_like(self, name: str):
        """Those whose name looks like `name`."""
        return self.alias(skeleton=Skeleton("name")).filter(skeleton=Skeleton(Value(name)))

    def proved_by(self, token: str, purpose: str, max_age: int):
        """The commenter whose `token(purpose)` this is, if it is no older than `max_age` seconds; else None."""
        try:
            pk, key = signing.loads(token, salt=f"commenter.{purpose}", max_age=max_age)
        except (signing.BadSignature, ValueError, TypeError):
            return None
        return self.filter(pk=pk, key=key).first()

    def writing(self, email: str, name: str) -> "Commenter":
        """The one commenter of an address, made when there is none; its name stays what its owner has confirmed."""
        found = self.of_email(email).first()
        if found is None:
            Commenter.objects.bulk_create([Commenter(email=email.strip(), name=name)], ignore_conflicts=True)
            found = self.of_email(email).get()
        return found

    def at_desk(self, user) -> "Commenter":
        """The commenter that a desk user is, with the name that the account has now."""
        found, _made = self.get_or_create(user=user, defaults={"name": desk_name(user)})
        if found.name != desk_name(user):
            found.name = desk_name(user)
            found.save(update_fields=["name"])
        return found


def desk_name(user) -> str:
    """How a desk user signs: as in a byline or by the full name, never by the name that opens the account."""
    author = getattr(user, "author", None)
    name = author.name if author else user.get_full_name()
    return name[: Commenter.NAME_LENGTH].strip() or gettext("The desk")


class Commenter(models.Model):
    """Someone who replies: one e-mail address, proved by a mailed link, or one account of the desk."""

    NAME_LENGTH = 60
    # A mailed link opens this long; the cookie that it sets stays a year.
    LINK_LASTS = 3 * 24 * 3600
    COOKIE_LASTS = 365 * 24 * 3600
    # Approved replies after which a commenter's next one need not be read first …
    TRUSTED_FROM = 3
    # … unless more than one in five of them was removed.
    REMOVED_SHARE = 5
    # So many letters within a day ask an address for proof, whoever types it; the links in them all work.
    ASKED_MOST = 5
    ASKED_WITHIN = timedelta(days=1)
    # So many reports that turned out wrong, and more wrong than right: the next ones weigh nothing.
    WRONG_REPORTS = 3

    class Mail(models.TextChoices):
        AT_ONCE = "at_once", _("each reply at once")
        DAILY = "daily", _("once a day, all in one letter")
        NEVER = "never", _("no letters about replies")

    email = models.EmailField(_("e-mail"), null=True)
    name = models.CharField(_("name"), max_length=NAME_LENGTH, blank=True, help_text=_("Empty: has only followed."))
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="commenter", verbose_name=_("desk account")
    )
    key = models.CharField(max_length=22, default=new_key, help_text=_("A new one ends every cookie and link."))
    mail = models.CharField(_("letters"), max_length=8, choices=Mail, default=Mail.AT_ONCE)
    created_at = models.DateTimeField(_("first seen"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("address proved"), null=True)
    digest_at = models.DateTimeField(_("last daily letter"), null=True, help_text=_("It told of all until then."))
    # Letters that asked to prove the address, since when.
    asked_count = models.PositiveSmallIntegerField(default=0, db_default=0, editable=False)
    asked_since = models.DateTimeField(null=True, editable=False)
    approved_count = KeptCount(_("approved"), default=0, db_default=0)
    removed_count = KeptCount(_("removed"), default=0, db_default=0)
    right_reports = KeptCount(_("reports that were right"), default=0, db_default=0)
    wrong_reports = KeptCount(_("reports that were wrong"), default=0, db_default=0)

    objects = CommenterQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(email__isnull=False) ^ Q(user__isnull=False), name="commenter_is_reader_or_desk"
            ),
            models.UniqueConstraint(Lower("email"), name="commenter_email_once"),
        ]
        indexes = [
            models.Index(Skeleton("name"), name="commenter_skeleton", condition=Q(confirmed_at__isnull=False)),
            # What moderators search by: the whole address.
            models.Index(Upper("email"), name="commenter_by_email"),
            models.Index(fields=["digest_at"], condition=Q(mail="daily"), name="commenter_daily"),
        ]
        triggers = [only_triggers_write("approved_count", "removed_count", "right_reports", "wrong_reports")]
        verbose_name = _("commenter")
        verbose_name_plural = _("commenters")

    def __str__(self):
        return _("Commenter %(number)d") % {"number": self.pk or 0}

    @property
    def is_staff(self) -> bool:
        return self.user_id is not None

    @property
    def is_trusted(self) -> bool:
        """Whether this one's replies appear without being read first, unless a check finds something."""
        if self.is_staff:
            return True
        approved, removed = self.approved_count, self.removed_count
        return bool(
            self.confirmed_at
            and approved >= self.TRUSTED_FROM
            and removed * self.REMOVED_SHARE <= approved + removed
            and self.report_weight > 0
        )

    @property
    def report_weight(self) -> int:
        """What a report by this one counts: 2 when it is known to judge well, 0 when it judges badly or is unknown."""
        right, wrong = self.right_reports, self.wrong_reports
        if self.is_staff or (right >= self.WRONG_REPORTS and right > 2 * wrong):
            return 2
        # Addresses are cheap: who has shown nothing yet is read, and takes no reply away from others.
        is_known = self.confirmed_at and (self.approved_count or right)
        if not is_known or (wrong >= self.WRONG_REPORTS and wrong > right):
            return 0
        return 1

    def may_be_asked(self, now=None) -> bool:
        """Whether one more letter may ask the address for proof; counts it."""
        now = now or timezone.now()
        rows = Commenter.objects.filter(pk=self.pk)
        fresh = Q(asked_since__isnull=True) | Q(asked_since__lt=now - self.ASKED_WITHIN)
        if rows.filter(fresh).update(asked_count=1, asked_since=now):
            return True
        return bool(rows.filter(asked_count__lt=self.ASKED_MOST).update(asked_count=F("asked_count") + 1))

    def token(self, purpose: str) -> str:
        """What proves that its bearer is this commenter, in a cookie or a mailed link. See also proved_by."""
        return signing.dumps([self.pk, self.key], salt=f"commenter.{purpose}", compress=False)

    def end_sessions(self) -> None:
        """No cookie or link that was given out works any more."""
        self.key = new_key()
        self.save(update_fields=["key"])

    @transaction.atomic
    def confirm(self, own=(), now=None) -> list:
        """The owner has opened the mailed link. Of what was written with the address the replies `own` wait no longer
        for that; returns those that readers see now.
        """
        row = Commenter.objects.select_for_update().get(pk=self.pk)
        if own and not (row.confirmed_at and row.name):
            # Until now anybody could have given the address a name.
            self.name = own[0].name
        self.confirmed_at = row.confirmed_at or now or timezone.now()
        self.save(update_fields=["confirmed_at", "name"])
        return [comment for comment in own if comment.enter()]

    def everything(self) -> dict:
        """All that is stored about the person, as JSON knows it."""
        comments = self.comments.select_related("article").prefetch_related("rewordings").order_by("pk")
        return {
            "name": self.name,
            "email": self.email,
            "first_seen": self.created_at.isoformat(),
            "address_proved": self.confirmed_at and self.confirmed_at.isoformat(),
            "letters": self.mail,
            "replies": [comment.document() for comment in comments],
            "reports": [
                {"reply": report.comment_id, "reason": report.reason, "text": report.text, "state": report.state}
                for report in self.reports.order_by("pk")
            ],
            "appeals": [{"reply": appeal.comment_id, "text": appeal.text} for appeal in self.appeals.order_by("pk")],
            "follows": [follows.article_id for follows in self.subscriptions.order_by("pk")],
            "notes_of_the_newsroom": [note.text for note in self.notes.order_by("pk")],
            "bans": [{"until": ban.until.isoformat(), "reason": ban.reason} for ban in self.bans.order_by("pk")],
        }

    @transaction.atomic
    def erase(self) -> None:
        """Forget the person: texts, name, address, networks, reports' words. What others wrote stays where it is."""
        from .appeal import Appeal
        from .comment import Comment
        from .report import Report

        Comment.objects.filter(commenter=self).blank()
        Appeal.objects.filter(commenter=self).delete()
        Report.objects.filter(reporter=self).update(reporter=None, text="", network=None)
        self.delete()

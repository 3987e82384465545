from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .commenter import Commenter
from .reason import Reason


def address_hash(email: str) -> str:
    """What a ban keeps of an address, so that it outlives an erased reader without knowing one."""
    return salted_hmac("articles.ban", email.strip().lower(), algorithm="sha256").hexdigest()


class BanQuerySet(models.QuerySet):
    def in_force(self, now=None):
        return self.filter(until__gt=now or timezone.now(), lifted_at__isnull=True)

    def of_address(self, email: str, now=None):
        return self.in_force(now).filter(address=address_hash(email)).order_by("-until").first()

    def impose(self, *, commenter=None, network="", until, reason: str, by) -> "Ban":
        """Ban a reader's address, or a masked network, until a moment."""
        address = address_hash(commenter.email) if commenter else ""
        ban = Ban(commenter=commenter, address=address, network=network, until=until, reason=reason, created_by=by)
        ban.full_clean()
        ban.save()
        return ban

    def of_network(self, network: str | None, now=None):
        return self.in_force(now).filter(network=network).order_by("-until").first() if network else None


class Ban(models.Model):
    """That an address may not write, or that what comes from a network is read first; always with an end."""

    commenter = models.ForeignKey(
        Commenter, models.SET_NULL, null=True, blank=True, related_name="bans", verbose_name=_("reader")
    )
    address = models.CharField(max_length=64, blank=True, editable=False)
    network = models.CharField(_("network"), max_length=43, blank=True)
    reason = models.CharField(_("reason"), max_length=10, choices=Reason)
    until = models.DateTimeField(_("until"))
    created_at = models.DateTimeField(_("since"), default=timezone.now)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("by")
    )
    lifted_at = models.DateTimeField(_("lifted"), null=True, blank=True)
    lifted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    objects = BanQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(address="") ^ ~Q(network=""), name="ban_of_address_or_network"),
            models.CheckConstraint(
                condition=Q(until__gt=F("created_at")),
                name="ban_has_end_after_beginning",
                violation_error_message=_("A ban must end after it begins."),
            ),
            models.CheckConstraint(
                condition=Q(lifted_by__isnull=True) | Q(lifted_at__isnull=False), name="ban_lifted_has_time"
            ),
        ]
        indexes = [
            models.Index(fields=["address"], condition=~Q(address=""), name="ban_of_address"),
            models.Index(fields=["network"], condition=~Q(network=""), name="ban_of_network"),
        ]
        ordering = ["-id"]
        verbose_name = _("ban")
        verbose_name_plural = _("bans")

    def __str__(self):
        return self.network or _("Ban %(number)d") % {"number": self.pk or 0}

    def told(self) -> str:
        """What a banned reader is told."""
        until = date_format(timezone.localtime(self.until), gettext("j M Y H:i T"))
        return gettext("You cannot write here until %(until)s.") % {"until": until}

    def lift(self, *, by) -> None:
        self.lifted_at, self.lifted_by = timezone.now(), by
        self.save(update_fields=["lifted_at", "lifted_by"])

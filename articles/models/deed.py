"""The audit log: who did what when. Django's own log of the admin, in which all the desk's verbs are entered too."""

from datetime import timedelta

import pgtrigger
from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry, LogEntryManager
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

# Whose name stands at what a command did that nobody at the desk started. Nobody can sign in with it.
MACHINE = "newsportal"
KINDS = {ADDITION: _("added"), CHANGE: _("changed"), DELETION: _("deleted")}
# What the verbs enter, before a colon and what they say beyond it. Kept as it is, shown in the reader's language.
VERBS = {
    "accepted": _("accepted"),
    "approved": _("approved"),
    "arranged": _("arranged a front"),
    "clarification": _("published a clarification"),
    "correction": _("published a correction"),
    "different": _("different utterances"),
    "discarded": _("discarded the changes that waited"),
    "done": _("looked at again"),
    "held": _("held"),
    "hidden": _("hidden"),
    "marked": _("marked"),
    "merged": _("merged"),
    "planned": _("planned"),
    "preview link ended": _("ended a preview link"),
    "preview link made": _("made a preview link"),
    "proposed": _("made a proposal again"),
    "published": _("published"),
    "quotations": _("decided on quotations; it waits for publication"),
    "rejected": _("rejected"),
    "restored": _("restored a version"),
    "retracted": _("retracted"),
    "same": _("the same utterance"),
    "sign-in failed": _("somebody failed to sign in"),
    "signed in": _("signed in"),
    "spam": _("spam"),
    "taken out": _("taken out of its statement"),
    "translation": _("made a translation"),
    "translation of no story": _("taken out of its translations"),
    "translation started": _("started as a translation"),
    "translation told": _("told readers whether the original has changed"),
    "two stories": _("kept apart from a story that resembles it"),
    "update": _("published an update"),
    "updated instead": _("took the text of a draft"),
    "withdrawn": _("withdrawn"),
}
BETWEEN_STORIES = {"two stories", "updated instead"}


class DeedManager(LogEntryManager):
    use_in_migrations = False

    def about(self, row):
        """What was done with `row`, the latest first."""
        kind = ContentType.objects.get_for_model(row, for_concrete_model=False)
        return self.filter(content_type=kind, object_id=str(row.pk)).order_by("-action_time", "-pk")

    def note(self, rows, verb: str, said: str = "", *, by) -> None:
        """Enter that `by` (a desk user; None: a command) did one of the VERBS with each of the `rows`."""
        assert verb in VERBS, verb
        message = f"{verb}: {said}"[:1000] if said else verb
        if rows:
            self.log_actions((by or machine()).pk, rows, CHANGE, message)


class Deed(LogEntry):
    """An entry of the log: somebody did something. PostgreSQL refuses to change it or take it out."""

    objects = DeedManager()

    class Meta:
        proxy = True
        default_permissions = ["view"]
        triggers = [pgtrigger.Protect(name="log_is_final", operation=pgtrigger.Update | pgtrigger.Delete)]
        verbose_name = _("entry of the log")
        verbose_name_plural = _("log")

    @staticmethod
    def naming(story) -> str:
        """What a verb between two stories says of the other one."""
        return f"{story.pk} {story.headline}"

    def other_story(self) -> tuple[str, str]:
        """Key and headline then of the other story that the entry names; empty when it names none."""
        verb, _colon, said = self.change_message.partition(": ")
        pk, _space, headline = said.partition(" ")
        return (pk, headline or pk) if verb in BETWEEN_STORIES else ("", "")

    def what(self) -> str:
        """What was done, in the reader's language."""
        if not self.change_message or self.change_message.startswith("["):
            return self.get_change_message() or str(KINDS.get(self.action_flag, ""))
        verb, _colon, said = self.change_message.partition(": ")
        said = self.other_story()[1] or said
        told = str(VERBS.get(verb, verb))
        return gettext("%(verb)s: %(said)s") % {"verb": told, "said": said} if said else told


def machine():
    """The account that stands for the program itself, made when it is first needed."""
    account, created = get_user_model().objects.get_or_create(username=MACHINE, defaults={"is_active": False})
    if created:
        account.set_unusable_password()
        account.save()
    return account


def note_sign_in(sender, user, **kwargs) -> None:
    Deed.objects.note([user], "signed in", by=user)


def note_failed_sign_in(sender, credentials, **kwargs) -> None:
    """Enter it at the account that was named; a name without an account may be a password typed into the wrong field.

    Once a minute for each account at most: whoever guesses passwords is not to fill the log.
    """
    user = get_user_model().objects.filter(username=credentials.get("username") or "").first()
    if user is None:
        return
    last = Deed.objects.about(user).first()
    if last and last.change_message == "sign-in failed" and last.action_time > timezone.now() - timedelta(minutes=1):
        return
    Deed.objects.note([user], "sign-in failed", by=None)

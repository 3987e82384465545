from django.db import models
from django.utils.translation import gettext_lazy as _


class Reason(models.TextChoices):
    """Why a reply is held or removed: by a rule, or by a moderator. Readers see it in a story's figures."""

    NEWCOMER = "newcomer", _("first reply of a reader")
    LINKS = "links", _("many links")
    REPEATED = "repeated", _("the same text again")
    LONG = "long", _("a very long text")
    FLOOD = "flood", _("many replies in a short time")
    ABUSE = "abuse", _("insults")
    SPAM = "spam", _("advertising")
    UNCHECKED = "unchecked", _("a checker did not answer")
    REPORTED = "reported", _("reported by readers")
    NETWORK = "network", _("a network from which abuse came")
    NAME = "name", _("a name that somebody else has")
    HATE = "hate", _("hatred against a group")
    PERSONAL = "personal", _("someone’s personal data")
    OFF_TOPIC = "off_topic", _("not about the story")
    FALSE = "false", _("a claim that is known to be false")
    UNLAWFUL = "unlawful", _("against the law")
    OTHER = "other", _("another reason")

    @classmethod
    def of_moderators(cls) -> list:
        """Those that a person can give, for a form."""
        by_rule = {cls.NEWCOMER, cls.UNCHECKED, cls.REPORTED, cls.NETWORK, cls.FLOOD, cls.LINKS, cls.LONG, cls.NAME}
        return [(each.value, each.label) for each in cls if each not in by_rule]

    @classmethod
    def of_readers(cls) -> list:
        """Those that a report can give."""
        return [
            (each.value, each.label) for each in (cls.ABUSE, cls.HATE, cls.SPAM, cls.PERSONAL, cls.FALSE, cls.OTHER)
        ]

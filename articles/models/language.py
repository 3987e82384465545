"""The languages of stories and quotations."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

LANGUAGES = [
    ("id", _("Indonesian")),
    ("en", _("English")),
    ("ms", _("Malay")),
    ("jv", _("Javanese")),
    ("su", _("Sundanese")),
    ("ar", _("Arabic")),
    ("zh", _("Chinese")),
    ("ja", _("Japanese")),
    ("ko", _("Korean")),
    ("nl", _("Dutch")),
    ("ru", _("Russian")),
]


def site_language() -> str:
    """The language that new stories and quotes are taken to be in; a function, since a migration must not name it."""
    return settings.SITE_LANGUAGE

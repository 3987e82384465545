"""The languages the finder reads. A new one is a module with a `Language` and a line here."""

from .en import EN
from .id import ID
from .language import Language

LANGUAGES = {language.code: language for language in (ID, EN)}

__all__ = ["LANGUAGES", "Language"]

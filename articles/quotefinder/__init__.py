"""Who said it, and through whom it came: quotations and credited sources found in a news text.

from articles.quotefinder import find
find("“Kami siap,” kata Rini Astuti, kepala desa.").quotations[0].speaker   # "Rini Astuti"
"""

from .attribution import attribute
from .credits import find_credits
from .detection import detect_language
from .findings import THIN, Credit, Findings, Quotation, Reason
from .languages import LANGUAGES
from .story import Story

__all__ = ["LANGUAGES", "THIN", "Credit", "Findings", "Quotation", "Reason", "detect_language", "find"]

# Rules for a text of no known language: the marks are found all the same.
DEFAULT = "id"


def find(text, language=None):
    """The quotations and credits of a text; `language` is "id" or "en", by default what the text looks like."""
    code = language or detect_language(text)
    story = Story(text, LANGUAGES.get(code) or LANGUAGES[DEFAULT])
    return Findings(code, attribute(story), find_credits(story))

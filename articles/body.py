"""A story's body: which HTML it may hold, and its plain words."""

import html
import re

import nh3
from django.utils.translation import gettext_lazy as _
from django_prose_editor.fields import ProseEditorField

# What the editor offers; what it cannot make, the sanitiser drops.
EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Heading": {"levels": [2, 3]},
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "HorizontalRule": True,
    "HardBreak": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"]},
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
}
CLEANER = nh3.Cleaner(
    tags={
        *("p", "h2", "h3", "ul", "ol", "li", "blockquote", "hr", "br"),
        *("strong", "em", "a", "q", "cite", "sub", "sup"),
        *("table", "thead", "tbody", "tr", "th", "td"),
    },
    attributes={
        "a": {"href", "title"},
        "blockquote": {"cite"},
        "q": {"cite"},
        "th": {"colspan", "rowspan", "scope"},
        "td": {"colspan", "rowspan"},
    },
    clean_content_tags={"script", "style", "title", "noscript", "iframe", "object", "template"},
    url_schemes={"http", "https", "mailto"},
    link_rel="noopener",
)
BLOCK_END = re.compile(r"</(?:p|h2|h3|li|blockquote|th|td|tr|table)>|<br>|<hr>")
TAG = re.compile(r"<[^>]*>")
# What PostgreSQL's text and XML's both refuse; tab, line feed and carriage return stay.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def clean_body(value: str) -> str:
    """The small, semantic HTML that may be stored and shown, from any HTML."""
    return CLEANER.clean(CONTROL.sub("", value)).strip()


def plain_text(value: str) -> str:
    """The words of a cleaned body, a line for each block."""
    lines = html.unescape(TAG.sub("", BLOCK_END.sub("\n", value))).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines if line.strip())


class BodyField(ProseEditorField):
    """Sanitised HTML, whichever way it comes: form, import, command."""

    description = _("Text of a story")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, extensions=EXTENSIONS, sanitize=clean_body, **kwargs)

    def pre_save(self, instance, add):
        value = clean_body(getattr(instance, self.attname) or "")
        setattr(instance, self.attname, value)
        return value

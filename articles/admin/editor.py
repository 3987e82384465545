"""The text editor at the desk: its words in the desk's language, and the two pieces of inline code that it needs, let
through the Content-Security-Policy by their hash."""

import json
import re
from base64 import b64encode
from functools import cache
from hashlib import sha256

from csp.decorators import csp_update
from django.contrib.staticfiles import finders
from django.forms.widgets import Script
from django.urls import reverse_lazy
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from django_prose_editor.widgets import importmap

from ..body import WORDS_PER_MINUTE

# What the editor and our scripts for it say, by its English.
LABELS = {
    "bold": _("bold"),
    "italic": _("italic"),
    "heading 2": _("heading"),
    "heading 3": _("small heading"),
    "Heading 2": _("Heading"),
    "Heading 3": _("Small heading"),
    "Paragraph": _("Paragraph"),
    "paragraph": _("paragraph"),
    "unordered list": _("list"),
    "ordered list": _("numbered list"),
    "blockquote": _("block quotation"),
    "horizontal rule": _("line"),
    "insert link": _("link"),
    "remove link": _("remove the link"),
    "Insert table": _("table"),
    "Add column": _("add a column"),
    "Delete column": _("delete the column"),
    "Add row": _("add a row"),
    "Delete row": _("delete the row"),
    "Toggle header cell": _("heading or plain cell"),
    "Delete table": _("delete the table"),
    "Merge cells": _("merge the cells"),
    "Split cell": _("split the cell"),
    "undo": _("undo"),
    "redo": _("redo"),
    "pull quote": _("pull quote"),
    "picture": _("picture"),
    "mark as a quotation": _("mark as a quotation"),
    "nobody named": _("nobody named"),
    "Caption; empty: the picture's own": _("Caption; empty: the picture's own"),
    "This picture cannot be shown now.": _("This picture cannot be shown now."),
    "Quotations: {accepted} accepted, {waiting} waiting.": _("Quotations: {accepted} accepted, {waiting} waiting."),
    "{lost} accepted no longer stand in the text word for word.": _(
        "{lost} accepted no longer stand in the text word for word."
    ),
    "{words} words, {minutes} min to read": _("{words} words, {minutes} min to read"),
    "Update": _("Change"),
    "Insert": _("Insert"),
    "Cancel": _("Cancel"),
    "URL": _("Address"),
    "Title": _("Title"),
    "Edit Link": _("Link"),
    "List properties": _("how the list counts"),
    "List type": _("Kind of numbers"),
    "Start at": _("Start at"),
    "Rows": _("Rows"),
    "Columns": _("Columns"),
    "Include header row": _("With a row of headings"),
    "Table Properties": _("Table"),
    "Insert Table": _("Insert the table"),
}


def labels() -> str:
    return json.dumps({english: str(text) for english, text in LABELS.items()}, ensure_ascii=False)


# For the Media of an admin whose form has the editor. The first runs before the editor, which asks it for its words.
SCRIPTS = [
    Script(
        "js/admin-editor-labels.js",
        **{
            "data-editor-labels": lazy(labels, str)(),
            "data-words-per-minute": WORDS_PER_MINUTE,
            "data-photos": reverse_lazy("admin:articles_photo_changelist"),
            "data-photo": reverse_lazy("admin:articles_photo_inset", args=[0]),
        },
    ),
    Script("js/admin-editor.js", type="module"),
]

# The style element that the editor puts into the page, as it stands in its script.
STYLE = re.compile(r"`(\.ProseMirror \{.*?)`", re.DOTALL)
SCRIPT = "django_prose_editor/editor.js"


@cache
def policy() -> dict[str, list[str]]:
    """What a page with the editor may do beyond the site's policy. The same until the static files change."""
    rendered = importmap.render()
    inline_map = rendered[rendered.index(">") + 1 : rendered.rindex("<")]
    with open(finders.find(SCRIPT), encoding="utf-8") as script:
        styles = STYLE.findall(script.read())
    return {"script-src": [source_hash(inline_map)], "style-src": [source_hash(style) for style in styles]}


def source_hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def admits_editor(view):
    """A decorator for a view whose page holds the editor."""

    def admitting(*args, **kwargs):
        return csp_update(policy())(view)(*args, **kwargs)

    return admitting

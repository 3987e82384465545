"""The two pieces of inline code that the text editor needs, let through the Content-Security-Policy by their hash."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256

from csp.decorators import csp_update
from django.contrib.staticfiles import finders
from django_prose_editor.widgets import importmap

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

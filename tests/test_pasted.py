"""What the clipboards of word processors and browsers hold becomes small, semantic HTML."""

import re
from pathlib import Path

import pytest

from articles.body import clean_body, plain_text

CLIPBOARD = Path(__file__).parent / "data" / "clipboard"
NAMES = ["word", "google-docs", "news-page"]
TAGS = {
    "p",
    "h2",
    "h3",
    "ul",
    "ol",
    "li",
    "strong",
    "em",
    "a",
    "br",
    "table",
    "tbody",
    "tr",
    "td",
    "blockquote",
    "aside",
}


@pytest.mark.parametrize("name", NAMES)
def test_the_desk_keeps_nothing_but_small_html_of_any_clipboard(name):
    body = clean_body((CLIPBOARD / f"{name}.html").read_text(encoding="utf-8"))

    assert set(re.findall(r"<([a-z0-9]+)", body)) <= TAGS
    assert set(re.findall(r"\s([a-z-]+)=", re.sub(r">[^<]*<", "><", body))) <= {"href", "rel"}
    assert not re.search(r"mso|style|class|javascript|Symbol|<!--", body)
    assert "Kapal itu <strong>tiba</strong> pukul <em>lima</em>" in body or name == "google-docs"  # says it by style
    assert "<h2>Kapal tiba di dermaga</h2>" in body
    assert clean_body(body) == body and "Kapal tiba di dermaga" in plain_text(body)
    assert not re.search(r"<(p|h2|h3|li|strong)>(\s|&nbsp;)*</", body)

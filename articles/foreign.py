"""Words in another script within a text, marked with their language and direction: so a screen reader speaks them, a
browser finds letters for them, and Arabic runs from right to left among Indonesian without disturbing it."""

import re
from html import unescape

HAN = r"\u3400-\u4dbf\u4e00-\u9fff"
KANA = r"\u3040-\u30ff"
# By language: its letters. What a script is used for most is meant; Jawi and Persian are taken for Arabic.
SCRIPTS = {
    "ar": r"\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc",
    "he": r"\u0590-\u05ff",
    "ko": r"\uac00-\ud7af\u1100-\u11ff\u3130-\u318f",
    "ja": f"{HAN}{KANA}",
    "ru": r"\u0400-\u04ff",
    "th": r"\u0e00-\u0e7f",
}
RIGHT_TO_LEFT = {"ar", "he"}
# What may stand between two words of a run.
BETWEEN = r"[\s\d.,;:!?()«»“”‘’'\-–—]*"
RUNS = re.compile("|".join(f"(?P<{name}>[{of}]+(?:{BETWEEN}[{of}]+)*)" for name, of in SCRIPTS.items()))
TAG = re.compile(r"(<[^>]*>)")
INLINE = "a|br|cite|em|mark|q|span|strong|sub|sup|time"
BLOCK = re.compile(rf"(<(?!/?(?:{INLINE})\b)[^>]*>)")
LETTER = re.compile(r"[^\W\d_]")


def mark(html: str, language: str) -> str:
    """Safe HTML of a text in `language`, with a span around each run of words in another script."""
    if not RUNS.search(html):
        return html
    parts = BLOCK.split(html)
    parts[::2] = [in_block(text, language) for text in parts[::2]]
    return "".join(parts)


def in_block(html: str, language: str) -> str:
    """The same for what has no block inside it."""
    # A paragraph of nothing else takes its direction from its own first letter, which a span's would hide from it.
    is_mixed = LETTER.search(RUNS.sub("", unescape(TAG.sub("", html))))

    def marked(found: re.Match) -> str:
        of = found.lastgroup
        if of == "ja" and not re.search(f"[{KANA}]", found[0]):
            of = "zh"
        # Chinese characters are at home in Japanese and Korean.
        if of == language or (of == "zh" and language in ("ja", "ko")):
            return found[0]
        direction = f' dir="{"rtl" if of in RIGHT_TO_LEFT else "ltr"}"' if is_mixed else ""
        return f'<span lang="{of}"{direction}>{found[0]}</span>'

    parts = TAG.split(html)
    parts[::2] = [RUNS.sub(marked, text) for text in parts[::2]]
    return "".join(parts)

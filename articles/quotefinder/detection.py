"""Which language a text is written in, by its commonest words."""

import re

from .languages import LANGUAGES

WORD = re.compile(r"[^\W\d_]+")
# The first words of a story tell enough; a sentence needs two common words and one in twelve.
ENOUGH = 2000
LEAST = 2
SHARE = 1 / 12


def detect_language(text):
    """ "id", "en", or "" when the text is in neither."""
    seen = dict.fromkeys(LANGUAGES, 0)
    total = 0
    for match in WORD.finditer(text):
        word = match.group().lower()
        total += 1
        for code, language in LANGUAGES.items():
            seen[code] += word in language.stop_words
        if total >= ENOUGH:
            break
    best = max(seen, key=seen.get)
    return best if seen[best] >= LEAST and seen[best] >= total * SHARE else ""

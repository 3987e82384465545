"""A story's body: which HTML it may hold, its plain words, and its quotations marked."""

import html
import re
from bisect import bisect

import nh3
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_prose_editor.fields import ProseEditorField

from .addresses import absolute

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
    # Ours: static/js/admin-editor-nodes.js
    "PullQuote": True,
    "PhotoFigure": True,
    "Pasting": True,
    "Said": True,
}
# A pull quote is an <aside>; a picture is <figure data-photo="12"><figcaption>…</figcaption></figure>, see insets.
KEPT = {
    "tags": {
        *("p", "h2", "h3", "ul", "ol", "li", "blockquote", "aside", "hr", "br", "figure", "figcaption"),
        *("strong", "em", "a", "q", "cite", "sub", "sup"),
        *("table", "thead", "tbody", "tr", "th", "td"),
    },
    "attributes": {
        "*": set(),
        "a": {"href", "title"},
        "figure": {"data-photo"},
        "th": {"colspan", "rowspan", "scope"},
        "td": {"colspan", "rowspan"},
    },
    "clean_content_tags": {"script", "style", "title", "noscript", "iframe", "object", "template"},
    "url_schemes": {"http", "https", "mailto"},
    "link_rel": "noopener",
}
CLEANER = nh3.Cleaner(**KEPT)
# Other names of what is kept, as word processors and other sites write them.
SYNONYMS = {"b": "strong", "i": "em", "h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3"}
SYNONYM = re.compile(rf"<(/?)({'|'.join(SYNONYMS)})(?=[\s>/])", re.IGNORECASE)
# Google Docs wraps all that it copies in a <b> that is not bold.
NOT_BOLD = re.compile(r"<b\s[^>]*(?<![-\w])font-weight:\s*normal[^>]*>", re.IGNORECASE)
EMPTY = re.compile(r"<(p|h2|h3|li|aside|blockquote|strong|em)>(?:\s|&nbsp;|<br>)*</\1>")
INNERMOST_FIGURE = re.compile(r"<figure([^>]*)>((?:(?!<figure).)*?)</figure>", re.DOTALL)
CAPTION = re.compile(r"<figcaption>(.*?)</figcaption>", re.DOTALL)
BLOCK_TAG = re.compile(r"</?(?:p|h2|h3|ul|ol|li|blockquote|aside|hr|table|thead|tbody|tr|th|td|figcaption)\b[^>]*>")
FIGURE_OPENING = '<figure data-photo="([0-9]{1,18})">'  # PostgreSQL reads it as well: models.photo_use
FIGURE = re.compile(rf"{FIGURE_OPENING}(?:<figcaption>(.*?)</figcaption>)?</figure>", re.DOTALL)
SET_ASIDE = re.compile(r"\0(\d+)\0")
LINK_ALONE = re.compile(r'<p><a href="([^"]+)"[^>]*>[^<]*</a></p>')
INLINE = {"strong", "em", "a", "cite", "sub", "sup", "br"}
TAG = re.compile(r"<[^>]*>")
BLOCK = r"</?(?:p|h2|h3|ul|ol|li|blockquote|aside|figure|figcaption|table|thead|tbody|tr|th|td|br|hr)\b"
WORDS_APART = re.compile(rf"{BLOCK}[^>]*>")
TAG_NAME = re.compile(r"<(/?)(\w+)[^>]*>")
CLOSING_MARKS = re.compile('(?:[,.;:!?…]?[”“"’»]+)?')
WORD = re.compile(r"[^\W_]+(?:[-'’.,][^\W_]+)*")
# Adults read some 200 to 260 words of a newspaper's prose in a minute (Brysbaert, 2019: 238 in English).
WORDS_PER_MINUTE = 220
# What PostgreSQL's text or XML refuses; tab, line feed and carriage return stay.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


def clean_body(value: str) -> str:
    """The small, semantic HTML that may be stored and shown, from any HTML."""
    value = NOT_BOLD.sub("", CONTROL.sub("", value))
    value = SYNONYM.sub(lambda tag: f"<{tag[1]}{SYNONYMS[tag[2].lower()]}", value)
    # What one pass takes out can leave an empty block or a figure in a wrong place for the next; two or three do.
    for _each in range(5):
        cleaned = CLEANER.clean(value)
        cleaned = without_empty(with_sound_figures(cleaned) if "<fig" in cleaned else cleaned).strip()
        if cleaned == value:
            break
        value = cleaned
    return value


def without_empty(body: str) -> str:
    """Without blocks in which nothing stands; word processors make space with them."""
    while (shorter := EMPTY.sub("", body)) != body:
        body = shorter
    return body


def with_sound_figures(body: str) -> str:
    """Each figure names a photo and holds at most a caption of one line; any other goes, with what stands in it."""
    figures = []

    def set_aside(found):
        number = re.fullmatch(r' data-photo="([0-9]{1,18})"', found[1])
        if number is None:
            return ""
        captions = CAPTION.findall(found[2])
        caption = SET_ASIDE.sub(" ", BLOCK_TAG.sub(" ", captions[0])) if captions else ""
        caption = " ".join(caption.split())
        caption = f"<figcaption>{caption}</figcaption>" if caption else ""
        figures.append(f'<figure data-photo="{int(number[1])}">{caption}</figure>')
        return f"\0{len(figures) - 1}\0"  # no cleaned body holds such a character

    while (done := INNERMOST_FIGURE.sub(set_aside, body)) != body:
        body = done
    # The sanitiser closes what is open, so nothing else of a figure can be left but a caption without one.
    body = body.replace("<figcaption>", " ").replace("</figcaption>", " ")
    return SET_ASIDE.sub(lambda found: figures[int(found[1])], body)


def photos_in(body: str) -> list[int]:
    """The keys of the photos in a cleaned body, in order."""
    return [int(key) for key, _caption in FIGURE.findall(body)]


def links_alone(body: str) -> list[str]:
    """The addresses of the links in a cleaned body that have a paragraph to themselves."""
    return [link_address(found) for found in LINK_ALONE.finditer(body)]


def link_address(found: re.Match) -> str:
    return html.unescape(found[1])


def word_count(body: str) -> int:
    """How many words a reader reads; signs that stand alone are none."""
    return len(WORD.findall(html.unescape(TAG.sub("", WORDS_APART.sub(" ", body)))))


def reading_minutes(words: int) -> int:
    """Whole minutes, one at least, at WORDS_PER_MINUTE."""
    return max(1, round(words / WORDS_PER_MINUTE))


def self_contained(body: str, address: str) -> str:
    """A cleaned body as it can stand elsewhere: each link is complete, seen from its story's `address`."""

    def completed(_element, attribute, value):
        # The sanitiser rewrites links by itself, and does not count `cite` among them.
        return absolute(value) if attribute == "cite" else value

    return nh3.Cleaner(**KEPT, url_relative=("rewrite_with_base", address), attribute_filter=completed).clean(body)


def plain_text(value: str) -> str:
    """The words of a cleaned body, a line for each block."""
    return Words(value).text


class Words:
    """The words of a cleaned body, and where in its HTML each of them stands.

    `text` has a line for each block and one space between words; offsets into it are what a quote's position counts.
    """

    TOKEN = re.compile(r"(?P<tag><[^>]*>)|(?P<entity>&[#\w]+;)|(?P<space>\s+)|(?P<word>[^<&\s]+|[<&])")
    BLOCK = re.compile(BLOCK)

    def __init__(self, body: str):
        self.body = body
        self._starts, self._runs, parts = [], [], []
        length, gap = 0, ""
        for token in self.TOKEN.finditer(body):
            if token["tag"]:
                gap = "\n" if self.BLOCK.match(token["tag"]) else gap
                continue
            written = html.unescape(token["entity"]) if token["entity"] else token["word"]
            if token["space"] or written.isspace():
                gap = gap or " "
                continue
            if gap and parts:
                parts.append(gap)
                length += 1
            gap = ""
            self._starts.append(length)
            self._runs.append(token.span())
            parts.append(written)
            length += len(written)
        self.text = "".join(parts)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where text[start:end] begins and ends in the HTML; words of one run of characters, not spaces alone."""
        first, last = bisect(self._starts, start) - 1, bisect(self._starts, end - 1) - 1
        begin, finish = self._runs[first][0], self._runs[last][1]
        if self.body[begin] != "&":
            begin += start - self._starts[first]
        if self.body[self._runs[last][0]] != "&":
            finish = self._runs[last][0] + end - self._starts[last]
        return begin, finish

    def find(self, exact: str, position: int) -> tuple[int, int] | None:
        """Where `exact` stands in the text, nearest to `position`; None when it does not."""
        exact = " ".join(exact.split())
        flat = self.text.replace("\n", " ")
        behind, before = flat.find(exact, position), flat.rfind(exact, 0, position + len(exact))
        found = min((at for at in (behind, before) if at >= 0), key=lambda at: abs(at - position), default=None)
        return None if found is None or not exact else (found, found + len(exact))


def mark_quotes(body: str, quotes) -> str:
    """A cleaned body in which each of the `quotes` that stands in it is a `<q>`, followed by a link to who said it.

    A quotation that runs over the end of a paragraph, or that begins inside other mark-up than it ends in, is left
    as it is: its entry under the story still has it.
    """
    marked, done = [], 0
    for (start, end), quote in placed(body, quotes):
        if start < done or not is_balanced(body[start:end]):
            continue
        after = end + len(CLOSING_MARKS.match(body, end)[0])
        marked += [body[done:start], quote_element(quote, body[start:end]), body[end:after], who_link(quote)]
        done = after
    return "".join([*marked, body[done:]])


def placed(body: str, quotes) -> list:
    """Pairs of a place in the HTML and the quote that stands there, in order."""
    words, found = None, []
    for quote in quotes:
        place = only_place(body, quote.exact)
        if place is None:
            # It stands there more than once, or mark-up within it: only this tells, and takes a hundred times as long.
            words = words or Words(body)
            place = (at := words.find(quote.exact, quote.position)) and words.place(*at)
        if place:
            found.append((place, quote))
    return sorted(found, key=lambda pair: pair[0])


def only_place(body: str, exact: str) -> tuple[int, int] | None:
    """Where `exact` stands in a cleaned body's HTML as it is; None when it does not, or more than once."""
    written = html.escape(" ".join(exact.split()), quote=False)
    start = body.find(written) if written else -1
    if start < 0 or body.find(written, start + 1) >= 0:
        return None
    is_in_tag = body.rfind("<", 0, start) > body.rfind(">", 0, start)
    return None if is_in_tag else (start, start + len(written))


def is_balanced(fragment: str) -> bool:
    """Whether a piece of a cleaned body could be wrapped in an inline element: no block, nothing half open."""
    open_tags = []
    for slash, name in TAG_NAME.findall(fragment):
        if name not in INLINE:
            return False
        if not slash:
            open_tags.append(name)
        elif not open_tags or open_tags.pop() != name:
            return False
    return not open_tags


def quote_element(quote, words: str) -> str:
    return f'<q id="q{quote.pk}" cite="{quote.get_absolute_url()}">{words}</q>'


def who_link(quote):
    """Goes to the quote's entry under the story, which says who, in what role, when and through whom."""
    name = quote.speaker.name if quote.speaker else _("speaker not stated")
    return format_html(
        '<a class="who" href="#quote-{}"><span class="visually-hidden">{}</span></a>',
        quote.pk,
        _("Who said this: %(name)s") % {"name": name},
    )


class BodyField(ProseEditorField):
    """Sanitised HTML, whichever way it comes: form, import, command."""

    description = gettext_lazy("Text of a story")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, extensions=EXTENSIONS, sanitize=clean_body, **kwargs)

    def pre_save(self, instance, add):
        value = clean_body(getattr(instance, self.attname) or "")
        setattr(instance, self.attname, value)
        return value

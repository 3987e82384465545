"""Whatever the bytes, they give a story or a reason, and no word of a story is lost."""

from hypothesis import given
from hypothesis import strategies as st

from articles.body import clean_body, plain_text
from articles.interchange.page import parse_page
from articles.interchange.story import StoryError

PIECES = [
    *(
        "Judul",
        "Rabu (13/9/2023)",
        "31/02/2024",
        "Senin",
        "LEAVE A REPLY",
        "Baca juga:",
        "sumber : x.com",
        "Tags:",
        "#",
    ),
    *(
        "–",
        "- ",
        ":",
        ";",
        ".",
        "?",
        "“",
        "”",
        "‘",
        "’",
        '"',
        "'",
        "(",
        ")",
        "0",
        "<p>",
        "&",
        "https://a.b",
        "e.example – ",
    ),
    *("\n", "\n\n", "\r\n", "\t", "\x00", "\x1b", "\x85", "\u2028", "\ufeff", "\u200f"),
    *("👍🏽", "ا", "村", "é", "ẛ", "İ", "ſ", "ǆ"),
]
PAGES = st.lists(st.sampled_from(PIECES)).map(lambda pieces: "".join(pieces).encode())


@given(st.one_of(st.binary(), st.text().map(str.encode), PAGES))
def test_any_bytes_give_a_story_or_a_reason(data):
    try:
        story = parse_page(data)
    except StoryError as error:
        assert str(error).endswith(".")
    else:
        assert story.headline
        assert story.blocks


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=30, max_size=60), min_size=1))
def test_the_body_s_plain_text_has_every_word_of_every_paragraph(lines):
    data = "\n\n".join(["Judul", *(f"Kata {line} akhir." for line in lines)]).encode()

    story = parse_page(data)
    texts = [block.text for block in story.blocks]

    assert plain_text(clean_body(story.html())).split() == " ".join(texts).split()
    for line in lines:
        if "\u2028" not in line and "\u2029" not in line:
            assert " ".join(f"Kata {line} akhir.".replace("\ufeff", "").split()) in texts

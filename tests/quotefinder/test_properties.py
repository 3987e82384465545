"""Whatever the text, the finder answers, and its answers are verbatim."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.quotefinder import detect_language, find

PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        "«",
        "»",
        "''",
        "„",
        ",",
        ".",
        "?",
        ":",
        "(",
        ")",
        "\n",
        "\r\n",
        " ",
        " ",
        " ",
        "-",
        "kata ",
        "ujarnya",
        "mengatakan ",
        "menurut ",
        "Budi ",
        "Santoso",
        "Bupati ",
        "Wening ",
        "AFP ",
        "dilansir ",
        "dikutip dari ",
        "said ",
        "he ",
        "she ",
        "according to ",
        "Ms. ",
        "Lee",
        "S.H.",
        "Dr. ",
        " no. ",
        "a.m. ",
        "R-Ohio, ",
        "12",
        "yang ",
        "seorang ",
        "sumber: ",
        "Baca juga",
        "LEAVE A REPLY",
        "\x00",
        "\ud800",
        "\u202e",
        "مرحبا ",
        "你好",
        "😀",
        "\u200b",
        "\x85",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=60).map("".join))
HOSTILE = [
    "“",
    '"',
    "“a ",
    '"a" ',
    "‘a ",
    '"(“',
    "“a\n",
    "Ketua ",
    "A ",
    "AFP, ",
    "X mengatakan ",
    ", ",
    "H. ",
    '"a b," kata X, ',
]


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.sampled_from(["id", "en", None]))
def test_findings_are_verbatim_ordered_and_apart(text, language):
    findings = find(text, language)

    reach = 0
    for quotation in findings.quotations:
        assert quotation.text == text[quotation.start : quotation.end]
        assert quotation.text
        assert quotation.start >= reach
        assert 0 <= quotation.confidence <= 1
        assert quotation.kind in ("full", "fragment")
        assert str(quotation.reason)
        reach = quotation.end
    for credit in findings.credits:
        assert credit.name in text
        assert text[credit.start : credit.end].endswith(credit.name)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_language_is_known_or_empty(text):
    assert detect_language(text) in ("id", "en", "")


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_same_text_gives_the_same_findings(text):
    assert find(text) == find(text)


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_length_and_no_faster(piece):
    short, long = _seconds(piece, 8_000), _seconds(piece, 64_000)

    # Eight times the text; a quadratic step would take sixty-four times as long.
    assert long < 24 * short + 0.2


def test_a_megabyte_is_answered_within_seconds():
    story = "Rini Astuti menjelaskan rencana itu.\n\n“Kami mulai besok,” katanya, dilansir AFP, Senin (4/5/2020).\n\n"

    assert _seconds(story, 1_000_000) < 10


def _seconds(piece, size):
    text = piece * (size // len(piece))
    return min(_timed(text) for _ in range(2))


def _timed(text):
    began = time.process_time()
    find(text, "id")
    return time.process_time() - began

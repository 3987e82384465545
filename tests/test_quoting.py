import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.quoting import passages

STORY = "Kapal pertama berangkat pukul tujuh pagi dari dermaga lama.\nWarga menunggu sejak subuh di tepi air."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Katanya “kapal pertama berangkat pukul tujuh”, benarkah?", [True]),
        ('Katanya "Kapal pertama berangkat pukul tujuh pagi".', [True]),
        ("Katanya “Kapal pertama … dari dermaga lama”.", [True]),
        ("Katanya “kapal pertama berangkat pukul sembilan pagi”.", [False]),
        ("«warga menunggu sejak subuh» dan “kapal pertama tenggelam pukul tujuh pagi”", [True, False]),
        ("Orang bilang “siapa cepat dia dapat tempat”.", []),
        ("Yang “ahli” itu siapa?", []),
        ("“kapal pertama", []),
    ],
)
def test_quotations_of_the_story_are_compared_with_it(text, found):
    assert [is_verbatim for _start, _end, is_verbatim in passages(text, STORY)] == found


def test_places_are_those_of_the_words_between_the_marks():
    text = "Katanya “kapal pertama berangkat pukul sembilan”."
    ((start, end, _verbatim),) = passages(text, STORY)

    assert text[start:end] == "kapal pertama berangkat pukul sembilan"


@given(st.text(alphabet='ab “”"«»‘’\n…', max_size=400), st.text(max_size=200))
def test_any_text_is_compared_in_order_and_without_overlap(text, story):
    end_before = 0
    for start, end, _verbatim in passages(text, story):
        assert end_before <= start < end <= len(text)
        end_before = end

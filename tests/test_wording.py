from hypothesis import given
from hypothesis import strategies as st

from articles.wording import differences, similarity


def test_letter_case_and_punctuation_do_not_count():
    assert similarity("Kami siap, kata dia!", "kami siap kata dia") == 1.0


def test_words_of_a_fragment_are_all_in_the_whole():
    assert similarity("kami siap", "Besok kami siap berangkat.") == 1.0


def test_differing_words_are_cut_out_on_both_sides():
    one, other = differences("Kami siap, hari ini.", "Kami siap besok.")

    assert [piece.text for piece in one if piece.kind == "only"] == ["hari ini"]
    assert [piece.text for piece in other if piece.kind == "only"] == ["besok"]


@given(st.text(), st.text())
def test_pieces_are_the_text_unharmed(one, other):
    left, right = differences(one, other)

    assert "".join(piece.text for piece in left) == one
    assert "".join(piece.text for piece in right) == other
    assert 0 <= similarity(one, other) <= 1

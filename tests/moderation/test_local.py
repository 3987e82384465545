import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.moderation import Submission, Verdict, local, together
from articles.moderation.answers import Answer

KNOWN = {"is_new": False}


def said(check, text="Kata-kata biasa saja.", **about):
    return check(Submission(text=text, name="Ani", **KNOWN | about)).verdict


def test_newcomer_is_read_first_and_others_are_not():
    assert said(local.newcomer, is_new=True) is Verdict.HOLD
    assert said(local.newcomer) is Verdict.OK


@pytest.mark.parametrize(
    ("links", "trusted", "verdict"),
    [(0, False, "ok"), (1, False, "ok"), (2, False, "hold"), (4, True, "ok"), (5, True, "hold"), (31, True, "reject")],
)
def test_links_are_counted_against_what_the_reader_has_earned(links, trusted, verdict):
    assert said(local.links, "lihat https://a.example/x " * links, is_trusted=trusted) == verdict


@pytest.mark.parametrize(
    "text", ["Dasar BANGSAT!", "b\u200bangsat", "Slot   Gacor hari ini", "go fuck yourself", "ＧＯＢＬＯＫ", "tólol"]
)
def test_words_of_the_lists_are_found_in_both_languages_and_in_disguise(text):
    assert said(local.words, text) is Verdict.HOLD


@pytest.mark.parametrize(
    "text",
    [
        "Anjing pelacak menemukan korban.",
        "Analis dan asset.",
        "Scunthorpe, Essex",
        "Bangsatan adalah nama desa.",
        "detailnya",
    ],
)
def test_parts_of_words_and_words_that_news_needs_are_not(text):
    assert said(local.words, text) is Verdict.OK


def test_flood_counts_the_reader_and_no_network():
    assert said(local.flood, recent=local.FLOOD) is Verdict.HOLD
    assert said(local.flood, recent=local.FLOOD - 1, network="10.0.0.0/24") is Verdict.OK


def test_the_same_long_text_again_and_again_is_a_machines():
    long = "Saya menang besar di tempat ini, coba sendiri."
    assert said(local.repeats, long, repeats=2) is Verdict.OK
    assert said(local.repeats, long, repeats=3) is Verdict.HOLD
    assert said(local.repeats, long, repeats=11) is Verdict.REJECT
    assert said(local.repeats, "Setuju.", repeats=20) is Verdict.OK


@given(st.text(max_size=5000))
def test_every_text_gets_an_answer_of_every_check(text):
    for check in local.CHECKS:
        assert check(Submission(text=text, name="x")).verdict in Verdict


def test_the_gravest_answer_counts():
    answers = [Answer("a", Verdict.OK), Answer("b", Verdict.UNKNOWN)]
    assert together(answers) is Verdict.UNKNOWN
    assert together([*answers, Answer("c", Verdict.HOLD)]) is Verdict.HOLD
    assert together([]) is Verdict.OK

"""Forms that few texts have."""

import pytest

from articles.quotefinder import find


def said(text, language):
    return [(quotation.text, quotation.speaker) for quotation in find(text, language).quotations]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Said Tom Orr: “It fell down.”", "It fell down.", "Tom Orr"),
        ("Ann Pell quit. Her promise of “full and equal support” was broken.", "full and equal support", "Ann Pell"),
        ("Tom Orr came in. Then he paused and added: “It fell.”", "It fell.", "Tom Orr"),
        ("Ann Pell called the bill “dead on arrival”.", "dead on arrival", "Ann Pell"),
        ("The minister's letter to residents says: “Stay in.”", "Stay in.", "The minister"),
        ("“It cannot hold.”\n\n“It fell,” he said. “It did,” said Tom Orr.", "It cannot hold.", "Tom Orr"),
    ],
)
def test_english(text, words, speaker):
    assert said(text, "en")[0] == (words, speaker)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("“Kami siap. “Nanti saja,” kata Budi.", "Kami siap.", "Budi"),
        ("“Kami siap.”\n\nDemikian dikatakan Rini Astuti.", "Kami siap.", "Rini Astuti"),
    ],
)
def test_indonesian(text, words, speaker):
    assert said(text, "id")[0] == (words, speaker)


def test_title_of_a_broadcast_behind_its_station_is_no_quotation():
    assert said("On CNN's “Morning Light” Tom Orr said it fell.", "en") == []


def test_province_before_a_title_belongs_to_the_role():
    (quotation,) = find("Southern Wening province Gov. Ann Pell said: “It fell.”", "en").quotations

    assert (quotation.speaker, quotation.role) == ("Ann Pell", "Southern Wening province Gov.")

"""The ways of words, continued: what an outlet covers and what it does not."""

import pytest

from articles.quotefinder import find


def ways(text, language):
    return [list(quotation.via) for quotation in find(text, language).quotations]


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("“Kami siap,” kata Rini dalam keterangan resmi di lentera.gov.", ["lentera.gov"]),
        ("Saat ditanya oleh jurnalis Reuters, Rini berujar “saya tahu segalanya”.", ["Reuters"]),
        ("“Kami siap,” kata Rini lewat kantor berita setempat, Yonhap.", ["Yonhap"]),
        ("Rini menyebut ada “dua puluh jenazah di sana” seperti laporan Anadolu, Minggu.", ["Anadolu"]),
        ("“Kami siap,” kata Rini. AFP memberitakan, Kamis (26/9).", ["AFP"]),
        ("“Kami siap,” kata Rini seperti dukutip dari AFP.", ["AFP"]),
        (
            "Rini bicara kepada surat kabar Maruv. Dalam percakapan dengan Maruv, Rini menyebut itu “sudah selesai”.",
            ["Maruv"],
        ),
    ],
)
def test_indonesian_ways(text, via):
    assert ways(text, "id")[-1] == via


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("“It fell,” Tom Orr told Manila radio DZLL.", ["DZLL"]),
        ("“It fell,” Tom Orr told the daily Lamp-19 media conference.", []),
        ("“It fell,” Tom Orr told English daily The Jakarta Post.", ["The Jakarta Post"]),
        ("Speaking to beIN SPORTS, Tom Orr said: “It fell.”", ["beIN SPORTS"]),
    ],
)
def test_english_ways(text, via):
    assert ways(text, "en")[-1] == via


def test_outlet_of_a_quotation_does_not_run_on_to_the_next_cue():
    text = "Rini mengatakan kepada AFP bahwa itu “tidak benar sama sekali”. “Kami mengutuknya,” katanya."

    assert ways(text, "id") == [["AFP"], []]


def test_interview_goes_on():
    text = "Dalam wawancara dengan AFP, Rini menyebut itu “tidak benar sama sekali”. “Kami mengutuknya,” katanya."

    assert ways(text, "id") == [["AFP"], ["AFP"]]


def test_words_without_a_cue_came_the_way_of_the_next_ones():
    text = "Rini kagum.\n\n“Dia masih membalap.”\n\n“Menakjubkan,” kata Rini, dilansir dari Crash.net."

    assert ways(text, "id") == [["Crash.net"], ["Crash.net"]]


def test_two_fragments_reported_by_one_agency_are_the_speakers():
    text = "Presiden Iran Dodi Karsa menyebut serangan itu “biadab” dan “tak termaafkan”, lapor AFP."

    assert [(quotation.speaker, quotation.via) for quotation in find(text, "id").quotations] == [
        ("Dodi Karsa", ("AFP",)),
        ("Dodi Karsa", ("AFP",)),
    ]

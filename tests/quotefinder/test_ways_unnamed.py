"""Ways of words that no list names: state media, releases, papers before a day, outlets by their form."""

import pytest

from articles.quotefinder import find


def ways_of(text, language="id"):
    return [quotation.via for quotation in find(text, language).quotations]


@pytest.mark.parametrize(
    ("rest", "via"),
    [
        ("kata Presiden Dodi Karsa dikutip media pemerintah.", "media pemerintah"),
        ("kata Dodi Karsa dikutip media negara Iran, Selasa.", "media negara Iran"),
        ("kata Dodi Karsa kepada Suara Wening, Selasa (1/2/2022).", "Suara Wening"),
        ("kata Dodi Karsa saat dikonfirmasi Lentera Wening, Selasa (1/2).", "Lentera Wening"),
        ("ujar Dodi Karsa dilansir dari siaran pers tim sungai Wening, Rabu.", "siaran pers tim sungai Wening"),
        ("kata Dodi Karsa kepada WNTV.", "WNTV"),
        ("kata Dodi Karsa dikemukakan BBC.", "BBC"),
        ("lapor Reuters mengutip Dodi Karsa.", "Reuters"),
    ],
)
def test_medium_without_a_known_name_is_the_way(rest, via):
    found = find(f"“Kami siap membantu,” {rest}", "id").quotations[0]

    assert (found.speaker, found.via) == ("Dodi Karsa", (via,))


@pytest.mark.parametrize(
    "rest",
    [
        "kata Dodi Karsa dalam pidato yang disiarkan televisi pemerintah Turki.",
        "kata Dodi Karsa dikutip dari keterangan pers.",
        "kata Dodi Karsa kepada Rini Astuti.",
        "kata Dodi Karsa di saluran YouTube-nya.",
    ],
)
def test_occasion_is_no_way(rest):
    assert ways_of(f"“Kami siap membantu,” {rest}") == [()]


def test_state_media_that_speak_are_speaker_and_way():
    text = "Usai serangan, media negara Iran menyatakan bendungan itu “aman sepenuhnya” malam ini."
    found = find(text, "id").quotations[0]

    assert (found.speaker, found.via) == ("media negara Iran", ("media negara Iran",))


def test_outlet_that_tells_of_somebody_is_not_the_one_who_speaks():
    text = (
        "“Saya akan datang,” kata Dodi Karsa.\n\n"
        "Hal senada dikemukakan The Wening Times, yang memberitakan alasannya. “Saya tidak takut.”"
    )

    assert [(found.speaker, found.via) for found in find(text, "id").quotations][1] == (
        "Dodi Karsa",
        ("The Wening Times",),
    )


def test_outlet_of_a_country_that_tells_of_somebody_is_the_way():
    found = find("Media Spanyol Marca memberitakan Dodi Karsa akan pindah. “Saya pergi,” katanya.", "id").quotations[0]

    assert (found.speaker, found.via) == ("Dodi Karsa", ("Marca",))


def test_way_of_a_comment_is_the_way_of_its_words():
    text = (
        "Lentera membantah kabar itu, merujuk komentar Karsa di Podcast New York Times yang tayang kemarin.\n\n"
        "“Saya belum pernah bertemu dengannya,” kata Dodi Karsa."
    )

    assert ways_of(text) == [("New York Times",)]


def test_talk_goes_on_behind_a_few_of_its_words():
    text = "Dodi Karsa mengatakan pada BBC bahwa usul itu “keliru”. Ia menolaknya.\n\n“Kami tidak mau,” kata Dodi."

    assert ways_of(text) == [("BBC",), ("BBC",)]


def test_sentence_that_only_credits_belongs_to_the_words_before():
    assert ways_of("“Kami siap membantu,” kata Dodi Karsa. Demikian dilansir AFP, Rabu (1/2).") == [("AFP",)]


def test_concession_does_not_hide_whom_an_outlet_tells_of():
    text = (
        "Seperti dilansir AFP, Jumat (2/2/2022), meskipun Iran mengklaim tidak bersalah, Dodi Karsa dalam pidatonya "
        "menyebut bendungan itu rusak.\n\n“Mereka berbohong,” sebutnya."
    )

    assert [(found.speaker, found.via) for found in find(text, "id").quotations] == [("Dodi Karsa", ("AFP",))]


def test_country_is_not_the_paper_named_after_it():
    text = (
        "China memperingatkan Wening agar “berhenti mengeluh” soal pajak. "
        "Media pemerintah China Daily menyebut itu biasa."
    )

    assert find(text, "id").quotations[0].speaker == "China"


def test_caption_with_its_credit_is_no_line_of_the_story():
    text = (
        "Dodi Karsa Tuduh Rini Astuti\n\nRini Astuti dan Dodi Karsa. /Sari/Kantor Wening via Reuters\n\n"
        "“Ini keliru,” katanya.\n\n“Kami bertahan di sini,” tutur Dodi Karsa."
    )

    assert [(found.speaker, found.via) for found in find(text, "id").quotations] == [("Dodi Karsa", ())] * 2


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("“We are ready,” Ann Pell said, ellery.co reported.", "ellery.co"),
        ("“We are ready,” Ann Pell told state television.", "state television"),
        ("When contacted by Reuters, Ann Pell denied it. “We are ready,” she said.", "Reuters"),
        ("Ann Pell told ELTV: “We are ready.”", "ELTV"),
    ],
)
def test_english_ways(text, via):
    assert ways_of(text, "en") == [(via,)]

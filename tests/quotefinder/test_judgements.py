"""Fragments that somebody says of a thing, and words in marks that are nobody's speech."""

import pytest

from articles.quotefinder import find


def said(text, language="id"):
    return [(found.text, found.speaker) for found in find(text, language).quotations]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dodi Karsa mengatakan usul itu merupakan “Makam Lentera” bagi Wening.", "Makam Lentera"),
        ("Dodi Karsa memberitahu warga bahwa serangan itu “terbatas.”", "terbatas."),
        ("Dodi Karsa mengklaim Wening “menerima PAJAK TERBESAR,” yang menahan harga.", "menerima PAJAK TERBESAR,"),
        ("Dodi Karsa mengecam apa yang ia sebut sebagai “perampokan” di Wening.", "perampokan"),
        ("Langkah itu dinilai Dodi Karsa “keliru”.", "keliru"),
        ("Pernyataan Dodi Karsa bahwa warga “terlalu manja” menuai kritik.", "terlalu manja"),
        ("Dodi Karsa merasa “dikhianati” oleh rekannya.", "dikhianati"),
        ("Dodi Karsa menuduh lawannya “berbohong” soal pajak.", "berbohong"),
        ("Dodi Karsa memuji warga Wening atas ‘kesabaran’ mereka. “Bagus,” katanya. “Terima kasih.”", "kesabaran"),
    ],
)
def test_judgement_of_a_thing_is_a_fragment(text, words):
    assert said(text)[0] == (words, "Dodi Karsa")


def test_second_of_two_in_one_account_is_told_too():
    text = (
        "Dodi Karsa mengatakan kepada para wartawan bahwa itu merupakan tindakan “gegabah” oleh Wening dan "
        "“semua pihak harus turun tangan.”"
    )

    assert [words for words, _ in said(text)] == ["gegabah", "semua pihak harus turun tangan."]


def test_body_that_states_something_on_a_day_is_whom_a_fragment_goes_back_to():
    text = (
        "Kepolisian Wening (KW) pada Minggu (14/2/2021) menyebutkan unjuk rasa itu bubar.\n"
        "Tiga orang diduga datang untuk “menunjukkan dukungan mereka kepada warga”."
    )

    assert said(text) == [("menunjukkan dukungan mereka kepada warga", "Kepolisian Wening")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("“Kami menang,” lanjut Dodi Karsa, menunjukkan kemarahannya atas tudingan “tidak mau berlatih”.", "id"),
        ("“Kami menang,” kata Dodi Karsa. Dengan judul “Tekad Wening bagi anak”, mereka berpendapat, itu benar.", "id"),
        ("“We won,” Ann Pell said. They draped banners saying “Drop dirty lamps now” over it.", "en"),
        ("“We won,” Ann Pell said. The “letter” was apparently sent to six of them, Pell said.", "en"),
    ],
)
def test_words_of_others_and_on_things_are_none_of_the_speaker(text, language):
    assert len(said(text, language)) == 1


def test_fragment_behind_another_is_the_same_speakers_when_an_agency_tells_of_both():
    text = "Ann Pell said that she was in a “safe place” after a “daring attempt”, without more details, AFP reported."

    assert said(text, "en") == [("safe place", "Ann Pell"), ("daring attempt", "Ann Pell")]


def test_one_who_speaks_for_another_is_not_the_other():
    text = "Ann Pell KC, representing Tom Reed, said the boy was made a “pariah” by the press."

    assert said(text, "en") == [("pariah", "Ann Pell")]


def test_company_is_not_the_account_it_wrote_on():
    text = "Ellery Lamps World said in its Facebook account that it was closed.\n\n“Pray for us,” the company said."

    assert said(text, "en") == [("Pray for us,", "Ellery Lamps World")]


def test_handle_may_open_with_a_low_line():
    assert said("“Betul sekali,” ungkap @_rinixxx.") == [("Betul sekali,", "@_rinixxx")]

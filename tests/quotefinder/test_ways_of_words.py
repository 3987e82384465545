"""Through whom words came, in short sentences of our own."""

import pytest

from articles.quotefinder import find


def ways(text, language):
    return [quotation.via for quotation in find(text, language).quotations]


def test_outlet_that_a_story_introduces_is_one_without_its_noun_too():
    text = (
        "Kabar itu dimuat media Inggris, Harbour Bell, pada Selasa. "
        "Dalam laporannya, Harbour Bell menyebut Dodi “sudah tidak tinggal di sana sejak lama”."
    )

    assert ways(text, "id") == [("Harbour Bell",)]


def test_outlet_that_quotes_somebody_is_the_way_of_the_words():
    text = "Media Inggris, Harbour Bell, mengutip sumber pelabuhan yang menyebut kapal itu “sudah lama bocor”."

    assert ways(text, "id") == [("Harbour Bell",)]


def test_role_at_an_outlet_makes_no_outlet_of_the_person():
    text = "Tom Pell, founder of the website, was late. “We are ready,” said Ann Lee. “I am not,” Tom Pell said."

    assert ways(text, "en") == [(), ()]


def test_acronym_behind_the_noun_of_agencies_is_one():
    text = "Rini Astuti, dalam unggahan yang dikutip kantor berita AKP, meminta maaf.\n\n“Saya keliru,” tulis Rini."

    assert ways(text, "id") == [("AKP",)]


def test_podcast_covers_the_words_of_whom_the_sentences_are_about():
    text = (
        "Penyanyi Rini Astuti akan rehat. Manajernya, Bayu Wirawan, membenarkan. “Tidak ada masalah,” kata Bayu.\n\n"
        "Dalam siniar Kopi Sore, perempuan kelahiran Wening itu bercerita panjang. Dia sempat menangis.\n\n"
        "“Aku ingin pulang,” ungkap Rini."
    )

    assert ways(text, "id")[-1] == ("Kopi Sore",)


@pytest.mark.parametrize(
    ("text", "language", "via"),
    [
        ("According to an affidavit filed in Ellery, Tom Pell told officers he “just drove on”.", "en", "affidavit"),
        ("In her 2019 essay The Patient Lamp, Ann Lee wrote that light “is slow”.", "en", "The Patient Lamp"),
        ("Dalam bukunya, “Lampu Sabar”, Rini Astuti menulis bahwa cahaya “datang pelan-pelan”.", "id", "Lampu Sabar"),
        ("Ann Lee spoke on her podcast, Lamp Hour.\n\n“I was late,” said Ann Lee.", "en", "Lamp Hour"),
        ("Lena Abrash told Scotland's AFP news agency that she was “safe and in command”.", "en", "AFP"),
        ("“I was late,” Ann Lee told the Herald on Monday.", "en", "Herald"),
        ("“I was late,” Ann Lee told the Belgian daily De Lamp.", "en", "De Lamp"),
    ],
)
def test_papers_books_and_foreign_outlets(text, language, via):
    assert ways(text, language)[-1] == (via,)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Guardian first reported the call. “A mess,” an official told the newspaper.", "en"),
        ("Menurut The Guardian, kapal itu bocor. “Parah,” kata seorang pejabat kepada surat kabar itu.", "id"),
    ],
)
def test_outlet_is_meant_again_by_its_noun(text, language):
    assert ways(text, language) == [("The Guardian",)]


def test_title_of_a_broadcast_is_no_quotation():
    text = "On “Lamp Hour Live,” Sen. Ann Lee said it was “a muddle.” “We are late,” Lee said on “Lamp News Sunday.”"

    assert [quotation.text for quotation in find(text, "en").quotations] == ["a muddle.", "We are late,"]

import pytest

from articles.interchange.names import frequent_names, phrases, spellings
from articles.interchange.speakers import kind_of_speaker


def test_name_that_comes_back_three_times_is_a_subject():
    text = "Warga Pulau Kapas menunggu. Kapal ke Pulau Kapas rusak, kata warga Pulau Kapas dan warga Teluk Senja."

    assert frequent_names(text, "", []) == ["Pulau Kapas"]


def test_surname_counts_for_the_full_name():
    text = "Wali Kota Ratna Wulandari datang. Lalu Wulandari pergi, dan menurut Wulandari hujan turun."

    assert frequent_names(text, "", ["Ratna Wulandari"]) == ["Ratna Wulandari"]


def test_name_that_two_people_share_counts_for_neither():
    text = "Menurut Wulandari begitu. Lalu kata Wulandari begini, dan Wulandari pergi."

    assert frequent_names(text, "", ["Ratna Wulandari", "Sekar Wulandari"]) == []


def test_first_word_of_a_sentence_is_no_name():
    assert frequent_names("Hujan turun. Hujan deras. Hujan lagi. Hujan reda.", "", []) == []


def test_outlets_are_no_subjects():
    assert frequent_names("kata KBP. Menurut KBP, dan KBP, dan KBP lagi.", "", [], ["KBP"]) == []


def test_headline_counts_too():
    text = "Kapal ke Pulau Kapas rusak, kata warga Pulau Kapas."

    assert frequent_names(text, "Kapal Pulau Kapas Rusak, Pulau Kapas Sepi", []) == ["Pulau Kapas"]


def test_phrases_are_whole_words_within_one_sentence():
    found = phrases("warga Teluk Senja. Dermaga")

    assert found["Teluk Senja"] == 1
    assert "Senja Dermaga" not in found
    assert "Teluk Sen" not in found


def test_tag_may_write_a_common_word_with_a_capital():
    assert "Geopolitik" in spellings("geopolitik")
    assert "AS" not in spellings("as")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ratna Wulandari", "person"),
        ("Bagas bin Prakoso", "person"),
        ("Kim Jong-dae", "person"),
        ("KBP", "institution"),
        ("Dinas Perhubungan dan Kelautan", "institution"),
        ("seorang nelayan", "unnamed"),
        ("Ketua partai yang berkuasa", "unnamed"),
    ],
)
def test_speaker_s_kind_shows_in_the_name(name, kind):
    assert kind_of_speaker(name) == kind

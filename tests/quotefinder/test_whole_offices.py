"""Offices with numbers, ranks, fields and courtesies, and the name behind them."""

import pytest

from articles.quotefinder import find


@pytest.mark.parametrize(
    ("office", "name", "role"),
    [
        ("Manajer Humas Daop I Bambang Karsa", "Bambang Karsa", "Manajer Humas Daop I"),
        ("JPU Rina Wening", "Rina Wening", "JPU"),
        ("Uskup Agung Wening Mgr. Ignatius Karsa", "Ignatius Karsa", "Uskup Agung Wening"),
        ("Komandan Kodim 0501 Letkol Inf Budi Karsa", "Budi Karsa", "Komandan Kodim 0501 Letkol Inf"),
        ("Dokter spesialis anak Hanifah Karsa", "Hanifah Karsa", "Dokter spesialis anak"),
        ("analisis kimia Dr Ratna Karsa", "Ratna Karsa", "analisis kimia"),
        ("Kabid Humas Polda Wening, Kombes. Pol. Dodi Karsa", "Dodi Karsa", "Kabid Humas Polda Wening, Kombes. Pol."),
        ("Country Lead, Lamp Business Group, Lentera Indonesia, Adi Karsa", "Adi Karsa", None),
        (
            "vokalis yang juga pemain organ Lentera, Putri Karsa",
            "Putri Karsa",
            "vokalis yang juga pemain organ Lentera",
        ),
        ("Sheriff Wening County Budi Karsa", "Budi Karsa", "Sheriff Wening County"),
        ("Juru Bicara Badan Sungai, Romo Budi Karsa", "Budi Karsa", "Juru Bicara Badan Sungai, Romo"),
    ],
)
def test_office_and_name_are_told_apart(office, name, role):
    found = find(f"“Kami siap membantu,” kata {office}, Selasa.", "id").quotations[0]

    assert found.speaker == name
    assert role is None or found.role == role


@pytest.mark.parametrize(
    ("office", "name", "role"),
    [
        ("U.S. Secretary of State Antony Pell", "Antony Pell", "U.S. Secretary of State"),
        ("WHO Director-General Tom Pell", "Tom Pell", "WHO Director-General"),
        ("Home Minister Datuk Seri Ahmad Karsa", "Ahmad Karsa", "Home Minister"),
        ("national police chief Ronald dela Pell", "Ronald dela Pell", "national police chief"),
        (
            "the Ministry's Research and Development Head, Tom Pell,",
            "Tom Pell",
            "Ministry's Research and Development Head",
        ),
    ],
)
def test_english_office_and_name_are_told_apart(office, name, role):
    found = find(f"“We are ready,” {office} said.", "en").quotations[0]

    assert (found.speaker, found.role) == (name, role)


def test_relative_clause_with_a_pointing_word_does_not_swallow_the_name():
    text = "Menteri Sungai Wening, Rudiantara yang turut hadir dalam acara tersebut mengatakan, “Saya senang sekali.”"

    assert find(text, "id").quotations[0].speaker == "Rudiantara"


def test_one_spelling_of_a_name_has_the_office_of_the_other():
    text = (
        "Kombes Awi Karsono (Dodi/kabar)\nWening - “Mereka pulang,” jelas Kabag Mitra Polri Kombes Awi Karsyono.\n\n"
        "“Kami periksa,” kata Awi."
    )

    assert "Kabag Mitra Polri" in find(text, "id").quotations[1].role


def test_bracket_of_a_list_is_no_office():
    text = (
        "Jaksa menghadirkan tiga saksi yakni, Agus Karsa dan Dodi. "
        "Saksi Agus yang juga adik korban menyatakan, “Benar.”"
    )

    assert "yakni" not in find(text, "id").quotations[0].role

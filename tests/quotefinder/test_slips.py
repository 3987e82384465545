"""Texts with slips of the pen: misplaced marks, misspelt names, cut lines, lost closing marks."""

import pytest

from articles.quotefinder import find


def found(text, language="id"):
    """(words, speaker) of every quotation."""
    return [(quotation.text.rstrip(",."), quotation.speaker) for quotation in find(text, language).quotations]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“Kami kecewa dengan jalan desa itu. “keluh Rini.", "Kami kecewa dengan jalan desa itu"),
        ("Lanjut Rini,”Jalan itu kami pakai setiap hari,”ujarnya.", "Jalan itu kami pakai setiap hari"),
        ("Rini ditanya soal harapan:”Kami ingin jalan mulus.”tutup Rini.", "Kami ingin jalan mulus"),
        ("Bagi kami, perang ini harus dihentikan,” kata Rini.", "Bagi kami, perang ini harus dihentikan"),
        ("“Awalnya saya tidak sadar. Baru setelah lampu bergoyang, kata Rini.", None),
        ("Rini kaget. “Awalnya saya tidak sadar ada gempa, katanya semalam.", "Awalnya saya tidak sadar ada gempa"),
        ("Rini hadir. “Kami mulai besok pagi.” Jelas Rini.", "Kami mulai besok pagi"),
        ("Rini hadir. “Kami mulai besok pagi”. Tandasnya.", "Kami mulai besok pagi"),
    ],
)
def test_words_of_misplaced_marks(text, words):
    quotations = find(text, "id").quotations

    assert quotations[0].speaker in ("Rini", "")
    assert words is None or quotations[0].text.rstrip(",.") == words


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mangapul Siahaan keberatan. “Kami banding,” kata Mangalul.", "Mangapul Siahaan"),
        ("Amanda Manopio datang. Amanda Manopo pulang. “Capek,” kata Amanda Manopo.", "Amanda Manopo"),
        ("Prasetyo Edi Wening marah. “Bubar,” kata Pras.", "Prasetyo Edi Wening"),
        ("Jaya Samaya Wening hadir. Wartawan diundang JSW. “Tulislah,” tegas JSW.", "Jaya Samaya Wening"),
        ("Rini Astuti hadir. Rina Astuti pulang. Rina Astuti lelah. “Capek,” kata Rina Astuti.", "Rina Astuti"),
    ],
)
def test_names_written_short_or_wrong(text, speaker):
    assert found(text)[-1][1] == speaker


def test_text_with_lines_cut_at_a_fixed_width():
    text = (
        "Seluruh warga Wening pada Sabtu siang kemarin merasakan\ngempa besar yang terjadi di laut selatan kota\n"
        "itu. Sementara itu, Kepala Badan Penanggulangan Bencana (BPB)\nKabupaten Wening, Dodi Karsa, mengaku belum\n"
        "menerima laporan kerusakan rumah dari satu pun desa\ndi wilayahnya.\n"
        "“Saya juga panik lari keluar kantor bersama staf\nyang lain,” kata Dodi."
    )

    [quotation] = find(text, "id").quotations
    assert quotation.text.startswith("Saya juga panik")
    assert quotation.role == "Kepala Badan Penanggulangan Bencana (BPB) Kabupaten Wening"


def test_headline_that_opens_with_an_office_makes_no_name_longer():
    text = (
        "Bupati Rini Akhirnya Angkat Bicara soal Banjir\n\nWENING - Bupati Rini Astuti bungkam.\n\n“Maaf,” kata Rini."
    )

    assert found(text) == [("Maaf", "Rini Astuti")]


def test_age_in_brackets_before_a_dash_is_no_dateline():
    text = "Warga panik.\n\nMuhammad Karsa (42)–yang berprofesi sebagai sopir–mengaku kaget. “Kaget,” kata Karsa."

    [quotation] = find(text, "id").quotations
    assert (quotation.speaker, quotation.role) == ("Muhammad Karsa", "sopir")

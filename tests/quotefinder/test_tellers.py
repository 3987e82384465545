"""Who tells the story at a point: inserted attributions, victims, witnesses without a name, those who say I."""

import pytest

from articles.quotefinder import find


def speakers(text, language):
    return [quotation.speaker for quotation in find(text, language).quotations]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Rini hadir. Apalagi, lanjut Rini, Kepala Desa hanya menyebut satu nama. “Satu saja,” kata dia.", "Rini"),
        ("Dodi kaget. Korban selamat bernama Budi Karsa (12). “Dia terpental,” katanya.", "Dodi"),
        (
            "Rini lari. Seorang pelayan warung yang enggan disebut namanya juga lari. “Takut,” kata dia.",
            "Seorang pelayan warung",
        ),
        ("Dodi Karsa bicara. Desa meminta Puan pulang. Puan pergi. “Puan meminta kami,” kata dia.", "Dodi Karsa"),
        ("Budi Wening digugat. Perusahaan Lentera meminta maaf. “Saya bingung,” jelasnya.", "Budi Wening"),
        (
            "“Dewi capek,” kata Dewi kepada Maia. “Oh,” timpal Maia. “Dewi pulang,” kata Dewi. “Ya, Dewi,” ujarnya.",
            "Dewi",
        ),
        ("“Saudara mengerti?” tanya Hakim Ketua Rini kepada terdakwa Budi Karsa. “Mengerti,” jawabnya.", "Budi Karsa"),
        ("Harian Senja melaporkan bahwa Rini Astuti menolak. “Tidak,” ujarnya.", "Rini Astuti"),
        (
            "Apri Karsa yang kini menjabat sebagai Kepala Dinas Perhubungan Wening mengaku siap. “Siap,” ujarnya.",
            "Apri Karsa",
        ),
        ("“Percuma,” kata pejabat negeri itu. “Siap,” kata seorang anggota tim Karsa.", "seorang anggota tim Karsa"),
        (
            "Warga mengabaikan peringatan yang dikeluarkan Kementerian Air agar tidak “berkumpul di dermaga”.",
            "Kementerian Air",
        ),
    ],
)
def test_indonesian_tellers(text, speaker):
    assert speakers(text, "id")[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Government met. Its position was spelt out by spokesman Tom Orr. “It stands,” he said.", "Tom Orr"),
        ("“They left,” Reuters quoted Tom Orr as saying.", "Tom Orr"),
        ("Tom Orr (42) for example, this taxi driver also said he lost money. “I lost,” he said.", "Tom Orr"),
        ("“It grows,” Ellery Bank economists Ann Pell and Tom Orr wrote.", "Ann Pell"),
        ("Tom Orr has refused to say if it was “a mistake”.", "Tom Orr"),
        ("“It is fine,” Mayor Ann Pell firmly said.", "Ann Pell"),
        ("Ellery's mayor said the pier was “finished”. “It is over,” Ann Pell told reporters.", "Ann Pell"),
        ("Ellery Lamps manager, Tom Orr, was glad. The gaffer said, “It shines.”", "Tom Orr"),
        ("Tom Orr spoke. The Englishman then added: “It shines.”", "Tom Orr"),
        ("Tom Orr, the mayor, said it was late. The maker, Ellery Lamps, has six shops. “I know,” he said.", "Tom Orr"),
    ],
)
def test_english_tellers(text, speaker):
    assert speakers(text, "en")[-1] == speaker


def test_first_quotations_of_a_page_have_the_speaker_of_the_next_cue():
    text = "“Dia akan tampil baik.”\n\n“Dia lebih cepat.”\n\n“Dia kandidat juara,” sambung Marini."

    assert speakers(text, "id") == ["Marini"] * 3


def test_an_office_is_that_of_the_next_speaker_of_whom_none_is_told():
    text = "“Jalan masih panjang,” kata Direktur Darurat WHO.\n\n“Sudah saatnya,” kata Mikael Rian."

    assert speakers(text, "id") == ["Mikael Rian", "Mikael Rian"]

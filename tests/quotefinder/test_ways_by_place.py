"""Outlets by their place in a sentence, and speakers who open it, end it or hold an office named before them."""

import pytest

from articles.quotefinder import find


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("“Kami siap,” ujar Rini Astuti kepada Pikirano.", ("Pikirano",)),
        ("“Kami siap,” ujar Rini Astuti kepada Pikirano yang dikutip Senja Wening.", ("Pikirano", "Senja Wening")),
        ("“Kami siap,” ujar Rini Astuti dalam wawancara dengan Pikirano, Senin (2/3).", ("Pikirano",)),
        ("Dalam wawancara dengan Pikirano, Rini Astuti mengaku senang. “Kami siap,” ujarnya.", ("Pikirano",)),
        ("“Kami siap,” kata Rini Astuti, lapor Pikirano Wening.", ("Pikirano Wening",)),
        ("“Kami siap,” kata Rini Astuti, menurut laporan Pikirano Wening.", ("Pikirano Wening",)),
        ("“Kami siap,” kata Rini Astuti seperti dikabarkan Pikirano.", ("Pikirano",)),
        ("“Kami siap,” kata Rini Astuti kepada Wening Broadcasting Corporation.", ("Wening Broadcasting Corporation",)),
        ("“Kami melihatnya,” katanya, menurut pernyataan Tabib Lintas Batas.", ("Tabib Lintas Batas",)),
        ("“Aksi bubar,” lapor kantor berita Wening Now.", ("Wening Now",)),
        ("Siaran malam WRTV menyebut warga sebagai “penjahat”.", ("WRTV",)),
        # A person, an office, somebody whom the story tells more of: no paper.
        ("“Kami siap,” ujar Rini Astuti kepada Dewi.", ()),
        ("“Kami siap,” ujar Rini Astuti kepada Komisi III.", ()),
        ("“Kami siap,” ujar Rini kepada Arva. Warga lalu memeluk Arva.", ()),
    ],
)
def test_unlisted_paper_is_known_by_its_place(text, via):
    assert find(text, "id").quotations[0].via == via


def test_second_verb_has_a_fragment_too():
    found = find(
        'Ann Lee insisted the team "deserved" to win and was "proud". "Yes," she said, the Tarn Herald reported.', "en"
    )
    assert [quotation.speaker for quotation in found.quotations] == ["Ann Lee"] * 3
    assert found.quotations[-1].via == ("Tarn Herald",)


def test_paper_gives_no_office_to_the_speaker():
    found = find("Menurut laporan surat kabar Pikirano Wening, Rini Astuti mengatakan, “Kami siap.”", "id")
    assert (found.quotations[0].role, found.quotations[0].via) == ("", ("Pikirano Wening",))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Dubes Rini Astuti melalui akun X miliknya mengancam: “Kami akan datang.”", "Rini Astuti"),
        ("Budi Karsa mengunggah pernyataan Rini Astuti, yang menilai pidato itu “abadi”.", "Rini Astuti"),
        ("Rini Astuti menolak anggapan bahwa Tarn kalah, dengan menambahkan, “Kami makin kuat.”", "Rini Astuti"),
        ("Ucapan Rini Astuti muncul setelah Budi Karsa mengatakan protes. “Apa maunya?” katanya.", "Rini Astuti"),
        (
            "Ketua Forum Wening, Rini Astuti, hadir. Forum Wening menuntut maaf. “Ini perlawanan moral,” tegasnya.",
            "Rini Astuti",
        ),
        ("Kapolres Rudi Karsa menyatakan M ditangkap. M telah berada di kantor. “Sabu disita,” ujarnya.", "Rudi Karsa"),
        (
            "Seorang wakil komandan PKW menyebutnya “perlawanan”. Wakil komandan PKW Budi Karsa hadir.",
            "Budi Karsa",
        ),
        ("“Mereka menembak,” kata pengunjuk rasa, Rini Astuti, 23 tahun.", "Rini Astuti"),
    ],
)
def test_indonesian_speaker(text, speaker):
    assert find(text, "id").quotations[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Ann Lee said that the ban announced on Friday is "among the harshest".', "Ann Lee"),
        ('Ann Lee is adamant that Tarn United "deserved" their win.', "Ann Lee"),
        (
            "It is a ruin, Tom Orr said. Two men died, said Ann Lee, editor of the Tarn Gazette. “Two,” she said.",
            "Ann Lee",
        ),
        ('He met the new police commissioner Orr, who told him it was a "social disease".', "Orr"),
    ],
)
def test_english_speaker(text, speaker):
    assert find(text, "en").quotations[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "language", "role"),
    [
        (
            "Kepala Bidang Air, Humas, dan Rekam Data RSUD Wening, dr Budi Karsa mengatakan siap. “Siap,” ujarnya.",
            "id",
            "Kepala Bidang Air, Humas, dan Rekam Data RSUD Wening",
        ),
        ("Kunjungan PM Rini Astuti tiba. “Kami siap,” kata Rini Astuti.", "id", "PM"),
        (
            '"Yes," said coordinating minister for economic affairs Ann Lee.',
            "en",
            "coordinating minister for economic affairs",
        ),
    ],
)
def test_role(text, language, role):
    assert find(text, language).quotations[-1].role == role

"""Who goes on, who only passes on, and lines that break in the middle, in short sentences of our own."""

import pytest

from articles.quotefinder import find


def told(text):
    return [(quotation.text, quotation.speaker) for quotation in find(text, "id").quotations]


def last(text):
    return find(text, "id").quotations[-1]


def test_quotation_whose_first_line_is_broken_is_found_whole():
    text = "Hujan turun semalam.\n”Kami kehilangan. Seluruh\nwarga desa berduka,” kata Kepala\nDesa Rini Astuti."

    assert told(text) == [("Kami kehilangan. Seluruh\nwarga desa berduka,", "Rini Astuti")]


def test_role_that_runs_over_a_broken_line_is_one_line():
    text = "Hujan turun semalam di Wening.\n”Kami kehilangan,” kata Kepala Desa\nWening Rini Astuti."

    assert "\n" not in last(text).role + last(text).speaker


def test_site_that_quotes_another_is_the_publisher_and_no_way():
    text = "“Kami siap,” ujar Rini Astuti, dikutip Lampu.id dari Pelabuhan.id.\n“Kami menang.”"

    assert [quotation.via for quotation in find(text, "id").quotations] == [("Pelabuhan.id",), ("Pelabuhan.id",)]


def test_site_that_quotes_another_is_a_way_where_the_publisher_is_known():
    text = "WENING, KOMPAS.com - Rini Astuti pulang.\n“Kami siap,” ujar Rini, dikutip Lampu.id dari Pelabuhan.id."

    assert set(last(text).via) == {"Lampu.id", "Pelabuhan.id"}


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("“Kami siap,” kata Rini Astuti dikutip Lampu.id dari akun Twitter @rini.", ("akun Twitter @rini",)),
        ("“Kami siap,” kata Rini Astuti lewat akun Twitter @rini.", ()),
        ("“Kami siap,” kata Rini Astuti dalam video yang dilihat kantor berita AFP.", ("AFP",)),
        ("Menurut jaringan Al Jazeera, Rini Astuti mengatakan: “Kami siap berangkat.”", ("Al Jazeera",)),
        (
            "Kabar itu diungkap Rini Astuti, seperti dimuat AFP.\n\n"
            "Rini mengatakan kapal bocor.\n\n“Sudah lama,” kata Rini.",
            ("AFP",),
        ),
        ("Seperti dikutip media Iran, Rini Astuti menyatakan, “Saya yakin itu keliru.”", ()),
        (
            "Rini Astuti bekerja untuk AFP.\n\nRini mengatakan kapal bocor.\n\n“Sudah lama,” kata Rini.",
            (),
        ),
    ],
)
def test_ways(text, via):
    assert last(text).via == via


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # Whoever undergoes something does not speak.
        (
            "Kapolres Bram Adiputra mengatakan pelaku bernama Dodi lari ke hutan. Pelaku ditangkap di gubuk.\n\n"
            "“Dia sedang tidur,” ujarnya.",
            "Bram Adiputra",
        ),
        # An office that goes on is that of the last speaker, of whom none was told.
        (
            "“Kami siap,” kata Ushara. Presiden Bram Adiputra tiba kemarin. “Kami berharap,” tambah ajudan istana itu.",
            "Ushara",
        ),
        ("“Kami siap,” kata Rini Astuti. “Kami menang,” tambah Juru Bicara Istana.", "Rini Astuti"),
        # Kin of a name, with a place behind it.
        ("“Kami siap,” kata Rini Astuti. “Jangan lupa,” sesal anak buah Bram Adiputra di Wening ini.", "Rini Astuti"),
        # An office is called by its short form.
        (
            "Kepala Unit (Kanit) Penegakan Hukum (Gakkum) Dodi Pranata tiba. "
            "“Kami periksa,” kata Dodi. Bram Adiputra diam. "
            "“Kita lihat saja,” kata Kanit Gakkum.",
            "Dodi Pranata",
        ),
        ("Menteri Dalam Negeri Dodi Pranata datang. “Inflasi kita turun,” terang Mendagri.", "Dodi Pranata"),
        ("Presiden Guatemala Bernar Arevel berduka. “Hari ini sulit,” ucap Arevel.", "Bernar Arevel"),
        ("Ketua pemerintah bayangan NUG Mahwin Kin Khang Tan marah. “Tidak benar,” cuit Tan.", "Mahwin Kin Khang Tan"),
        ("Rini Astuti diam. “Terima kasih atas dukungan,” begitu bunyi postingan terakhir Rini.", "Rini Astuti"),
        # A platform is where it was written.
        ("Rini Astuti mengunggah sebuah pesan.\n\n“Jadilah sabar selalu,” tulis Instagram Story @rini.", "Rini Astuti"),
        # A second phrase opens before the name.
        (
            "Bram Adiputra tiba. Kini, setelah kabar itu tersebar, Rini Astuti membalas.\n\n“Saya sabar,” ujarnya.",
            "Rini Astuti",
        ),
        # An outlet only reports, or only hands on.
        (
            "Rini Astuti hanya bercanda. "
            "Media Singapura, AFP, melaporkan ketua terpilih Partai Rakyat (PRW) mengatakan hal ini.\n\n"
            "“Saya bercanda saja,” katanya.",
            "Rini Astuti",
        ),
        (
            "Kementerian Air mengatakan banjir akan surut.\n\n"
            "“Warga harus tetap waspada,” demikian bunyi pernyataan yang disampaikan AFP.",
            "Kementerian Air",
        ),
        (
            "Kementerian Air dan Sungai Palestina menyatakan banjir itu “sudah lewat”.",
            "Kementerian Air dan Sungai Palestina",
        ),
        (
            "Tetapi, seorang pejabat dari kantor Distrik Wenar mengatakan, mereka “belum menerima kabar”.",
            "seorang pejabat dari kantor Distrik Wenar",
        ),
        ("Agensi Lampu Emas membantah. “Kabar itu keliru,” tulis Lampu Emas.", "Lampu Emas"),
        ("Serangan yang digambarkan Kementerian Air sebagai “kejahatan yang nyata” terjadi.", "Kementerian Air"),
    ],
)
def test_speakers(text, speaker):
    assert last(text).speaker == speaker


@pytest.mark.parametrize(
    ("text", "role"),
    [
        # What follows a comma behind "menurut" is told.
        (
            "Menurut Dodi, hakim agung Artio terbawa arus. Pengacara Bram, Dodi Pranata, kecewa. "
            "“Kami kecewa,” kata Dodi.",
            "Pengacara Bram",
        ),
        ("Menurut Dodi Pranata, analis dari Bank Wening, “ini keliru dan tidak benar”.", "analis dari Bank Wening"),
        ("Profesor Rini Astuti, dari Universitas Lampu, datang. “Hati-hati,” kata Rini.", "Profesor Universitas Lampu"),
        ("Sang ibu, Rini Astuti, juga setuju dengan hal itu. “Dia pandai,” kata Rini.", ""),
        ("Lampu.com, Jakarta Penyanyi Rini Astuti pulang. “Aku kaget,” kata Rini.", "Penyanyi"),
        ("Presiden Indonesia Joko Wening (Jowen) bicara. “Kita siap,” kata Jowen.", "Presiden Indonesia"),
        ("Video itu viral di sosial media, Rini Astuti marah. “Saya sedih,” kata Rini.", ""),
        (
            "Rini Astuti pulang. Agensi Lampu Emas diam. Lampu Emas mengatakan itu keliru. "
            "Agensi Rini Astuti ini akan melapor. "
            "“Itu keliru,” tulis Lampu Emas.",
            "Agensi Rini Astuti",
        ),
        (
            "Sidang dengan terdakwa I Made Arta alias Jero SMK ditunda. Jero memohon. “Saya siap,” kata Jero.",
            "terdakwa",
        ),
    ],
)
def test_roles(text, role):
    assert last(text).role == role


def test_two_words_in_one_account_are_both_quoted():
    text = (
        "Rini Astuti mengatakan bahwa itu lanjutan dari perang “keji” terhadap warga, "
        "di mana negara harus “ikut menanggung”."
    )

    assert told(text) == [("keji", "Rini Astuti"), ("ikut menanggung", "Rini Astuti")]


def test_one_word_on_a_noun_in_an_account_is_no_quotation():
    assert told("Rini Astuti mengatakan bahwa sistem “jemput bola” itu berjalan.") == []


def test_words_for_somebody_do_not_say_whose_view_it_is():
    text = "Kementerian Air mengklaim bahwa bendungan itu “sementara” dan semua tempat belajar “aman” bagi warga."

    assert told(text) == [("sementara", "Kementerian Air"), ("aman", "Kementerian Air")]


def test_pronoun_behind_initials_begins_a_sentence():
    assert last("Polisi menangkap ST. Dia menyesal. “Saya keliru,” kata Rini Astuti.").speaker == "Rini Astuti"

"""Where a name begins and what its bearer is, in short sentences of our own."""

import pytest

from articles.quotefinder import find


def first(text, language):
    return find(text, language).quotations[0]


def named(text, language):
    quotation = first(text, language)
    return quotation.speaker, quotation.role


@pytest.mark.parametrize(
    ("who", "name", "role"),
    [
        (
            "Kepala Bidang Sungai, Dinas Air Wening, Rini Astuti",
            "Rini Astuti",
            "Kepala Bidang Sungai, Dinas Air Wening",
        ),
        ("juru bicara Polres, Ajun Komisaris Bram Adiputra", "Bram Adiputra", "juru bicara Polres, Ajun Komisaris"),
        ("Mayor Bram Adiputra, juru bicara kodim,", "Bram Adiputra", "Mayor, juru bicara kodim"),
        ("Kepala Seksi Humas (Kasihumas) Polres Wening, Dodi Pranata", "Dodi Pranata", None),
        ("Menteri Pertanian dan Pangan (Menko PP) Dodi Pranata", "Dodi Pranata", None),
        ("Menteri Air/Kepala Badan Pangan Dodi Pranata", "Dodi Pranata", "Menteri Air/Kepala Badan Pangan"),
        ("Direktur Pencegahan dan Pengendalian Banjir Dinas Air dr Dodi Pranata MPHM", "Dodi Pranata", None),
        ("Kepala Pusat Data, Informasi, dan Komunikasi Kebencanaan BNPB Dodi Pranata", "Dodi Pranata", None),
        ("Gubernur Jateng Sultan Dodi Pranata", "Sultan Dodi Pranata", "Gubernur Jateng"),
        ("Kapolda Bali I Wayan Pranata", "I Wayan Pranata", "Kapolda Bali"),
        ("Wakil Ketua DPRD JD Pranata", "JD Pranata", "Wakil Ketua DPRD"),
        ("Direktur Bandara Ahmad Yani Dodi Pranata", "Dodi Pranata", None),
        ("peneliti Pieter van der Berg", "Pieter van der Berg", "peneliti"),
        ("Lurah Kebon Sirih Suparman", "Suparman", "Lurah Kebon Sirih"),
        ("Bos OpenNET Dodi Pranata", "Dodi Pranata", "Bos OpenNET"),
        ("tunggal putri Putri Ayu Pranata", "Putri Ayu Pranata", "tunggal putri"),
        ("pendayung asal Wening, Dodi Pranata,", "Dodi Pranata", None),
    ],
)
def test_indonesian_offices_end_where_the_name_begins(who, name, role):
    quotation = first(f"“Kami sudah siap,” kata {who} di lokasi.", "id")

    assert quotation.speaker == name
    assert role is None or quotation.role == role


@pytest.mark.parametrize(
    ("who", "called"),
    [
        ("Menteri Pangan Andi Amran Pranata", "Amran"),
        ("Menteri Pangan Nawal Arafah Pranata", "Arafah"),
        ("Gubernur Muhammad Tito Pranata", "Tito"),
        ("Pelatih Persela Bojan Hodari", "Bojan"),
        ("Ketua DPRD Siti Rahma Hodari", "Hodari"),
    ],
)
def test_people_go_by_any_word_of_their_name(who, called):
    name = " ".join(who.split()[-(2 if "Pelatih" in who else 3) :])
    text = f"{who} menilai rencana itu keliru. “Harus diubah,” kata {called}. {called} menolak. “Tidak,” ujarnya."

    assert {quotation.speaker for quotation in find(text, "id").quotations} == {name}


def test_who_leads_a_court_belongs_to_it():
    text = "Hakim Pengadilan Negeri Wening yang diketuai Arif Pranata menolak. “Ditolak,” kata Arif."

    assert named(text, "id") == ("Arif Pranata", "Hakim Pengadilan Negeri Wening")


@pytest.mark.parametrize(
    "text",
    [
        "Yusmarni (48), warga setempat, kehilangan rumahnya. Ia mengungsi. “Air datang cepat,” tuturnya.",
        "Yusmarni, warga setempat yang mengungsi, kehilangan rumahnya. “Air datang cepat,” tuturnya.",
    ],
)
def test_single_word_with_an_age_or_a_role_behind_it_is_a_name(text):
    assert first(text, "id").speaker == "Yusmarni"


def test_two_players_beside_a_slash_are_two_people():
    text = "Dimas Wirawan/Galih Pranata menang lagi. “Kami puas,” kata Galih. “Senang,” ujar Dimas."

    assert [quotation.speaker for quotation in find(text, "id").quotations] == ["Galih Pranata", "Dimas Wirawan"]


@pytest.mark.parametrize(
    "text",
    [
        "Ketua panitia Dodi Pranata hadir.\n\n“Siap,” kata pria yang akrab disapa Pakde itu.\n\n“Ayo,” kata Pakde.",
        "Ketua panitia Dodi Pranata hadir.\n\n“Siap,” kata pria yang disebut Pakde ini.\n\n“Ayo,” kata Pakde.",
        "Ketua panitia Dodi Pranata atau Pakde Dodi hadir.\n\n“Siap,” kata Pakde Dodi.\n\n“Ayo,” kata Dodi.",
    ],
)
def test_nickname_of_somebody_pointed_at_leads_to_the_whole_name(text):
    assert {quotation.speaker for quotation in find(text, "id").quotations} == {"Dodi Pranata"}


@pytest.mark.parametrize(
    ("text", "language", "body"),
    [
        ("Badan Air Nasional (Banas) menolak. “Tidak benar,” tulis Banas.", "id", "Badan Air Nasional"),
        ("The Harbour Relief Fund met. “We will pay,” the HRF stated.", "en", "Harbour Relief Fund"),
    ],
)
def test_short_form_of_a_body_leads_to_its_name(text, language, body):
    assert first(text, language).speaker == body


def test_unnamed_speaker_has_the_role_that_the_words_tell():
    text = "Seorang penyidik yang menolak disebut namanya mengatakan hal itu. “Dia baru bekerja,” ujarnya."

    assert named(text, "id") == ("Seorang penyidik", "penyidik")


@pytest.mark.parametrize(
    ("text", "language", "role"),
    [
        ("Wahyu Adi masuk. Eks kiper Wening tersebut mengaku puas. “Menang,” ucap Wahyu.", "id", "Eks kiper Wening"),
        ("Tom Pell bought the pier. “We will paint it,” the Whitby businessman said.", "en", "Whitby businessman"),
    ],
)
def test_epithet_is_the_role_of_somebody_of_whom_nothing_else_is_told(text, language, role):
    assert first(text, language).role == role


def test_anybody_is_no_role():
    assert first("Rini Astuti datang. “Aku pulang,” kata perempuan itu.", "id").role == ""


@pytest.mark.parametrize(
    ("who", "name", "role"),
    [
        ("Secretary of State Anne Pell", "Anne Pell", "Secretary of State"),
        ("Sgt. Ann Bell of the Ellery Highway Patrol", "Ann Bell", "Sgt., of the Ellery Highway Patrol"),
        ("Chairperson of the Ellery Hotel and Restaurant Association (EHRA) Tom Pell", "Tom Pell", None),
        ("Health and Human Services Secretary Tom Pell", "Tom Pell", "Health and Human Services Secretary"),
        ("Indonesian Ambassador to Egypt Tom Pell", "Tom Pell", "Indonesian Ambassador to Egypt"),
        ("UN Secretary-General Tom Pell", "Tom Pell", "UN Secretary-General"),
        ("Goldbank economist Jan Hollis", "Jan Hollis", "Goldbank economist"),
        ("Rep. Robert C. “Bobby” Pell", "Robert C. “Bobby” Pell", "Rep."),
        ("Ruth Amberley, Pell's communications director", "Ruth Amberley", "Pell's communications director"),
        ("Ruth Amberley, Mrs. Pell's campaign manager", "Ruth Amberley", "Mrs. Pell's campaign manager"),
        ("lead author Ruth Amberley, an ecologist at Ellery", "Ruth Amberley", "lead author, ecologist at Ellery"),
        ("Ruth Amberley, who teaches botany at Ellery College", "Ruth Amberley", "teaches botany at Ellery College"),
        ("Ruth Amberley, of the Ellery Mission Church", "Ruth Amberley", "Ellery Mission Church"),
        ("Ruth Amberley, the force's head of roads policing", "Ruth Amberley", "force's head of roads"),
        ("Shelter's Ruth Amberley", "Ruth Amberley", ""),
        ("the Harbour Bell's architecture critic, Tom Pell", "Tom Pell", "Harbour Bell's architecture critic"),
        ("Tom Pell, from Leeds", "Tom Pell", ""),
        ("Rep. Tom Pell, R-La., the committee's chairman", "Tom Pell", "Rep. R-La, committee's chairman"),
    ],
)
def test_english_offices(who, name, role):
    quotation = first(f"“We are ready,” said {who}.", "en")

    assert quotation.speaker == name
    assert role is None or quotation.role == role


def test_what_stands_far_before_a_name_is_not_its_role():
    text = "A bystander's video shows Tom Pell on the pier. “I was late,” Pell said."

    assert named(text, "en") == ("Tom Pell", "")


def test_body_behind_a_comma_has_the_noun_before_it_for_a_role():
    text = "In a statement, the operator, Pierlight Ltd, said it was “deeply disappointed”."

    assert named(text, "en") == ("Pierlight Ltd", "operator")


def test_body_called_by_its_noun_is_no_person():
    text = "The consultancy Brightlamp called it “a muddle”. Ines Marsh disagreed. “It works,” she said."

    assert [quotation.speaker for quotation in find(text, "en").quotations] == ["Brightlamp", "Ines Marsh"]

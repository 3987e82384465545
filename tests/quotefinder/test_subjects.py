"""Who speaks where the sentence is longer than a name and a verb, in short sentences of our own."""

import pytest

from articles.quotefinder import find


def speakers(text, language):
    return [quotation.speaker for quotation in find(text, language).quotations]


def words(text, language):
    return [quotation.text for quotation in find(text, language).quotations]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Tom Pell has known Ann Lee for years and says she is “the best keeper here”.", "Tom Pell"),
        ("A harbour spokesman said it was early, but added: “Our thoughts are with them.”", "A harbour spokesman"),
        ("John Dale, the head of Ora Lamps — the firm that owns the pier — told me, “We sell light.”", "John Dale"),
        ("The plan was thrown out by councillors who said it offered “a view of the bypass”.", "councillors"),
        ("Ann Lee, President, Lamp Unit, Ellery Lamps, said it was “a good year”.", "Ann Lee"),
        ("Officials at Ellery Port, a division of Lamp Control, said it “may take years”.", "Officials at Ellery Port"),
        ("As Ms. Ann Lee put it in a letter, light is “the slowest of friends”.", "Ann Lee"),
        ("Mr. Pell's promise of a “lamp for every boat” was kept late.", "Pell"),
        ("Ellery Homes had argued otherwise. In a letter, the firm said it met “a clear local need”.", "Ellery Homes"),
        ("Ann Lee said the talks were led by rivals: “They want to close the pier.”", "Ann Lee"),
        ("“The nation is watching!” Pell's niece, Del. Ann Lee (D-Ellery), shouted to the crowd.", "Ann Lee"),
        ("She is due to film what bosses call a “blockbuster” week in October.", "bosses"),
        ("The van rolled past. “Go, van, go!” a child can be heard yelling.", "a child"),
        ("Mayor Tom Pell met Ann Lee. Lee spoke. The mayor has won. “I am glad,” he said.", "Tom Pell"),
        ("A petition, which describes the closure as “vandalism”, has many names.", "A petition"),
        ("Campaigners chanted “Save our pier!” outside the town hall.", "Campaigners"),
        ("Tom Orr spoke first. In a speech in May, Pell attacked “the hateful dark of the pier.”", "Pell"),
    ],
)
def test_english_subjects(text, speaker):
    assert speakers(text, "en")[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Adapun Kapolres Bogor menolak menanggapi. “Berikutnya,” katanya.", "Kapolres Bogor"),
        ("Budi Arif gugup. “Telinga saya berdengung,” ucap sang adik.", "Budi Arif"),
        ("“Harap waspada,” demikian keterangan tertulis BPBD Wening.", "BPBD Wening"),
        ("“Uang kembali,” demikian pengumuman promotor Bumi Suara.", "Bumi Suara"),
        ("Menurut laporan Bank Sungai tahun lalu, “separuh kapal tak pernah diperiksa”.", "Bank Sungai"),
        ("Budi Arif hadir. Keputusan itu menyebut kapal “tidak boleh berlayar lagi”.", "Keputusan itu"),
        ("Rini Astuti menyebut, Budi mengaku uangnya “habis”. “Untuk utang,” imbuh perwira itu.", "Rini Astuti"),
        ("Daniel Orr hadir. Menjawab Daniel, Amran menyalahkan “tukang timbun”. “Lapor,” katanya.", "Amran"),
        ("Sumber pelabuhan yang menyebut kapal itu “sudah lama bocor” enggan hadir.", "Sumber pelabuhan"),
        ("“Pulang saja,” tulis akun @lampu. “Setuju,” komentar warganet lain.", "warganet lain"),
    ],
)
def test_indonesian_subjects(text, speaker):
    assert speakers(text, "id")[-1] == speaker


def test_headline_in_capitals_is_no_sentence_whatever_its_stop():
    text = "Keeper Lets The Lamp Go Out.\n\nThe pier was dark. “We are sorry,” the pier team wrote."

    assert speakers(text, "en") == ["the pier team"]


def test_line_above_a_dateline_is_a_headline():
    text = "Pell says lamp ‘absolutely right’ in fog.\n\nELLERY (AP) — Tom Pell spoke. “It shone,” he said."

    assert words(text, "en") == ["It shone,"]


def test_short_line_that_ends_with_initials_is_the_story():
    text = "Mahasiswa bertahan.\n\n“Kita tidur di sini,” kata Dodi Pranata. (ab/C)"

    assert speakers(text, "id") == ["Dodi Pranata"]


@pytest.mark.parametrize(
    "text",
    [
        "They call the hour “lamp glow”, a term first used at sea.",
        "Tom Pell said that “revenge” was a word for novels.",
        "A fisher known as “Lamp Tom” told the team he was late.",
    ],
)
def test_words_talked_about_as_words_are_no_quotations(text):
    assert words(text, "en") == []


def test_abbreviation_may_stand_right_before_a_mark():
    assert speakers("Pell voted no. “I want light,” Tom Pell said.", "en") == ["Tom Pell"]


def test_mark_at_the_head_of_a_paragraph_opens_whatever_its_shape():
    text = "Tom Pell spoke.\n\n” … what I learned from ‘lamp men’ is patience,” he said."

    assert words(text, "en") == ["… what I learned from ‘lamp men’ is patience,"]


def test_repeated_words_on_a_line_of_their_own_are_a_pull_quote():
    text = "“Tidak ada masalah. Rini capek, itu saja,” kata Bagas Wirawan.\n\n“Rini capek, itu saja.”"

    assert words(text, "id") == ["Tidak ada masalah. Rini capek, itu saja,"]


@pytest.mark.parametrize(
    "text",
    [
        "Wening banjir lagi.\n\nGabungan Nelayan menolak. Dodi Pranata menilai rencana itu keliru. “Rugi,” katanya.",
        "Dodi Pranata menolak rencana itu.\n\n“Kami rugi banyak,” katanya",
        "Dodi Pranata menolak rencana itu.\n\n“Kami rugi banyak,” kata Dodi",
    ],
)
def test_line_of_the_story_is_no_page_line_and_no_heading(text):
    assert speakers(text, "id") == ["Dodi Pranata"]

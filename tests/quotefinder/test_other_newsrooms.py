"""The manners of many newsrooms, each with short sentences of our own."""

import pytest

from articles.quotefinder import find


def found(text, language):
    """(first word, speaker) of every quotation found."""
    return [(quotation.text.split()[0].strip(",."), quotation.speaker) for quotation in find(text, language).quotations]


def first(text, language):
    return find(text, language).quotations[0]


# English: who speaks


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "The residents of Dock Street heard Mayor Ruth Amberley. She listened. “I hear you,” she said.",
            ["Ruth Amberley"],
        ),
        (
            "Mayor Ruth Amberley spoke first. The keepers of the light were angry. “I hear you,” she said.",
            ["Ruth Amberley"],
        ),
        ("The Ellery Bank published a report. It described growth as “anaemic”.", ["Ellery Bank"]),
        ("“We’ll see you in court,” he said.\n\nMr Orr, from Leeds, is suing.", ["Orr"]),
        ("Tom Pell was calm. His wife, Nell, stood by him. “I am innocent,” he said.", ["Tom Pell"]),
        ("Striker Leo Vance was happy. “They ran,” said the 24-year-old.", ["Leo Vance"]),
        ("Pat Doyle woke up. “Then nothing,” the grandmother of four said.", ["Pat Doyle"]),
        ("Sen. Gail Moss left. Moss's colleague, Ray Ortiz, stayed. “Let’s talk,” he said.", ["Ray Ortiz"]),
    ],
)
def test_pronouns_and_epithets_pass_over_those_they_cannot_mean(text, speakers):
    assert [speaker for _, speaker in found(text, "en")] == speakers


def test_gender_is_learned_from_courtesies_and_kin():
    text = "Mr Adair Blane met Mrs Quill Orme. Quill Orme smiled at Adair Blane. “I am glad,” she said."

    assert first(text, "en").speaker == "Quill Orme"


def test_story_that_opens_with_somebody_unnamed_names_them_later():
    text = "The last baker of Dunmore has spoken of her “sorrow”.\n\nEdna Pell, 71, shuts in May."
    quotation = first(text, "en")

    assert (quotation.speaker, quotation.role) == ("Edna Pell", "last baker")


def test_noun_after_an_article_is_no_verb():
    assert first("He was Tom Pell. He called the warning system “a joke.”", "en").verb == "called"


def test_document_speaks_and_the_letter_of_a_body_speaks_for_the_body():
    assert found("A report obtained by the Associated Press found “serious gaps”.", "en") == [("serious", "A report")]
    assert found("The Tarn Council's letter to residents warned of “major disruption”.", "en") == [
        ("major", "Tarn Council")
    ]


def test_agency_quotes_somebody_as_saying():
    assert found("The agency quoted Bela Kun as saying the army was “on alert”.", "en") == [("on", "Bela Kun")]


def test_words_for_a_body_speak_and_not_the_agency_that_reports_them():
    quotation = first("The mayor's office said it was “cordial,” the official news agency SUNA reported.", "en")

    assert (quotation.speaker, quotation.via) == ("The mayor's office", ("SUNA",))


def test_body_named_over_small_words_is_one():
    text = "The Ministry of Trade and Industry called it “unfair”. The Harbour and Coast Agency said it was “late”."

    assert found(text, "en") == [("unfair", "Ministry of Trade and Industry"), ("late", "Harbour and Coast Agency")]


def test_any_past_form_right_behind_the_name_is_a_verb_of_saying():
    assert found("“We must wait,” Hadi Pranoto volunteered. “Long,” he sniffed.", "en") == [
        ("We", "Hadi Pranoto"),
        ("Long", "Hadi Pranoto"),
    ]


# English: roles and outlets


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("“It is rotten,” harbour master Nora Quill said.", "Nora Quill", "harbour master"),
        ("Skipper Neil Barrow spoke. “Stay ashore,” he said.", "Neil Barrow", "Skipper"),
        ("“We lost,” said Tom Adley of the fishermen's union.", "Tom Adley", "of the fishermen's union"),
        ("Mum-of-two Kelly Marsh said: “I was gutted.”", "Kelly Marsh", "Mum-of-two"),
        ("Her husband, Colin, a retired teacher, called it “a joke.”", "Colin", "retired teacher"),
        ("Ines Calloway, author of “The Salt Road”, said it was “kept dark”.", "Ines Calloway", "author"),
        (
            "“Empty,” the ministry's Director of Coastal Resources Hadi Pranoto remarked.",
            "Hadi Pranoto",
            "Director of Coastal Resources",
        ),
    ],
)
def test_english_roles(text, name, role):
    quotation = first(text, "en")

    assert (quotation.speaker, quotation.role) == (name, role)


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("“Stay ashore,” Neil Barrow told Radio Ellery.", ("Radio Ellery",)),
        ("“They hid it,” Nora Quill told the Ellery Courier newspaper.", ("Ellery Courier",)),
        ("“They hid it,” Nora Quill told the Star and Echo.", ("Star and Echo",)),
        ("“He was good,” Lila Marsh told CNN affiliate KXTV.", ("KXTV",)),
        ("“He was good,” Lila Marsh told local station WQRB-TV.", ("WQRB-TV",)),
    ],
)
def test_local_papers_and_stations_are_via(text, via):
    assert first(text, "en").via == via


@pytest.mark.parametrize(
    "text",
    [
        "Locals call the hill “Old Baldy.”",
        "Sales helped thousands of “papalele,” or fish traders, Nora Quill said.",
        "Historian Nora Quill, author of “The Salt Road”, arrived.",
    ],
)
def test_names_and_terms_in_english_marks_are_not_speech(text):
    assert found(text, "en") == []


# Indonesian


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "Wali Kota Teluk Senja Ratna Wulandari tiba. “Kita benahi,” kata Ratna.",
            "Ratna Wulandari",
            "Wali Kota Teluk Senja",
        ),
        ("“Siap,” kata Kepala Dinas Air Wening H. Bambang Karsa MM.", "Bambang Karsa", "Kepala Dinas Air Wening"),
        ("Ajudan bupati bernama Ferdi menulis “jangan telat”.", "Ferdi", "Ajudan bupati"),
        (
            "Anaknya, Siti Rukmana, kini menjadi guru di Wening. “Saya rindu,” ujar Siti.",
            "Siti Rukmana",
            "guru di Wening",
        ),
    ],
)
def test_indonesian_boundaries_of_name_and_role(text, name, role):
    quotation = first(text, "id")

    assert (quotation.speaker, quotation.role) == (name, role)


@pytest.mark.parametrize(
    "text",
    [
        "Dokter Melati Purnama, yang akrab disapa Mela, datang. “Cuci tangan,” kata Mela.",
        "“Cuci tangan,” kata Bu Mela, sapaan akrab Melati Purnama.",
        "Dokter Melati Purnama datang. “Cuci tangan,” kata Bu Mel –sapaannya–.",
    ],
)
def test_nickname_leads_to_the_full_name(text):
    assert first(text, "id").speaker == "Melati Purnama"


def test_body_with_commas_is_known_by_its_short_form():
    text = "Badan Cuaca, Iklim, dan Gempa (BCIG) siaga. “Ombak tinggi,” demikian BCIG."

    assert found(text, "id") == [("Ombak", "Badan Cuaca, Iklim, dan Gempa")]


def test_speaker_is_named_without_the_wish_not_to_be_named():
    text = "Seorang pedagang yang enggan disebut namanya mengatakan ada “setoran harian”."

    assert found(text, "id") == [("setoran", "Seorang pedagang")]


def test_account_and_others_speak():
    text = "“Enak,” tulis @kulinerwening. “Mahal,” timpal yang lain."

    assert found(text, "id") == [("Enak", "@kulinerwening"), ("Mahal", "yang lain")]


def test_subject_of_the_same_sentence_goes_before_the_one_talked_of():
    text = "Rusdi Karsa pulang. Surya Adinata mengumumkan “Poros Biru” yang disebutnya sebagai “rumah bersama”."

    assert found(text, "id") == [("rumah", "Surya Adinata")]


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("Surat kabar Harian Fajar menulis bahwa itu “pengkhianatan”.", ("Harian Fajar",)),
        ("Harian Senja Tarn melaporkan Ostrov menyebut rekannya “bodoh”.", ("Harian Senja Tarn",)),
        ("“Laut rusak,” kata Sahrul pada Mongabay.", ("Mongabay",)),
        ("“Saya diam,” kata Rosa Hanum dalam program Titik Temu di Kompas TV.", ("Kompas TV",)),
        ("Dalam podcast Malam Senja, Raisya Kirana mengaku takut. “Aku takut,” kata Raisya.", ("Malam Senja",)),
    ],
)
def test_papers_programmes_and_podcasts_are_via(text, via):
    assert first(text, "id").via == via


@pytest.mark.parametrize(
    "text",
    [
        "Istilah “kopi darat”, kata Dodi Pranata, sudah usang.",
        "Dodi Pranata mengatakan ada tanda bahaya atau “red flag” pada pasien.",
        "Dodi Pranata menjelaskan sistem “jemput bola” itu kepada warga.",
        "Dodi Pranata mengatakan pelaku memakai modus “tukar guling”.",
        "Warga menyebut jembatan itu “Jembatan Cinta”.",
        "Bram Adiputra meluncurkan program “Desa Terang”. Ia berharap “Desa Terang” berhasil.",
        "Video itu disertai narasi “Gunung Wening meletus”.",
    ],
)
def test_terms_titles_and_hoaxes_are_not_speech(text):
    assert found(text, "id") == []

from datetime import date
from pathlib import Path

import pytest

from articles.interchange.page import parse_page
from articles.interchange.story import Block, Story, StoryError

DATA = Path(__file__).parent.parent / "data"


def page(*lines: str) -> Story:
    return parse_page("\n\n".join(lines).encode())


def texts(story: Story) -> list[str]:
    return [block.text for block in story.blocks]


def test_page_gives_headline_and_publisher():
    story = parse_page((DATA / "dermaga.txt").read_bytes())

    assert story.headline == "Warga Teluk Senja Tolak Dermaga, Wali Kota Sebut ‘Harga Mati’"
    assert story.publisher == "kabarsenja.example"
    assert story.footers == ("sumber : beritapantai.example",)


def test_short_lines_between_paragraphs_are_subheadings():
    story = parse_page((DATA / "dermaga.txt").read_bytes())

    assert story.subheadings == ("Janji Lama", "‘Harga Mati’")
    assert Block("h2", "Janji Lama") in story.blocks


def test_noise_leaves_no_trace_in_the_body():
    words = "\n".join(texts(parse_page((DATA / "dermaga.txt").read_bytes())))

    assert words.startswith("Wali Kota Ratna Wulandari menerima undangan")
    assert words.endswith("bertemu Bagas Prakoso lagi pekan depan.")
    for noise in ("0\n", "kabarsenja", "Baca juga", "sumber", "LEAVE"):
        assert noise not in words


def test_dates_of_the_text_are_found_and_the_newest_is_the_page_s():
    story = parse_page((DATA / "dermaga.txt").read_bytes())

    assert story.dates == (date(2025, 3, 5), date(2025, 3, 6))
    assert story.published_on(date(2025, 4, 1)) == date(2025, 3, 6)


def test_a_date_to_come_is_not_the_page_s():
    story = page("Judul", "Dermaga mulai dibangun pada 5 Maret 2025 dan selesai pada 1 Mei 2031.")

    assert story.published_on(date(2025, 4, 1)) == date(2025, 3, 5)


def test_hard_wrapped_page_has_whole_paragraphs():
    story = parse_page((DATA / "ferry.txt").read_bytes())

    assert story.headline == "Ferry to Pulau Kapas Stops for Repairs"
    assert (story.publisher, story.place) == ("Harbour Wire", "TELUK SENJA")
    assert story.published_on(date(2025, 4, 1)) == date(2025, 3, 7)
    assert story.subheadings == ("What the Pupils Will Do",)
    assert story.tags == ("ferry", "Pulau Kapas")
    assert len(story.blocks) == 5
    assert texts(story)[-1].startswith('"We know the water,"')
    assert texts(story)[-1].endswith("of the boats himself.")


def test_the_page_s_own_date_line_counts_more_than_its_text():
    story = page("Judul berita", "Jumat, 7 Maret 2025 10:30 WIB", "Hujan turun pada 9 Maret 2025.")

    assert story.published_on(date(2025, 4, 1)) == date(2025, 3, 7)
    assert texts(story) == ["Hujan turun pada 9 Maret 2025."]


@pytest.mark.parametrize(
    ("line", "publisher", "place", "rest"),
    [
        ("kabarsenja.example – Hujan turun.", "kabarsenja.example", "", "Hujan turun."),
        ("KABARSENJA.example, Teluk Senja - Hujan turun.", "KABARSENJA.example", "Teluk Senja", "Hujan turun."),
        ("TELUK SENJA, Kabarsenja.example -- Hujan turun.", "Kabarsenja.example", "TELUK SENJA", "Hujan turun."),
        ("Jakarta (ANTARA) - Hujan turun.", "ANTARA", "Jakarta", "Hujan turun."),
        ("Teluk Senja – kota di pesisir – dilanda hujan.", "", "", "Teluk Senja – kota di pesisir – dilanda hujan."),
        ("TELUK SENJA (Harbour Wire) - Hujan turun.", "Harbour Wire", "TELUK SENJA", "Hujan turun."),
        ("Dewan Kota (DK) - yang baru - datang.", "", "", "Dewan Kota (DK) - yang baru - datang."),
        ("Kata 00(0A): begitu.", "", "", "Kata 00(0A): begitu."),
        ("Wali kota (57) - yang baru - datang.", "", "", "Wali kota (57) - yang baru - datang."),
    ],
)
def test_dateline_gives_publisher_and_place(line, publisher, place, rest):
    story = page("Judul", line)

    assert (story.publisher, story.place, texts(story)) == (publisher, place, [rest])


def test_address_above_the_headline_is_the_page_s():
    story = page("https://www.kabarsenja.example/2025/03/dermaga", "Judul", "Hujan turun.")

    assert story.url == "https://www.kabarsenja.example/2025/03/dermaga"
    assert story.publisher == "kabarsenja.example"


def test_outlet_at_the_end_of_a_window_title_is_the_publisher():
    story = page("Warga Tolak Dermaga - kabarsenja.example", "Hujan turun.")

    assert (story.headline, story.publisher) == ("Warga Tolak Dermaga", "kabarsenja.example")


@pytest.mark.parametrize(
    "noise",
    [
        "0",
        "1.204",
        "12 Shares",
        "Dibaca 1.024 kali",
        "Facebook Twitter WhatsApp",
        "* * *",
        "ADVERTISEMENT",
        "SCROLL TO CONTINUE WITH CONTENT",
        "Baca juga : Harga Ikan Naik",
        "Lihat juga Video: Ombak Besar",
        "[Gambas:Video 20detik]",
        "Foto: Warga di dermaga (Dok. Pemkot)",
        "Penulis: Sekar Ayu",
        "Oleh Sekar Ayu",
        "Ikuti berita terbaru kami di Google News.",
        "#TelukSenja #Dermaga",
        "(sek/B-2)",
    ],
)
def test_line_of_the_page_is_left_out(noise):
    story = page("Judul", "Hujan turun.", noise, "Air naik.")

    assert texts(story) == ["Hujan turun.", "Air naik."]


@pytest.mark.parametrize(
    "line",
    [
        "Dia datang bersama Ani (istri wali kota).",
        "Next, the council will vote.",
        "Published works are rare in Teluk Senja.",
        "Hak cipta adalah hak eksklusif pencipta.",
        "Tagar itu dipakai warga Teluk Senja.",
        "Read more books, she said.",
        "Berita itu tersebar cepat.",
        "Oleh karena itu warga menolak.",
        "First published in 1920, the map still guides the boats.",
        "Foto itu milik Getty Images.",
        "Related work waits for the summer.",
    ],
)
def test_sentence_that_begins_like_noise_stays(line):
    assert line in texts(page("Judul", "Hujan turun.", line, "Air naik."))


@pytest.mark.parametrize(
    "line",
    [
        "“Kami tidak tahu apa pun soal itu”",
        "SELURUH WARGA MENOLAK",
        "dan begitu seterusnya",
        "Ini kalimat pendek.",
        "Daftar warga:",
        "Kata demi kata yang panjang sekali hingga lewat dua belas kata tanpa titik di akhirnya",
    ],
)
def test_line_that_is_no_subheading_is_a_paragraph(line):
    story = page("Judul", "Hujan turun.", line, "Air naik.")

    assert Block("p", line) in story.blocks


def test_short_lines_in_a_row_are_a_list_and_no_subheadings():
    assert page("Judul", "Pilihannya tiga.", "Muara", "Pantai", "Bukit", "Warga memilih.").subheadings == ()


def test_last_and_first_lines_are_no_subheadings():
    assert page("Judul", "Sebuah Laporan", "Hujan turun.", "Sekar Ayu").subheadings == ()


def test_headlines_of_a_related_list_are_left_out():
    story = page("Judul", "Hujan turun.", "BERITA TERKAIT", "Harga Ikan Naik", "Pasar Dibuka Lagi", "Air naik.")

    assert texts(story) == ["Hujan turun.", "Air naik."]


def test_reply_link_above_the_text_does_not_end_the_page():
    assert texts(page("Judul", "Leave a Comment", "Hujan turun.")) == ["Hujan turun."]


def test_replies_under_the_story_are_left_out():
    assert texts(page("Judul", "Hujan turun.", "3 KOMENTAR", "Budi: Semoga reda.")) == ["Hujan turun."]


def test_initials_of_the_desk_are_left_out():
    assert texts(page("Judul", "“Air naik,” tutup Sekar. (Tri/P-2)")) == ["“Air naik,” tutup Sekar."]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_with_a_byte_order_mark_is_read(encoding):
    story = parse_page("Judul ‘satu’\r\n\r\nHujan turun.\r\n".encode(encoding))

    assert (story.headline, texts(story)) == ("Judul ‘satu’", ["Hujan turun."])


def test_words_of_other_scripts_and_emoji_survive():
    words = "قال رئيس البلدية إن المطر غزير ‏(٣ مارس)‏ 👩‍👩‍👧 เมือง 村の港は静かだ。"

    assert texts(page("Judul", words + "\x07\x1b")) == [words]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "white space"),
        (b"\xef\xbb\xbf", "white space"),
        (b"Judul\x00\n\nIsi.", "binary"),
        (bytes(range(32)) * 20, "binary"),
        ("Judul\n\nKafé.".encode("latin-1"), "UTF-8: byte 11 "),
        (b"<!DOCTYPE html><html><body>Isi</body></html>", "markup"),
        (b"Judul saja", "no text under its headline"),
        (b"0\n\nLEAVE A REPLY\n", "no headline"),
        (b"kabarsenja.example - Hujan turun di kota.\n\nAir naik.", "no headline"),
        (b"Hujan turun di kota. " * 20, "no headline"),
        (b"Hujan " * 900_000, "5.4 MB"),
    ],
)
def test_what_is_no_page_is_refused_with_its_reason(data, reason):
    with pytest.raises(StoryError, match=reason):
        parse_page(data)


def test_wrapped_page_that_ends_in_a_line_break_is_read():
    line = "Kapal feri yang lama ditunggu warga akhirnya bersandar di dermaga timur kota itu"
    paragraph = "\n".join([line, line, line, "pada pagi hari."])

    page = parse_page(f"Kapal tiba\n\n{paragraph}\n\n{paragraph}\n\n{paragraph}\n".encode())

    assert len(page.blocks) == 3

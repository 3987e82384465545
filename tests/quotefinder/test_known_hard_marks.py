"""The known hard cases of marks and of what is no speech, each with a short text of our own."""

from articles.quotefinder import find


def said(text, language="id"):
    """(words, speaker) of every quotation found."""
    return [(quotation.text.rstrip(",."), quotation.speaker) for quotation in find(text, language).quotations]


def speakers(text, language="id"):
    return [quotation.speaker for quotation in find(text, language).quotations]


# 9. Marks


def test_closing_mark_used_to_open():
    assert said("”Kami siap,” kata Rini Astuti.") == [("Kami siap", "Rini Astuti")]


def test_stray_closing_mark_is_passed_over():
    text = 'Hujan turun semalam."\n\n"Kami waspada," kata Rini Astuti."'

    assert said(text) == [("Kami waspada", "Rini Astuti")]


def test_unclosed_paragraphs_are_cut_at_the_next_opening_mark():
    text = "Emma Clarke, 34, said: “It came fast.\n\n“We ran.”"

    assert said(text, "en") == [("It came fast", "Emma Clarke"), ("We ran", "Emma Clarke")]


def test_quotation_inside_a_quotation_is_no_entry():
    text = "“Dia bilang ‘jangan takut’ kepada saya,” kata Rini Astuti."

    assert said(text) == [("Dia bilang ‘jangan takut’ kepada saya", "Rini Astuti")]


def test_text_that_lost_its_paragraphs():
    text = "“Satu hari,” kata Rini Astuti. “Dua hari.” “Tiga hari cukup.” Hujan reda. “Syukurlah,” kata Bagas Wirawan."

    assert speakers(text) == ["Rini Astuti", "Rini Astuti", "Rini Astuti", "Bagas Wirawan"]


def test_blank_on_the_wrong_side_of_the_closing_mark():
    assert said('"Kami siap, "kata Rini Astuti.') == [("Kami siap", "Rini Astuti")]


def test_british_single_marks():
    text = "'It's the residents' homes that matter,' said councillor Joan Ashby."

    assert said(text, "en") == [("It's the residents' homes that matter", "Joan Ashby")]


def test_guillemets_and_doubled_single_marks():
    assert said("«Kami siap,» kata Rini Astuti. ''Sungguh,'' ujarnya.") == [
        ("Kami siap", "Rini Astuti"),
        ("Sungguh", "Rini Astuti"),
    ]


def test_interrupted_quotation_has_two_entries_of_one_speaker():
    text = "“Kami,” kata Rini Astuti, “tidak pernah setuju.”"

    assert said(text) == [("Kami", "Rini Astuti"), ("tidak pernah setuju", "Rini Astuti")]


# 10. Not speech


def test_titles_nicknames_labels_and_slogans_are_not_speech():
    text = (
        "Robert “Bobi” Lantang hadir dalam diskusi bertajuk “Menatap Esok”. Massa membawa spanduk bertuliskan "
        "“Tolak Tambang”. Ia dijuluki “Si Banteng”. Gol itu ‘membunuh’ laga. Film “Senja di Utara” diputar."
    )

    assert said(text) == []


def test_marks_in_headlines_and_page_lines_are_not_speech():
    text = "Wening Bentuk ‘Aliansi Baru’\n\nHujan turun.\n\nBaca juga: “Kami Siap,” Kata Wening\n\n‘Aliansi Baru’"

    assert said(text) == []


def test_comments_below_the_story_are_not_speech():
    text = "Hujan turun.\n\n“Banjir,” kata Rini Astuti.\n\nLEAVE A REPLY\n\n“Bagus!” kata pembaca."

    assert said(text) == [("Banjir", "Rini Astuti")]

"""Forms that few texts have."""

import pytest

from articles.quotefinder import find


def said(text, language):
    return [(quotation.text, quotation.speaker) for quotation in find(text, language).quotations]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Said Tom Orr: “It fell down.”", "It fell down.", "Tom Orr"),
        ("Ann Pell quit. Her promise of “full and equal support” was broken.", "full and equal support", "Ann Pell"),
        ("Tom Orr came in. Then he paused and added: “It fell.”", "It fell.", "Tom Orr"),
        ("Ann Pell called the bill “dead on arrival”.", "dead on arrival", "Ann Pell"),
        ("The minister's letter to residents says: “Stay in.”", "Stay in.", "The minister"),
        ("“It cannot hold.”\n\n“It fell,” he said. “It did,” said Tom Orr.", "It cannot hold.", "Tom Orr"),
    ],
)
def test_english(text, words, speaker):
    assert said(text, "en")[0] == (words, speaker)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("“Kami siap. “Nanti saja,” kata Budi.", "Kami siap.", "Budi"),
        ("“Kami siap.”\n\nDemikian dikatakan Rini Astuti.", "Kami siap.", "Rini Astuti"),
    ],
)
def test_indonesian(text, words, speaker):
    assert said(text, "id")[0] == (words, speaker)


def test_title_of_a_broadcast_behind_its_station_is_no_quotation():
    assert said("On CNN's “Morning Light” Tom Orr said it fell.", "en") == []


def test_province_before_a_title_belongs_to_the_role():
    (quotation,) = find("Southern Wening province Gov. Ann Pell said: “It fell.”", "en").quotations

    assert (quotation.speaker, quotation.role) == ("Ann Pell", "Southern Wening province Gov.")


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ("The head of the harbour police, Ann Pell, said “we found lamps”.", "Ann Pell", "head of the harbour police"),
        (
            "“It fell,” the head of Wening district Lamp Agency Tom Orr told us.",
            "Tom Orr",
            "head of Wening district Lamp Agency",
        ),
        ("Police chief I Made Oka said “he fell”.", "I Made Oka", "Police chief"),
    ],
)
def test_english_offices(text, speaker, role):
    (quotation,) = find(text, "en").quotations

    assert (quotation.speaker, quotation.role) == (speaker, role)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rini kepada wartawan mengatakan,” Wilayah kami rawan.”", "Wilayah kami rawan."),
        ("Rini menyampaikan” Bantuan sudah kami berikan.\n\nWarga senang.", "Bantuan sudah kami berikan."),
    ],
)
def test_closing_mark_behind_a_verb_of_saying_opens(text, words):
    assert said(text, "id") == [(words, "Rini")]


def test_field_behind_an_office_is_no_name():
    (quotation,) = find("“Ada bukti,” kata juru bicara bidang Penindakan Ari Fikran. Ari pergi.", "id").quotations

    assert quotation.speaker == "Ari Fikran"


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ("Kades Wening melalui Sekdes Budi Karsa kepada Sumut Pos mengatakan, “Kami siap.”", "Budi Karsa", "Sekdes"),
        (
            "Kabid Layanan Wening, Dokter Rini Astuti, berkata “kami siap”.",
            "Rini Astuti",
            "Kabid Layanan Wening, Dokter",
        ),
        (
            "Budi Karsa, kepala Badan Air Daerah (BAD) Kabupaten Wening berkata “kami siap”.",
            "Budi Karsa",
            "kepala Badan Air Daerah (BAD) Kabupaten Wening",
        ),
        ("“Kami siap,” ujar Kapolsek AKP MP Karsa.", "MP Karsa", "Kapolsek AKP"),
    ],
)
def test_indonesian_offices(text, speaker, role):
    (quotation,) = find(text, "id").quotations

    assert (quotation.speaker, quotation.role) == (speaker, role)

"""What news that the rules had not seen taught, each with short sentences of our own."""

import pytest

from articles.quotefinder import find


def first(text, language):
    return find(text, language).quotations[0]


def all_of(text, language):
    return [(quotation.text, quotation.speaker) for quotation in find(text, language).quotations]


# English


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tom Pell said the plan for the pier was ‘a muddle’. ‘We need action,’ he said.", "a muddle"),
        ("Tom Pell told Sky News that the harbour would ‘mend the nets’.", "mend the nets"),
        ('Tom Pell said the new budget for the pier was ‘a "proper" mess’ on Monday.', 'a "proper" mess'),
    ],
)
def test_single_marks_as_the_chief_ones_hold_fragments(text, words):
    assert all_of(text, "en")[0] == (words, "Tom Pell")


def test_single_marks_beside_many_double_ones_stay_lesser():
    text = 'Tom Pell said the plan for the pier was ‘a muddle’. "We need action," he said. "Now," he said.'

    assert "a muddle" not in [words for words, _ in all_of(text, "en")]


def test_whom_something_is_said_of_does_not_say_it():
    unsaid = first("Keepers have been accused of ‘a betrayal of the sea’ after the lamp went out.", "en")
    by_agent = first("Keepers have been accused by Ruth Amberley of ‘a betrayal of the sea’.", "en")
    behind = first("Tom Orr was described as “a quiet man” by his neighbour Ann Lee.", "en")
    later = first("Keepers had been told to treat the lamp as “a spare candle”, said Tom Pell.", "en")

    assert [unsaid.speaker, by_agent.speaker] == ["", "Ruth Amberley"]
    assert [behind.speaker, later.speaker] == ["Ann Lee", "Tom Pell"]


def test_pundit_speaks_through_the_station():
    text = "Former keeper Nell Orme, a pundit for BBC Radio 5 Live, said they were slow. “It was hard,” she said."

    assert first(text, "en").via == ("BBC Radio 5 Live",)


def test_somebody_unnamed_is_meant_again_with_the_outlet():
    text = "A senior official told The Guardian that the ship was lost. “We do not know why,” the official said."
    quotation = first(text, "en")

    assert (quotation.speaker, quotation.via) == ("A senior official", ("The Guardian",))


# Nicknames


def test_only_an_explicit_nickname_is_one():
    called = "Bambang Karsa dipanggil Raden Wening. “Kami datang malam ini,” kata Raden Wening."
    nick = "Bambang Karsa biasa dipanggil Wening. “Kami datang malam ini,” kata Wening."

    assert [first(called, "id").speaker, first(nick, "id").speaker] == ["Raden Wening", "Bambang Karsa"]


# Indonesian


@pytest.mark.parametrize(
    "office",
    [
        "Direktur Gunung Api dan Tsunami BCIG Dr. Hartono Wibisana, S.Si., M.Si.",
        "Kepala Pusat Gunung Api dan Tsunami BCIG Hartono Wibisana, S.Si, M.Si., Senin.",
        "Kepala Dinas Pangan dan Peternakan Wening drh. Hartono Wibisana.",
        "dokter Hartono Wibisana, Sp.PD-KEMD.",
        "Ustaz Hartono Wibisana, Lc., M.Kes.",
    ],
)
def test_name_comes_after_the_whole_office_and_before_degrees(office):
    assert first(f'"Kami siaga sampai besok pagi," kata {office}', "id").speaker == "Hartono Wibisana"


def test_two_people_joined_stay_two():
    text = '"Kami siaga malam ini," kata Camat Bambang Karsa dan Lurah Hartono Wibisana.'

    assert first(text, "id").speaker == "Bambang Karsa"


def test_subject_swallows_no_verb_and_a_body_is_meant_again():
    text = 'BMKG memastikan itu keliru. Lembaga itu menegaskan tak ada yang bisa memprediksi angin "sampai ke jamnya".'
    quotation = first(text, "id")

    assert (quotation.speaker, quotation.verb) == ("BMKG", "menegaskan")


@pytest.mark.parametrize(
    ("credit", "via"),
    [
        ("dikutip dari RRI Ambon, Senin.", "RRI Ambon"),
        ("kepada TVRI Jakarta, Senin.", "TVRI Jakarta"),
        ("dikutip dari laman resmi Liga 1, Senin.", "Liga 1"),
    ],
)
def test_station_keeps_its_place_and_a_league_its_number(credit, via):
    assert first(f'"Kami siap berlayar besok," kata Bambang Karsa {credit}', "id").via == (via,)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            'Video itu dari akun Instagram @kabarwening. "Air naik lagi," tulis akun tersebut.',
            "akun Instagram @kabarwening",
        ),
        ('Warga resah. Pesan berantai itu berbunyi, "Malam ini laut akan naik."', "Pesan berantai"),
        ('Warga resah. Salah satu akun pengunggah menuliskan: "Laut naik malam ini."', "Salah satu akun pengunggah"),
    ],
)
def test_accounts_and_messages_speak(text, speaker):
    assert first(text, "id").speaker == speaker


@pytest.mark.parametrize(
    ("opening", "speaker"),
    [
        ("Bekas juru kunci gudang yang ditemui Tempo berkisah lama.", "Bekas juru kunci gudang"),
        ("Seorang pedagang mengatakan harga naik.", "Seorang pedagang"),
    ],
)
def test_somebody_unnamed_enters_and_goes_on(opening, speaker):
    text = f'Bambang Karsa membantah. {opening} Menurut dia, semua diatur. "Pemenangnya sudah ada," katanya.'

    assert first(text, "id").speaker == speaker


def test_pronoun_means_the_subject_of_the_sentence_before():
    text = "Peneliti Sari Wening hadir. Analis pasar, Bambang Karsa, melihat pasar lesu. "
    text += 'Dalam catatannya, ia menulis arus itu "sama sekali belum pulih".'

    assert first(text, "id").speaker == "Bambang Karsa"


def test_one_of_those_before_speaks_through_their_outlet():
    text = "Beberapa pejabat mengatakan kepada The Guardian bahwa kapal itu rusak. "
    text += '"Kami belum tahu sebabnya," kata salah satu pejabat tersebut.'

    assert first(text, "id").via == ("The Guardian",)


def test_translation_is_no_second_quotation():
    text = 'Bambang Karsa berkata, "Tempus fugit semper," yang berarti "waktu selalu terbang jauh sekali".'

    assert len(all_of(text, "id")) == 1


def test_line_that_repeats_words_of_the_story_is_a_pull_quote():
    body = "Tom Pell spoke. The pier will be mended before the spring fair begins, he said.\n\n{}\n\nThe pier is old."

    assert all_of(body.format("“The pier will be mended before the spring fair”"), "en") == []
    assert len(all_of(body.format("“Nobody has asked the people who fish from it”"), "en")) == 1


def test_office_in_small_letters_before_the_subject():
    text = '"Pasar lesu sekali," kata Sari Wening.\n\nPengamat uang dan komoditas, Bambang Karsa, melihat rupiah lesu.'
    text += '\n\nDalam catatannya, ia menulis arus itu "sama sekali belum pulih".'

    assert find(text, "id").quotations[1].speaker == "Bambang Karsa"


def test_office_with_the_acronym_of_a_body_in_brackets():
    text = '"Kami siaga," ujar Ketua Umum Asosiasi Pedagang Pasar dan Ritel Wening (APPRW) Lestari Hapsari.'

    assert first(text, "id").speaker == "Lestari Hapsari"


def test_handle_belongs_to_the_account():
    text = 'Video beredar. Pemilik akun TikTok @airnaik menulis keterangan, "Banjir bandang di Wening."'

    assert first(text, "id").speaker == "Pemilik akun TikTok @airnaik"


def test_long_chains_of_those_met_end():
    text = "Bambang Karsa " + "yang ditemui Sari Wening " * 2000 + 'mengatakan "kami siap berangkat".'

    assert len(all_of(text, "id")) == 1


def test_several_people_are_not_meant_by_one():
    text = 'Kapolres Bambang Karsa datang. Sejumlah warga mengaku takut. "Kami cek lagi besok," katanya.'

    assert first(text, "id").speaker == "Bambang Karsa"

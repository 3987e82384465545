"""What Indonesian news that the rules had not seen taught, each with short sentences of our own."""

import pytest

from articles.quotefinder import find


def first(text):
    return find(text, "id").quotations[0]


def last(text):
    return find(text, "id").quotations[-1]


def words_of(text):
    return [quotation.text for quotation in find(text, "id").quotations]


# Who speaks


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Bupati Budi H. Karsa datang. "Kami siap," kata Budi.', "Budi H. Karsa"),
        ('Kapolres AKBP Fredi WA Karsa datang. "Kami siap menjaga," katanya.', "Fredi WA Karsa"),
        ('Juru Bicara Kementerian Luar Negeri Mao Ning datang. "Kami siap," kata Mao Ning.', "Mao Ning"),
        ('Maria Bela Nona Wening, guru, datang. "Kami siap," kata guru itu.', "Maria Bela Nona Wening"),
        ('Kepala Desa Karang Wening Suhendri datang. "Jalan masih rusak," katanya.', "Suhendri"),
        ('Kapolres Kombes Susanto datang. "Kami siap menjaga," kata Santo.', "Susanto"),
        ('Pelatih Perssik Wening menang. Perssik Wening bangga. "Kami siap," kata Perssik Wening.', "Perssik Wening"),
    ],
)
def test_name_is_whole(text, speaker):
    assert first(text).speaker == speaker


def test_office_before_a_pointing_word_does_not_run_on_to_the_verb():
    text = 'CEO Lentera Rini Astuti datang. CEO itu bahkan maju lebih jauh dengan mengatakan rencana itu "tidak adil".'

    assert first(text).speaker == "Rini Astuti"


def test_role_between_commas_that_lacks_its_second_comma():
    text = 'Rini, salah seorang warga mengeluhkan jalan itu. "Jalan ini sudah lama rusak," ujarnya.'

    assert (first(text).speaker, first(text).role) == ("Rini", "warga")


def test_pronoun_of_people_is_no_body():
    text = (
        "Ketua Lembaga Lentera Wening, Rini Astuti, datang. Lembaga Lentera Wening (LLW) berharap damai. "
        '"Kami siap," kata dia.'
    )

    assert first(text).speaker == "Rini Astuti"


def test_office_talked_of_does_not_speak():
    text = (
        'Komisaris Bank Lentera Rini Astuti datang. "Ia mundur kemarin," kata Rini. '
        'Setelah masa itu, penetapan pelaksana tugas Direktur Utama akan dibahas. "Nanti kita lihat," katanya.'
    )

    assert last(text).speaker == "Rini Astuti"


def test_words_about_a_topic_are_those_of_their_owner():
    text = 'Budi Karsa menilai hal itu wajar. Ia mengatakan itu tampak pada pernyataan Rini Astuti soal "angin tua".'

    assert last(text).speaker == "Rini Astuti"


def test_statement_speaks_for_whoever_made_it():
    text = '"Kami sangat sedih," ungkap pernyataan Kementerian Laut Wening. "Kami berduka," lanjut pernyataan itu.'

    assert {quotation.speaker for quotation in find(text, "id").quotations} == {"Kementerian Laut Wening"}


def test_answering_is_no_saying():
    text = 'Menanggapi "surat terbuka dari warga" itu, Rini Astuti tersenyum. "Kami siap," kata Rini.'

    assert words_of(text)[-1] == "Kami siap,"


# Which marks hold speech


@pytest.mark.parametrize(
    "text",
    [
        'Rini Astuti datang. Lagu "Yang Pergi dan yang Pulang" karya Budi Karsa mengalun.',
        'Rini Astuti datang. Mereka menyanyikan "Merpati Pulang" ciptaan Budi Karsa.',
        "Rini Astuti datang membawa 'sistem jemput bola' ini ke Wening.",
    ],
)
def test_title_of_a_work_is_no_speech(text):
    assert words_of(text) == []


def test_word_for_the_others_is_no_verb():
    text = 'Juru bicara Rini Astuti mengatakan itu "serangan terarah" lainnya pekan ini.'

    assert (first(text).verb, first(text).speaker) == ("mengatakan", "Rini Astuti")


def test_heading_that_breaks_off_gives_no_name():
    text = (
        "Rini Astuti Respons Kritik Warga\nRini Astuti Respons...\n"
        'Lurah Rini Astuti datang kemarin pagi.\n"Kami siap," kata Rini.'
    )

    assert first(text).speaker == "Rini Astuti"


# Through whom


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ('"Kami siap menanam," ujar Rini Astuti, dilansir http://humas.wening.go.id.', "humas.wening.go.id"),
        ('"Kami siap," kata Rini Astuti dalam diskusi yang ditayangkan akun YouTube BEM Wening.', "BEM Wening"),
        (
            'Hal itu terlihat melalui tayangan di kanal YouTube Wening Asri. "Kami siap," kata Rini Astuti.',
            "Wening Asri",
        ),
        ('Rini Astuti mengaku "kurang pantas" dalam wawancara dengan BBC. "Saya diam saja," katanya.', "BBC"),
    ],
)
def test_outlet_is_named(text, via):
    assert any(via in name for name in last(text).via)


def test_outlet_at_the_head_of_a_paragraph_goes_on_to_its_quotation():
    text = 'Seperti diberitakan Reuters, rapat itu berlangsung lama. "Kami siap," kata Rini Astuti.'

    assert first(text).via == ("Reuters",)


# What somebody is


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ('Rini Astuti, sang direktur, datang. "Kami siap," kata Rini.', "direktur"),
        ('Siswanto (40) salah satu petani mengaku rugi. "Kami rugi," kata Siswanto.', "petani"),
        (
            'Rini Astuti datang. Pedangdut asal Wening itu mengaku lelah. "Kami siap," kata Rini.',
            "Pedangdut asal Wening",
        ),
        ('Rini Astuti datang. Istri Budi Karsa itu langsung membalas. "Kami siap," katanya.', "Istri Budi Karsa"),
        ('Rini Astuti, Sales Director Lentera, datang. "Kami siap," kata Rini.', "Sales Director Lentera"),
    ],
)
def test_role_is_told(text, role):
    assert role in first(text).role

"""One short text of our own for every case that is known to be hard."""

from articles.quotefinder import find


def said(text, language="id"):
    """(words, speaker) of every quotation found."""
    return [(quotation.text.rstrip(",."), quotation.speaker) for quotation in find(text, language).quotations]


def speakers(text, language="id"):
    return [quotation.speaker for quotation in find(text, language).quotations]


# 1. Verbs with -nya


def test_nya_verb_goes_to_the_subject_of_the_sentence_before():
    text = "Dodi Pranata menjelaskan rencana itu kepada Camat Wening. “Kami mulai pekan depan,” ucapnya."

    assert speakers(text) == ["Dodi Pranata"]


def test_nya_verb_does_not_go_to_the_nearest_name():
    text = "Rini Astuti datang terlambat.\n\nIa baru bertemu Bagas Wirawan. “Macet sekali,” katanya."

    assert speakers(text) == ["Rini Astuti"]


def test_answer_after_a_question_goes_to_the_witness():
    text = (
        "Saksi Mulyono Basuki dihadirkan dalam sidang.\n\n"
        "“Apakah Anda ada di sana?” tanya jaksa.\n\n“Tidak, Pak,” ucapnya.\n\n"
        "“Lalu siapa?” cecar jaksa.\n\n“Saya tidak tahu,” ucapnya."
    )

    assert speakers(text)[1::2] == ["Mulyono Basuki", "Mulyono Basuki"]


def test_verb_that_no_list_has_still_counts_right_behind_the_marks():
    text = "Ibu korban, Rosmala Hanum, tak henti menangis. “Anakku,” ratapannya.\n\n“Pulanglah,” bujuk Rosmala."

    assert speakers(text) == ["Rosmala Hanum", "Rosmala Hanum"]


# 2. Fragments


def test_fragment_is_tied_to_the_subject_of_its_verb():
    found = find("Wali Kota Tirtajaya Bram Adiputra menyebut usul itu “tidak masuk akal”.", "id").quotations[0]

    assert (found.kind, found.speaker, found.verb) == ("fragment", "Bram Adiputra", "menyebut")


def test_fragment_of_a_report_named_in_the_next_sentence_is_thin():
    text = (
        "Ketua delegasi, Marek Dolan, lalu “dengan hangat menjabat tangan tuan rumah”.\n\n"
        "Menurut laporan KCNA, jamuan berlangsung dua jam."
    )
    found = find(text, "id").quotations[0]

    assert (found.speaker, found.via, found.is_thin) == ("KCNA", ("KCNA",), True)


def test_two_fragments_in_a_row_share_their_speaker():
    text = "Kuasa hukumnya, Oka Pramudya, menyebut penyitaan itu “sewenang-wenang” dan “tanpa dasar”."

    assert said(text) == [("sewenang-wenang", "Oka Pramudya"), ("tanpa dasar", "Oka Pramudya")]


# 3. The boundary of name and role


def test_office_before_a_comma_is_the_role_of_the_name_behind_it():
    found = find("“Kami siaga,” kata Menteri Pertahanan Iran, Dariush Kamali, Minggu (4/5).", "id").quotations[0]

    assert (found.speaker, found.role) == ("Dariush Kamali", "Menteri Pertahanan Iran")


def test_company_inside_a_role_is_not_part_of_the_name():
    found = find("“Suku cadang tersedia,” ujar Aftersales Director Arunika Motors Yudha Hakim.", "id").quotations[0]

    assert (found.speaker, found.role) == ("Yudha Hakim", "Aftersales Director Arunika Motors")


def test_degrees_and_courtesies_are_not_part_of_the_name():
    found = find("“Putusan final,” terang Prof. Dr. H. Samsul Rahardi, S.H., M.Hum., Senin.", "id").quotations[0]

    assert found.speaker == "Samsul Rahardi"


def test_short_form_of_an_office_in_brackets_is_known_later():
    text = (
        "Menteri Perairan (Menper) Johan Wicaksana meninjau bendungan. Johan puas.\n\n"
        "“Airnya cukup,” ujar Menper Johan."
    )

    assert speakers(text) == ["Johan Wicaksana"]


def test_unknown_town_behind_a_regional_title_is_part_of_the_role():
    text = "“Jalannya rusak,” kata Bupati Karangsari Hastomo Widodo. Hastomo berjanji memperbaikinya."
    found = find(text, "id").quotations[0]

    assert (found.speaker, found.role) == ("Hastomo Widodo", "Bupati Karangsari")


def test_role_may_stand_in_an_apposition_behind_the_name():
    found = find("“Kami rugi,” keluh Tukinah, pedagang sayur di Pasar Wage, kepada Antara, Sabtu.", "id").quotations[0]

    assert (found.speaker, found.role, found.via) == ("Tukinah", "pedagang sayur di Pasar Wage", ("Antara",))


# 4. Shared and ambiguous names


def test_surname_shared_by_two_goes_to_the_one_named_last():
    text = (
        "“Saya setuju,” kata Ilham Tarigan, guru.\n\nHal senada disampaikan Mesra Tarigan dari Yayasan Lentera.\n\n"
        "“Anak-anak senang,” ujar Tarigan."
    )

    assert speakers(text) == ["Ilham Tarigan", "Mesra Tarigan"]


def test_name_that_is_also_a_word():
    text = "Kepala Desa Batulayang, Lalu Suhardi, optimistis. “Panen bagus,” ujar Lalu."

    assert speakers(text) == ["Lalu Suhardi"]


# 5. Epithets


def test_epithet_goes_to_whom_the_story_is_about_and_is_thin():
    text = "Rodolfo Menda resmi pensiun dari Persada FC. “Ini berat,” ujar bek kanan legendaris tersebut."
    found = find(text, "id").quotations[0]

    assert (found.speaker, found.is_thin) == ("Rodolfo Menda", True)


def test_epithet_with_a_title_in_marks_inside_it():
    text = "Aktris Maudi Larasati angkat bicara. “Doakan saja,” ungkap pemain film “Senja di Utara” itu."

    assert said(text) == [("Doakan saja", "Maudi Larasati")]


# 6. Capitals misread as names


def test_capital_of_a_sentence_is_not_a_name():
    text = "Melihat Apriliani juara, orang-orang bersorak. Apriliani Sukma terharu. “Terima kasih,” ucap Apriliani."

    assert speakers(text) == ["Apriliani Sukma"]


def test_words_of_a_heading_are_not_names():
    text = (
        "Teman Lama Bertemu Lagi\n\nGubernur Surya Adinata tiba di Wening, Senin.\n\nHarapan Baru Warga\n\n"
        "“Kami senang,” kata Surya."
    )

    assert speakers(text) == ["Surya Adinata"]


# 7. The scope of via


def test_via_does_not_run_on_to_the_next_quotation_with_a_cue():
    text = "“Satu,” kata Petra Wening, dilansir AFP.\n\n“Dua.”\n\n“Tiga,” kata Petra."

    assert [quotation.via for quotation in find(text, "id").quotations] == [("AFP",), ("AFP",), ()]


def test_two_outlets_in_a_row_are_both_via_nearest_first():
    text = "“Kami mundur,” kata Petra Wening kepada Reuters, dikutip dari Detikcom, Senin."

    assert find(text, "id").quotations[0].via == ("Reuters", "Detikcom")


def test_publisher_is_no_via_of_its_own_story():
    text = "JAKARTA, KOMPAS.com - Hujan turun. “Banjir lagi,” kata Ratmi Suwarni kepada Kompas.com, Senin."

    assert find(text, "id").quotations[0].via == ()


def test_blanket_credit_and_footer_are_credits_and_no_via():
    text = (
        "Melansir AFP, Selasa, gempa mengguncang Wening.\n\n“Rumah roboh,” kata Ratmi Suwarni, warga.\n\n"
        "Artikel ini telah tayang di Bolasport.com dengan judul “Gempa”"
    )
    findings = find(text, "id")

    assert findings.quotations[0].via == ()
    assert [credit.name for credit in findings.credits] == ["AFP", "Bolasport.com"]


def test_interview_named_in_the_sentence_before_is_via():
    text = "Dalam wawancara dengan The Guardian, Petra Wening mengaku kecewa.\n\n“Mereka lupa,” ujarnya."

    assert find(text, "id").quotations[0].via == ("The Guardian",)


def test_channel_is_no_via():
    text = "“Aku baik-baik saja,” tulis Raisya Kirana di akun Instagram pribadinya, Sabtu."

    assert find(text, "id").quotations[0].via == ()


# 8. Documents and institutions


def test_agency_that_speaks_itself_is_speaker_and_via():
    found = find("“Rudal itu tepat sasaran,” demikian laporan Tasnim, Kamis.", "id").quotations[0]

    assert (found.speaker, found.via) == ("Tasnim", ("Tasnim",))


def test_institution_speaks():
    text = "Badan Cuaca Wening (BCW) memberi peringatan. “Ombak tinggi,” tulis BCW dalam keterangannya."

    assert speakers(text) == ["Badan Cuaca Wening"]


def test_document_speaks():
    found = find("“Seluruh toko wajib tutup,” demikian isi pemberitahuan itu.", "id").quotations[0]

    assert found.speaker == "pemberitahuan itu"


# 11. English pronouns


def test_she_goes_to_the_woman_of_the_sentence_before():
    text = "Helen Marsh dismissed the criticism from Tom Ridley. “We’re not worried,” she said."

    assert speakers(text, "en") == ["Helen Marsh"]


def test_he_passes_over_a_woman():
    text = "Tom Ridley was surprised. Helen Marsh said nothing. “It’s brave,” he said."

    assert speakers(text, "en") == ["Tom Ridley"]

"""Indonesian: the words by which outlets and documents are named as the way of somebody's words."""

from .language import words

MEDIA_NOUNS = words("""
    kantor_berita media harian majalah tabloid koran surat_kabar stasiun_televisi stasiun_tv televisi tv portal
    laman situs radio portal_berita situs_berita media_pemerintah media_lokal stasiun_radio stasiun_berita
    kanal_youtube channel_youtube akun_youtube saluran podcast siniar jaringan_berita jaringan_televisi
    jaringan_tv
""")
ANY_MEDIA = words("""
    media_sosial media_massa media_online media_daring media_cetak media_elektronik media_lokal media_asing
    media_internasional media_nasional media_setempat sosial_media
""")
STATE_MEDIA = words("""
    media_pemerintah media_negara televisi_pemerintah televisi_negara tv_pemerintah tv_negara radio_pemerintah
    radio_negara
""")
VIA_VERBS = words("""
    seperti_laporan sebagaimana_laporan lewat_kantor melalui_kantor lewat_media lewat_harian melalui_harian
    melaporkan_untuk kanal_youtube channel_youtube podcast siniar dukutip dikutp dilansr dilanisr dikutif dilansir
    melansir dikutip mengutip diberitakan dilaporkan dinukil menukil disitat menyitat disadur menyadur diwartakan
    mewartakan dirilis merujuk mengacu dimuat disiarkan ditayangkan dihimpun dinukilkan lansir kutip dikabarkan
    seperti_dikutip terjemahan disarikan diterbitkan dipublikasikan lapor tulis ditulis dituliskan via dilihat
    diperoleh disaksikan disampaikan
""")
LOOSE_VIA_VERBS = words("""
    merujuk mengacu dimuat disiarkan ditayangkan terjemahan dilaporkan dikabarkan laporan dihimpun diterbitkan
    dipublikasikan dirilis mengutip lapor tulis ditulis dituliskan via dilihat diperoleh disaksikan disampaikan
""")
VIA_FILLERS = words("""
    dari oleh laman situs web website resmi media kantor berita harian portal laporan pemberitaan kanal stasiun
    televisi tv koran surat kabar majalah tabloid radio wawancara bersama dengan pada di lewat melalui via yang
    akun youtube channel saluran kepada terbitan milik lokal pemerintah negara online daring edisi artikel
    keterangan asal korut korea iran rusia israel prancis inggris jerman spanyol italia jepang china turki amerika
    serikat as selatan utara setempat ternama sebuah outlet podcast program acara siaran tayangan unggahan sumber
    jurnalis wartawan reporter koresponden rilis jaringan berbasis halaman siniar berbahasa resminya ini buku
    analisis jurnal memoar biografi autobiografi edisi eksklusif khusus
""")
VIA_RECEIVERS = words("""
    memberitahu memberitahukan ditanya percakapan percakapannya perbincangan kepada pada berbincang wawancara
    wawancaranya berbicara diwawancarai diwawancara dihubungi ditemui dikonfirmasi
""")
PROGRAMMES = words("""
    kolom kolomnya opini opininya tulisannya artikelnya program acara talkshow gelar_wicara siaran wawancara
    bincang-bincang siniar podcast
""")
SAYING_NOUNS = words("""
    pernyataan ucapan perkataan komentar keterangan kalimat kesaksian pengakuan jawaban pesan tulisan seruan
    imbauan pidato laporan putusan dakwaan bunyi isi demikian cuitan status caption teriakan ungkapan pertanyaan
    kesaksiannya pernyataannya keterangannya pidatonya unggahannya jawabannya ucapannya pengakuannya cuitannya
    penjelasannya sambutannya komentarnya suratnya kata-kata pengumuman maklumat rilis siaran edaran klarifikasi
    penjelasan petikan kutipan postingan unggahan
""")

"""Indonesian: the words by which its newsrooms attribute speech."""

from . import gazetteer, id_links, id_media, id_nouns, id_pages, id_verbs, newsstand
from .language import Language, words

ID = Language(
    code="id",
    stop_words=words("""
        yang dan di ke dari untuk dengan pada ini itu adalah tidak akan dalam oleh juga sudah telah saya kami kita
        mereka dia ia karena bahwa sebagai atau saat ada bisa dapat lebih namun tersebut para kata ujar setelah hingga
        secara tak belum masih hanya seperti agar jika
    """),
    inverted_verbs=words(
        id_verbs.ROOTS
        + """
        kata_dia menurut ucapnya singkat tandas begitu_kata demikian_kata tutur timpal lirih
    """
    )
    - {"menurut"},
    conveying=words("sampai"),
    forward_verbs=words(id_verbs.AGENTIVE),
    verb_objects={},
    naming_verbs=words("""
        menyebut menyebutnya menilai memuji mengecam menuding menuduh menganggap menggambarkan melukiskan menjuluki
        mengkritik menyindir mengutuk mengejek membandingkan menginginkan menolak menyerukan melabeli mencap
        disebutnya dinilainya dianggapnya dikatakannya diistilahkannya dijanjikan berjanji mengancam bertekad
        bersumpah mengapresiasi mengakui menjanjikan meneriakkan memperingatkan menyalahkan menyebutkan melihat
        merujuk mengibaratkan menamakan merasa menyamakan
        menuduhnya menudingnya menilainya menganggapnya mengejeknya memujinya menjulukinya menggambarkannya
        mengecamnya mengkritiknya menyindirnya mencapnya melabelinya
    """),
    passive_verbs=words("""
        dinilai dianggap dipandang
        dikatakan disampaikan diungkapkan diungkap dijelaskan ditegaskan diutarakan dikemukakan dinyatakan dituturkan
        diucapkan dipaparkan diterangkan ditambahkan dibenarkan diakui ditulis dituliskan dilontarkan diamini
        ditandaskan dibeberkan disuarakan dikeluhkan diceritakan dikisahkan dilaporkan diumumkan disebutkan disebut
        diserukan diingatkan dikonfirmasi digambarkan dilukiskan dijuluki diistilahkan dikritik dikecam
    """),
    issuing=words("dikeluarkan dirilis diterbitkan dikirim dikirimkan ditandatangani dibuat dibacakan"),
    sufferers=words("korban pelaku tersangka almarhum jenazah"),
    judging=words("dinilai dianggap disebut dituding dituduh dikritik didesak disindir dikecam diharapkan diminta"),
    suffixed_verbs=frozenset(root + "nya" for root in id_verbs.ROOTS.split())
    | words("""menurutnya disebutnya dikatakannya ditambahkannya diakuinya dijelaskannya ditegaskannya diungkapkannya
        disampaikannya katanya dituturkannya diucapkannya dilanjutkannya ditulisnya"""),
    continuing=words("tambah lanjut imbuh sambung tambahnya lanjutnya imbuhnya sambungnya"),
    question_verbs=words("tanya bertanya cecar mencecar menanyakan mempertanyakan selidik tanyanya"),
    deferring=words("menurutnya katanya ujarnya lanjutnya tuturnya jelasnya ucapnya tambahnya ungkapnya imbuhnya"),
    answering_verbs=words("menanggapi merespons merespon menyinggung menyoroti mengomentari menyambut mengulas"),
    according=words("menurut bagi kata"),
    topics=words("soal tentang mengenai terkait ihwal perihal bahwa"),
    topic_markers=words("bagi"),
    agent_markers=words("oleh"),
    pronouns=words("dia ia beliau mereka dirinya"),
    selves=words("saya aku gue gua"),
    male=frozenset(),
    female=frozenset(),
    adverbs=words("""
        juga pun kemudian lalu lantas kembali sempat telah sudah masih turut pula lagi sendiri terus akan hanya pernah
        langsung tetap akhirnya sebelumnya bahkan ikut secara tegas singkat santai lirih sembari sambil tersenyum
        terlalu sangat kini mulai tak tidak lebih seraya kerap sering terang-terangan justru malah
    """),
    adverb_ending="",
    not_adverbs=frozenset(),
    lead_ins=words("demikian begitu begitulah seperti sebagaimana itulah demikianlah seperti_yang yang"),
    summing_up=words("demikian begitu hal pernyataan itu kata-kata ucapan itulah penegasan ungkapan"),
    likewise=words("serupa senada sama itu ini tersebut"),
    occurring=words("muncul keluar datang terlontar disampaikan dilontarkan menuai mengundang memicu menyusul"),
    talks=words("wawancara wawancaranya berbicara berbincang perbincangan perbincangannya diwawancarai"),
    told_by=words("lapor dikabarkan dilaporkan diberitakan"),
    paper_leads=words("laporan pemberitaan dengan bersama oleh kepada eksklusif khusus"),
    likenesses=words("seperti sebagaimana"),
    passive_beginnings=("di",),
    connectors=id_links.CONNECTORS,
    stoppers=id_links.STOPPERS,
    object_markers=words("""
        kepada di ke dari dengan untuk terhadap pada dalam atas tentang soal mengenai oleh bersama antara bagi milik
        asal lawan melawan bertemu menemui mendampingi melalui lewat
    """),
    close_markers=words("""
        kepada di ke dari dengan untuk terhadap pada dalam atas tentang soal mengenai oleh bersama antara bagi milik
        asal
    """),
    concessions=words("meski meskipun walau walaupun kendati kendatipun setelah ketika saat sementara usai"),
    conjunctions=words("dan serta atau juga namun tetapi , sekaligus hingga"),
    fragment_links=words("untuk demi melainkan sedangkan dari dengan"),
    met_by=words("dikonfirmasi ditemui dihubungi diwawancarai ditanya ditanyai dijumpai"),
    openers=words("""
        setelah sebelum usai meskipun walaupun kendati sejak bahwa sementara dan namun tetapi tapi sedangkan ketika
        saat karena sehingga jika meski agar
    """),
    role_links=words("""
        di dari dan bidang untuk pada asal serta dalam urusan tim the of yang baru senior sekaligus merangkap / - &
        kepada
    """)
    - {"kepada"},
    demonstratives=words("itu tersebut ini itupun inipun"),
    definites=words("sang"),
    indefinites=words("""
        seorang salah_satu seseorang salah_seorang yang_lain yang_lainnya sejumlah beberapa sebuah para suatu
    """),
    pluralizers=words("sejumlah beberapa para"),
    relative=words("yang"),
    role_openers=words("selaku sebagai juga merupakan menjabat sekaligus"),
    thing_openers=words("sebagai"),
    blamed=words("atas"),
    titles=id_nouns.TITLES,
    short_titles=id_nouns.SHORT_TITLES,
    ranks=id_nouns.RANKS,
    given_titles=words("sultan pangeran ratu raja agung daeng i ni putra putri bintang"),
    callings=frozenset(),
    address_titles=words("romo pastor pendeta suster habib dokter profesor ustaz ustadz kiai kyai"),
    fields=words("bidang bagian urusan divisi seksi"),
    honorifics=id_nouns.HONORIFICS,
    degrees=id_nouns.DEGREES,
    role_nouns=id_nouns.ROLE_NOUNS,
    person_nouns=id_nouns.PERSON_NOUNS,
    person_marks=words("""
        kelahiran asal berusia tahun jebolan berdarah berpaspor berkebangsaan berkepala berjuluk karib akrab
    """),
    aged=words("berusia berumur yang dengan"),
    anybody=words("""
        pria wanita perempuan lelaki laki-laki orang sosok figur pemuda pemudi remaja bocah gadis kakek nenek ibu ayah
        dara janda duda
    """),
    collectives=id_nouns.COLLECTIVES,
    organisation_words=id_nouns.ORGANISATION_WORDS,
    places=gazetteer.PLACES,
    place_heads=id_nouns.PLACE_HEADS,
    numbered=words("daop divre kelas komisi wilayah regional zona tingkat kodam korwil seksi"),
    ministries=words("kementerian departemen dinas badan direktorat"),
    settlements=frozenset(),
    directions=frozenset(),
    place_beginnings=id_nouns.PLACE_BEGINNINGS,
    name_links=words("""
        dela del della bin binti al el de da dos van von ten ter der den la le bint ibn abu ben san santo a.l
    """),
    first_names_male=gazetteer.FIRST_NAMES_MALE,
    first_names_female=gazetteer.FIRST_NAMES_FEMALE,
    first_names=gazetteer.FIRST_NAMES_MALE | gazetteer.FIRST_NAMES_FEMALE,
    days=words("senin selasa rabu kamis jumat jum'at sabtu minggu ahad"),
    times=words("saat hari kali pekan minggu bulan tahun malam pagi siang sore sejauh detik jam masa"),
    months=words("januari februari maret april mei juni juli agustus september oktober november desember"),
    outlets=newsstand.OUTLETS,
    small_outlets=newsstand.SMALL_OUTLETS,
    agencies=newsstand.AGENCIES - {"antara"},
    outlet_words=newsstand.OUTLET_WORDS,
    editions=words("""
        international italia indonesia news sport sports world asia arabic tv service business europe africa
    """),
    stations=words("rri tvri"),
    media_nouns=id_media.MEDIA_NOUNS,
    any_media=id_media.ANY_MEDIA,
    state_media=id_media.STATE_MEDIA,
    releases=words("siaran_pers rilis_pers"),
    via_verbs=id_media.VIA_VERBS,
    loose_via_verbs=id_media.LOOSE_VIA_VERBS,
    reporting_verbs=words("""
        melaporkan memberitakan mewartakan menulis menuliskan menyebut menyebutkan menyiarkan mengabarkan lapor tulis
    """),
    quoting_verbs=words("mengutip"),
    via_fillers=id_media.VIA_FILLERS,
    via_receivers=id_media.VIA_RECEIVERS,
    interviews=words("""
        wawancara wawancaranya diwawancarai diwawancara berbincang percakapan percakapannya perbincangan
    """),
    document_nouns=words("""
        rekaman video dokumen transkrip salinan putusan dakwaan laporan buku memoar autobiografi surat siaran jurnal
    """),
    papers=words("rekaman transkrip salinan dakwaan"),
    writings=words("buku memoar autobiografi esai kolom artikel"),
    inside=words("dalam di lewat melalui"),
    occasions=frozenset(),
    channels=words("""
        keterangan siaran pers konferensi jumpa rilis akun instagram twitter x facebook tiktok threads telegram
        whatsapp youtube wartawan awak pewarta reporter jurnalis unggahan cuitan video platform pesan sambungan
        telepon resmi tertulis terakhir lengkap wawancara persidangan sidang rapat acara linkedin
    """),
    labels=words("""
        klik mengklik menekan mengetik mengetikkan mencentang ketik
        satunya pendekatan teori prinsip hukum metode strategi mekanisme filosofi asas layanan huruf simbol lambang
        lirik samaran bergambar tagar mengusung berkonsep modus fenomena tren budaya tradisi narasi klaim hoaks skema
        jurus teknik bertajuk berjudul bertema film lagu buku novel album program slogan tagline istilah bernama judul
        tema tajuk dijuluki berjuluk julukan alias disapa dipanggil akrab sapaan panggilan bertuliskan tulisan kaos
        spanduk poster hashtag kata frasa sinetron serial acara lomba kategori merek merk konsep kampanye ajang
        festival seminar webinar diskusi kuliah pasal dinamai diberi_nama nama kode sandi bersandi mendapat gelar
        bergelar berlabel label menu produk aplikasi fitur tombol rubrik artikel puisi podcast konten mode opsi
        pepatah peribahasa semboyan motto moto jargon predikat status sebutan dikenal populer dengan_nama kelompok
        geng grup bendera spektakuler so-called halaman disebut sebut konser pameran operasi lukisan karya video klip
    """),
    headings=words("judul berjudul bertajuk tajuk bertema"),
    reproaches=words("tudingan tuduhan cap stigma julukan"),
    signs=words("spanduk poster baliho papan plang"),
    works=id_nouns.WORKS,
    made_by=words("karya ciptaan gubahan garapan besutan arahan racikan"),
    meanings=words("berarti artinya bermakna diartikan"),
    namely=words("yakni yaitu adalah ialah"),
    glosses=words("atau alias yakni yaitu artinya"),
    saying_nouns=id_media.SAYING_NOUNS,
    readings=words("bunyi isi petikan kutipan"),
    own_nouns=frozenset(),
    owners=frozenset(),
    page_lines=id_pages.PAGE_LINES,
    page_ends=id_pages.PAGE_ENDS,
    footers=id_pages.FOOTERS,
    verb_beginnings=("mem", "men", "ber", "di", "ter", "mel", "mer", "mew", "mey"),
    verb_endings=(),
    not_verbs=words("""
        menteri mendiang mental mentor menara menengah mengenai menurut menjelang berita berkas beras berita-berita
        bersama berat bernama berdasarkan berusia berasal direktur direktorat dinas dirinya divisi diri dirjen digital
        diplomat diplomatik dialog disabilitas disiplin distribusi diskusi distrik disebut terdakwa tersangka terapi
        tertinggi terorisme teritorial terpidana teras terminal ternama terpilih terbaik tersebut terlapor tergugat
        terhadap terkait terkemuka terbesar tertua termuda bertahan berkelanjutan merek merah merdeka berdarah
        berpengalaman berkebangsaan berpaspor berambut berkulit mendatang melayu meriah memoar member memori
    """),
    head_last=False,
    never_heads=words("hukum umum utama tertinggi khusus tugas jawab"),
    late_heads=words("director manager officer president head lead chief specialist executive secretary"),
    late_links=words("and of for &"),
    withheld=words("berbicara enggan tidak tak menolak meminta minta juga ingin"),
    unnamed=words("enggan"),
    body_nouns=id_nouns.BODY_NOUNS,
    company_nouns=words("perusahaan perseroan"),
    complement_heads=id_nouns.COMPLEMENT_HEADS,
    auxiliaries=frozenset(),
    participles=(),
    suffix="nya",
    not_suffixed=words("""
        hanya punya sebelumnya akhirnya namanya artinya maksudnya misalnya karenanya selanjutnya selain sebaiknya
        seharusnya sepertinya nampaknya tampaknya rupanya ternyata biasanya umumnya khususnya sebenarnya sesungguhnya
        intinya pokoknya setidaknya sedianya rencananya kabarnya hasilnya akibatnya lainnya semuanya keduanya
        ketiganya dirinya seluruhnya sejenisnya seterusnya berikutnya sesamanya semacamnya serupanya
    """),
    addressees=words("kepada"),
    receivers=words("kepada pada ke"),
    never_names=words("saya aku kami kita anda kamu mereka"),
    second_titles=id_nouns.SECOND_TITLES,
    copulas=words("adalah merupakan ialah menjadi"),
    meant=words("yang_dimaksud"),
    calling_verbs=words("menjuluki dijuluki menamai menamakan dinamai"),
    creators=words("penulis pengarang pencipta sutradara pembawa_acara pemeran bintang produser editor penerjemah"),
    authored=frozenset(),
    male_nouns=words("pria lelaki laki-laki ayah bapak suami putra"),
    female_nouns=words("wanita perempuan ibu istri putri"),
    as_words=frozenset(),
    name_markers=words("bernama berinisial"),
    alternatives=words("atau alias"),
    nick_verbs=words("disapa dipanggil disebut dikenal"),
    nick_callings=words("disebut dikenal"),
    nick_nouns=words("sapaan panggilan sapaannya panggilannya akrabnya"),
    nick_doubtful=words("dipanggil panggilan panggilannya"),
    nick_signs=words("akrab karib biasa kerap sering nama lebih akrabnya kecil"),
    role_also=words("juga"),
    belongings=words("dari of"),
    role_places=words("di pada dalam"),
    joiners=words("dan dengan atau"),
    that_words=words("bahwa"),
    outlet_links=words("dan , via / dari"),
    outlet_inner=words("of de dello della"),
    footer_markers=words("di on in dari by"),
    owner_markers=words("asal milik dari bagi"),
    on_air=words("di oleh pada"),
    programmes=id_media.PROGRAMMES,
    airing=words("ditayangkan disiarkan tayang mengudara diunggah"),
    determiners=frozenset(),
    numerals=frozenset(),
    role_endings=(),
    not_roles=frozenset(),
    kin=words("""
        ibunda ayahanda ayahnda cucu menantu mertua ipar ayah ibu bapak anak istri suami kakak adik paman bibi kakek
        nenek keponakan sepupu teman tetangga sahabat kekasih pacar tunangan keluarga kerabat
    """),
    document_verbs=words("menunjukkan memuat mencatat menemukan merekomendasikan"),
    affiliates=words("afiliasi"),
    neuter=frozenset(),
    personal=words("dia beliau"),
    pursuits=words("""
        bekerja berprofesi bertugas berdinas mengajar memimpin mengelola mengasuh menjabat membidangi membawahi
        melatih meneliti menggawangi
    """),
    habits=words("sehari-hari sehari-harinya kesehariannya sehariannya saat ini"),
    headed_by=words("diketuai dipimpin"),
    regional_titles=id_nouns.REGIONAL_TITLES,
    abbreviations=words("""
        mgr pdt kombes akbp kompol akp iptu ipda aiptu aipda bripka briptu bripda irjen komjen laksda laksma marsma
        dr drs dra ir h hj prof no tgl rp jl gg kh sdr st kec kab kel prov tbk pt cv pol purn hlm dst dll dsb dkk alm
        m s r a b c d e f g i j k l n o p q t u v w x y z rt rw mr mrs ms jr sr vs drg ny tn jend letjen mayjen
        brigjen kol mhd moh muh abd
    """),
)

"""Indonesian: the words by which its newsrooms attribute speech."""

from . import gazetteer
from .language import Language, words

_ROOTS = """
    kata ujar ucap tutur jelas imbuh tandas beber papar lanjut sambung pungkas tegas cetus terang ungkap aku kilah
    kelakar tambah tulis jawab tanya tukas timpal sebut sahut seru pesan pinta tutup urai kenang keluh keterang pungkas
    harap cecar selidik telisik sergah sela potong balas tegur ledek gurau umpat ulang tantang hardik canda teriak
    bantah ingat imbau ajak gumam bisik celetuk protes ketus seloroh rinci kritik puji saran janji
    klaim duga sindir ucapkan cuit tampik tekan singgung ulas nilai desak ancam kecam kutip kisah cerita simpul lontar
    akui tepis dalih
    ratap isak rintih sesal syukur doa batin gerutu omel bentak rengek sambut usul tuntut tuding tuduh bela sangkal elak
    kelit lapor ralat koreksi ramal prediksi kagum yakin sanggah tandas urai umbar pamer ledak sanjung timbang
"""

_AGENTIVE = """
    mengatakan menyatakan menjelaskan menegaskan menambahkan mengungkapkan mengungkap menyampaikan menuturkan
    menerangkan memaparkan membeberkan mengaku mengakui menyebut menyebutkan menilai menulis menuliskan menjawab
    bertanya mempertanyakan berkata berujar bertutur berucap berpesan berharap bercerita menceritakan mengisahkan
    berkisah berkelakar berseloroh bercanda berdalih berkilah berteriak berseru berpendapat beranggapan berkomentar
    mengomentari membantah menampik menepis menyangkal mengingatkan memperingatkan mengimbau menghimbau mengajak
    meminta memohon mendesak menuntut menekankan menandaskan menggarisbawahi menyinggung menyoroti mengemukakan
    mengutarakan mengucapkan melanjutkan menyambung meyakini memastikan memprediksi memperkirakan menduga menuding
    menuduh mengkritik mengecam memuji mengapresiasi menyayangkan menyesalkan mengeluhkan mengklaim menyimpulkan
    merinci menguraikan mengusulkan menyarankan menyerukan mengancam menjanjikan berjanji mencuit mengunggah menanggapi
    merespons menyindir mengulas melaporkan memberitakan mengumumkan menimpali menyahut melontarkan membenarkan
    mengonfirmasi mengkonfirmasi menyambut mencontohkan mengutip bersaksi membacakan menyatukan mengeklaim menjabarkan
    memaparkan menegur membela menyebutnya menyampaikannya menukas bersikukuh bersumpah beralasan menampiknya
"""

ID = Language(
    code="id",
    stop_words=words("""
        yang dan di ke dari untuk dengan pada ini itu adalah tidak akan dalam oleh juga sudah telah saya kami kita
        mereka
        dia ia karena bahwa sebagai atau saat ada bisa dapat lebih namun tersebut para kata ujar setelah hingga secara
        tak belum masih hanya seperti agar jika
    """),
    inverted_verbs=words(
        _ROOTS
        + """
        kata_dia menurut ucapnya tandas begitu_kata demikian_kata tutur timpal lirih
    """
    )
    - {"menurut"},
    forward_verbs=words(_AGENTIVE),
    naming_verbs=words("""
        menyebut menyebutnya menilai memuji mengecam menuding menuduh menganggap menggambarkan melukiskan menjuluki
        mengkritik menyindir mengutuk mengejek membandingkan menginginkan menolak menyerukan melabeli mencap disebutnya
        dinilainya dianggapnya dikatakannya diistilahkannya dijanjikan berjanji mengancam bertekad bersumpah
        mengapresiasi
        mengakui menjanjikan meneriakkan memperingatkan menyebutkan melihat merujuk mengibaratkan menamakan
    """),
    passive_verbs=words("""
        dikatakan disampaikan diungkapkan diungkap dijelaskan ditegaskan diutarakan dikemukakan dinyatakan dituturkan
        diucapkan dipaparkan diterangkan ditambahkan dibenarkan diakui ditulis dituliskan dilontarkan diamini
        ditandaskan
        dibeberkan disuarakan dikeluhkan diceritakan dikisahkan dilaporkan diumumkan disebutkan disebut diserukan
        diterangkan diingatkan dikonfirmasi
    """),
    suffixed_verbs=frozenset(root + "nya" for root in _ROOTS.split())
    | words("""menurutnya disebutnya dikatakannya ditambahkannya diakuinya dijelaskannya ditegaskannya diungkapkannya
        disampaikannya katanya dituturkannya diucapkannya dilanjutkannya ditulisnya"""),
    question_verbs=words("tanya bertanya cecar mencecar menanyakan mempertanyakan selidik tanyanya"),
    according=words("menurut bagi kata"),
    agent_markers=words("oleh"),
    pronouns=words("dia ia beliau mereka"),
    male=frozenset(),
    female=frozenset(),
    plural_pronouns=words("mereka"),
    adverbs=words("""
        juga pun kemudian lalu lantas kembali sempat telah sudah masih turut pula lagi sendiri terus akan hanya pernah
        langsung tetap akhirnya sebelumnya bahkan ikut secara tegas singkat santai lirih sembari sambil tersenyum mulai
        tak tidak lebih seraya kerap sering terang-terangan justru malah
    """),
    lead_ins=words("demikian begitu begitulah seperti sebagaimana itulah demikianlah seperti_yang yang"),
    summing_up=words("demikian begitu hal pernyataan itu kata-kata ucapan itulah penegasan ungkapan"),
    connectors=words("""
        namun sementara itu sebelumnya selain hal ini adapun meski meskipun begitu demikian oleh karena sebab karenanya
        tapi tetapi kemudian lalu lantas selanjutnya di sisi lain pada kesempatan yang sama terpisah dalam bahkan juga
        senada dengan tersebut ketika saat terlebih lebih lanjut apalagi sedangkan dan atas setelah usai sejak untuk
        menurut bagi kepada kini lebih jauh kendati tak hanya sampai saat akibatnya alhasil dengan padahal jika bila
        kalau seperti sehingga maka sebagai bagi hingga hasil para salah satu seorang sejumlah semua setiap banyak
        beberapa sebagian bukan tidak tak ada apa siapa mengapa bagaimana kapan nah ya oleh pasca terkait soal mengenai
        tentang melalui lewat sesuai berdasarkan secara sempat akan telah sudah masih belum baru agar supaya walau
        walaupun seusai usai sambil selama sepanjang antara bersama tanpa mulai baik sebuah suatu setidaknya sedikitnya
        diketahui dihubungi ditemui ditanya diberitakan dilansir dikutip melansir mengutip merujuk menanggapi melihat
        mendengar mengetahui menjawab berikut inilah itulah begitulah sekadar tercatat terdapat rencananya pihak
        pasalnya alasannya hasilnya tujuannya artinya misalnya contohnya umumnya biasanya faktanya intinya
        pihaknya dirinya sang si hari kasus warga polisi saksi korban kata ujar ucap tutur jelas
    """),
    stoppers=words("""
        di ke pada saat ketika kala kepada usai seusai setelah sebelum sesudah melalui lewat seperti dikutip dilansir
        sambil seraya sembari untuk menanggapi soal mengenai tentang terkait via melansir mengutip bahwa karena sehingga
        agar supaya jika bila dalam dengan sebagaimana menurut kemarin tadi siang sore malam pagi hari ini berdasarkan
        sejak selama hingga sampai namun tetapi tapi sedangkan sementara meski meskipun walau begitu akan telah sudah
        masih belum tidak tak bukan adalah ialah merupakan bisa dapat harus ingin mau lalu kemudian saja juga pun pula
        lagi lantas ditemui dihubungi dijumpai diwawancarai dikonfirmasi kata ujar demikian berdua merespons mewakili
        memberikan mencontohkan menambahkan menjelaskan mengatakan menutup melanjutkan disela ditanya atas oleh
        merujuk mengacu menyinggung disambut dikala tatkala begitupun nanti besok lusa terakhir turut kembali sempat
        jumpa mengakhiri membuka memulai menegaskan disiarkan dimuat per antara
    """),
    object_markers=words("""
        kepada di ke dari dengan untuk terhadap pada dalam atas tentang soal mengenai oleh bersama antara bagi milik
        asal lawan melawan bertemu menemui mendampingi melalui lewat
    """),
    close_markers=words("""
        kepada di ke dari dengan untuk terhadap pada dalam atas tentang soal mengenai oleh bersama antara bagi milik
        asal
    """),
    conjunctions=words("dan serta atau juga namun tetapi , sekaligus hingga"),
    openers=words("bahwa sementara dan namun tetapi tapi sedangkan ketika saat karena sehingga jika meski agar"),
    role_links=words("""
        di dari dan bidang untuk pada asal serta dalam urusan tim the of yang baru senior sekaligus merangkap
        / - & kepada
    """)
    - {"kepada"},
    demonstratives=words("itu tersebut ini"),
    indefinites=words("seorang salah_satu seseorang salah_seorang sejumlah beberapa sebuah para suatu"),
    relative=words("yang"),
    role_openers=words("selaku sebagai juga merupakan menjabat sekaligus"),
    titles=words("""
        evp svp vp avp cmo chro gm corsec sekper kabiro kasubag kapus kadiskes kadisdik kadishub kasatgas karo kasie
        waka wakasat kapos katim danpos pasi babinsa bhabinkamtibmas
        presiden wakil menteri mendagri menkeu menko menlu menhan menkes mensos menag mendag menhub menpora mentan
        menperin menkop mendes menpan menpar menparekraf menkumham menkopolhukam
        menkomdigi menkominfo menaker menristek mensesneg seskab menpanrb menlh menhut mentrans menkopolkam wapres
        menteri_pertahanan kepala_staf kapusdokkes kapusdatin wamenag wamentan menaker
        mendikbud mendikbudristek menteri_koordinator wamen wamenkeu wamenlu wamenhan gubernur wagub bupati wabup
        walikota wali wawali camat lurah kades kapolri wakapolri kapolda wakapolda kapolres wakapolres kapolresta
        kapolrestabes kapolsek kasat kasatreskrim kasatlantas kabid kasi kasubdit kasubbag kabag kadiv kabareskrim
        karopenmas dirreskrimum dirreskrimsus dirresnarkoba dirlantas dirtipidum dirtipidkor kanit kadis kadinkes
        kadin sekda sekjen
        sekretaris bendahara ketua kepala direktur director dirut dirjen irjen deputi staf asisten komisaris komandan
        panglima pangdam danrem dandim danramil danlanal kasad kasal kasau kapuspen kapendam kapuspenkum kajati kajari
        aspidsus kasipidsus kasipenkum kakanwil kalapas karutan rektor dekan dosen profesor guru manajer manager
        general head chief officer executive vice president ceo coo cfo cto chairman chairwoman founder co-founder
        koordinator juru bicara jubir anggota pimpinan pemimpin tertinggi perdana pm raja ratu pangeran putri sultan
        paus uskup kardinal ustaz ustadz kiai imam pendeta romo jenderal letnan letjen mayjen brigjen kolonel
        letkol mayor kapten lettu letda serka sersan kopral laksamana laksdya laksda laksma marsekal marsdya marsda
        marsma kombes akbp kompol akp iptu ipda aiptu aipda bripka brigadir briptu bripda komjen pol hakim jaksa
         pengacara advokat kuasa hukum aktivis pengamat pakar peneliti analis ekonom pelatih kapten manajer kiper
        striker bek gelandang penyerang aktor aktris penyanyi artis sutradara penulis jurnalis wartawan fotografer
        senator
        duta dubes konsul jenderal ajudan plt plh pj pjs penjabat pelaksana tugas ad interim mantan eks utama umum
        eksekutif operasional keuangan pemasaran pertahanan pengelola penanggung jawab koordinator warga saksi korban
        terdakwa tersangka dokter bidan perawat pemilik pendiri pengusaha petani nelayan mahasiswa siswa mahasiswi
        relawan
        sekretariat senior specialist marketing communication relations affairs product sales aftersales secretary
        spokesperson representative country managing commissioner lead principal pembina pengurus pemeriksa penyidik
        asn pns caleg capres cawapres cagub cabup petinggi pejabat legislator politikus politisi komisioner
        penasihat menteri-menteri pembantu tenaga ahli staf khusus danjen wadan wakasad dirops kabareskrim kadensus
        kapuskes kasudin kasatpol ketum waketum sekjend bendum wasekjen
    """),
    honorifics=words("""
        pak bu bapak ibu mas mbak bang kang sdr saudara nyonya tuan nona gus tgb sang si dr drg prof ir h hj kh drs dra
        kak kang bung cak ning neng mbah opa oma abah buya ust sis bro mr mrs ms letjen_tni tni purn jend r rr tengku teuku hc dr-ing st almarhum alm ny ustadzah om tante
    """),
    degrees=words("""
        sh mh se mm msi m.si s.h m.h s.e m.m s.ip s.sos s.pd m.pd s.kom m.kom s.t m.t s.ag m.ag s.ik sik s.i.k mha mkes
        m.kes s.kep s.farm s.p m.p m.sc msc ph.d phd m.a b.sc mba lc m.hum m.i.kom s.i.kom s.psi s.stp sp.og sp.a sp.pd
        sp.jp sp.b m.ap ma llm ll.m s.sn m.sn s.hut s.kh apt
    """),
    role_nouns=words("""
        presiden wakil menteri gubernur bupati wali camat lurah ketua kepala direktur sekretaris bendahara komisaris
        komandan panglima rektor dekan dosen profesor guru manajer koordinator juru anggota pimpinan pemimpin perdana
        jenderal hakim jaksa pengacara advokat kuasa aktivis pengamat pakar peneliti analis ekonom pelatih kapten kiper
        striker bek gelandang penyerang winger bintang pemain legenda aktor aktris penyanyi artis sutradara penulis
        jurnalis wartawan fotografer senator duta mantan eks warga penduduk saksi korban terdakwa tersangka dokter
        bidan perawat pemilik pendiri pengusaha petani nelayan mahasiswa mahasiswi siswa siswi relawan pejabat
        legislator politikus politisi komisioner penasihat staf ibu ayah bapak anak istri suami kakak adik paman bibi
        kakek nenek orangtua keluarga kerabat tetangga rekan kolega sahabat teman pedagang penjual sopir pengemudi
        pembalap petenis pebulutangkis atlet petinju pemimpin tokoh ulama kiai ustaz imam pendeta uskup paus raja ratu
        pangeran putri ahli spesialis psikolog sosiolog sejarawan arkeolog epidemiolog geolog seismolog ilmuwan
        penyidik penyelidik petugas prajurit perwira komika komedian presenter musisi gitaris vokalis
        desainer perancang chef koki influencer selebgram youtuber konten kreator influencer ceo pendukung penggemar
        penumpang pengunjung wisatawan turis pelanggan konsumen nasabah pasien pengungsi penyintas buruh pekerja
        karyawan pegawai pensiunan veteran asisten deputi pendamping pengurus pengelola penanggung inisiator penggagas
        perwakilan utusan delegasi negosiator diplomat pemohon penggugat tergugat pelapor terlapor pelaku
        kantor lembaga organisasi kelompok perusahaan partai produsen produser eksekutif arsitek insinyur teknisi
        pustakawan kurator seniman budayawan sastrawan penyair novelis kolumnis editor redaktur pemred reporter
        striker sayap manajer agen pandit komentator wasit promotor trainer pemerhati praktisi konsultan auditor
        akuntan notaris broker investor bankir trader pendakwah dai penceramah santri pengasuh takmir marbot juragan
        peternak pekebun penambang nakhoda pilot pramugari masinis kondektur porter kurir ojek driver satpam hansip
        ketum sekjen jubir dirut dubes legenda capres cawapres calon kandidat bakal caleg
    """),
    person_nouns=words("""
        juara jawara peraih pencetak penakluk bos pentolan dedengkot pria wanita perempuan lelaki laki-laki orang pemuda pemudi remaja bocah gadis sosok figur jebolan alumnus alumni
        lulusan politikus mantan jenderal pemain pelatih penyanyi aktor aktris kelahiran putra putri sumber narasumber
        pejabat warga saksi penumpang pengacara tokoh perwira ayah ibu dara janda duda kakek nenek pesepakbola pembalap
    """),
    collectives=words("""
        polisi kepolisian jaksa hakim warga saksi terdakwa korban penyidik kejaksaan kementerian pemerintah militer
        tentara manajemen perusahaan keluarga panitia pengadilan majelis pelaku tersangka netizen warganet massa
        demonstran mahasiswa pengunjuk petugas pihak kementerian_luar_negeri kuasa_hukum penggugat juri parlemen
        akun pengguna pemilik_akun klub federasi asosiasi pelapor pengacara dokter wartawan penonton pembeli pedagang presenter pembawa_acara host
    """),
    organisation_words=words("""
        dinas kementerian badan lembaga komisi dewan majelis mahkamah pengadilan kejaksaan kejati kejari kepolisian
        polda polres polsek polresta polrestabes mabes institut institute universitas sekolah akademi fakultas jurusan
        partai fraksi yayasan asosiasi ikatan persatuan perhimpunan himpunan forum aliansi koalisi gerakan serikat
        federasi konfederasi pusat studi pusat_kajian laboratorium rumah sakit puskesmas bank perusahaan pt cv tbk
        persero
        holding group grup motors motor corporation corp inc ltd limited company co university college foundation
        association society council committee commission department ministry agency center centre office bureau
        house club fc united city cf ac as rc sc real atletico hotspur
        international internasional nasional national indonesia republik negara pemerintah pemkab pemkot pemprov
        pemda provinsi kabupaten kota kecamatan kelurahan desa dusun kampung rt rw daerah wilayah regional cabang
        bidang seksi divisi direktorat subdirektorat biro satuan unit tim satgas gugus penanganan percepatan
        pencegahan pemberantasan korupsi penerangan penkum humas hubungan masyarakat protokol komunikasi informasi
        informatika kesehatan pendidikan kebudayaan pariwisata perdagangan perindustrian pertanian kehutanan kelautan
        perikanan perhubungan sosial tenaga kerja transmigrasi agama hukum ham keamanan politik ekonomi
        kreatif koperasi ukm umkm pembangunan perencanaan pekerjaan perumahan rakyat lingkungan hidup energi sumber
        mineral riset teknologi pemuda olahraga pemberdayaan perempuan anak perlindungan keluarga berencana
        luar negeri dalam luhur kepegawaian aparatur reformasi birokrasi penanggulangan bencana meteorologi
        klimatologi geofisika statistik pertanahan agraria tata ruang investasi penanaman modal badan_usaha
        pengawas pengawasan penyiaran pemilihan pemilu umum pelayanan pajak bea cukai imigrasi pemasyarakatan
        lapas rutan stasiun pelabuhan bandara kereta api pidana khusus tindak reskrim reserse kriminal lintas
        narkoba siber intelijen propam brimob kodam korem kodim koramil kostrad kopassus resor sektor resort besar
        angkatan darat udara laut garda revolusi armada front laskar organisasi masyarakat ormas sipil
        konsumen buruh pekerja petani nelayan mahasiswa alumni ulama islam kristen katolik hindu buddha
        asia tenggara pasifik kebijakan strategis publik analisis penelitian pengembangan inovasi
        operasi gabungan bersama kamar dagang industri perbankan keuangan otoritas jasa asuransi lalulintas
        pengelolaan pengendalian penyuluhan pemadam kebakaran penyelamatan sar pencarian pertolongan
        kesejahteraan pemukiman permukiman perkotaan perdesaan tertinggal demokrasi perjuangan karya amanat kebangkitan
        bangsa persatuan solidaritas adil sejahtera keadilan bulan bintang nurani perkumpulan legislatif eksekutif
        polisi militer tentara otoritas yudikatif dunia sedunia konstitusi yudisial ombudsman parlemen senat kongres
        kabinet istana sekretariat kepresidenan
        putih rusun apartemen kampus laut liga piala timnas pssi pbsi koni
        esports team racing formula ducati honda yamaha
    """)
    | gazetteer.BODIES | gazetteer.COMPANY_WORDS,
    places=gazetteer.PLACES,
    place_heads=words("""
        di kabupaten kota kecamatan kelurahan desa dusun kampung provinsi pemkab pemkot pemprov polres polda polsek
        polresta kodim bupati gubernur camat lurah kades kapolres kapolda kapolsek kejari kejati dprd jalan pulau gunung
        sungai pantai warga asal ke kawasan wilayah rsud bpbd wabup
    """),
    name_links=words("bin binti al el de da dos van von der den la le bint ibn abu ben san santo a.l"),
    first_names_male=gazetteer.FIRST_NAMES_MALE,
    first_names_female=gazetteer.FIRST_NAMES_FEMALE,
    first_names=gazetteer.FIRST_NAMES_MALE | gazetteer.FIRST_NAMES_FEMALE,
    days=words("senin selasa rabu kamis jumat jum'at sabtu minggu ahad"),
    months=words("januari februari maret april mei juni juli agustus september oktober november desember"),
    outlets=gazetteer.OUTLETS,
    outlet_words=gazetteer.OUTLET_WORDS,
    editions=words("international indonesia news sport sports world asia arabic tv service business europe africa"),
    media_nouns=words("""
        kantor_berita media harian majalah tabloid koran surat_kabar stasiun_televisi stasiun_tv televisi tv portal
        laman situs radio portal_berita situs_berita media_pemerintah media_lokal stasiun_radio stasiun_berita
        kanal_youtube channel_youtube saluran podcast siniar
    """),
    via_verbs=words("""
        dilansir melansir dikutip mengutip diberitakan dilaporkan dinukil menukil disitat menyitat disadur menyadur
        diwartakan mewartakan dirilis merujuk mengacu dimuat disiarkan ditayangkan dihimpun dinukilkan
        lansir kutip dikabarkan seperti_dikutip terjemahan disarikan diterbitkan dipublikasikan
    """),
    loose_via_verbs=words("""
        merujuk mengacu dimuat disiarkan ditayangkan terjemahan dilaporkan dikabarkan laporan dihimpun diterbitkan
        dipublikasikan dirilis mengutip
    """),
    reporting_verbs=words("""
        melaporkan memberitakan mewartakan menulis menyebut menyebutkan menyiarkan mengabarkan lapor tulis
    """),
    via_fillers=words("""
        dari oleh laman situs web website resmi media kantor berita harian portal laporan pemberitaan kanal stasiun
        televisi tv koran surat kabar majalah tabloid radio wawancara bersama dengan pada di lewat melalui via yang
        akun youtube channel saluran kepada terbitan milik lokal pemerintah negara online daring edisi artikel
        keterangan asal korut korea iran rusia israel prancis inggris jerman spanyol italia jepang china turki amerika
        serikat as selatan utara setempat ternama sebuah outlet podcast program acara siaran tayangan unggahan sumber
        rilis berbasis halaman siniar berbahasa resminya ini
    """),
    via_receivers=words("kepada wawancara wawancaranya berbicara diwawancarai dihubungi"),
    document_nouns=words("""
        rekaman video dokumen transkrip salinan putusan dakwaan laporan buku memoar autobiografi surat siaran jurnal
    """),
    channels=words("""
        keterangan siaran pers konferensi jumpa rilis akun instagram twitter x facebook tiktok threads telegram whatsapp
        youtube wartawan awak pewarta reporter jurnalis unggahan cuitan video platform pesan sambungan telepon resmi
        tertulis wawancara persidangan sidang rapat acara linkedin
    """),
    labels=words("""
        bertajuk berjudul bertema film lagu buku novel album program slogan tagline istilah bernama judul tema tajuk
        dijuluki berjuluk julukan alias disapa dipanggil akrab sapaan panggilan bertuliskan tulisan kaos spanduk poster
        tagar hashtag kata frasa sinetron serial acara lomba kategori merek merk konsep kampanye ajang festival seminar
        webinar diskusi kuliah pasal dinamai diberi_nama nama kode sandi bersandi mendapat gelar bergelar berlabel label
        menu produk aplikasi fitur tombol rubrik artikel puisi podcast konten mode opsi pepatah peribahasa semboyan
        motto moto jargon predikat kategori status sebutan dikenal populer dengan_nama kelompok geng grup bendera
        spektakuler so-called halaman disebut sebut konser pameran operasi sandi lukisan karya video klip
    """),
    saying_nouns=words("""
        pernyataan ucapan perkataan komentar keterangan kalimat kesaksian pengakuan jawaban pesan tulisan seruan imbauan
        pidato laporan putusan dakwaan bunyi isi demikian cuitan status caption teriakan ungkapan pertanyaan
        kesaksiannya
        pernyataannya keterangannya pidatonya unggahannya jawabannya ucapannya pengakuannya cuitannya penjelasannya
        sambutannya komentarnya suratnya kata-kata
    """),
    page_lines=(
        "baca juga",
        "baca lainnya",
        "baca pula",
        "baca selengkapnya",
        "baca :",
        "baca:",
        "lihat juga",
        "lihat :",
        "lihat:",
        "simak juga",
        "simak video",
        "tonton juga",
        "saksikan video",
        "pilihan editor",
        "scroll to",
        "advertisement",
        "gambas:",
        "[gambas",
        "halaman selanjutnya",
        "artikel terkait",
        "berita terkait",
        "ikuti berita",
        "cek berita",
        "dapatkan update",
        "foto:",
        "foto :",
        "video:",
        "berita lain",
        "terpopuler",
        "tag:",
        "tags:",
        "editor:",
        "editor :",
        "penulis:",
        "penulis :",
        "reporter:",
        "reporter :",
        "pewarta:",
        "pewarta :",
        "copyright",
        "hak cipta",
        "lihat pula",
        "infografis",
        "ilustrasi",
        "baca artikel",
        "klik di sini",
        "share:",
        "bagikan",
        "gabung",
        "[video",
        "[foto",
    ),
    page_ends=(
        "leave a reply",
        "tinggalkan balasan",
        "tinggalkan komentar",
        "tulis komentar",
        "leave a comment",
        "berikan komentar",
    ),
    footers=(
        "sumber:",
        "sumber :",
        "sumber berita",
        "artikel ini telah tayang",
        "artikel ini sudah tayang",
        "berita ini telah tayang",
        "artikel asli",
        "source:",
        "source :",
        "disadur dari",
        "artikel ini pertama kali",
    ),
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
    withheld=words("enggan tidak tak menolak meminta minta juga ingin"),
    body_nouns=words("""
        kantor lembaga organisasi kelompok perusahaan partai klub grup produsen agensi badan media majalah harian koran
        stasiun portal situs laman kanal yayasan federasi tim maskapai operator
    """),
    complement_heads=words("""
        direktur utama eksekutif dirut ceo manajer manager ketua umum kepala director officer president presiden
        komisaris
        rektor sekretaris sekjen wakil warga pelatih pemain striker bek kiper gelandang penyerang winger kapten
        mahasiswa
        dosen guru bos pendiri founder co-founder pemilik juru bicara jubir anggota komandan hakim pengamat peneliti
        pegawai karyawan pedagang petani nelayan perdana pemimpin wakil vice general relations communication
        lurah kades camat desa kelurahan sektor cabang
    """),
    suffix="nya",
    not_suffixed=words("""
        hanya punya sebelumnya akhirnya namanya artinya maksudnya misalnya karenanya selanjutnya selain sebaiknya
        seharusnya sepertinya nampaknya tampaknya rupanya ternyata biasanya umumnya khususnya sebenarnya sesungguhnya
        intinya pokoknya setidaknya sedianya rencananya kabarnya hasilnya akibatnya
    """),
    receivers=words("kepada pada ke"),
    never_names=words("saya aku kami kita anda kamu mereka"),
    second_titles=words("agung muda besar tinggi"),
    copulas=words("adalah merupakan ialah"),
    regional_titles=words("""
        bupati wabup gubernur wagub walikota wali kota camat lurah kades kapolres wakapolres kapolresta kapolrestabes
        kapolda kapolsek kajari kajati dandim danrem sekda kejari kejati polres polda polsek kabupaten kecamatan desa
        kelurahan dprd bpbd penjabat republik kerajaan kesultanan provinsi universitas pulau
    """),
    abbreviations=words("""
        dr drs dra ir h hj prof no tgl rp jl gg kh sdr st kec kab kel prov tbk pt cv pol purn hlm dst dll dsb dkk alm
        m s r a b c d e f g i j k l n o p q t u v w x y z rt rw mr mrs ms jr sr vs drg ny tn jend letjen mayjen brigjen
        kol mhd moh muh abd
    """),
)

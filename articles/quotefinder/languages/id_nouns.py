"""Indonesian: the words of which offices, bodies and names are made."""

from . import gazetteer
from .language import words

TITLES = words("""
    jaksa_agung hakim_agung mahkamah_agung kejaksaan_agung masjid_agung mahaputra danton danru danki danyon katu
    kaur kadus kasun carik kasipem kasitrantib pic exco jampidsus jampidum jamdatun jamintel jamwas danlanud
    danpuspom danpom dankor kabais kabakamla dirnarkoba ayatullah ayatollah syekh syaikh emir kaisar mahkota
    permaisuri patih adipati sertu serma pelda peltu koptu kopda praka pratu prada pelaut bharada bharatu bripol
    aipda evp svp vp avp cmo chro gm corsec sekper kabiro kasubag kapus kadiskes kadisdik kadishub kasatgas karo
    kasie waka wakasat kapos katim danpos pasi babinsa bhabinkamtibmas presiden kanselir wakil menteri mendagri
    menkeu menko menlu menhan menkes mensos menag mendag menhub menpora mentan menperin menkop mendes menpan menpar
    menparekraf menkumham menkopolhukam menkomdigi menkominfo menaker menristek mensesneg seskab menpanrb menlh
    menhut mentrans menkopolkam wapres menteri_pertahanan kepala_staf kapusdokkes kapusdatin wamenag wamentan
    mendikbud mendikbudristek menteri_koordinator wamen wamenkeu wamenlu wamenhan gubernur wagub bupati wabup
    walikota wali wawali camat lurah kades kapolri wakapolri kapolda wakapolda kapolres wakapolres kapolresta
    kapolrestabes kapolsek kasat kasatreskrim kasatlantas kabid kasi kasubdit kasubbag kabag kadiv kabareskrim
    karopenmas dirreskrimum dirreskrimsus dirresnarkoba dirlantas dirtipidum dirtipidkor kanit kadis kadinkes kadin
    sekda sekjen sekretaris bendahara ketua kepala direktur director dirut dirjen irjen deputi staf asisten
    komisaris komandan panglima pangdam danrem dandim danramil danlanal kasad kasal kasau kapuspen kapendam
    kapuspenkum kajati kajari aspidsus kasipidsus kasipenkum kakanwil kalapas karutan rektor dekan dosen profesor
    guru manajer manager general head chief officer executive vice president ceo coo cfo cto chairman chairwoman
    founder co-founder koordinator juru bicara jubir anggota pimpinan pemimpin tertinggi perdana pm raja ratu
    pangeran putri sultan paus uskup kardinal ustaz ustadz kiai imam pendeta romo jenderal letnan letjen mayjen
    brigjen kolonel letkol mayor kapten lettu letda serka sersan kopral laksamana laksdya laksda laksma marsekal
    marsdya marsda marsma kombes akbp kompol akp iptu ipda aiptu bripka brigadir briptu bripda komjen pol hakim
    jaksa pengacara advokat kuasa hukum aktivis pengamat pakar peneliti analis ekonom pelatih kiper striker bek
    gelandang penyerang aktor aktris penyanyi artis sutradara penulis jurnalis wartawan fotografer senator duta
    dubes konsul ajudan plt plh pj pjs penjabat pelaksana tugas ad interim mantan eks utama umum eksekutif
    operasional keuangan pemasaran pertahanan pengelola penanggung jawab warga saksi korban terdakwa tersangka
    terpidana dokter bidan perawat pemilik pendiri pengusaha petani nelayan mahasiswa siswa mahasiswi relawan
    sekretariat senior specialist marketing communication relations affairs product sales aftersales secretary
    spokesperson representative country managing commissioner lead principal pembina pengurus pemeriksa penyidik asn
    pns caleg capres cawapres cagub cabup petinggi pejabat legislator politikus politisi komisioner penasihat
    menteri-menteri pembantu tenaga ahli khusus danjen wadan wakasad dirops kadensus kapuskes kasudin kasatpol ketum
    waketum sekjend bendum wasekjen sekdes sekcam sekwan inf arh arm kav czi cpn cpm cba cku cke caj jpu sheriff
    spokesman spokeswoman chairperson kadispen waasintel asintel kasdam irdam irwasda karoops kabidhumas kasihumas
    kanitreskrim kasubsi kasubbid kasubdirektorat dirpolairud dirbinmas dirsamapta kakorlantas wakakorlantas
    kabasarnas kaprodi wadir wadirut wakabid wakadis wakakanwil
""")
RANKS = words("""
    jenderal letnan letjen mayjen brigjen kolonel letkol mayor kapten lettu letda serka serma sertu sersan kopral
    pelda peltu praka pratu prada laksamana laksdya laksda laksma madya muda pertama marsekal marsdya marsda marsma
    komjen irjen kombes akbp kompol akp iptu ipda aiptu aipda bripka brigadir briptu bripda bharada bharatu komisaris
    ajun inspektur besar polisi pol tni purn dua satu tingkat inf arh arm kav czi cpn cpm cba cku cke caj
""")
HONORIFICS = words("""
    tan_sri datuk_seri datuk haji hajjah pak bu bapak ibu mas mbak bang kang sdr saudara nyonya tuan nona gus tgb sang
    si dr drg drh prof ir h hj kh drs dra kak bung cak ning neng mbah opa oma abah buya ust sis bro mr mrs ms
    bhante mgr pdt letjen_tni tni purn jend r rr hc dr-ing st almarhum alm ny ustadzah om tante
""")
DEGREES = words("""
    sh mh se mm msi m.si s.h m.h s.e m.m s.ip s.sos s.pd m.pd s.kom m.kom s.t m.t s.ag m.ag s.ik sik s.i.k mha mkes
    mphm mph mkn m.kn mpd mkom mars mhkes msn mag mpsi m.psi mhum mip mba mti spd spdi shi sip skom ssos stp sst amd
    amk ners sked s.ked skep skm sp sag spsi m.kes s.kep s.farm s.p m.p m.sc msc ph.d phd m.a b.sc lc m.hum m.i.kom
    sc agr s.i.kom s.psi s.stp sp.og sp.a sp.pd sp.jp sp.b m.ap ma llm ll.m s.sn m.sn s.hut s.kh apt
""")
ROLE_NOUNS = words("""
    pengunjuk pengunjuk_rasa
    juara pasangan duet kader pembawa_acara pemeran pebulu_tangkis pendayung penyelam pemanah pendaki peterjun
    pemancing pejuang pemrakarsa penyelenggara penggali pengawas pengajar pendidik pelopor pemuka penghulu penjahit
    pencipta pengarang peracik pemahat penerjemah penerbang pengemudi tukang orang_tua wali_murid bos juragan pentolan
    penggawa punggawa algojo motivator trainer mualaf jemaah jamaah lansia difabel tuna_netra ibunda ayahanda ayahnda
    adinda kakanda cucu menantu mertua ipar presiden wakil menteri gubernur bupati wali camat lurah ketua kepala
    direktur sekretaris bendahara komisaris komandan panglima rektor dekan dosen profesor guru manajer koordinator
    juru anggota pimpinan pemimpin perdana jenderal hakim jaksa pengacara advokat kuasa aktivis pengamat pakar
    peneliti analis ekonom pelatih kapten kiper striker bek gelandang penyerang winger bintang pemain legenda aktor
    aktris penyanyi artis sutradara penulis jurnalis wartawan fotografer senator duta mantan eks warga penduduk saksi
    korban terdakwa tersangka dokter bidan perawat pemilik pendiri pengusaha petani nelayan mahasiswa mahasiswi siswa
    siswi relawan pejabat legislator bekas politikus politisi komisioner penasihat staf ibu ayah bapak anak istri
    suami kakak adik paman bibi kakek nenek orangtua keluarga kerabat tetangga rekan kolega sahabat teman pedagang
    penjual sopir pembalap petenis pebulutangkis atlet petinju tokoh ulama kiai ustaz imam pendeta uskup paus raja
    ratu pangeran putri ahli spesialis psikolog sosiolog sejarawan arkeolog epidemiolog geolog seismolog ilmuwan
    penyidik penyelidik petugas prajurit perwira komika komedian presenter musisi gitaris vokalis desainer perancang
    chef koki influencer selebgram youtuber konten kreator ceo pendukung penggemar penumpang pengunjung wisatawan
    turis pelanggan konsumen nasabah pasien pengungsi penyintas buruh pekerja karyawan pegawai pensiunan veteran
    asisten deputi pendamping pengurus pengelola penanggung inisiator penggagas perwakilan utusan delegasi negosiator
    diplomat pemohon penggugat tergugat pelapor terlapor pelaku kantor lembaga organisasi kelompok perusahaan partai
    produsen produser eksekutif arsitek insinyur teknisi pustakawan kurator seniman budayawan sastrawan penyair
    novelis kolumnis editor redaktur pemred reporter sayap agen pandit komentator wasit promotor pemerhati praktisi
    konsultan auditor akuntan notaris broker investor bankir trader pendakwah dai penceramah santri pengasuh takmir
    marbot peternak pekebun pastor romo suster biarawan rohaniwan kritikus kritisi antropolog herpetolog ornitolog
    kriminolog futurolog virolog vulkanolog klimatolog hidrolog filolog teolog naturalis konglomerat taipan pesinetron
    pelantun idola leader bassist drummer rapper pelawak pedangdut pesulap peselancar perenang pelari pesilat pecatur
    pebasket pesepeda pebalap petembak pegulat pesenam pegolf lifter karateka judoka tunggal_putra tunggal_putri
    ganda_putra ganda_putri ganda_campuran operator libero setter kepsek kasek bhikkhu biksu pengantin mempelai penata
    pemandu penjaga penyuluh pemulung pengemis pebisnis pelapak perajin pengrajin penenun pembatik pematung pelukis
    penari koreografer dramawan wartawati biduan biduanita diva selebritas selebriti pegiat penggiat penambang nakhoda
    pilot pramugari masinis kondektur porter kurir ojek driver satpam hansip ketum sekjen jubir dirut dubes capres
    cawapres calon kandidat bakal caleg
""")
PERSON_NOUNS = words("""
    juara jawara peraih pencetak penakluk bos pentolan dedengkot pria wanita perempuan lelaki laki-laki orang pemuda
    pemudi remaja bocah gadis sosok figur jebolan alumnus alumni lulusan politikus mantan jenderal pemain pelatih
    penyanyi aktor aktris kelahiran putra putri sumber narasumber pejabat warga saksi penumpang pengacara tokoh
    perwira ayah ibu dara janda duda kakek nenek pesepakbola pembalap
""")
COLLECTIVES = words("""
    polisi kepolisian jaksa hakim warga saksi terdakwa korban penyidik kejaksaan kementerian pemerintah militer
    tentara manajemen perusahaan keluarga panitia pengadilan majelis pelaku tersangka netizen warganet massa
    demonstran mahasiswa pengunjuk petugas pihak kementerian_luar_negeri kuasa_hukum penggugat juri parlemen akun
    pengguna pemilik_akun klub federasi asosiasi pelapor pengacara dokter wartawan penonton pembeli pedagang presenter
    pembawa_acara host
""")
ORGANISATION_WORDS = (
    words("""
    daop divre polhukam marves pmk perekonomian disdikbud disdik dinkes dishub disnaker dispora disparbud dispar
    dinsos disperindag dpupr dlh dpmptsp bappeda bapenda bpkad bpbd rsud satpol bakesbangpol kesbangpol disdukcapil
    dukcapil distan diskominfo disbun diskop damkar kemlu kemenlu kemenkes kemendagri kemenag kemenhub kemenkeu
    kemensos kemenristek kemendes kemenhan kemenpora kemenkominfo kominfo komdigi kemkomdigi kemenpar kemenbud
    kemenhaj kemenekraf kemendikdasmen kemdiktisaintek bpom bnpb bmkg brimob studies analysis research strategic
    sekuritas securities ventures watch town rovers wanderers albion kemendikbudristek kemenko kemenparekraf
    kemenperin kemendag kementan kemenhut kemenpupr kementerian_pupr kemenkop kemenaker kemenkumham kemenpan bkd bkn
    bkpm bph upt upz uptd dpc dpp dpw dpd pbsi pabpdsi apindo kadin hipmi dinas kementerian badan lembaga komisi
    dewan majelis mahkamah pengadilan kejaksaan kejati kejari kepolisian polda polres polsek polresta polrestabes
    mabes institut institute universitas sekolah akademi fakultas jurusan partai fraksi yayasan asosiasi ikatan
    persatuan perhimpunan himpunan forum aliansi koalisi gerakan serikat federasi konfederasi pusat studi
    pusat_kajian laboratorium rumah sakit puskesmas bank perusahaan pt cv tbk persero holding group grup motors
    motor corporation corp inc ltd limited company co university college foundation association society council
    committee commission department ministry agency center centre office bureau house club fc united city cf ac as
    rc sc real atletico hotspur international internasional nasional national indonesia republik negara pemerintah
    pemkab pemkot pemprov pemda provinsi kabupaten kota kecamatan kelurahan desa dusun kampung rt rw daerah wilayah
    regional cabang bidang seksi divisi direktorat subdirektorat biro satuan unit tim satgas gugus penanganan
    percepatan pencegahan pemberantasan korupsi penerangan penkum humas hubungan masyarakat protokol komunikasi
    informasi informatika kesehatan pendidikan kebudayaan pariwisata perdagangan perindustrian pertanian kehutanan
    kelautan perikanan perhubungan sosial tenaga kerja transmigrasi agama hukum ham keamanan politik ekonomi kreatif
    koperasi ukm umkm pembangunan perencanaan pekerjaan perumahan rakyat lingkungan hidup energi sumber mineral
    riset teknologi pemuda olahraga pemberdayaan perempuan anak perlindungan keluarga berencana luar negeri dalam
    luhur kepegawaian aparatur reformasi birokrasi penanggulangan bencana meteorologi klimatologi geofisika
    statistik pertanahan agraria tata ruang investasi penanaman modal badan_usaha pengawas pengawasan penyiaran
    pemilihan pemilu umum pelayanan pajak bea cukai imigrasi pemasyarakatan lapas rutan stasiun pelabuhan bandara
    kereta api pidana khusus tindak reskrim reserse kriminal lintas narkoba siber intelijen propam brimob kodam
    korem kodim koramil kostrad kopassus resor sektor resort besar angkatan darat udara laut garda revolusi armada
    front laskar organisasi ormas sipil konsumen buruh pekerja petani nelayan mahasiswa alumni ulama islam kristen
    katolik hindu buddha asia tenggara pasifik kebijakan strategis publik analisis penelitian pengembangan inovasi
    operasi gabungan bersama kamar dagang industri perbankan keuangan otoritas jasa asuransi lalulintas pengelolaan
    pengendalian penyuluhan pemadam kebakaran penyelamatan sar pencarian pertolongan kesejahteraan pemukiman
    permukiman perkotaan perdesaan data kebencanaan polkam lemhannas wantimpres basarnas bapanas bapeten brin brgm
    bgn bpip bpjph bnpt bnp2tki bp2mi lkpp lapan perpusnas ppatk otorita ikn houthi houthis hizbullah tinggi
    menengah dasar sains migran kependudukan asasi manusia kawasan mikro kecil usaha infrastruktur kewilayahan
    pangan gizi narkotika haji umrah halal penyelenggara jaminan sandi perbatasan ketenagakerjaan hilirisasi
    logistik ketahanan pemantau nuklir atom antariksa penerbangan geologi vulkanologi mitigasi peternakan perkebunan
    hortikultura perizinan terpadu kearsipan perpustakaan persandian pendapatan aset kelas pasar terminal masjid
    gereja hotel taman pondok pesantren ponpes klinik kompleks pengembang penumpang konsumsi kecantikan kebidanan
    keperawatan kedokteran hewan kehakiman pertamanan pemakaman persampahan kebersihan ketertiban kesatuan pramuka
    purbakala tertinggal demokrasi perjuangan karya amanat kebangkitan bangsa solidaritas sejahtera keadilan bulan
    bulan_bintang fatwa nurani perkumpulan legislatif eksekutif polisi militer tentara yudikatif dunia sedunia
    konstitusi yudisial ombudsman parlemen senat kongres kabinet istana sekretariat kepresidenan putih rusun
    apartemen kampus liga piala timnas pssi koni esports team racing formula ducati honda yamaha distrik prefektur
    kedutaan konsulat
""")
    | words("""
        secret service services force forces federal reserve health organization organisation court union treasury
        homeland army navy aviation authority fund foundation academy press
    """)
    | gazetteer.BODIES
    | gazetteer.COMPANY_WORDS
)
PLACE_HEADS = words("""
    di kabupaten kota kecamatan kelurahan desa dusun kampung provinsi pemkab pemkot pemprov polres polda polsek
    polresta kodim bupati gubernur camat lurah kades kapolres kapolda kapolsek kejari kejati dprd jalan pulau gunung
    sungai pantai warga asal ke kawasan wilayah rsud bpbd wabup
""")
PLACE_BEGINNINGS = words("""
    karang tanjung sungai muara pulau bukit kota sumber suka lubuk teluk batu gunung air pasir rawa kampung pondok
    ujung padang simpang tebing rantau pangkalan kebon kebun kali labuhan parit tanah telaga ulu ranah sei watu
    pematang
""")
BODY_NOUNS = words("""
    kantor lembaga organisasi kelompok perusahaan partai klub grup produsen agensi badan media majalah harian koran
    stasiun portal situs laman kanal yayasan federasi tim maskapai operator pemerintahan kabinet kubu rezim koalisi
""")
COMPLEMENT_HEADS = words("""
    direktur utama eksekutif dirut ceo manajer manager ketua umum kepala director officer president presiden komisaris
    rektor sekretaris sekjen wakil warga pelatih pemain striker bek kiper gelandang penyerang winger kapten mahasiswa
    dosen guru bos pendiri founder co-founder pemilik juru bicara jubir anggota komandan hakim pengamat peneliti
    pegawai karyawan pedagang petani nelayan perdana pemimpin vice general relations communication lurah kades camat
    desa kelurahan sektor cabang bidang
""")
SECOND_TITLES = words("agung muda besar tinggi")
REGIONAL_TITLES = words("""
    institut institute istana bank pt cv yayasan partai pesantren ponpes klinik hotel masjid pasar stasiun bandara
    rsud puskesmas kampung dusun perumahan kompleks gang smpn sman sdn smkn lapas rutan pelabuhan bupati wabup
    gubernur wagub walikota wali kota camat lurah kades kapolres wakapolres kapolresta kapolrestabes kapolda kapolsek
    kajari kajati dandim danrem sekda kejari kejati polres polda polsek kabupaten kecamatan desa kelurahan dprd bpbd
    distrik prefektur penjabat republik kerajaan kesultanan provinsi universitas pulau
""")
SHORT_TITLES = {
    "ri": "republik indonesia",
    "as": "amerika serikat",
    "korut": "korea utara",
    "korsel": "korea selatan",
    "mendagri": "menteri dalam negeri",
    "menlu": "menteri luar negeri",
    "menkeu": "menteri keuangan",
    "menhan": "menteri pertahanan",
    "menkes": "menteri kesehatan",
    "mendag": "menteri perdagangan",
    "mentan": "menteri pertanian",
    "menhub": "menteri perhubungan",
    "menag": "menteri agama",
    "mensos": "menteri sosial",
    "menaker": "menteri ketenagakerjaan",
    "menperin": "menteri perindustrian",
    "menpora": "menteri pemuda dan olahraga",
    "menkumham": "menteri hukum dan ham",
    "mensesneg": "menteri sekretaris negara",
    "menko": "menteri koordinator",
    "wapres": "wakil presiden",
    "wagub": "wakil gubernur",
    "wabup": "wakil bupati",
    "jubir": "juru bicara",
    "sekjen": "sekretaris jenderal",
    "sekda": "sekretaris daerah",
    "dirut": "direktur utama",
    "ketum": "ketua umum",
    "dubes": "duta besar",
    "kades": "kepala desa",
}

# What has a title.
WORKS = words("""
        film lagu buku novel album program acara lomba kampanye festival seminar diskusi kuliah produk aplikasi
        artikel puisi podcast konten pameran operasi lukisan karya video klip konser menu konsep halaman serial
        sinetron nama
    """)

"""Names that news in any language uses: places, bodies, first names."""

from .language import words

PLACES = words("""
    los_angeles new_york new_delhi kuala_lumpur buenos_aires sao_paulo san_francisco tel_aviv abu_dhabi sri_lanka
    new_jersey las_vegas cape_town addis_ababa saudi_arabia south_korea north_korea south_africa new_zealand
    arab_saudi korea_selatan korea_utara puerto_rico costa_rica el_salvador timor_leste papua_nugini hong_kong sumut
    sumsel sumbar jabar jateng jatim kalbar kalsel kaltim kalteng kaltara sulsel sulut sulteng sultra sulbar
    jabodetabek babel kepri malut jakbar jaksel jaktim jakut jakpus tangsel soloraya sardjito moewardi kariadi soetomo
    ahmad_yani ngurah_rai soekarno_hatta soekarno-hatta halim_perdanakusuma adi_soemarmo hasan_sadikin saiful_anwar
    cipto_mangunkusumo sultan_hasanuddin bung_karno bung_tomo indonesia malaysia singapura singapore thailand filipina
    philippines vietnam myanmar kamboja cambodia laos brunei timor leste jepang japan korea china cina tiongkok taiwan
    hong_kong hongkong india pakistan bangladesh nepal sri lanka afghanistan afganistan iran irak iraq suriah syria
    lebanon israel palestina palestine gaza yordania jordan mesir egypt arab saudi yaman yemen oman qatar kuwait
    bahrain uea turki turkey turkiye rusia russia ukraina ukraine belarus polandia poland jerman germany prancis
    perancis france inggris britain england scotland skotlandia wales irlandia ireland spanyol spain portugal italia
    italy belanda netherlands belgia belgium swiss switzerland austria swedia sweden norwegia norway denmark finlandia
    finland hungaria hungary ceko czech slovakia rumania romania bulgaria serbia kroasia croatia bosnia yunani greece
    amerika serikat america american kanada canada meksiko mexico guatemala honduras nikaragua nicaragua kosta_rika
    costa_rica el_salvador suriname guyana mozambique tanzania burundi cameroon gabon namibia botswana madagascar
    mauritius eritrea djibouti malawi liberia benin togo gambia maladewa maldives bhutan turkmenistan tajikistan
    makedonia montenegro slovenia moldova monako vatikan samoa tonga vanuatu burkina_faso lesotho eswatini
    sierra_leone mauritania brasil brazil argentina chile chili kolombia colombia peru venezuela kuba cuba afrika
    africa nigeria kenya ethiopia somalia sudan libya aljazair algeria maroko morocco tunisia australia selandia
    zealand papua nugini fiji eropa europe asia asean korut korsel as pbb uni soviet ri kyrgyzstan kazakhstan
    uzbekistan georgia armenia azerbaijan mongolia estonia latvia lithuania luxembourg iceland islandia siprus cyprus
    malta albania kosovo paraguay uruguay bolivia ekuador ecuador panama haiti jamaika jamaica ghana senegal kamerun
    mali kongo congo uganda rwanda zimbabwe zambia angola mozambik madagaskar tepi jalur khartoum kharkiv donbas
    krimea crimea jakarta bogor depok tangerang bekasi bandung cimahi sukabumi cianjur garut tasikmalaya ciamis
    kuningan cirebon majalengka sumedang indramayu subang purwakarta karawang pangandaran banjar serang cilegon lebak
    pandeglang banten semarang surakarta solo salatiga magelang pekalongan tegal brebes pemalang batang kendal demak
    kudus jepara pati rembang blora grobogan sragen karanganyar wonogiri sukoharjo klaten boyolali temanggung wonosobo
    purworejo kebumen cilacap banyumas purwokerto purbalingga banjarnegara yogyakarta jogja sleman bantul gunungkidul
    gunung kulon progo diy surabaya sidoarjo gresik lamongan tuban bojonegoro ngawi magetan madiun ponorogo pacitan
    trenggalek tulungagung blitar kediri nganjuk jombang mojokerto malang batu pasuruan probolinggo lumajang jember
    banyuwangi bondowoso situbondo bangkalan sampang pamekasan sumenep madura denpasar bali badung gianyar tabanan
    buleleng karangasem bangli klungkung jembrana mataram lombok sumbawa bima dompu kupang flores ende sikka maumere
    sumba ntt ntb manggarai belu alor medan binjai deli serdang langkat karo simalungun asahan labuhanbatu tapanuli
    nias pematangsiantar sibolga padang bukittinggi payakumbuh pariaman solok agam pasaman sijunjung dharmasraya
    mentawai pekanbaru dumai kampar siak bengkalis rokan hulu hilir indragiri pelalawan kuansing riau batam bintan
    tanjungpinang karimun natuna lingga jambi bungo kerinci merangin sarolangun tebo palembang prabumulih lubuklinggau
    muara enim lahat ogan komering ilir musi banyuasin bengkulu rejang lebong lampung metro pringsewu pesawaran
    tanggamus pangkalpinang bangka belitung aceh banda lhokseumawe langsa sabang bireuen pidie gayo singkil simeulue
    pontianak singkawang kubu raya sambas ketapang sanggau sintang palangkaraya kotawaringin kapuas barito banjarmasin
    banjarbaru martapura samarinda balikpapan bontang kutai kartanegara penajam paser berau tarakan nunukan malinau
    bulungan kalimantan makassar gowa maros takalar bone bulukumba parepare pinrang wajo soppeng luwu palopo toraja
    enrekang sidrap pangkep barru jeneponto bantaeng sinjai selayar kendari konawe kolaka baubau buton muna wakatobi
    palu donggala sigi poso morowali banggai tolitoli mamuju majene polewali mamasa gorontalo manado minahasa bitung
    tomohon kotamobagu sangihe talaud sulawesi ambon maluku ternate tidore halmahera tual seram jayapura merauke
    timika mimika nabire wamena jayawijaya biak sorong manokwari fakfak kaimana puncak yahukimo intan jawa sumatera
    sumatra nusantara selatan utara barat timur tenggara tengah pusat laut daya menteng kemayoran senayan cikeas
    hambalang ancol kemang ciputat cengkareng washington london paris tokyo seoul pyongyang beijing moskow moscow kyiv
    kiev berlin roma rome madrid brussels jenewa geneva teheran tehran baghdad damaskus damascus beirut kairo cairo
    ankara istanbul riyadh doha dubai yerusalem jerusalem tel aviv ramallah rafah bangkok manila hanoi canberra sydney
    melbourne delhi mumbai islamabad kabul california texas florida ohio utah maryland virginia pennsylvania michigan
    wisconsin carolina arizona nevada colorado oregon illinois indiana iowa kansas kentucky louisiana maine
    massachusetts minnesota mississippi missouri montana nebraska hampshire jersey york dakota oklahoma tennessee
    vermont wyoming alabama alaska arkansas connecticut delaware idaho hawaii boston chicago houston dallas
    philadelphia detroit seattle atlanta miami angeles francisco north south east west northern southern eastern
    western
""")

FIRST_NAMES_MALE = words("""
    erik marcus oskar lars karl hans klaus pierre jean luca marco paolo diego carlos luis jorge javier pablo miguel
    antonio andres fernando roberto sergio rafael dmitry ivan nikolai mikhail oleg igor victor viktor anton leon chen
    wang li zhang liu kenji hiroshi takashi akira yuki jin min jun ali reza hamed hossein abbas amir ehud yoav benny
    naftali yair gilad avi moshe isaac david neil nigel graham alistair ian callum liam connor harry oliver freddie
    alfie theo oscar felix hugo max leo toby derek trevor colin gareth rhys owen evan dean craig darren wayne doug
    chuck rick nick vic ray roy glenn brad chad todd kirk kurt lou gus ralph hank dwight wes clint arman otto yusril
    mahfud feri refly hasto hotman henry ruhut fahmi faisal rio rian randy ricky rangga ramadhan rahmat rachmat restu
    sandiaga satria satrio sigit soni sukma surya syahrul taufik tegar tio tommy toni vino wawan wira wisnu yana yoga
    yogi yudi yudha yusri zaenal zainal zainudin zulfikar yohanes johannes stefanus agustinus fransiskus antonius
    ignatius benediktus gregorius darmawan haryo johan robby bobby dodi simon james john robert michael william
    richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth
    kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin
    scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose adam
    nathan douglas zachary peter kyle walter ethan jeremy harold keith christian roger noah gerald carl terry sean
    austin arthur lawrence jesse dylan bryan joe jordan billy bruce albert willie gabriel logan alan juan eugene
    vincent russell elijah louis philip johnny bill tim jim mike bob tom dan steve chris matt jeff greg ted barack
    mitt bernie boris vladimir sergei emmanuel bima raja sultan bagas aji i ni bj jj jd aj cj tb aa am ws md ahmed
    mohammed mahmoud hassan hussein khaled khalid tariq mustafa abdullah omar karim hamid samir ahmad agus budi
    bambang joko eko andi dedi hendra heru iwan rudi slamet sugeng suharto teguh wahyu yusuf muhammad mohammad mohamad
    abdul hasan husein ibrahim ismail imam rizky rizki fajar galih dimas bayu arif arief irfan anwar arya adi ade asep
    ujang cecep dadang tatang yanto yono widodo prabowo ganjar anies ridwan zulkifli airlangga luhut tito basuki
    dewa gusti nengah gde ngurah cokorda desak kadek komang ketut luh
    firman fadli fahri novel made wayan ketut nyoman putu gede i_made gusti hendri herman hermawan didik dani deni
    denny doni edy edi ferry gatot hadi rodney kieran declan niall padraig eamon seamus rory angus hamish fergus ewan
    gregor lachlan duncan malcolm stuart clive barry desmond cyril cecil reginald rupert giles piers tristan sebastian
    dominic quentin barnaby jasper miles elliot elliott spencer preston bradley chase tanner hunter colton dalton
    wyatt levi caleb isaiah jeremiah josiah ezra micah malachi darius jamal jermaine tyrone lamar deshawn marquis
    terrence darnell cedric reggie cory corey derrick dwayne lionel winston clarence leroy earl floyd lloyd milton
    norman stanley leonard bernard harvey herbert gilbert marvin melvin alvin edwin edgar edmund ernest elmer homer
    horace rudolph rudy otis clyde wendell orville lindsey rocco vito salvatore giovanni matteo lorenzo alessandro
    francesco stefano andrea luigi mario fabio claudio enzo dario emilio julio cesar ramon raul ruben hector arturo
    eduardo ricardo alberto alfredo guillermo gustavo ignacio manuel mateo santiago sebastien benoit francois jacques
    philippe michel laurent olivier thierry yves henri emile gaston stefan jurgen wolfgang dieter gunther heinz
    friedrich helmut matthias tobias sven bjorn nils anders mikkel rasmus soren magnus henrik fredrik jakob mikael
    pekka jari juha antti janne wojciech piotr tomasz krzysztof marek jan pavel petr jiri zoltan laszlo istvan gabor
    attila radu ion mihai bogdan dragan goran zoran milos nikola branko vuk yuri anatoly alexei andrei pavlo oleksandr
    volodymyr sergiy maksim denis artem kirill ruslan ramzan kofi kwame kwesi chidi emeka obinna tunde segun olu femi
    babatunde chinedu ousmane mamadou amadou moussa ibrahima cheikh abdou yasser bilal hamza idris ismael jamil kareem
    rashid saeed salman sami tarek walid yousef ziad nasser bashar saddam osama akbar arjun amit anil ashok deepak
    gopal krishna manoj mohan narendra nitin pankaj pradeep prakash rahul rajesh rajiv rakesh ramesh ravi sandeep
    sanjay sunil suresh vijay vikram vinod satoshi daisuke kazuo makoto naoki ryo shinji shinzo taro yoshihide wei
    ming hao jian lei qiang peng tao yohannes yohanis lukas markus matius petrus paulus yosef yosep yusak musa ismet
    ishak yakub abdurrahman abdurrohman achmad akhmad muhamad mochamad mochammad muh moh muchamad mukhlis zainuri
    zainul saiful syaiful syaifullah saifullah syamsul samsul samsudin syamsuddin nasrudin nasruddin kamaruddin
    jamaluddin jalaluddin fakhruddin burhanuddin burhanudin aminuddin aminudin badruddin tajuddin hasanuddin
    salahuddin sirajuddin baharuddin fachrul fakhrul khairul khoirul chairul nurul nurdin nurhadi nurcholis miftah
    miftahul habib hafiz hafidz halim hamdan hamzah haidar haikal hanafi harun harits hasbi hidayat hilman husni ilham
    iqbal irwan irwansyah iskandar izzul jafar jufri kadir kamal latif luqman lukman lutfi luthfi mahmud malik mansur
    marwan maulana muchlis mukti mulyono munir mustofa muzakir nabil naufal nizar noor qomar rafi rafli rahman ramli
    rasyid rauf reyhan ridho rifai rifki rizal rizqi roni rusli sabar saefudin sahrul salim saleh sholeh soleh sani
    sapto satya setiawan setyo sholahuddin sidik sidiq sofyan solihin subhan sudirman sudarmono sudarsono sugiarto
    sugiono sugiyanto suharno suherman sujarwo sujatmiko sukarno sukirman sulaiman sulistyo sumarno sunarto supardi
    suparman supriadi supriyadi supriyanto suprianto surono suryadi suryanto susanto susilo sutarno sutrisno suwardi
    suwarno suyanto suyono syafii syafrudin syahrial syarif tamrin taufan taufiq tohir tri triyono tulus umar untung
    usman usep utomo wahid wahyudi wahyono waluyo warsito wibowo widianto wijaya winarno yahya yasin yosua yudho
    yulianto yulius yunus yuswanto zaini zaki zulkarnain aan aceng aep ateng ajat atep cece dede deden didin dudung
    engkus entis iman jajang jaja kosasih maman memed nandang oding sahat tatan tedi teddy toto udin uus yayan yaya
    yayat togar poltak binsar bonar hotma jonggi maruli mangapul parlin ramses saut sabam tigor tumpal edison nelson
    wilson jefri jeffry jimmy johny jonny hengky hengki hendrik herry heri hery ferdinand ferdy frans filep yan yance
    yosafat beny boy bobi budiman budiono budianto chandra candra dedy dicky didi dodik donny dwi erick erwin fandi
    fauzan fauzi ferdi galang gibran gilang giring guntur gustaf handoko hariyanto haryanto haryono hendarto hendro
    heriyanto hermanto hersubeno imron indra jaka joni juliyatmoko krisna kuncoro kurniawan kusnadi lilik martin
    maruarar mulyadi mulyanto nanang nugroho panji parmin pramono purnomo purwanto putut rachmad raden raffi raka
    robertus romi rommy ronny rosan rusdi sabri saptono sarwo seno sigid sukamto sukri sulis suryo tjahjo tjokorda
    wihaji wiranto wiyono yuda zudan
""")
FIRST_NAMES_FEMALE = words("""
    maria ana olga natasha irina elena svetlana ingrid greta petra karin helga yuko sakura mei ling priya anjali
    fatima aisha layla mariam noor leila sofia lucia carmen rosa isabel marta paula carla chloe zoe ella lily lucy
    ruby daisy holly molly abby becky jenny julie tracy wendy tina gina dana denise yvonne monique joan joanne dorothy
    barbara bonnie connie peggy sally tammy vicki aisyah amalia anggun anisa annisa arini astri ayunda desi dina dinda
    dini elly endang erna eva farah fatimah febri fenny hesti heni ika ira irma julia kartika lia lilis lina marni
    maudy meri mira mutia nadia nanik nurhayati nurul puji puspita rahma ratih rika rosmala salsabila santi selvi
    silvi sumiati tika titi titin vera vina widya winda wiwik yayuk yessy yuliana yulia zahra poppy helen claire
    hillary kari mary patricia jennifer linda elizabeth susan jessica sarah karen lisa nancy betty sandra margaret
    ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia amy
    kathleen angela shirley emma brenda pamela nicole anna samantha katherine christine debra rachel carolyn janet
    catherine heather diane olivia joyce victoria ruth virginia lauren kelly christina evelyn judith andrea hannah
    megan cheryl jacqueline martha madison teresa gloria sara janice ann kathryn abigail sophia frances jean alice
    judy isabella grace amber danielle marilyn beverly charlotte theresa diana natalie brittany doris kayla alexis
    lori kellyanne stacey ivanka melania kate jane ellen siti dewi sri ratna rina rini ani ayu putri wulan yuni yuli
    nur fitri indah lestari retno susi megawati puan khofifah risma tri ida intan maya mega nia nita novi rani sari
    sinta tuti wati yanti june ni luh ines yolanda keisha latoya tamika ebony tanisha rochelle bernadette bridget
    brigid sinead siobhan aoife niamh ciara maeve deirdre fiona moira morag eilidh isla catriona gwen gwyneth rhiannon
    carys imogen georgina harriet henrietta philippa phoebe penelope beatrice beatrix cordelia arabella tabitha
    felicity verity prudence constance winifred edith edna ethel mabel maud maude muriel marjorie mavis doreen beryl
    sheila maureen eileen geraldine josephine rosemary rosalind sylvia stella selma vivian viola velma wilma wanda
    yvette vanessa veronica valerie tamara tabatha tara tessa theodora trudy ursula una sonya sonia sasha samira salma
    sabrina roxanne rosie ronda rita renee regina ramona priscilla phyllis pauline patty olive nora noreen nicola nina
    nadine myra monica miriam mildred meredith maxine mariana marina marion marcia mandy mallory lydia lucille
    lorraine loretta lois lizzie lindsay leslie lesley leona leah lana kristin kirsten kristine kirsty katie katrina
    karla kara justine juliet juliette juanita joy josie jolene joanna jillian gillian jill jeanette jeanne janine
    janelle jackie ivy isobel irene iris ilana hope hilda hazel gwendolyn gretchen greer gladys gail freya florence
    flora faye fay esther ellie eleanor elaine eve edwina dora dolores delia deanna daphne darlene daniela dahlia
    corinne colleen clementine clarissa clara claudia cindy christy charlene celia cecilia cathy cassandra carrie
    camille camilla candice bethany beth bernice belinda becca barbra ava aurora audrey astrid april antonia annie
    annette angelina angelica anita amelie amelia allison alison alicia alexandra alana aileen agnes adriana adele
    abbie hanne hanneke marijke saskia annemarie katja anja birgit ute heike monika gabriele sabine brigitte francoise
    chantal sylvie nathalie celine aurelie elodie manon lea chiara giulia francesca alessandra valentina elisa ilaria
    silvia federica pilar mercedes consuelo ximena paloma beatriz catalina juana luz marisol agnieszka malgorzata
    katarzyna zofia magdalena jadwiga milica jelena ivana snezana oksana anastasia ekaterina tatiana galina lyudmila
    ludmila nadezhda zuzana katerina ilona ildiko aiko haruka naomi yoko keiko michiko akiko priyanka sunita lakshmi
    indira rekha shabana nusrat benazir malala zainab amina hafsa khadija mariama aminata fatou ngozi chimamanda
    adaeze folake wanjiru wangari aida ainun aisyiyah alya anggi anggraini anindya asih asmawati astuti azizah bunga
    cahya cinta citra cut devi dian diah dyah eka elis eli ely emi emilia endah eni erlina erni ester eti evi fadhilah
    farida fatma fauziah fifi fira fitria fitriani gita hana hani hartini hasna hera herlina husna iin ike imas indri
    ine inggrid ita iis jamilah jihan juju kania khadijah kiki komariah kurnia laila laras latifah leli leni lidya
    lilik listyo luluk lulu lusi maimunah mariani marlina maryam masitoh melati melly mila mimi mirna miranti murni
    mutiara nabila nadya nafisah naila najwa nani nela neneng neni nenden ningsih nirina nuraini nurhasanah nurlaela
    nurlela nurma nurmala nursyahbani oktavia pipit rahayu rahmawati ranti reni resti retnaningtyas ria rianti rieke
    risa riska riza ros rosdiana rosita rukmini rumiyati safitri sagita sania sartika septi sherly shinta siska sofi
    sugiarti suharti sukma sulastri sumarni sumiyati supartini suparti suryani susanti susilowati syifa tiara titik
    titiek tiwi triana umi ummi ulfa ulfah utami vivi wahyuni wardah widyawati wiwin yani yayah yeni yenny yohana
    yosefina yuliani yulianti yuliati yunita yusnita zaskia zubaidah
""")

# What names of companies end or begin with, in whatever language the story is.
COMPANY_WORDS = words("""
    motors industries holdings steelworks semiconductor semiconductors batteries electronics textiles therapeutics
    homes builders developments stores supermarkets hotels brewery breweries distillery bakeries biotech laboratories
    softwares aerospace shipyard energy capital securities sekuritas oil gas petroleum research markets advisors
    advisory partners consulting studio studios entertainment records pictures technologies technology systems
    solutions ventures asset investment investments airlines airways foods pharma pharmaceuticals financial insurance
    analytics logistics properties property realty resources minerals mining steel cement chemicals telecom mobile
    digital labs robotics automotive aviation shipping lines brothers sons associates
""")

# Parties, ministries, companies and clubs that stand without any word saying what they are.
BODIES = words("""
    persela psim psbs psps persijap persipal persiraja persewar persiba persekat persikas persipura semen_padang
    celios indef smrc lsi csis perludem pusako ylki elsam setara imparsial greenpeace auriga icel rsup rs
    gapki gaikindo gapensi gapmmi aprindo asita aptrindo organda phri hkti knti spsi kspi ksbsi fsgi jppi pgri idi
    ppni peradi ikadin pwi amsi smsi bulog pelni asdp kai waskita wika pindad peruri bumn walhi
    kontras ylbhi icw jatam bkkbn bssn bpk bpjs lpsk komnas kompolnas pertamina pln telkom telkomsel garuda gojek grab
    tokopedia shopee traveloka bukalapak freeport astra toyota honda yamaha suzuki daihatsu mitsubishi hyundai kia
    wuling byd tesla google facebook meta twitter instagram tiktok youtube netflix microsoft apple amazon samsung
    xiaomi oppo vivo huawei boeing airbus danantara unilever indofood mandiri bri bni btn bca danamon permata adaro
    antam gerindra golkar pdip pks nasdem demokrat ppp pkb hanura perindo psi pan pbb bawaslu kpu kpk polri tni bmkg
    bnpb basarnas bnn bpom ojk dpr dpd mpr mui nu muhammadiyah pbnu kominfo kemenkes kemendikbud kemendagri kemenkeu
    kemenag kemenlu kemenhub kemensos kejagung bareskrim interpol unicef unesco who nato hamas hizbullah hezbollah
    fatah taliban pentagon kremlin downing liverpool arsenal chelsea tottenham everton wolves juventus milan inter
    napoli barcelona barca sevilla valencia ajax bayern dortmund psg lyon porto benfica sporting fiorentina lazio
    atalanta persib persija persebaya arema psis psm persis persik persita persikabo bhayangkara dewa_united senate
    congress republicans democrats republican democratic gop
""")

"""Outlets that news in any language quotes: agencies, papers, stations and sites."""

from .language import words

AGENCIES = words("""
    afp reuters ap associated_press the_associated_press upi dpa efe ansa kyodo jiji xinhua tass ria_novosti interfax
    yonhap kcna irna isna fars tasnim mehr anadolu bernama antara vna pti sputnik ukrinform
""")
OUTLETS = words("""
    goal bein_sports bein_sport bbc_match_of_the_day maariv benarnews tvonenews time_magazine people_magazine
    agence_france-presse agence_france_presse deutsche_presse-agentur afp reuters ap associated_press
    the_associated_press upi dpa efe ansa kyodo kyodo_news jiji xinhua tass ria_novosti interfax yonhap kcna irna
    isna fars tasnim mehr press_tv anadolu anadolu_agency bernama antara vna ptv pti sputnik russia_today tv_rusia
    rossiya_1 al_jazeera al-jazeera aljazeera al_arabiya al_mayadeen al_manar wafa saudi_gazette arab_news
    the_national cnn cnn_indonesia cnbc cnbc_indonesia cnbcindonesia bbc bbc_news bbc_indonesia bbc_sport itv
    itv_news channel_4 sky_news sky_sports sky_sport sky_italia sky abc abc_news nbc nbc_news cbs cbs_news pbs npr
    skynews fox fox_news msnbc c-span usa_today new_york_times the_new_york_times nyt washington_post
    the_washington_post wall_street_journal the_wall_street_journal wsj los_angeles_times chicago_tribune
    boston_globe politico axios the_hill the_atlantic new_yorker the_new_yorker newsweek vox huffington_post
    huffpost buzzfeed buzzfeed_news bloomberg forbes fortune business_insider financial_times the_guardian guardian
    the_times the_telegraph the_daily_telegraph telegraph the_independent daily_mail daily_mirror the_mirror the_sun
    daily_express evening_standard manchester_evening_news the_athletic espn espn_fc goal.com talksport marca
    mundo_deportivo l'equipe lequipe le_monde le_figaro le_parisien der_spiegel spiegel bild kicker die_welt
    die_zeit el_pais el_mundo corriere_dello_sport corriere_della_sera gazzetta_dello_sport la_gazzetta_dello_sport
    tuttosport football_italia tuttomercatoweb la_repubblica football_london motorsport motorsport.com autosport
    motogp.com speedweek the_verge techcrunch wired cnet gsm_arena gsmarena engadget mashable tmz variety deadline
    hollywood_reporter the_hollywood_reporter billboard rolling_stone entertainment_weekly vanity_fair vogue soompi
    allkpop naver dispatch korea_herald the_korea_herald korea_times the_korea_times nhk nikkei nikkei_asia
    japan_times the_japan_times asahi_shimbun global_times cgtn china_daily people's_daily south_china_morning_post
    scmp the_straits_times straits_times channel_news_asia channelnewsasia cna the_star malaysiakini
    new_straits_times astro_awani bangkok_post vnexpress the_hindu hindustan_times times_of_india the_times_of_india
    ndtv geo_news haaretz jerusalem_post the_jerusalem_post times_of_israel the_times_of_israel ynet
    yedioth_ahronoth channel_12 channel_13 middle_east_eye middle_east_monitor the_new_arab kyiv_independent
    the_kyiv_independent ukrinform the_moscow_times kommersant meduza the_conversation first_post firstpost
    republic_tv the_sydney_morning_herald sydney_morning_herald the_age nine_news politico_europe euronews france_24
    deutsche_welle dw voa voa_indonesia rfa rfi abc_australia kompas kompas.com kompas.tv kompas_tv kompas.id
    kompasiana detik detik.com detikcom detiknews detikfinance detikhot detiksport detikjateng detikjabar detikjatim
    detikbali detiksumut detiksulsel detikhealth detikinet detiktravel detikfood detikedu cnnindonesia.com tempo
    tempo.co majalah_tempo koran_tempo republika republika.co.id republika_online tribun tribunnews tribunnews.com
    tribun_network tribun_jakarta tribun_jateng tribun_jabar tribun_timur tribun_medan tribunjogja.com liputan6
    liputan6.com sctv indosiar merdeka merdeka.com okezone okezone.com sindo sindonews sindonews.com koran_sindo
    viva viva.co.id vivanews suara.com jpnn jpnn.com jawa_pos jawapos.com media_indonesia mediaindonesia.com
    metro_tv metrotvnews.com inews inews.id rcti mnc tvone tv_one trans_tv trans7 kontan kontan.co.id
    bisnis_indonesia bisnis.com bisnis katadata katadata.co.id tirto tirto.id kumparan idn_times idntimes.com
    pikiran_rakyat beritasatu berita_satu beritasatu.com suara_pembaruan investor_daily jakarta_post
    the_jakarta_post jakarta_globe antaranews.com antara_news lkbn_antara rri rri.co.id kbr kbr68h tvri net_tv
    solopos bola.com bola bolasport bolasport.com indosport harian_fajar medcom.id akurat.co rmol rmol.id gatra
    hukumonline hukumonline.com nu_online mongabay narasi narasi_tv narasi_newsroom opini.id beritajatim.com
    bali_post kedaulatan_rakyat suara_merdeka lampung_post serambi_indonesia harian_jogja warta_kota poskota
    radar_bogor alinea.id asumsi era.id batamnews.co.id wartaekonomi.co.id cnbcindonesia.com infobanknews netralnews
    galamedia ayobandung mutv handelsblatt page_six ap_press barca_tv chelsea_tv lfc_tv milan_tv inter_tv
    real_madrid_tv movistar canal_plus dazn rmc_sport rmc bfmtv bfm_tv tf1 france_info franceinfo l'express
    liberation l'humanite ouest-france france_inter sueddeutsche_zeitung süddeutsche_zeitung
    frankfurter_allgemeine_zeitung faz tagesspiegel der_tagesspiegel rheinische_post sport_bild sport1 zdf n-tv
    de_telegraaf algemeen_dagblad de_volkskrant het_laatste_nieuws de_standaard nieuwsblad dagbladet aftonbladet
    expressen svt verdens_gang nrk politiken tv2 helsingin_sanomat yle la_stampa il_messaggero il_giornale
    sport_mediaset cadena_ser cadena_cope onda_cero la_vanguardia el_confidencial el_periodico diario_as sport.es
    o_jogo globo globo_esporte uol folha_de_s.paulo estadao clarin la_nacion tyc_sports el_universal televisa
    telesur gazeta_wyborcza hurriyet daily_sabah milliyet cumhuriyet trt trt_world izvestia rossiiskaya_gazeta
    novaya_gazeta lenta.ru gazeta.ru rossiya_24 interfax-ukraine ukrainska_pravda unian suspilne channel_11
    channel_14 israel_hayom walla calcalist i24news al-quds al_quds al-hadath al_hadath al_alam asharq_al-awsat
    asharq_al_awsat al-monitor al_monitor al-ahram al_ahram gulf_news khaleej_times the_national_news
    the_express_tribune the_indian_express indian_express the_wire india_today livemint economic_times
    the_economic_times deccan_herald the_print scroll.in daily_star the_daily_star prothom_alo the_irrawaddy
    frontier_myanmar myanmar_now rappler abs-cbn gma_news philippine_star inquirer.net manila_bulletin
    philippine_daily_inquirer thai_pbs khaosod khmer_times phnom_penh_post vietnam_news tuoi_tre today_online
    mothership berita_harian sinar_harian harian_metro utusan_malaysia free_malaysia_today the_edge
    the_malaysian_insight bernama_tv apple_daily rthk hong_kong_free_press hkfp taipei_times focus_taiwan cctv
    people's_daily_online beijing_news caixin the_paper sina_weibo yomiuri_shimbun yomiuri mainichi mainichi_shimbun
    sankei fuji_tv tv_asahi jtbc kbs mbc chosun_ilbo joongang_ilbo dong-a_ilbo hankyoreh ytn newsis news1 koreaboo
    star_news osen sports_seoul sports_chosun nk_news the_sydney_herald seven_news 7news 9news news.com.au
    the_australian the_west_australian abc_radio rnz nz_herald the_new_zealand_herald globe_and_mail
    the_globe_and_mail toronto_star cbc cbc_news ctv ctv_news the_canadian_press miami_herald houston_chronicle
    dallas_morning_news san_francisco_chronicle the_mercury_news seattle_times the_seattle_times denver_post
    philadelphia_inquirer the_philadelphia_inquirer new_york_post the_new_york_post new_york_daily_news daily_beast
    the_daily_beast the_intercept propublica vice_news mother_jones national_review breitbart daily_caller newsmax
    newsnation punchbowl semafor the_information ars_technica 9to5mac macrumors macworld pcmag zdnet electrek
    insideevs jalopnik car_and_driver autocar top_gear motor_trend crash.net the-race the_race f1.com formula1.com
    espncricinfo cricinfo bleacher_report yahoo yahoo_news yahoo_sports yahoo_finance sporting_news
    sports_illustrated nbc_sports cbs_sports fox_sports fox_business barron's marketwatch seeking_alpha
    the_economist economist national_geographic new_scientist scientific_american live_science space.com
    sciencealert science_alert iflscience the_lancet daily_mail_online mailonline mail_online the_mail_on_sunday
    the_sunday_times sunday_times the_observer the_i the_scotsman the_herald liverpool_echo birmingham_mail
    the_northern_echo ladbible unilad givemesport 90min caughtoffside teamtalk fourfourtwo squawka onefootball
    transfermarkt football_espana football365 101_great_goals lbc gb_news talktv radio_times bbc_radio_4
    bbc_radio_5_live bbc_radio_1 e!_news us_weekly hello_magazine ok!_magazine harper's_bazaar gq esquire
    cosmopolitan nme pitchfork consequence_of_sound stereogum digital_spy indiewire the_wrap thewrap screen_rant
    comicbook.com cinema_blend ign gamespot kotaku eurogamer allafrica premium_times vanguard_news sahara_reporters
    daily_trust daily_nation the_east_african mail_&_guardian news24 eyewitness_news sabc al_masry_al_youm jawapos
    tribun-timur.com kapanlagi kapanlagi.com brilio wowkeren hops.id inilah.com jurnas.com gesuri.id harian_kompas
    harian_republika pojoksatu genpi.co jatimtimes beritabali.com balipost kaltimpost kaltim_post riau_pos
    padang_ekspres antvklik antv nusantaratv btv cnn_indonesia_tv idx_channel
""")
SMALL_OUTLETS = frozenset(outlet for outlet in OUTLETS if outlet.startswith("detik")) | {
    "kumparan",
    "okezone",
    "tirto",
    "bein sports",
    "bein sport",
}
OUTLET_WORDS = words("""
    times post news tv tribune herald journal gazette telegraph mail express daily weekly magazine radio fm newspaper
    broadcasting press chronicle observer today online newsroom network channel shimbun media gazzetta dello deportivo
    televisi televisyen pos bugle courier argus echo mercury sentinel star globe examiner inquirer dispatch advertiser
    standard independent bulletin record reporter citizen review international sport sports football voetbal sportif
    deportes zeitung allgemeine rundschau nachrichten jurnal suara radar harian
""")

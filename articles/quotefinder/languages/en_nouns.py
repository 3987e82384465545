"""English: the words of which offices, bodies and names are made."""

from . import gazetteer
from .language import words

TITLES = words("""
        secretary-general vice-president vice-chancellor attorney-general solicitor-general governor-general
        surgeon-general inspector-general editor-in-chief commander-in-chief co-director co-chair co-ceo vice-chair
        vice-chairman major-general lieutenant-general lieutenant-colonel deputy-governor brigadier dci dc pc dsu det
        insp supt cllr councillor mp mps mep msp pm president vice minister prime secretary chancellor governor gov
        mayor senator sen rep representative congressman congresswoman del delegate chairman chairwoman chair
        chairperson speaker leader whip director deputy assistant chief executive officer ceo coo cfo cto commissioner
        commander general gen lieutenant lt colonel col major maj captain capt sergeant sgt corporal cpl admiral adm
        judge justice attorney prosecutor sheriff inspector detective superintendent constable agent ambassador envoy
        consul spokesman spokeswoman spokesperson professor prof dean rector doctor researcher analyst economist
        strategist head coach manager striker midfielder defender goalkeeper founder co-founder owner partner adviser
        advisor counselor aide counsel archbishop bishop cardinal pope pastor rabbi imam king queen prince princess
        duke duchess sir dame lord lady baroness baron former ex acting interim coordinating foreign defense defence
        treasury finance home managing senior junior press communications campaign advisory first state majority
        minority ranking democrat republican coordinator organizer organiser activist author journalist reporter
        editor correspondent columnist producer actor actress singer director-general undersecretary under-secretary
        solicitor regent premier treasurer legislator lawmaker politician councilman councilwoman councilor alderman
        assemblyman supervisor moderator host anchor witness
    """)
RANKS = words("""
    general gen lieutenant lt colonel col major maj captain capt sergeant sgt corporal cpl admiral adm commander cmdr
    brigadier brig insp inspector supt superintendent det detective constable officer chief dr prof sir dame lord
""")
HONORIFICS = words("""
        tan_sri datuk datuk_seri dato' dato datin_seri ibu pak bapak bu haji hajj sheikh mr mrs ms miss dr sir
        dame madam lord lady rev hon reverend honorable mx
    """)
DEGREES = words("jr sr ii iii iv md phd ph.d m.d esq mp obe cbe mbe kc qc jd mba j.d")
ROLE_NOUNS = words("""
        eyewitness bystander onlooker passerby associate fellow freshman sophomore valedictorian chaplain ombudsman
        custodian superintendent principal vice-principal provost registrar bursar neuroscientist geneticist
        immunologist microbiologist pathologist radiologist biochemist geographer linguist ethicist sommelier brewer
        winemaker jeweler jeweller choreographer dancer conductor violinist cellist pianist soprano tenor skier
        snowboarder rower sprinter jockey umpire referee linebacker quarterback lineman cornerback pitcher catcher
        outfielder shortstop goaltender successor predecessor lorry_driver boss mum mom dad grandad grandma stepfather
        stepmother seamstress skipper historian harbourmaster harbormaster headteacher headmaster headmistress vet
        shopkeeper councillor treasurer hotelier publican landlady widow retiree pensioner grocer florist hairdresser
        barber tailor midwife caretaker beekeeper gardener apprentice graduate trainee intern lifeguard roofer builder
        welder technician programmer founder goalscorer captain midfielder skater swimmer runner cyclist golfer boxer
        wrestler gymnast oncologist neurologist paediatrician ecologist botanist zoologist oceanographer hydrologist
        seismologist volcanologist criminologist theologian evangelist mufti cleric sheikh ayatollah chieftain elder
        bureaucrat technocrat undersecretary strategist fundraiser lobbyist whistleblower investigator negotiator
        mediator diplomat regulator inspector trustee chancellor comptroller clerk biologist chemist physicist
        geologist astronomer climatologist epidemiologist virologist meteorologist surgeon psychiatrist therapist
        nutritionist gynecologist pediatrician cardiologist dentist pharmacist guitarist bassist drummer vocalist
        rapper comedian director-general filmmaker photographer curator librarian archivist statistician mathematician
        demographer anthropologist archaeologist philosopher senator ranger warden bishop nun monk mayor-elect
        president-elect blogger vlogger influencer podcaster columnist essayist novelist poet playwright screenwriter
        biographer hunter rancher miner logger trucker plumber electrician mechanic landlord tenant roommate classmate
        teammate supporter defender opponent rival president minister secretary governor mayor representative
        congressman congresswoman delegate chairman chairwoman chair speaker leader whip director deputy assistant
        chief executive officer ceo commissioner commander general lieutenant colonel major sergeant admiral judge
        justice attorney lawyer prosecutor sheriff detective constable agent ambassador envoy spokesman spokeswoman
        spokesperson professor dean rector doctor physician nurse researcher scientist analyst economist head coach
        manager striker goalkeeper co-founder owner partner adviser advisor aide counsel archbishop cardinal pope
        pastor priest rabbi imam king queen prince princess duke activist author writer journalist reporter editor
        correspondent producer actor actress singer teacher student farmer fisherman driver resident neighbor
        neighbour witness victim survivor passenger customer shopper mother father son daughter brother sister wife
        husband uncle aunt grandmother grandfather cousin friend colleague member lecturer psychologist sociologist
        expert specialist consultant engineer architect designer artist musician athlete player winger forward pilot
        trader investor banker broker businessman businesswoman entrepreneur developer volunteer organizer organiser
        coordinator campaigner official veteran soldier refugee migrant worker employee democrat republican candidate
        nominee contender incumbent lawmaker legislator politician pollster voter protester demonstrator donor
        operative agency group company newspaper broadcaster think-tank critic co-author vice-president co-chair
        co-chairman paramedic firefighter policeman policewoman guard cashier waiter waitress chef baker butcher
        carpenter
    """)
PERSON_NOUNS = words("""
        gaffer tactician skipper playmaker englishman irishman scotsman welshman frenchman dutchman spaniard italian
        german belgian argentine brazilian portuguese norwegian dane swede croatian serb
        pensioner retiree grandmother grandfather widow widower survivor farmer fisherman shopkeeper mogul tycoon
        hopeful frontrunner front-runner heir native star veteran magnate celebrity teen newcomer icon ruler pontiff
        premier monarch incumbent nominee heiress leader neighbor neighbour attorney defendant man woman person boy
        girl teenager official source diplomat spokesman spokeswoman senator congressman lawmaker minister president
        governor mayor chairman candidate billionaire businessman republican democrat actor actress singer striker
        player coach manager lawyer professor doctor teacher student witness resident judge author director secretary
        prosecutor activist mother father officer aide adviser analyst economist spokesperson captain midfielder
        winger defender goalkeeper
    """)
COLLECTIVES = words("""
        police prosecutors officials authorities republicans democrats residents witnesses investigators analysts
        economists experts critics supporters protesters lawmakers lawyers researchers scientists aides advisers
        the_company the_ministry the_government the_army the_military the_white_house
    """)
ORGANISATION_WORDS = (
    words("""
        department ministry agency bureau office council committee commission congress parliament court university
        college institute school academy hospital government foundation association society union federation league
        club party company corporation corp inc ltd limited group holdings bank fund center centre house service
        services force forces army navy police national international united affairs food health education finance
        trade energy security research policy studies board authority administration network campaign initiative
        project program programme alliance coalition front movement conference mission embassy consulate museum
        library church fc team cooperation investment management development environment agriculture transport
        transportation labor labour defense defence justice interior intelligence investigation public private human
        rights civil liberties american british european asian african nations world global white oversight judiciary
        appropriations armed relations coordinating economic environmental spatial planning communications
        communication information digital technology religious social home maritime fisheries forestry tourism culture
        sports youth empowerment hajj umrah halal migrant population cooperatives nutrition narcotics protection child
        village manpower street hall capitol press state treasury homeland foreign veterans hotel restaurant chamber
        commerce industry industries coordination patrol highway mitigation disaster geophysics revenue customs
        counterterrorism drug accountability budget taxation mayors governors elections
    """)
    | gazetteer.BODIES
    | gazetteer.COMPANY_WORDS
)
SHORT_TITLES = {
    "sen": "senator",
    "gov": "governor",
    "rep": "representative",
    "congressman": "representative",
    "congresswoman": "representative",
    "prof": "professor",
    "gen": "general",
    "del": "delegate",
}

# Peoples and their languages, as adjectives and as nouns.
PEOPLES = words("""
    afghan albanian algerian american arab argentine armenian australian austrian azerbaijani bahraini balinese
    bangladeshi belarusian belgian bolivian bosnian brazilian british bruneian bulgarian burmese cambodian cameroonian
    canadian chilean chinese colombian congolese croatian cuban cypriot czech danish dutch ecuadorian egyptian emirati
    english estonian ethiopian european filipino finnish french georgian german ghanaian greek haitian hungarian
    icelandic indian indonesian iranian iraqi irish israeli italian ivorian jamaican japanese javanese jordanian
    kazakh kenyan korean kosovan kurdish kuwaiti laotian latvian lebanese liberian libyan lithuanian malaysian
    maltese mexican moldovan mongolian moroccan nepali nepalese nigerian norwegian omani pakistani palestinian
    panamanian papuan paraguayan peruvian polish portuguese qatari romanian russian rwandan saudi scottish senegalese
    serbian singaporean slovak slovenian somali spanish sudanese sundanese swedish swiss syrian taiwanese tanzanian
    thai tibetan timorese tunisian turkish ugandan ukrainian uruguayan uyghur uzbek venezuelan vietnamese welsh yemeni
    zambian zimbabwean asian african latin scandinavian balkan
""")

# Nouns that end as those of office do.
NOT_ROLES = words("""
        tower shower flower powder ladder gutter shutter cellar timber lumber silver copper rubber leather feather

        number letter order river winter summer center quarter border father mother brother paper water power offer
        matter corner chapter chamber counter manner answer weather charter error horror terror mirror floor labor
        harbor factor sector vector motor human german roman dinner slaughter murder former super senior junior major
        minor prior proper easter master consider remember prefer gather discover deliver deter
    """) - words("mother father brother master")

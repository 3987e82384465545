"""English: the words by which its newsrooms attribute speech."""

from . import gazetteer
from .language import Language, words

_SAYING = """
    said says say saying told tells tell added adds add wrote writes write tweeted tweets posted asked asks replied
    replies responded responds answered explained explains continued continues insisted insists argued argues declared
    declares announced announces stated states noted notes observed warned warns claimed claims acknowledged admitted
    admits conceded confirmed confirms denied denies stressed emphasized emphasised pointed remarked joked quipped
    recalled recalls shouted yelled cried exclaimed whispered muttered demanded pleaded urged begged concluded
    concludes suggested suggests maintained complained complains lamented vowed pledged promised predicted testified
    mused countered retorted reiterated repeated echoed agreed boasted bragged thundered commented opined wondered
    believes believed thinks thought hopes hoped feels felt read reads reported reports quoted
    cautioned asserted asserts alleged alleges contended contends charged accused
    advised snapped sighed laughed tweeted summed elaborated clarified volunteered
"""

EN = Language(
    code="en",
    stop_words=words("""
        the of and to in a is that it was for on with as are be by this from at an have has had not but he she they
        his her their who which will would been were said its or after about more when
    """),
    inverted_verbs=words(_SAYING),
    forward_verbs=words(_SAYING),
    naming_verbs=words("""
        radioed texted emailed disagreed objected concurred called calls call calling rejected rejects describes
        decried spurned refuted blames labels voices described describing dubbed branded labeled labelled denounced
        condemned dismissed criticized criticised praised blasted slammed accused accusing blamed hailed lauded
        likened mocked derided deemed termed considers considered characterized characterised lambasted ridiculed
        touted promised vowed pledged warned urged referred referring refers citing promising declaring warning saying
        vowing insisting arguing claiming suggesting telling noting adding writing expressed expressing welcomed
        voiced
    """),
    passive_verbs=frozenset(),
    suffixed_verbs=frozenset(),
    question_verbs=words("asked asks"),
    according=words("according_to"),
    topic_markers=words("for"),
    agent_markers=words("by"),
    pronouns=words("he she they it"),
    male=words("he his him mr sir lord"),
    female=words("she her ms mrs miss lady dame"),
    plural_pronouns=words("they"),
    adverbs=words("""
        also then later again still further often once has have had would will could can did never previously recently
        repeatedly reportedly sarcastically quietly simply earlier now just jokingly himself herself themselves as
        quoted is was been are were even already immediately publicly privately defiantly famously therefore angrily
        bluntly has_also on thursday monday tuesday wednesday friday saturday sunday yesterday
    """),
    lead_ins=words("as so"),
    summing_up=words("so those that"),
    connectors=words("""
        the a an but and or so yet however meanwhile still also then later earlier in on at for from with by to of as
        after before when while since although though despite if because during under over about against among between
        according instead moreover furthermore additionally nevertheless nonetheless thus hence perhaps maybe it its
        this that these those there here he she they his her their we our you your i my what who whom which where why
        how both each every some any all most many several few no not one two three four five six seven eight nine ten
        last next first second third new old other another more less even just only once again never always often
        asked speaking citing responding referring noting adding recalling writing unlike like today yesterday
        tomorrow monday tuesday wednesday thursday friday saturday sunday january february march april may june july
        august september october november december near outside inside across along within without such same let do
        does did is are was were be been have has had will would can could should must
    """),
    stoppers=words("""
        in on at after before when while during as to by with from about since if because that who which where adding
        according noting referring speaking citing following amid through via but and said says told late early
        earlier last this yesterday today tomorrow monday tuesday wednesday thursday friday saturday sunday would will
        had has have was were is are did be been not into upon despite without under over until
    """),
    object_markers=words("""
        to of with by from for in on at about against between among under over than as like met toward towards
    """),
    close_markers=words("of for from at in by to on about against near"),
    conjunctions=words("and or but , as"),
    openers=words("that and but while because when although though as if after before since so or"),
    role_links=words("of for the and on to in at 's with & / - a an from"),
    demonstratives=words("the that this"),
    indefinites=words("a an one another some several many"),
    relative=words("who"),
    role_openers=words("also"),
    titles=words("""
        dci dc pc dsu det insp supt cllr councillor mp mps mep msp pm president vice minister prime secretary
        chancellor governor gov mayor senator sen rep representative congressman congresswoman del delegate chairman
        chairwoman chair chairperson speaker leader whip director deputy assistant chief executive officer ceo coo cfo
        cto commissioner commander general gen lieutenant lt colonel col major maj captain capt sergeant sgt corporal
        cpl admiral adm judge justice attorney prosecutor sheriff inspector detective superintendent constable agent
        ambassador envoy consul spokesman spokeswoman spokesperson professor prof dean rector doctor researcher
        analyst economist strategist head coach manager striker midfielder defender goalkeeper founder co-founder
        owner partner adviser advisor counselor aide counsel archbishop bishop cardinal pope pastor rabbi imam king
        queen prince princess duke duchess sir dame lord lady baroness baron former ex acting interim coordinating
        foreign defense defence treasury finance home managing senior junior press communications campaign advisory
        first state majority minority ranking democrat republican coordinator organizer organiser activist author
        journalist reporter editor correspondent columnist producer actor actress singer director-general
        undersecretary under-secretary solicitor regent legislator lawmaker politician councilman councilwoman
        councilor alderman assemblyman supervisor moderator host anchor witness
    """),
    short_titles={
        "sen": "senator",
        "gov": "governor",
        "rep": "representative",
        "congressman": "representative",
        "congresswoman": "representative",
        "prof": "professor",
        "gen": "general",
        "del": "delegate",
    },
    honorifics=words("mr mrs ms miss dr sir dame madam lord lady rev hon reverend honorable mx"),
    degrees=words("jr sr ii iii iv md phd ph.d m.d esq mp obe cbe mbe kc qc jd mba j.d"),
    role_nouns=words("""
        investigator negotiator mediator diplomat regulator inspector trustee chancellor treasurer comptroller clerk
        biologist chemist physicist geologist astronomer climatologist epidemiologist virologist meteorologist surgeon
        psychiatrist therapist nutritionist gynecologist pediatrician cardiologist dentist pharmacist guitarist
        bassist drummer vocalist rapper comedian director-general filmmaker photographer curator librarian archivist
        statistician mathematician demographer anthropologist archaeologist philosopher senator ranger warden bishop
        nun monk mayor-elect president-elect blogger vlogger influencer podcaster columnist essayist novelist poet
        playwright screenwriter biographer hunter rancher miner logger trucker plumber electrician mechanic landlord
        tenant roommate classmate teammate supporter defender opponent rival president minister secretary governor
        mayor representative congressman congresswoman delegate chairman chairwoman chair speaker leader whip director
        deputy assistant chief executive officer ceo commissioner commander general lieutenant colonel major captain
        sergeant admiral judge justice attorney lawyer prosecutor sheriff detective superintendent constable agent
        ambassador envoy spokesman spokeswoman spokesperson professor dean rector doctor physician nurse researcher
        scientist analyst economist strategist head coach manager striker midfielder goalkeeper founder co-founder
        owner partner adviser advisor aide counsel archbishop cardinal pope pastor priest rabbi imam king queen prince
        princess duke activist author writer journalist reporter editor correspondent producer actor actress singer
        teacher student farmer fisherman driver resident neighbor neighbour witness victim survivor passenger customer
        shopper mother father son daughter brother sister wife husband widow uncle aunt grandmother grandfather cousin
        friend colleague member fellow lecturer historian psychologist sociologist expert specialist consultant
        engineer architect designer artist musician athlete player winger forward pilot trader investor banker broker
        businessman businesswoman entrepreneur developer volunteer organizer organiser coordinator campaigner official
        veteran soldier refugee migrant worker employee democrat republican candidate nominee contender incumbent
        lawmaker legislator politician pollster voter protester demonstrator donor operative agency group company
        newspaper broadcaster think-tank critic co-author vice-president co-chair co-chairman paramedic firefighter
        policeman policewoman guard cashier waiter waitress chef baker butcher carpenter
    """),
    person_nouns=words("""
        pensioner retiree grandmother grandfather widow widower survivor farmer fisherman shopkeeper mogul tycoon
        hopeful frontrunner front-runner heir native star veteran magnate celebrity teen newcomer icon ruler pontiff
        premier monarch incumbent nominee heiress leader neighbor neighbour attorney defendant man woman person boy
        girl teenager official source diplomat spokesman spokeswoman senator congressman lawmaker minister president
        governor mayor chairman candidate billionaire businessman republican democrat actor actress singer striker
        player coach manager lawyer professor doctor teacher student witness resident judge author director secretary
        prosecutor activist mother father officer aide adviser analyst economist spokesperson captain midfielder
        winger defender goalkeeper
    """),
    collectives=words("""
        police prosecutors officials authorities republicans democrats residents witnesses investigators analysts
        economists experts critics supporters protesters lawmakers lawyers researchers scientists aides advisers
        the_company the_ministry the_government the_army the_military the_white_house
    """),
    organisation_words=words("""
        department ministry agency bureau office council committee commission congress parliament court university
        college institute school academy hospital foundation association society union federation league club party
        company corporation corp inc ltd limited group holdings bank fund center centre house service services force
        forces army navy police national international united affairs food health education finance trade energy
        security research policy studies board authority administration network campaign initiative project program
        programme alliance coalition front movement conference mission embassy consulate museum library church fc team
        cooperation investment management development environment agriculture transport transportation labor labour
        defense defence justice interior intelligence investigation public private human rights civil liberties
        american british european asian african nations world global white oversight judiciary appropriations armed
        relations coordinating economic environmental spatial planning communications communication information
        digital technology religious social home maritime fisheries forestry tourism culture sports youth empowerment
        protection child village manpower street hall capitol press
    """)
    | gazetteer.BODIES
    | gazetteer.COMPANY_WORDS,
    places=gazetteer.PLACES,
    place_heads=words("in near"),
    name_links=words("bin binti al el de da dos van von ten ter der den la le bint ibn abu ben di du st"),
    first_names_male=gazetteer.FIRST_NAMES_MALE,
    first_names_female=gazetteer.FIRST_NAMES_FEMALE,
    first_names=gazetteer.FIRST_NAMES_MALE | gazetteer.FIRST_NAMES_FEMALE,
    days=words("monday tuesday wednesday thursday friday saturday sunday"),
    months=words(
        "january february march april may june july august september october november december jan feb sept oct nov dec"
    ),
    outlets=gazetteer.OUTLETS,
    small_outlets=gazetteer.SMALL_OUTLETS,
    outlet_words=gazetteer.OUTLET_WORDS,
    editions=words("international indonesia news sport sports world asia arabic tv service business europe africa"),
    media_nouns=words("""
        news_agency state_media newspaper broadcaster magazine television state_television state_news_agency state_tv
        radio_station tv_station website news_site news_outlet news_website news_channel daily tabloid
    """),
    via_verbs=words("""
        citing cited quoted quoted_by saying_by as_saying_by reported reports carried_by published_by published_in
        seen_by obtained_by reviewed_by broadcast_by aired_on broadcast_on released_by
    """),
    loose_via_verbs=words("quoted_by saying_by citing cited quoted reported reports released_by"),
    reporting_verbs=words("reported reports said says quoted cited wrote carried"),
    via_fillers=words("""
        by the a an public private to on in from with state official local news agency newspaper broadcaster magazine
        television report reports website site of media daily channel interview radio tabloid outlet statement carried
        as published state-run state-owned russian chinese iranian israeli british french german us american japanese
        south north korean indonesian malaysian turkish saudi spanish italian semi-official its 's host program
        programme
    """),
    via_receivers=words("to on told interview interviewed with tells telling"),
    document_nouns=words(
        "transcript documents filing filings affidavit indictment memo report complaint recording lawsuit"
    ),
    channels=words("""
        statement interview conference briefing post x twitter facebook instagram truth social email e-mail phone
        reporters journalists rally speech hearing
    """),
    labels=words("""
        titled entitled called named nicknamed dubbed slogan book film movie song album novel series show episode play
        headline hashtag phrase term word words so-called known aka chant sign signs reading reads read banner t-shirt
        hat hats program bill operation game label category brand column article essay documentary sitcom comedy
        musical poem painting single track band branded labeled marked stamped alias quote-unquote on caption acronym
        motto mantra theme
    """)
    - {"on"},
    saying_nouns=words("""
        statement remark remarks comment comments words message letter tweet post speech email memo testimony report
        response reply answer claim warning promise complaint
    """),
    page_lines=(
        "read more",
        "read also",
        "also read",
        "related:",
        "see also",
        "advertisement",
        "photo:",
        "image:",
        "watch:",
        "video:",
        "more:",
        "sign up",
        "subscribe",
        "share this",
        "image caption",
        "media caption",
        "related news",
        "follow us",
        "translator:",
        "reporter:",
        "editor:",
        "copyright",
        "related article",
        "picture:",
        "recommended",
        "story continues",
    ),
    page_ends=("leave a reply", "leave a comment", "post a comment"),
    footers=(
        "source:",
        "sources:",
        "this article first appeared",
        "this article was originally published",
        "this story was originally published",
        "originally published",
    ),
    verb_beginnings=(),
    verb_endings=("ed", "ing"),
    not_verbs=words("""
        acting managing coordinating ranking leading marketing housing planning building engineering training wedding
        king sterling retired united outgoing incoming founding learning banking advertising manufacturing mining
        fundraising visiting wing licensed led red bed feed seed need embed fred ted alfred sitting aspiring rising
        supporting governing ruling mohammed ahmed hamed trusted exiled jailed renowned unnamed nursing
    """),
    head_last=True,
    withheld=words("spoke asked declined did was requested wished also"),
    body_nouns=words("""
        agency group company newspaper broadcaster think-tank firm party network website magazine channel outlet club
        carrier airline charity union daily tabloid
    """),
    complement_heads=words("president minister secretary spokesman spokeswoman spokesperson coach manager striker"),
    suffix="",
    not_suffixed=frozenset(),
    receivers=words("to of"),
    never_names=words("i i'm i've i'll i'd i’m i’ve i’ll i’d we we're it it's"),
    second_titles=words("general"),
    copulas=words("is was"),
    regional_titles=words("mayor governor regent"),
    abbreviations=words("""
        mr mrs ms dr prof rev hon st jr sr gov sen rep del gen lt col maj capt sgt cpl adm cmdr pres vs no inc corp
        ltd co jan feb mar apr jun jul aug sept sep oct nov dec u.s u.k d.c a.m p.m etc ave blvd fla calif mass conn
        ariz ala ark colo ga ill ind kan ky la md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis
        wyo a b c d e f g h j k l m n o p q r s t u v w x y z
    """),
)

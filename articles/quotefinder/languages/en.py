"""English: the words by which its newsrooms attribute speech."""

from . import en_media, en_nouns, en_pages, en_verbs, gazetteer, newsstand
from .language import Language, words

EN = Language(
    code="en",
    stop_words=words("""
        the of and to in a is that it was for on with as are be by this from at an have has had not but he she they
        his her their who which will would been were said its or after about more when
    """),
    inverted_verbs=words(en_verbs.SAYING),
    conveying=frozenset(),
    forward_verbs=words(en_verbs.SAYING + en_verbs.PRESENT) | {"put", "puts"},
    verb_objects={"put": "it", "puts": "it"},
    naming_verbs=words("""
        describe describing reject condemn dismiss denounce criticise criticize oppose radioed texted emailed
        disagreed objected concurred called calls call calling rejected rejects describes decried spurned refuted
        blames labels voices described dubbed branded labeled labelled denounced condemned dismissed criticized
        criticised praised blasted slammed accused accusing blamed hailed lauded likened mocked derided deemed termed
        considers considered characterized characterised lambasted ridiculed touted promised vowed pledged warned
        urged referred referring refers citing promising declaring warning saying vowing insisting arguing claiming
        suggesting telling noting adding writing expressed expressing welcomed referenced cited attacked assailed
        ripped hammered bashed trashed chided scolded rebuked invoked evoked skewered panned decry assail defend
        ordered instructed voiced spoke spoken speaks acknowledging admitting affirming alleging announcing asserting
        boasting complaining conceding concluding confirming contending denying emphasizing explaining joking
        lamenting maintaining predicting recalling remarking reiterating replying revealing stating stressing
        testifying thanking underlining compared comparing likening credited thanked defended questioned deplored
        bemoaned heralded recounted offered favored favoured apologised apologized
    """),
    passive_verbs=frozenset(),
    issuing=frozenset(),
    sufferers=frozenset(),
    judging=frozenset(),
    suffixed_verbs=frozenset(),
    deferring=frozenset(),
    answering_verbs=frozenset(),
    continuing=frozenset(),
    question_verbs=words("asked asks"),
    according=words("according_to"),
    topics=frozenset(),
    topic_markers=words("for"),
    agent_markers=words("by"),
    pronouns=words("he she they it"),
    selves=words("i i'm i've i’m i’ve my"),
    male=words("he his him mr sir lord"),
    female=words("she her ms mrs miss lady dame"),
    adverbs=words("""
        also then later again still further often once has have had would will could can did never previously recently
        repeatedly reportedly sarcastically quietly simply earlier now just jokingly himself herself themselves as
        quoted is was been are were even already immediately publicly privately defiantly famously therefore angrily
        bluntly be heard overheard first most currently formerly has_also on thursday monday tuesday wednesday friday
        saturday sunday yesterday
    """),
    adverb_ending="ly",
    not_adverbs=words("family ally assembly anomaly monopoly supply reply bully jelly belly fly july italy"),
    lead_ins=words("as so"),
    summing_up=words("so those that"),
    likewise=frozenset(),
    passive_beginnings=(),
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
        whose in on at after before when while during as to by with from about since if because that who which where
        adding according noting referring speaking citing following amid through via but and said says told late early
        earlier last this yesterday today tomorrow monday tuesday wednesday thursday friday saturday sunday would will
        had has have was were is are did be been not into upon despite without under over until
    """),
    object_markers=words("""
        to of with by from for in on at about against between among under over than as like met toward towards
    """),
    close_markers=words("of for from at in by to on about against near with over amid"),
    concessions=words("although though while after when"),
    conjunctions=words("and or but , as"),
    fragment_links=frozenset(),
    met_by=frozenset(),
    openers=words("what that and but while because when although though as if after before since so or"),
    role_links=words("of for the and on to in at 's with & / - a an from"),
    demonstratives=words("the that this"),
    definites=frozenset(),
    indefinites=words("a an one another some several many"),
    pluralizers=words("some several many"),
    relative=words("who"),
    role_openers=words("also"),
    thing_openers=frozenset(),
    blamed=words("for"),
    titles=en_nouns.TITLES,
    short_titles=en_nouns.SHORT_TITLES,
    ranks=en_nouns.RANKS,
    given_titles=words("prince king duke earl dean bishop chase"),
    callings=words("""
        legislator lawmaker politician author journalist actor actress activist researcher economist analyst founder
        owner doctor professor attorney leader democrat republican executive host
    """),
    address_titles=frozenset(),
    fields=frozenset(),
    honorifics=en_nouns.HONORIFICS,
    degrees=en_nouns.DEGREES,
    role_nouns=en_nouns.ROLE_NOUNS,
    person_nouns=en_nouns.PERSON_NOUNS,
    person_marks=frozenset(),
    aged=frozenset(),
    anybody=words("man woman person boy girl teenager teen pensioner grandmother grandfather"),
    collectives=en_nouns.COLLECTIVES,
    organisation_words=en_nouns.ORGANISATION_WORDS,
    places=gazetteer.PLACES | en_nouns.PEOPLES,
    settlements=words("province state county city district town village borough regency"),
    directions=words("north south east west northern southern eastern western central"),
    place_beginnings=words("new"),
    numbered=frozenset(),
    ministries=frozenset(),
    place_heads=words("in near"),
    name_links=words("""
        dela del della bin binti al el de da dos van von ten ter der den la le bint ibn abu ben di du st
    """),
    first_names_male=gazetteer.FIRST_NAMES_MALE,
    first_names_female=gazetteer.FIRST_NAMES_FEMALE,
    first_names=gazetteer.FIRST_NAMES_MALE | gazetteer.FIRST_NAMES_FEMALE,
    days=words("monday tuesday wednesday thursday friday saturday sunday"),
    times=frozenset(),
    months=words("""
        january february march april may june july august september october november december jan feb sept oct nov
        dec
    """),
    outlets=newsstand.OUTLETS,
    small_outlets=newsstand.SMALL_OUTLETS,
    agencies=frozenset(),
    outlet_words=newsstand.OUTLET_WORDS,
    editions=words("""
        international indonesia news sport sports world asia arabic tv service business europe africa italia italy
        scotland wales
        radio one two 1 2 3 4 5 6 live newsnight persian ukraine
    """),
    stations=frozenset(),
    any_media=frozenset(),
    media_nouns=en_media.MEDIA_NOUNS,
    state_media=en_media.STATE_MEDIA,
    releases=frozenset(),
    via_verbs=en_media.VIA_VERBS,
    loose_via_verbs=en_media.LOOSE_VIA_VERBS,
    reporting_verbs=words("reported reports said says quoted cited wrote carried"),
    quoting_verbs=words("citing"),
    via_fillers=en_media.VIA_FILLERS,
    via_receivers=en_media.VIA_RECEIVERS,
    interviews=words("interview interviewed"),
    document_nouns=words(
        """
            transcript documents filing filings affidavit indictment memo report complaint recording lawsuit audit
            study survey review inquiry investigation letter assessment notice petition bulletin analysis poll email
        """
    ),
    papers=words("affidavit transcript recording indictment lawsuit complaint filing filings memo transcripts"),
    writings=words("essay memoir autobiography book column article"),
    inside=words("in"),
    occasions=words("""
        media_conference press_conference news_conference media_briefing press_briefing conference briefing event
        hearing
    """),
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
    headings=words("titled entitled"),
    reproaches=frozenset(),
    signs=words("banner banners sign signs placard placards poster posters shirt shirts sticker stickers"),
    works=words("""
        book film movie song album novel series show episode play program bill operation game brand column article
        essay documentary comedy musical poem painting single track
    """),
    made_by=frozenset(),
    meanings=frozenset(),
    namely=frozenset(),
    glosses=words("or meaning i.e"),
    saying_nouns=en_media.SAYING_NOUNS,
    readings=frozenset(),
    own_nouns=words("""
        allegation allegations accusation accusations claim claims description characterization characterisation
        assertion insistence vow threat plea pledge call calls complaint complaints suggestion warning warnings
        promise promises assessment view statement remark comment prediction
    """),
    owners=words("his her"),
    page_lines=en_pages.PAGE_LINES,
    page_ends=en_pages.PAGE_ENDS,
    footers=en_pages.FOOTERS,
    verb_beginnings=(),
    verb_endings=("ed", "ing"),
    not_verbs=words("""
        acting managing coordinating ranking leading marketing housing planning building engineering training wedding
        king sterling retired united outgoing incoming founding learning banking advertising manufacturing mining
        fundraising visiting wing licensed led red bed feed seed need embed fred ted alfred sitting aspiring rising
        supporting governing ruling mohammed ahmed hamed trusted exiled jailed renowned unnamed nursing
    """),
    head_last=True,
    never_heads=frozenset(),
    late_heads=frozenset(),
    late_links=frozenset(),
    withheld=words("spoke asked declined did was requested wished also"),
    unnamed=frozenset(),
    body_nouns=words("""
        manufacturer maker producer operator supplier provider developer_firm lender insurer brewery refinery
        agency group company newspaper broadcaster think-tank firm party network website magazine channel outlet club
        consultancy startup start-up retailer carmaker automaker chipmaker bookmaker supermarket nonprofit watchdog
        carrier airline charity union daily tabloid government ministry department council committee commission
        association federation university bank bureau institute foundation
    """),
    company_nouns=words("company firm"),
    complement_heads=words("president minister secretary spokesman spokeswoman spokesperson coach manager striker"),
    suffix="",
    not_suffixed=frozenset(),
    addressees=words("to at"),
    receivers=words("to of"),
    never_names=words("i i'm i've i'll i'd i’m i’ve i’ll i’d we we're it it's"),
    second_titles=words("general"),
    copulas=words("is was"),
    auxiliaries=words("is are was were be been being"),
    participles=("ed", "told"),
    meant=frozenset(),
    calling_verbs=words("call calls called dubbed dub dubs nicknamed termed named labeled labelled branded"),
    creators=words("""
        author co-author creator director editor host star writer producer presenter composer translator
    """),
    authored=words("of"),
    male_nouns=words("""
        man boy husband father grandfather son brother uncle nephew king prince duke baron lord actor widower
        gentleman stepfather father-of-two father-of-three
    """),
    female_nouns=words("""
        woman girl wife mother grandmother daughter sister aunt niece queen princess duchess baroness lady actress
        widow heiress waitress stepmother mother-of-two mother-of-three
    """),
    as_words=words("as"),
    name_markers=words("named called"),
    alternatives=words("alias aka"),
    nick_verbs=frozenset(),
    nick_nouns=frozenset(),
    nick_doubtful=frozenset(),
    nick_callings=frozenset(),
    nick_signs=frozenset(),
    role_also=words("also"),
    belongings=words("of from"),
    role_places=frozenset(),
    joiners=words("and with to or as"),
    that_words=words("that"),
    outlet_links=words("and & , via / from"),
    outlet_inner=words("of de dello della"),
    footer_markers=words("on in by"),
    owner_markers=words("from of for"),
    on_air=words("on"),
    programmes=en_media.PROGRAMMES,
    airing=frozenset(),
    determiners=words("""
        the a an this these those his her their its our my your no any such
    """),
    numerals=words("two three four five six seven eight nine ten several dozens hundreds"),
    role_endings=("er", "or", "ist", "ian", "man", "woman", "eer", "tress"),
    not_roles=en_nouns.NOT_ROLES,
    kin=words("""
        mum mom dad grandad grandma mother father son daughter brother sister wife husband widow uncle aunt
        grandmother grandfather cousin friend
        neighbor neighbour colleague
    """),
    document_verbs=words("found finds shows showed detailed details documented cites listed recommended ruled"),
    affiliates=words("affiliate"),
    personal=frozenset(),
    neuter=words("it"),
    pursuits=words("""
        studies teaches researches leads heads runs owns manages directs chairs coaches represents oversees edits
        founded co-founded sells works worked farms lectures trains advises hosts writes covers builds breeds
        coordinates supervises served serves captains operates practises practices
    """),
    habits=frozenset(),
    headed_by=frozenset(),
    regional_titles=words("mayor governor regent"),
    abbreviations=words("""
        brig rear comr supt insp det mr mrs ms dr prof rev hon st jr sr gov sen rep del gen lt col maj capt sgt cpl
        adm cmdr pres vs no inc corp
        ltd co jan feb mar apr jun jul aug sept sep oct nov dec u.s u.k d.c a.m p.m etc ave blvd fla calif mass conn
        ariz ala ark colo ga ill ind kan ky la md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis
        wyo a b c d e f g h j k l m n o p q r s t u v w x y z
    """),
)

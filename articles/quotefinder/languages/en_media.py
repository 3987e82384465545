"""English: the words by which outlets and documents are named as the way of somebody's words."""

from .language import words

MEDIA_NOUNS = words("""
    news_agency state_media newspaper broadcaster magazine television state_television state_news_agency state_tv
    radio_station tv_station local_station station radio website news_site news_outlet news_website news_channel
    daily tabloid
""")
STATE_MEDIA = words("state_media state_television state_tv state_radio state-run_media state-run_television")
VIA_VERBS = words("""
    citing cited quoted quoted_by saying_by as_saying_by reported reports carried_by published_by published_in
    seen_by obtained_by reviewed_by reporting_for reported_for writing_in writing_for wrote_in wrote_for
    podcast pundit_for pundit_on broadcast_by aired_on broadcast_on released_by
    contacted_by approached_by reached_by
""")
LOOSE_VIA_VERBS = words("""
    writing_in wrote_in quoted_by saying_by citing cited quoted reported reports released_by contacted_by
    approached_by reached_by
""")
VIA_FILLERS = words("""
    english belgian dutch swedish norwegian danish finnish polish ukrainian greek portuguese brazilian argentine
    mexican colombian chilean canadian australian indian pakistani egyptian israeli qatari emirati kenyan nigerian
    thai vietnamese philippine filipino malaysian singaporean taiwanese swiss austrian irish scottish welsh
    hungarian czech romanian bulgarian serbian croatian national regional respected leading weekly monthly by the
    a an station public private to on in from with state official local news agency newspaper broadcaster magazine
    television report reports website site of media daily channel interview radio tabloid outlet statement carried
    as published state-run state-owned russian chinese iranian british french german us american japanese south
    north korean indonesian turkish saudi spanish italian semi-official its 's host program programme
""")
VIA_RECEIVERS = words("to on told interview interviewed with tells telling")
PROGRAMMES = words("program programme show interview podcast appearance speaking appearing appeared appears spoke")
SAYING_NOUNS = words("""
    statement remark remarks comment comments words message letter tweet post speech email memo testimony report
    response reply answer claim warning promise complaint
""")

"""The shape of a language's rules. Each language is one module of plain word lists."""

from dataclasses import dataclass, field

from .naming import Naming
from .reporting import Reporting


def words(text):
    """The words of a block of text as a set; an underscore stands for a blank inside an entry."""
    return frozenset(entry.replace("_", " ") for entry in text.split())


@dataclass(frozen=True)
class Language(Naming, Reporting):
    """Every list is lower case. `words()` builds them from a readable block."""

    code: str
    # Words so common that a share of them tells the language.
    stop_words: frozenset
    # Verbs of saying that stand beside a quotation and take their subject after them ("kata X", "said X").
    inverted_verbs: frozenset
    # Words that are verbs of saying only right behind the marks and before a name: "sampai X".
    conveying: frozenset
    # Verbs of saying with the subject before them ("X mengatakan", "X said").
    forward_verbs: frozenset
    # Those of them that say something only with a certain word behind: "put it".
    verb_objects: dict
    # Verbs of judging and naming: with them words in marks are tied to their subject.
    naming_verbs: frozenset
    # Passive verbs of saying: "disampaikan (oleh) X".
    passive_verbs: frozenset
    # Those of whom others tell: "korban bernama X".
    sufferers: frozenset
    # "peringatan yang dikeluarkan X".
    issuing: frozenset
    # Passives of judging: "X dinilai gagal" tells what another says.
    judging: frozenset
    # A verb with the possessive on it: "ujarnya". Empty in languages without such forms.
    suffixed_verbs: frozenset
    # "menanggapi “…”": what stands in marks right behind them is what others said.
    answering_verbs: frozenset
    # Those forms that a sentence of narration has too: "menurutnya".
    deferring: frozenset
    # Those by which the speaker of the words before goes on: "tambah ajudan itu".
    continuing: frozenset
    # After these the answer belongs to the other one in the conversation.
    question_verbs: frozenset
    # "Menurut X", "according to X": the entry may be two words.
    according: frozenset
    agent_markers: frozenset
    # "Bagi X, …", "For X, …" at the head of a sentence.
    topic_markers: frozenset
    # "pernyataan X soal “…”": between a speaker and what was said.
    topics: frozenset
    pronouns: frozenset
    # By these somebody speaks of himself: no body does.
    selves: frozenset
    male: frozenset
    female: frozenset
    # May stand between the closing mark and the verb: "demikian kata X".
    lead_ins: frozenset
    # Open a sentence that names the speaker of the words before it: "Demikian dikatakan X."
    summing_up: frozenset
    # "hal serupa", and how passives begin.
    likewise: frozenset
    # "ucapan X muncul setelah …"
    occurring: frozenset = field(default=frozenset(), kw_only=True)
    passive_beginnings: tuple
    # Particles between subject and verb, or between verb and subject.
    adverbs: frozenset
    # How other particles end, and nouns that end so too.
    adverb_ending: str
    not_adverbs: frozenset
    # A sentence may open with these before its subject.
    connectors: frozenset
    # Words that begin another part of the clause: the name or role is over.
    stoppers: frozenset
    # A name after these is not the subject: "kepada X".
    object_markers: frozenset
    # "meskipun", "although": a clause that is not the main one.
    concessions: frozenset
    # The same for a name that stands right before the verb: "juru bicara dari X mengatakan".
    close_markers: frozenset
    conjunctions: frozenset
    # "“satu” untuk “dua”": between two parts of one utterance besides those.
    fragment_links: frozenset
    # "X yang ditemui Y": a name after these is that of the reporters.
    met_by: frozenset
    # A clause begins after these: "bahwa", "sementara".
    openers: frozenset
    # May stand inside a role: "dosen di X", "director of the X".
    role_links: frozenset
    demonstratives: frozenset
    # "sang adik": the one that the story speaks of. Empty where an article says so.
    definites: frozenset
    # "seorang X", "a X": an unnamed speaker.
    indefinites: frozenset
    # Those of them that mean several people: no "-nya", "he" or "she" goes back to them.
    pluralizers: frozenset
    relative: frozenset
    # "selaku", "yang juga": a role follows.
    role_openers: frozenset
    # Those of them that tell of things too: "dinilai X sebagai kemunduran".
    thing_openers: frozenset
    # "memuji X atas “…”": what somebody is praised or blamed for.
    blamed: frozenset
    # Words right before a mark that make what follows a title, label or nickname.
    labels: frozenset
    # "dengan judul “…”", "tudingan “…”", "banners saying “…”": titles, what others say, what is written on things.
    headings: frozenset
    reproaches: frozenset
    signs: frozenset
    # Those of them that name things: "called the bill “dead”" is no title.
    works: frozenset
    # Before a list of those just spoken of.
    namely: frozenset
    # Between a foreign word and its translation: "“papalele,” or women fish traders".
    glosses: frozenset
    # "yang berarti “…”": a translation of the words before.
    # "“Merpati Pulang” karya X": behind the title of a work, before its author
    made_by: frozenset
    meanings: frozenset
    # Nouns of saying: "pernyataan", "statement".
    saying_nouns: frozenset
    # Those of them that stand right behind the marks: "“…,” bunyi surat itu".
    readings: frozenset
    # Those and others that have their speaker before them: "Pell's warning of “…”", and the pronouns that own them.
    own_nouns: frozenset
    owners: frozenset
    # Openings of lines that belong to the page and not to the story.
    page_lines: tuple
    # From such a line on nothing belongs to the story.
    page_ends: tuple
    footers: tuple
    # How a verb looks when no list has it, and the nouns that look like one.
    verb_beginnings: tuple
    verb_endings: tuple
    not_verbs: frozenset
    # Whether a role's head noun comes after its modifiers ("party leader") or before ("ketua partai").
    head_last: bool
    # Heads of a body's name, not of an office: "kelompok X", "the broadcaster X".
    body_nouns: frozenset
    # Those of them that are any firm: "the company" needs no such word in the name.
    company_nouns: frozenset
    # Titles that a body or place follows before the name: "Direktur Nusatek Budi X".
    complement_heads: frozenset
    # The possessive that makes a verb of any noun of saying, and words that only look so.
    suffix: str
    not_suffixed: frozenset
    # "shouted to the crowd": behind a verb of saying those whom it was said to.
    addressees: frozenset
    # "bertanya kepada X".
    receivers: frozenset
    # Second words of offices: "kuasa hukum".
    never_heads: frozenset
    # English offices in the text of another language end with these: "Marketing Director PT X".
    late_heads: frozenset
    late_links: frozenset
    # After "yang", "who": the speaker does not want to be named.
    withheld: frozenset
    # Those of them that say so by themselves: "yang enggan disebut namanya".
    unnamed: frozenset
    # Never part of a name, whatever their first letter.
    never_names: frozenset
    # Titles only behind another title or body: "Jaksa Agung", but "Agung Laksono".
    second_titles: frozenset
    # "X adalah dosen", "X is a teacher".
    copulas: frozenset
    # "X yang dimaksud adalah dosen".
    meant: frozenset
    # "who teaches …": verbs of a living.
    pursuits: frozenset
    # "yang sehari-hari mengajar".
    habits: frozenset
    # "yang diketuai X".
    headed_by: frozenset
    # Titles that a place name follows: "Bupati Sleman".
    regional_titles: frozenset
    # "was told", "have been accused": the auxiliaries of the passive and the endings of its participles.
    auxiliaries: frozenset
    participles: tuple
    # Nouns that tell a person's gender.
    male_nouns: frozenset
    female_nouns: frozenset
    # "quoted X as saying".
    as_words: frozenset
    # "ajudan bernama X": between a role and the name.
    name_markers: frozenset
    # "X alias Y": between two names of one person.
    alternatives: frozenset
    # "akrab disapa X", "X, sapaan akrab Y".
    nick_verbs: frozenset
    nick_nouns: frozenset
    # Those of both that may mean something else, and the words that make them sure.
    nick_doubtful: frozenset
    # Those of the verbs that call things by a name as well.
    nick_callings: frozenset
    nick_signs: frozenset
    # "yang juga dosen": such an opener alone opens no role.
    role_also: frozenset
    # "X dari Y", "X of the Y": what X belongs to; inside a role only before capitals; what ends one.
    belongings: frozenset
    role_places: frozenset
    joiners: frozenset
    # "mengatakan bahwa", "said that".
    that_words: frozenset
    # Between two outlets of one chain or list, and inside the name of one.
    outlet_links: frozenset
    outlet_inner: frozenset
    # "tayang di X": an outlet follows in a footer.
    footer_markers: frozenset
    # A name after these is not whom the phrase is about: "warga asal X".
    owner_markers: frozenset
    # By their place papers that no list has: "wawancara dengan X", "lapor X", "menurut laporan X", "seperti …".
    talks: frozenset = field(default=frozenset(), kw_only=True)
    told_by: frozenset = field(default=frozenset(), kw_only=True)
    paper_leads: frozenset = field(default=frozenset(), kw_only=True)
    likenesses: frozenset = field(default=frozenset(), kw_only=True)
    # "program X di Kompas TV".
    on_air: frozenset
    programmes: frozenset
    # "yang ditayangkan".
    airing: frozenset
    # With these a name in marks stays a name: "locals call it “Old Baldy”".
    calling_verbs: frozenset
    # "author of “X”": words that make a title of what follows, and the links between.
    creators: frozenset
    authored: frozenset
    # Before a noun: "the claims" is no verb; "his mother" keeps its first word.
    determiners: frozenset
    numerals: frozenset
    # Endings of nouns of office that no list has, and words that only end so.
    role_endings: tuple
    not_roles: frozenset
    # Nouns of kin: another role beside one of them tells more.
    kin: frozenset
    # Verbs by which a document speaks: "the report found".
    document_verbs: frozenset
    # "CNN affiliate KXTV": the outlet is the one that follows.
    affiliates: frozenset
    # Pronouns of bodies and things.
    neuter: frozenset
    # pronouns that stand for people only, where others stand for bodies too
    personal: frozenset
    # Words after which a full stop does not end the sentence.
    abbreviations: frozenset

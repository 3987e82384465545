"""A text taken apart once: paragraphs, sentences, mentions and outlets, for the steps that read it."""

from dataclasses import replace

from .accounts import find_accounts
from .aired import find_aired
from .captions import captioned
from .cast import Cast
from .determinate import is_state_medium
from .enumerations import share_offices
from .evidence import gather
from .gender import learn
from .heads import core_of
from .lede import introduce
from .marks import find_pairs
from .names import mentions
from .nicknames import link
from .outlet_names import COMPOUND
from .outlets import find_vias
from .papers import find_papers
from .paragraphs import lines, paragraphs
from .recall import recall
from .sentences import sentences
from .slots import Clause

# "media", "radio", "situs" alone may be anything; "surat kabar" is an outlet's role.
SHORTEST_MEDIUM = 5


class Story:
    def __init__(self, text, language):
        self.text, self.language = text, language
        spans = lines(text)
        self.pairs = find_pairs(text, spans, language.inverted_verbs | language.suffixed_verbs, language.forward_verbs)
        self.paragraphs, self.publisher = paragraphs(text, spans, self.pairs, language)
        self.sentences = sentences(text, self.paragraphs, self.pairs, language)
        self.evidence = gather(self.sentences, language)
        self.mentions = mentions(text, self.sentences, self.evidence, language)
        named = [self._vias(sentence) for sentence in self.sentences]
        for vias, found in zip(named, self.mentions, strict=True):
            _take_back_outlets(found, vias, tuple(self.language.media_nouns))
            _take_back_roles(found)
        told = captioned(text, self.paragraphs, self.mentions, self.evidence, language)
        self.cast = Cast(self.mentions + told, language)
        self.language = self._with_learned_outlets(named)
        if self.language is not language:
            language = self.language
            named = [self._vias(sentence) for sentence in self.sentences]
        self.vias = recall(named, self.sentences, language)
        self.clauses = [
            Clause(text, sentence.tokens, standing(found), language)
            for sentence, found in zip(self.sentences, self.mentions, strict=True)
        ]
        link(self.cast, self.clauses, language)
        learn(self.cast, self.clauses, language)
        share_offices(self.cast, self.clauses, language)
        introduce(self.cast, self.clauses, language)

    def _vias(self, sentence):
        """The outlets of a sentence without the publisher, who is no source of its own story."""
        own = plain_outlet(self.publisher)
        found = find_vias(self.text, sentence.tokens, self.language)
        once = self.evidence.middle
        found = [via for via in found if not via.is_guessed or once[via.name.split()[0]] <= 1]
        found += find_papers(self.text, sentence.tokens, self.language)
        found += find_accounts(self.text, sentence.tokens, self.language)
        named = {via.at for via in found}
        found += [via for via in find_aired(self.text, sentence.tokens, self.language) if via.at not in named]
        found.sort(key=lambda via: via.at)
        if not own:
            # A page that does not name its publisher does it here: "dikutip Kabar.id dari X".
            return [via for via in found if not via.passes_on]
        return [via for via in found if plain_outlet(via.name) != own]

    def _with_learned_outlets(self, vias):
        """The language with the outlets that this story introduces as such: later it names them without a word."""
        language = self.language
        named = (mention for group in self.mentions for mention in group if mention.kind in ("person", "body"))
        learned = {mention.name.lower() for mention in named if mention.role and is_medium(mention.role, language)}
        # "saluran YouTube-nya" is a channel of somebody's and no outlet.
        learned = {name for name in learned if not (language.suffix and name.endswith(f"-{language.suffix}"))}
        told = [via for found in vias for via in found]
        # The channel of a singer is no outlet where the singer speaks.
        learned |= {via.name.lower() for via in told if not self._is_channel(via)}
        return replace(language, outlets=language.outlets | learned) if learned - language.outlets else language

    def _is_channel(self, via):
        before = self.text[max(0, via.start - 20) : via.start].rstrip().rpartition(" ")[2].lower()
        return before in self.language.channels

    def is_outlet(self, name, role=""):
        """Whether a speaker is a known outlet, with or without the words that say so, or has the role of one."""
        if is_medium(role, self.language) or is_state_medium(name, self.language):
            return True
        if COMPOUND.fullmatch(name):
            return True
        for noun in self.language.media_nouns:
            if self.language.head_last and len(noun) > SHORTEST_MEDIUM and name.endswith(f" {noun}"):
                return True
            name = name.removesuffix(f" {noun}").removeprefix(f"{noun} ")
        low = name.lower()
        # "Media Spanyol Marca"
        words = low.split()
        while len(words) > 1 and (words[0] in self.language.media_nouns or words[0] in self.language.places):
            words = words[1:]
        if low.split()[:1] != words[:1] and " ".join(words) in self.language.outlets:
            return True
        return not {low, low.removeprefix("the "), plain_outlet(name)}.isdisjoint(self.language.outlets)

    def neighbours(self, before, after):
        """Whether two sentences stand in the same paragraph or in two that follow each other, page lines apart."""
        first, second = self.sentences[before].paragraph, self.sentences[after].paragraph
        return all(self.paragraphs[number].kind == "page" for number in range(first + 1, second))


def is_medium(role, language):
    """Whether a role is that of an outlet: "surat kabar", "media Inggris", "the Belgian daily"."""
    words = role.lower().split()
    if not words:
        return False
    if len(words) > 1 and words[0] in language.media_nouns and all(word in language.places for word in words[1:]):
        return True
    nouns = tuple(noun for noun in language.media_nouns if len(noun) > SHORTEST_MEDIUM)
    # "founder of the website" is somebody at an outlet.
    head = " ".join(core_of(language, words)) if language.head_last else role.lower()
    return head.endswith(nouns) if language.head_last else head.startswith(nouns)


def _take_back_roles(mentions):
    """ "kuasa hukum X, Y": the office is that of Y, not of X."""
    kept = {id(mention) for mention in standing(mentions)}
    for mention in mentions:
        if id(mention) not in kept:
            mention.role = ""


def _take_back_outlets(mentions, vias, nouns):
    """ "Dilansir Independent, Presiden X …": the outlet that a word of quoting names is no person and has no office."""
    named = {via.start for via in vias}
    places = {via.at for via in vias}
    for mention in mentions:
        inside = mention.kind == "person" and not places.isdisjoint(range(mention.first, mention.begin))
        if inside and (mention.role.lower().startswith(nouns) or any(via.name == mention.role for via in vias)):
            # "Menurut surat kabar X, Rini mengatakan", "Berbincang dengan Lentera TV, Rini mengatakan"
            mention.role, mention.first = "", mention.begin
        if mention.kind == "person" and mention.start in named:
            mention.kind, mention.role, mention.last = "body", "", mention.stop


def standing(mentions):
    """Mentions that stand for themselves: not those inside the role before another name ("warga Ramallah X")."""
    return [
        mention for index, mention in enumerate(mentions) if not _inside_role(mention, mentions[index + 1 : index + 5])
    ]


def _inside_role(mention, following):
    return any(
        other.kind == "person" and other.first <= mention.begin and mention.stop <= other.begin for other in following
    )


def plain_outlet(name):
    """An outlet's name for comparison: "KOMPAS.com" and "Kompas" are one."""
    low = name.lower().removeprefix("www.").removeprefix("the ").replace(" ", "")
    for ending in (".com", ".co.id", ".id", ".co", ".co.uk", ".net", ".org"):
        low = low.removesuffix(ending)
    return low

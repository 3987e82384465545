"""The shape of a language's words for people, offices, bodies, places and times."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Naming:
    """Of what names and offices are made."""

    titles: frozenset
    # Those of them that say how high somebody stands and not what they do: an office beside one is told too.
    ranks: frozenset
    # Those of them, and words of bodies, that people are called by too: "Menteri Sultan X", but "Sultan X".
    given_titles: frozenset
    # Those of them that one may have beside an office: "the lawmaker" is the minister.
    callings: frozenset
    address_titles: frozenset
    fields: frozenset
    honorifics: frozenset
    # Short titles to the words that stand for them: "sen" to "senator".
    short_titles: dict
    degrees: frozenset
    role_nouns: frozenset
    # Nouns of persons without a role: "pria", "woman".
    person_nouns: frozenset
    # "bek kelahiran X", "juru gedor asal Y": behind any noun such words mean somebody.
    person_marks: frozenset
    # "pelatih berusia 51 tahun": from here on the words tell no role.
    aged: frozenset
    # Those of the nouns that anybody is: no role.
    anybody: frozenset
    # Collective speakers written in lower case: "polisi", "police".
    collectives: frozenset
    organisation_words: frozenset
    places: frozenset
    place_heads: frozenset
    # "Leyte province Gov. X", "south Padang city police".
    settlements: frozenset
    directions: frozenset
    # Words of place names that never stand alone: "Tanjung Wening".
    place_beginnings: frozenset
    # "Daop I", "Komisi IX": bodies that have a number.
    numbered: frozenset
    # "Kementerian Luar Negeri dan Ekspatriat": bodies that are named by their fields.
    ministries: frozenset
    name_links: frozenset
    first_names_male: frozenset
    first_names_female: frozenset
    first_names: frozenset
    days: frozenset
    # "saat ini", "hari ini": a time, not somebody pointed at.
    times: frozenset
    months: frozenset

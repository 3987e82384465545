"""The shape of a language's words for outlets and documents, and how words come through them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reporting:
    """How the ways of words are named."""

    outlets: frozenset
    # Outlets known by their small letters too: "kepada detikcom".
    small_outlets: frozenset
    # Agencies whose name in a dateline is the story's origin and not the publisher.
    agencies: frozenset
    outlet_words: frozenset
    # Editions: "CNBC International".
    editions: frozenset
    # Outlets whose local stations are named by their place: "RRI Ambon".
    stations: frozenset
    media_nouns: frozenset
    # "media sosial": no outlet's role.
    any_media: frozenset
    # "media pemerintah", "state media": those of a country, and the releases of somebody.
    state_media: frozenset
    releases: frozenset
    # "dilansir", "citing": an outlet follows.
    via_verbs: frozenset
    # Those of them that only a known outlet makes a source ("merujuk", "reported").
    loose_via_verbs: frozenset
    # "AFP melaporkan".
    reporting_verbs: frozenset
    # "AFP, mengutip X, …": it reports what another has said.
    quoting_verbs: frozenset
    # Between the verb and the outlet: "dari laman resmi".
    via_fillers: frozenset
    # "kepada AFP", "told AFP".
    via_receivers: frozenset
    # Those of them and others that go on: what follows was said there too.
    interviews: frozenset
    # Documents and recordings that carry words: "rekaman", "transcript".
    document_nouns: frozenset
    # Papers of courts and offices through which somebody's words come: "According to an affidavit, X told …".
    papers: frozenset
    # "In her essay X, …": writings that have a title, and the words that lead into them.
    writings: frozenset
    inside: frozenset
    # Behind what looks like an outlet's name: "the daily Covid-19 media conference".
    occasions: frozenset
    # Occasions and generic media: never a via.
    channels: frozenset

"""What kind of speaker a name in a story is."""

import re

from articles.quotefinder.languages.language import words

INSTITUTIONS = re.compile(
    r"(?:kementerian|kemen[a-z]+|polisi|polda|polres|polri|tni|badan|dewan|komisi|komite|pemerintah|pemprov|pemkab|pemkot|"
    r"bank|pt|cv|universitas|institut|yayasan|partai|kantor|dinas|lembaga|asosiasi|serikat|organisasi|mahkamah|kejaksaan|"
    r"pengadilan|istana|kedutaan|kbri|rumah sakit|ministry|department|committee|police|government|university|office|"
    r"council|court|company|party|union|association|agency|embassy|parliament|senate|white house)\b",
    re.IGNORECASE,
)
# Inside a person's or body's name; other small words make it a description: "Ketua partai yang berkuasa".
NAME_PARTICLES = words("""
    bin binti bint ibn van von der den del della dos and the for dan untuk dari
""")


def kind_of_speaker(name: str) -> str:
    """ "person", "institution" or, for a description that names nobody, "unnamed" (models.Speaker.Kind)."""
    first = next((character for character in name if character.isalpha()), "")
    if first.islower() or _describes(name):
        return "unnamed"
    if INSTITUTIONS.match(name) or (name.isupper() and len(name) <= 8 and " " not in name):
        return "institution"
    return "person"


def _describes(name: str) -> bool:
    return any(word.islower() and len(word) > 2 and word not in NAME_PARTICLES for word in name.split())

"""Names in a text and the rows that go by them: found by name and alias before a new one is made."""

from collections import defaultdict

from django.conf import settings
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext, gettext_noop

from .interchange.chain import outlet_key
from .interchange.dateline import is_domain
from .interchange.speakers import kind_of_speaker
from .models import Source, Speaker

# What readers are told until an editor says more; a story's warnings ask for that.
UNNAMED_REASON = gettext_noop("The story does not name this speaker.")


def source_named(name: str, kind: str = Source.Kind.OUTLET) -> Source:
    """The source that goes by `name`, its own before an alias, or a new one."""
    name = name[:120]
    if found := list(Source.objects.named(name)[:20]):
        return next((source for source in found if source.name.casefold() == name.casefold()), found[0])
    source = Source(
        name=name,
        slug=free_slug(Source, name, "source"),
        kind=kind,
        home_page=f"https://{name.lower()}/" if is_domain(name) else "",
    )
    source.clean_fields()
    source.save()
    return source


def speakers_named(names) -> dict[str, Speaker | None]:
    """For each of `names` the speaker who goes by it, or a new one.

    None for no name, and where two speakers share it: an editor knows. Someone unnamed is nobody's namesake.
    """
    known = _known_speakers(names)
    speakers = {}
    for name in dict.fromkeys(names):
        short = name[:160].strip()
        found = known[short.casefold()]
        speakers[name] = (next(iter(found)) if len(found) == 1 else None) if found else _new_speaker(short)
    return speakers


def _known_speakers(names) -> dict[str, set[Speaker]]:
    """Speakers by each name that they go by, in small letters; one query for all of `names`."""
    known = defaultdict(set)
    named = {name[:160].strip() for name in names if kind_of_speaker(name) != Speaker.Kind.UNNAMED}
    for speaker in Speaker.objects.named_any(named - {""}):
        for name in {speaker.name, *speaker.aliases}:
            known[name.casefold()].add(speaker)
    return known


def _new_speaker(name: str) -> Speaker | None:
    kind = kind_of_speaker(name)
    if not name:
        return None
    if kind == Speaker.Kind.UNNAMED:
        return Speaker.objects.create(name=name, kind=kind, unnamed_reason=gettext(UNNAMED_REASON))
    if Source.objects.named(name).exists():
        kind = Speaker.Kind.INSTITUTION
    return Speaker.objects.create(name=name, slug=free_slug(Speaker, name, "speaker"), kind=kind)


def has_own_reason(speaker: Speaker) -> bool:
    """Whether an editor has said why this unnamed speaker stays so."""
    given = set()
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            given.add(gettext(UNNAMED_REASON))
    return speaker.unnamed_reason not in given


def source_keys(source: Source) -> set[str]:
    """The keys of all names by which a text may credit `source`."""
    return {outlet_key(name) for name in (source.name, *source.aliases)}


def free_slug(model, name: str, fallback: str) -> str:
    """An address for `name` that no row of `model` has; `fallback` where it has no letters of an address."""
    longest = model._meta.get_field("slug").max_length - 8
    slug = slugify(name.replace(".", "-"))[:longest].strip("-") or fallback
    return numbered(slug, set(model.objects.filter(slug__startswith=slug).values_list("slug", flat=True)))


def numbered(slug: str, taken: set[str]) -> str:
    """`slug`, or with the first number that is not `taken`."""
    number, free = 1, slug
    while free in taken:
        number += 1
        free = f"{slug}-{number}"
    return free

"""A story's content as one document: what a revision keeps of the rows, and the rows made to say it again."""

from datetime import date

from django.db.models import Q

from .author import Author, Byline
from .citation import Citation
from .kept import KeptByTrigger
from .photo import Photo
from .quote import Quote
from .section import Section
from .source import SourceItem
from .speaker import Speaker
from .tag import Tag

# The story's own columns that are content; the others are decisions, counts and keys.
FIELDS = ["headline", "slug", "standfirst", "body", "language", "rights", "embargo", "comments_open"]
# Its rows. What is not written by an editor of this story (statement) or is a copy (published_at) is none of it.
ROWS = {"bylines": Byline, "citations": Citation, "quotes": Quote}
NOT_CONTENT = {"id", "article", "statement"}


def columns(model) -> list:
    """The fields of a row of a story that are content."""
    return [
        field
        for field in model._meta.concrete_fields
        if not (field.generated or isinstance(field, KeptByTrigger) or field.name in NOT_CONTENT)
    ]


def plain(value):
    return value.isoformat() if isinstance(value, date) else value


def content_of(story) -> dict:
    """What the rows of `story` say, as JSON knows it. Beside keys stand names, which outlive what they name."""
    section, photo = story.section, story.lead_photo
    return {
        **{name: plain(getattr(story, name)) for name in FIELDS},
        "section": section and {"id": section.pk, "name": section.name},
        "lead_photo": photo and {"id": photo.pk, "alt": photo.alt, "credit": photo.credit},
        "tags": sorted(story.tags.order_by().values_list("name", flat=True)),
        **{name: [document_of(row) for row in rows_of(story, name)] for name in ROWS},
    }


def rows_of(story, name: str) -> list:
    known = {"bylines": ["author"], "citations": ["item__source"], "quotes": ["speaker", "citation__source"]}
    rows = getattr(story, name).select_related(*known[name]).order_by("position", "pk")
    return list(rows.defer("search", "fingerprints") if name == "quotes" else rows)


def document_of(row) -> dict:
    document = {field.attname: plain(getattr(row, field.attname)) for field in columns(type(row))}
    return {"id": row.pk, **document, **names_in(row)}


def names_in(row) -> dict:
    if isinstance(row, Byline):
        return {"name": row.author.name}
    if isinstance(row, Citation):
        return {"source": row.item.source.name, "title": row.item.title, "url": row.item.url}
    return {"speaker": row.speaker and row.speaker.name, "source": row.citation and row.citation.source.name}


def put_content(story, content: dict) -> None:
    """Make the rows of `story` say what `content` says, writing only what differs. Call it in a transaction.

    What has been deleted or merged meanwhile is looked up by its name; failing that, it is left out. A quotation whose
    address readers know is never deleted, and a decision on a quotation gives way only to a later one.
    """
    stored = content_of(story)
    if written := [*put_fields(story, content, stored)]:
        story.save(update_fields=[*written, "modified_at"])
    if content["tags"] != stored["tags"]:
        story.tags.set(Tag.objects.present_names(content["tags"]))
    for name in ("bylines", "citations", "quotes"):
        if content[name] != stored[name]:
            put_rows(story, name, content[name], stored[name])


def put_fields(story, content: dict, stored: dict):
    """Set the columns of `story` that differ, not saved; yields their names."""
    for name in FIELDS:
        if name == "language" and story.is_taken_in_group(content[name]):
            continue  # since then a translation has that language
        if name in content and content[name] != stored[name]:
            setattr(story, name, story._meta.get_field(name).to_python(content[name]))
            yield name
    for name, model in (("section", Section), ("lead_photo", Photo)):
        if content[name] != stored[name]:
            setattr(story, name, content[name] and model.objects.filter(pk=content[name]["id"]).first())
            yield name


def put_rows(story, name: str, wanted: list[dict], stored: list[dict]) -> None:
    """Make its rows of one kind (of ROWS) those that are `wanted`."""
    model, before = ROWS[name], {document["id"]: document for document in stored}
    fields = columns(model)
    delete_rows(model, before.keys() - {document["id"] for document in wanted})
    different = [document for document in FIND[name](story, wanted) if differs(document, before, fields)]
    if model is Quote:
        different = [document for document in different if not decided_since(before.get(document["id"]), document)]
    rows = [row_from(model, fields, story, document) for document in different]
    model.objects.bulk_create([row for row in rows if row.pk not in before])
    model.objects.bulk_update([row for row in rows if row.pk in before], [field.name for field in fields])


def differs(document: dict, before: dict, fields) -> bool:
    stored = before.get(document["id"])
    return stored is None or any(document.get(name) != stored[name] for name in (field.attname for field in fields))


def row_from(model, fields, story, document: dict):
    values = {field.attname: field.to_python(document[field.attname]) for field in fields if field.attname in document}
    row = model(pk=document["id"], article_id=story.pk, **values)
    if model is Citation:
        row.source_id = document["source_id"]
    return row


def delete_rows(model, keys) -> None:
    rows = model.objects.filter(pk__in=keys)
    if model is Quote:
        known = [quote.pk for quote in rows.defer("search", "fingerprints") if quote.has_known_address()]
        rows = rows.exclude(pk__in=known)
    rows.delete()


def decided_since(before: dict | None, document: dict) -> bool:
    """Whether a quotation was decided on after the document was written; ISO 8601 in one zone sorts by time."""
    return bool(before and before["decided_at"] and before["decided_at"] > (document["decided_at"] or ""))


# What the documents name, as it is today


def authors_of(story, documents: list[dict]) -> list[dict]:
    present = set(Author.objects.filter(pk__in=[each["author_id"] for each in documents]).values_list("pk", flat=True))
    return [document for document in documents if document["author_id"] in present]


def items_of(story, documents: list[dict]) -> list[dict]:
    """Each with the key of its source. A merged item is found by its address; a story cites an item once."""
    keys = [document["item_id"] for document in documents]
    addresses = [document["url"] for document in documents if document["url"]]
    items = SourceItem.objects.filter(Q(pk__in=keys) | Q(url__in=addresses)).order_by("-pk")
    by_pk = {item.pk: item for item in items}
    by_url = {item.url: item for item in items if item.url}
    found = {}
    for document in documents:
        if item := by_pk.get(document["item_id"]) or by_url.get(document["url"]):
            found.setdefault(item.pk, {**document, "item_id": item.pk, "source_id": item.source_id})
    kept = {document["id"] for document in found.values()}
    for document in found.values():
        document["via_id"] = document["via_id"] if document["via_id"] in kept else None
    return [*found.values()]


def speakers_of(story, documents: list[dict]) -> list[dict]:
    """Each with a speaker who is there. One made for a proposal that was taken back again is found by name, or made."""
    from ..matching import speakers_named

    keys = {document["speaker_id"] for document in documents} - {None}
    present = set(Speaker.objects.filter(pk__in=keys).values_list("pk", flat=True))
    lost = {document["speaker"] for document in documents if document["speaker_id"] in keys - present}
    named = {name: speaker.pk for name, speaker in speakers_named(sorted(lost)).items() if speaker} if lost else {}
    citations = set(story.citations.values_list("pk", flat=True))

    def today(document):
        speaker = document["speaker_id"] if document["speaker_id"] in present else named.get(document["speaker"])
        citation = document["citation_id"] if document["citation_id"] in citations else None
        return {**document, "speaker_id": speaker, "citation_id": citation}

    return [today(document) for document in documents]


FIND = {"bylines": authors_of, "citations": items_of, "quotes": speakers_of}

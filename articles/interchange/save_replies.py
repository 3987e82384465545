"""Records of replies into the database: each once, however often the same file comes."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models.functions import Lower
from django.utils import timezone

from ..models import Article, Citation, Comment, Commenter, Correction, FormerSlug, Quote, Revision, Rewording
from ..models.written import MOST_BYTES
from ..paging import is_pk
from ..writing import tidy_name, tidy_text
from .reply_lines import MOMENTS, PLAIN, own_key

STEP = 1000


@dataclass
class Counts:
    new: int = 0
    known: int = 0
    empty: int = 0
    too_long: list = field(default_factory=list)  # their keys in the system that they come from
    without_story: Counter = field(default_factory=Counter)  # by the address that names it


def save(records, origin: str) -> Counts:
    """Store what is new of `records` from the system `origin`. Nothing of them is announced or sent to anybody.

    An answer whose parent is not in the file, or stands in a circle, begins a thread of its own.
    """
    counts, by_story = Counts(), {}
    for record in records:
        by_story.setdefault(record.story, []).append(record)
    for story, of_story in by_story.items():
        article = find_story(story)
        if article is None:
            counts.without_story[story.link or story.slug] += len(of_story)
            continue
        with transaction.atomic():
            save_story(article, of_story, origin, counts)
    return counts


def find_story(story) -> Article | None:
    """The story with that address, today's or a former one, or the only one with its last part."""
    parts = [part for part in urlsplit(story.link).path.split("/") if part]
    slug = story.slug or (parts[-1] if parts else "")
    if not slug or "\0" in slug:
        return None
    if found := Article.objects.filter(published_on=story.day or None, slug=slug).first():
        return found
    named = list(Article.objects.filter(slug=slug).defer("body", "search")[:2])
    if len(named) == 1:
        return named[0]
    day = story.day or "-".join(parts[-4:-1])
    former = FormerSlug.objects.target_of("article", f"{day}/{slug}")
    return Article.objects.filter(pk=former).first()


def save_story(article, records, origin: str, counts: Counts) -> None:
    """Store what one story does not have yet of the `records` under it: whatever is answered before its answers."""
    keys = {record.key: place_of(record, origin) for record in records}
    done = find_stored(article, records, keys)
    counts.known += len(done)
    waiting = [record for record in records if record.key not in done]
    readers = find_readers(waiting)
    while waiting:
        ahead = {record.key for record in waiting}
        ready = [record for record in waiting if record.parent not in ahead]
        ready = ready or waiting[:1]  # a circle is cut at its first
        for start in range(0, len(ready), STEP):
            save_step(article, ready[start : start + STEP], keys, done, readers, counts)
        saved = {record.key for record in ready}
        waiting = [record for record in waiting if record.key not in saved]


def find_stored(article, records, keys) -> dict:
    """The replies that are here already, by their records' keys: imported before, or written here and exported."""
    imported = Comment.objects.filter(article=article, origin_key__in=[key for _origin, key in keys.values()])
    stored = {(row.origin, row.origin_key): row for row in imported}
    numbers = [key.partition("@")[0] for _origin, key in (keys[record.key] for record in records if record.more)]
    numbers = [int(number) for number in numbers if is_pk(number)]
    own = {own_key(row): row for row in Comment.objects.filter(article=article, origin="", pk__in=numbers)}
    found = {}
    for record in records:
        row = stored.get(keys[record.key]) or (own.get(keys[record.key][1]) if record.more else None)
        if row:
            found[record.key] = row
    return found


def place_of(record, origin: str) -> tuple[str, str]:
    """The system in which a reply was written first, and its key there."""
    own = record.more.get("origin")
    return tuple(own) if own else (origin[:120], record.key[:80])


def find_readers(records) -> dict:
    """The commenter of each address, by the address in small letters; made, unproved, where there is none."""
    people = {}
    for record in records:
        if record.email:
            people.setdefault(record.email.lower(), record)
    made = []
    for record in people.values():
        told = record.more.get("reader") or {}
        made.append(
            Commenter(
                email=record.email[:254],
                name=(told.get("name") or tidy_name(record.name) or "?")[: Commenter.NAME_LENGTH],
                created_at=moment(told.get("created_at")) or record.written,
                confirmed_at=moment(told.get("confirmed_at")),
                **({"mail": told["mail"]} if told else {}),
            )
        )
    Commenter.objects.bulk_create(made, ignore_conflicts=True)
    emails = Commenter.objects.alias(lower_email=Lower("email")).filter(lower_email__in=people)
    found = {reader.email.lower(): reader for reader in emails}
    accounts = {(record.more.get("reader") or {}).get("account") for record in records} - {None}
    for user in get_user_model().objects.filter(username__in=accounts):
        found[f"account:{user.get_username()}"] = Commenter.objects.at_desk(user)
    return found


def save_step(article, records, keys, done, readers, counts) -> None:
    """Store some records whose parents are in `done` (key → reply), where they are noted in turn."""
    rows, kept, seen, twins = [], [], {}, {}
    for record in records:
        row = row_of(article, record, keys, done, readers)
        same = (row.parent_id, row.commenter_id, row.text)
        if row.status != "deleted" and not (row.text and row.name):
            counts.empty += 1
        elif len(row.text.encode()) > MOST_BYTES:
            counts.too_long.append(record.key)
        elif row.commenter_id and row.status != "deleted" and (twin := seen.get(same) or find_twin(article, *same)):
            counts.known += 1
            twins[record.key] = twin
        else:
            seen[same] = row
            rows.append(row)
            kept.append(record)
    Comment.objects.bulk_create(rows)
    counts.new += len(rows)
    # What answers the second of two that are one answers the first.
    done.update(twins)
    formers = []
    for record, row in zip(kept, rows, strict=True):
        done[record.key] = row
        for text, replaced_at in record.more.get("former_texts", ()):
            formers.append(Rewording(comment=row, text=text, replaced_at=moment(replaced_at)))
    Rewording.objects.bulk_create(formers)


def find_twin(article, parent, commenter, text) -> Comment | None:
    """The reply that says the same in the same place, by the same reader."""
    rows = Comment.objects.exclude(status="deleted").filter(article=article, parent=parent, commenter=commenter)
    return rows.filter(text=text).first()


def row_of(article, record, keys, done, readers) -> Comment:
    """The reply that a record makes, not saved. What our own export tells is believed to the letter."""
    told, own = record.more, bool(record.more)
    parent = done.get(record.parent)
    account = (told.get("reader") or {}).get("account")
    origin, key = keys[record.key]
    row = Comment(
        article=article,
        parent=parent,
        commenter=readers.get(f"account:{account}" if account else record.email.lower()),
        name=record.name if own else (tidy_name(record.name) or "?")[: Commenter.NAME_LENGTH],
        text=record.text if own else tidy_text(record.text.replace("\0", "")),
        status=record.status if record.status in Comment.Status.values else Comment.Status.HELD,
        created_at=record.written,
        origin=origin,
        origin_key=key,
    )
    if row.status == Comment.Status.HELD:
        row.waiting_since = timezone.now()
    if own:
        fill_in(row, article, told)
    return row


def fill_in(row, article, told: dict) -> None:
    """What only our own export tells."""
    for name in PLAIN:
        setattr(row, name, told[name])
    for name in MOMENTS:
        setattr(row, name, moment(told[name]))
    if told["decided_by"]:
        row.decided_by = get_user_model().objects.filter(username=told["decided_by"]).first()
    if told["quote"] and not row.parent_id:
        row.quote = Quote.objects.filter(article=article, exact=told["quote"]).first()
    if told["source"] and not row.parent_id:
        url, title = told["source"]
        row.citation = Citation.objects.filter(article=article, item__url=url, item__title=title).first()
    if told["version"]:
        row.revision = Revision.objects.filter(article=article, number=told["version"]).first()
    if told["correction"]:
        at, text = told["correction"]
        row.correction = Correction.objects.filter(article=article, created_at=moment(at), text=text).first()


def moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None

"""No change to any column of any row leaves a page standing that it alters.

The columns are read from the models and the pages from each other's links, so that a new column or page is tried too.
"""

import re
from collections import Counter
from datetime import timedelta

import pytest
from django.db import Error, IntegrityError, connection, models, transaction
from django.db.models import ProtectedError
from django.db.models.deletion import RestrictedError
from django.test import RequestFactory
from django.urls import resolve
from django.utils import timezone

from articles import models as newsroom
from articles.models import (
    Article,
    Byline,
    Comment,
    Likeness,
    Plate,
    Quote,
    Section,
    Source,
    Speaker,
    Tag,
    Tagging,
    Touch,
)
from articles.models.shown import shown
from articles.views.articles import parts_of
from tests.demo import LINK, own_path
from tests.factories import (
    create_author,
    create_citation,
    create_comment,
    create_editor,
    create_photo,
    create_published,
    create_quote,
    create_section,
    create_series,
    create_source,
    create_speaker,
    create_tag,
)

START = ["/sitemap.xml", "/news-sitemap.xml", "/robots.txt", "/humans.txt", "/sitemaps/lists.xml"]
START += ["/search/?q=kapal", "/search/names.json?q=ta"]
# The rows are tried in so many tests, which run at the same time.
PARTS = 4
# What no page is bound to follow at once. A newer story joins the related ones when the page is next made.
RELATED = re.compile(r'<aside class="related".*?</aside>|\s+', re.S)
# Rows that are not shown, or that only triggers write.
UNSEEN = {"Deed", "Duplicate", "Event", "FormerSlug", "FrontPurge", "Likeness", "PreviewLink", "Recheck", "SavedFilter"}
UNSEEN |= {"BackgroundTask", "Ban", "Commenter", "FeedChange", "Reason", "Remark", "Report", "Subscription"}
UNSEEN |= {"Note", "PhotoUse", "Plate", "Sitting", "Sketch", "Statement", "Touch", "UnsavedWork"}
# Rows that the database lets nobody change: a new one is the only change there is.
FINAL = {"Arrangement", "Correction", "Decision", "Placement", "Revision"}


@pytest.fixture
def story():
    """A newsroom with two of everything, all of it on the pages of one story."""
    section, tag, author, source = create_section(), create_tag(), create_author(), create_source()
    speaker, other_speaker = create_speaker(aliases=["Bu Ani"]), create_speaker()
    first = create_published(hours_ago=3, section=section, tags=[tag], authors=[author], lead_photo=create_photo())
    story = create_published(
        hours_ago=2,
        headline="Kapal kandas",
        body="".join(f'<p><a href="https://youtu.be/{name}">https://youtu.be/{name}</a></p>' for name in ("a1", "b2")),
        section=section,
        tags=[tag, create_tag()],
        authors=[author, create_author()],
        lead_photo=create_photo(),
    )
    via = create_citation(story, source=source, title="Kabar kapal", url="https://example.org/kapal")
    origin = create_citation(story, source=create_source(), via=via)
    create_citation(first, source=create_source())
    refusing = create_source(may_index=False, may_syndicate=False)
    create_citation(create_published(hours_ago=1, section=create_section(), tags=[create_tag()]), source=refusing)
    quote = create_quote(story, speaker=speaker, citation=origin, exact="Kapal itu kandas tadi malam.")
    same = create_quote(first, speaker=other_speaker, exact="Kapal itu kandas tadi malam.")
    Likeness.objects.create(one=min(quote, same, key=id_of), other=max(quote, same, key=id_of), similarity=1)
    Likeness.objects.get().confirm(by=create_editor())
    create_series(first, story, create_published(hours_ago=4))
    Quote.objects.filter(pk=quote.pk).update(said_on=timezone.localdate())
    newsroom.Page.objects.create(title="Etika", slug="etika", body="<p>Kami jujur.</p>", policy="ethicsPolicy")
    newsroom.LinkCard.objects.update_or_create(url="https://youtu.be/a1", defaults={"title": "Kapal itu"})
    root = create_comment(story)
    reply = create_comment(story, parent=root)
    newsroom.Brake.objects.create(article=story, until=timezone.now() + timedelta(minutes=30), reason="fast")
    Comment.objects.filter(pk=root.pk).update(edited_at=timezone.now())
    newsroom.Rewording.objects.create(comment=root, text="Sebelumnya.")
    newsroom.Appeal.objects.create(comment=reply, commenter=reply.commenter, text="Mohon dilihat lagi.")
    Quote.objects.filter(pk=quote.pk).update(exact="Kapal itu kandas kemarin malam.")
    Article.objects.filter(pk=story.pk).update(body=story.body.replace("tadi", "kemarin"))
    return story


def id_of(row):
    return row.pk


class Pages:
    """The wanted pages, and one of each other kind that the site's links lead to, as they are: bytes, and keys. The
    finished parts of the story's page too, each by itself."""

    def __init__(self, client, story, *wanted):
        self.client, self.story = client, story
        self.kept = {part: (self.part(part), self.keys) for part in Plate.Part}
        kinds = Counter()
        waiting = [*START, *wanted]
        while waiting:
            address = waiting.pop()
            match = resolve(address.partition("?")[0])
            kind = match.view_name, match.kwargs.get("form")
            if address in self.kept or not hasattr(match.func, "reads"):
                continue
            kinds[kind] += 1
            if (kinds[kind] > 1 and address not in wanted) or kind[1] in ("rss", "atom"):
                continue
            response = self.ask(address)
            self.kept[address] = (self.seen(response), set(response.headers.get("Surrogate-Key", "").split()))
            text = response.content.decode()
            found = LINK.findall(text) + re.findall(r"<loc>(.*?)</loc>", text)
            waiting += [path for path in map(own_path, found) if path]

    def ask(self, address):
        return self.client.get(address)

    def part(self, part):
        with shown() as on_row:
            story = Article.objects.for_page().filter(pk=self.story.pk).first()
        if story is None or not story.is_published():
            return None
        plate = parts_of(RequestFactory().get(story.get_absolute_url()), story, [part], on_row)[part]
        self.keys = {*plate.rows, *plate.lists}
        return RELATED.sub("", plate.html)

    def now(self, address):
        return self.part(address) if address in Plate.Part else self.seen(self.ask(address))

    def seen(self, response):
        return response.status_code, RELATED.sub("", response.content.decode())

    def left_standing(self, touched: set) -> list[str]:
        """Pages that are not as they were, and have none of the touched keys."""
        return [
            address
            for address, (before, keys) in self.kept.items()
            if keys and not keys & touched and self.now(address) != before
        ]


def other_values(field, row):
    """Values that the column could hold in place of the one it has."""
    value = getattr(row, field.attname)
    if field.choices:
        return [choice for choice, _label in field.flatchoices if choice != value][:2]
    if isinstance(field, models.ForeignKey):
        others = field.related_model._base_manager.exclude(pk=value).values_list("pk", flat=True)[:1]
        return [*others, *([None] if field.null and value else [])]
    if isinstance(field, models.BooleanField):
        return [not value]
    if isinstance(field, (models.IntegerField, models.FloatField)):
        return [value + 1]
    if isinstance(field, models.DateField):
        expression = "{} - interval '40 days'"
        return [expression] if value else ["now() - interval '1 day'"]
    if isinstance(field, models.TextField | models.CharField):
        return [f"x{value or ''}"]
    return {"aliases": [["Bu Siti"]]}.get(field.name, [])


def changes(row):
    for field in row._meta.concrete_fields:
        if field.primary_key or field.generated:
            continue
        for value in other_values(field, row):
            yield field, value


def change(row, field, value) -> bool:
    """Write the value by a statement of its own; False when the database refuses it."""
    column = connection.ops.quote_name(field.column)
    is_expression = isinstance(value, str) and "interval" in value
    put = value.format(column) if is_expression else "%s"
    statement = f"UPDATE {row._meta.db_table} SET {column} = {put} WHERE id = %s"
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, [*([] if is_expression else [value]), row.pk])
        return True
    except Error:
        return False


def touched() -> set:
    return set(Touch.objects.values_list("key", flat=True))


def tried(pages, act) -> list[str]:
    """What `act` leaves standing; nothing of it stays."""
    Touch.objects.all().delete()
    with transaction.atomic():
        left = pages.left_standing(touched()) if act() is not False else []
        transaction.set_rollback(True)
    return left


def shown_rows(story):
    """One row of each model whose rows readers see, all on the story's page."""
    quote, citation = story.quotes.first(), story.citations.order_by("pk").last()
    rows = [story, quote, quote.speaker, citation, citation.item, citation.source, story.lead_photo, story.section]
    rows += [story.bylines.first(), story.bylines.first().author, story.tags.first(), story.taggings.first()]
    rows += [story.comments.first(), quote.former_wordings.first(), newsroom.Page.objects.get()]
    rows += [newsroom.Brake.objects.get(), newsroom.Rewording.objects.get(), newsroom.Appeal.objects.get()]
    rows += [story.part, story.part.series]
    rows.append(newsroom.LinkCard.objects.get(url="https://youtu.be/a1"))
    assert {type(row).__name__ for row in rows} == set(newsroom.__all__) - UNSEEN - FINAL
    return rows


@pytest.fixture
def pages(client, story):
    addresses = sorted({row.get_absolute_url() for row in shown_rows(story) if hasattr(row, "get_absolute_url")})
    return Pages(client, story, *addresses)


@pytest.mark.parametrize("part", range(PARTS))
def test_no_new_value_leaves_an_altered_page_standing(pages, story, part):
    assert len(pages.kept) > 20
    left, number = [], 0

    for row in shown_rows(story)[part::PARTS]:
        for field, value in changes(row):
            number += 1
            found = tried(pages, lambda row=row, field=field, value=value: change(row, field, value))
            left += [(type(row).__name__, field.name, value, address) for address in found]

    assert not left
    assert number > 80 // PARTS


def test_no_deleted_row_leaves_an_altered_page_standing(pages, story):

    def delete(row):
        try:
            with transaction.atomic():
                row.delete()
        except (ProtectedError, RestrictedError, IntegrityError):
            return False

    rows = shown_rows(story)
    left = [(repr(row), address) for row in rows for address in tried(pages, lambda row=row: delete(row))]

    assert not left


def arrange(section, article):
    newest = newsroom.Arrangement.objects.of(section).first()
    placements = [newsroom.Placement(slot=1, article=article)]
    newsroom.Arrangement.objects.arrange(section, placements, after=newest.number if newest else 0)


def correct(story):
    version = newsroom.Revision.objects.create(article=story, number=99, content={"headline": "x"}, is_public=True)
    Article.objects.filter(pk=story.pk).update(updated_at=timezone.now())
    newsroom.Correction.objects.create(
        article=story, kind="correction", text="Salah.", from_revision=version, to_revision=version
    )


def test_no_new_row_and_no_verb_leaves_an_altered_page_standing(pages, story):
    editor, tag, speaker = create_editor(), create_tag(), create_speaker()
    quote, root = story.quotes.first(), story.comments.first()
    first = Article.objects.exclude(pk=story.pk).order_by("first_published_at")[0]
    acts = {
        "section": create_section,
        "story": lambda: create_published(headline="Kapal lain", hours_ago=0, section=story.section, tags=[tag]),
        "backdated": lambda: create_published(hours_ago=2.5, section=story.section, tags=story.tags.all()),
        "tag": lambda: story.tags.add(tag),
        "byline": lambda: Byline.objects.create(article=story, author=create_author()),
        "citation": lambda: create_citation(story, source=create_source(may_syndicate=False, may_index=False)),
        "quote": lambda: create_quote(story, speaker=speaker, citation=story.citations.first()),
        "reply": lambda: create_comment(story, parent=root),
        "withdraw": lambda: Article.objects.get(pk=story.pk).withdraw(),
        "retract": lambda: Article.objects.get(pk=story.pk).retract(reason="Salah."),
        "withdraw quote": lambda: Quote.objects.get(pk=quote.pk).withdraw(reason="Salah.", by=editor),
        "hide": lambda: Comment.objects.filter(article=story).decide("hidden", by=editor),
        "merge speakers": lambda: Speaker.objects.order_by("pk")[0].merge_into(Speaker.objects.order_by("pk")[1]),
        "merge sources": lambda: Source.objects.order_by("pk")[0].merge_into(Source.objects.order_by("-pk")[0]),
        "merge tags": lambda: Tag.objects.order_by("pk")[0].merge_into(Tag.objects.order_by("-pk")[0]),
        "leave statement": lambda: Quote.objects.get(pk=quote.pk).leave_statement(by=editor),
        "killed": lambda: story.citations.first().item.mark("killed"),
        "picked": lambda: Comment.objects.filter(article=story).update(is_pick=True),
        "deleted by their writers": lambda: Comment.objects.filter(article=story).update(status="deleted", text=""),
        "all sections": lambda: Section.objects.update(position=7),
        "all tags off": lambda: Tagging.objects.all().delete(),
        "all down": lambda: Article.objects.update(status="draft"),
        "front": lambda: arrange(None, first),
        "section front": lambda: arrange(story.section, Article.objects.exclude(section=story.section)[0]),
        "placed, not out yet": lambda: arrange(story.section, create_published(hours_ago=-1)),
        "series": lambda: create_series(create_published(hours_ago=0)),
        "next part": lambda: newsroom.Part.objects.create(
            series=story.part.series, article=create_published(hours_ago=0), number=9
        ),
        "dated": lambda: Quote.objects.filter(pk=quote.pk).update(said_on="2020-01-01"),
        "story of another day": lambda: create_published(hours_ago=100),
        "about us": lambda: newsroom.Page.objects.create(title="Kami", slug="kami", body="<p>Kami.</p>"),
        "card told": lambda: newsroom.LinkCard.objects.update_or_create(
            url="https://youtu.be/b2", defaults={"title": "Dermaga"}
        ),
        "correction": lambda: correct(story),
        "translation": lambda: create_published(
            headline="Ship aground", language="en", slug="ship", translation_of=story, hours_ago=0
        ),
        "discussed": lambda: [create_comment(first) for _each in range(5)],
        "ends": lambda: Article.objects.filter(pk=story.pk).update(unpublish_at=timezone.now()),
        "two up": lambda: Article.objects.filter(pk__in=[story.pk, first.pk]).update(headline="Sama"),
    }

    left = {name: addresses for name, act in acts.items() if (addresses := tried(pages, act))}

    assert not left

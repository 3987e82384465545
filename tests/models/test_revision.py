"""Revisions: each save is one; what readers see changes only when one is let out."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone

from articles.models import Article, Byline, Citation, Correction, Quote, Revision, SourceItem
from articles.models.content import content_of, put_content
from tests.factories import (
    create_article,
    create_author,
    create_citation,
    create_photo,
    create_published,
    create_quote,
    create_section,
    create_speaker,
    create_tag,
)


def create_full(create=create_published):
    story = create(
        section=create_section(),
        lead_photo=create_photo(),
        authors=[create_author(), create_author()],
        tags=[create_tag()],
    )
    agency = create_citation(story)
    create_quote(story, citation=create_citation(story, via=agency))
    return Article.objects.get(pk=story.pk)


def edited(story, **changes):
    """A pending revision of `story` with other words."""
    return story.revise(content_of(story) | changes)


def test_a_story_is_made_again_from_its_revision_whatever_happened_to_its_rows():
    story = create_full(create_article)
    revision = story.revise()
    story.headline, story.section, story.lead_photo = "Lain", None, None
    story.save()
    story.tags.set(["Lain"])
    story.quotes.all().delete()
    story.citations.all().delete()
    story.bylines.all().delete()

    with transaction.atomic():
        put_content(story, revision.content)

    assert content_of(Article.objects.get(pk=story.pk)) == revision.content


def test_within_shown_as_the_rows_say_another_revision_and_afterwards_what_they_said():
    story = create_full()
    before = content_of(story)
    pending = edited(story, headline="Kapal belum tiba", tags=["Baru"], bylines=[], quotes=[], citations=[])

    with story.shown_as(pending):
        assert Article.objects.get(pk=story.pk).headline == "Kapal belum tiba"
        assert not Byline.objects.filter(article=story).exists()

    assert content_of(story) == content_of(Article.objects.get(pk=story.pk)) == before


def test_an_edit_of_a_published_story_waits_and_readers_see_what_they_saw():
    story = create_published(headline="Kapal tiba")

    edited(story, headline="Kapal belum tiba")

    story.refresh_from_db()
    assert story.headline == "Kapal tiba" and story.pending.content["headline"] == "Kapal belum tiba"


def test_publishing_lets_out_what_waits():
    story = create_full()
    edited(story, headline="Kapal belum tiba")

    story.publish(message="Jadwal diralat.")

    story.refresh_from_db()
    public = story.revisions.public().last()
    assert (story.headline, story.pending) == ("Kapal belum tiba", None)
    assert (public.number, public.message, public.content) == (3, "Jadwal diralat.", content_of(story))


def test_saving_the_same_again_is_no_revision():
    story = create_full(create_article)

    assert story.revise() == story.revise() and story.revisions.count() == 1


def test_an_edit_that_goes_back_to_what_readers_see_waits_for_nothing():
    story = create_published()
    live = content_of(story)
    edited(story, headline="Lain")

    story.revise(live)

    story.refresh_from_db()
    assert story.pending is None


def test_bylines_and_citations_may_change_places():
    story = create_full(create_article)
    first, second = story.bylines.all()
    content = content_of(story)
    content["bylines"][0]["author_id"], content["bylines"][1]["author_id"] = second.author_id, first.author_id
    one, other = (document["item_id"] for document in content["citations"])
    content["citations"][0]["item_id"], content["citations"][1]["item_id"] = other, one

    with transaction.atomic():
        put_content(story, content)

    assert Byline.objects.get(pk=first.pk).author_id == second.author_id
    assert Citation.objects.get(pk=content["citations"][0]["id"]).item_id == other


def test_what_was_merged_since_a_revision_is_found_by_its_name():
    story = create_full(create_article)
    quote = story.quotes.get()
    item = story.citations.first().item
    SourceItem.objects.filter(pk=item.pk).update(url="https://kcna.example/1")
    revision = story.revise()
    kept_speaker, kept_tag = create_speaker(), create_tag()
    quote.speaker.merge_into(kept_speaker)
    story.tags.get().merge_into(kept_tag)
    story.quotes.all().delete()
    story.citations.all().delete()
    SourceItem.objects.filter(pk=item.pk).delete()
    twin = SourceItem.objects.create(source=item.source, url="https://kcna.example/1")

    with transaction.atomic():
        put_content(story, revision.content)

    assert story.quotes.get().speaker == kept_speaker and [*story.tags.all()] == [kept_tag]
    assert twin.citations.get().article == story


def test_a_quotation_whose_address_readers_know_outlives_an_older_revision():
    story = create_published(hours_ago=2)
    old = story.revise(is_public=True)
    quote = create_quote(story)

    with story.shown_as(old):
        assert story.quotes.get() == quote


def test_a_decision_on_a_quotation_is_not_undone_by_an_older_revision(editor):
    story = create_article()
    quote = create_quote(story, status=Quote.Status.PROPOSED)
    old = story.revise()
    quote.accept(by=editor)

    with transaction.atomic():
        put_content(story, old.content)

    quote.refresh_from_db()
    assert quote.status == Quote.Status.ACCEPTED


def test_a_revision_cannot_be_changed_and_that_of_a_published_story_not_deleted():
    story = create_published()

    for forbidden in (
        lambda: Revision.objects.update(message="lain"),
        lambda: story.revisions.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            forbidden()


def test_a_draft_goes_with_its_revisions():
    story = create_article()
    story.revise()

    story.delete()

    assert not Revision.objects.exists()


def test_a_correction_is_entered_with_the_versions_before_and_after(editor):
    story = create_full()
    edited(story, standfirst="Kapal tiba pukul enam.")

    entry = story.correct(kind="correction", reason="Jamnya keliru.", quote=story.quotes.get(), by=editor)

    story.refresh_from_db()
    assert story.standfirst == "Kapal tiba pukul enam." and story.updated_at
    assert entry.from_revision.content["standfirst"] != entry.to_revision.content["standfirst"] == story.standfirst


def test_a_correction_needs_a_reason_and_leaves_the_edit_waiting():
    story = create_published()
    edited(story, headline="Lain")

    with pytest.raises(ValidationError):
        story.correct(kind="correction", reason=" ")

    story.refresh_from_db()
    assert story.headline != "Lain" and story.pending


def test_an_entry_of_the_ledger_is_neither_changed_nor_deleted_nor_tied_to_another_story():
    story, other = create_published(), create_published()
    entry = story.correct(kind="clarification", reason="Maksudnya lain.")

    for forbidden in (
        lambda: Correction.objects.update(text="lain"),
        lambda: Correction.objects.all().delete(),
        lambda: Correction.objects.bulk_create(
            [Correction(article=other, kind="correction", text="x", to_revision=entry.to_revision)]
        ),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            forbidden()
            transaction.get_connection().check_constraints()


def test_a_retraction_is_entered_too():
    story = create_published()

    story.retract(reason="Narasumbernya tidak ada.")

    entry = story.corrections.get()
    assert (entry.kind, entry.text) == ("retraction", "Narasumbernya tidak ada.") and entry.from_revision


def test_withdrawing_makes_the_waiting_edit_the_draft():
    story = create_published()
    edited(story, headline="Lain")

    story.withdraw()

    story.refresh_from_db()
    assert (story.headline, story.pending) == ("Lain", None)


def test_of_what_was_let_out_before_the_first_publication_readers_saw_only_the_last():
    story = create_published(hours_ago=-2)
    edited(story, headline="Kedua")
    story.publish(at=story.first_published_at)
    edited(story, headline="Ketiga")

    assert not Revision.objects.seen(story)
    with time_machine.travel(timezone.now() + timedelta(hours=3)):
        seen = [*Revision.objects.seen(story)]
    assert [revision.content["headline"] for revision in seen] == ["Kedua"]

"""A story and its translations: one original, one in each language, whatever two editors do at once."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.models import Article, Recheck, SourceItem
from articles.models.beside import beside
from articles.models.content import content_of
from tests.factories import (
    create_article,
    create_author,
    create_citation,
    create_photo,
    create_published,
    create_section,
    create_tag,
)


def create_translation(original, language="en", create=create_article, **overrides):
    story = create(language=language, **overrides)
    story.make_translation_of(original)
    return story


@pytest.mark.parametrize("change", ["itself", "chain", "circle", "same language", "taken language", "original's own"])
def test_the_database_refuses_what_is_no_group(change):
    original, other = create_article(language="id"), create_article(language="nl")
    english = create_translation(original, "en")
    update = {
        "itself": (original, {"translation_of": original}),
        "chain": (other, {"translation_of": english}),
        "circle": (original, {"translation_of": english}),
        "same language": (other, {"translation_of": original, "language": "id"}),
        "taken language": (other, {"translation_of": original, "language": "en"}),
        "original's own": (original, {"language": "en"}),
    }
    story, values = update[change]

    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(pk=story.pk).update(**values)


def test_the_same_is_refused_with_a_sentence():
    original, other = create_article(language="id"), create_article(language="en")
    create_translation(original, "en")

    with pytest.raises(ValidationError, match="translation of itself"):
        original.make_translation_of(original)
    with pytest.raises(ValidationError, match="translations itself"):
        original.make_translation_of(create_article(language="nl"))
    with pytest.raises(ValidationError, match="already"):
        other.make_translation_of(original)


def test_a_translation_of_a_translation_is_one_of_the_original():
    original = create_article(language="id")
    english = create_translation(original, "en")

    dutch = create_translation(english, "nl")

    assert dutch.translation_of == original
    assert list(english.group()) == [english, original, dutch]


def test_a_language_that_the_group_has_is_refused_at_the_field_and_left_out_of_an_old_version():
    original = create_article(language="id")
    english = create_translation(original, "en")
    english.language = "id"

    with pytest.raises(ValidationError) as refused:
        english.full_clean(exclude=["search"])
    assert refused.value.message_dict.keys() == {"language"}

    english.refresh_from_db()
    english.put(content_of(english) | {"language": "id", "headline": "Ferry late"})
    english.refresh_from_db()
    assert (english.language, english.headline) == ("en", "Ferry late")


def test_a_started_translation_brings_picture_tags_section_byline_and_chain_of_sources():
    original = create_published(
        section=create_section(), tags=[create_tag(name="laut")], authors=[create_author()], lead_photo=create_photo()
    )
    agency = create_citation(original)
    create_citation(original, via=agency)

    draft = original.start_translation("en")

    draft = Article.objects.get(pk=draft.pk)
    assert (draft.status, draft.language, draft.translation_of) == ("draft", "en", original)
    assert (draft.section, draft.lead_photo) == (original.section, original.lead_photo)
    assert [tag.name for tag in draft.tags.all()] == ["laut"]
    assert [byline.author for byline in draft.bylines.all()] == [byline.author for byline in original.bylines.all()]
    origin, passed_on = draft.citations.all()
    assert (origin.item, passed_on.via) == (agency.item, origin)
    with pytest.raises(ValidationError, match="already"):
        original.start_translation("en")


def seen_beside(story) -> list:
    return list(beside(story.pk, story.original_id, timezone.now(), [], [])["translations"])


def test_only_what_readers_can_see_is_linked():
    original = create_published(language="id")
    create_translation(original, "en")
    dutch = create_translation(original, "nl", create=create_published)
    create_translation(original, "ms", create=create_published, hours_ago=-2)

    assert seen_beside(original) == [dutch]
    assert seen_beside(dutch) == [original]


def test_a_corrected_original_queues_its_translations_once_until_somebody_looked(editor):
    original = create_published(language="id")
    english = create_translation(original, "en", create=create_published)
    create_published(language="en")
    first = original.revisions.public().get()
    original.correct(kind="correction", reason="Tanggalnya keliru.")
    original.correct(kind="clarification", reason="Jamnya kurang jelas.")

    [entry] = Recheck.objects.open()

    assert (entry.article, entry.original, entry.since) == (english, original, first)
    entry.finish(by=editor, note="Sudah disesuaikan.")
    original.correct(kind="correction", reason="Sekali lagi.")
    assert Recheck.objects.open().count() == 1


@pytest.mark.parametrize(("changed", "queued"), [({"headline": "Judul baru"}, 1), ({"rights": "Hak milik"}, 0)])
def test_a_text_that_was_changed_after_publication_queues_and_other_changes_do_not(changed, queued):
    original = create_published(language="id")
    create_translation(original, "en")
    original.revise(content_of(original) | changed)

    original.publish()

    assert Recheck.objects.open().count() == queued


def test_a_retracted_original_queues_and_a_first_publication_does_not():
    original = create_article(language="id")
    create_translation(original, "en")
    original.publish()
    assert not Recheck.objects.exists()

    original.retract(reason="Seluruhnya keliru.")

    assert Recheck.objects.open().count() == 1


def test_a_killed_source_item_queues_translations_of_the_stories_that_rest_on_it():
    original = create_published(language="id")
    citation = create_citation(original)
    english = create_translation(original, "en")

    citation.item.mark(SourceItem.State.KILLED)

    assert {entry.article for entry in Recheck.objects.open()} == {original, english}

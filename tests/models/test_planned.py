"""What is set down for a story's time to come."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.models import Article, Byline, Citation, Quote, Tagging
from tests.factories import create_article, create_author, create_citation, create_published, create_quote, create_tag


def soon(**span):
    return timezone.now() + timedelta(**span)


def test_an_end_is_refused_before_publication_and_before_the_embargo():
    scheduled = create_published(hours_ago=-5)
    embargoed = create_article(embargo=soon(hours=5))

    with pytest.raises(ValidationError, match="appears"):
        scheduled.plan(unpublish_at=soon(hours=4), review_by=None)
    with pytest.raises(ValidationError, match="embargo"):
        embargoed.plan(unpublish_at=soon(hours=4), review_by=None)


@pytest.mark.parametrize("column", ["first_published_at", "embargo"])
def test_the_database_refuses_an_end_before_its_beginning(column):
    story = create_article()
    dates = {"unpublish_at": soon(hours=1), column: soon(hours=1)}
    dates |= {"published_on": timezone.localdate()} if column == "first_published_at" else {}

    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(pk=story.pk).update(**dates)


def test_a_moment_or_a_day_that_has_passed_is_refused_at_its_field():
    story = create_published(hours_ago=50)

    with pytest.raises(ValidationError) as late:
        story.plan(unpublish_at=soon(minutes=-1), review_by=None)
    with pytest.raises(ValidationError) as past:
        story.plan(unpublish_at=None, review_by=timezone.localdate() - timedelta(days=1))

    assert late.value.message_dict.keys() == {"unpublish_at"}
    assert past.value.message_dict.keys() == {"review_by"}


def test_is_published_and_the_queries_agree_before_and_after_the_end():
    story = create_published(hours_ago=5, tags=[create_tag()], authors=[create_author()])
    create_quote(story, citation=create_citation(story))
    end = soon(hours=1)
    story.plan(unpublish_at=end, review_by=None)
    rows = [model.objects for model in (Tagging, Byline, Citation, Quote)]

    for now, shown in ((end - timedelta(microseconds=1), True), (end, False)):
        assert story.is_published(now) == shown
        assert story.is_expired(now) == (not shown)
        assert Article.objects.published(now).exists() == shown
        assert Article.objects.expired(now).exists() == (not shown)
        assert [each.published(now).exists() for each in rows] == [shown] * 4


def test_a_story_that_is_published_once_more_is_seen_again():
    story = create_published(hours_ago=5)
    Article.objects.filter(pk=story.pk).update(unpublish_at=soon(hours=-1))
    story.refresh_from_db()
    assert not story.is_published()

    story.publish()

    assert story.is_published()
    assert story.unpublish_at is None


def test_an_end_to_come_outlives_withdrawal_and_goes_with_it_once_it_passed():
    story, other = create_published(hours_ago=5), create_published(hours_ago=5)
    story.plan(unpublish_at=soon(hours=1), review_by=None)
    Article.objects.filter(pk=other.pk).update(unpublish_at=soon(hours=-1))

    story.withdraw()
    other.withdraw()

    assert story.unpublish_at is not None
    assert other.unpublish_at is None


def test_dates_are_not_taken_back_by_an_editor_who_read_the_story_before_they_were_set():
    story = create_published()
    stale = Article.objects.get(pk=story.pk)
    story.plan(unpublish_at=soon(hours=1), review_by=None)

    stale.save()

    assert Article.objects.get(pk=story.pk).unpublish_at is not None

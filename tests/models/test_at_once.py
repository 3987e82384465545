"""Several querysets by one statement: the same rows as each gives by itself."""

from datetime import date, datetime

import pytest
from django.utils import timezone

from articles.models import Article, Citation, Quote
from articles.models.at_once import AtOnce
from articles.models.shown import shown
from tests.factories import create_citation, create_photo, create_published, create_quote, create_section, create_tag


def querysets(story, now, day, keys):
    return {
        "quotes": Quote.objects.filter(article=story).public(now).in_order().for_story(),
        "citations": Citation.objects.filter(article=story).with_chain(),
        "cards": Article.objects.published(now).filter(published_on=day).newest_first().for_cards(),
        "numbers": Quote.objects.filter(article=story).in_order().values_list("position", flat=True),
    }


ROWS = AtOnce(querysets, story=int, now=datetime, day=date, keys=list)


@pytest.fixture
def story():
    story = create_published(section=create_section(), lead_photo=create_photo(), tags=[create_tag()])
    for number in range(3):
        citation = create_citation(story, published_on=date(2026, 9, number + 1), title="“Judul” <b>\\ é")
        create_quote(story, citation=citation, said_on=date(2026, 9, 1), position=number)
    return story


def values(story) -> dict:
    return {"story": story.pk, "now": timezone.now(), "day": story.published_on, "keys": [1]}


def test_rows_are_those_of_each_queryset_with_the_same_types(story, django_assert_num_queries):
    other = create_published()
    given = values(story)

    with django_assert_num_queries(1):
        found = ROWS(**given)

    for name, queryset in querysets(**given).items():
        assert found[name] == list(queryset), name
    for made, expected in zip(found["citations"], Citation.objects.filter(article=story).with_chain(), strict=True):
        assert made.item.__dict__.keys() >= {"published_on", "first_seen_at"}
        assert (made.item.published_on, made.item.first_seen_at) == (
            expected.item.published_on,
            expected.item.first_seen_at,
        )
        assert made.item.title == expected.item.title and made.source == expected.source
    card = next(card for card in found["cards"] if card == story)
    assert card.first_published_at == story.first_published_at and card.section == story.section
    assert card.photo.tones == story.photo.tones and other in ROWS(**given | {"story": other.pk})["cards"]


def test_values_of_one_call_are_not_those_of_the_next(story):
    empty = create_published()

    assert len(ROWS(**values(story))["quotes"]) == 3 and ROWS(**values(empty))["quotes"] == []


def test_rows_name_themselves_for_the_caches(story):
    with shown() as page:
        ROWS(**values(story))
    keys = page.keys()

    assert f"card:{story.pk}" in keys and any(key.startswith("source:") for key in keys)


def test_a_queryset_that_reads_the_clock_by_itself_is_refused(story):
    frozen = AtOnce(lambda story: {"rows": Article.objects.published().filter(pk=story)}, story=int)

    with pytest.raises(ValueError, match="for ever"):
        frozen(story=story.pk)

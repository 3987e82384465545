"""Arrangements of the front page and of sections' fronts, and what a front is made of at a moment."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone

from articles.models import Arrangement, Article, Placement
from articles.models.arrangement import SLOTS, Overtaken
from articles.models.front import front_page, section_front
from tests.factories import (
    arrange,
    create_article,
    create_comment,
    create_editor,
    create_photo,
    create_published,
    create_section,
)


def newest(number: int, **overrides) -> list:
    return [create_published(hours_ago=hour, **overrides) for hour in range(1, number + 1)]


def test_a_front_that_nobody_arranged_fills_itself_with_the_newest():
    stories = newest(SLOTS + 2)

    front = front_page()

    assert front.stories == stories[:SLOTS] and front.latest == stories[SLOTS:]


def test_a_lead_that_nobody_placed_looks_for_a_picture():
    stories = newest(3)
    stories[2].lead_photo = create_photo()
    stories[2].save()

    assert front_page().stories == [stories[2], *stories[:2]]


def test_a_placed_story_stands_in_its_slot_and_the_rest_fills_around_it():
    stories = newest(SLOTS + 2)
    arrange(None, {2: stories[-1]})

    front = front_page()

    assert front.stories == [stories[0], stories[-1], *stories[1 : SLOTS - 1]]
    assert front.latest == stories[SLOTS - 1 : -1]


@pytest.mark.parametrize("end", ["withdraw", "retract", "ended", "scheduled", "over", "not yet"])
def test_a_placed_story_that_readers_cannot_see_leaves_its_slot_to_what_fills_itself(end):
    now = timezone.now()
    stories = newest(2)
    placed = create_published(hours_ago=-1 if end == "scheduled" else 30)
    moments = {"over": {"until": now - timedelta(hours=1)}, "not yet": {"starts_at": now + timedelta(hours=1)}}
    arrange(None, {1: placed}, **moments.get(end, {}))
    if end == "withdraw":
        placed.withdraw()
    if end == "ended":
        Article.objects.filter(pk=placed.pk).update(unpublish_at=now - timedelta(hours=1))
    if end == "retract":
        placed.retract(reason="Keliru.")

    assert front_page().lead == stories[0]


def test_a_scheduled_story_takes_its_slot_by_itself_when_its_time_comes():
    newest(2)
    placed = create_published(hours_ago=-2)
    arrange(None, {1: placed})

    assert front_page().lead != placed
    with time_machine.travel(timezone.now() + timedelta(hours=2, seconds=1)):
        assert front_page().lead == placed


def test_a_pin_ends_at_its_moment_and_the_front_says_when_that_is():
    [newer, older] = newest(2)
    ends = timezone.now() + timedelta(hours=3)
    arrange(None, {1: older}, until=ends)

    assert (front_page().lead, front_page().changes_at) == (older, ends)
    assert front_page(ends).lead == newer


def test_no_story_stands_twice_on_the_front_page():
    town, sport = create_section(), create_section()
    stories = newest(30, section=town) + newest(30, section=sport)
    for story in stories[:20]:
        create_comment(story)
    arrange(None, {3: stories[40]})
    arrange(town, {1: stories[40], 2: stories[3], 4: stories[50]})
    arrange(sport, {1: stories[3], 2: stories[45]})

    front = front_page()

    shown = [*front.stories, *front.discussed, *front.latest, *(story for _, block in front.blocks for story in block)]
    assert len(shown) == len(set(shown)) == SLOTS + 5 + 10 + 2 * SLOTS
    assert front.slots[2] == stories[40]
    assert stories[45] in front.blocks[1][1] and stories[50] in front.blocks[0][1]


def test_what_is_placed_on_a_sections_front_leads_its_block_on_the_front_page():
    town = create_section()
    stories = newest(40, section=town)
    arrange(town, {1: stories[35]})

    [(section, block)] = front_page().blocks

    assert section == town and block[0] == stories[35]
    assert section_front(town).stories == [stories[35], *stories[: SLOTS - 1]]


def test_discussed_are_stories_of_the_last_week_with_most_replies():
    stories = newest(8)
    old = create_published(hours_ago=24 * 8)
    for number, story in ((3, stories[6]), (1, stories[7]), (5, old)):
        for _ in range(number):
            create_comment(story)

    assert front_page().discussed == [stories[6], stories[7]]


def test_an_undo_goes_back_step_by_step_to_what_was_before(editor):
    [one, other] = newest(2)
    arrange(None, {1: one})
    arrange(None, {1: other}, by=editor)
    held = Arrangement.objects.of(None)

    held.first().undo(by=editor)
    assert held.first().placements.get().article == one
    held.first().undo(by=editor)
    assert not held.first().placements.exists()
    with pytest.raises(ValidationError):
        held.first().undo(by=editor)


def test_an_arrangement_after_an_undo_is_undone_to_what_that_brought_back():
    [one, other, third] = newest(3)
    arrange(None, {1: one})
    arrange(None, {1: other})
    Arrangement.objects.of(None).first().undo()
    arrange(None, {1: third})

    back = Arrangement.objects.of(None).first().undo()

    assert back.placements.get().article == one


def test_of_two_who_arrange_at_once_the_second_learns_of_the_first(editor):
    [one, other] = newest(2)
    first = arrange(None, {1: one}, by=editor)

    with pytest.raises(Overtaken) as overtaken:
        Arrangement.objects.arrange(None, [Placement(slot=1, article=other)], after=0, by=create_editor())

    assert overtaken.value.newest == first and Placement.objects.get().article == one


def test_fronts_are_arranged_apart():
    town = create_section()
    story = create_published(section=town)

    assert arrange(None, {1: story}).number == arrange(town, {1: story}).number == 2


def test_the_database_keeps_arrangements_as_they_were_and_a_story_and_a_slot_once():
    [one, other] = newest(2)
    held = arrange(None, {1: one})

    for forbidden in (
        lambda: Arrangement.objects.update(number=9),
        lambda: Arrangement.objects.all().delete(),
        lambda: Placement.objects.update(slot=2),
        lambda: Placement.objects.all().delete(),
        lambda: Placement.objects.create(arrangement=held, slot=1, article=other),
        lambda: Placement.objects.create(arrangement=held, slot=2, article=one),
        lambda: Placement.objects.create(arrangement=held, slot=SLOTS + 1, article=other),
        lambda: Placement.objects.create(
            arrangement=held, slot=3, article=other, starts_at=timezone.now(), until=timezone.now() - timedelta(1)
        ),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            forbidden()


def test_a_draft_can_be_deleted_although_it_was_placed():
    draft = create_article()
    arrange(None, {1: draft})

    draft.delete()

    assert front_page().stories == [] and not Placement.objects.exists()


def test_a_story_that_was_deleted_meanwhile_is_not_placed():
    gone = Placement(slot=1, article_id=10**9)

    with pytest.raises(ValidationError):
        Arrangement.objects.arrange(None, [gone], after=0)

    assert not Arrangement.objects.exists()

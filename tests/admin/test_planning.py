"""Dates of a story to come: said at the top of its form and in the list, changed on a page of their own."""

from datetime import timedelta

import time_machine
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from tests.admin.forms import fields
from tests.factories import create_article, create_published


def plan_of(story):
    return reverse("admin:articles_article_plan", args=[story.pk])


def form_of(story):
    return reverse("admin:articles_article_change", args=[story.pk])


def text(response) -> str:
    return " ".join(response.content.decode().split())


def test_a_scheduled_story_says_at_the_top_of_its_form_and_in_the_list_that_it_appears_by_itself(desk):
    with time_machine.travel("2026-11-24T20:00:00Z", tick=False):
        story = create_published(hours_ago=-7)
        pages = [desk.get(form_of(story)), desk.get(reverse("admin:articles_article_changelist"))]

    for page in pages:
        assert "Scheduled: appears by itself on 25 Nov 2026 10:00 WIB." in text(page)


def test_a_draft_with_an_embargo_says_that_nothing_appears_by_itself(desk):
    story = create_article(embargo=timezone.now() + timedelta(hours=2))

    assert "nothing appears until it is published" in text(desk.get(form_of(story)))


def test_an_end_is_set_in_the_newsrooms_time_and_said_everywhere_at_the_desk(desk):
    story = create_published()
    with time_machine.travel("2026-11-24T20:00:00Z", tick=False):
        page = desk.post(plan_of(story), {"unpublish_at": "2026-12-01T10:00", "review_by": "2026-11-30"}, follow=True)

        story.refresh_from_db()
        assert story.unpublish_at.isoformat() == "2026-12-01T03:00:00+00:00"
        assert "Ends by itself: readers see it until 1 Dec 2026 10:00 WIB." in text(page)
        assert "To be looked at again by 30 Nov 2026." in text(page)
        assert 'value="2026-12-01T10:00"' in text(desk.get(plan_of(story)))


def test_an_ended_story_says_so_and_is_found_by_its_state(desk):
    story = create_published(hours_ago=5, headline="Sudah lewat")
    create_published(headline="Masih tampil")
    Article.objects.filter(pk=story.pk).update(unpublish_at=timezone.now() - timedelta(hours=1))

    found = text(desk.get(reverse("admin:articles_article_changelist"), {"state": "expired"}))

    assert "No longer shown: readers saw it until" in text(desk.get(form_of(story)))
    assert "Sudah lewat" in found
    assert "Masih tampil" not in found


def test_a_date_that_has_passed_or_is_none_comes_back_with_a_sentence_and_what_was_typed(desk):
    story = create_published()

    past = desk.post(plan_of(story), {"unpublish_at": "2020-01-01T10:00", "review_by": "2020-01-01"})
    wrong = desk.post(plan_of(story), {"unpublish_at": "besok", "review_by": ""})

    assert past.status_code == wrong.status_code == 422
    assert "withdraw it" in text(past)
    assert "2020-01-01T10:00" in text(past)
    assert "besok" in text(wrong)
    assert Article.objects.get(pk=story.pk).unpublish_at is None


def test_dates_of_what_readers_see_are_set_only_by_those_who_may_publish(allowed):
    reporter = allowed("view_article", "change_article", "edit_section_article")
    live, draft = create_published(), create_article()
    dates = {"unpublish_at": "", "review_by": "2036-01-01"}

    assert reporter.post(plan_of(live), dates).status_code == 403
    assert reporter.post(plan_of(draft), dates).status_code == 302
    assert Article.objects.get(pk=live.pk).review_by is None
    assert Article.objects.get(pk=draft.pk).review_by.year == 2036


def test_an_embargo_behind_the_end_is_refused_in_the_form(desk):
    story = create_article()
    story.plan(unpublish_at=timezone.now() + timedelta(days=1), review_by=None)
    later = timezone.localtime() + timedelta(days=2)

    data = fields(desk.get(form_of(story))) | {"embargo_0": f"{later:%Y-%m-%d}", "embargo_1": "10:00"}
    page = desk.post(form_of(story), data)

    assert page.status_code == 200
    assert "before its embargo ends" in text(page)

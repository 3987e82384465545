"""What is to be done: the lists that an editor starts the day with, on the first page and as a filter."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Citation, Quote
from articles.models.content import content_of
from tests.factories import (
    create_article,
    create_author,
    create_citation,
    create_colleague,
    create_published,
    create_quote,
    create_section,
    create_speaker,
)

STORIES = "/admin/articles/article/"
INDEX = reverse("admin:index")


def listed(client, name) -> list:
    return [*client.get(STORIES, {"desk": name}).context["cl"].result_list]


def counted(client) -> dict:
    return {each["address"].partition("=")[2]: each["count"] for each in client.get(INDEX).context["on_desk"]}


@pytest.fixture
def at(client):
    """Signs a colleague with a role in."""

    def sign_in(role):
        colleague = create_colleague(role)
        client.force_login(colleague)
        return colleague

    return sign_in


def test_my_drafts_are_those_i_made_and_those_that_i_sign(at, client):
    me = at("reporter")
    mine = {create_article(created_by=me), create_article(authors=[create_author(user=me)])}
    create_article(), create_published(created_by=me)

    assert {*listed(client, "mine")} == mine and counted(client)["mine"] == 2


def test_what_is_handed_in_waits_for_the_editors_of_its_section_and_for_the_chief(at, client):
    section = create_section()
    here = create_article(section=section, status="in_review")
    anywhere = create_article(status="in_review")
    elsewhere = create_article(section=create_section(), status="in_review")
    create_article(section=section)

    section.editors.add(at("editor"))
    assert {*listed(client, "waiting")} == {here, anywhere}
    at("chief")
    assert {*listed(client, "waiting")} == {here, anywhere, elsewhere}
    at("reporter")
    assert listed(client, "waiting") == []


def test_an_edit_that_waits_waits_for_those_who_may_publish(at, client):
    story = create_published()
    story.revise(content_of(story) | {"headline": "Baru"})

    at("chief")
    assert listed(client, "waiting") == [story] and counted(client)["waiting"] == 1
    at("editor")
    assert listed(client, "waiting") == []


def test_undecided_quotations_of_my_own_draft_wait_for_me(at, client):
    story = create_article(created_by=at("reporter"))
    create_quote(story, status=Quote.Status.PROPOSED)
    create_quote(create_article(), status=Quote.Status.PROPOSED)

    assert listed(client, "waiting") == [story]


def test_due_today_is_what_appears_and_what_may_appear_before_midnight_of_the_newsroom(desk):
    midday = timezone.localtime().replace(hour=12, minute=0, second=0, microsecond=0)
    with time_machine.travel(midday, tick=False):
        desk.force_login(create_colleague("administrator"))
        due = {create_published(hours_ago=-2), create_article(embargo=midday + timedelta(hours=11, minutes=59))}
        create_published(hours_ago=1), create_published(hours_ago=-12.1)
        create_article(embargo=midday + timedelta(hours=12)), create_article(embargo=midday - timedelta(minutes=1))

        assert {*listed(desk, "today")} == due and counted(desk)["today"] == 2


def test_published_without_a_source_is_known_however_the_source_came_or_went(desk):
    with_source, without = create_published(), create_published()
    citation = create_citation(with_source)
    create_article()

    assert listed(desk, "unsourced") == [without] and counted(desk)["unsourced"] == 1
    Citation.objects.filter(pk=citation.pk).delete()
    with_source.save()
    assert {*listed(desk, "unsourced")} == {with_source, without}


def test_a_live_story_with_an_open_warning_is_listed_until_it_is_seen_to(desk):
    story = create_article()
    quote = create_quote(story, speaker=None)
    story.publish()
    assert listed(desk, "warned") == [story] and counted(desk)["warned"] == 1

    quote.speaker = create_speaker()
    quote.save()
    story.publish()

    assert listed(desk, "warned") == []


def test_a_decision_on_a_live_quotation_closes_its_warning_at_once(desk):
    story = create_published()
    quote = create_quote(story, status=Quote.Status.PROPOSED)
    story.publish()
    assert listed(desk, "warned") == [story]

    desk.post(reverse("admin:articles_article_quotes", args=[story.pk]), {"reject": quote.pk})

    assert listed(desk, "warned") == []


def test_the_first_page_counts_to_a_hundred_and_no_further(desk):
    stories = [Article(headline=f"Kabar {n}", slug=f"k-{n}", status="in_review") for n in range(102)]
    Article.objects.bulk_create(stories)

    page = desk.get(INDEX).content.decode()

    assert counted(desk)["waiting"] == 101 and "more than 100" in page


def test_the_first_page_asks_as_much_for_many_stories_as_for_none(at, client):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(INDEX).status_code == 200
        return len(captured)

    me = at("editor")
    queries()
    few = queries()
    for _each in range(6):
        create_published(created_by=me), create_article(status="in_review", created_by=me)

    assert queries() == few < 20


def test_a_moderator_is_shown_no_stories_on_the_first_page(at, client):
    at("moderator")

    assert "on_desk" not in client.get(INDEX).context and client.get(STORIES).status_code == 403

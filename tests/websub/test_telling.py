"""Of which feeds the hub is told, and when."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from articles.models import Article, FeedChange, Source
from articles.models.content import content_of
from tests.factories import (
    create_article,
    create_comment,
    create_published,
    create_quote,
    create_speaker,
)
from tests.newsportal.pagecache.conftest import commit
from tests.websub.conftest import ALL, FORMS, forget, told, work


@pytest.mark.parametrize("of", sorted({*ALL, "/corrections/"}))
def test_every_feed_names_the_hub_and_itself_in_its_text_and_its_header(client, hub, settings, story, of):
    for form in FORMS:
        response = client.get(f"{of}feed.{form}")
        own = f"{settings.SITE_URL}{of}feed.{form}"

        assert response.headers["Link"] == f'<{settings.WEBSUB_HUB}>; rel="hub", <{own}>; rel="self"'
        if form == "json":
            assert response.json()["hubs"] == [{"type": "WebSub", "url": settings.WEBSUB_HUB}]
            assert response.json()["feed_url"] == own
        else:
            links = re.findall(r"<(?:atom:)?link [^>]*>", response.text.partition("<item>")[0].partition("<entry")[0])
            assert [link for link in links if 'rel="hub"' in link and settings.WEBSUB_HUB in link]
            assert [link for link in links if 'rel="self"' in link and own in link]


def test_without_a_hub_no_feed_names_one_and_nobody_is_told(client, settings, queue, story):
    settings.WEBSUB_HUB = ""
    story.retract(reason="Keliru.")
    commit()

    for form in FORMS:
        response = client.get(f"/feed.{form}")
        assert "Link" not in response.headers and '"hub' not in response.text
    assert not FeedChange.objects.exists() and not DBTaskResult.objects.exists()


def test_hub_is_told_of_a_new_story_in_every_feed_that_has_it(hub, nouns):
    create_published(**nouns)
    work()

    assert told() == {"/", "/sections/kota/", "/tags/laut/", "/authors/ani/"}
    assert not FeedChange.objects.exists()


def test_draft_and_its_quotes_are_nobodys_business(hub, nouns):
    speaker = create_speaker()
    forget()
    draft = create_article(**nouns)
    create_quote(draft, speaker=speaker)
    draft.body = "<p>Lain.</p>"
    draft.save()
    work()

    assert told() == set()


def correct(story, kind="correction", **changes):
    story.revise(content_of(story) | changes)
    return story.correct(kind=kind, reason="Jamnya keliru.")


CHANGES = {
    "corrected": (lambda story, _by: correct(story, body=story.body.replace("lima", "enam")), {*ALL, "/corrections/"}),
    "withdrawn": (lambda story, _by: story.withdraw(), ALL),
    "retracted": (lambda story, _by: story.retract(reason="Keliru."), {*ALL, "/corrections/"}),
    "quote withdrawn": (
        lambda story, by: story.quotes.get().withdraw(reason="Salah.", by=by),
        {"/people/raka/", "/sources/radio/"},  # whose pages have it too
    ),
    "tag off": (lambda story, _by: story.tags.clear(), {"/tags/laut/", "/people/raka/"}),
    "source refuses": (lambda story, _by: Source.objects.update(may_syndicate=False), {"/", "/sources/radio/"}),
}


@pytest.mark.parametrize("change", CHANGES)
def test_hub_is_told_of_every_change_that_alters_a_feed(hub, story, editor, change):
    act, expected = CHANGES[change]
    act(story, editor)
    work()

    assert told() == expected
    work()
    assert told() == set()


def test_hub_is_told_of_a_quote_that_is_accepted_later(hub, story, editor):
    quote = create_quote(story, speaker=create_speaker(slug="sari"), exact="Pukul lima.", status="proposed")
    work()
    hub.told.clear()

    quote.accept(by=editor)
    work()

    assert "/people/sari/" in told()


def test_small_change_of_the_text_is_told_to_every_feed_that_has_it(hub, story):
    story.revise(content_of(story) | {"body": story.body.replace("Pukul", "Jam")})
    story.publish()
    work()

    assert told() == ALL


def test_replies_are_no_news_for_the_hub(hub, story):
    create_comment(story)
    work()

    assert told() == set()


def test_scheduled_story_is_told_when_it_appears_and_again_when_it_ends(hub, story, nouns):
    later = create_published(hours_ago=-2, **nouns)
    Article.objects.filter(pk=later.pk).update(unpublish_at=timezone.now() + timedelta(hours=5))
    work()
    hub.told.clear()
    call_command("worker", batch=True)
    assert told() == set()

    for hours in (3, 6):
        with time_machine.travel(timezone.now() + timedelta(hours=hours)):
            call_command("worker", batch=True)
            assert told() == {"/", "/sections/kota/", "/tags/laut/", "/authors/ani/"}
            call_command("worker", batch=True)
            assert told() == set()


def test_story_that_is_put_earlier_is_told_at_its_new_moment(hub, nouns):
    story = create_published(hours_ago=-5, **nouns)
    work()
    Article.objects.filter(pk=story.pk).update(first_published_at=timezone.now() + timedelta(hours=1))
    work()
    hub.told.clear()

    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        call_command("worker", batch=True)
        assert "/tags/laut/" in told()

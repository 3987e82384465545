"""What was corrected or taken back goes out again, in every feed that has carried it, under the same id."""

from datetime import timedelta
from email.utils import parsedate_to_datetime
from types import SimpleNamespace
from xml.etree import ElementTree

import feedparser
import pytest
from django.db import connection
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from articles.models import Article, Quote, Tagging
from articles.models.content import content_of
from tests.factories import (
    create_author,
    create_citation,
    create_photo,
    create_published,
    create_quote,
    create_section,
    create_source,
    create_speaker,
    create_tag,
)

STORY_LISTS = ["/", "/sections/kota/", "/tags/laut/", "/sources/radio/", "/authors/ani/"]
LISTS = [*STORY_LISTS, "/people/raka/"]
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


@pytest.fixture
def nouns():
    return {
        "section": create_section(slug="kota"),
        "tags": [create_tag(slug="laut")],
        "authors": [create_author(slug="ani")],
        "lead_photo": create_photo(),
    }


@pytest.fixture
def publish(nouns):
    """A function that publishes a story which is on every one of the LISTS."""
    source, speaker = create_source(slug="radio"), create_speaker(slug="raka", name="Raka")

    def publish(hours_ago, headline="Kapal tiba"):
        story = create_published(hours_ago=hours_ago, headline=headline, body="<p>Pukul lima.</p>", **nouns)
        quote = create_quote(story, speaker=speaker, exact=f"Kami tiba pukul {story.pk}.")
        quote.citation = create_citation(story, source=source)
        quote.save()
        return story

    return publish


@pytest.fixture
def old(publish):
    """A story of long ago, with newer ones above it in every feed."""
    story = publish(hours_ago=50)
    for hour in range(3):
        publish(hours_ago=1 + hour, headline="Baru")
    return story


def correct(story, text="Jamnya keliru.", **changes):
    story.revise(content_of(story) | changes)
    return story.correct(kind="correction", reason=text)


def top(client, of: str) -> dict:
    """The first item of a list's feed in each form, as far as readers of feeds go by it."""
    rss = ElementTree.fromstring(client.get(f"{of}feed.rss").content).find("channel/item")
    atom = ElementTree.fromstring(client.get(f"{of}feed.atom").content).find(f"{ATOM}entry")
    json = client.get(f"{of}feed.json").json()["items"][0]
    return {
        "rss": SimpleNamespace(
            id=rss.findtext("guid"),
            title=rss.findtext("title"),
            changed=parsedate_to_datetime(rss.findtext("pubDate")),
            summary=rss.findtext("description"),
            content=rss.findtext(CONTENT),
        ),
        "atom": SimpleNamespace(
            id=atom.findtext(f"{ATOM}id"),
            title=atom.findtext(f"{ATOM}title"),
            changed=parse_datetime(atom.findtext(f"{ATOM}updated")),
            summary=atom.findtext(f"{ATOM}summary"),
            content=atom.findtext(f"{ATOM}content"),
        ),
        "json": SimpleNamespace(
            id=json["id"],
            title=json["title"],
            changed=parse_datetime(json["date_modified"]),
            summary=json["summary"],
            content=json["content_html"],
            said=json["_newsportal"],
        ),
    }


def ids(client, of: str) -> list[str]:
    return [item["id"] for item in client.get(f"{of}feed.json").json()["items"]]


def seconds(moment) -> float:
    return abs((timezone.now() - moment).total_seconds())


@pytest.mark.parametrize("of", LISTS)
def test_corrected_story_is_on_top_again_with_its_new_date_and_the_same_id(client, old, of):
    before = ids(client, of)
    known = client.get(f"{of}feed.rss").text

    correct(old, body=old.body.replace("lima", "enam"))

    assert sorted(ids(client, of)) == sorted(before) and ids(client, of)[0] == before[-1]
    for item in top(client, of).values():
        assert seconds(item.changed) < 60
        assert item.id in known or item.id.startswith("tag:")


@pytest.mark.parametrize("of", STORY_LISTS)
def test_corrected_story_says_what_was_wrong(client, old, of):
    correct(old, body=old.body.replace("lima", "enam"))

    for item in top(client, of).values():
        assert "Pukul enam." in item.content and "Jamnya keliru." in item.content
    (entry,) = top(client, of)["json"].said["corrections"]
    assert (entry["kind"], entry["text"]) == ("correction", "Jamnya keliru.")
    assert entry["url"].endswith(f"/corrections/#correction-{old.corrections.get().pk}")


def test_update_of_substance_comes_again_and_is_no_correction(client, old):
    old.revise(content_of(old) | {"body": old.body.replace("lima", "enam")})
    old.correct(kind="update", reason="Kapal kini berlabuh.")

    assert "berlabuh" not in top(client, "/")["json"].content
    assert "corrections" not in top(client, "/")["json"].said
    assert "Pukul enam." in top(client, "/")["json"].content


def test_small_change_stays_where_it_is(client, old):
    before = ids(client, "/")
    old.revise(content_of(old) | {"body": old.body.replace("lima", "enam")})
    old.publish()

    assert ids(client, "/") == before


@pytest.mark.parametrize("of", LISTS)
def test_retracted_story_is_an_item_that_says_so_and_why_and_nothing_else(client, old, of):
    before = top(client, of), ids(client, of)[-1]

    old.retract(reason="Saksi ternyata tidak ada.")

    assert ids(client, of)[0] == before[1]
    for form, item in top(client, of).items():
        assert seconds(item.changed) < 60
        assert "etracted" in item.title, form
        assert item.summary == "Saksi ternyata tidak ada."
        assert "Saksi ternyata tidak ada." in item.content
        assert "Pukul lima" not in item.content and "Kami tiba" not in item.content + item.title
        assert "<img" not in item.content
    assert top(client, of)["json"].said["retracted"]["reason"] == "Saksi ternyata tidak ada."
    assert set(top(client, of)["json"].said) == {"retracted"}


@pytest.mark.parametrize("of", [*LISTS, "/corrections/"])
def test_a_strangers_program_reads_a_retraction_without_complaint(client, old, of):
    old.retract(reason="Saksi <b>tidak</b> ada & palsu.")

    for form in ("rss", "atom"):
        response = client.get(f"{of}feed.{form}")
        feed = feedparser.parse(response.content, response_headers={"content-type": response.headers["Content-Type"]})
        assert not feed.bozo
        assert "etract" in feed.entries[0].title


def test_retraction_keeps_the_address_and_the_lasting_id(client, publish):
    story = publish(hours_ago=5)
    before = {form: item.id for form, item in top(client, "/").items()}

    story.retract(reason="Keliru.")

    assert {form: item.id for form, item in top(client, "/").items()} == before
    gone = client.get(story.get_absolute_url())
    assert gone.status_code == 410 and "Keliru." in gone.text


def test_retraction_is_in_the_feed_of_corrections_too(client, old):
    old.retract(reason="Saksi ternyata tidak ada.")

    assert "Saksi ternyata tidak ada." in top(client, "/corrections/")["json"].content


def test_quote_withdrawn_after_readers_saw_it_says_so_without_its_words(client, old, editor):
    quote = old.quotes.get()
    quote.withdraw(reason="Salah dengar.", by=editor)

    for item in top(client, "/people/raka/").values():
        assert item.title == "Withdrawn: a quote of Raka"
        assert item.summary == "Salah dengar." and quote.exact not in item.content
        assert seconds(item.changed) < 60
    assert top(client, "/people/raka/")["json"].said["withdrawn"]["reason"] == "Salah dengar."


def test_quote_withdrawn_before_readers_saw_it_is_in_no_feed(client, publish, editor):
    story = publish(hours_ago=-1)
    story.quotes.get().withdraw(reason="Salah dengar.", by=editor)
    story.publish()
    Article.objects.filter(pk=story.pk).update(first_published_at=timezone.now())

    assert ids(client, "/people/raka/") == []


def test_quote_accepted_later_comes_with_its_own_date(client, old, editor):
    words = old.quotes.get().exact
    quote = create_quote(old, speaker=old.quotes.get().speaker, exact=words[:12], status=Quote.Status.PROPOSED)
    assert len(ids(client, "/people/raka/")) == 4

    quote.accept(by=editor)

    assert ids(client, "/people/raka/")[0].endswith(quote.get_absolute_url())
    assert seconds(top(client, "/people/raka/")["rss"].changed) < 60


@pytest.mark.parametrize("of", [*LISTS, "/corrections/"])
def test_what_a_source_refuses_goes_out_no_more_not_even_as_a_retraction(client, publish, of):
    story = publish(hours_ago=2)
    correct(story, body=story.body.replace("lima", "enam"))
    assert len(ids(client, of)) == 1
    create_citation(story, source=create_source(may_syndicate=False))
    assert ids(client, of) == []

    story.retract(reason="Keliru.")

    assert ids(client, of) == []


def test_withdrawn_and_expired_stories_are_in_no_feed(client, publish):
    publish(hours_ago=3).withdraw()
    story = publish(hours_ago=2)
    Article.objects.filter(pk=story.pk).update(unpublish_at=timezone.now() - timedelta(minutes=1))

    assert [ids(client, of) for of in LISTS] == [[]] * len(LISTS)


def test_each_list_of_a_feed_is_read_off_its_index(old):
    old.retract(reason="Keliru.")
    lists = {
        "article_last_changed": Article.objects.told().last_changed_first(),
        "article_changed_in_section": old.section.articles.told().last_changed_first(),
        "tagging_last_changed": Tagging.objects.filter(tag=1).told().last_changed_first(),
        "byline_last_changed": create_author().bylines.told().last_changed_first(),
        "citation_last_changed": create_source().citations.told().last_changed_first(),
        "quote_last_changed": create_speaker().quotes.told().last_changed_first(),
    }

    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off; SET LOCAL enable_bitmapscan = off")
        for index, rows in lists.items():
            plan = rows.values("pk")[:300].explain()
            assert index in plan and "Sort" not in plan, plan

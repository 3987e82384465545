"""Nothing is late: a story appears, and ceases to be shown, everywhere within a second of its time, without a job.

A frozen clock stands just before the moment and just after it, and every address that could show a story is asked.
"""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.conf import settings

from articles import urls
from articles.models import Article, Series
from tests.factories import (
    create_article,
    create_author,
    create_citation,
    create_comment,
    create_published,
    create_quote,
    create_section,
    create_source,
    create_speaker,
    create_tag,
)

MOMENT = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)  # 10:00 in Jakarta
BEFORE, AFTER = MOMENT - timedelta(seconds=1), MOMENT + timedelta(seconds=1)
FORMS = ("rss", "atom", "json")
HEADLINE = "Kapal Waktunyatiba Berlabuh"
WORDS = "Kami menunggu kapal waktunyatiba sejak pagi"
# Addresses that show no story, or a draft to those who were sent there.
SILENT = {"robots", "humans", "security", "preview", "pages", "page", "saved"}
# A reader's own pages, behind a signed link or cookie: they tell readers of what they wrote themselves.
PRIVATE = {
    *("commenter_replies", "commenter_link", "commenter_confirm", "commenter_export", "commenter_erase"),
    *("commenter_leave", "comment_sent", "comment_edit", "comment_delete", "comment_report", "comment_appeal"),
    *("follow_confirm", "unsubscribe", "letters_off"),
}


def create_world():
    """A story under one of each noun, and how each noun's own page is addressed."""
    section, tag, author = create_section(slug="kota"), create_tag(slug="laut", name="Laut"), create_author(slug="ani")
    source, speaker = create_source(slug="radio"), create_speaker(slug="raka")
    story = create_article(
        headline=HEADLINE, slug="waktunyatiba", section=section, tags=[tag], authors=[author], standfirst=WORDS
    )
    Series.objects.create(name="Pelabuhan", slug="pelabuhan").parts.create(article=story, number=1)
    quote = create_quote(story, exact=WORDS, speaker=speaker, citation=create_citation(story, source=source))
    return story, quote


def addresses(story, quote) -> dict[str, list[str]]:
    """Every address that shows the story or what belongs to it, by the name of its route."""
    own = f"/articles/2026/11/25/{story.slug}/"
    feeds = {"feed": "/", "section_feed": "/sections/kota/", "tag_feed": "/tags/laut/"}
    feeds |= {"source_feed": "/sources/radio/", "speaker_feed": "/people/raka/", "author_feed": "/authors/ani/"}
    feeds |= {"series_feed": "/series/pelabuhan/"}
    embeds = [f"/oembed/?format={form}&url={settings.SITE_URL}{own}" for form in ("json", "xml")]
    return {
        "home": ["/"],
        "latest": ["/latest/"],
        "article": [own],
        "comment_create": [f"/replies/to/{story.pk}/"],
        "follow": [f"/replies/follow/{story.pk}/"],
        "conversation_ledger": [f"{own}moderation/"],
        "article_history": [f"{own}history/"],
        "article_card": [f"{own}card.png"],
        "section": ["/sections/kota/"],
        "tags": ["/tags/"],
        "tag": ["/tags/laut/"],
        "tag_timeline": ["/tags/laut/timeline/"],
        "series_list": ["/series/"],
        "series": ["/series/pelabuhan/"],
        "archive": ["/archive/"],
        "archive_month": ["/archive/2026/11/"],
        "archive_day": ["/archive/2026/11/25/"],
        "sources": ["/sources/"],
        "source": ["/sources/radio/"],
        "speakers": ["/people/"],
        "speaker": ["/people/raka/"],
        "quotes": ["/quotes/"],
        "quote": [f"/quotes/{quote.pk}/"],
        "quote_card": [f"/quotes/{quote.pk}/card.png"],
        "author": ["/authors/ani/"],
        "search": ["/search/?q=kapal"],
        "search_names": ["/search/names.json?q=laut"],
        "sitemap": ["/sitemap.xml"],
        "sitemap_archive": ["/sitemaps/archive.xml"],
        "sitemap_month": ["/sitemaps/2026-11.xml"],
        "sitemap_noun": [f"/sitemaps/{noun}.xml" for noun in ("tags", "people", "sources")],
        "news_sitemap": ["/news-sitemap.xml"],
        "oembed": [*embeds, f"/oembed/?url={settings.SITE_URL}/quotes/{quote.pk}/"],
        **{name: [f"{start}feed.{form}" for form in FORMS] for name, start in feeds.items()},
    }


def shows(client, address: str) -> bool:
    """Whether readers find the story, or a page that is there only through it, at an address."""
    response = client.get(address)
    assert response.status_code in (200, 404, 410), address
    if response.headers["Content-Type"] == "image/png":
        return response.status_code == 200
    text, told = response.content.decode(), ["waktunyatiba"]
    if "feed." not in address:  # which names itself
        places = ["/tags/laut/", "/people/raka/", "/sources/radio/", "/series/pelabuhan/", "2026-11.xml"]
        places += ["/archive/2026/11/", "/archive/2026/11/25/"]
        told += [place for place in places if not address.startswith(place)]
    return response.status_code == 200 and any(word in text for word in told)


def everywhere(client, story, quote) -> dict[str, bool]:
    return {address: shows(client, address) for known in addresses(story, quote).values() for address in known}


def test_every_route_is_walked():
    names = {pattern.name for pattern in urls.urlpatterns}
    # The ledger and a comment's page are walked below; the lists' sitemap names no story.
    walked = {*addresses(Article(pk=1, slug="s"), Article(pk=1)), "comment", "corrections", "correction_feed"}
    walked.add("comment_news")  # numbers only: whether there is anything new under a story

    assert names - SILENT - PRIVATE - {"sitemap_lists"} == walked


def test_a_scheduled_story_appears_everywhere_within_a_second_of_its_time(client):
    with time_machine.travel(BEFORE - timedelta(hours=5), tick=False):
        story, quote = create_world()
        story.publish(at=MOMENT)

    with time_machine.travel(BEFORE, tick=False):
        early = everywhere(client, story, quote)
    with time_machine.travel(AFTER, tick=False):
        late = everywhere(client, story, quote)

    assert [address for address, shown in early.items() if shown] == []
    assert [address for address, shown in late.items() if not shown] == []


def test_a_story_ends_everywhere_within_a_second_of_its_time(client):
    with time_machine.travel(BEFORE - timedelta(hours=5), tick=False):
        story, quote = create_world()
        story.publish()
        story.plan(unpublish_at=MOMENT, review_by=None)

    with time_machine.travel(BEFORE, tick=False):
        early = everywhere(client, story, quote)
    with time_machine.travel(AFTER, tick=False):
        late = everywhere(client, story, quote)

    assert [address for address, shown in early.items() if not shown] == []
    assert [address for address, shown in late.items() if shown] == []


def test_an_ended_story_is_not_under_related_stories_nor_in_the_ledger_and_its_comments_have_no_page(client):
    tag = create_tag()
    other = create_published(hours_ago=30, tags=[tag])
    story = create_published(hours_ago=20, tags=[tag], headline=HEADLINE)
    story.correct(kind="correction", reason="Diralat.")
    comment = create_comment(story)
    addresses = [other.get_absolute_url(), "/corrections/", *(f"/corrections/feed.{form}" for form in FORMS)]
    assert all(HEADLINE in client.get(address).content.decode() for address in addresses)

    Article.objects.filter(pk=story.pk).update(unpublish_at=story.first_published_at + timedelta(hours=1))

    assert not any(HEADLINE in client.get(address).content.decode() for address in addresses)
    assert client.get(comment.get_absolute_url()).status_code == 410


@pytest.fixture
def ended():
    story, quote = create_world()
    with time_machine.travel(MOMENT - timedelta(hours=5), tick=False):
        story.publish()
        story.plan(unpublish_at=MOMENT, review_by=None)
    return story, quote


def test_the_address_of_an_ended_story_says_until_when_it_was_shown(client, ended):
    story, _quote = ended

    page = client.get(story.get_absolute_url())

    assert page.status_code == 410
    assert HEADLINE in page.content.decode()
    assert "25 November 2026" in page.content.decode()
    assert WORDS not in page.content.decode()


def test_a_former_address_of_an_ended_story_leads_to_the_one_that_explains(client, ended):
    story, _quote = ended
    story.slug = "nama-baru"
    story.save()

    page = client.get("/articles/2026/11/25/waktunyatiba/", follow=True)

    assert page.redirect_chain == [("/articles/2026/11/25/nama-baru/", 301)]
    assert page.status_code == 410


def test_the_address_of_a_quote_explains_what_became_of_its_story(client, ended):
    story, quote = ended
    page = client.get(quote.get_absolute_url())
    assert page.status_code == 410
    assert story.get_absolute_url() in page.content.decode()
    assert WORDS not in page.content.decode()

    retracted = create_published()
    left = create_quote(retracted)
    retracted.retract(reason="Berita ini keliru.")

    page = client.get(left.get_absolute_url())
    assert page.status_code == 410
    assert "Berita ini keliru." in page.content.decode()

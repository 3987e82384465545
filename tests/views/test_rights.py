"""What a source lets us do with the stories that rest on it holds in everything that leaves the house."""

import re

import pytest
from django.conf import settings
from django.urls import reverse

from articles.models import Source
from tests.factories import create_citation, create_comment, create_published, create_quote, create_source
from tests.views.feeds.conftest import FORMS

NOINDEX = '<meta name="robots" content="noindex">'


@pytest.fixture
def story():
    story = create_published(headline="Kapal tiba")
    create_citation(story, source=create_source(slug="radio"))
    create_quote(story)
    create_comment(story)
    return story


def cards(story) -> list[str]:
    return [
        reverse("articles:article_card", args=[story.published_on, story.slug]),
        reverse("articles:quote_card", args=[story.quotes.get().pk]),
    ]


def test_search_engines_are_kept_from_every_page_of_a_story_whose_source_refuses(client, story):
    pages = [row.get_absolute_url() for row in (story, story.quotes.get(), story.comments.get())]
    assert not [page for page in pages if NOINDEX in client.get(page).text]
    assert not [card for card in cards(story) if "X-Robots-Tag" in client.get(card).headers]

    Source.objects.update(may_index=False)

    assert [page for page in pages if NOINDEX in client.get(page).text] == pages
    assert [client.get(card).headers["X-Robots-Tag"] for card in cards(story)] == ["noindex", "noindex"]
    for sitemap in ("/news-sitemap.xml", f"/sitemaps/{story.published_on:%Y-%m}.xml"):
        assert story.get_absolute_url() not in client.get(sitemap).text
    # Feeds are another right.
    assert "Kapal tiba" in client.get("/feed.json").text


def test_nothing_carries_a_story_whose_source_refuses_to_other_sites(client, story):
    rows = [story, story.quotes.get()]
    Source.objects.update(may_syndicate=False)

    for of in ("/", "/sources/radio/", story.quotes.get().speaker.get_absolute_url()):
        for form in FORMS:
            assert "Kapal tiba" not in client.get(f"{of}feed.{form}").text
    for row in rows:
        address = f"{settings.SITE_URL}{row.get_absolute_url()}"
        assert client.get("/oembed/", {"url": address}).status_code == 404
        page = client.get(row.get_absolute_url()).text
        assert not re.findall(r"\+oembed", page) and NOINDEX not in page
    # Search engines are another right.
    assert story.get_absolute_url() in client.get("/news-sitemap.xml").text

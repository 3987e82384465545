import re
from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone

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


def walk(client, address) -> list[str]:
    """The pages of a list, from the first, by the links that a reader would follow."""
    pages = []
    while address:
        response = client.get(address)
        assert response.status_code == 200
        pages.append(response.text)
        following = re.search(r'rel="next" href="([^"]*)"', response.text)
        address = address.split("?")[0] + unescape(following[1]) if following else None
    return pages


def headlines(page) -> list[str]:
    return re.findall(r"Nomor \d+", page)


@pytest.fixture
def stories():
    """45 stories of one section, tag and author; five by five they were published in the same instant."""
    rows = {"section": create_section(slug="kota"), "tags": [create_tag(slug="laut")]}
    author, now = create_author(slug="ani"), timezone.now()
    for n in range(45):
        article = create_article(headline=f"Nomor {n}", authors=[author], **rows)
        article.publish(at=now - timedelta(hours=1 + n // 5))


@pytest.mark.parametrize(
    "address", ["/latest/", "/sections/kota/", "/tags/laut/", "/authors/ani/", "/search/?q=nomor&kind=stories"]
)
def test_each_story_stands_on_one_page_only(client, stories, address):
    pages = walk(client, address)

    assert [len(set(headlines(page))) for page in pages] == [20, 20, 5]
    assert len({headline for page in pages for headline in headlines(page)}) == 45


def test_page_stays_where_it_was_when_new_stories_come(client, stories):
    second = re.search(r'rel="next" href="([^"]*)"', client.get("/latest/").text)[1]
    before = headlines(client.get("/latest/" + unescape(second)).text)

    create_published(headline="Nomor 999", hours_ago=0)

    assert headlines(client.get("/latest/" + unescape(second)).text) == before


def test_people_sources_tags_and_quotes_have_pages_too(client):
    article = create_published()
    speaker = create_speaker(slug="raka", name="Raka")
    for n in range(105):
        create_quote(article, speaker=create_speaker(name=f"Nomor {n}"))
        create_citation(article, source=create_source(name=f"Nomor {n}"))
        article.tags.add(create_tag(name=f"Nomor {n}"), create_tag(name=f"Nomor {n}, kota"))
    for _n in range(25):
        create_quote(article, speaker=speaker)

    assert len(walk(client, "/people/")) == 2
    assert len(walk(client, "/sources/")) == 2
    assert len(walk(client, "/tags/")) == 2
    assert len(walk(client, "/people/raka/")) == 2
    assert len(walk(client, "/quotes/")) == 7


@pytest.mark.parametrize(
    "address",
    [
        "/latest/?before=x",
        "/latest/?before=2026-01-01T00:00:00.000000Z",
        "/latest/?before=2026-01-01T00:00:00.000000Z,-1",
        "/latest/?before=9999-99-99T00:00:00.000000Z,1",
        "/latest/?before=2026-01-01T00:00:00.000000Z,99999999999999999999",
        "/latest/?before=%00,1",
        "/tags/?after=korea",
        "/tags/?after=%00,1",
        "/people/?after=x,²",
        "/search/?q=a&kind=stories&before=x",
        "/search/?q=a&kind=stories&before=x;1.0,1",
    ],
)
def test_damaged_key_is_400_with_a_page_that_helps(client, address):
    response = client.get(address)

    assert response.status_code == 400
    assert 'role="search"' in response.text


def test_damaged_key_of_replies_is_400(client):
    address = create_published().get_absolute_url()
    comment = create_comment(create_published()).get_absolute_url()

    for key in ("x", "-1", "%00", "9" * 30):
        assert client.get(f"{address}?replies={key}").status_code == 400
        assert client.get(f"{comment}?replies={key}").status_code == 400

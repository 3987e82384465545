"""What bin/benchmark counts as a page's weight."""

import pytest

from articles.measuring import weight
from tests.factories import create_comment, create_published, create_quote


@pytest.fixture
def story():
    story = create_published(body="<p>Satu.</p><p>Dua.</p><p>Tiga.</p><p>Empat.</p>")
    create_quote(story)
    create_comment(story)
    return story


def test_a_page_weighs_what_a_browser_would_fetch_for_it(live_server, story):
    weighed = weight.weigh(live_server.thread.port, story.get_absolute_url())

    names = {path.rpartition("/")[2] for path in weighed}
    assert names == {"", "comfort.js", "site.css", "site.js", "icon.svg", "who.js", "saved.js", "replies.js"}
    assert all(weighed.values()) and len(weighed) <= weight.REQUESTS


def test_what_is_seen_first_ends_with_the_first_paragraphs(client, story):
    page = client.get(story.get_absolute_url()).text

    assert 500 < weight.first_sight(page) < weight.first_sight(page.replace("Tiga.", "Tiga. " + page[:3000]))
    assert weight.first_sight(page) == weight.first_sight(page.replace("Empat.", page[:3000]))


def test_other_hosts_are_noticed():
    page = '<link rel="stylesheet" href="/static/a.css"><script src="https://elsewhere.example/b.js"></script>'

    assert set(weight.others(page)) == {"https://elsewhere.example/b.js"}

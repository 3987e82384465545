from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.forms import SearchForm
from tests.factories import (
    create_article,
    create_published,
    create_quote,
    create_section,
    create_speaker,
    create_tag,
)


def found(client, words, **filters) -> list[str]:
    """Headlines of the stories that a search finds, best first."""
    response = client.get("/search/", {"q": words, **filters})
    assert response.status_code == 200
    return [article.headline for article in response.context["stories"]]


def test_indexes_take_what_was_found_for_the_search_itself_and_leave_out_its_further_pages(client):
    first, second = (client.get("/search/", {"q": "kapal", **rest}).text for rest in ({}, {"before": "1.0,1"}))

    assert f'<link rel="canonical" href="{settings.SITE_URL}/search/">' in first
    assert ['name="robots" content="noindex"' in page for page in (first, second)] == [False, True]


def test_indonesian_words_are_found_in_their_other_forms(client):
    create_published(headline="Nelayan membangun dermaga", language="id")

    assert found(client, "pembangunan dermaga") == ["Nelayan membangun dermaga"]


def test_english_words_are_found_in_their_other_forms(client):
    create_published(headline="Fishermen are landing tuna", language="en")

    assert found(client, "landed") == ["Fishermen are landing tuna"]


def test_other_languages_are_found_word_by_word(client):
    create_published(headline="어부가 참치를 잡다", language="ko")

    assert found(client, "참치를") == ["어부가 참치를 잡다"]


def test_headline_weighs_more_than_standfirst_and_that_more_than_the_text(client):
    create_published(headline="Satu", body="<p>Mercusuar</p>", hours_ago=1)
    create_published(headline="Dua", standfirst="Mercusuar", hours_ago=2)
    create_published(headline="Tiga: mercusuar", hours_ago=3)

    assert found(client, "mercusuar") == ["Tiga: mercusuar", "Dua", "Satu"]


def test_of_two_equal_matches_the_newer_stands_first(client):
    create_published(headline="Pasang laut lama", hours_ago=24 * 400)
    create_published(headline="Pasang laut baru", hours_ago=24)

    assert found(client, "pasang laut") == ["Pasang laut baru", "Pasang laut lama"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("kapal feri", {"Kapal feri baru", "Feri dan kapal"}),
        ('"kapal feri"', {"Kapal feri baru"}),
        ("feri -baru", {"Feri dan kapal"}),
        ("baru or malam", {"Kapal feri baru"}),
    ],
)
def test_websearch_syntax(client, words, expected):
    create_published(headline="Kapal feri baru")
    create_published(headline="Feri dan kapal")

    assert set(found(client, words)) == expected


def test_exclusion_holds_in_every_language(client):
    create_published(headline="Harbour opening", language="en")

    assert found(client, "harbour -opened") == []


@pytest.fixture
def _waves():
    """Three stories of the sea, each with a quote, that no two filters tell apart in the same way."""
    section, tag = create_section(slug="kota"), create_tag(slug="laut")
    with time_machine.travel(datetime(2026, 11, 17, 5, tzinfo=UTC), tick=False):
        stories = [
            create_published(headline="Ombak satu", section=section, hours_ago=1),
            create_published(headline="Ombak dua", tags=[tag], hours_ago=24 * 10),
            create_published(headline="Ombak wave", language="en", hours_ago=24 * 100),
        ]
        for story in stories:
            create_quote(story, exact=f"Ombak, kata {story.headline}.", language=story.language)


FILTERS = [
    ({"section": "kota"}, {"satu"}),
    ({"tag": "laut"}, {"dua"}),
    ({"language": "en"}, {"wave"}),
    ({"since": "2026-11-07"}, {"satu", "dua"}),
    ({"until": "2026-11-07"}, {"dua", "wave"}),
    ({"since": "2026-11-07", "until": "2026-11-07"}, {"dua"}),
    ({"since": "2026-11-08", "until": "2026-11-16"}, set()),
    ({"section": "kota", "language": "en"}, set()),
]


@pytest.mark.parametrize(("filters", "expected"), FILTERS)
@pytest.mark.usefixtures("_waves")
def test_filters_narrow_stories_and_quotes(client, filters, expected):
    together = client.get("/search/", {"q": "ombak", **filters}).context
    quotes = client.get("/search/", {"q": "ombak", "kind": "quotes", **filters}).context["quotes"]

    assert {story.headline.split()[1] for story in together["stories"]} == expected
    assert {quote.exact.split()[-1].strip(".") for quote in together["quotes"]} == expected
    assert {quote.exact.split()[-1].strip(".") for quote in quotes} == expected


def test_excerpt_marks_the_words_and_is_safe(client):
    create_published(headline="Aman", body="<p>5 &lt; 6 &amp; <strong>mercusuar</strong> &lt;script&gt; tua</p>")

    page = client.get("/search/?q=mercusuar").text

    assert "5 &lt; 6 &amp; <mark>mercusuar</mark> &lt;script&gt; tua" in page


def test_people_and_quotes_are_found(client):
    article = create_published()
    create_quote(article, exact="Mercusuar itu rumah kami.", speaker=create_speaker(name="Sri Lentera", slug="sri"))

    assert "/people/sri/" in client.get("/search/?q=lentera+sri").text
    assert "Mercusuar itu rumah kami." in client.get("/search/?q=rumah").text


def test_drafts_are_not_found(client):
    create_article(headline="Mercusuar rahasia")

    assert found(client, "mercusuar") == []


@pytest.mark.parametrize("words", ["", "dan", "***", "'", '"', "a & b | !c", "-", "🛥", "%", "x" * 200, "\u202e"])
def test_odd_words_find_something_or_nothing(client, words):
    create_published()

    assert client.get("/search/", {"q": words}).status_code == 200


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("q", "x" * 201),
        ("q", "a\0b"),
        ("section", "tidak-ada"),
        ("section", "\0"),
        ("tag", "tidak-ada"),
        ("since", "kemarin"),
        ("since", "0001-01-01"),
        ("until", "9999-12-31"),
        ("until", "2026-02-30"),
        ("language", "xx"),
        ("kind", "lain"),
    ],
)
def test_bad_field_gets_a_message_and_keeps_what_was_typed(client, field, value):
    response = client.get("/search/", {"q": "kapal", field: value})

    assert response.status_code == 422
    assert "errorlist" in response.text
    assert response.context["form"][field].value() == value


@pytest.mark.parametrize("narrowed", [{}, {"tag": "laut"}], ids=["all", "a tag's"])
def test_ranking_looks_at_a_bounded_number_of_stories_and_pages_reach_the_others(client, monkeypatch, narrowed):
    monkeypatch.setattr(SearchForm, "WINDOW", 25)
    now, tag = timezone.now(), create_tag(name="laut", slug="laut")
    for n in range(60):
        story = create_article(headline=f"Mercusuar nomor {n}")
        story.publish(at=now - timedelta(hours=n))
        story.tags.add(tag)

    seen, key = [], ""
    while True:
        query = {"q": "mercusuar", "kind": "stories", "before": key, **narrowed}
        page = client.get("/search/", query).context["page"]
        seen += [article.headline for article in page]
        key = page.next
        if not key:
            break

    assert len(seen) == len(set(seen)) == 60


def test_last_day_before_the_first_is_told_at_its_field(client):
    response = client.get("/search/", {"q": "kapal", "since": "2026-11-07", "until": "2026-11-06"})

    assert response.status_code == 422
    assert response.context["form"].errors["until"] == ["This day lies before the first one."]


@pytest.mark.parametrize("key", ["x", "1,x", ";", "x;1,1", "2026,1", "\0", ","])
@pytest.mark.parametrize(("kind", "parameter"), [("stories", "before"), ("quotes", "before"), ("people", "after")])
def test_damaged_key_is_a_400_and_never_a_500(client, kind, parameter, key):
    create_published(headline="Kapal")

    response = client.get("/search/", {"q": "kapal", "kind": kind, parameter: key})

    assert response.status_code in (200, 400)


def test_quotes_page_by_key_and_miss_nothing(client, monkeypatch):
    monkeypatch.setattr(SearchForm, "WINDOW", 25)
    now = timezone.now()
    for n in range(45):
        story = create_article()
        story.publish(at=now - timedelta(hours=n // 2))
        create_quote(story, exact=f"Mercusuar nomor {n}.")

    seen, key = [], ""
    while True:
        page = client.get("/search/", {"q": "mercusuar", "kind": "quotes", "before": key}).context["page"]
        seen += [quote.exact for quote in page]
        key = page.next
        if not key:
            break

    assert len(seen) == len(set(seen)) == 45


def test_people_page_by_name(client):
    story = create_published()
    for n in range(25):
        create_quote(story, speaker=create_speaker(name=f"Sri {n:02}"))

    first = client.get("/search/?q=sri&kind=people").context["page"]
    second = client.get("/search/", {"q": "sri", "kind": "people", "after": first.next}).context["page"]

    assert [speaker.name for speaker in [*first, *second]] == [f"Sri {n:02}" for n in range(25)]


@pytest.mark.parametrize(
    "query",
    [
        *("", "&kind=stories", "&kind=quotes", "&kind=people"),
        *("&tag=laut&section=kota&language=id&since=2020-01-01", "&kind=stories&tag=laut&section=kota"),
    ],
)
def test_search_asks_four_things_at_most(client, query):
    section, tag = create_section(slug="kota"), create_tag(slug="laut")
    for _each in range(3):
        story = create_published(headline="Ombak", section=section, tags=[tag, create_tag(name=f"Ombak {_each}")])
        create_quote(story, exact=f"Ombak {_each}.", speaker=create_speaker(name=f"Ombak {_each}"))

    with CaptureQueriesContext(connection) as captured:
        assert client.get(f"/search/?q=ombak{query}").status_code == 200

    assert len(captured) <= 4

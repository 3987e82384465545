from datetime import timedelta

import pytest
from django.utils import timezone

from articles.forms import SearchForm
from tests.factories import create_article, create_published, create_quote, create_section, create_speaker, create_tag


def found(client, words, **filters) -> list[str]:
    """Headlines of the stories that a search finds, best first."""
    response = client.get("/search/", {"q": words, **filters})
    assert response.status_code == 200
    return [article.headline for article in response.context["page"]]


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


def test_filters_by_section_tag_and_time(client):
    section, tag = create_section(slug="kota"), create_tag(slug="laut")
    create_published(headline="Ombak satu", section=section, hours_ago=1)
    create_published(headline="Ombak dua", tags=[tag], hours_ago=24 * 10)
    create_published(headline="Ombak tiga", hours_ago=24 * 100)

    assert found(client, "ombak", section="kota") == ["Ombak satu"]
    assert found(client, "ombak", tag="laut") == ["Ombak dua"]
    assert set(found(client, "ombak", since="month")) == {"Ombak satu", "Ombak dua"}


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
    ],
)
def test_bad_field_gets_a_message_and_keeps_what_was_typed(client, field, value):
    response = client.get("/search/", {"q": "kapal", field: value})

    assert response.status_code == 422
    assert "errorlist" in response.text
    assert response.context["form"][field].value() == value


def test_ranking_looks_at_a_bounded_number_of_stories_and_pages_reach_the_others(client, monkeypatch):
    monkeypatch.setattr(SearchForm, "WINDOW", 25)
    now = timezone.now()
    for n in range(60):
        create_article(headline=f"Mercusuar nomor {n}").publish(at=now - timedelta(hours=n))

    seen, key = [], ""
    while True:
        page = client.get("/search/", {"q": "mercusuar", "before": key}).context["page"]
        seen += [article.headline for article in page]
        key = page.next
        if not key:
            break

    assert len(seen) == len(set(seen)) == 60

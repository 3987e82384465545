import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from articles.models import Citation, Quote
from tests.factories import (
    create_author,
    create_citation,
    create_photo,
    create_published,
    create_quote,
    create_source,
    create_speaker,
    create_tag,
)


def test_story_shows_all_that_an_editor_gave_it(client):
    article = create_published(
        headline="Jembatan dibuka",
        standfirst="Setelah dua tahun.",
        body="<h2>Warga lega</h2><p>Isi.</p>",
        tags=[create_tag(name="Kota")],
        authors=[create_author(name="Ani"), create_author(name="Budi")],
        lead_photo=create_photo(alt="Jembatan kayu", caption="Dilihat dari dermaga.", credit="Wayan"),
        rights="Hak cipta Radio Bahari",
    )

    page = client.get(article.get_absolute_url()).text

    for part in ("Jembatan dibuka", "Setelah dua tahun.", "<h2>Warga lega</h2>", "Kota", "Ani", "Budi"):
        assert part in page
    for part in ('alt="Jembatan kayu"', "Dilihat dari dermaga.", "Wayan", "Hak cipta Radio Bahari", "WIB"):
        assert part in page


def test_chain_of_sources_is_shown_in_order_and_counts_its_origins(client):
    article = create_published()
    portal = create_citation(article, source=create_source(name="Portal Senja"), part=Citation.Part.BASED_ON)
    agency = create_citation(article, source=create_source(name="Agen Satu"), via=portal)
    other = create_citation(article, source=create_source(name="Agen Dua"), via=portal)
    origin = create_source(name="Kantor Pusat")
    create_citation(article, source=origin, via=agency)
    create_citation(article, source=origin, via=other, title="Siaran kedua")

    response = client.get(article.get_absolute_url())

    assert [[step.source.name for step in chain] for chain in response.context["chains"]] == [
        ["Kantor Pusat", "Agen Satu", "Portal Senja"],
        ["Kantor Pusat", "Agen Dua", "Portal Senja"],
    ]
    assert response.context["origins"] == [origin]


def test_quotes_of_a_story_name_speaker_role_and_way(client):
    article = create_published()
    citation = create_citation(article, source=create_source(name="Radio Bahari"))
    create_quote(article, speaker=create_speaker(name="Sri Lentera"), role="kepala pelabuhan", citation=citation)

    page = client.get(article.get_absolute_url()).text

    assert "Sri Lentera" in page
    assert "kepala pelabuhan" in page
    assert "Radio Bahari" in page


def test_quote_page_shows_the_chain_from_its_own_source_on(client):
    article = create_published()
    portal = create_citation(article)
    agency = create_citation(article, via=portal)
    create_citation(article, via=agency)
    quote = create_quote(article, citation=agency)

    assert client.get(quote.get_absolute_url()).context["chain"] == [agency, portal]


def test_withdrawn_quote_keeps_its_address_and_says_why(client):
    quote = create_quote(create_published())
    quote.status, quote.withdrawal_reason = Quote.Status.WITHDRAWN, "Rekaman menunjukkan kata lain."
    quote.save()

    response = client.get(quote.get_absolute_url())

    assert response.status_code == 410
    assert "Rekaman menunjukkan kata lain." in response.text


def test_retracted_story_answers_410_with_the_reason(client):
    article = create_published(headline="Kabar keliru")
    article.retract(reason="Saksi ternyata tidak ada.")

    response = client.get(article.get_absolute_url())

    assert response.status_code == 410
    assert "Saksi ternyata tidak ada." in response.text
    assert "Kabar keliru" not in client.get("/").text


def test_story_marks_its_language(client):
    article = create_published(language="en")

    assert re.search(r'<article class="[^"]*story[^"]*"[^>]* lang="en"', client.get(article.get_absolute_url()).text)


def test_bare_story_still_has_its_page(client):
    article = create_published(standfirst="", body="")

    assert client.get(article.get_absolute_url()).status_code == 200


def test_empty_newspaper_says_so_on_every_list(client):
    for address in ("/", "/latest/", "/tags/", "/sources/", "/people/", "/quotes/"):
        response = client.get(address)
        assert response.status_code == 200
        assert 'class="empty"' in response.text


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (364, None),
        (366, "This story is more than a year old."),
        (729, "This story is more than a year old."),
        (732, "This story is more than 2 years old."),
    ],
)
def test_old_story_says_at_its_top_how_old_it_is(client, days, sentence):
    page = client.get(create_published(hours_ago=24 * days).get_absolute_url()).text

    if sentence:
        assert page.index(sentence) < page.index('class="story__body')
    else:
        assert "story__age" not in page


def test_kept_page_of_a_story_ends_when_the_story_is_a_year_old(client):
    story = create_published(hours_ago=1)
    birthday = story.first_published_at.replace(year=story.first_published_at.year + 1)

    with time_machine.travel(birthday - timedelta(minutes=10), tick=False):
        kept = client.get(story.get_absolute_url())
    with time_machine.travel(birthday, tick=False):
        after = client.get(story.get_absolute_url())

    assert "s-maxage=600" in kept.headers["Cache-Control"] and "story__age" not in kept.text
    assert "This story is more than a year old." in after.text


def test_story_of_a_leap_day_is_a_year_old_on_the_first_of_march(client):
    with time_machine.travel(datetime(2024, 2, 29, 5, tzinfo=UTC), tick=False):
        story = create_published(hours_ago=0)

    for day, is_old in ((datetime(2025, 2, 28, 12, tzinfo=UTC), False), (datetime(2025, 3, 1, 5, tzinfo=UTC), True)):
        with time_machine.travel(day, tick=False):
            assert ("story__age" in client.get(story.get_absolute_url()).text) is is_old

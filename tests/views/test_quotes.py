import pytest

from articles.models import Likeness, Quote
from tests.factories import (
    create_citation,
    create_published,
    create_quote,
    create_source,
    create_speaker,
    create_tag,
)

WORDS = "Kami akan membangun kembali dermaga lama sebelum musim angin barat."


def test_quotation_in_the_text_links_to_who_said_it(client):
    article = create_published()
    quote = create_quote(article, exact=WORDS, speaker=create_speaker(name="Sri Lentera"))

    page = client.get(article.get_absolute_url()).text

    assert f'<q id="q{quote.pk}" cite="{quote.get_absolute_url()}">{WORDS}</q>”<a class="who"' in page
    assert f'id="quote-{quote.pk}"' in page
    assert "Sri Lentera" in page


def test_reworded_quote_keeps_its_address_and_says_what_changed(client):
    article = create_published()
    quote = create_quote(article, exact=WORDS)
    quote.exact = WORDS.replace("barat", "timur")
    quote.save()
    article.body = article.body.replace("barat", "timur")
    article.save()

    page = client.get(quote.get_absolute_url()).text

    assert "<del>barat</del>" in page
    assert "musim angin timur." in page


def test_quote_whose_words_left_the_story_says_so(client):
    article = create_published()
    quote = create_quote(article, exact=WORDS)
    article.body = "<p>Lain.</p>"
    article.save()

    assert 'role="note"' in client.get(quote.get_absolute_url()).text


def test_wording_of_a_draft_is_not_kept():
    from tests.factories import create_article

    quote = create_quote(create_article(), exact=WORDS)
    quote.exact = "Lain."
    quote.save()

    assert not quote.former_wordings.exists()


def test_same_words_elsewhere_are_shown_only_when_an_editor_confirmed_them(client, editor):
    one = create_quote(create_published(), exact=WORDS)
    other = create_quote(create_published(headline="Berita kedua"), exact=WORDS.replace("barat", "timur"))
    other.find_likenesses()

    assert "Berita kedua" not in client.get(one.get_absolute_url()).text
    Likeness.objects.get().confirm(by=editor)
    page = client.get(one.get_absolute_url()).text
    assert "Berita kedua" in page
    assert "<ins>timur</ins>" in page


@pytest.fixture
def speaker():
    """Someone quoted in two years and three stories, one of them tagged."""
    speaker = create_speaker(slug="sri")
    create_quote(create_published(hours_ago=24 * 800), exact="Kutipan lama.", speaker=speaker)
    create_quote(create_published(tags=[create_tag(slug="laut")]), exact="Kutipan bertagar.", speaker=speaker)
    create_quote(create_published(slug="ketiga"), exact="Kutipan ketiga.", speaker=speaker)
    return speaker


def shown(client, **filters):
    return {quote.exact for quote in client.get("/people/sri/", filters).context["page"]}


def test_quotes_of_a_person_by_year_topic_and_story(client, speaker):
    old = speaker.quotes.get(exact="Kutipan lama.")
    story = Quote.objects.get(exact="Kutipan ketiga.").article

    assert shown(client, year=old.published_at.year) == {"Kutipan lama."}
    assert shown(client, tag="laut") == shown(client, tag="Laut") == {"Kutipan bertagar."}
    assert shown(client, story=story.pk) == {"Kutipan ketiga."}
    assert len(shown(client)) == 3


@pytest.mark.parametrize("filters", [{"year": "1"}, {"year": "x"}, {"tag": "tidak-ada"}, {"story": "x"}, {"tag": "\0"}])
def test_filter_that_means_nothing_gets_a_message(client, speaker, filters):
    response = client.get("/people/sri/", filters)

    assert response.status_code == 422
    assert "errorlist" in response.text


def test_source_page_tells_what_rests_on_it(client):
    source = create_source(slug="radio")
    article = create_published()
    citation = create_citation(article, source=source, title="Siaran pagi", state="killed")
    create_quote(article, exact=WORDS, citation=citation)

    response = client.get("/sources/radio/")

    assert response.context["sole_origin_count"] == 1
    assert WORDS in response.text
    assert list(response.context["taken_back"]) == [citation.item]

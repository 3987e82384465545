from articles.models import Source, Speaker
from tests.factories import (
    create_article,
    create_citation,
    create_published,
    create_quote,
    create_source,
    create_speaker,
)


def test_merging_two_people_keeps_every_quote_name_and_address(client):
    kept = create_speaker(name="Sri Lentera", slug="sri-lentera")
    lost = create_speaker(name="S. Lentera", slug="s-lentera", aliases=["Bu Sri"])
    quotes = [create_quote(create_published(), speaker=speaker) for speaker in (kept, lost)]

    lost.merge_into(kept)

    assert set(kept.quotes.all()) == set(quotes)
    assert client.get("/people/s-lentera/").headers["Location"] == "/people/sri-lentera/"
    assert list(Speaker.objects.named("Bu Sri")) == list(Speaker.objects.named("S. Lentera")) == [kept]


def test_merging_two_sources_keeps_every_citation_and_address(client):
    kept, lost = create_source(slug="radio-bahari"), create_source(slug="rb-fm", name="RB FM")
    article = create_published()
    link = "https://radio.example/1"
    one = create_citation(article, source=kept, url=link)
    twin = create_citation(article, source=lost, url=link)
    create_citation(article, via=twin)
    quote = create_quote(article, citation=twin)
    elsewhere = create_citation(create_article(), source=lost, title="Lain")

    lost.merge_into(kept)

    assert client.get("/sources/rb-fm/").headers["Location"] == "/sources/radio-bahari/"
    assert list(Source.objects.named("RB FM")) == [kept]
    quote.refresh_from_db()
    assert quote.citation == one
    assert article.citations.exclude(pk=one.pk).get().via == one
    elsewhere.refresh_from_db()
    assert elsewhere.source == elsewhere.item.source == kept

"""Linked data made from rows: right terms, right relations, and no question to the database."""

from datetime import date, timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from articles.interchange import jsonld
from articles.models import Article, Citation, Quote, Source, Speaker
from articles.models.beside import beside
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
from tests.schema_org import check


def whole(article) -> tuple:
    """A story and the rows beside it, as its page loads them."""
    story = Article.objects.for_page().get(pk=article.pk)
    rows = beside(story.pk, story.original_id, timezone.now(), [], [])
    return story, {name: list(each) for name, each in rows.items()}


def only(nodes, kind) -> dict:
    (node,) = [node for node in nodes if node["@type"] == kind]
    return node


@pytest.fixture
def article():
    """A rewritten agency story: KCNA → AFP → portal → us, and a document beside."""
    article = create_published(
        headline="Feri berlayar",
        section=create_section(name="Kota"),
        tags=[create_tag(name="laut")],
        authors=[create_author(name="Ani", job_title="Wartawan kota")],
        lead_photo=create_photo(caption="Kapal."),
        rights="Hak cipta AFP",
    )
    portal = create_citation(
        article,
        source=create_source(name="Portal"),
        part=Citation.Part.BASED_ON,
        title="Laporan",
        url="https://p.example/",
    )
    afp = create_citation(article, source=create_source(name="AFP", kind=Source.Kind.AGENCY), via=portal)
    kcna = create_citation(
        article, source=create_source(name="KCNA", kind=Source.Kind.AGENCY), via=afp, published_on=date(2026, 9, 13)
    )
    paper = create_source(name="Lembaran Kota", kind=Source.Kind.DOCUMENTS)
    create_citation(article, source=paper, part=Citation.Part.DOCUMENT, title="Nomor 45")
    create_quote(
        article,
        exact="Kami berlayar.",
        speaker=create_speaker(name="Raka", slug="raka", wikidata_id="Q42", aliases=["Kapten Raka"]),
        role="nakhoda",
        citation=kcna,
        said_on=date(2026, 9, 13),
        said_on_precision=Quote.Precision.MONTH,
    )
    return article


def test_story_says_what_google_and_schema_org_ask_for(article, django_assert_num_queries):
    rows = whole(article)
    with django_assert_num_queries(0):
        nodes = check(jsonld.story_page(*rows))
    story = only(nodes, "NewsArticle")
    address = f"{settings.SITE_URL}{article.get_absolute_url()}"

    assert story["headline"] == "Feri berlayar"
    assert story["datePublished"] == timezone.localtime(article.first_published_at).isoformat(timespec="seconds")
    assert story["datePublished"].endswith("+07:00")
    assert story["author"] == [
        {
            "@type": "Person",
            "name": "Ani",
            "url": f"{settings.SITE_URL}{article.bylines.get().author.get_absolute_url()}",
            "jobTitle": "Wartawan kota",
        }
    ]
    assert story["publisher"]["@type"] == "NewsMediaOrganization"
    assert story["publisher"]["name"] == settings.SITE_NAME
    assert story["image"][0]["url"].startswith(settings.SITE_URL)
    assert story["mainEntityOfPage"]["@id"] == story["url"] == address
    assert (story["inLanguage"], story["articleSection"], story["keywords"]) == ("id", "Kota", ["laut"])
    assert (story["isAccessibleForFree"], story["commentCount"]) == (True, 0)


def test_rewritten_agency_story_names_what_it_is_based_on_and_what_it_cites(article):
    nodes = check(jsonld.story_page(*whole(article)))
    story = only(nodes, "NewsArticle")

    assert "ReportageNewsArticle" not in str(nodes)
    (based_on,) = story["isBasedOn"]
    assert based_on["publisher"]["name"] == "Portal"
    assert (based_on["name"], based_on["url"]) == ("Laporan", "https://p.example/")
    afp, kcna, document = story["citation"]
    assert based_on["isBasedOn"] == [{"@id": afp["@id"]}]
    assert afp["isBasedOn"] == [{"@id": kcna["@id"]}]
    assert kcna["publisher"]["@type"] == "NewsMediaOrganization"
    assert "isBasedOn" not in kcna
    assert document["isPartOf"]["@type"] == "CreativeWorkSeries"


def test_quotation_has_words_speaker_date_and_its_own_source(article):
    nodes = check(jsonld.story_page(*whole(article)))
    story = only(nodes, "NewsArticle")
    (quotation,) = story["hasPart"]
    (quote,) = article.quotes.all()

    assert quotation["text"] == "Kami berlayar."
    assert quotation["url"] == f"{settings.SITE_URL}{quote.get_absolute_url()}"
    assert quotation["inLanguage"] == "id"
    assert quotation["dateCreated"] == "2026-09"
    assert quotation["isBasedOn"] == {"@id": story["citation"][1]["@id"]}
    speaker = quotation["spokenByCharacter"]
    assert (speaker["@type"], speaker["name"], speaker["jobTitle"]) == ("Person", "Raka", "nakhoda")
    assert speaker["url"] == f"{settings.SITE_URL}/people/raka/"
    assert speaker["sameAs"] == "https://www.wikidata.org/wiki/Q42"


def test_quotes_page_has_the_chain_that_the_words_came_through(article, django_assert_num_queries):
    quote = Quote.objects.with_chain().get()
    chain = quote.chain_among(list(article.citations.with_chain()))
    with django_assert_num_queries(0):
        nodes = check(jsonld.quote_page(quote, chain))
    quotation = only(nodes, "Quotation")
    by_id = {node["@id"]: node for node in nodes if node["@type"] == "CreativeWork"}

    kcna = quotation["isBasedOn"]
    (afp,) = [node for node in by_id.values() if {"@id": kcna["@id"]} in node.get("isBasedOn", [])]
    (portal,) = [node for node in by_id.values() if {"@id": afp["@id"]} in node.get("isBasedOn", [])]
    assert [node["publisher"]["name"] for node in (kcna, afp, portal)] == ["KCNA", "AFP", "Portal"]
    assert quotation["isPartOf"]["headline"] == "Feri berlayar"


def test_someone_unnamed_has_no_name_and_an_institution_is_no_person():
    article = create_published()
    unnamed = create_speaker(
        kind=Speaker.Kind.UNNAMED, slug=None, name="seorang pejabat militer", unnamed_reason="Ia takut."
    )
    create_quote(article, speaker=unnamed, role="pejabat")
    create_quote(article, speaker=create_speaker(kind=Speaker.Kind.INSTITUTION, name="Pelabuhan"), role="otoritas")
    create_quote(article, speaker=None)

    nodes = check(jsonld.story_page(*whole(article)))
    first, second, third = only(nodes, "NewsArticle")["hasPart"]

    assert first["spokenByCharacter"] == {"@type": "Person", "description": "seorang pejabat militer"}
    assert second["spokenByCharacter"]["@type"] == "Organization"
    assert "jobTitle" not in second["spokenByCharacter"]
    assert "spokenByCharacter" not in third


def test_bare_story_says_only_what_it_knows():
    nodes = check(jsonld.story_page(*whole(create_published(standfirst="", body=""))))
    story = only(nodes, "NewsArticle")

    assert story["author"]["name"] == settings.SITE_NAME
    assert not story.keys() & {"description", "image", "articleSection", "keywords", "isBasedOn", "citation", "hasPart"}


def test_change_of_substance_is_the_date_modified():
    article = create_published(hours_ago=5)
    article.updated_at = timezone.now()
    article.save()
    early = create_published(hours_ago=1, updated_at=timezone.now() - timedelta(days=3))

    story, other = (only(jsonld.story_page(*whole(row)), "NewsArticle") for row in (article, early))

    assert story["dateModified"] > story["datePublished"]
    assert other["dateModified"] == other["datePublished"]


@pytest.mark.parametrize(
    ("kind", "type_"),
    [
        (Source.Kind.OUTLET, "NewsMediaOrganization"),
        (Source.Kind.AGENCY, "NewsMediaOrganization"),
        (Source.Kind.BROADCASTER, "NewsMediaOrganization"),
        (Source.Kind.INSTITUTION, "Organization"),
        (Source.Kind.COMPANY, "Corporation"),
        (Source.Kind.DOCUMENTS, "CreativeWorkSeries"),
    ],
)
def test_source_is_the_kind_of_thing_that_it_is(kind, type_, django_assert_num_queries):
    source = create_source(kind=kind, home_page="https://sumber.example/", aliases=["Sumber"])
    with django_assert_num_queries(0):
        node, _trail = check(jsonld.source_page(source))[:2]

    assert node["@type"] == type_
    assert node["url"] == "https://sumber.example/"
    assert node["mainEntityOfPage"] == f"{settings.SITE_URL}{source.get_absolute_url()}"


def test_speakers_page_has_the_person_with_all_quotations(article, django_assert_num_queries):
    speaker = Speaker.objects.get(slug="raka")
    quotes = list(Quote.objects.public().of_speaker(speaker).with_chain())
    with django_assert_num_queries(0):
        nodes = check(jsonld.speaker_page(speaker, quotes))
    page = only(nodes, "ProfilePage")

    assert page["mainEntity"]["@type"] == "Person"
    assert page["mainEntity"]["alternateName"] == ["Kapten Raka"]
    (quotation,) = page["hasPart"]
    assert quotation["spokenByCharacter"] == {"@id": page["mainEntity"]["@id"]}
    assert quotation["isPartOf"]["headline"] == "Feri berlayar"


def test_front_page_says_how_to_search(django_assert_num_queries):
    with django_assert_num_queries(0):
        nodes = check(jsonld.front_page())
    site = only(nodes, "WebSite")

    assert site["potentialAction"]["target"]["urlTemplate"] == f"{settings.SITE_URL}/search/?q={{search_term_string}}"
    assert "search_term_string" in site["potentialAction"]["query-input"]


def test_trail_leads_from_the_front_page_through_the_section_to_the_story(article):
    nodes = check(jsonld.story_page(*whole(article)))
    steps = only(nodes, "BreadcrumbList")["itemListElement"]

    assert [(step["position"], step["name"]) for step in steps] == [
        (1, settings.SITE_NAME),
        (2, "Kota"),
        (3, "Feri berlayar"),
    ]
    assert steps[0]["item"] == f"{settings.SITE_URL}/"

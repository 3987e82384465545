"""What each page says to programs in its head and in its block of linked data."""

import json
import re

import pytest
from django.conf import settings

from tests.factories import (
    create_article,
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

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)
LISTS = ["/", "/latest/", "/tags/", "/sources/", "/people/", "/quotes/"]


@pytest.fixture
def rows():
    section, tag, author = create_section(), create_tag(), create_author(biography="Menulis tentang laut.")
    article = create_published(section=section, tags=[tag], authors=[author], lead_photo=create_photo())
    citation = create_citation(article, source=create_source(description="Kantor berita."))
    quote = create_quote(article, citation=citation, speaker=create_speaker(description="Nakhoda."))
    return {
        "article": article,
        "section": section,
        "tag": tag,
        "author": author,
        "source": citation.source,
        "speaker": quote.speaker,
        "quote": quote,
    }


def linked_data(page: str) -> list:
    (block,) = BLOCK.findall(page)
    return check(json.loads(block))


def meta(page: str) -> dict:
    """The page's meta elements, by name or property."""
    head = page.partition("</head>")[0]
    return dict(re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"', head))


def test_every_page_is_described_in_schema_orgs_words(client, rows):
    described = {
        "article": {"NewsArticle", "Quotation", "Person", "BreadcrumbList"},
        "section": {"BreadcrumbList"},
        "tag": {"BreadcrumbList"},
        "author": {"ProfilePage", "Person", "BreadcrumbList"},
        "source": {"NewsMediaOrganization", "BreadcrumbList"},
        "speaker": {"ProfilePage", "Person", "Quotation", "BreadcrumbList"},
        "quote": {"Quotation", "Person", "NewsArticle", "CreativeWork", "BreadcrumbList"},
    }
    for noun, row in rows.items():
        nodes = linked_data(client.get(row.get_absolute_url()).text)
        assert {node["@type"] for node in nodes} >= described[noun], noun
    assert {node["@type"] for node in linked_data(client.get("/").text)} >= {"WebSite", "SearchAction"}


def test_every_page_has_one_canonical_address_its_own(client, rows):
    for address in [*LISTS, *(row.get_absolute_url() for row in rows.values())]:
        page = client.get(
            address, {"utm_source": "x", "replies": "1"} if "articles" in address else {"utm_source": "x"}
        )
        assert re.findall(r'<link rel="canonical" href="([^"]*)"', page.text) == [f"{settings.SITE_URL}{address}"]


def test_second_page_of_a_list_is_an_address_of_its_own(client):
    section = create_section(slug="kota")
    for _each in range(21):
        create_published(section=section)

    key = re.search(r'rel="next" href="\?before=([^"]*)"', client.get("/sections/kota/").text)[1]
    page = client.get(f"/sections/kota/?before={key}&utm_source=x").text

    assert re.findall(r'rel="canonical" href="([^"]*)"', page) == [f"{settings.SITE_URL}/sections/kota/?before={key}"]


def test_every_page_can_be_shared_with_title_address_and_kind(client, rows):
    kinds = {"article": "article", "author": "profile", "speaker": "profile"}
    for noun, row in rows.items():
        found = meta(client.get(row.get_absolute_url()).text)
        assert found["og:title"], noun
        assert found["og:url"] == f"{settings.SITE_URL}{row.get_absolute_url()}", noun
        assert found["og:type"] == kinds.get(noun, "website"), noun
        assert found["og:site_name"] == settings.SITE_NAME
        assert found["twitter:card"] == ("summary_large_image" if noun in ("article", "quote") else "summary")
        assert found.get("description") == found.get("og:description")
    for address in LISTS:
        assert meta(client.get(address).text)["og:title"], address


def test_story_is_shared_with_its_picture_and_dates(client, rows):
    article = rows["article"]
    found = meta(client.get(article.get_absolute_url()).text)

    assert found["og:image"] == f"{settings.SITE_URL}{article.lead_photo.largest.url}"
    assert (found["og:image:width"], found["og:image:height"]) == ("40", "30")
    assert found["og:image:alt"] == "Kapal di dermaga"
    assert found["article:published_time"].endswith("+07:00")
    assert found["article:section"] == rows["section"].name
    plain = create_published()
    assert meta(client.get(plain.get_absolute_url()).text)["og:image"].endswith(f"{plain.get_absolute_url()}card.png")


def test_pictures_on_other_hosts_keep_their_address(client, rows, settings):
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"base_url": "https://media.example/"},
        }
    }

    assert meta(client.get(rows["article"].get_absolute_url()).text)["og:image"].startswith("https://media.example/")


def test_nothing_in_a_headline_ends_the_block(client):
    hostile = "</script><script>alert(1)</script> & <!-- “kata”"
    article = create_published(headline=hostile, section=create_section(name="<!--<script>"))
    quote = create_quote(article, exact=f"{hostile} kata", role=hostile)

    for row in (article, quote):
        page = client.get(row.get_absolute_url()).text
        assert "<script>" not in page
        (block,) = BLOCK.findall(page)
        assert not set("<>&") & set(block)
        assert hostile in json.dumps(json.loads(block), ensure_ascii=False)


def test_preview_of_a_draft_has_a_page(desk):
    article = create_article(headline="Belum terbit")

    assert desk.get(f"/admin/articles/article/{article.pk}/preview/").status_code == 200


def test_what_was_taken_back_is_not_described(client, rows):
    address = rows["article"].get_absolute_url()
    rows["article"].retract(reason="Keliru.")

    page = client.get(address)

    assert page.status_code == 410
    assert not BLOCK.search(page.text)
    assert meta(page.text)["robots"] == "noindex"

"""What every reader's page has in common."""

import pytest
from django.test import Client

from articles.models import Quote
from tests.factories import (
    create_article,
    create_author,
    create_citation,
    create_comment,
    create_photo,
    create_published,
    create_quote,
    create_section,
    create_source,
    create_speaker,
    create_tag,
)


@pytest.fixture
def paper():
    """A small newspaper: one row of everything, and the address of each kind of page."""
    section, tag, author = create_section(), create_tag(), create_author()
    article = create_published(section=section, tags=[tag], authors=[author], lead_photo=create_photo())
    citation = create_citation(article, source=create_source())
    quote = create_quote(article, citation=citation, speaker=create_speaker())
    comment = create_comment(article)
    rows = {"section": section, "tag": tag, "author": author, "article": article, "quote": quote, "comment": comment}
    rows |= {"source": citation.source, "speaker": quote.speaker}
    addresses = {noun: row.get_absolute_url() for noun, row in rows.items()}
    lists = {"home": "/", "latest": "/latest/", "tags": "/tags/", "sources": "/sources/", "people": "/people/"}
    return rows, addresses | lists | {"quotes": "/quotes/", "search": "/search/?q=kabar"}


def test_every_page_is_the_same_bytes_for_every_anonymous_reader(paper):
    _rows, addresses = paper
    for address in addresses.values():
        one = Client().get(address)
        other = Client(headers={"cookie": "sessionid=junk; csrftoken=junk", "accept-language": "en"}).get(address)

        assert one.status_code == 200, address
        assert one.content == other.content, address
        assert not one.cookies, address
        assert "Cookie" not in one.headers.get("Vary", ""), address
        assert "csrf" not in one.text, address
        assert one.headers["Cache-Control"].startswith("public, max-age=0, must-revalidate, s-maxage="), address


def test_signed_in_editor_sees_what_every_reader_sees(paper, desk):
    _rows, addresses = paper
    for address in addresses.values():
        assert desk.get(address).content == Client().get(address).content, address


def test_every_page_carries_the_strict_policy_and_nothing_inline(paper, client):
    _rows, addresses = paper
    for address in addresses.values():
        response = client.get(address)
        policy = response.headers["Content-Security-Policy"]

        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        for inline in ("<script>", "<style", " style=", " onclick=", "javascript:"):
            assert inline not in response.text, (address, inline)


def test_no_page_asks_another_host_for_anything(paper, client):
    _rows, addresses = paper
    for address in addresses.values():
        page = client.get(address).text
        for part in ('src="http', 'src="//', 'rel="stylesheet" href="http', "@import"):
            assert part not in page, (address, part)


def test_page_answers_304_to_its_own_tag(paper, client):
    _rows, addresses = paper
    tag = client.get(addresses["article"]).headers["ETag"]

    assert client.get(addresses["article"], headers={"if-none-match": tag}).status_code == 304


def test_pages_take_no_posts(paper, client):
    _rows, addresses = paper
    for address in addresses.values():
        assert client.post(address).status_code == 405, address


def test_nothing_of_an_unpublished_story_is_on_any_page(paper, client):
    rows, addresses = paper
    secret = {"headline": "Rahasia besar", "section": rows["section"], "tags": [rows["tag"]]}
    for article in (create_article(**secret), create_published(hours_ago=-1, **secret)):
        create_quote(article, exact="Rahasia besar sekali.", speaker=rows["speaker"])
        create_citation(article, source=rows["source"])

    for address in [*addresses.values(), "/search/?q=rahasia"]:
        assert "Rahasia besar" not in client.get(address).text, address


def test_unpublished_story_its_quotes_and_its_comments_are_404(client):
    article = create_published()
    rows = [create_quote(article), create_comment(article), article]
    article.withdraw()

    for row in rows:
        assert client.get(row.get_absolute_url()).status_code == 404


def test_only_accepted_quotes_are_shown(paper, client):
    rows, addresses = paper
    for status in (Quote.Status.PROPOSED, Quote.Status.REJECTED):
        create_quote(rows["article"], exact=f"Usulan {status}.", status=status, speaker=rows["speaker"])

    for noun in ("speaker", "quotes"):
        page = client.get(addresses[noun]).text
        assert "Usulan" not in page
    assert client.get(Quote.objects.get(status="proposed").get_absolute_url()).status_code == 404


def test_what_only_unpublished_stories_know_has_no_page(client):
    article = create_article(tags=[create_tag(slug="rahasia")], authors=[create_author(slug="rahasia")])
    create_quote(article, speaker=create_speaker(slug="rahasia"))
    create_citation(article, source=create_source(slug="rahasia"))

    for noun in ("tags", "people", "sources", "authors"):
        assert client.get(f"/{noun}/rahasia/").status_code == 404


def test_renamed_story_that_is_not_out_yet_keeps_its_new_address_to_itself(client):
    article = create_published(hours_ago=-5, slug="lama")
    old = article.get_absolute_url()
    article.slug = "rahasia"
    article.save()

    assert client.get(old).status_code == 404


def test_source_page_does_not_name_what_only_a_draft_rests_on(client):
    source = create_source(slug="radio")
    create_citation(create_published(), source=source)
    create_citation(create_article(), source=source, title="Siaran rahasia", state="killed")

    assert "Siaran rahasia" not in client.get("/sources/radio/").text

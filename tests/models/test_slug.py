from urllib.parse import urlencode

import pytest

from articles.models import FormerSlug
from tests.factories import (
    create_article,
    create_author,
    create_published,
    create_quote,
    create_section,
    create_source,
    create_speaker,
    create_tag,
)


def test_renamed_section_tag_source_speaker_and_author_redirect(client):
    for create in (create_section, create_tag, create_source, create_speaker, create_author):
        row = create()
        old = row.get_absolute_url()
        row.slug = f"baru-{row.slug}"
        row.save()

        response = client.get(old)

        assert (response.status_code, response.headers["Location"]) == (301, row.get_absolute_url())


def test_renamed_story_redirects_and_keeps_the_query(client):
    article = create_published(slug="lama")
    old = article.get_absolute_url()
    article.slug = "baru"
    article.save()

    response = client.get(old, {"replies": "12"})

    assert response.status_code == 301
    assert response.headers["Location"] == article.get_absolute_url() + "?" + urlencode({"replies": 12})


def test_twice_renamed_tag_redirects_from_both_addresses(client):
    tag = create_tag(slug="satu")
    for slug in ("dua", "tiga"):
        tag.slug = slug
        tag.save()

    assert [client.get(f"/tags/{old}/").headers["Location"] for old in ("satu", "dua")] == ["/tags/tiga/"] * 2


def test_merged_tag_gives_its_stories_and_addresses_to_the_other(client):
    kept, lost = create_tag(slug="korea"), create_tag(slug="negeri-korea")
    both, only = create_published(tags=[kept, lost]), create_published(tags=[lost])

    lost.merge_into(kept)

    assert client.get("/tags/negeri-korea/").headers["Location"] == "/tags/korea/"
    page = client.get("/tags/korea/").text
    assert both.headline in page and only.headline in page


def test_present_row_wins_over_a_former_address(client):
    old = create_tag(slug="laut")
    old.slug = "samudra"
    old.save()
    create_published(tags=[create_tag(slug="laut", name="Laut")])

    assert client.get("/tags/laut/").status_code == 200


def test_draft_leaves_no_former_address():
    article = create_article(slug="rancangan")
    article.slug = "rancangan-dua"
    article.save()

    assert not FormerSlug.objects.exists()


def test_unknown_address_is_404_not_a_redirect(client):
    create_quote(create_published())

    for address in ("/tags/tidak-ada/", "/people/tidak-ada/", "/articles/2020/01/01/tidak-ada/", "/quotes/999999/"):
        assert client.get(address).status_code == 404


@pytest.mark.parametrize("name", ["한국", "كوريا", "🛥", "!!!"])
def test_tag_in_any_letters_or_none_has_a_page_and_a_feed(client, name):
    article = create_published(headline="Kapal asing")
    article.tags.add(name)
    (tag,) = article.tags.all()

    assert "Kapal asing" in client.get(tag.get_absolute_url()).text
    assert client.get(f"{tag.get_absolute_url()}feed.rss").status_code == 200
    assert client.get(article.get_absolute_url()).status_code == 200


def test_number_beyond_any_row_is_404(client):
    for address in ("/quotes/99999999999999999999/", "/comments/99999999999999999999/"):
        assert client.get(address).status_code == 404


def test_merged_tag_does_not_come_back_when_its_name_is_typed_again(desk):
    kept, lost = create_tag(name="Korea", slug="korea"), create_tag(name="Negeri Korea", slug="negeri-korea")
    lost.merge_into(kept)

    assert type(kept).objects.present_names(["negeri korea", "Baru", "Korea"]) == ["Korea", "Baru", "Korea"]

"""Names to choose from while a reader types."""

import pytest

from tests.factories import (
    create_citation,
    create_published,
    create_quote,
    create_series,
    create_source,
    create_speaker,
    create_tag,
)


def names(client, text) -> list[tuple[str, str]]:
    response = client.get("/search/names.json", {"q": text})
    assert response.status_code == 200
    return [(each["name"], each["url"]) for each in response.json()["names"]]


def test_names_begin_as_the_reader_types(client):
    story = create_published(tags=[create_tag(name="Korea Utara", slug="korea-utara")])
    create_quote(story, speaker=create_speaker(name="Kim Koruna", slug="kim"))
    create_citation(story, source=create_source(name="Kantor Korea", slug="kantor"))
    create_series(story, name="Kabar Korea", slug="kabar")
    create_tag(name="Korea Lain")
    create_speaker(name="Korin")

    assert names(client, "kor") == [
        ("Kim Koruna", "/people/kim/"),
        ("Korea Utara", "/tags/korea-utara/"),
        ("Kantor Korea", "/sources/kantor/"),
        ("Kabar Korea", "/series/kabar/"),
    ]
    assert names(client, "ka kor") == [("Kantor Korea", "/sources/kantor/"), ("Kabar Korea", "/series/kabar/")]
    page = client.get("/search/?q=kor").text
    assert '<option value="Korea Utara">tag</option>' in page
    assert 'href="/tags/korea-utara/"' in page


@pytest.mark.parametrize("text", ["", "k", "'", "&|!", "\0", "x" * 5000, "<script>", "kor:* & !"])
def test_odd_beginnings_give_names_or_none(client, text):
    assert names(client, text) == []


def test_names_are_kept_by_caches_and_purged_with_the_names(client):
    create_published(tags=[create_tag(name="Korea")])

    response = client.get("/search/names.json?q=kor")

    assert {"tags", "people", "sources", "series"} <= set(response.headers["Surrogate-Key"].split())
    assert not response.cookies and "s-maxage" in response.headers["Cache-Control"]

"""One search over all that the desk knows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import (
    create_article,
    create_author,
    create_colleague,
    create_comment,
    create_photo,
    create_published,
    create_quote,
    create_source,
    create_speaker,
    create_tag,
)

FIND = "/admin/find/"


def create_all(word="dermaga"):
    """One of each noun that answers to `word`."""
    create_article(headline=f"Perbaikan {word}")
    story = create_published()
    create_quote(story, exact=f"Kami perbaiki {word} besok.")
    create_comment(story, name=f"{word.title()} Utara")
    create_speaker(name=f"Kepala {word.title()}")
    create_source(name=f"Kantor {word.title()}")
    create_photo(alt=f"Kapal di {word}")
    create_tag(name=word)
    create_author(name=f"{word.title()} Sari")


def groups(client, text) -> dict:
    return {group.name: group for group in client.get(FIND, {"q": text}).context["groups"]}


def queries(client, text) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(FIND, {"q": text}).status_code == 200
    return len(captured)


@pytest.mark.parametrize("text", ["dermaga", "Derma"])
def test_every_noun_is_found_by_its_words_or_their_beginning(desk, text):
    create_all()
    create_all("pasar")

    found = groups(desk, text)

    assert [*found] == ["stories", "quotes", "speakers", "sources", "comments", "photos", "tags", "authors"]
    assert {group.count for group in found.values()} <= {1, 2}
    page = desk.get(FIND, {"q": text}).content.decode()
    assert "Perbaikan dermaga" in page and "pasar" not in page.split("data-found")[1]


def test_each_row_and_each_link_to_all_of_them_opens(desk):
    create_all()
    for n in range(8):
        create_tag(name=f"dermaga {n}")

    for group in groups(desk, "dermaga").values():
        assert desk.get(group.rows[0]["address"], follow=True).status_code == 200
        assert desk.get(group.address).context["cl"].result_count == group.count
    assert "All 9 tags" in desk.get(FIND, {"q": "dermaga"}).content.decode()


@pytest.mark.parametrize(
    ("role", "nouns"), [("moderator", {"comments"}), ("reporter", {"stories", "quotes", "speakers", "sources"})]
)
def test_nobody_finds_what_they_may_not_see(client, role, nouns):
    create_all()
    client.force_login(create_colleague(role))

    found = groups(client, "dermaga")

    assert nouns <= {*found} and ("comments" in found) is (role == "moderator")


def test_readers_cannot_search_the_desk(client):
    response = client.get(FIND, {"q": "kapal"})

    assert response.status_code == 302 and "/login/" in response["Location"]


@pytest.mark.parametrize("text", ["", "   ", "\0", "& | ! :*", "'", "x" * 5000, "a " * 200, "/", "2026/99/99/x"])
def test_whatever_is_typed_gets_an_answer(desk, text):
    assert desk.get(FIND, {"q": text}).status_code == 200


def test_a_search_is_one_query_for_each_noun_however_much_is_found(desk):
    create_all()
    queries(desk, "dermaga")
    few = queries(desk, "dermaga")

    for _each in range(7):
        create_article(headline="Dermaga lagi")
        create_photo(alt="Dermaga lagi")
        create_speaker(name="Dermaga lagi", aliases=["Derma"])

    assert queries(desk, "dermaga") == few < 20


def test_the_box_stands_on_every_page_of_the_desk_and_needs_no_script(desk):
    pages = [reverse("admin:index"), reverse("admin:articles_article_add"), reverse("admin:auth_user_changelist")]

    for page in pages:
        assert f'action="{FIND}" role="search"' in desk.get(page).content.decode()
    assert "find-box" not in desk.get(f"{pages[1]}?_popup=1").content.decode()


def test_someone_signed_out_is_shown_no_box(client):
    assert "find-box" not in client.get(reverse("admin:login")).content.decode()

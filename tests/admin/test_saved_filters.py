"""Filters kept under a name."""

import pytest
from django.urls import reverse

from articles.models import SavedFilter
from tests.factories import create_colleague, create_editor

STORIES = "/admin/articles/article/"


def save(client, *, query="state=draft&q=kapal", name="Kapal", noun="articles.article", **more):
    data = {"noun": noun, "query": query, "name": name}
    return client.post(reverse("admin:save_filter"), data | more)


def seen(client, address=STORIES) -> list[str]:
    return [saved.name for saved in client.get(address).context["saved_filters"]]


def test_a_list_offers_to_save_what_it_is_narrowed_down_to_and_nothing_else(desk):
    assert "Save this filter" not in desk.get(STORIES, {"p": "1"}).content.decode()

    page = desk.get(STORIES, {"q": "kapal", "state": "draft", "p": "1"}).content.decode()

    assert 'value="q=kapal&amp;state=draft"' in page


def test_a_saved_filter_leads_back_to_the_list_from_the_list_and_the_first_page(desk, editor):
    response = save(desk, query="state=draft&q=kapal&p=3&_popup=1")

    kept = SavedFilter.objects.get()
    assert response["Location"] == kept.get_absolute_url() == f"{STORIES}?state=draft&q=kapal"
    for page in (STORIES, reverse("admin:index")):
        assert "?state=draft&amp;q=kapal" in desk.get(page).content.decode()
    assert seen(desk, reverse("admin:articles_tag_changelist")) == []


def test_the_same_name_takes_the_new_meaning(desk):
    save(desk, query="state=draft")
    save(desk, query="state=published")

    assert SavedFilter.objects.get().query == "state=published"


def test_a_filter_is_private_unless_it_is_shared(desk, client):
    save(desk, name="Sendiri")
    save(desk, name="Bersama", is_shared="on")

    client.force_login(create_editor())

    assert seen(client) == ["Bersama"]
    assert seen(client, reverse("admin:index")) == ["Bersama"]


def test_a_shared_filter_of_a_list_is_shown_to_those_who_may_see_the_list(desk, client):
    save(desk, name="Tertahan", noun="articles.comment", is_shared="on")
    client.force_login(create_colleague("reporter"))

    assert seen(client, reverse("admin:index")) == []


def test_one_deletes_ones_own_and_not_a_colleagues(desk, client):
    save(desk, is_shared="on")
    delete = reverse("admin:delete_filter", args=[SavedFilter.objects.get().pk])

    client.force_login(create_colleague("chief"))
    refused = client.post(delete)
    client.force_login(SavedFilter.objects.get().owner)
    assert client.get(delete).status_code == 405
    done = client.post(delete)

    assert (refused.status_code, done["Location"]) == (404, STORIES)
    assert not SavedFilter.objects.exists()


@pytest.mark.parametrize(
    "bad",
    [
        {"name": " "},
        {"name": "x" * 61},
        {"name": "a\0b"},
        {"query": ""},
        {"query": "q=" + "x" * 2000},
    ],
)
def test_what_cannot_be_saved_comes_back_with_the_reason(desk, bad):
    response = save(desk, **bad)

    assert response.status_code == 422 and response.context["form"].errors
    assert not SavedFilter.objects.exists()


def test_nobody_saves_without_end(desk):
    for n in range(SavedFilter.MOST):
        save(desk, name=f"Nomor {n}")

    assert save(desk, name="Satu lagi").status_code == 422


@pytest.mark.parametrize(("noun", "status"), [("x", 400), ("articles.nothing", 400), ("sessions.session", 403)])
def test_only_a_list_of_the_desk_is_saved(desk, noun, status):
    assert save(desk, noun=noun).status_code == status


def test_a_list_that_one_may_not_see_is_not_saved(client):
    client.force_login(create_colleague("reporter"))

    assert save(client, noun="articles.comment").status_code == 403

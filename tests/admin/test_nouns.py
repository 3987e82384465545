"""Speakers, sources, source items, photos, authors: what is particular about each."""

import pytest
from django.contrib import admin
from django.urls import reverse

from articles.models import Arrangement, Source, Speaker
from tests.admin.forms import fields
from tests.factories import (
    create_article,
    create_author,
    create_citation,
    create_photo,
    create_source,
    create_speaker,
)


def listed(client, noun, **query) -> list:
    return [*client.get(reverse(f"admin:articles_{noun}_changelist"), query).context["cl"].result_list]


def add(client, noun, **values):
    address = reverse(f"admin:articles_{noun}_add")
    return client.post(address, fields(client.get(address)) | values)


def test_someone_unnamed_has_a_reason_and_no_address_whatever_was_filled_in(desk):
    form = {"kind": "unnamed", "name": "seorang pejabat", "slug": "seorang-pejabat"}

    refused = add(desk, "speaker", **form)
    add(desk, "speaker", **form, unnamed_reason="Takut dipecat.")

    assert refused.context["adminform"].form.errors.keys() == {"unnamed_reason"}
    assert Speaker.objects.get().slug is None


def test_a_named_speaker_needs_an_address(desk):
    assert "slug" in add(desk, "speaker", kind="person", name="Ani", slug="").context["adminform"].form.errors


@pytest.mark.parametrize("text", ["lavrov", "Serg Lav", "Sergey Viktorovich"])
def test_a_speaker_is_found_by_any_words_of_the_name_or_another_name_in_full(desk, text):
    speaker = create_speaker(name="Sergei Lavrov", aliases=["Sergey Viktorovich"])
    create_speaker()

    assert listed(desk, "speaker", q=text) == [speaker]


def test_other_names_of_a_source_are_typed_with_commas(desk):
    add(desk, "source", name="Antara", slug="antara", kind="agency", aliases="Antara News, antaranews.com")

    assert Source.objects.get().aliases == ["Antara News", "antaranews.com"]


@pytest.mark.parametrize("text", ["lawatan", "KCNA", "https://kcna.example/1"])
def test_a_source_item_is_found_by_title_source_or_link(desk, text):
    source = create_source(name="KCNA", slug="kcna")
    item = create_citation(create_article(), source=source, title="Laporan lawatan", url="https://kcna.example/1").item
    create_citation(create_article())

    assert listed(desk, "sourceitem", q=text) == [item]


def test_a_link_of_a_source_is_known_only_once(desk):
    item = create_citation(create_article(), url="https://kcna.example/1").item

    response = add(desk, "sourceitem", source=item.source_id, url=item.url)

    assert response.context["adminform"].form.non_field_errors()


def test_a_photo_shows_itself_and_where_it_is_used(desk):
    photo = create_photo(alt="Kapal di dermaga")
    story = create_article(lead_photo=photo)

    row = desk.get(reverse("admin:articles_photo_changelist")).content.decode()
    page = desk.get(reverse("admin:articles_photo_change", args=[photo.pk])).content.decode()

    assert photo.largest.url in row and "style=" not in row.split("result_list")[1]
    assert reverse("admin:articles_article_change", args=[story.pk]) in page


def test_a_photo_that_a_story_shows_is_not_deleted(desk):
    photo = create_photo()
    create_article(lead_photo=photo)

    desk.post(reverse("admin:articles_photo_delete", args=[photo.pk]), {"post": "yes"})

    assert type(photo).objects.filter(pk=photo.pk).exists()


def test_an_authors_stories_are_one_click_away(desk):
    author = create_author()
    story = create_article(authors=[author])
    create_article()
    link = f"{reverse('admin:articles_article_changelist')}?author={author.pk}"

    assert link in desk.get(reverse("admin:articles_author_changelist")).content.decode()
    assert [*desk.get(link).context["cl"].result_list] == [story]


def test_the_first_page_leads_an_administrator_to_every_list(desk):
    page = desk.get(reverse("admin:index")).text

    lists = {
        model: reverse(f"admin:{model._meta.label_lower.replace('.', '_')}_changelist")
        for model in admin.site._registry
    }
    # Fronts are arranged from the link “Front page” above.
    assert [model for model, address in lists.items() if f'"{address}"' not in page] == [Arrangement]


def test_nouns_stand_in_the_order_in_which_an_editor_needs_them(desk):
    page = desk.get(reverse("admin:index")).content.decode()
    nouns = ["article", "comment", "photo", "tag", "section", "author", "speaker", "source", "sourceitem"]
    places = [page.index(f'id="articles-{noun}"') for noun in nouns]

    assert places == sorted(places) and places[-1] < page.index('id="auth-user"')
    assert "formerslug" not in page

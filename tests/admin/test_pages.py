import pytest
from django.urls import reverse

from tests.admin.forms import fields
from tests.factories import create_published, create_section

NOUNS = ["article", "author", "comment", "photo", "section", "source", "sourceitem", "speaker", "tag"]


@pytest.mark.parametrize("noun", NOUNS)
def test_every_list_opens_and_can_be_searched(desk, noun):
    address = reverse(f"admin:articles_{noun}_changelist")

    assert desk.get(address).status_code == 200
    assert desk.get(address, {"q": "kapal & (api) :*"}).status_code == 200


@pytest.mark.parametrize("noun", sorted({*NOUNS} - {"comment"}))
def test_every_empty_form_opens(desk, noun):
    assert desk.get(reverse(f"admin:articles_{noun}_add")).status_code == 200


def test_a_story_can_be_written_from_an_empty_form(desk):
    section = create_section()
    address = reverse("admin:articles_article_add")
    form = fields(desk.get(address))

    response = desk.post(address, form | {"headline": "Kapal tiba", "body": "<p>Isi.</p>", "section": section.pk})

    assert response.status_code == 302, response.context["errors"]


def test_a_story_sent_back_unchanged_stays_as_it_is(desk):
    story = create_published(body="<p>Isi <strong>tebal</strong>.</p>")
    address = reverse("admin:articles_article_change", args=[story.pk])

    response = desk.post(address, fields(desk.get(address)))

    assert response.status_code == 302, response.context["errors"]
    before, after = story, type(story).objects.get(pk=story.pk)
    assert (after.body, after.slug, after.first_published_at, after.status) == (
        before.body,
        before.slug,
        before.first_published_at,
        before.status,
    )

import pytest
from django.urls import reverse

from tests.admin.forms import fields
from tests.factories import (
    create_article,
    create_citation,
    create_published,
    create_quote,
    create_section,
    create_tag,
)

NOUNS = ["article", "author", "comment", "photo", "section", "series", "source", "sourceitem", "speaker", "tag"]


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


def test_who_may_only_look_can_read_every_story_and_change_none(allowed):
    client = allowed("view_article", "view_quote", "view_citation", "view_byline")
    draft, live = create_article(tags=[create_tag()]), create_published(section=create_section())
    create_quote(live, citation=create_citation(live))

    for story in (draft, live):
        address = reverse("admin:articles_article_change", args=[story.pk])
        response = client.get(address)
        assert response.status_code == 200 and "_save" not in response.content.decode()
        assert client.post(address, {}).status_code == 403


def test_pages_with_the_editor_admit_two_hashes_and_no_other_page_does(desk):
    form = desk.get(reverse("admin:articles_article_add"))["Content-Security-Policy"]
    others = [reverse("admin:index"), reverse("admin:articles_article_changelist"), reverse("articles:home")]

    assert form.count("'sha256-") == 2 and "unsafe" not in form
    assert all("sha256" not in desk.get(place)["Content-Security-Policy"] for place in others)


def test_the_body_is_written_in_the_editor(desk):
    page = desk.get(reverse("admin:articles_article_add")).content.decode()

    assert "data-django-prose-editor-configurable" in page and 'type="importmap"' in page


def test_the_site_has_its_name_over_the_desk(client, settings):
    assert settings.SITE_NAME in client.get(reverse("admin:login")).content.decode()

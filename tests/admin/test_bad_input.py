"""Whatever is sent: a message at the field, the typed text still there, never an error of the server."""

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from articles.models.content import content_of
from tests.admin.forms import fields
from tests.factories import create_article, create_author, create_published, create_quote


def write(client, **values):
    address = reverse("admin:articles_article_add")
    return client.post(
        address, fields(client.get(address)) | {"headline": "Kapal tiba", "body": "<p>Isi.</p>"} | values
    )


def form(response):
    assert response.status_code == 200
    return response.context["adminform"].form


def story_form(page) -> str:
    """The HTML of a story's own form, without the desk's search box."""
    return page.content.decode().split('id="article_form"')[1]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("headline", "k" * 10_000),
        ("headline", "Kapal\0tiba"),
        ("headline", ""),
        ("standfirst", "s" * 601),
        ("body", "<p>" + "b" * 1_000_001 + "</p>"),
        ("body", "<p>nol\0</p>"),
        ("slug", "bukan alamat/"),
        ("language", "xx"),
        ("section", "999999"),
        ("section", "99999999999999999999999"),
        ("rights", "r" * 251),
    ],
)
def test_what_a_field_cannot_hold_is_named_there_and_stays_typed(desk, field, value):
    found = form(write(desk, **{field: value}))

    assert found.errors.keys() == {field}
    assert found[field].value() == value
    assert not Article.objects.exists()


def test_no_field_of_a_story_lets_the_browser_cut_what_is_pasted(desk):
    create_quote(story := create_article(authors=[create_author()]))

    for address in (reverse("admin:articles_article_add"), reverse("admin:articles_article_change", args=[story.pk])):
        assert "maxlength" not in story_form(desk.get(address))


def test_no_reason_that_readers_are_given_is_cut_by_the_browser(desk):
    story = create_published()
    story.revise(content_of(story) | {"headline": "Kapal belum tiba"})

    for name in ("release", "retract"):
        page = desk.get(reverse(f"admin:articles_article_{name}", args=[story.pk])).content.decode()
        assert "<textarea" in page and "maxlength" not in page.split("<textarea")[1].split(">")[0]


@pytest.mark.parametrize("tags", [["t" * 101], ["nol\0"], [f"tag {n}" for n in range(500)]])
def test_tags_that_cannot_be_are_named_at_the_field(desk, tags):
    found = form(write(desk, tags=tags))

    assert found.errors.keys() == {"tags"}
    assert found["tags"].value() == tags


@pytest.mark.parametrize("value", ["31-02-2026", "kemarin", "99999-01-01", "2026-01-01\0"])
def test_a_date_that_is_none_is_named_at_the_field(desk, value):
    found = form(write(desk, embargo_0=value, embargo_1="06:00"))

    assert found.errors.keys() == {"embargo"}


def test_an_address_taken_on_the_same_day_is_named_at_the_field(desk):
    taken = create_published(slug="kapal-tiba", hours_ago=0)

    found = form(write(desk, slug="kapal-tiba", _publish="1"))

    assert found.errors.keys() == {"slug"} and found["headline"].value() == "Kapal tiba"
    assert Article.objects.get() == taken


def test_a_published_story_cannot_take_the_address_of_another_of_its_day(desk):
    create_published(slug="kapal-tiba")
    other = create_published(slug="lain")
    address = reverse("admin:articles_article_change", args=[other.pk])

    found = form(desk.post(address, fields(desk.get(address)) | {"slug": "kapal-tiba"}))

    assert found.errors.keys() == {"slug"}


def test_without_an_address_the_headline_gives_one(desk):
    write(desk, slug="", headline="Kapal Tiba di Dermaga")
    write(desk, slug="", headline="船が着いた")

    slugs = [story.slug for story in Article.objects.order_by("pk")]
    assert slugs[0] == "kapal-tiba-di-dermaga" and slugs[1]


def test_a_body_is_cleaned_on_its_way_in(desk):
    write(desk, body='<p onclick="x()">Isi<script>alert(1)</script></p><iframe src="//x"></iframe>')

    assert Article.objects.get().body == "<p>Isi</p>"


@pytest.mark.parametrize("noun", ["article", "comment", "tag", "photo", "speaker", "sourceitem"])
@pytest.mark.parametrize(
    "query", [{"q": "\0"}, {"q": "a:*&!|<->'"}, {"p": "999999"}, {"state": "\0"}, {"author": "9" * 40}, {"status": "x"}]
)
def test_an_address_of_a_list_that_nobody_made_is_no_error_of_the_server(desk, noun, query):
    response = desk.get(reverse(f"admin:articles_{noun}_changelist"), query, follow=True)

    assert response.status_code in (200, 400)


@pytest.mark.parametrize("term", ["\0", "'", "a:*", "9" * 400])
def test_a_look_up_of_anything_is_no_error_of_the_server(desk, term):
    lookup = {"app_label": "articles", "model_name": "quote", "field_name": "speaker", "term": term}

    assert desk.get(reverse("admin:autocomplete"), lookup).status_code == 200
    assert (
        desk.get(
            reverse("admin:articles_tag_names"), lookup | {"field_name": "tags", "model_name": "article"}
        ).status_code
        == 200
    )


def test_a_story_that_is_gone_while_it_is_edited_answers_with_a_message(desk):
    story = create_article()
    address = reverse("admin:articles_article_change", args=[story.pk])
    data = fields(desk.get(address))
    story.delete()

    assert desk.post(address, data).status_code == 302
    assert desk.get(reverse("admin:articles_article_preview", args=[99])).status_code == 404
    assert desk.get(reverse("admin:articles_article_preview", args=[10**18])).status_code == 404


def test_the_day_of_an_address_is_the_newsrooms(desk):
    write(desk, slug="kapal", _publish="1")

    assert Article.objects.get().published_on == timezone.localdate()


@pytest.mark.parametrize("pk", ["x", "\0", "-1", "9" * 40])
def test_a_selection_that_cannot_be_is_no_error_of_the_server(desk, pk):
    data = {"action": "approve", "_selected_action": pk}

    assert desk.post(reverse("admin:articles_comment_changelist"), data).status_code in (302, 400)

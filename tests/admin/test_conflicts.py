"""Two editors on one story: the later save sees both, and nothing is overwritten unseen."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Article, Quote
from tests.admin.forms import fields
from tests.factories import create_article, create_author, create_editor, create_published, create_quote, create_section


def form_of(story):
    return reverse("admin:articles_article_change", args=[story.pk])


@pytest.fixture
def colleague():
    client = Client()
    client.force_login(create_editor(username="sari"))
    return client


def read(client, story):
    return fields(client.get(form_of(story)))


def send(client, story, form, **changes):
    response = client.post(form_of(story), form | changes)
    story.refresh_from_db()
    return response


def stored(story) -> dict:
    latest = story.revisions.last().content
    return {name: latest[name] for name in ("headline", "standfirst", "body", "tags")}


@pytest.mark.parametrize("create", [create_article, create_published])
def test_what_both_changed_comes_back_with_both_and_is_saved_at_the_second_press(desk, colleague, create):
    story = create(headline="Kapal tiba")
    form = read(desk, story)
    send(colleague, story, read(colleague, story), headline="Kapal tiba pagi")

    met = send(desk, story, form, headline="Kapal tiba sore")
    page = met.content.decode()

    assert met.status_code == 409 and stored(story)["headline"] == "Kapal tiba pagi"
    assert "sari" in page and "<ins> pagi</ins>" in page and fields(met)["headline"] == ["Kapal tiba sore"]
    assert send(desk, story, fields(met)).status_code == 302
    assert stored(story)["headline"] == "Kapal tiba sore"


def test_what_only_the_other_changed_is_taken_over_into_the_form(desk, colleague):
    story = create_article(headline="Kapal tiba", section=create_section())
    form = read(desk, story)
    send(colleague, story, read(colleague, story), standfirst="Pagi tadi.", tags=["Laut"], section="")

    met = send(desk, story, form, headline="Kapal tiba sore")
    again = fields(met)

    assert met.status_code == 409 and (again["standfirst"], again["tags"]) == (["Pagi tadi."], ["Laut"])
    send(desk, story, again)
    assert (story.headline, story.standfirst, story.section) == ("Kapal tiba sore", "Pagi tadi.", None)
    assert [str(tag) for tag in story.tags.all()] == ["Laut"]


def test_ones_own_save_in_another_window_is_no_conflict_where_it_changed_something_else(desk):
    story = create_article(headline="Kapal tiba")
    first, second = read(desk, story), read(desk, story)
    send(desk, story, first, standfirst="Pagi tadi.")

    response = send(desk, story, second, headline="Kapal tiba sore")

    assert response.status_code == 302
    assert (story.headline, story.standfirst) == ("Kapal tiba sore", "Pagi tadi.")


def test_a_form_sent_twice_is_no_conflict(desk):
    story = create_article()
    form = read(desk, story) | {"headline": "Kapal tiba"}

    assert [send(desk, story, form).status_code for _each in range(2)] == [302, 302]
    assert story.revisions.count() == 2


def test_rows_are_merged_one_by_one(desk, colleague):
    story = create_article()
    first, second = create_quote(story), create_quote(story)
    form = read(desk, story)
    theirs = read(colleague, story)
    send(colleague, story, theirs, **{"quotes-0-role": "nakhoda"})
    story.bylines.create(author=create_author())
    story.revise()

    met = send(desk, story, form, **{"quotes-1-role": "penumpang"})
    send(desk, story, fields(met))

    assert [*story.quotes.values_list("role", flat=True)] == ["nakhoda", "penumpang"]
    assert story.bylines.count() == 1 and {first.pk, second.pk} == {*story.quotes.values_list("pk", flat=True)}


def test_a_row_that_both_changed_is_named(desk, colleague):
    story = create_article()
    quote = create_quote(story)
    form = read(desk, story)
    send(colleague, story, read(colleague, story), **{"quotes-0-role": "nakhoda"})

    met = send(desk, story, form, **{"quotes-0-role": "penumpang"})

    assert quote.exact in met.content.decode().split('class="errornote"')[1] and met.status_code == 409
    send(desk, story, fields(met))
    assert Quote.objects.get(pk=quote.pk).role == "penumpang"


def test_a_row_that_the_other_deleted_does_not_come_back_by_itself(desk, colleague):
    story = create_article()
    create_quote(story)
    form = read(desk, story)
    send(colleague, story, read(colleague, story), **{"quotes-0-DELETE": "on"}, body="<p>Tanpa kutipan.</p>")

    met = send(desk, story, form, headline="Kapal tiba")
    send(desk, story, fields(met))

    assert not Article.objects.get().quotes.exists() and story.body == "<p>Tanpa kutipan.</p>"


def test_a_new_row_is_kept_while_two_saves_meet(desk, colleague):
    story = create_article()
    author = create_author()
    form = read(desk, story)
    send(colleague, story, read(colleague, story), headline="Kapal tiba")
    new = {"bylines-TOTAL_FORMS": "1", "bylines-0-author": author.pk, "bylines-0-contribution": "dari dermaga"}

    met = send(desk, story, form, **new)
    send(desk, story, fields(met))

    assert story.bylines.get().contribution == "dari dermaga" and story.headline == "Kapal tiba"

"""Deleting says what goes along by number, names what stands in the way, and costs the same however much it is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.admin import deleting
from articles.models import Article, Citation, Comment, Tag
from articles.models.content import content_of
from tests.factories import (
    create_article,
    create_author,
    create_citation,
    create_comment,
    create_photo,
    create_published,
    create_quote,
    create_series,
    create_source,
    create_speaker,
    create_tag,
)


def page_of(row) -> str:
    return reverse(f"admin:articles_{row._meta.model_name}_delete", args=[row.pk])


def tag_of(number: int) -> Tag:
    tag = create_tag()
    for _each in range(number):
        create_article(tags=[tag])
    return tag


def draft_of(number: int) -> Article:
    draft = create_article(tags=[create_tag() for _each in range(number)])
    for turn in range(number):
        create_quote(draft, citation=create_citation(draft), speaker=create_speaker())
        draft.bylines.create(author=create_author())
        draft.revise(content_of(draft) | {"headline": f"Judul {turn}"})
    return draft


def thread_of(number: int) -> Comment:
    root = parent = create_comment(create_published(), status=Comment.Status.APPROVED)
    for _each in range(number):
        parent = create_comment(root.article, parent=parent, status=Comment.Status.APPROVED)
    return root


def source_of(number: int):
    source = create_source()
    for _each in range(number):
        create_citation(create_published(), source=source)
    return source


def speaker_of(number: int):
    speaker = create_speaker()
    for _each in range(number):
        create_quote(create_published(), speaker=speaker)
    return speaker


def series_of(number: int):
    return create_series(*(create_published() for _each in range(number)))


@pytest.mark.parametrize("make", [tag_of, draft_of, thread_of, source_of, speaker_of, series_of])
def test_the_question_asks_as_much_for_thirty_rows_as_for_three(desk, make):
    asked = []
    for number in (3, 3, 30):
        address = page_of(make(number))
        with CaptureQueriesContext(connection) as captured:
            assert desk.get(address).status_code == 200
        asked.append(len(captured))

    assert asked[1] == asked[2] < 20


def test_what_goes_along_is_said_by_number_and_goes(desk):
    root = thread_of(4)

    question = desk.get(page_of(root))
    desk.post(page_of(root), {"post": "yes"})

    assert dict(question.context["model_count"]) == {"comments": 5}
    assert not Comment.objects.exists()


def test_the_stories_that_stand_in_the_way_are_named_and_of_many_the_first(desk):
    source = source_of(deleting.NAMED + 5)

    question = desk.get(page_of(source))

    assert "and more" in question.text and Citation.objects.first().article.headline in question.text
    assert len(question.context["protected"]) <= 2 * (deleting.NAMED + 1)
    desk.post(page_of(source), {"post": "yes"})
    source.refresh_from_db()


def test_what_goes_along_beyond_measure_is_not_deleted_in_one_go(desk, monkeypatch):
    monkeypatch.setattr(deleting, "MOST", 3)
    tag = tag_of(4)

    assert "more than 3" in desk.get(page_of(tag)).text
    desk.post(page_of(tag), {"post": "yes"})
    assert Tag.objects.get() == tag


def test_what_came_to_rest_on_it_since_the_question_is_no_error_of_the_server(desk, monkeypatch):
    photo = create_photo()
    monkeypatch.setattr("articles.admin.desk.deleted_with", lambda *_: ([], {}, set(), []))
    create_published(lead_photo=photo)

    answers = [
        desk.post(page_of(photo), {"post": "yes"}, follow=True),
        desk.post(
            reverse("admin:articles_photo_changelist"),
            {"action": "delete_selected", "_selected_action": photo.pk, "post": "yes"},
            follow=True,
        ),
    ]

    assert all("Nothing was deleted" in answer.text for answer in answers)
    photo.refresh_from_db()

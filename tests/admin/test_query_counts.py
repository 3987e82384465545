"""No page of the desk asks more of the database because there is more to show."""

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Comment
from tests.admin.forms import fields
from tests.factories import (
    create_article,
    create_author,
    create_citation,
    create_comment,
    create_photo,
    create_published,
    create_quote,
    create_section,
    create_source,
    create_speaker,
    create_tag,
)


def create_full_story():
    story = create_published(
        section=create_section(),
        authors=[create_author(), create_author()],
        tags=[create_tag()],
        lead_photo=create_photo(),
    )
    create_quote(story, citation=create_citation(story))
    return story


def create_reply():
    story = create_published()
    root = create_comment(story, status=Comment.Status.HELD)
    create_comment(story, status=Comment.Status.HELD, parent=root)


CREATE = {
    "article": create_full_story,
    "author": create_author,
    "comment": create_reply,
    "photo": create_photo,
    "section": create_section,
    "source": lambda: create_source(aliases=["Lain"]),
    "sourceitem": lambda: create_citation(create_article()),
    "speaker": create_speaker,
    "tag": create_tag,
}


def queries(client, address, **data) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        response = client.get(address, data)
    assert response.status_code == 200
    return len(captured)


@pytest.mark.parametrize("noun", CREATE)
def test_a_list_asks_as_much_for_eleven_rows_as_for_one(desk, noun):
    address = reverse(f"admin:articles_{noun}_changelist")
    CREATE[noun]()
    queries(desk, address)
    few = queries(desk, address)

    for _ in range(10):
        CREATE[noun]()

    assert queries(desk, address) == few < 20


def test_the_form_of_a_story_asks_as_much_for_many_rows_as_for_few(desk):
    story = create_full_story()
    address = reverse("admin:articles_article_change", args=[story.pk])
    queries(desk, address)
    few = queries(desk, address)

    for _ in range(10):
        create_quote(story, citation=create_citation(story, via=story.citations.first()))
        story.bylines.create(author=create_author())
        story.tags.add(create_tag())

    assert queries(desk, address) == few < 20


def test_saving_a_story_asks_nothing_for_rows_that_nobody_touched(desk):
    def queries_of_a_save(story):
        address = reverse("admin:articles_article_change", args=[story.pk])
        data = fields(desk.get(address)) | {"headline": f"{story.headline} lagi"}
        with CaptureQueriesContext(connection) as captured:
            assert desk.post(address, data).status_code == 302
        return len(captured)

    story = create_full_story()
    queries_of_a_save(story)
    few = queries_of_a_save(story)
    for _ in range(10):
        create_quote(story, citation=create_citation(story, via=story.citations.first()))
        story.bylines.create(author=create_author())
    queries_of_a_save(story)

    assert queries_of_a_save(story) == few


def test_looking_up_speakers_while_typing_asks_for_their_keys_and_then_for_them(desk):
    for _ in range(5):
        create_speaker()

    lookup = {"app_label": "articles", "model_name": "quote", "field_name": "speaker", "term": "warga"}

    assert queries(desk, reverse("admin:autocomplete"), **lookup) <= 5


def test_the_history_of_one_story_is_not_read_for_a_list(desk, editor):
    story = create_published()
    LogEntry.objects.log_actions(editor.pk, [story], CHANGE, "diubah", single_object=True)

    assert queries(desk, reverse("admin:articles_article_changelist")) < 20

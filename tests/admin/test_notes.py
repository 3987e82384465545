"""Notes between reporter and editor."""

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from articles.models import Note
from tests.factories import create_article, create_published


def notes_of(story):
    return reverse("admin:articles_article_notes", args=[story.pk])


def form_of(story):
    return reverse("admin:articles_article_change", args=[story.pk])


def write(client, story, text):
    return client.post(notes_of(story), {"note-text": text})


def test_a_note_stands_below_the_form_the_newest_first_and_is_counted_in_the_list(desk, editor):
    story = create_article()
    write(desk, story, "Tanya nakhodanya.")
    assert write(desk, story, "Sudah ditanya?").url == f"{form_of(story)}#notes"

    page = desk.get(form_of(story)).content.decode()

    assert page.index("Sudah ditanya?") < page.index("Tanya nakhodanya.")
    assert "2 notes" in desk.get(reverse("admin:articles_article_changelist")).content.decode()


def test_a_note_is_marked_as_done_and_not_done_after_all(desk, editor):
    story = create_article()
    write(desk, story, "Tanya nakhodanya.")
    note = Note.objects.get()
    address = reverse("admin:articles_article_finish_note", args=[story.pk, note.pk])

    desk.post(address)
    note.refresh_from_db()
    assert note.done_by == editor and f"done, {editor}" in desk.get(form_of(story)).content.decode()
    desk.post(address, {"again": "1"})
    note.refresh_from_db()
    assert note.done_at is None


def test_the_text_of_a_note_stays_as_it_was_written(desk):
    write(desk, create_article(), "Tanya nakhodanya.")

    with pytest.raises(DatabaseError), transaction.atomic():
        Note.objects.update(text="Lain")


@pytest.mark.parametrize("text", ["", "   ", "x" * 2001])
def test_a_note_that_is_refused_comes_back(desk, text):
    refused = write(desk, create_article(), text)

    assert refused.status_code == 422 and text in refused.content.decode() and not Note.objects.exists()


def test_older_notes_have_a_page(desk):
    story = create_article()
    for number in range(22):
        write(desk, story, f"Catatan nomor {number}.")

    page = desk.get(form_of(story))
    oldest = desk.get(f"{notes_of(story)}?before={page.context_data['older_notes']}").content.decode()

    assert "Catatan nomor 0." not in page.content.decode() and "Catatan nomor 0." in oldest


def test_readers_never_see_a_note(desk, client):
    story = create_published()
    write(desk, story, "Jangan sampai bocor.")
    client.logout()

    places = [story.get_absolute_url(), f"{story.get_absolute_url()}history/", "/", "/feed.rss", "/feed.json"]

    assert not [place for place in places if "bocor" in client.get(place).content.decode()]
    assert client.get(notes_of(story)).status_code == 302


def test_who_may_see_the_story_writes_notes_and_nobody_else(allowed):
    story = create_article()

    assert write(allowed("view_article"), story, "Tanya nakhodanya.").status_code == 302
    assert write(allowed("view_photo"), story, "Lain").status_code == 403
    assert Note.objects.count() == 1

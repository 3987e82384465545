"""What is amiss in stories is counted again when what they name changes."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from articles import warnings
from articles.models import Speaker
from articles.warnings import keep_warnings
from tests.admin.forms import fields
from tests.factories import create_citation, create_published, create_quote, create_source, create_speaker


def change(client, noun, row, **values):
    address = reverse(f"admin:articles_{noun}_change", args=[row.pk])
    assert client.post(address, fields(client.get(address)) | values).status_code == 302


def counted(*stories) -> list[int]:
    for story in stories:
        story.refresh_from_db()
    return [story.warning_count for story in stories]


def test_another_name_of_a_source_settles_the_warnings_of_every_story_that_rests_on_it(desk, queue, monkeypatch):
    monkeypatch.setattr(warnings, "AT_ONCE", 2)
    source = create_source(name="Korean Central News Agency")
    stories = [create_published(body="<p>Kapal itu tiba, dikutip dari KCNA.</p>") for _each in range(5)]
    for story in stories:
        create_citation(story, source=source)
        keep_warnings(story)
    assert min(counted(*stories)) > 0

    change(desk, "source", source, aliases="KCNA")
    for _batch in range(3):
        call_command("worker", batch=True)

    assert counted(*stories) == [0] * 5


@pytest.mark.parametrize("way", ["changed", "merged"])
def test_a_speaker_who_is_explained_settles_the_warning(desk, way):
    unnamed = Speaker.objects.create(
        kind="unnamed", name="Seorang pejabat", unnamed_reason="The story does not name this speaker."
    )
    story = create_published()
    create_quote(story, speaker=unnamed)
    keep_warnings(story)
    assert counted(story) == [1]

    if way == "changed":
        change(desk, "speaker", unnamed, unnamed_reason="Ia tidak berwenang berbicara.")
    else:
        kept = create_speaker(kind="unnamed", slug=None, unnamed_reason="Ia tidak berwenang berbicara.")
        data = {"action": "merge", "_selected_action": [unnamed.pk, kept.pk], "asked": "1", "kept": kept.pk}
        desk.post(reverse("admin:articles_speaker_changelist"), data)

    assert counted(story) == [0]

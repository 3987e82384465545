"""Versions of a story at the desk: compared, restored, let out, and shown to someone outside before that."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, PreviewLink
from articles.models.content import content_of
from tests.admin.forms import fields
from tests.factories import create_article, create_photo, create_published, create_quote, create_tag


def at(name, story, *args):
    return reverse(f"admin:articles_article_{name}", args=[story.pk, *args])


def save(client, story, **changes):
    response = client.post(at("change", story), fields(client.get(at("change", story))) | changes)
    assert response.status_code == 302
    story.refresh_from_db()
    return response


def test_each_save_of_a_draft_is_a_numbered_version_from_the_first_on(desk, editor):
    story = create_article(headline="Satu")

    save(desk, story, headline="Dua")
    save(desk, story, headline="Tiga")

    kept = story.revisions.values_list("number", "content__headline", "created_by")
    assert [*kept] == [(1, "Satu", None), (2, "Dua", editor.pk), (3, "Tiga", editor.pk)]
    assert desk.get(at("versions", story)).content.decode().count("<button>Restore") == 3


def test_a_new_story_has_its_first_version_at_once(desk):
    page = desk.get(reverse("admin:articles_article_add"))

    desk.post(reverse("admin:articles_article_add"), fields(page) | {"headline": "Baru", "body": "<p>Isi.</p>"})

    assert Article.objects.get().revisions.get().content["headline"] == "Baru"


def test_the_comparison_is_with_what_readers_see_unless_asked_otherwise(desk):
    story = create_published(headline="Kapal tiba")
    save(desk, story, headline="Kapal belum tiba")
    save(desk, story, headline="Kapal tidak tiba")

    page = desk.get(at("compare", story)).content.decode()
    between = desk.get(at("compare", story), {"from": "2", "to": "3"}).content.decode()

    assert "<ins>tidak </ins>" in page and "<del>belum</del><ins>tidak</ins>" in between


def test_a_comparison_with_a_version_that_is_not_there_is_not_found(desk):
    story = create_article()

    assert desk.get(at("compare", story), {"from": "7"}).status_code == 404
    assert desk.get(at("compare", story), {"from": "x"}).status_code == 400


def test_the_first_version_of_a_draft_comes_back(desk):
    story = create_article(headline="Satu", lead_photo=create_photo())
    quote = create_quote(story)
    save(desk, story, headline="Dua", lead_photo="", body="<p>Lain sama sekali.</p>")

    desk.post(at("restore", story, 1))

    story.refresh_from_db()
    assert (story.headline, story.quotes.get()) == ("Satu", quote) and story.lead_photo and quote.exact in story.body
    assert story.revisions.last().message == "restored from version 1"


def test_a_version_restored_in_a_published_story_waits(desk):
    story = create_published(headline="Satu")
    save(desk, story, headline="Dua")
    story.publish()

    response = desk.post(at("restore", story, 1))

    story.refresh_from_db()
    assert story.headline == "Dua" and story.pending.content["headline"] == "Satu"
    assert response["Location"] == at("release", story)


def test_what_waits_is_published_with_a_correction(desk, editor):
    story = create_published(headline="Kapal tiba")
    save(desk, story, headline="Kapal belum tiba")

    refused = desk.post(at("release", story), {"kind": "correction", "reason": ""})
    desk.post(at("release", story), {"kind": "correction", "reason": "Kapal masih di laut."})

    story.refresh_from_db()
    entry = story.corrections.get()
    assert refused.context["form"].errors.keys() == {"reason"}
    assert (story.headline, entry.text, entry.created_by) == ("Kapal belum tiba", "Kapal masih di laut.", editor)


def test_save_and_publish_of_a_published_story_leads_to_the_changes_first(desk):
    story = create_published(headline="Kapal tiba")

    response = save(desk, story, headline="Kapal belum tiba", _publish="1")

    assert response["Location"] == at("release", story) and story.headline == "Kapal tiba"
    assert "<ins>belum </ins>" in desk.get(at("release", story)).content.decode()


def test_what_waits_is_discarded_and_stays_among_the_versions(desk):
    story = create_published()
    save(desk, story, headline="Lain")

    desk.post(at("discard", story))

    story.refresh_from_db()
    assert story.pending is None and story.revisions.count() == 2


def test_a_scheduled_story_keeps_its_time_when_what_waits_is_let_out(desk):
    story = create_published(hours_ago=-5, headline="Kapal tiba")
    moment = story.first_published_at
    save(desk, story, headline="Kapal belum tiba")

    desk.post(at("release", story), {"kind": "minor"})

    story.refresh_from_db()
    assert (story.headline, story.first_published_at) == ("Kapal belum tiba", moment)


def test_a_form_that_is_refused_changes_nothing(desk):
    story = create_published(headline="Kapal tiba")
    save(desk, story, headline="Kapal belum tiba")

    response = desk.post(at("change", story), fields(desk.get(at("change", story))) | {"headline": ""})

    story.refresh_from_db()
    assert response.context["adminform"].form.errors.keys() == {"headline"}
    assert (story.headline, story.pending.content["headline"]) == ("Kapal tiba", "Kapal belum tiba")


def test_a_quotation_proposed_in_what_waits_is_there_in_the_form_and_goes_out_with_it(desk):
    story = create_published()
    body = "<p>“Kapal itu sudah tiba sejak pagi tadi di dermaga,” kata Raka Pradana.</p>"

    save(desk, story, body=body)
    assert not story.quotes.exists()
    desk.post(at("release", story), {"kind": "minor"})

    assert story.quotes.get().speaker.name == "Raka Pradana"


@pytest.mark.parametrize("name", ["versions", "compare", "release", "preview_links"])
def test_the_pages_around_a_story_ask_little_however_many_versions_there_are(desk, name):
    story = create_published()
    for number in range(30):
        story.revise(content_of(story) | {"headline": f"Versi {number}"})

    with CaptureQueriesContext(connection) as captured:
        assert desk.get(at(name, story)).status_code == 200

    assert len(captured) < 20


def test_who_may_only_look_restores_nothing(allowed):
    story = create_article()
    story.revise()
    client = allowed("view_article")

    assert client.get(at("versions", story)).status_code == 200
    assert client.post(at("restore", story, 1)).status_code == 403
    assert client.post(at("discard", story)).status_code == 403
    assert client.post(at("preview_links", story), {"days": 1}).status_code == 403


# Preview links


@pytest.fixture
def link(desk):
    """The secret address of a story's preview, made at the desk."""

    def make(story) -> str:
        desk.post(at("preview_links", story), {"days": "3", "note": "narasumber"})
        return PreviewLink.objects.latest("pk").get_absolute_url()

    return make


def test_a_secret_link_shows_a_draft_to_someone_without_an_account(link, client):
    address = link(create_article(headline="Kapal belum tiba", lead_photo=create_photo()))
    client.logout()

    response = client.get(address)

    page = response.content.decode()
    assert "Kapal belum tiba" in page and 'property="og:title" content="Kapal belum tiba"' in page
    assert "no-store" in response["Cache-Control"] and response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Referrer-Policy"] == "no-referrer" and not response.cookies


def test_a_preview_shows_what_waits_with_its_picture_tags_and_what_search_and_shares_read(link, client, desk):
    story = create_published(headline="Kapal tiba")
    photo = create_photo(alt="Kapal yang belum tiba")
    new = {"headline": "Kapal belum tiba", "standfirst": "Ombak terlalu tinggi.", "tags": ["Ombak"]}
    save(desk, story, lead_photo=photo.pk, **new)

    page = client.get(link(story)).content.decode()

    assert "Kapal yang belum tiba" in page and ">Ombak</a>" in page
    assert '<meta property="og:title" content="Kapal belum tiba">' in page
    assert '<meta name="description" content="Ombak terlalu tinggi.">' in page
    assert '<meta property="og:image:alt" content="Kapal yang belum tiba">' in page


def test_a_comparison_says_in_words_that_picture_standfirst_and_tags_changed(desk):
    story = create_published(lead_photo=create_photo(alt="Kapal yang tiba"), tags=[create_tag(name="Laut")])
    photo = create_photo(alt="Kapal yang belum tiba")
    save(desk, story, lead_photo=photo.pk, standfirst="Ombak terlalu tinggi.", tags=["Ombak"])

    page = desk.get(at("compare", story)).text

    for words in ("<del>Laut</del>", "<ins>Ombak</ins>", "Ombak terlalu tinggi", "Lead photo", "<ins> belum</ins>"):
        assert words in page
    assert "&lt;p&gt;" not in page


def test_a_preview_ends_by_itself_or_when_the_desk_ends_it(link, desk, client):
    story = create_article()
    first, second = link(story), link(story)

    desk.post(at("end_preview_link", story, PreviewLink.objects.latest("pk").pk))

    assert (client.get(first).status_code, client.get(second).status_code) == (200, 410)
    with time_machine.travel(timezone.now() + timedelta(days=4)):
        assert client.get(first).status_code == 410


def test_a_forged_preview_link_is_not_found(link, client):
    address = link(create_article())

    assert client.get(address[:-2] + "x/").status_code == 404
    assert client.get("/preview/1/").status_code == 404

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.admin.desk import moment
from articles.models import Article
from tests.admin.forms import fields
from tests.factories import create_article, create_published, create_quote

Status = Article.Status


def form_of(story):
    return reverse("admin:articles_article_change", args=[story.pk])


def press(client, story, button, **changes):
    return client.post(form_of(story), fields(client.get(form_of(story))) | {button: "1"} | changes, follow=True)


def run(client, action, *stories):
    data = {"action": action, "_selected_action": [story.pk for story in stories], "index": 0}
    return client.post(reverse("admin:articles_article_changelist"), data, follow=True)


def tomorrow():
    moment = timezone.localtime() + timedelta(days=1)
    return {"publish_at_0": f"{moment:%Y-%m-%d}", "publish_at_1": "06:00:00"}


def test_save_and_publish_shows_the_story_to_readers(desk, editor):
    story = create_article()

    response = press(desk, story, "_publish", headline="Kapal tiba")

    story.refresh_from_db()
    assert story.is_published() and story.headline == "Kapal tiba"
    assert story.get_absolute_url() in response.content.decode()


def test_save_and_publish_with_a_time_schedules_and_says_when_in_the_newsrooms_zone(desk):
    story = create_article()

    response = press(desk, story, "_publish", **tomorrow())

    story.refresh_from_db()
    assert story.is_scheduled() and f"{timezone.localtime(story.first_published_at):%H:%M}" == "06:00"
    assert "WIB" in response.content.decode()


def test_a_scheduled_story_can_be_moved_behind_a_new_embargo(desk):
    story = create_published(hours_ago=-5)
    later = timezone.localtime() + timedelta(days=3)

    press(desk, story, "_publish", embargo_0=f"{later:%Y-%m-%d}", embargo_1="06:00:00")

    story.refresh_from_db()
    assert story.first_published_at == story.embargo


def test_an_embargo_after_the_schedule_is_refused_at_its_field(desk):
    story = create_published(hours_ago=-5)
    later = timezone.localtime() + timedelta(days=3)

    response = press(desk, story, "_save", embargo_0=f"{later:%Y-%m-%d}", embargo_1="06:00:00")

    assert response.context["adminform"].form.errors.keys() == {"embargo"}


@pytest.mark.parametrize("way", ["at once", "at a time", "from the list"])
def test_who_publishes_before_an_embargo_is_told_that_it_holds_the_story_back(desk, way):
    embargo = timezone.now() + timedelta(days=3)
    story = create_article(embargo=embargo)

    if way == "from the list":
        data = {"action": "publish", "_selected_action": story.pk}
        page = desk.post(reverse("admin:articles_article_changelist"), data, follow=True)
    else:
        page = press(desk, story, "_publish", **(tomorrow() if way == "at a time" else {}))

    story.refresh_from_db()
    assert story.first_published_at == story.embargo
    assert f"Its embargo holds it back: readers see it from {moment(embargo)} on" in page.text
    assert "story published" not in page.text


def test_a_time_without_the_publish_button_is_not_silently_left_unarmed(desk):
    story = create_article()

    response = press(desk, story, "_save", headline="Kapal tiba", **tomorrow())

    form = response.context["adminform"].form
    assert form.errors.keys() == {"publish_at"} and form["headline"].value() == "Kapal tiba"


def test_a_time_that_has_passed_is_refused_at_its_field(desk):
    response = press(desk, create_article(), "_publish", publish_at_0="2020-01-01", publish_at_1="06:00:00")

    assert response.context["adminform"].form.errors.keys() == {"publish_at"}


def test_save_and_withdraw_takes_the_story_from_readers(desk):
    story = create_published()

    press(desk, story, "_withdraw")

    story.refresh_from_db()
    assert story.status == Status.DRAFT


def test_retracting_asks_for_a_reason_and_will_not_do_without(desk):
    story = create_published()

    page = press(desk, story, "_retract")
    address = page.request["PATH_INFO"]
    refused = desk.post(address, {"reason": " "})
    desk.post(address, {"reason": "Narasumbernya tidak ada."})

    story.refresh_from_db()
    assert address == reverse("admin:articles_article_retract", args=[story.pk])
    assert refused.status_code == 422 and refused.context["form"].errors
    assert story.retraction_reason == "Narasumbernya tidak ada."


def test_what_the_model_refuses_becomes_a_message_and_the_text_is_saved(desk):
    story = create_article()
    quote = create_quote(story)
    Article.objects.filter(pk=story.pk).update(body="<p>Tanpa kutipan.</p>")

    response = run(desk, "publish", story)

    assert quote.exact in response.content.decode()
    story.refresh_from_db()
    assert story.status == Status.DRAFT


def test_stories_are_published_and_withdrawn_from_the_list(desk):
    stories = [create_article(), create_article()]

    run(desk, "publish", *stories)
    assert Article.objects.published().count() == 2

    run(desk, "withdraw", stories[0])
    assert [*Article.objects.published()] == [stories[1]]


@pytest.mark.parametrize("button", ["_publish", "_withdraw", "_retract"])
def test_who_may_not_publish_sees_no_button_and_a_forged_one_is_refused(allowed, button):
    rows = ["view_quote", "view_citation", "view_byline"]
    client = allowed("view_article", "change_article", "edit_section_article", *rows)
    story = create_article()

    page = client.get(form_of(story)).content.decode()
    forged = client.post(form_of(story), {button: "1"})

    assert "_publish" not in page and "publish_at" not in page
    assert forged.status_code == 403
    story.refresh_from_db()
    assert story.status == Status.DRAFT


@pytest.mark.parametrize("action", ["publish", "withdraw"])
def test_who_may_not_publish_has_no_such_action_and_a_forged_one_does_nothing(allowed, action):
    client = allowed("view_article", "change_article", "edit_section_article")
    story = create_article() if action == "publish" else create_published()

    page = client.get(reverse("admin:articles_article_changelist")).content.decode()
    run(client, action, story)

    assert f'value="{action}"' not in page
    assert Article.objects.get(pk=story.pk).status == story.status


def test_what_someone_who_may_not_publish_writes_into_a_published_story_waits(allowed):
    client = allowed("view_article", "change_article", "edit_section_article")
    story = create_published(headline="Kapal tiba")
    release = reverse("admin:articles_article_release", args=[story.pk])

    press(client, story, "_save", headline="Kapal tidak tiba")

    story.refresh_from_db()
    assert story.headline == "Kapal tiba" and story.pending.content["headline"] == "Kapal tidak tiba"
    assert "Kapal tidak tiba" in client.get(form_of(story)).content.decode()
    assert client.post(release, {"kind": "minor"}).status_code == 403
    assert client.post(reverse("admin:articles_article_retract", args=[story.pk]), {"reason": "x"}).status_code == 403


def test_a_reporter_hands_a_draft_in_for_review(allowed):
    client = allowed("view_article", "change_article", "edit_section_article")
    story = create_article()

    press(client, story, "_save", stage="in_review")

    story.refresh_from_db()
    assert story.status == Status.IN_REVIEW


def test_a_story_that_had_an_address_is_not_deleted_by_an_editor(allowed):
    client = allowed("view_article", "change_article", "edit_section_article", "delete_article", "publish_article")
    story = create_published()

    assert client.post(reverse("admin:articles_article_delete", args=[story.pk]), {"post": "yes"}).status_code == 403
    client.post(
        reverse("admin:articles_article_changelist"),
        {"action": "delete_selected", "_selected_action": story.pk, "post": "yes"},
    )
    assert Article.objects.filter(pk=story.pk).exists()


def test_a_draft_is_previewed_as_readers_would_see_it_and_never_kept_by_a_cache(desk):
    story = create_article(headline="Kapal belum tiba")
    create_quote(story)

    response = desk.get(reverse("admin:articles_article_preview", args=[story.pk]))

    assert "Kapal belum tiba" in response.content.decode()
    assert "no-store" in response["Cache-Control"] and "private" in response["Cache-Control"]


def test_readers_cannot_preview(client):
    response = client.get(reverse("admin:articles_article_preview", args=[create_article().pk]))

    assert response.status_code == 302 and "/login/" in response["Location"]


def test_the_way_to_the_site_is_offered_only_when_readers_can_go_it(desk):
    draft, live, later = create_article(), create_published(), create_published(hours_ago=-2)

    offered = [story for story in (draft, live, later) if "viewsitelink" in desk.get(form_of(story)).content.decode()]

    assert offered == [live]

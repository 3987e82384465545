"""Who is at a story is said, and can be taken over from; nobody is locked out."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Sitting
from tests.admin.forms import fields
from tests.factories import create_article, create_editor, create_published


def form_of(story):
    return reverse("admin:articles_article_change", args=[story.pk])


@pytest.fixture
def sari():
    client = Client()
    client.force_login(create_editor(username="sari"))
    return client


def report(client, story, **values):
    address = reverse("admin:articles_article_report_sitting", args=[story.pk])
    return client.post(address, {"idle": "0"} | values).json()


def take_over(client, story):
    return client.post(reverse("admin:articles_article_take_over", args=[story.pk]))


def page(client, story) -> str:
    return client.get(form_of(story)).content.decode()


def test_the_form_and_the_list_say_who_is_at_a_story(desk, sari):
    story = create_article()
    page(sari, story)
    Sitting.objects.update(active_at=timezone.now() - timedelta(minutes=2, seconds=5))

    assert "sari is editing this since" in page(desk, story) and "last active 2 minutes ago" in page(desk, story)
    assert "sari is editing" in desk.get(reverse("admin:articles_article_changelist")).content.decode()


def test_nobody_is_told_of_themselves_not_after_their_own_saves_either(desk):
    story = create_article()
    form = fields(desk.get(form_of(story)))
    for headline in ("Kapal", "Kapal tiba"):
        desk.post(form_of(story), form | {"headline": headline, "_continue": "1"})
        form = fields(desk.get(form_of(story)))

    assert "is editing" not in page(desk, story)
    assert "is editing" not in desk.get(reverse("admin:articles_article_changelist")).content.decode()
    assert report(desk, story) == {"others": [], "taken": ""}


def test_who_saved_and_went_is_at_it_no_more_and_who_goes_on_is(desk, sari):
    story = create_article()
    form = fields(sari.get(form_of(story)))
    since = Sitting.objects.get().opened_at

    sari.post(form_of(story), form | {"_continue": "1"})
    page(sari, story)
    assert report(desk, story)["others"] and Sitting.objects.earliest("pk").opened_at == since
    sari.post(form_of(story), fields(sari.get(form_of(story))))
    assert report(desk, story)["others"] == []


def test_a_page_that_is_closed_or_falls_silent_is_at_it_no_more(desk, sari):
    story = create_article()
    page(sari, story)
    report(sari, story)
    assert report(desk, story)["others"]

    report(sari, story, left="1")
    assert report(desk, story)["others"] == []
    report(sari, story)
    Sitting.objects.update(heard_at=timezone.now() - timedelta(seconds=80))
    assert report(desk, story)["others"] == []


def test_a_page_without_scripts_counts_for_half_an_hour(desk, sari):
    story = create_article()
    page(sari, story)
    Sitting.objects.update(active_at=timezone.now() - timedelta(minutes=29), heard_at=timezone.now() - timedelta(1))
    assert report(desk, story)["others"]

    Sitting.objects.update(active_at=timezone.now() - timedelta(minutes=31))
    assert report(desk, story)["others"] == []


def test_a_take_over_is_told_to_the_other_whose_save_is_merged(desk, sari, editor):
    story = create_article(headline="Kapal tiba")
    theirs = fields(sari.get(form_of(story)))
    mine = fields(desk.get(form_of(story)))
    report(sari, story)

    take_over(desk, story)

    assert "is editing" not in page(desk, story)
    assert f"{editor.username} took this story over from you" in report(sari, story)["taken"]
    desk.post(form_of(story), mine | {"headline": "Kapal tiba pagi"})
    met = sari.post(form_of(story), theirs | {"headline": "Kapal tiba sore"})
    assert met.status_code == 409 and "took this story over from you" in met.content.decode()
    assert fields(met)["headline"] == ["Kapal tiba sore"]


def test_who_goes_on_after_a_take_over_is_at_it_again(desk, sari):
    story = create_article()
    page(sari, story)
    report(sari, story)
    take_over(desk, story)
    assert report(desk, story)["others"] == []

    Sitting.objects.filter(user__username="sari").update(taken_at=timezone.now() - timedelta(minutes=2))
    report(sari, story)

    assert report(desk, story)["others"]


def test_taking_back_over_ends_the_notice(desk, sari):
    story = create_article()
    page(sari, story)
    page(desk, story)
    take_over(desk, story)

    take_over(sari, story)

    assert report(sari, story)["taken"] == "" and "sari took this story over" in report(desk, story)["taken"]


def test_who_may_only_look_is_at_nothing_and_takes_nothing_over(allowed, desk):
    story = create_article()
    reader = allowed("view_article")
    page(reader, story)

    assert not Sitting.objects.exists()
    assert take_over(reader, story).status_code == 403
    assert reader.post(reverse("admin:articles_article_report_sitting", args=[story.pk])).status_code == 403


@pytest.mark.parametrize("idle", ["", "-5", "²", "9" * 40, "1e3"])
def test_a_damaged_report_counts_as_one(desk, idle):
    story = create_article()

    assert report(desk, story, idle=idle) == {"others": [], "taken": ""}


def test_a_story_that_appears_by_itself_while_its_form_is_open_is_in_nobody_elses_hands(desk, time_machine):
    story = create_published(hours_ago=-1)
    form = fields(desk.get(form_of(story)))
    time_machine.move_to(timezone.now() + timedelta(hours=2))

    assert report(desk, story) == {"others": [], "taken": ""}
    saved = desk.post(form_of(story), form | {"headline": "Kapal tiba", "_continue": "1"}, follow=True)
    assert saved.status_code == 200 and "is editing" not in saved.text and "saved this story while" not in saved.text

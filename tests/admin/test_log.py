"""The audit log: who did what when, entered by all that is done at the desk, and never changed."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.models import Comment, Deed, Likeness, Quote
from tests.admin.forms import fields
from tests.factories import (
    arrange,
    create_article,
    create_comment,
    create_editor,
    create_published,
    create_quote,
    create_tag,
)

LOG = "admin:articles_deed_changelist"


def told(client, **query) -> list[str]:
    """What the log says was done, the latest first."""
    return [deed.what() for deed in client.get(reverse(LOG), query).context["cl"].result_list]


def done_with(row) -> list[str]:
    return [*Deed.objects.about(row).values_list("change_message", flat=True)]


@pytest.mark.parametrize("change", ["UPDATE django_admin_log SET object_repr = ''", "DELETE FROM django_admin_log"])
def test_the_database_refuses_to_change_the_log(desk, change):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)


def test_nobody_changes_the_log_at_the_desk(desk):
    deed = Deed.objects.get()

    assert desk.get(reverse("admin:articles_deed_change", args=[deed.pk])).status_code == 200
    for view in ("change", "delete"):
        assert desk.post(reverse(f"admin:articles_deed_{view}", args=[deed.pk]), {"post": "yes"}).status_code == 403
    assert desk.get(reverse("admin:articles_deed_add")).status_code == 403
    assert "delete_selected" not in desk.get(reverse(LOG)).content.decode()


def test_each_verb_of_a_story_is_entered_with_who_did_it(editor):
    story = create_article()

    story.publish(by=editor)
    story.correct(kind="correction", reason="Salah eja.", by=editor)
    story.withdraw(by=editor)
    story.publish(by=editor)
    story.retract(reason="Salah semua.", by=editor)

    verbs = [message.partition(":")[0] for message in done_with(story)]
    assert verbs == ["retracted", "published", "withdrawn", "correction", "published"]
    assert {*Deed.objects.about(story).values_list("user", flat=True)} == {editor.pk}


def test_what_a_command_does_stands_under_the_programs_own_name_with_which_nobody_signs_in(client):
    story = create_article()

    story.publish()

    account = Deed.objects.about(story).get().user
    assert (account.username, account.is_active, account.has_usable_password()) == ("newsportal", False, False)


def test_saving_and_the_verbs_of_versions_are_entered(desk):
    story = create_published(headline="Lama")
    form = reverse("admin:articles_article_change", args=[story.pk])
    version = {"pk": story.pk, "number": 1}

    desk.post(form, fields(desk.get(form)) | {"headline": "Baru"})
    desk.post(reverse("admin:articles_article_discard", args=[story.pk]))
    desk.post(reverse("admin:articles_article_restore", kwargs=version))

    restored, discarded, saved = [deed.what() for deed in Deed.objects.about(story)][:3]
    assert (restored, discarded) == ("restored a version: 1", "discarded the changes that waited")
    assert saved.startswith("Changed Headline")


def test_decisions_on_quotations_replies_and_likenesses_are_entered(desk, editor):
    story = create_published()
    quote = create_quote(story, status=Quote.Status.PROPOSED)
    reply = create_comment(story, status=Comment.Status.HELD)
    review = reverse("admin:articles_article_quotes", args=[story.pk])

    for verb in ("accept", "undo", "reject"):
        desk.post(review, {verb: quote.pk})
    approve = {"action": "approve", "_selected_action": [reply.pk], "index": 0}
    desk.post(reverse("admin:articles_comment_changelist"), approve)
    pair = Likeness.objects.create(one=quote, other=create_quote(story), similarity=1)
    pair.confirm(by=editor)

    assert done_with(quote) == ["rejected", "proposed", "accepted"]
    assert done_with(reply) == ["approved"] and done_with(pair) == ["same"]
    assert reply.commenter.email not in "".join(Deed.objects.values_list("object_repr", flat=True))


def test_merging_and_deleting_are_entered(desk):
    kept, lost, gone = create_tag(), create_tag(name="Lama"), create_tag()
    tags = reverse("admin:articles_tag_changelist")

    desk.post(tags, {"action": "merge", "_selected_action": [kept.pk, lost.pk], "kept": kept.pk, "asked": "1"})
    desk.post(tags, {"action": "delete_selected", "_selected_action": [gone.pk], "post": "yes"})

    assert done_with(kept) == ["merged: Lama"]
    assert [Deed.objects.about(tag).get().what() for tag in (lost, gone)] == ["deleted", "deleted"]


# Signing in


def test_signing_in_is_entered_and_so_is_the_attempt_without_the_password(client, editor):
    editor.set_password("rahasia-besar")
    editor.save()
    login = reverse("admin:login")

    client.post(login, {"username": editor.username, "password": "tebakan"})
    client.post(login, {"username": editor.username, "password": "tebakan lagi"})
    client.post(login, {"username": "pembaca@example.org", "password": "tebakan"})
    client.post(login, {"username": editor.username, "password": "rahasia-besar"})

    assert done_with(editor) == ["signed in", "sign-in failed"]
    assert Deed.objects.count() == 2


def test_each_minute_of_guessing_is_entered_once(client, editor):
    attempt = {"username": editor.username, "password": "tebakan"}

    with time_machine.travel(timezone.now(), tick=False) as clock:
        for _each in range(4):
            client.post(reverse("admin:login"), attempt)
            clock.shift(timedelta(seconds=40))

    assert done_with(editor) == ["sign-in failed"] * 2


# The page


def test_the_log_is_searched_by_person_by_thing_by_words_and_by_day(desk, editor):
    other = create_editor()
    ferry, road = create_article(headline="Kapal tiba"), create_article(headline="Jalan rusak")
    ferry.publish(by=other)
    with time_machine.travel(timezone.now() - timedelta(days=3)):
        road.publish(by=editor)
        day = timezone.localdate().isoformat()
    kind = Deed.objects.about(ferry).get().content_type_id

    assert len(told(desk, person="me")) == 2 and len(told(desk, person=other.pk)) == 1
    assert len(told(desk, thing=f"{kind}-{ferry.pk}")) == 1
    assert len(told(desk, q="kap")) == len(told(desk, q="rusak publish")) + 1 == 1
    assert len(told(desk, day=day)) == 1
    assert told(desk, day="kemarin dulu") == told(desk, thing="0-x") == told(desk, person="x") == []


def test_each_entry_leads_to_the_thing_and_to_all_that_was_done_with_it(desk):
    story = create_published(headline="Kapal tiba")

    page = desk.get(reverse(LOG)).content.decode()

    deed = Deed.objects.about(story).get()
    assert reverse("admin:articles_article_change", args=[story.pk]) in page
    assert f"?thing={deed.content_type_id}-{story.pk}" in page


def test_the_log_asks_as_much_for_many_entries_as_for_one(desk, editor):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert desk.get(reverse(LOG)).status_code == 200
        return len(captured)

    create_article().publish(by=editor)
    queries()
    few = queries()
    for _each in range(10):
        create_tag()
        create_article().publish(by=create_editor())

    assert queries() == few < 20


# Accounts


def test_an_account_that_did_something_is_not_deleted_and_the_desk_says_what_to_do(desk):
    colleague = create_editor()
    create_article().publish(by=colleague)

    page = desk.post(reverse("admin:auth_user_delete", args=[colleague.pk]), {"post": "yes"}, follow=True)

    assert "the account stays" in page.content.decode()
    assert get_user_model().objects.filter(pk=colleague.pk).exists()


def test_an_account_that_did_nothing_is_deleted(desk):
    colleague = create_editor()

    desk.post(reverse("admin:auth_user_delete", args=[colleague.pk]), {"post": "yes"})

    assert not get_user_model().objects.filter(pk=colleague.pk).exists()


def test_accounts_are_deactivated_from_the_list_but_never_ones_own(desk, editor):
    colleague = create_editor()
    accounts = reverse("admin:auth_user_changelist")

    desk.post(accounts, {"action": "deactivate", "_selected_action": [colleague.pk, editor.pk], "index": 0})

    assert [*get_user_model().objects.filter(is_active=False)] == [colleague]
    assert "delete_selected" not in desk.get(accounts).content.decode()


def test_the_first_page_says_what_one_did_last_and_not_only_with_what(client):
    story = create_article(headline="Kapal tiba")
    sari = create_editor(username="sari")
    Deed.objects.note([story], "withdrawn", by=sari)
    client.force_login(sari)

    page = client.get(reverse("admin:index")).content.decode()

    latest = page.partition('id="recent-actions-module"')[2]
    assert re.findall(r"<li>(.*?)<br>", latest)[:2] == ["signed in", "withdrawn"]


def test_the_log_names_stories_by_their_headlines(desk):
    story = create_published(headline="Feri terlambat", language="id")
    arrange(None, {1: story})
    story.start_translation("en")

    assert told(desk)[:2] == ["started as a translation: Feri terlambat", "arranged a front: 1 Feri terlambat"]

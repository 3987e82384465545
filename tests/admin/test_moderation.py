"""The moderators' desk beyond the chief queue: passages, reasons, undo, claims, notes, bans, history, the log."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.models import Appeal, Ban, Comment, Decision, Remark, Report
from tests.factories import create_comment, create_commenter, create_editor, create_published, create_quote
from tests.readers import send, sign_in

Status = Comment.Status
QUEUE = reverse("admin:articles_comment_changelist")


def rows(client, **query):
    return [*client.get(QUEUE, query).context["cl"].result_list]


def press(client, action, *comments, **fields):
    data = {"action": action, "_selected_action": [comment.pk for comment in comments]} | fields
    return client.post(f"{QUEUE}?status=all", data, follow=True)


def do(client, comment, verb, **fields):
    return client.post(reverse("admin:articles_comment_moderate", args=[comment.pk]), {"verb": verb} | fields)


def test_queues_hold_each_what_they_are_for(desk):
    story = create_published()
    held = create_comment(story, status=Status.HELD, reason="links")
    newcomer = create_comment(story, status=Status.HELD, reason="newcomer")
    edited = create_comment(story, proposed_text="Lain", reason="abuse")
    question = create_comment(story, kind=Comment.Kind.QUESTION)

    assert rows(desk) == [held, newcomer, edited]
    assert rows(desk, status="newcomers") == [newcomer]
    assert rows(desk, status="desk") == [question]
    assert rows(desk, status="reported") == []


def test_reported_replies_stand_with_the_heaviest_first(desk):
    for weight in (1, 2, 0):
        comment = create_comment(create_published())
        Report.objects.create(comment=comment, weight=weight, reason="spam")

    assert [comment.report_weight for comment in rows(desk, status="reported")] == [2, 1, 0]


@pytest.mark.django_db(transaction=True)
def test_no_queue_is_read_through_to_its_end(desk):
    story = create_published()
    rows = [Comment(article=story, name="Ani", text=f"Utas {n}", status=Status.APPROVED) for n in range(2000)]
    Comment.objects.bulk_create(rows)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE articles_comment")

    for status in ("", "newcomers", "reported", "desk", "unchecked"):
        with CaptureQueriesContext(connection) as captured:
            desk.get(QUEUE, {"status": status} if status else {})
        asked = [query["sql"] for query in captured if 'FROM "articles_comment"' in query["sql"]]
        assert asked
        for sql in asked:
            assert "Seq Scan on articles_comment " not in plan_of(sql), sql


def plan_of(sql) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {sql}")
        return "\n".join(line for (line,) in cursor.fetchall())


def test_replies_to_one_quotation_stand_together_with_it_beside_them(desk):
    story = create_published()
    quote = create_quote(story, exact="Kami menunggu sejak subuh.")
    first = create_comment(story, status=Status.HELD, quote=quote)
    general = create_comment(story, status=Status.HELD)
    second = create_comment(story, status=Status.HELD, quote=quote)

    page = desk.get(QUEUE).text

    assert rows(desk) == [first, second, general]
    assert page.count("Kami menunggu sejak subuh.") == 1 and str(quote.speaker) in page
    assert rows(desk, quote=quote.pk) == [first, second]


def test_removal_keeps_its_reason_and_readers_see_it(desk):
    story = create_published()
    root = create_comment(story)
    create_comment(story, parent=root)

    press(desk, "hide", root, reason="personal")

    root.refresh_from_db()
    assert root.reason == "personal"
    assert "someone’s personal data" in Client().get(story.get_absolute_url()).text


def test_reason_that_only_a_rule_gives_is_not_taken_from_a_person(desk):
    comment = create_comment(create_published())
    press(desk, "hide", comment, reason="newcomer")

    comment.refresh_from_db()
    assert (comment.status, comment.reason) == (Status.APPROVED, "")


def test_one_press_can_be_taken_back(desk):
    story = create_published()
    comments = [create_comment(story, status=Status.HELD) for _each in range(3)]
    page = press(desk, "mark_as_spam", *comments).text

    undo = re.search(r'href="([^"]*/undo/[^"]*)" data-undo', page)[1]
    assert desk.get(undo).status_code == 200 and story.comments.filter(status=Status.SPAM).count() == 3
    desk.post(undo)

    assert story.comments.filter(status=Status.HELD).count() == 3


def test_what_is_taken_back_waits_for_the_reason_that_it_had(desk):
    story = create_published()
    comment = Comment(article=story, commenter=create_commenter(), name="Ani", text="Kapan?").submit(is_proved=True)
    assert rows(desk, status="newcomers") == [comment]

    for _twice in range(2):
        undo = re.search(r'href="([^"]*/undo/[^"]*)" data-undo', press(desk, "hide", comment, reason="abuse").text)[1]
        desk.post(undo)

    assert rows(desk, status="newcomers") == [comment]
    assert comment.decisions.last().reason == "newcomer"


def test_reports_are_open_again_when_the_decision_on_them_is_taken_back(desk):
    comment, ani = create_comment(create_published()), create_commenter()
    Report.objects.create(comment=comment, reporter=ani, weight=2, reason="spam")
    for network in ("192.0.2.0/24", "198.51.100.0/24"):
        Report.objects.create(comment=comment, network=network, reason="spam")
    undo = re.search(r'href="([^"]*/undo/[^"]*)" data-undo', press(desk, "hide", comment).text)[1]
    Report.objects.create(comment=comment, network="192.0.2.0/24", reason="spam")

    desk.post(undo)

    assert rows(desk, status="reported") == [comment]
    comment.refresh_from_db()
    ani.refresh_from_db()
    assert (comment.open_reports, comment.report_weight, ani.right_reports) == (3, 2, 0)


def test_moderator_who_writes_no_stories_can_follow_every_link_of_the_queue(client):
    user = create_editor()
    user.groups.set([Group.objects.get(name="moderator")])
    user.user_permissions.clear()
    client.force_login(user)
    create_comment(create_published(), status=Status.HELD, commenter=create_commenter())

    table = re.search(r'<table id="result_list">.*?</table>', client.get(QUEUE).text, re.DOTALL)[0]
    links = re.findall(r'href="([^"?]+)', table)

    assert len(links) > 3 and {client.get(link).status_code for link in links} == {200}


def test_opening_a_reply_takes_it_in_hand_and_a_colleague_sees_that(desk, editor):
    comment = create_comment(create_published(), status=Status.HELD)
    desk.get(reverse("admin:articles_comment_change", args=[comment.pk]))
    other = Client()
    other.force_login(create_editor())

    assert "in hand" in other.get(reverse("admin:articles_comment_change", args=[comment.pk])).text
    assert "in hand" in press(other, "approve", comment).text
    comment.refresh_from_db()
    assert comment.status == Status.HELD
    Comment.objects.update(claimed_at=timezone.now() - timedelta(minutes=11))
    press(other, "approve", comment)
    comment.refresh_from_db()
    assert comment.status == Status.APPROVED


def test_edit_is_judged_beside_what_readers_see(desk):
    comment = create_comment(create_published(), text="Kapal datang pagi.", proposed_text="Kapal datang malam.")

    page = desk.get(reverse("admin:articles_comment_change", args=[comment.pk])).text

    assert "<ins>malam</ins>" in page and "<del>pagi</del>" in page


def test_verdict_on_one_goes_on_to_the_next(desk):
    story = create_published()
    first, second = (create_comment(story, status=Status.HELD) for _each in range(2))

    response = do(desk, first, "spam")

    assert response.headers["Location"] == reverse("admin:articles_comment_change", args=[second.pk])


def test_notes_and_history_of_a_reader_are_there_for_moderators_only(desk, allowed):
    reader = create_commenter(name="Ani", email="rahasia@example.org")
    comment = create_comment(create_published(), commenter=reader, text="Yang lama.", status=Status.SPAM)
    do(desk, comment, "note", text="Sudah diperingatkan.")
    history = reverse("admin:articles_commenter_change", args=[reader.pk])

    page = desk.get(history).text

    assert all(words in page for words in ("Yang lama.", "Sudah diperingatkan.", "rahasia@example.org", "1 removed"))
    outsider = allowed("view_comment", "view_commenter", "view_decision", "view_ban", "view_appeal", "change_comment")
    places = [history, reverse("admin:articles_comment_change", args=[comment.pk])]
    places += [reverse(f"admin:articles_{noun}_changelist") for noun in ("commenter", "decision", "ban", "appeal")]
    assert [outsider.get(place).status_code for place in places] == [403] * len(places)
    assert do(outsider, comment, "approve").status_code == 403
    assert Remark.objects.count() == 1


def test_banned_address_cannot_write_until_the_ban_ends_and_keeps_its_text(desk, time_machine):
    reader = create_commenter(email="ani@example.org", name="Ani", approved=3)
    comment = create_comment(create_published(), commenter=reader)
    do(desk, comment, "ban", what="address", days="7", reason="abuse")
    guest = sign_in(Client(), reader)

    response = send(guest, create_published(), text="Saya masih di sini.")
    assert response.status_code == 422 and "Saya masih di sini." in response.text and "until" in response.text

    time_machine.move_to(timezone.now() + timedelta(days=8))
    assert send(guest, create_published()).status_code == 303


def test_network_ban_reads_strangers_first_and_leaves_trusted_readers_alone(desk):
    comment = create_comment(create_published(), network="127.0.0.0/24")
    do(desk, comment, "ban", what="network", days="1", reason="spam")
    known = create_commenter(email="ani@example.org", name="Ani", approved=1)
    trusted = create_commenter(email="budi@example.org", name="Budi", approved=3)
    story = create_published()

    send(sign_in(Client(), known), story)
    send(sign_in(Client(), trusted), story, email="budi@example.org", name="Budi", text="Dari Budi.")

    assert story.comments.get(commenter=known).reason == "network"
    assert story.comments.get(commenter=trusted).is_shown


def test_ban_can_be_lifted(desk):
    do(desk, create_comment(create_published()), "ban", what="address", days="7", reason="abuse")
    ban = Ban.objects.get()

    address = reverse("admin:articles_ban_changelist")
    desk.post(address, {"action": "lift", "_selected_action": ban.pk})

    assert not Ban.objects.in_force().exists()


@pytest.mark.parametrize("noun", ["commenter", "decision", "ban", "appeal"])
def test_lists_of_the_desk_ask_as_much_for_many_as_for_few(desk, editor, noun, django_assert_max_num_queries):
    for _each in range(8):
        comment = create_comment(create_published())
        Comment.objects.filter(pk=comment.pk).decide(Status.HIDDEN, by=create_editor())
        comment.refresh_from_db()
        Appeal(comment=comment, text="Mohon.").submit()
        Ban.objects.impose(
            commenter=comment.commenter, until=timezone.now() + timedelta(days=1), reason="spam", by=editor
        )
    address = reverse(f"admin:articles_{noun}_changelist")
    desk.get(address)

    with django_assert_max_num_queries(9):
        assert desk.get(address).status_code == 200


def test_log_shows_who_decided_what_and_cannot_be_touched(desk, editor):
    comment = create_comment(create_published())
    press(desk, "hide", comment, reason="hate")
    log = reverse("admin:articles_decision_changelist")

    page = desk.get(log).text

    assert editor.get_username() in page and "hatred against a group" in page
    entry = Decision.objects.get()
    assert desk.post(reverse("admin:articles_decision_delete", args=[entry.pk]), {"post": "yes"}).status_code == 403
    assert Decision.objects.exists()


def test_forged_verbs_and_keys_break_nothing(desk):
    comment = create_comment(create_published())
    for verb in ("", "delete", "__class__"):
        assert do(desk, comment, verb).status_code == 403
    assert do(desk, comment, "ban", what="network", days="7", reason="abuse").status_code == 200
    assert do(desk, comment, "ban", what="x", days="-1", reason="x").status_code == 200
    assert not Ban.objects.exists()


def test_editors_pick_is_marked_and_has_an_order_of_its_own(desk):
    story = create_published()
    comment = create_comment(story, text="Pilihan kami.")

    press(desk, "pick", comment)

    page = Client().get(story.get_absolute_url(), {"order": "picks"}).text
    assert "Pilihan kami." in page and "comment__pick" in page

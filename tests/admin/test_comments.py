import pytest
from django.urls import reverse

from articles.models import Comment
from tests.factories import create_article, create_comment, create_published

Status = Comment.Status


def queue(client, **query):
    return client.get(reverse("admin:articles_comment_changelist"), query)


def rows(response) -> list:
    return [*response.context["cl"].result_list]


def decide(client, action, *comments):
    data = {"action": action, "_selected_action": [comment.pk for comment in comments]}
    return client.post(reverse("admin:articles_comment_changelist"), data, follow=True)


def test_the_queue_shows_what_waits_oldest_first(desk):
    story = create_published()
    create_comment(story)
    first, second = (create_comment(story, status=Status.HELD) for _ in range(2))

    assert rows(queue(desk)) == [first, second]


def test_everything_else_is_there_newest_first(desk):
    story = create_published()
    first, second = create_comment(story), create_comment(story, status=Status.SPAM)

    assert rows(queue(desk, status="all")) == [second, first]
    assert rows(queue(desk, status="spam")) == [second]


@pytest.mark.parametrize(("action", "status"), [("approve", "approved"), ("hide", "hidden"), ("mark_as_spam", "spam")])
def test_a_verdict_falls_on_all_that_are_selected_and_says_how_many(desk, editor, action, status):
    story = create_published()
    comments = [create_comment(story, status=Status.HELD) for _ in range(2)]

    response = decide(desk, action, *comments)

    assert {(row.status, row.decided_by) for row in story.comments.all()} == {(status, editor)}
    assert "2" in str([*response.context["messages"]][0])


def test_each_verdict_is_a_button_of_the_list(desk):
    comment = create_comment(create_published(), status=Status.HELD)
    page = queue(desk).content.decode()
    names = [part.split('"')[0] for part in page.split('name="action" value="')[1:]]
    data = {"action": names, "index": names.index("hide"), "_selected_action": comment.pk}

    desk.post(reverse("admin:articles_comment_changelist"), data)

    comment.refresh_from_db()
    assert comment.status == Status.HIDDEN


def test_the_whole_text_can_be_read_in_the_list_and_is_no_mark_up(desk):
    text = "<b>Panjang</b> " + "sekali " * 100 + "akhirnya"
    create_comment(create_published(), status=Status.HELD, text=text)

    page = queue(desk).content.decode()

    assert "akhirnya</p></details>" in page and "<b>Panjang" not in page


def test_somebodys_replies_are_found_by_address_or_beginning_of_the_name_whatever_was_decided(desk):
    story = create_published()
    wanted = create_comment(story, name="Rahmat Hidayat", email="rahmat@example.org", status=Status.SPAM)
    create_comment(story)

    assert rows(queue(desk, q="RAHMAT@example.org")) == [wanted]
    assert rows(queue(desk, q="rahmat hid")) == [wanted]
    assert rows(queue(desk, q="hidayat")) == []


def test_only_moderators_see_replies_and_addresses(allowed):
    comment = create_comment(create_article(), email="rahasia@example.org", status=Status.HELD)
    client = allowed("view_comment", "change_comment", "delete_comment", "view_article")

    assert queue(client).status_code == 403
    assert decide(client, "approve", comment).status_code == 403

    client = allowed("moderate_comment")
    assert "rahasia@example.org" in queue(client).content.decode()
    decide(client, "approve", comment)
    comment.refresh_from_db()
    assert comment.status == Status.APPROVED


def test_nobody_adds_or_rewrites_a_reply_and_only_a_superuser_deletes_one(desk, allowed):
    comment = create_comment(create_published())
    change = reverse("admin:articles_comment_change", args=[comment.pk])
    delete = reverse("admin:articles_comment_delete", args=[comment.pk])

    assert desk.get(reverse("admin:articles_comment_add")).status_code == 403
    assert desk.post(change, {"text": "Lain"}).status_code == 403
    assert desk.get(change).status_code == 200 and desk.get(delete).status_code == 200

    client = allowed("moderate_comment", "delete_comment")
    assert client.post(delete, {"post": "yes"}).status_code == 403
    decide(client, "delete_selected", comment)
    assert Comment.objects.exists()

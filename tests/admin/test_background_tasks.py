"""What is Django's or a library's own at the desk speaks the desk's language and names the zone."""

from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from articles.admin.desk import moment
from articles.letters import confirm_address
from articles.models import BackgroundTask
from tests.admin.forms import fields
from tests.factories import create_article


def test_what_failed_in_the_background_and_why_is_read_at_the_desk(desk, queue):
    confirm_address.enqueue("nobody", None)
    call_command("worker", batch=True)
    task = BackgroundTask.objects.get(status="FAILED")

    failed = desk.get(reverse("admin:articles_backgroundtask_changelist"), {"state": "FAILED"}).text
    page = desk.get(reverse("admin:articles_backgroundtask_change", args=[task.pk])).text

    assert "confirm_address" in failed and moment(task.finished_at) in failed
    assert "Traceback" in page and "nobody" in page
    assert "Task Result" not in desk.get(reverse("admin:index")).text


def test_the_history_of_a_story_and_the_list_of_accounts_name_the_zone(desk, editor):
    story = create_article()
    address = reverse("admin:articles_article_change", args=[story.pk])
    desk.post(address, fields(desk.get(address)) | {"headline": "Kapal tiba"})
    editor.last_login = timezone.now()
    editor.save()

    for page in (reverse("admin:articles_article_history", args=[story.pk]), reverse("admin:auth_user_changelist")):
        assert "WIB" in desk.get(page).text

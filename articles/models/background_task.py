from django.utils.translation import gettext_lazy as _
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult


class BackgroundTask(DBTaskResult):
    """What the worker did or is to do, kept for a week: the library's table, by a name in the desk's language."""

    class Meta:
        proxy = True
        default_permissions = ["view"]
        verbose_name = _("background task")
        verbose_name_plural = _("background tasks")

    @classmethod
    def asked_for(cls, job):
        """What waits in the queue to do `job`, be it for later."""
        return cls.objects.filter(task_path=job.module_path, status=TaskResultStatus.READY)

"""What the worker did and what failed, for administrators; nobody changes it."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django_tasks_db.admin import DBTaskResultAdmin  # its module registers the table, so that it can be taken off again
from django_tasks_db.models import DBTaskResult

from ..models import BackgroundTask
from .desk import DeskAdmin, badge, moment

admin.site.unregister(DBTaskResult)
STATES = {
    "READY": ("draft", _("waits")),
    "RUNNING": ("scheduled", _("being done")),
    "FAILED": ("hidden", _("failed")),
    "SUCCESSFUL": ("published", _("done")),
}


class StateFilter(admin.SimpleListFilter):
    title = _("status")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [(name, label) for name, (_badge, label) in STATES.items()]

    def queryset(self, request, queryset):
        return queryset.filter(status=self.value()) if self.value() in STATES else queryset


@admin.register(BackgroundTask)
class BackgroundTaskAdmin(DeskAdmin, DBTaskResultAdmin):
    list_display = ["name", "state", "asked", "finished"]
    list_filter = [StateFilter]
    fields = ["name", "arguments", "state", "asked", "finished", "failure"]
    readonly_fields = fields

    def get_readonly_fields(self, request, obj=None):
        return self.fields

    def get_fields(self, request, obj=None):
        return self.fields

    def get_queryset(self, request):
        return super().get_queryset(request).defer("return_value")

    @admin.display(description=_("task"))
    def name(self, task):
        return task.task_path.rpartition(".")[2]

    @admin.display(description=_("about"))
    def arguments(self, task):
        return ", ".join(map(str, task.args_kwargs.get("args", []))) or "–"

    @admin.display(description=_("status"))
    def state(self, task):
        return badge(*STATES.get(task.status, ("", task.status)))

    @admin.display(description=_("asked for"))
    def asked(self, task):
        return moment(task.enqueued_at)

    @admin.display(description=_("finished"))
    def finished(self, task):
        return moment(task.finished_at) if task.finished_at else "–"

    @admin.display(description=_("what went wrong"))
    def failure(self, task):
        return self.formatted_traceback(task)

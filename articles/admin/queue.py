"""Lists that are worked off: what waits stands alone, what is done is looked up."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _


class QueueFilter(admin.SimpleListFilter):
    """What waits, unless something else is asked for."""

    waiting = _("waiting for a decision")
    decided = []

    def lookups(self, request, model_admin):
        return [*self.decided, ("all", _("all"))]

    def choices(self, changelist):
        choices = list(super().choices(changelist))
        choices[0]["display"] = self.waiting
        return choices

    def queryset(self, request, queryset):
        return queryset if self.value() == "all" else self.narrowed(queryset, self.value())

    def narrowed(self, queryset, value):
        """The rows with that value of `decided`; those that wait when there is none."""
        raise NotImplementedError

"""Rows that go by a name and by others: sources and speakers."""

from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Upper


class NamedQuerySet(models.QuerySet):
    def named(self, name: str):
        """Those that go by `name`, as their own name or an alias."""
        return self.named_any([name])

    def named_any(self, names):
        """Those that go by one of `names`; the letter case of their own name does not matter."""
        named = self.alias(upper_name=Upper("name"))
        return named.filter(Q(upper_name__in=[Upper(Value(name)) for name in names]) | Q(aliases__overlap=list(names)))


def aliases_of_both(lost, kept) -> list[str]:
    """The other names of `kept` once `lost` is merged into it."""
    return sorted({*kept.aliases, *lost.aliases, lost.name} - {kept.name})

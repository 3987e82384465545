"""Columns that triggers keep: saving a row writes back what stands in the table, not what the program last read."""

import pgtrigger
from django.db import models
from django.db.models import F


class KeptByTrigger:
    """Mixin of a field whose value a trigger computes. A stale row in memory cannot overwrite it."""

    def pre_save(self, instance, add):
        return super().pre_save(instance, add) if add else F(self.attname)

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, f"django.db.models.{self.__class__.__mro__[2].__name__}", args, kwargs


class KeptCount(KeptByTrigger, models.PositiveIntegerField):
    pass


class KeptBoolean(KeptByTrigger, models.BooleanField):
    pass


class KeptForeignKey(KeptByTrigger, models.ForeignKey):
    pass


class KeptDateTime(KeptByTrigger, models.DateTimeField):
    pass


def only_triggers_write(*columns: str) -> pgtrigger.Trigger:
    """The trigger by which `columns` keep what other triggers counted, whatever a program or a fixture writes."""
    return pgtrigger.Trigger(
        name="only_triggers_write",
        when=pgtrigger.Before,
        operation=pgtrigger.UpdateOf(*columns),
        condition=pgtrigger.Condition("pg_trigger_depth() = 0"),
        func="\n".join(f"NEW.{column} := OLD.{column};" for column in columns) + "\nRETURN NEW;",
    )

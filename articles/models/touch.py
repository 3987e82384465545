"""Which pages a change touches. PostgreSQL notes it in the transaction that makes the change, so that no code, bulk
update or statement typed by hand can forget to; after the commit `articles.purging` drops the pages and the notes."""

import pgtrigger
from django.db import models

from .shown import EVERY

# Columns that no reader sees, of whatever table.
UNSEEN = ("search", "fingerprints", "proposal", "decided_at", "decided_by_id")


class Touch(models.Model):
    """The key of something that a committed change touched and whose pages are not purged yet."""

    key = models.CharField(max_length=120)

    class Meta:
        verbose_name = "touched key"
        verbose_name_plural = "touched keys"

    def __str__(self):
        return self.key


def touches(
    noun: str, *lists: str, own: str = "true", seen: str = "true", unseen: tuple = (), declared: str = ""
) -> pgtrigger.Trigger:
    """The trigger that notes what an insert, update or delete of a row touches.

    The row's own key is `noun:id`, touched where the SQL condition `own` holds. `lists` are SQL expressions that give a
    key or null; ROW stands for the row before or after the change. Nothing is noted while the row is not `seen` by
    readers (an SQL condition), nor for a change of `unseen` columns alone. `declared` is SQL that runs first and may
    add to the array `keys`.
    """
    keys = [f"'{noun}:' || ROW.id", f"'{noun}:{EVERY}'"]
    expressions = [*(keys if own == "true" else when(own, *keys)), *lists]
    note = f"""
        IF {seen} THEN
            keys := keys || ARRAY[{", ".join(expressions)}]::text[];
        END IF;"""
    columns = ", ".join((*UNSEEN, *unseen))
    return pgtrigger.Trigger(
        name="touch_pages",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        declare=[("keys", "text[] = '{}'")],
        func=f"""
            IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - '{{{columns}}}'::text[] = to_jsonb(NEW) - '{{{columns}}}'::text[]
            THEN
                RETURN NULL;
            END IF;
            {declared}
            IF TG_OP <> 'INSERT' THEN {note.replace("ROW.", "OLD.")}
            END IF;
            IF TG_OP <> 'DELETE' THEN {note.replace("ROW.", "NEW.")}
            END IF;
            INSERT INTO articles_touch (key) SELECT DISTINCT key FROM unnest(keys) AS key WHERE key IS NOT NULL;
            RETURN NULL;
        """,
    )


def when(condition: str, *keys: str) -> list[str]:
    """SQL that gives each of the keys, or null where the condition does not hold."""
    return [f"CASE WHEN {condition} THEN {key} END" for key in keys]


def changed(*columns: str) -> str:
    """An SQL condition: an update changes one of the columns, or the row is new or goes."""
    differ = " OR ".join(f"OLD.{column} IS DISTINCT FROM NEW.{column}" for column in columns)
    return f"(TG_OP <> 'UPDATE' OR {differ})"


def first_or_last(key: str, table: str, column: str, *, also: str = "true") -> str:
    """`key` where a row of `table` is the first or the last one that makes its noun appear in a list of nouns.

    `column` refers to the noun, `also` is what else makes a row count. Rows that appear together each see the others;
    the one with the lowest id speaks for them.
    """
    return f"""CASE WHEN NOT EXISTS (
        SELECT 1 FROM {table} AS other WHERE other.{column} = ROW.{column} AND other.published_at <= now() AND {also}
        AND CASE WHEN TG_OP = 'DELETE' THEN other.id <> ROW.id ELSE other.id < ROW.id END
    ) THEN '{key}' END"""

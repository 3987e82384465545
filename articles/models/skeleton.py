from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import Func, TextField


class Skeleton(Func):
    """What a name looks like: two names that a reader would take for each other have the same (Unicode TS #39)."""

    function = "newsportal_skeleton"
    output_field = TextField()


class Skeletons(Func):
    """The skeletons of a row's other names."""

    function = "newsportal_skeletons"
    output_field = ArrayField(TextField())


def skeletons(*names: str) -> list[str]:
    """The skeleton of each of `names`; empty when there is no letter or digit in it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT newsportal_skeleton(name) FROM unnest(%s) WITH ORDINALITY rows (name, n) ORDER BY n", [[*names]]
        )
        return [skeleton for (skeleton,) in cursor.fetchall()]

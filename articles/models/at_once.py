"""Several querysets asked by one statement, whose SQL is made once.

A page shows many kinds of rows. Asked for one by one, each costs a way to PostgreSQL and back, and Django puts its
question together anew, which takes longer than the answer. Here the rows of all come as JSON in one row.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import cached_property

from django.db import connections, router
from django.db.models.query import get_related_populators

# What JSON has no type for; the rest it knows itself.
READ = {"DateField": date.fromisoformat, "DateTimeField": datetime.fromisoformat}
LONG_AGO = datetime(1, 1, 2, tzinfo=UTC)


class AtOnce:
    """Asks for `querysets(**values)`, a dict of querysets by name. It is called once in the life of a process, with
    values that stand in for those of every page; so the values may appear as parameters of its SQL and decide nothing.

    `kinds` are the values' types; a list is for RawSQL that unnests it. Rows come with what select_related says;
    prefetch_related does nothing here.
    """

    def __init__(self, querysets, **kinds: type):
        self.querysets, self.kinds = querysets, kinds

    def __call__(self, **values) -> dict[str, list]:
        """The rows of each queryset: model instances, or bare values where it is a flat values_list."""
        return self.ask(**values)(*self.made[2])

    def ask(self, **values) -> Callable:
        """Ask, and return what makes the rows of the querysets that it is given the names of, each once. They name
        themselves on the part of a page that is being made then."""
        sql, params, readers = self.made
        using = router.db_for_read(next(iter(readers.values())).model)
        with connections[using].cursor() as cursor:
            cursor.execute(sql, [values[each.name] if isinstance(each, StandIn) else each for each in params])
            answers = dict(zip(readers, cursor.fetchone(), strict=True))
        return lambda *names: {name: readers[name].read(answers.pop(name), using) for name in names}

    @cached_property
    def made(self) -> tuple[str, list, dict]:
        """The statement, its parameters with a StandIn for each value, and a reader for each queryset."""
        stand_ins = [StandIn(name, kind, number) for number, (name, kind) in enumerate(self.kinds.items(), 1)]
        querysets = self.querysets(**{each.name: each.value for each in stand_ins})
        readers = {name: Reader(queryset) for name, queryset in querysets.items()}
        params = [param for reader in readers.values() for param in reader.params]
        params = [next((each for each in stand_ins if each.value == param), param) for param in params]
        if any(isinstance(param, datetime) for param in params):
            raise ValueError("A queryset reads the clock by itself: it would go on with this moment for ever.")
        return f"SELECT {', '.join(reader.sql for reader in readers.values())}", params, readers


class StandIn:
    """The place of a value among the parameters."""

    def __init__(self, name: str, kind: type, number: int):
        key = -(10**15) - number  # of no row
        self.name = name
        self.value = {
            int: key,
            str: str(key),
            list: [key],
            date: (LONG_AGO + timedelta(days=number)).date(),
            datetime: LONG_AGO + timedelta(days=number),
        }[kind]


class Reader:
    """One queryset: its SQL as an expression that gives all its rows, and how they become model instances."""

    def __init__(self, queryset):
        self.model = queryset.model
        compiler = queryset.query.get_compiler(queryset.db)
        rows, self.params = compiler.as_sql()
        names = ", ".join(f"c{number}" for number, _each in enumerate(compiler.select))
        self.sql = f"(SELECT coalesce(json_agg(json_build_array({names})), '[]') FROM ({rows}) AS answer ({names}))"
        kinds = [column.output_field.get_internal_type() for column, _sql, _alias in compiler.select]
        self.conversions = [(place, READ[kind]) for place, kind in enumerate(kinds) if kind in READ]
        self.is_flat = bool(queryset.query.values_select)
        self.select, self.classes, self.annotations = compiler.select, compiler.klass_info, compiler.annotation_col_map

    def read(self, rows: list, using: str) -> list:
        for row in rows:
            for place, conversion in self.conversions:
                if row[place] is not None:
                    row[place] = conversion(row[place])
        return [row[0] for row in rows] if self.is_flat else list(self.instances(rows, using))

    def instances(self, rows: list, using: str):
        """As Django's own ModelIterable makes them."""
        fields = self.classes["select_fields"]
        start, end = fields[0], fields[-1] + 1
        names = [column.target.attname for column, _sql, _alias in self.select[start:end]]
        populators = get_related_populators(self.classes, self.select, using)
        for row in rows:
            instance = self.model.from_db(using, names, row[start:end])
            for populator in populators:
                populator.populate(row, instance)
            for name, place in (self.annotations or {}).items():
                setattr(instance, name, row[place])
            yield instance

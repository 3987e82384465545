"""What deleting a row takes along: counted and not read out, so that asking costs the same however much it is."""

from collections import Counter

from django.db.models import CASCADE, PROTECT, RESTRICT, CharField, Value
from django.urls import NoReverseMatch, reverse
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext

MOST = 1000  # rows of one kind that go along with what is deleted
NAMED = 20  # of the rows that stand in its way


def deleted_with(objs, request, site) -> tuple[list, dict, set, list]:
    """As Django's function of the same purpose: what is deleted, how many rows of each kind, the kinds that `request`
    may not delete, and what stands in the way. Three queries at most for each kind that can stand there."""
    objs = list(objs)
    if not objs:
        return [], {}, set(), []
    opts = objs[0]._meta
    if in_the_way := [*named_in_the_way(objs, site)]:
        return [], {}, set(), in_the_way
    counts = taken_along(objs)
    if too_many := [kind._meta.verbose_name_plural for kind, number in counts.items() if number > MOST]:
        text = gettext("more than %(most)s: %(noun)s")
        most = number_format(MOST, force_grouping=True)
        return [], {}, set(), [text % {"most": most, "noun": noun} for noun in too_many]
    asked = [(opts.model, obj) for obj in objs] + [(kind, None) for kind in counts]
    lacking = {kind._meta.verbose_name for kind, obj in asked if not may_delete(kind, obj, request, site)}
    summary = {opts.verbose_name_plural: len(objs)}
    for kind, number in counts.items():
        summary[kind._meta.verbose_name_plural] = summary.get(kind._meta.verbose_name_plural, 0) + number
    return [linked(obj, site) for obj in objs], summary, lacking, []


def relations_to(model, *rules) -> list:
    fields = model._meta.get_fields(include_hidden=True)
    return [field for field in fields if field.auto_created and getattr(field, "on_delete", None) in rules]


def rows_of(relation, objs):
    return relation.related_model._base_manager.filter(**{f"{relation.field.name}__in": objs}).order_by()


def named_in_the_way(objs, site):
    """The first of the rows that must not lose what they rest on, each by its story where it is part of one."""
    for relation in relations_to(type(objs[0]), PROTECT, RESTRICT):
        rows = list(rows_of(relation, objs).select_related()[: NAMED + 1])
        yield from dict.fromkeys(linked(getattr(row, "article", row), site) for row in rows[:NAMED])
        if len(rows) > NAMED:
            yield gettext("and more")


def taken_along(objs) -> dict:
    """How many rows of each kind go with `objs`, counted to one more than MOST; one query."""
    relations = relations_to(type(objs[0]), CASCADE)
    if not relations:
        return {}
    marked = [
        rows_of(relation, objs).values_list(Value(str(place), output_field=CharField()))[: MOST + 1]
        for place, relation in enumerate(relations)
    ]
    counted = Counter(place for (place,) in marked[0].union(*marked[1:], all=True))
    counts = {}
    for place, relation in enumerate(relations):
        kind, number = relation.related_model, counted[str(place)]
        if number:  # a row can hang on another in two ways, as a reply on its parent and its thread
            counts[kind] = max(number, counts.get(kind, 0))
    return counts


def may_delete(kind, obj, request, site) -> bool:
    return not site.is_registered(kind) or site.get_model_admin(kind).has_delete_permission(request, obj)


def linked(obj, site) -> str:
    opts = obj._meta
    noun = capfirst(opts.verbose_name)
    try:
        address = reverse(f"{site.name}:{opts.app_label}_{opts.model_name}_change", args=[obj.pk])
    except NoReverseMatch:
        return format_html("{}: {}", noun, obj)
    return format_html('{}: <a href="{}">{}</a>', noun, address, obj)

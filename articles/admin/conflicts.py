"""Two editors save one story: the later save sees both, keeps what only one of them changed, and asks about the rest.

The submitted form is read against the version on which it was opened, which tells what this editor changed; and set
beside the latest version, which tells what the others did.
"""

from copy import copy
from dataclasses import dataclass, field

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext

from ..body import plain_text
from ..comparing import merged
from ..models import Revision


@dataclass
class Conflict:
    """What the others saved meanwhile, and where it meets what this editor typed."""

    names: str  # of the others; empty when they are this editor's own other saves
    taken_over: list = field(default_factory=list)  # labels of what only they changed
    fields: dict = field(default_factory=dict)  # name of a field that both changed → their version, for this editor
    rows: list = field(default_factory=list)  # sentences about rows that both changed

    @property
    def must_be_seen(self) -> bool:
        return bool(self.fields or self.rows or self.names)


@dataclass
class Rows:
    """The rows of one formset as a form sends them: by key, and those that are new."""

    prefix: str
    by_pk: dict
    labels: dict


def meet(admin, request, story) -> Conflict | None:
    """Put what others saved since the form was opened into `request.POST`; None when nobody did."""
    opened_on = request.POST.get("base", "")
    latest = story.revisions.order_by("-number").first()
    if not opened_on.isdigit() or latest is None or int(opened_on) >= latest.number:
        return None
    base = story.revisions.filter(number=int(opened_on)).first()
    if base is None:
        return None
    later = Revision.objects.filter(article=story, number__gt=base.number).select_related("created_by")
    others = {revision.created_by for revision in later.defer("content")} - {request.user}
    conflict = Conflict(names=", ".join(sorted(str(person or gettext("an import")) for person in others)))
    before, mine = opened(admin, request, story, base), submitted(admin, request, story, base)
    theirs = opened(admin, request, story, latest)
    data = request.POST.copy()
    data["base"] = str(latest.number)
    merge_fields(data, before[0], mine[0], theirs[0], conflict)
    for prefix, rows in theirs[1].items():
        merge_rows(data, rows, before[1][prefix], mine[1].get(prefix, {}), conflict)
    request.POST = data
    return conflict


def forms_of(admin, request, story):
    obj = admin.get_object(request, str(story.pk))
    data = (request.POST, request.FILES) if request.method == "POST" else ()
    form = admin.get_form(request, obj, change=True)(*data, instance=obj)
    formsets, _inlines = admin._create_formsets(request, obj, change=True)
    return form, formsets


def opened(admin, request, story, revision) -> tuple[dict, dict]:
    """What the form of the story as `revision` would send unchanged: its fields, and the rows of each formset."""
    request = copy(request)
    request.method = "GET"
    with story.shown_as(revision):
        form, formsets = forms_of(admin, request, story)
        fields = {name: (form[name].label, values_of(form[name])) for name in form.fields}
        rows = {
            formset.prefix: Rows(
                formset.prefix,
                {row.instance.pk: {name: values_of(row[name]) for name in row.fields} for row in formset.initial_forms},
                {row.instance.pk: str(row.instance) for row in formset.initial_forms},
            )
            for formset in formsets
        }
    return fields, rows


def submitted(admin, request, story, base) -> tuple[set, dict]:
    """The names of the fields that this editor changed, and of each row's, by formset and key."""
    with story.shown_as(base):
        form, formsets = forms_of(admin, request, story)
        rows = {
            formset.prefix: {row.instance.pk: set(row.changed_data) for row in formset.initial_forms}
            for formset in formsets
        }
        return set(form.changed_data), rows


def values_of(bound) -> dict[str, list]:
    """What a browser sends for an unchanged field: its controls' values by the last part of their names."""
    widget = getattr(bound.field.widget, "widget", bound.field.widget)
    context = widget.get_context(bound.html_name, bound.value(), {})["widget"]
    parts = context.get("subwidgets") if "optgroups" not in context else None
    return {part["name"].removeprefix(bound.html_name): sent(part) for part in parts or [context]}


def sent(control: dict) -> list:
    if "optgroups" in control:
        options = (option for _name, group, _index in control["optgroups"] for option in group)
        return [str(option["value"]) for option in options if option["selected"] and option["value"] not in ("", None)]
    if control.get("type") == "checkbox":
        return ["on"] if control["attrs"].get("checked") else []
    return ["" if control["value"] is None else str(control["value"])]


def put(data, name: str, values: dict) -> None:
    for part, sent_values in values.items():
        data.setlist(name + part, sent_values)


def merge_fields(data, before, changed, theirs, conflict) -> None:
    for name, (label, values) in theirs.items():
        if values == before[name][1]:
            continue
        if name not in changed:
            put(data, name, values)
            conflict.taken_over.append(str(label))
        elif any(data.getlist(name + part) != sent_values for part, sent_values in values.items()):
            conflict.fields[name] = their_version(before[name][1], values)


def merge_rows(data, theirs: Rows, before: Rows, changed: dict, conflict) -> None:
    """Write the formset anew: their rows with what this editor changed in them, then this editor's new ones."""
    prefix = theirs.prefix
    initial, total = (int(data.get(f"{prefix}-{name}") or 0) for name in ("INITIAL_FORMS", "TOTAL_FORMS"))
    typed = {}
    for key in [key for key in data if key.startswith(f"{prefix}-")]:
        index, _dash, name = key.removeprefix(f"{prefix}-").partition("-")
        if index.isdigit():
            typed.setdefault(int(index), {})[name] = data.getlist(key)
            del data[key]
    mine = {int(typed[index]["id"][0]): typed[index] for index in range(initial) if typed.get(index, {}).get("id")}
    rows = []
    for pk, fields in theirs.by_pk.items():
        row = {f"{name}{part}": values for name, parts in fields.items() for part, values in parts.items()}
        touched = changed.get(pk, set())
        for key, values in mine.get(pk, {}).items():
            if any(key == name or key.startswith(f"{name}_") for name in touched):
                row[key] = values
        if any(fields[name] != before.by_pk[pk][name] for name in touched):
            conflict.rows.append(gettext("Both of you changed “%(row)s”.") % {"row": theirs.labels[pk]})
        rows.append(row)
    for pk in before.by_pk.keys() - theirs.by_pk.keys():
        if changed.get(pk):
            text = gettext("“%(row)s”, which you changed, is no longer there.")
            conflict.rows.append(text % {"row": before.labels[pk]})
    kept = len(rows)
    rows += [typed[index] for index in range(initial, total) if index in typed]
    for index, row in enumerate(rows):
        for name, values in row.items():
            data.setlist(f"{prefix}-{index}-{name}", values)
    data[f"{prefix}-INITIAL_FORMS"], data[f"{prefix}-TOTAL_FORMS"] = str(kept), str(len(rows))


def their_version(before: dict, theirs: dict) -> str:
    """What others made of a field, as a sentence with the words that they changed marked."""
    texts = [plain_text(", ".join(sum(version.values(), []))) for version in (before, theirs)]
    marks = {"gone": "<del>{}</del>", "new": "<ins>{}</ins>", "same": "{}"}
    pieces = format_html_join("", "{}", ((format_html(marks[piece.kind], piece.text),) for piece in merged(*texts)))
    return format_html('{} <span class="change">{}</span>', gettext("Changed meanwhile as well, to this:"), pieces)


def sentence(conflict: Conflict) -> str:
    """What the editor is told above the form."""
    who = conflict.names or gettext("You, in another window,")
    text = gettext("%(who)s saved this story while you were writing. Nothing is lost: look at both and save again.")
    parts = [text % {"who": who}, *conflict.rows]
    if conflict.taken_over:
        parts.append(gettext("Taken over into your form: %(fields)s.") % {"fields": ", ".join(conflict.taken_over)})
    return " ".join(parts)

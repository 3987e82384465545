"""Every address of the desk that a browser can open, taken from the admin's own URLs: a page added later is among
them."""

from collections.abc import Iterator
from itertools import product

from django.contrib import admin
from django.urls import URLPattern, reverse

# Django's own, without a page of ours behind them; what a button or a script sends is refused to whoever opens it.
NOT_PAGES = {"autocomplete", "jsi18n", "logout", "login", "view_on_site"}


def patterns(entries=None) -> Iterator[URLPattern]:
    for entry in admin.site.get_urls() if entries is None else entries:
        if isinstance(entry, URLPattern):
            yield entry
        else:
            yield from patterns(entry.url_patterns)


def addresses(rows: dict, **arguments) -> Iterator[tuple[str, str]]:
    """Name and address of each. `rows` has one row of each model that has any; `arguments` what else stands in
    addresses, by name: a list gives an address for each value."""
    for pattern in patterns():
        names = [*(pattern.pattern.converters or pattern.pattern.regex.groupindex)]
        if not pattern.name or pattern.name in NOT_PAGES:
            continue
        known = arguments | keys_of(pattern.name, rows)
        if not known.keys() >= {*names}:
            continue  # of a model that has no row
        values = [known[name] if isinstance(known[name], list) else [known[name]] for name in names]
        for each in product(*values):
            yield pattern.name, reverse(f"admin:{pattern.name}", kwargs=dict(zip(names, each, strict=True)))


def keys_of(name: str, rows: dict) -> dict:
    """The key in the address of a page of a model, whose pages are named after it."""
    for model, row in rows.items():
        if name.startswith(f"{model._meta.app_label}_{model._meta.model_name}_"):
            return {"pk": row.pk, "object_id": row.pk}
    return {}

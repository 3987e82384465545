"""Figures for Prometheus at /metrics, of all processes of this machine and of the queue that all machines share."""

import secrets

from django.conf import settings
from django.http import Http404, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from .counts import COUNTERS, sums
from .health import Look

# Functions that give name → (what it says, value), read from the database when someone asks.
gauges = []


def measured() -> dict:
    return {name: value for read in gauges for name, value in read().items()}


backlog = Look(measured)


@never_cache
@require_safe
def metrics(request):
    """The figures, for whoever shows METRICS_TOKEN; where none is set there is no such page. Not by address: behind a
    proxy everyone comes from its own."""
    given = request.headers.get("Authorization", "").encode()
    if not settings.METRICS_TOKEN or not secrets.compare_digest(given, f"Bearer {settings.METRICS_TOKEN}".encode()):
        raise Http404
    lines = []
    for (sample, meaning), value in zip(COUNTERS.values(), sums(), strict=True):
        lines += told(sample, meaning, value, "counter")
    found, problem = backlog.answer()
    lines += told("database_up", "Whether the figures below could be read.", int(not problem), "gauge")
    for sample, (meaning, value) in (found or {}).items():
        lines += told(sample, meaning, value, "gauge")
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; version=0.0.4; charset=utf-8")


def told(sample: str, meaning: str, value: float, kind: str) -> list[str]:
    name = f"newsportal_{sample.partition('{')[0]}"
    head = [f"# HELP {name} {meaning}", f"# TYPE {name} {kind}"] if meaning else []
    return [*head, f"newsportal_{sample} {value}"]

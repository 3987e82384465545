"""The mark of a page that is the same for every reader, and all that caches need to know of it."""

from datetime import timedelta
from functools import partial, wraps

from django.conf import settings
from django.http import QueryDict
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from newsportal.pagecache.addresses import known_query

from ..models.shown import shown

# How long a page may be kept that nothing changed. What is not worth a purge, such as a newer story that would join
# the related ones, is right again after this time.
LIFETIME = timedelta(hours=1)
# So long a cache may hand out a page past its time while it fetches the next one, or while the portal is down.
REVALIDATING = timedelta(minutes=1)
DOWN = timedelta(days=1)
KEPT = {200, 410}
# When a page becomes another one, to the fraction of a second: for the portal's own cache, which takes the header off.
TURNS = "X-Page-Turns"


def shareable(view=None, *, reads=(), lifetime: timedelta = LIFETIME):
    """A page that is the same for every reader: GET and HEAD only, kept by caches until its keys are purged.

    The view sees those query parameters that `reads` names and no other, so none can be missing in a cache's key.
    """
    if view is None:
        return partial(shareable, reads=reads, lifetime=lifetime)

    @wraps(view)
    def page(request, *args, **noun):
        request.GET = QueryDict(known_query(request.META.get("QUERY_STRING", ""), reads))
        with shown() as content:
            response = view(request, *args, **noun)
            if not getattr(response, "is_rendered", True):
                response.render()
        patch_cache_control(response, public=True, max_age=0, must_revalidate=True)
        if response.status_code in KEPT:
            mark(response, content, lifetime)
        return response

    page.reads = reads
    return require_safe(page)


def mark(response, content, lifetime: timedelta) -> None:
    """Name the page's keys and lifetime in the header of `response`."""
    keys = content.keys()
    response.headers["Surrogate-Key"] = " ".join(keys)
    if any(name.startswith("cloudflare:") for name in settings.FRONT_CACHES):
        response.headers["Cache-Tag"] = ",".join(keys)
    grace = {
        "stale_while_revalidate": int(REVALIDATING.total_seconds()),
        "stale_if_error": int(DOWN.total_seconds()),
    }
    if content.expires_at and content.expires_at < timezone.now() + lifetime:
        lifetime = max(content.expires_at - timezone.now(), timedelta())
        response.headers[TURNS] = str(content.expires_at.timestamp())
        grace = {}  # past that moment the page is wrong, not merely old
    patch_cache_control(response, s_maxage=int(lifetime.total_seconds()), **grace)

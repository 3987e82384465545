from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe


def shareable(view):
    """A page that is the same for every reader: GET and HEAD only, kept by any cache that asks again each time."""
    return require_safe(cache_control(public=True, max_age=0, must_revalidate=True)(view))

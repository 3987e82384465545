from django.conf import settings
from django.utils.functional import SimpleLazyObject

from .models.section import sections
from .models.shown import shows


def site(request):
    """What every page shows. The sections are looked up only by a page that lists them."""
    shows("sections")  # also while there is none
    return {
        "SITE_NAME": settings.SITE_NAME,
        "SITE_URL": settings.SITE_URL,
        "sections": SimpleLazyObject(sections),
    }

from django.conf import settings

from .models import Section
from .models.shown import shows


def site(request):
    """What every page shows. The sections are read only by a page that lists them."""
    shows("sections")  # also while there is none
    return {"SITE_NAME": settings.SITE_NAME, "SITE_URL": settings.SITE_URL, "sections": Section.objects.all()}

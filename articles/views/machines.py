"""What programs read about the site as a whole."""

from datetime import UTC, datetime

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from ..addresses import absolute
from .shareable import shareable

PLAIN = "text/plain; charset=utf-8"


@shareable
def robots(request):
    return render(request, "robots.txt", content_type=PLAIN)


@shareable
def humans(request):
    return render(request, "humans.txt", {"LANGUAGE": settings.SITE_LANGUAGE}, content_type=PLAIN)


@shareable
def security(request):
    """RFC 9116: whom to tell of a hole. Without a contact there is no such file; it may not be valid over a year."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    today = timezone.now()
    lines = {
        "Contact": settings.SECURITY_CONTACT,
        "Expires": datetime(today.year + 1, today.month, 1, tzinfo=UTC).isoformat(),
        "Preferred-Languages": f"{settings.SITE_LANGUAGE}, en" if settings.SITE_LANGUAGE != "en" else "en",
        "Canonical": absolute(reverse("articles:security")),
    }
    return HttpResponse("".join(f"{name}: {value}\n" for name, value in lines.items()), content_type=PLAIN)

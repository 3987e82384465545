"""A form that could not be taken in: the page that holds everything typed, to be sent again.

For a database that is away, a session that ended and a token that is too old; nothing here asks the database. Whoever
only reads meanwhile is asked to come again.
"""

import re
import sys
from functools import cache

from django.apps import apps
from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext
from django.views.csrf import csrf_failure as plain_csrf_failure
from django.views.defaults import server_error as plain_server_error

from ..body import plain_text

# A row of a formset sends its fields as quotes-0-exact.
ROW = re.compile(r"^\w+-(\d+)-(\w+)$")
# What a form sends beside what somebody typed.
MACHINERY = re.compile(r"^(csrfmiddlewaretoken|window|opened|base|_\w*|action|.*(-id|-article|-position|_FORMS))$")
SECRET = re.compile(r"passw|otp|token", re.IGNORECASE)


def server_error(request):
    """503 when the database is away, with the form if there was one; any other error has its plain page."""
    if not isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return plain_server_error(request)
    if request.method == "POST":
        reason = gettext("The database did not answer, so nothing was saved. Wait a moment and try again.")
        return held(request, gettext("Not saved"), reason, status=503)
    return unavailable(render_to_string("503.html"))


def csrf_failure(request, reason=""):
    """403 with the form, where it comes from a page of ours that stood open for too long."""
    if request.method != "POST" or not is_ours(request):
        return plain_csrf_failure(request, reason)
    text = gettext("The page stood open while somebody signed in or out in this browser. Look at it and try again.")
    return held(request, gettext("Not saved yet"), text, status=403)


def signed_out(request):
    """401 with the form."""
    text = gettext("You are signed out, so nothing was saved. Sign in in another window, then try again here.")
    return held(request, gettext("Not saved: you are signed out"), text, status=401, sign_in=reverse("admin:login"))


def is_ours(request) -> bool:
    """Whether the form was sent by a page of this site: no stranger's form is made ready to be sent again."""
    site = f"{request.scheme}://{request.get_host()}"
    if origin := request.headers.get("Origin"):
        return origin in (site, *settings.CSRF_TRUSTED_ORIGINS)
    return request.headers.get("Referer", "").startswith(f"{site}/")


def held(request, title: str, reason: str, *, status: int, sign_in: str = "") -> HttpResponse:
    """The page with all that was sent; `title` and `reason` say why it was not taken in."""
    secret = getattr(request, "sensitive_post_parameters", ())
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if not (SECRET.search(name) or secret == "__ALL__" or name in secret)
    ]
    # A reader's page has no cookie, and its forms need no token.
    at_desk = request.path.startswith(reverse("admin:index"))
    context = {
        "title": title,
        "reason": reason,
        "sign_in": sign_in,
        "address": request.get_full_path(),
        "fields": fields,
        "typed": [(label_of(name), text_of(value)) for name, value in fields if is_typed(name) and value.strip()],
        "files": bool(request.FILES),
        "token": get_token(request) if at_desk else "",
        "can_retry": is_ours(request),
    }
    page = render_to_string("held.html", context)
    if status == 503:
        return unavailable(page)
    response = HttpResponse(page, status=status)
    add_never_cache_headers(response)
    return response


def unavailable(page: str) -> HttpResponse:
    """503, to be asked for again in a moment."""
    response = HttpResponse(page, status=503, headers={"Retry-After": "5"})
    add_never_cache_headers(response)
    return response


def is_typed(name: str) -> bool:
    row = ROW.match(name)
    field = known_fields().get(row[2] if row else name)
    return not MACHINERY.match(name) and not (field and field.is_relation)


def text_of(value: str) -> str:
    return plain_text(value) if value.lstrip().startswith("<") else value


def label_of(name: str) -> str:
    """What a field is called in the form that it comes from."""
    row = ROW.match(name)
    own = row[2] if row else name
    label = str(known_fields()[own].verbose_name) if own in known_fields() else own
    return f"{label} ({int(row[1]) + 1})" if row else label


@cache
def known_fields() -> dict:
    models = apps.get_app_config("articles").get_models()
    return {field.name: field for model in models for field in model._meta.fields}

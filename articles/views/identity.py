"""Who a reader is, on the pages under /replies/ only: the cookie is sent to no other, so no shareable page knows it."""

from functools import wraps
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from ..models import Commenter
from ..writing import masked

COOKIE = "commenter"


def personal(view):
    """A page for one reader, kept by no cache.

    It needs no token in its forms, so one that was opened yesterday still works: the cookies that it goes by are not
    sent along from other sites (SameSite), and `is_from_elsewhere` looks at where a form comes from.
    """

    @wraps(view)
    def wrapped(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response.headers["X-Robots-Tag"] = "noindex"
        response.headers["Referrer-Policy"] = "same-origin"
        return response

    return csrf_exempt(never_cache(wrapped))


def reader_of(request) -> Commenter | None:
    """The commenter that this browser has shown to be: by its desk session, or by the cookie that a mailed link set."""
    if request.user.is_authenticated and request.user.is_active and request.user.is_staff:
        return Commenter.objects.at_desk(request.user)
    token = request.COOKIES.get(COOKIE, "")
    return Commenter.objects.proved_by(token, "cookie", Commenter.COOKIE_LASTS) if token else None


def remember(response, reader: Commenter) -> None:
    """Let this browser be the reader's from now on."""
    response.set_cookie(
        COOKIE,
        reader.token("cookie"),
        max_age=Commenter.COOKIE_LASTS,
        path=reverse("articles:commenter_replies"),
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )


def forget(response) -> None:
    response.delete_cookie(COOKIE, path=reverse("articles:commenter_replies"), samesite="Lax")


def is_from_elsewhere(request) -> bool:
    """Whether a form was sent by a page of another site. Browsers say so; a program that says nothing has no cookie."""
    if site := request.headers.get("Sec-Fetch-Site"):
        return site not in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return bool(origin) and urlsplit(origin).netloc != request.get_host()


def network_of(request) -> str | None:
    """The masked network that a request comes from; the whole address is kept nowhere."""
    header = settings.CLIENT_ADDRESS_HEADER
    address = request.headers.get(header, "") if header else request.META.get("REMOTE_ADDR", "")
    return masked(address.split(",")[-1].strip())

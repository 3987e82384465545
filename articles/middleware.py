from django.http import HttpResponsePermanentRedirect
from django.urls import reverse

from .renamed import present_path
from .views.held import is_ours, signed_out


class FormerSlugMiddleware:
    """Answer 301 in place of 404 where the address was renamed or merged."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code == 404 and request.resolver_match:
            return redirect_to_present(request) or response
        return response


def redirect_to_present(request) -> HttpResponsePermanentRedirect | None:
    """The redirect to what the slug in the request's address is called today, with the same query."""
    path = present_path(request.resolver_match)
    query = request.META.get("QUERY_STRING")
    return path and HttpResponsePermanentRedirect(f"{path}?{query}" if query else path)


class SignedOutMiddleware:
    """Where the desk would answer a form with the sign-in page, and so lose what was typed, answer with the form."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.method != "POST" or response.status_code != 302:
            return response
        sign_in = reverse("admin:login")
        leads_there = response["Location"].partition("?")[0] == sign_in and request.path != sign_in
        # A script that asks shows it in its own way.
        is_page = request.headers.get("Sec-Fetch-Dest") != "empty"
        return signed_out(request) if leads_there and is_page and is_ours(request) else response

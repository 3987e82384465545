from django.http import HttpResponsePermanentRedirect
from django.urls import reverse

from .models import Article, Author, FormerSlug, Page, Section, Series, Source, Speaker, Tag
from .views.held import is_ours, signed_out

# A view's keyword argument names the noun that it shows, so one rule serves pages and feeds alike.
NOUNS = {
    "section": Section,
    "series": Series,
    "tag": Tag,
    "source": Source,
    "speaker": Speaker,
    "author": Author,
    "page": Page,
    "article": Article,
}


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


def present_path(match) -> str | None:
    """Where the renamed or merged thing that a resolved address names is today; None when there is no such thing."""
    noun = next((noun for noun in NOUNS if isinstance(match.kwargs.get(noun), str)), None)  # a key is not a slug
    if noun is None:
        return None
    former = f"{match.kwargs['day']}/{match.kwargs[noun]}" if noun == "article" else match.kwargs[noun]
    # What readers cannot see yet keeps its new address to itself.
    rows = Article.objects.addressable() if noun == "article" else NOUNS[noun].objects
    target = rows.filter(pk=FormerSlug.objects.target_of(noun, former)).first()
    if target is None:
        return None
    now = {"day": target.published_on, "article": target.slug} if noun == "article" else {noun: target.slug}
    return reverse(match.view_name, kwargs=match.kwargs | now)


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

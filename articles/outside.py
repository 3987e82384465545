"""Requests to other people's servers."""

from urllib.request import HTTPRedirectHandler


class NoRedirects(HTTPRedirectHandler):
    """Follows nobody elsewhere: what is asked, and what is told with it, is for the address that we know."""

    def redirect_request(self, *args):
        return None  # an HTTPError then

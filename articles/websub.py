"""WebSub (https://www.w3.org/TR/websub/): whoever follows a feed through the hub that it names hears at once of news.

The hub is told the address of a changed feed, and fetches it. It is told as all hubs understand it, though the
recommendation leaves the way open: hub.mode=publish (PubSubHubbub 0.4, section 7).
"""

import http.client
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, build_opener

from django.conf import settings

from .outside import NoRedirects

TIMEOUT = 5  # seconds for the hub to take the connection, and for each part of its answer


def header(feed: str) -> str:
    """The header Link of the feed at the address `feed`."""
    return f'<{settings.WEBSUB_HUB}>; rel="hub", <{feed}>; rel="self"'


def tell(feeds) -> dict[str, str]:
    """Tell the hub that the feeds at these addresses changed; returns what went wrong, by address.

    A hub that answers with an error is asked about the other feeds all the same; one that does not answer is not.
    """
    problems, silence = {}, ""
    for feed in sorted(feeds):
        try:
            if not silence:
                publish(feed)
        except HTTPError as error:
            problems[feed] = f"{error.code} {error.reason}"
        except (OSError, http.client.HTTPException) as error:
            silence = str(error) or type(error).__name__
        if silence:
            problems[feed] = silence
    return problems


def publish(feed: str) -> None:
    data = urlencode({"hub.mode": "publish", "hub.url": feed}).encode()
    request = Request(settings.WEBSUB_HUB, data, {"User-Agent": "Newsportal"}, method="POST")
    with build_opener(NoRedirects).open(request, timeout=TIMEOUT):
        pass

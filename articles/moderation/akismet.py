"""An adapter for services that speak Akismet's protocol (https://akismet.com/developers/comment-check)."""

import urllib.parse
import urllib.request

from django.conf import settings

from ..outside import NoRedirects
from .answers import Answer, Submission, Verdict

# Seconds for each step on the line; the whole call has its own limit, see checkers.ask.
STEP = 2.0
LONGEST = 64  # bytes: the answer is one word


def check(submission: Submission) -> Answer:
    """Asks the service. It is told no e-mail address, and of the network address only the masked part."""
    fields = {
        "api_key": settings.AKISMET_KEY,
        "blog": settings.SITE_URL,
        "blog_lang": settings.SITE_LANGUAGE,
        "user_ip": submission.network.split("/")[0],
        "permalink": submission.address,
        "comment_type": "comment",
        "comment_author": submission.name,
        "comment_content": submission.text,
    }
    request = urllib.request.Request(settings.AKISMET_URL, urllib.parse.urlencode(fields).encode(), method="POST")
    with urllib.request.build_opener(NoRedirects).open(request, timeout=STEP) as response:
        said = response.read(LONGEST).strip()
        is_blatant = response.headers.get("X-akismet-pro-tip") == "discard"
    if said == b"false":
        return Answer("akismet", Verdict.OK)
    if said == b"true":
        return Answer("akismet", Verdict.REJECT if is_blatant else Verdict.HOLD, "spam")
    return Answer("akismet", Verdict.UNKNOWN, "unchecked")

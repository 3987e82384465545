"""What a reader of the conversation does, through the browser."""

import re

from django.core import mail
from django.urls import reverse

REPLY = {"name": "Ani", "email": "ani@example.org", "text": "Setuju sekali dengan ini.", "kind": "reply"}


def send(client, article, **fields):
    return client.post(reverse("articles:comment_create", args=[article.pk]), REPLY | fields)


def mailed_link(place="/replies/") -> str:
    """The path of the link in the last letter."""
    return re.search(rf"https?://[^/\s]+({place}\S+)", mail.outbox[-1].body)[1]


def prove(client) -> None:
    """Open the link of the last letter and press its button, all ticks as they are."""
    press(client, mailed_link("/replies/confirm/"))


def press(client, link: str) -> None:
    page = client.get(link).text
    ticked = re.findall(r'name="own" value="(\d+)" checked', page)
    until = re.search(r'name="until" value="(\d+)"', page)
    response = client.post(link, {"own": ticked, "until": until[1] if until else ""})
    assert response.status_code == 200


def sign_in(client, commenter):
    """Let the browser be the commenter's, as the mailed link does."""
    press(client, reverse("articles:commenter_confirm", args=[commenter.token("confirm")]))
    return client

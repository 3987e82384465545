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
    """Open the link of the last letter and press its button."""
    assert client.post(mailed_link("/replies/confirm/")).status_code == 200


def sign_in(client, commenter):
    """Let the browser be the commenter's, as the mailed link does."""
    client.post(reverse("articles:commenter_confirm", args=[commenter.token("confirm")]))
    return client

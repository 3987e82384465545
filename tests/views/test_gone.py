"""Every address of a story that was retracted answers 410 and says why, not only the story's own."""

import pytest
from django.urls import reverse

from articles.models import Quote
from tests.factories import create_article, create_comment, create_published, create_quote

REASON = "Saksi ternyata tidak ada."


@pytest.fixture
def addresses():
    story = create_published()
    quote, root = create_quote(story), create_comment(story)
    reply = create_comment(story, parent=root)
    under = [story.published_on, story.slug]
    story.retract(reason=REASON)
    return {
        "story": story.get_absolute_url(),
        "history": reverse("articles:article_history", args=under),
        "ledger": reverse("articles:conversation_ledger", args=under),
        "card": reverse("articles:article_card", args=under),
        "news": reverse("articles:comment_news", args=under),
        "quote": quote.get_absolute_url(),
        "quote card": reverse("articles:quote_card", args=[quote.pk]),
        "comment": root.get_absolute_url(),
        "reply": reply.get_absolute_url(),
    }


def test_everything_under_a_retracted_story_is_gone_and_says_why(client, addresses):
    for name, address in addresses.items():
        response = client.get(address)

        assert response.status_code == 410, name
        assert REASON in response.text, name
        assert "Tanggapan nomor" not in response.text and "Kata-kata nomor" not in response.text, name
        assert "s-maxage" in response.headers["Cache-Control"], name
    assert client.get(addresses["news"]).json() == {"gone": REASON}


def test_reply_that_nobody_saw_is_not_found_under_a_retracted_story_too(client):
    story = create_published()
    hidden = create_comment(story, status="hidden")
    story.retract(reason=REASON)

    assert client.get(hidden.get_absolute_url()).status_code in (404, 410)
    held = create_comment(create_published(), status="held")
    held.article.retract(reason=REASON)
    assert client.get(held.get_absolute_url()).status_code == 404


def test_card_of_a_withdrawn_quote_is_gone_and_says_why(client, editor):
    quote = create_quote(create_published())
    quote.withdraw(reason="Salah dengar.", by=editor)

    response = client.get(reverse("articles:quote_card", args=[quote.pk]))

    assert response.status_code == 410 and "Salah dengar." in response.text


def test_what_was_never_shown_has_no_card_no_ledger_and_no_news(client):
    scheduled, draft = create_published(hours_ago=-1), create_article()
    quote = create_quote(draft, status=Quote.Status.ACCEPTED)

    for name in ("article_card", "conversation_ledger", "comment_news"):
        assert client.get(reverse(f"articles:{name}", args=[scheduled.published_on, scheduled.slug])).status_code == 404
    assert client.get(reverse("articles:quote_card", args=[quote.pk])).status_code == 404

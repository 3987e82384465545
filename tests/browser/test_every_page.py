"""Every page of the desk, as the admin's own URLs list them: nothing that axe minds, nothing cut off at 200 %, and
every control within reach of the keyboard."""

from datetime import timedelta
from uuid import uuid4

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone

from articles.models import Appeal, Ban, Decision, Duplicate, Note, Page, SourceItem, UnsavedWork
from articles.models.content import content_of
from tests.admin.addresses import addresses
from tests.admin.test_every_page import create_everything
from tests.browser.walking import problems_by_keyboard
from tests.factories import arrange, create_article, create_editor

pytestmark = pytest.mark.browser

# Drawn by Django's own templates and nothing of ours.
DJANGOS = ("_history", "_delete", "password_change", "password_change_done")

# Select2 and the table of inline rows come with Django's admin as they are; a button that is off may be pale.
NOT_OURS = [".select2-container", "th.original", ".prose-menubar__button.disabled"]


@pytest.fixture
def places(signed_in, client):
    """Name and address of each page, with something on it."""
    signed_in.wait_for_selector("#user-tools")
    rows = create_everything(create_editor())
    story = next(row for row in rows.values() if row._meta.model_name == "article")
    draft = create_article(headline="Kabar yang mirip")
    Duplicate.objects.create(one=story, other=draft, similarity=0.8)
    story.revise(content_of(story) | {"headline": "Menunggu"})
    reply = story.comments.first()
    more = [
        Page.objects.create(title="Etika", slug="etika", body="<p>Kami jujur.</p>"),
        Appeal.objects.create(comment=reply, commenter=reply.commenter, text="Mohon dilihat lagi."),
        reply.commenter,
        Ban.objects.create(network="10.0.0.0/24", reason="spam", until=timezone.now() + timedelta(days=1)),
        arrange(None, {1: story}),
    ]
    Note.objects.create(article=story, author=create_editor(), text="Tanya nakhodanya.")
    UnsavedWork.objects.keep({"headline": ["Kapal"]}, window=uuid4(), user=create_editor(), story=story)
    rows |= {type(row): row for row in more}
    rows |= {Decision: Decision.objects.first()} if Decision.objects.exists() else {}
    known = {"front": 0, "other": draft.pk, "state": SourceItem.State.KILLED, "app_label": "articles"}
    client.force_login(create_editor())
    return [
        (name, address)
        for name, address in addresses(rows, **known)
        if not name.endswith(DJANGOS) and is_page(client.get(address))
    ]


def is_page(answer) -> bool:
    """Neither what only a button sends nor an answer for a script."""
    return answer.status_code == 200 and answer["Content-Type"].startswith("text/html")


# Axe puts styles of its own into a page to measure it, which the policy would refuse.
@pytest.mark.parametrize("context_options", [{"bypass_csp": True, "viewport": {"width": 640, "height": 900}}])
def test_axe_minds_nothing_and_nothing_needs_scrolling_sideways_on_any_page(signed_in, places):
    findings = []
    for name, address in places:
        signed_in.goto(address)
        if signed_in.evaluate("document.documentElement.scrollWidth") > 640:
            findings.append((name, "needs scrolling sideways"))
        found = Axe().run(signed_in, context={"exclude": NOT_OURS}).response["violations"]
        findings += [(name, problem["id"], problem["impact"], problem["nodes"][0]["html"][:160]) for problem in found]

    assert len(places) > 60
    assert findings == []


# 640 by 450 pixels are a screen of 1280 by 900 at 200 %, on which what sticks to an edge covers most.
@pytest.mark.parametrize("context_options", [{"reduced_motion": "reduce", "viewport": {"width": 640, "height": 450}}])
def test_on_every_page_the_tab_key_reaches_each_control_and_one_sees_where_one_is(signed_in, places):
    findings = []
    for name, address in places:
        signed_in.goto(address)
        findings += [(name, *problem) for problem in problems_by_keyboard(signed_in)]

    assert findings == []

"""Journeys through what is due, what resembles another story, and what stands in several languages."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Duplicate, Recheck
from articles.models.content import content_of
from tests.browser.test_desk import serious
from tests.factories import create_article, create_photo, create_published
from tests.models.test_duplicate import DETAILS, OPENING, OTHER, body

pytestmark = pytest.mark.browser


def address(name, *args):
    return reverse(f"admin:articles_{name}", args=args)


@pytest.fixture
def places(db):
    """Every page of the desk that these subjects add, each with something on it."""
    live = create_published(language="id", headline="Feri terlambat", body=body(OPENING, DETAILS), hours_ago=3)
    live.plan(unpublish_at=timezone.now() + timedelta(days=2), review_by=timezone.localdate() + timedelta(days=3))
    create_published(headline="Pasar malam dibuka", hours_ago=-5)
    create_published(headline="Dermaga lama", lead_photo=create_photo(licence_expires_on=date(2020, 1, 1)))
    draft = create_article(headline="Feri masih terlambat", body=body(OPENING, DETAILS, OTHER))
    Duplicate.objects.propose(draft)
    live.start_translation("en")
    live.revise(content_of(live) | {"body": body(OPENING)})
    live.correct(kind="correction", reason="Penumpang belum semuanya dijemput.")
    return {
        "agenda": address("article_calendar"),
        "month": f"{address('article_calendar')}?month={timezone.localdate():%Y-%m}",
        "dates": address("article_plan", live.pk),
        "form": address("article_change", live.pk),
        "side by side": address("article_duplicate", draft.pk, live.pk),
        "languages": address("article_translations", live.pk),
        "queue": address("recheck_changelist"),
        "entry": address("recheck_change", Recheck.objects.get().pk),
    }


# Axe puts styles of its own into a page to measure it, which the policy would refuse.
@pytest.mark.parametrize("context_options", [{"bypass_csp": True}])
def test_axe_finds_nothing_serious_and_nothing_needs_scrolling_sideways(places, signed_in):
    findings = []
    # Axe reads the admin's style sheets again, as if they lay where the page lies.
    signed_in.route("**/change/widgets.css**", lambda route: route.fulfill(body=""))

    for name, place in places.items():
        signed_in.set_viewport_size({"width": 1280, "height": 900})
        signed_in.goto(place)
        findings += serious(signed_in, name)
        signed_in.set_viewport_size({"width": 640, "height": 900})  # 1280 at 200 %
        width = signed_in.evaluate("document.documentElement.scrollWidth")
        findings += [(name, "width", width)] if width > 640 and name not in ("queue", "form") else []

    assert findings == []


def test_an_editor_finds_the_original_by_typing_and_links_it(places, signed_in):
    story = create_article(language="nl", headline="Veerboot te laat")
    signed_in.goto(address("article_translations", story.pk))
    signed_in.click(".select2-selection")
    signed_in.fill(".select2-search__field", "Feri terlambat")
    signed_in.click(".select2-results__option:has-text('Feri terlambat')")
    signed_in.click("button[value=link]")
    signed_in.wait_for_selector(".messagelist")

    assert Article.objects.get(pk=story.pk).translation_of.headline == "Feri terlambat"

"""The same words elsewhere, and a source that changes: by keyboard, without JavaScript, and for everyone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse

from articles.models import Likeness, Recheck, SourceItem
from tests.factories import create_citation, create_published, create_quote, create_source

pytestmark = pytest.mark.browser

WORDS = "Kami akan membangun kembali dermaga lama sebelum musim {} datang."


@pytest.fixture
def item():
    """A report on which two stories rest, with quotes that differ by a word."""
    first = create_published()
    item = create_citation(first, source=create_source(name="Radio Lentera"), title="Laporan").item
    for story, season in ((first, "hujan"), (create_published(), "kemarau")):
        citation = story.citations.get_or_create(item=item)[0]
        create_quote(story, exact=WORDS.format(season), citation=citation).find_likenesses()
    return item


def pair_page():
    return reverse("admin:articles_likeness_change", args=[Likeness.objects.get().pk])


def test_one_key_decides_on_a_pair(signed_in, item):
    signed_in.goto(pair_page())
    signed_in.wait_for_selector("kbd")

    signed_in.keyboard.press("s")

    signed_in.wait_for_selector(".messagelist .success")
    assert Likeness.objects.get().verdict == Likeness.Verdict.SAME


@pytest.mark.parametrize("context_options", [{"java_script_enabled": False}])
def test_without_javascript_a_pair_is_decided_and_an_item_marked(signed_in, item):
    signed_in.goto(pair_page())
    signed_in.click("[value=refuse]")
    assert Likeness.objects.get().verdict == Likeness.Verdict.DIFFERENT

    signed_in.goto(reverse("admin:articles_sourceitem_change", args=[item.pk]))
    signed_in.click(".object-tools a[href*=killed]")
    signed_in.click(".submit-row [type=submit]")
    signed_in.click("#result_list th a >> nth=0")
    signed_in.fill("[name=note]", "Kutipan ditarik.")
    signed_in.click(".submit-row [type=submit]")

    assert Recheck.objects.done().count() == Recheck.objects.open().count() == 1


# Axe puts styles of its own into a page to measure it, which the policy would refuse.
@pytest.mark.parametrize("context_options", [{"bypass_csp": True}])
def test_axe_finds_nothing_serious(signed_in, item):
    item.mark(SourceItem.State.KILLED)
    places = [pair_page(), reverse("admin:articles_likeness_changelist"), reverse("admin:articles_recheck_changelist")]
    places += [reverse("admin:articles_recheck_change", args=[Recheck.objects.first().pk])]
    places += [reverse("admin:articles_sourceitem_mark", args=[item.pk, "corrected"])]
    findings = []

    for place in places:
        signed_in.goto(place)
        signed_in.wait_for_load_state("networkidle")
        # It would read style sheets that others import from beside the page, where they are not.
        problems = Axe().run(signed_in, options={"preload": False}).response["violations"]
        findings += [(place, each["id"]) for each in problems if each["impact"] in ("serious", "critical")]

    assert findings == []

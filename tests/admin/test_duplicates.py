"""A draft that resembles a recent story says so, side by side, with “update that one instead”."""

from io import StringIO
from pathlib import Path

from django.core.management import call_command
from django.urls import reverse
from django.utils import translation

from articles.models import Article, Duplicate
from tests.admin.forms import fields
from tests.factories import create_article, create_published
from tests.models.test_duplicate import DETAILS, OPENING, OTHER, body

PAGE = Path(__file__).parent.parent / "data" / "dermaga.txt"


def page_of(story, other):
    return reverse("admin:articles_article_duplicate", args=[story.pk, other.pk])


def form_of(story):
    return reverse("admin:articles_article_change", args=[story.pk])


def create_pair(**kept):
    kept = create_published(body=body(OPENING, DETAILS), headline="Feri terlambat", **kept)
    draft = create_article(body=body(OPENING, DETAILS, OTHER), headline="Feri masih terlambat")
    Duplicate.objects.propose(draft)
    return draft, kept


def test_a_saved_draft_says_what_it_resembles_and_where_to_compare_until_somebody_decides(desk):
    kept = create_published(body=body(OPENING, DETAILS), headline="Feri terlambat")
    draft = create_article(headline="Lagi-lagi feri")
    data = fields(desk.get(form_of(draft))) | {"body": body(OPENING, DETAILS)}

    said = desk.post(form_of(draft), data | {"_continue": "1"}, follow=True).content.decode()

    assert said.count(page_of(draft, kept)) == 2  # as a message, and at the top of the form
    assert page_of(draft, kept) in desk.get(form_of(draft)).content.decode()


def test_an_edit_of_a_live_story_that_waits_says_what_it_resembles_and_is_shown_beside_it(desk):
    draft = create_article(headline="Feri masih terlambat", body=body(OPENING, DETAILS))
    live = create_published(headline="Panen", body=body(OTHER))
    data = fields(desk.get(form_of(live))) | {"body": body(OTHER, OPENING, DETAILS)}

    said = desk.post(form_of(live), data | {"_continue": "1"}, follow=True).text

    assert said.count(page_of(live, draft)) == 2 and "update that one instead" not in said
    assert f"<mark>{OTHER.strip()}</mark>" in desk.get(page_of(draft, live)).text


def test_both_texts_stand_side_by_side_and_what_differs_is_marked(desk):
    draft, kept = create_pair()

    page = desk.get(page_of(draft, kept)).content.decode()

    assert "Feri terlambat" in page and "Feri masih terlambat" in page
    assert f"<mark>{OTHER.strip()}</mark>" in page
    assert f"<mark>{OPENING.strip()}</mark>" not in page


def test_update_that_one_instead_makes_an_edit_that_waits_in_the_other_story(desk):
    draft, kept = create_pair()

    page = desk.post(page_of(draft, kept), {"verdict": "update"}, follow=True)

    kept = Article.objects.select_related("pending").get(pk=kept.pk)
    assert page.redirect_chain == [(form_of(kept), 302)]
    assert kept.headline == "Feri terlambat"
    assert fields(page)["headline"] == ["Feri masih terlambat"]
    assert form_of(draft) in page.content.decode()
    assert page_of(draft, kept) not in desk.get(form_of(draft)).content.decode()


def test_two_stories_are_remembered(desk):
    draft, kept = create_pair()

    desk.post(page_of(draft, kept), {"verdict": "apart"})
    data = fields(desk.get(form_of(draft)))
    said = desk.post(form_of(draft), data | {"_continue": "1"}, follow=True).content.decode()

    assert page_of(draft, kept) not in said
    log = desk.get(reverse("admin:articles_deed_changelist")).text
    assert f'<a href="{form_of(draft)}">kept apart from a story that resembles it: Feri masih terlambat</a>' in log


def test_who_may_not_change_stories_decides_nothing(allowed):
    draft, kept = create_pair()
    reader = allowed("view_article")

    assert reader.get(page_of(draft, kept)).status_code == 200
    assert reader.post(page_of(draft, kept), {"verdict": "update"}).status_code == 403
    assert reader.post(page_of(draft, kept), {"verdict": "apart"}).status_code == 403


def test_stories_that_were_never_compared_have_no_such_page(desk):
    assert desk.get(page_of(create_article(), create_article())).status_code == 404


def test_an_import_says_what_it_resembles_and_asks_nothing(tmp_path):
    again = tmp_path / "lagi.txt"
    again.write_bytes(PAGE.read_bytes() + b"\n")
    told = StringIO()
    with translation.override("en"):
        call_command("import_stories", str(PAGE), stdout=StringIO())
        call_command("import_stories", str(again), stdout=told)

    first = Article.objects.order_by("pk").first()
    assert f"story {first.pk}, “" in told.getvalue()
    assert "100 % of the shorter text" in told.getvalue()
    assert Article.objects.count() == 2

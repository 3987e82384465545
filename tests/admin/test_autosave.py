"""What is typed into a story's form is kept while nobody saves it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, UnsavedWork
from tests.admin.forms import fields
from tests.factories import create_article, create_author, create_editor, create_published

ADD = reverse("admin:articles_article_add")


def form_of(story):
    return reverse("admin:articles_article_change", args=[story.pk])


def keep(client, form, story=None):
    place = "keep" if story else "keep_new"
    return client.post(reverse(f"admin:articles_article_{place}", args=[story.pk] if story else []), form)


@pytest.fixture
def colleague():
    client = Client()
    client.force_login(create_editor(username="sari"))
    return client


def test_a_form_as_it_stands_is_kept_and_offered_and_comes_back_whole_though_it_is_not_valid(desk):
    story = create_article(headline="Kapal tiba")
    form = fields(desk.get(form_of(story)))
    typed = {"headline": "", "body": "<p>Belum selesai", "tags": ["Laut"], "bylines-TOTAL_FORMS": "1"}
    typed |= {"bylines-0-author": "", "bylines-0-contribution": "dari dermaga"}

    answer = keep(desk, form | typed, story)

    assert "kept at" in answer.json()["text"]
    story.refresh_from_db()
    assert story.headline == "Kapal tiba"
    page = desk.get(form_of(story)).content.decode()
    assert "unsaved work of yours" in page and answer.json()["offer"]["open"] in page
    opened = fields(desk.get(answer.json()["offer"]["open"]))
    assert {name: opened[name] for name in ("headline", "body", "tags", "bylines-0-contribution")} == {
        "headline": [""],
        "body": ["<p>Belum selesai"],
        "tags": ["Laut"],
        "bylines-0-contribution": ["dari dermaga"],
    }
    assert opened["window"] == form["window"]


def test_unsaved_work_opens_without_complaints_and_is_not_offered_within_itself(desk):
    story = create_article()
    form = fields(desk.get(form_of(story))) | {"headline": ""}
    place = keep(desk, form, story).json()["offer"]["open"]

    page = desk.get(place).content.decode()

    assert "errornote" not in page and "unsaved work of yours" not in page


def test_a_save_deletes_what_was_kept_and_refuses_what_comes_late(desk):
    story = create_article()
    form = fields(desk.get(form_of(story))) | {"headline": "Kapal tiba"}
    keep(desk, form, story)

    desk.post(form_of(story), form)

    assert UnsavedWork.objects.get().form == {}
    assert keep(desk, form, story).json() == {"is_saved": True}
    assert UnsavedWork.objects.get().form == {}
    assert "unsaved work" not in desk.get(form_of(story)).content.decode()


def test_a_save_that_is_refused_deletes_nothing(desk):
    story = create_article()
    form = fields(desk.get(form_of(story))) | {"headline": ""}
    keep(desk, form, story)

    desk.post(form_of(story), form)

    assert UnsavedWork.objects.offered().count() == 1


def test_unsaved_work_meets_what_was_saved_since_it_was_begun(desk, colleague):
    story = create_article(headline="Kapal tiba")
    form = fields(desk.get(form_of(story))) | {"headline": "Kapal tiba sore"}
    place = keep(desk, form, story).json()["offer"]["open"]
    theirs = fields(colleague.get(form_of(story))) | {"headline": "Kapal tiba pagi"}
    colleague.post(form_of(story), theirs)

    met = desk.post(place, fields(desk.get(place)))

    assert met.status_code == 409 and "<ins> pagi</ins>" in met.content.decode()
    assert fields(met)["headline"] == ["Kapal tiba sore"]


@pytest.mark.parametrize("create", [create_article, create_published])
def test_a_colleague_opens_what_another_left_and_saves_it_which_settles_it(desk, colleague, editor, create):
    story = create()
    form = fields(desk.get(form_of(story))) | {"headline": "Kapal tiba"}
    keep(desk, form, story)

    page = colleague.get(form_of(story))
    place = UnsavedWork.objects.get().pk
    assert f"unsaved work of {editor.username}" in page.content.decode()
    assert "/discard/" not in page.content.decode()
    opened = colleague.get(f"{form_of(story)}?work={place}")
    assert fields(opened)["window"] != form["window"]
    colleague.post(form_of(story), fields(opened))

    assert story.revisions.last().content["headline"] == "Kapal tiba"
    assert not UnsavedWork.objects.offered().exists()


def test_what_grew_after_a_colleague_opened_it_stays_when_that_colleague_saves(desk, colleague):
    story = create_article()
    form = fields(desk.get(form_of(story))) | {"headline": "Kapal tiba"}
    place = keep(desk, form, story).json()["offer"]["open"]
    opened = fields(colleague.get(place))
    keep(desk, form | {"headline": "Kapal tiba sore"}, story)

    colleague.post(form_of(story), opened)

    assert UnsavedWork.objects.offered().get().headline == "Kapal tiba sore"


def test_two_new_stories_in_two_windows_are_kept_apart_and_each_is_opened(desk):
    create_author()
    for headline in ("Kapal", "Kereta"):
        keep(desk, fields(desk.get(ADD)) | {"headline": headline})

    page = desk.get(ADD).content.decode()

    assert "Kapal" in page and "Kereta" in page
    work = UnsavedWork.objects.get(headline="Kereta")
    opened = fields(desk.get(f"{ADD}?work={work.pk}"))
    assert opened["headline"] == ["Kereta"]
    saved = desk.post(f"{ADD}?work={work.pk}", opened | {"_continue": "1"}, follow=True)
    assert saved.status_code == 200 and "errornote" not in saved.content.decode()
    assert Article.objects.get().headline == "Kereta"
    assert UnsavedWork.objects.offered().get().headline == "Kapal"


def test_new_stories_of_others_are_not_offered(desk, colleague):
    work = keep(desk, fields(desk.get(ADD)) | {"headline": "Rahasia"}).json()["offer"]

    assert "Rahasia" not in colleague.get(ADD).content.decode()
    assert colleague.get(work["open"]).status_code == 404
    assert colleague.post(work["discard"]).status_code == 404


def test_discarded_work_is_gone(desk):
    story = create_article()
    offer = keep(desk, fields(desk.get(form_of(story))) | {"headline": "X"}, story).json()["offer"]

    assert desk.post(offer["discard"]).url == form_of(story)

    assert desk.get(offer["open"]).url == form_of(story) and UnsavedWork.objects.get().form == {}


def test_discarded_by_the_pages_own_script_the_page_stays(desk):
    story = create_article()
    offer = keep(desk, fields(desk.get(form_of(story))) | {"headline": "X"}, story).json()["offer"]

    assert desk.post(offer["discard"], HTTP_SEC_FETCH_DEST="empty").status_code == 204

    assert "unsaved work" not in desk.get(form_of(story)).text and "is discarded" not in desk.get(form_of(story)).text


def test_unsaved_work_whose_words_were_saved_since_is_offered_no_longer(desk, colleague):
    story = create_article()
    typed = fields(desk.get(form_of(story))) | {"headline": "Kapal tiba", "body": "<p>Satu.</p><p></p>"}
    keep(desk, typed, story)
    keep(desk, typed | {"window": str(uuid4()), "headline": "Kapal pergi"}, story)

    colleague.post(
        form_of(story), fields(colleague.get(form_of(story))) | {"headline": "Kapal tiba", "body": "<p>Satu.</p>"}
    )

    page = desk.get(form_of(story)).text
    assert page.count("unsaved work of yours") == 1 and "<q>Kapal pergi</q>" in page


def test_unsaved_work_beside_the_same_words_is_still_offered(desk):
    story = create_article()
    desk.post(form_of(story), fields(desk.get(form_of(story))) | {"headline": "Kapal tiba"})
    keep(desk, fields(desk.get(form_of(story))) | {"tags": ["Laut"]}, story)

    assert "unsaved work of yours" in desk.get(form_of(story)).text


def test_who_may_not_change_the_story_keeps_and_opens_nothing(allowed, desk):
    story = create_article()
    form = fields(desk.get(form_of(story)))
    place = keep(desk, form, story).json()["offer"]["open"]

    reader = allowed("view_article")

    assert keep(reader, form, story).status_code == 403
    assert reader.get(place).status_code == 404
    assert "unsaved work" not in reader.get(form_of(story)).content.decode()


def test_too_much_is_refused_and_what_is_too_old_is_forgotten(desk):
    story = create_article()
    form = fields(desk.get(form_of(story)))
    keep(desk, form, story)
    UnsavedWork.objects.update(kept_at=timezone.now() - timedelta(days=31))

    assert "unsaved work" not in desk.get(form_of(story)).content.decode()
    refused = keep(desk, form | {"body": "x" * 2_000_001}, story)
    assert (refused.status_code, "in this browser" in refused.json()["text"]) == (413, True)
    keep(desk, form | {"window": str(uuid4())}, story)
    assert UnsavedWork.objects.count() == 1


def test_hostile_beats_are_answered_with_a_sentence(desk):
    story = create_article()

    assert keep(desk, {"window": "x"}, story).status_code == 400
    assert (
        keep(desk, {"window": str(uuid4()), "headline": "a\0b\ud800".encode("utf-8", "surrogatepass")}).status_code
        == 200
    )
    assert desk.get(f"{form_of(story)}?work=²").status_code == 404
    assert desk.get(f"{form_of(story)}?work={'9' * 18}").status_code == 404

"""Translations at the desk."""

import pytest
from django.urls import reverse

from articles.models import Article, Recheck
from articles.models.content import content_of
from tests.factories import create_article, create_editor, create_published
from tests.models.test_translated import create_translation


def page_of(story):
    return reverse("admin:articles_article_translations", args=[story.pk])


def text(response) -> str:
    return " ".join(response.content.decode().split())


def test_a_translation_is_started_from_the_story_and_lands_in_its_form(desk):
    original = create_published(language="id")

    page = desk.post(page_of(original), {"verb": "start", "language": "en"}, follow=True)

    draft = Article.objects.get(translation_of=original)
    assert page.redirect_chain == [(reverse("admin:articles_article_change", args=[draft.pk]), 302)]
    assert draft.language == "en"


def test_a_story_is_linked_to_its_original_and_taken_off_again(desk):
    original, english = create_article(language="id", headline="Feri terlambat"), create_article(language="en")

    desk.post(page_of(english), {"verb": "link", "original": original.pk})
    assert "Feri terlambat" in text(desk.get(page_of(english)))
    assert Article.objects.get(pk=english.pk).translation_of == original

    desk.post(page_of(english), {"verb": "link", "original": ""})
    assert Article.objects.get(pk=english.pk).translation_of is None


def test_what_is_no_translation_is_refused_with_a_sentence(desk):
    story = create_article(language="id")

    itself = desk.post(page_of(story), {"verb": "link", "original": story.pk})
    same = desk.post(page_of(story), {"verb": "start", "language": "id"})

    assert itself.status_code == same.status_code == 422
    assert "no translation of itself" in text(itself)


def test_links_of_what_readers_see_are_made_only_by_those_who_may_publish(allowed):
    live, draft, original = create_published(language="en"), create_article(language="en"), create_article()
    reporter = allowed("view_article", "change_article", "edit_section_article")

    assert reporter.post(page_of(live), {"verb": "link", "original": original.pk}).status_code == 403
    assert reporter.post(page_of(draft), {"verb": "start", "language": "nl"}).status_code == 403
    assert reporter.post(page_of(draft), {"verb": "link", "original": original.pk}).status_code == 302


def test_the_list_says_which_stories_are_translations_and_what_was_translated(desk):
    create_translation(create_article(language="id"), "en")

    page = text(desk.get(reverse("admin:articles_article_changelist")))

    assert "translation, English" in page
    assert "also in English" in page


@pytest.fixture
def entry():
    original = create_published(language="id", headline="Feri terlambat", body="<p>Dua jam.</p>")
    create_translation(original, "en", create=create_published, headline="Ferry late")
    original.revise(content_of(original) | {"body": "<p>Tiga jam.</p>"})
    original.correct(kind="correction", reason="Bukan dua jam, melainkan tiga.")
    return Recheck.objects.get()


def test_the_queue_says_that_the_original_changed_and_shows_how(desk, entry):
    queue = text(desk.get(reverse("admin:articles_recheck_changelist")))
    page = text(desk.get(reverse("admin:articles_recheck_change", args=[entry.pk])))

    assert "Ferry late" in queue and "original changed" in queue
    assert "Bukan dua jam, melainkan tiga." in page
    assert "<del>Dua</del>" in page and "<ins>Tiga</ins>" in page


def test_the_queue_leaves_out_what_was_corrected_before_the_translation(desk, entry):
    entry.finish(by=create_editor(username="ani"), note="Sudah.")
    original = entry.original
    original.revise(content_of(original) | {"body": "<p>Empat jam.</p>"})
    original.correct(kind="correction", reason="Bukan tiga jam, melainkan empat.")

    page = text(desk.get(reverse("admin:articles_recheck_change", args=[Recheck.objects.open().get().pk])))

    assert "Bukan tiga jam" in page and "Bukan dua jam" not in page


@pytest.mark.parametrize("tells", [True, False])
def test_readers_of_the_translation_are_told_only_when_an_editor_says_so(desk, client, entry, tells):
    line = "has been changed since it was translated"
    address = entry.article.get_absolute_url()
    assert line not in text(client.get(address))

    form = {"note": "Menyusul.", **({"tell_readers": "on"} if tells else {})}
    desk.post(reverse("admin:articles_recheck_change", args=[entry.pk]), form)

    assert (line in text(client.get(address))) == tells
    assert not Recheck.objects.open().exists()


def test_the_line_is_taken_off_on_the_storys_own_page(desk, client, entry):
    entry.article.tell_readers_of_change(True)

    desk.post(page_of(entry.article), {"verb": "tell"})

    assert "has been changed" not in text(client.get(entry.article.get_absolute_url()))

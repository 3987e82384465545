"""Who may do what at the desk, seen from outside: each role, each action."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse

from articles.models import Article, Comment, Quote
from articles.models.content import content_of
from articles.roles import ROLES
from tests import factories
from tests.admin.forms import fields
from tests.factories import (
    create_article,
    create_author,
    create_colleague,
    create_comment,
    create_published,
    create_quote,
    create_section,
)

Status = Article.Status
PEOPLE = ["reporter", "editor", "chief", "moderator", "administrator"]
ABOVE = ["chief", "administrator"]
EDITORS = ["editor", *ABOVE]
WRITERS = ["reporter", *EDITORS]


@pytest.fixture(params=PEOPLE)
def role(request):
    return request.param


@pytest.fixture
def colleague(role):
    return create_colleague(role)


@pytest.fixture
def browser(client, colleague):
    client.force_login(colleague)
    return client


def address(view, *args):
    return reverse(f"admin:articles_article_{view}", args=args)


def run(browser, noun, action, *rows, **data):
    data |= {"action": action, "_selected_action": [row.pk for row in rows], "index": 0}
    return browser.post(reverse(f"admin:articles_{noun}_changelist"), data)


def make_of(colleague, whose: str, create=create_article):
    """A story as `colleague` stands to it."""
    if whose == "made":
        return create(section=create_section(), created_by=colleague)
    if whose == "signed":
        return create(section=create_section(), authors=[create_author(user=colleague)])
    section = create_section()
    if whose == "section":
        section.editors.add(colleague)
    return create(section=None if whose == "no section" else section)


def save(browser, story):
    """Open the story's form, and send it back with another headline."""
    form = browser.get(address("change", story.pk))
    data = fields(form) if form.status_code == 200 else {}
    return form.status_code, browser.post(address("change", story.pk), data | {"headline": "Judul baru"}).status_code


# Stories: whose, and in which state

MAY_SAVE = {
    "reporter": {"made", "signed"},
    "editor": {"made", "signed", "section", "no section"},
    "chief": {"made", "signed", "section", "no section", "other"},
    "moderator": set(),
    "administrator": {"made", "signed", "section", "no section", "other"},
}


@pytest.mark.parametrize("whose", ["made", "signed", "section", "no section", "other"])
def test_a_draft_is_opened_by_the_newsroom_and_saved_by_those_whose_it_is(browser, role, colleague, whose):
    story = make_of(colleague, whose)
    may = whose in MAY_SAVE[role]

    opened, saved = save(browser, story)

    assert opened == (200 if role in WRITERS else 403)
    assert saved == (302 if may else 403)
    assert (Article.objects.get(pk=story.pk).headline == "Judul baru") is may
    assert list(Article.objects.editable_by(colleague)) == ([story] if may else [])


@pytest.mark.parametrize("whose", ["made", "signed", "section", "no section", "other"])
def test_an_edit_of_a_live_story_waits_and_is_made_by_those_whose_section_it_is(browser, role, colleague, whose):
    story = make_of(colleague, whose, create_published)
    may = role in ABOVE or (role == "editor" and whose in ("section", "no section"))

    _opened, saved = save(browser, story)

    story.refresh_from_db()
    assert saved == (302 if may else 403)
    assert story.headline != "Judul baru" and bool(story.pending) is may
    assert list(Article.objects.editable_by(colleague)) == ([story] if may else [])


def test_nobody_changes_a_retracted_story(browser, colleague):
    story = make_of(colleague, "made", create_published)
    story.retract(reason="Salah.")

    assert browser.post(address("change", story.pk), {"headline": "x"}).status_code == 403
    assert not Article.objects.editable_by(colleague).exists()


def test_only_the_chief_and_administrators_let_stories_out_and_take_them_back(browser, role):
    draft, live, doomed = create_article(), create_published(), create_published()

    run(browser, "article", "publish", draft)
    run(browser, "article", "withdraw", live)
    browser.post(address("retract", doomed.pk), {"reason": "Salah."})

    before = [Status.DRAFT, Status.PUBLISHED, Status.PUBLISHED]
    after = [Status.PUBLISHED, Status.DRAFT, Status.RETRACTED]
    states = [Article.objects.get(pk=story.pk).status for story in (draft, live, doomed)]
    assert states == (after if role in ABOVE else before)


def test_only_the_chief_and_administrators_let_out_what_waits(browser, role):
    story = create_published(headline="Lama")
    story.revise(content_of(story) | {"headline": "Baru"})

    browser.post(address("release", story.pk), {"kind": "correction", "reason": "Judulnya salah."})

    assert Article.objects.get(pk=story.pk).headline == ("Baru" if role in ABOVE else "Lama")


@pytest.mark.parametrize("whose", ["made", "section", "other"])
def test_quotations_are_reviewed_by_those_who_may_change_the_story(browser, role, colleague, whose):
    story = make_of(colleague, whose)
    quote = create_quote(story, status=Quote.Status.PROPOSED)

    browser.post(address("quotes", story.pk), {"accept": quote.pk})

    quote.refresh_from_db()
    assert quote.status == ("accepted" if whose in MAY_SAVE[role] else "proposed")


def test_a_new_story_is_its_makers(browser, role, colleague):
    form = browser.get(address("add"))
    data = fields(form) | {"headline": "Kapal tiba"} if form.status_code == 200 else {}

    sent = browser.post(address("add"), data)

    assert sent.status_code == (302 if role in WRITERS else 403)
    assert [*Article.objects.values_list("created_by", flat=True)] == ([colleague.pk] if role in WRITERS else [])


@pytest.mark.parametrize("whose", ["made", "other"])
def test_a_draft_is_deleted_by_those_who_may_change_it(browser, role, colleague, whose):
    story = make_of(colleague, whose)

    browser.post(address("delete", story.pk), {"post": "yes"})

    assert Article.objects.filter(pk=story.pk).exists() is (whose not in MAY_SAVE[role])


# What stands around the stories

MATRIX = {
    # noun: who opens its list, who the empty form, and who changes a row
    "photo": (WRITERS, WRITERS, EDITORS),
    "speaker": (WRITERS, WRITERS, EDITORS),
    "source": (WRITERS, WRITERS, EDITORS),
    "tag": (WRITERS, WRITERS, EDITORS),
    "author": (WRITERS, ABOVE, ABOVE),
    "section": (WRITERS, ABOVE, ABOVE),
}


@pytest.mark.parametrize("noun", MATRIX)
def test_lists_and_forms_are_open_to_the_roles_that_need_them(browser, role, noun):
    sees, adds, changes = MATRIX[noun]
    row = getattr(factories, f"create_{noun}")()
    pages = [
        (sees, browser.get(reverse(f"admin:articles_{noun}_changelist"))),
        (adds, browser.get(reverse(f"admin:articles_{noun}_add"))),
        (changes, browser.post(reverse(f"admin:articles_{noun}_change", args=[row.pk]), {})),
    ]

    assert [page.status_code for _who, page in pages] == [200 if role in who else 403 for who, _page in pages]


@pytest.mark.parametrize("noun", ["speaker", "source", "tag"])
def test_only_the_chief_and_administrators_make_two_into_one(browser, role, noun):
    kept, lost = (getattr(factories, f"create_{noun}")() for _each in range(2))

    run(browser, noun, "merge", kept, lost, kept=kept.pk, asked="1")

    assert type(kept).objects.count() == (1 if role in ABOVE else 2)


def test_replies_are_moderated_by_moderators_and_the_chief(browser, role):
    comment = create_comment(create_published(), status=Comment.Status.HELD)

    run(browser, "comment", "approve", comment)

    comment.refresh_from_db()
    assert comment.status == ("approved" if role in ("moderator", *ABOVE) else "held")


def test_only_administrators_change_accounts_and_roles_and_the_chief_sees_who_is_there(browser, role):
    other = create_colleague("reporter", email="rahasia@example.org")
    form = reverse("admin:auth_user_change", args=[other.pk])
    page = browser.get(form)
    browser.post(form, {"username": other.username, "is_superuser": "on", "date_joined_0": "2026-01-01"})

    for_all = [reverse("admin:auth_user_changelist"), form]
    for_administrators = [
        *(reverse("admin:auth_group_changelist"), reverse("admin:auth_user_add")),
        reverse("admin:auth_user_password_change", args=[other.pk]),
    ]
    assert [browser.get(each).status_code for each in for_all] == [200 if role in ABOVE else 403] * 2
    allowed = 200 if role == "administrator" else 403
    assert [browser.get(each).status_code for each in for_administrators] == [allowed] * 3
    if role == "chief":
        assert "rahasia@" not in page.content.decode() and "md5" not in page.content.decode()
        other.refresh_from_db()
        assert not other.is_superuser


def test_the_log_is_read_by_the_chief_and_administrators(browser, role):
    page = browser.get(reverse("admin:articles_deed_changelist"))

    assert page.status_code == (200 if role in ABOVE else 403)


# The roles themselves


def test_the_roles_have_names_that_stay_and_are_shown_in_the_readers_language(desk):
    person = create_colleague("chief")

    page = desk.get(reverse("admin:auth_user_change", args=[person.pk])).content.decode()

    assert {*Group.objects.values_list("name", flat=True)} == {*ROLES}
    assert "Chief editor" in page


def test_what_a_later_version_lets_a_role_do_comes_to_the_role_that_is_there():
    chief = Group.objects.get(name="chief")
    chief.permissions.clear()

    call_command("migrate", verbosity=0)

    assert chief.permissions.filter(codename="publish_article").exists()

"""Every page of everything that the desk knows asks few things of the database, and no more when there is more."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse

from articles.models import Comment, Deed, Likeness, Quote, Recheck, SourceItem
from tests.factories import (
    create_author,
    create_citation,
    create_colleague,
    create_comment,
    create_editor,
    create_photo,
    create_published,
    create_quote,
    create_section,
    create_series,
    create_source,
    create_speaker,
    create_tag,
)

MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)
MOST = 20


def create_everything(colleague) -> dict:
    """A row of each model at least, all tied together; returns one of each by model."""
    section = create_section()
    section.editors.add(create_colleague("editor"))
    authors = [create_author(user=create_editor()), create_author()]
    story = create_published(
        section=section, authors=authors, tags=[create_tag()], lead_photo=create_photo(), created_by=colleague
    )
    citation = create_citation(story, source=create_source(aliases=["Lain"]))
    quotes = [create_quote(story, citation=citation, speaker=create_speaker(aliases=["Pak"])) for _each in range(2)]
    root = create_comment(story, status=Comment.Status.HELD)
    create_comment(story, parent=root, status=Comment.Status.HELD)
    pair = Likeness.objects.create(one=quotes[0], other=quotes[1], similarity=0.9)
    citation.item.mark(SourceItem.State.CORRECTED)
    story.withdraw(by=colleague)
    story.publish(by=colleague)
    series = create_series(story, create_published())
    Group.objects.get_or_create(name=f"Regu {story.pk}")
    rows = [section, authors[0], story, story.lead_photo, story.tags.get(), citation.item, citation.source, quotes[0]]
    rows += [quotes[0].speaker, root, pair, Recheck.objects.filter(article=story).get(), colleague]
    rows += [series, Group.objects.get(name=f"Regu {story.pk}"), Deed.objects.about(story).first()]
    return {type(row): row for row in rows}


def pages_of(model, row) -> dict[str, str]:
    """The addresses of all the pages of a model at the desk, by what they are."""
    name = f"{model._meta.app_label}_{model._meta.model_name}"
    pages = {view: reverse(f"admin:{name}_{view}") for view in ("changelist", "add")}
    pages["popup"] = f"{pages['changelist']}?_popup=1"
    pages["search"] = f"{pages['changelist']}?q=kapal"
    if row is None:  # of a library's own table, of which nothing is made here
        return pages
    pages |= {view: reverse(f"admin:{name}_{view}", args=[row.pk]) for view in ("change", "history", "delete")}
    for own in ("preview", "preview_links", "quotes", "versions", "compare", "retract", "release"):
        try:
            pages[own] = reverse(f"admin:{name}_{own}", args=[row.pk])
        except NoReverseMatch:
            continue
    return pages


def queries(client, address) -> tuple[int, int]:
    """How the page answers, and how many queries it takes."""
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
    return response.status_code, len(captured)


def autocompletes():
    for model in MODELS:
        for field in model._meta.get_fields():
            if field.is_relation and not field.auto_created and field.related_model in admin.site._registry:
                yield model, field.name


@pytest.fixture(params=["administrator", "editor"])
def colleague(request, client):
    colleague = create_colleague(request.param)
    client.force_login(colleague)
    return colleague


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.model_name)
def test_no_page_asks_more_because_there_is_more(colleague, client, model):
    row = create_everything(colleague).get(model)
    pages = pages_of(model, row)
    for address in pages.values():
        queries(client, address)
    few = {page: queries(client, address) for page, address in pages.items()}

    for _each in range(2):
        create_everything(colleague)
    many = {page: queries(client, address) for page, address in pages.items()}

    assert many == few
    assert {page: asked for page, (_status, asked) in many.items() if asked >= MOST} == {}
    assert {status for status, _asked in many.values()} <= {200, 302, 403, 404}


def test_the_desks_own_pages_ask_few_things(colleague, client):
    addresses = [reverse("admin:index"), "/admin/find/?q=kabar", reverse("admin:password_change"), "/admin/articles/"]
    create_everything(colleague)
    for address in addresses:
        queries(client, address)
    few = [queries(client, address) for address in addresses]

    for _each in range(2):
        create_everything(colleague)

    assert [queries(client, address) for address in addresses] == few
    assert max(asked for _status, asked in few) < MOST


def test_looking_up_while_typing_asks_few_things(client):
    client.force_login(create_colleague("administrator"))
    create_everything(create_editor())
    answers = {}
    for model, field in autocompletes():
        lookup = f"app_label={model._meta.app_label}&model_name={model._meta.model_name}&field_name={field}&term=k"
        answers[model, field] = queries(client, f"{reverse('admin:autocomplete')}?{lookup}")

    assert len(answers) > 5
    # Of a model that has no list at the desk there is nothing to look up.
    assert {each: answer for each, answer in answers.items() if answer[0] not in (200, 404) or answer[1] > 6} == {}


def test_a_quotation_is_opened_within_the_review_of_its_story(desk):
    quote = create_quote(create_published())

    response = desk.get(reverse("admin:articles_quote_change", args=[quote.pk]))

    assert response["Location"].startswith(reverse("admin:articles_article_quotes", args=[quote.article_id]))
    assert desk.post(reverse("admin:articles_quote_delete", args=[quote.pk]), {"post": "yes"}).status_code == 403
    assert Quote.objects.filter(pk=quote.pk).exists()

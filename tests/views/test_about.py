"""Pages in which a newsroom says who it is and what it holds itself to."""

import json

import pytest
from django.conf import settings
from django.urls import reverse

from articles.models import Page
from tests import schema_org
from tests.admin.forms import fields
from tests.factories import create_published


def create_page(**overrides) -> Page:
    values = {
        "title": "Kebijakan koreksi",
        "slug": "koreksi",
        "policy": "correctionsPolicy",
        "body": "<p>Kami ralat.</p>",
    }
    return Page.objects.create(**values | overrides)


def linked_data(response) -> list:
    data = json.loads(response.text.split('<script type="application/ld+json">')[1].split("</script>")[0])
    schema_org.check(data)
    return data


def test_a_policy_is_a_page_that_programs_find(client):
    page = create_page()

    listed, shown = client.get("/about/"), client.get("/about/koreksi/")

    assert page.title in listed.text and "<p>Kami ralat.</p>" in shown.text
    assert linked_data(listed)[0]["correctionsPolicy"].endswith("/about/koreksi/")
    assert linked_data(shown)[0]["@type"] == "AboutPage"
    assert '<a href="/about/">' in client.get("/").text and "/about/koreksi/" in client.get("/sitemaps/lists.xml").text


def test_front_page_and_stories_name_the_policies_that_there_are(client):
    story = create_published()
    ledger = reverse("articles:corrections")
    for address in ("/", story.get_absolute_url()):
        assert publisher(client.get(address))["correctionsPolicy"].endswith(ledger)

    create_page()
    create_page(title="Etika", slug="etika", policy="ethicsPolicy")
    create_page(title="Siapa kami", slug="kami", policy="")

    for address in ("/", story.get_absolute_url()):
        told = {name: value for name, value in publisher(client.get(address)).items() if name.endswith("Policy")}
        assert {name: value.removeprefix(settings.SITE_URL) for name, value in told.items()} == {
            "correctionsPolicy": "/about/koreksi/",
            "ethicsPolicy": "/about/etika/",
        }


@pytest.mark.parametrize("policy", Page.Policy.values)
def test_every_policy_is_a_word_of_the_vocabulary(client, policy):
    create_page(policy=policy)

    assert publisher(client.get("/"))[policy].endswith("/about/koreksi/")


def publisher(response) -> dict:
    """We, where a page says most of us."""
    found = schema_org.nodes_in(linked_data(response))
    return max((node for node in found if node["@type"] == "NewsMediaOrganization"), key=len)


def test_an_editor_writes_such_a_page(desk):
    add = reverse("admin:articles_page_add")
    form = fields(desk.get(add)) | {"title": "Siapa kami", "slug": "kami", "body": "<p>Kami.</p><script>x</script>"}

    assert desk.post(add, form).status_code == 302
    assert Page.objects.get().body == "<p>Kami.</p>"


def test_each_policy_is_one_page_only(desk):
    create_page()
    add = reverse("admin:articles_page_add")
    form = fields(desk.get(add)) | {"title": "Lain", "slug": "lain", "body": "<p>x</p>", "policy": "correctionsPolicy"}

    assert "Another page is this policy already." in desk.post(add, form).text


def test_a_page_that_was_renamed_redirects(client):
    page = create_page()
    page.slug = "ralat"
    page.save()

    assert client.get("/about/koreksi/")["Location"] == "/about/ralat/"


def test_without_pages_the_list_still_leads_to_the_corrections(client):
    assert reverse("articles:corrections") in client.get("/about/").text

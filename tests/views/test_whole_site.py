"""Every public address of the demo newsroom answers, and what it answers is valid by the rules of its form."""

import json
import re
from html import unescape
from io import StringIO
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles import finders
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from django.urls import Resolver404, resolve
from django.utils.dateparse import parse_date, parse_datetime

from articles.management.commands.load_demo import EDITOR
from articles.models import Article
from articles.models.content import content_of
from tests import vnu
from tests.demo import crawl, own_path
from tests.feed_rules import CHECKS
from tests.schema_org import check

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)
NOINDEX = '<meta name="robots" content="noindex">'
S = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


@pytest.fixture(scope="module")
def site(django_db_setup, django_db_blocker, tmp_path_factory):
    """What each address of the demo answers; its files stay as long as the tests."""
    values = {
        "MEDIA_ROOT": tmp_path_factory.mktemp("media"),
        "SECURITY_CONTACT": "mailto:keamanan@news.example",
        # Pictures in all their sizes would take minutes; tests/pictures has those.
        "TASKS": {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}},
        "WEBSUB_HUB": "https://hub.example/",
    }
    with django_db_blocker.unblock(), override_settings(**values), transaction.atomic():
        call_command("load_demo", stdout=StringIO())
        go_on()
        answers = crawl()
        files = {name for answer in answers.values() for name in files_of(answer)}
        missing = [name for name in files if not default_storage.exists(name)]
        transaction.set_rollback(True)
    return answers, missing


def go_on() -> None:
    """What happens at every paper sooner or later, and has not yet at that of the demo."""
    one, other, third = Article.objects.published().filter(quotes__status="accepted").distinct().order_by("pk")[:3]
    one.revise(content_of(one) | {"standfirst": f"{one.standfirst} Ralat."})
    one.correct(kind="correction", reason="Angkanya keliru.")
    other.retract(reason="Saksi ternyata tidak ada.")
    third.quotes.accepted().first().withdraw(reason="Salah dengar.", by=get_user_model().objects.get(username=EDITOR))


@pytest.fixture
def answers(site):
    return site[0]


@pytest.fixture
def pages(answers):
    return {address: answer.text for address, answer in answers.items() if answer.is_page}


def files_of(answer) -> set[str]:
    """The uploads that an answer shows."""
    found = re.findall(rf'(?:"|, |{settings.SITE_URL}){settings.MEDIA_URL}([^"\s<\\]+)', answer.text)
    return {unescape(name) for name in found}


def of_kind(answers, kind: str) -> dict:
    return {address: answer for address, answer in answers.items() if answer.kind == kind}


def test_every_address_answers_and_no_link_is_broken(answers):
    broken = {address: answer.status for address, answer in answers.items() if answer.status not in (200, 410)}

    assert not broken
    assert len(answers) > 1000
    # A withdrawn quote's address and a retracted story's still answer, with the reason.
    gone = [address for address, answer in answers.items() if answer.status == 410]
    assert gone and all(address.startswith(("/quotes/", "/articles/")) for address in gone)
    assert {urlsplit(address).path for address in answers} >= {
        *("/", "/latest/", "/people/", "/sources/", "/quotes/", "/tags/", "/corrections/", "/about/", "/search/"),
        *("/oembed/", "/feed.rss", "/feed.atom", "/feed.json", "/sitemaps/lists.xml", "/.well-known/security.txt"),
    }


def test_every_link_within_a_page_leads_to_a_place_on_it(pages):
    lost = [
        (address, place)
        for address, page in pages.items()
        for place in re.findall(r'href="#([^"]+)"', page)
        if f'id="{place}"' not in page
    ]

    assert not lost


def test_every_place_that_another_page_links_to_is_there(pages):
    lost = set()
    for page in pages.values():
        for link in re.findall(r'href="(/[^"#]*#[^"]+)"', page):
            address, place = unescape(link).split("#")
            if address in pages and f'id="{place}"' not in pages[address]:
                lost.add(link)

    # An old entry of the ledger stands on a later page of it.
    assert not {link for link in lost if not link.startswith("/corrections/")}


def test_every_style_script_icon_and_picture_is_there(pages, site):
    names = {name for page in pages.values() for name in re.findall(r'(?:href|src)="/static/([^"]+)"', page)}

    assert names >= {"css/site.css", "js/site.js", "images/icon.svg"}
    assert not [name for name in names if not finders.find(name)]
    assert site[1] == []


def test_every_share_card_has_an_address_that_draws_one(pages):
    found = {own_path(image) for page in pages.values() for image in re.findall(r'"og:image" content="([^"]+)"', page)}

    for path in filter(None, found):
        try:
            assert resolve(path).view_name in ("articles:article_card", "articles:quote_card"), path
        except Resolver404:
            pytest.fail(path)


def test_every_page_is_valid_html(pages, tmp_path):
    assert vnu.complaints(pages, tmp_path) == []


def test_every_page_has_one_title_one_heading_and_its_language(pages):
    for address, page in pages.items():
        assert len(re.findall("<title>[^<]+</title>", page)) == 1, address
        assert len(re.findall("<h1[ >]", page)) == 1, address
        assert re.search('<html lang="[a-z]{2}">', page), address


def test_every_feed_keeps_the_rules_of_its_form(answers):
    feeds = {address: answer for address, answer in answers.items() if answer.is_feed}
    kinds = {urlsplit(address).path.split("/")[1] for address in feeds}

    assert kinds >= {"feed.rss", "sections", "tags", "people", "sources", "authors", "corrections"}
    for address, answer in feeds.items():
        CHECKS[address.rpartition(".")[2]](answer.text, address)
        assert answer.headers["Link"].endswith(f'<{settings.SITE_URL}{address}>; rel="self"'), address
    assert len(CHECKS["json"](feeds["/feed.json"].text, "/feed.json")) > 20


def test_every_sitemap_keeps_the_protocol_and_lists_what_may_be_indexed(answers):
    listed = set()
    for address, answer in of_kind(answers, "application/xml").items():
        root = ElementTree.fromstring(answer.text)
        assert root.tag in (f"{S}urlset", f"{S}sitemapindex"), address
        for entry in root:
            loc = entry.findtext(f"{S}loc")
            assert loc.startswith(f"{settings.SITE_URL}/") and len(loc) < 2048
            assert answers[own_path(loc)].status == 200
            if changed := entry.findtext(f"{S}lastmod"):
                assert parse_datetime(changed) or parse_date(changed)
            for news in entry.findall(f"{NEWS}news"):
                assert news.findtext(f"{NEWS}publication/{NEWS}name") == settings.SITE_NAME
                assert re.fullmatch("[a-z]{2,3}", news.findtext(f"{NEWS}publication/{NEWS}language"))
                assert parse_datetime(news.findtext(f"{NEWS}publication_date")).tzinfo
                assert news.findtext(f"{NEWS}title")
            listed.add(own_path(loc))
    stories = {a for a in answers if re.fullmatch(r"/articles/\d{4}/\d\d/\d\d/[\w-]+/", a) and answers[a].status == 200}

    assert stories & listed == {address for address in stories if NOINDEX not in answers[address].text}
    assert not [address for address in listed if NOINDEX in answers[address].text]


def test_all_linked_data_is_in_schema_orgs_words(pages):
    kinds = set()
    for address, page in pages.items():
        for block in BLOCK.findall(page):
            try:
                kinds |= {node["@type"] for node in check(json.loads(block))}
            except (AssertionError, KeyError) as error:
                pytest.fail(f"{address}: {error}")

    assert kinds >= {
        *("NewsArticle", "NewsMediaOrganization", "BreadcrumbList", "Person", "Quotation", "CorrectionComment"),
        *("WebSite", "SearchAction", "ProfilePage", "AboutPage", "ImageObject"),
    }


def test_every_card_for_other_sites_has_what_oembed_requires(answers):
    cards = {address: answer for address, answer in answers.items() if address.startswith("/oembed/")}
    found = {address: as_dict(answer) for address, answer in cards.items()}

    assert {answer.kind for answer in cards.values()} == {"application/json", "text/xml"}
    for address, card in found.items():
        assert (card["type"], str(card["version"])) == ("rich", "1.0"), address
        assert card["html"] and card["title"] and int(card["width"]) > 0 and int(card["height"]) > 0, address
        thumbnail = [f"thumbnail_{name}" in card for name in ("url", "width", "height")]
        assert len(set(thumbnail)) == 1, address


def as_dict(answer) -> dict:
    if answer.kind == "application/json":
        return json.loads(answer.text)
    return {child.tag: child.text for child in ElementTree.fromstring(answer.text)}

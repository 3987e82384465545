"""Ways through the paper: each is accessible, fits the smallest screen, and works without scripts."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command

from articles.models import Part
from tests.factories import create_published, create_tag

pytestmark = pytest.mark.browser

PAGES = [
    *("/tags/", "/tags/geopolitik/", "/tags/korea/timeline/", "/series/", "/series/berita-dari-vostochny/"),
    *("/archive/", "/archive/2026/11/", "/archive/2026/11/22/", "/archive/2026/11/23/"),
    *("/search/?q=korea", "/search/?q=korea&kind=stories", "/search/?q=korea&kind=quotes"),
    *("/search/?q=kim&kind=people&tag=korea", "/search/?q=a&since=x&kind=y&tag=z&section=b"),
]
OPTIONS = [
    {"color_scheme": scheme, "bypass_csp": True, "viewport": {"width": width, "height": 900}}
    for scheme, width in (("light", 1280), ("dark", 320))
]


@pytest.mark.parametrize("context_options", OPTIONS, ids=["light and wide", "dark and narrow"])
def test_axe_finds_nothing_and_nothing_needs_scrolling_sideways(page, queue):
    call_command("load_demo", stdout=None)
    part = Part.objects.get(number=2).article

    for address in [*PAGES, part.get_absolute_url()]:
        page.goto(address)
        found = Axe().run(page).response["violations"]
        assert [(address, each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


def test_names_are_offered_while_a_reader_types(page):
    create_published(tags=[create_tag(name="Korea Utara", slug="korea-utara")])

    page.goto("/")
    page.locator("#masthead-q").press_sequentially("kor")
    page.wait_for_selector("datalist option", state="attached")

    assert page.locator("datalist option").get_attribute("value") == "Korea Utara"


@pytest.mark.parametrize("context_options", [{"java_script_enabled": False}])
def test_reader_narrows_a_search_without_script(page):
    create_published(headline="Kapal satu", tags=[create_tag(name="Laut", slug="laut")])
    create_published(headline="Kapal dua")

    page.goto("/search/?q=kapal")
    page.get_by_text("Narrow the search").click()
    page.locator("main [name=tag]").fill("Laut")
    page.locator("main form button").click()
    page.locator(".kinds").get_by_role("link", name="Stories").click()

    page.get_by_role("link", name="Kapal satu").wait_for()
    assert not page.get_by_role("link", name="Kapal dua").count()
    assert page.locator("main [name=tag]").input_value() == "Laut"

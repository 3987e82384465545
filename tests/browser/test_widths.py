"""Nothing on any kind of page is wider than the screen or the paper, however large the text, in either language."""

from urllib.parse import urlsplit

import pytest
from django.core.management import call_command
from django.urls import resolve

from tests.demo import crawl

pytestmark = pytest.mark.browser

WIDTHS = [320, 640, 768, 1280, 1600]  # 640 is also what a screen of 1280 shows at 200 %
SHEET = 673  # pixels of A4 between its margins
# The sizes of the text at which the page does not fit.
TOO_WIDE = """() => ["small", "", "large", "largest"].filter((size) => {
    document.documentElement.dataset.size = size;
    return document.documentElement.scrollWidth > innerWidth;
})"""


def longest_of_each_kind() -> list[str]:
    """For each kind of page that readers come to, the address of the one with the most on it."""
    longest = {}
    for address, answer in crawl().items():
        if answer.is_page and answer.status in (200, 410):
            name = resolve(urlsplit(address).path).url_name
            longest[name] = max(longest.get(name, (0, "")), (len(answer.text), address))
    return [address for _length, address in longest.values()]


@pytest.mark.parametrize(
    ("context_options", "language"),
    [({"color_scheme": "light"}, "id"), ({"color_scheme": "dark"}, "en")],
    ids=["light, Indonesian", "dark, English"],
)
def test_no_kind_of_page_needs_scrolling_sideways(page, queue, settings, language):
    settings.LANGUAGE_CODE = language
    call_command("load_demo")
    addresses = longest_of_each_kind()
    wide = []

    for address in addresses:
        page.goto(address)
        for media, widths in [("screen", WIDTHS), ("print", [SHEET])]:
            page.emulate_media(media=media)
            for width in widths:
                page.set_viewport_size({"width": width, "height": 800})
                wide += [(address, media, width, size) for size in page.evaluate(TOO_WIDE)]

    assert len(addresses) > 30, addresses
    assert wide == []

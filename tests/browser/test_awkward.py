"""Stories that nobody designs a page for: each page answers, is valid, and keeps within the screen of a small phone."""

import json
import re

import pytest

from articles.models import Tag, Tagging
from tests import vnu
from tests.awkward import ARABIC, awkward_stories
from tests.factories import create_published, create_section
from tests.schema_org import check

LISTS = ["/", "/latest/", "/sections/kota/", "/tags/", "/people/", "/sources/", "/quotes/", "/corrections/", "/about/"]
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)


@pytest.fixture
def stories():
    return awkward_stories(section=create_section(slug="kota", name="Kota"))


@pytest.fixture
def thousand_tags():
    story = create_published()
    tags = Tag.objects.bulk_create(Tag(name=f"Topik {n:04}", slug=f"topik-{n:04}") for n in range(1000))
    Tagging.objects.bulk_create(Tagging(tag=tag, content_object=story) for tag in tags)
    return story


def pages_of(stories) -> list[str]:
    """The pages on which they stand."""
    addresses = [*LISTS, "/search/?q=kapal"]
    for story in stories.values():
        addresses.append(story.get_absolute_url())
        addresses += [tag.get_absolute_url() for tag in story.tags.all()[:2]]
        for quote in story.quotes.select_related("speaker")[:2]:
            addresses += [quote.get_absolute_url(), quote.speaker.get_absolute_url()]
        addresses += [citation.source.get_absolute_url() for citation in story.citations.all()]
        addresses += [comment.get_absolute_url() for comment in story.comments.all()]
    return list(dict.fromkeys(addresses))


def assert_valid(client, addresses, directory) -> None:
    answers = {address: client.get(address) for address in addresses}
    assert {address for address, answer in answers.items() if answer.status_code != 200} == set()
    for answer in answers.values():
        for block in BLOCK.findall(answer.text):
            check(json.loads(block))
    assert vnu.complaints({address: answer.text for address, answer in answers.items()}, directory) == []


def test_every_page_of_awkward_stories_answers_and_is_valid(client, stories, tmp_path):
    assert_valid(client, pages_of(stories), tmp_path)


def test_every_page_of_an_empty_paper_answers_and_is_valid(client, tmp_path):
    create_section(slug="kota")
    assert_valid(client, [*LISTS, "/search/?q=kapal"], tmp_path)


def test_a_thousand_tags_answer_and_are_valid(client, thousand_tags, tmp_path):
    assert_valid(client, ["/tags/", thousand_tags.get_absolute_url()], tmp_path)


def test_arabic_within_indonesian_says_what_it_is(client, stories):
    page = client.get(stories["other scripts"].get_absolute_url()).text

    assert f'<span lang="ar" dir="rtl">{ARABIC}</span></q>' in page
    assert 'lang="ko" dir="ltr"' in page


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_is_wider_than_the_screen(page, stories, thousand_tags, width):
    page.set_viewport_size({"width": width, "height": 800})
    wide = {}

    for address in [*pages_of(stories), thousand_tags.get_absolute_url()]:
        page.goto(address)
        found = page.evaluate("document.documentElement.scrollWidth")
        if found > width:
            wide[address] = found

    assert wide == {}


@pytest.mark.browser
def test_empty_paper_keeps_within_a_small_phone(page):
    create_section(slug="kota")
    page.set_viewport_size({"width": 320, "height": 600})
    for address in LISTS:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address


@pytest.mark.browser
def test_without_a_picture_what_belongs_under_the_text_stands_under_it(page):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(create_published().get_absolute_url())

    text, below = (page.locator(part).bounding_box() for part in (".story__body", ".story__history"))

    assert below["y"] >= text["y"] + text["height"]

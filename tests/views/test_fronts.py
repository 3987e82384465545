"""The front page and the fronts of sections, for readers."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    arrange,
    create_comment,
    create_photo,
    create_published,
    create_quote,
    create_section,
    create_speaker,
)

LINK = re.compile(r'card__headline[^>]*><a href="([^"]+)"')


def test_no_story_is_linked_twice_as_a_card_on_the_front_page(client):
    town = create_section()
    stories = [create_published(hours_ago=n, section=town) for n in range(1, 40)]
    arrange(None, {1: stories[30]})
    arrange(town, {1: stories[30], 2: stories[2]})

    links = LINK.findall(client.get("/").text)

    assert len(links) == len(set(links)) == 5 + 10 + 5
    assert links[0] == stories[30].get_absolute_url()


def test_a_sections_front_leads_with_what_is_placed_and_its_next_page_goes_on_by_time(client):
    town = create_section(slug="kota")
    stories = [create_published(hours_ago=n, section=town) for n in range(1, 31)]
    arrange(town, {1: stories[10]})

    page = client.get("/sections/kota/").text
    links = LINK.findall(page)
    rest = LINK.findall(client.get("/sections/kota/" + re.search(r'href="(\?before=[^"]+)"', page)[1]).text)

    assert links[0] == stories[10].get_absolute_url() and len(links) == len(set(links)) == 20
    assert not set(rest) & set(links) and len(rest) == 10


@pytest.mark.parametrize("number", [0, 1, 2])
def test_fronts_of_a_young_paper_stand_without_gaps(client, number):
    town = create_section(slug="kota")
    for _ in range(number):
        create_published(section=town)

    for address in ("/", "/sections/kota/"):
        page = client.get(address).text
        assert len(LINK.findall(page)) == number
        assert ('class="empty"' in page) == (number == 0)
        assert 'class="front__second"' not in page or number > 1


def test_who_is_quoted_most_is_named_with_the_number_of_quotations(client):
    story, often, once = create_published(), create_speaker(name="Sri Lentera"), create_speaker(name="Bagas")
    for speaker in (often, often, once):
        create_quote(story, speaker=speaker)

    listed = client.get("/").text.split('id="most-quoted"')[1].split("</section>")[0]

    assert "Sri Lentera" in listed and "2 quotations" in listed and "Bagas" not in listed


def test_arranged_fronts_ask_no_more_than_others(client):
    town = create_section(slug="kota")
    stories = [create_published(hours_ago=n, section=town, lead_photo=create_photo()) for n in range(1, 20)]

    def queries(address):
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        return len(captured)

    few = [queries("/"), queries("/sections/kota/")]
    for section in (None, town):
        for _ in range(3):
            arrange(section, dict(enumerate(stories[-5:], start=1)))

    assert [queries("/"), queries("/sections/kota/")] == few
    assert max(few) <= 6  # in a transaction, where sections and policies are asked for each time


def test_front_page_tells_the_latest_errors_and_a_retraction_too(client, editor):
    stories = [create_published(hours_ago=n) for n in range(2, 8)]
    stories[0].correct(kind="update", reason="Ditambah.", by=editor)
    stories[1].correct(kind="correction", reason="Angka lama.", by=editor)
    stories[1].correct(kind="correction", reason="Bukan 20, melainkan 12.", by=editor)
    stories[2].retract(reason="Fotonya palsu.", by=editor)

    listed = client.get("/").text.split('id="corrected"')[1].split("</section>")[0]

    assert listed.index("Fotonya palsu.") < listed.index("Bukan 20, melainkan 12.")
    assert "Angka lama." not in listed and "Ditambah." not in listed
    assert stories[2].get_absolute_url() not in LINK.findall(client.get("/").text)


def test_after_quiet_days_the_front_page_lists_what_was_discussed_last(client):
    stories = [create_published(hours_ago=24 * 30 + n) for n in range(1, 9)]
    create_comment(stories[-1])

    assert stories[-1].get_absolute_url() in client.get("/").text.split('id="discussed"')[1].split("</section>")[0]

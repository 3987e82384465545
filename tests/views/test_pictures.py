"""How pages show pictures, and until when."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.conf import settings
from django.urls import reverse

from articles.models import Photo
from tests.factories import create_photo, create_published
from tests.pictures.files import halves, saved

JAKARTA = ZoneInfo("Asia/Jakarta")


@pytest.fixture
def photo():
    return create_photo(content=saved(halves(1000, 700)), alt="Dua warna", focus_x=13, focus_y=96)


def test_every_picture_names_its_sizes_in_formats_that_browsers_may_choose(client, photo):
    story = create_published(lead_photo=photo)

    for address in (story.get_absolute_url(), reverse("articles:home"), reverse("articles:latest")):
        page = client.get(address).text
        found = re.search(r'<div class="picture">.*?</div>', page, re.S)[0]
        for suffix in ("avif", "webp"):
            srcset = ", ".join(f"{photo.rendition_url(width, suffix)} {width}w" for width in (320, 640, 960, 1000))
            assert f'<source type="image/{suffix}" srcset="{srcset}" sizes="(' in found
        assert f'src="{photo.rendition_url(960, "jpg")}"' in found
        assert 'width="1000" height="700"' in found and 'alt="Dua warna"' in found
        assert 'class="focus-x-10 focus-y-100"' in found
        assert 'loading="lazy"' not in found and 'fetchpriority="high"' in found


def test_pictures_below_the_first_load_when_they_come_into_sight(client, photo):
    for hours in (1, 2, 3):
        create_published(lead_photo=photo, hours_ago=hours)

    page = client.get(reverse("articles:latest")).text

    assert page.count('loading="lazy"') == 2 and page.count('fetchpriority="high"') == 1


def test_a_few_colours_stand_in_for_a_picture_without_style_or_script(client, photo):
    page = client.get(create_published(lead_photo=photo).get_absolute_url()).text

    blur = re.search(r'<svg class="picture__blur".*?</svg>', page)[0]
    assert blur.count("<path") == 12 and '<path fill="#f00" d="M0 0h1v1h-1z"/>' in blur
    assert "style=" not in page and "<script>" not in page


def test_page_shows_the_original_until_there_are_renditions(client, queue):
    photo = create_photo()
    page = client.get(create_published(lead_photo=photo).get_absolute_url()).text

    assert f'src="{photo.file.url}"' in page
    assert "<source" not in page and "picture__blur" not in page


def test_no_page_touches_a_file(client, photo):
    story = create_published(lead_photo=photo)
    for name in photo.file_names():
        photo.file.storage.delete(name)

    for address in (story.get_absolute_url(), "/", reverse("articles:latest"), "/feed.rss", "/feed.json"):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize(("moment", "shown"), [((30, 23, 59), True), ((31, 0, 1), False)])
def test_a_picture_is_shown_nowhere_from_the_day_on_which_its_licence_ends(client, photo, moment, shown):
    Photo.objects.update(licence_expires_on=date(2026, 10, 31))
    with time_machine.travel(datetime(2026, 10, 30, 12, tzinfo=JAKARTA), tick=False):
        story = create_published(lead_photo=photo)
    card = f"{reverse('articles:oembed')}?url={settings.SITE_URL}{story.get_absolute_url()}"

    # In the newsroom's zone; it is still the day before in UTC.
    with time_machine.travel(datetime(2026, 10, *moment, tzinfo=JAKARTA), tick=False):
        for address in (story.get_absolute_url(), "/", reverse("articles:latest"), "/feed.rss", "/feed.json", card):
            assert (photo.file.name.rpartition(".")[0] in client.get(address).text) == shown, address
        assert Photo.objects.licensed().exists() == Photo.objects.get().is_licensed() == shown


def test_the_calendar_finds_the_ends_of_licences():
    for day in (1, 15, 30):
        create_photo(licence_expires_on=date(2026, 11, day))
    create_photo()

    ends = Photo.objects.licence_ends(date(2026, 11, 2), date(2026, 11, 30))

    assert [photo.licence_expires_on.day for photo in ends] == [15, 30]

"""A story in other languages: readers are led there, and machines are told."""

import json

from django.conf import settings

from tests import schema_org
from tests.factories import create_published
from tests.models.test_translated import create_translation


def test_readers_are_led_to_the_languages_that_they_can_see_and_machines_are_told(client):
    original = create_published(language="id", headline="Feri terlambat")
    english = create_translation(original, "en", create=create_published, headline="Ferry late")
    create_translation(original, "nl", headline="Veerboot te laat")

    page, translated = client.get(original.get_absolute_url()), client.get(english.get_absolute_url())

    site = settings.SITE_URL
    for each in (page, translated):
        assert f'hreflang="en" href="{site}{english.get_absolute_url()}"' in each.content.decode()
        assert f'hreflang="id" href="{site}{original.get_absolute_url()}"' in each.content.decode()
        assert 'hreflang="nl"' not in each.content.decode()
        assert "Veerboot" not in each.content.decode()
    assert linked(page)["workTranslation"][0]["inLanguage"] == "en"
    assert linked(translated)["translationOfWork"][0]["headline"] == "Feri terlambat"


def linked(page) -> dict:
    data = page.content.decode().split('<script type="application/ld+json">')[1].split("</script>")[0]
    schema_org.check(json.loads(data))
    return next(node for node in json.loads(data) if node["@type"] == "NewsArticle")


def test_a_story_in_one_language_says_nothing_of_others(client):
    page = client.get(create_published().get_absolute_url()).content.decode()

    assert "hreflang" not in page
    assert "other languages" not in page

"""Share cards: what stands beside a link to a story or a quotation elsewhere."""

from io import BytesIO

import pytest
from PIL import Image

from articles.cards import drawable, font, wrapped
from tests.factories import create_article, create_photo, create_published, create_quote, create_section


def card(client, row):
    response = client.get(f"{row.get_absolute_url()}card.png")
    assert response.status_code == 200 and response["Content-Type"] == "image/png"
    return Image.open(BytesIO(response.content))


HEADLINES = ["Kapal tiba", "Panjang sekali " * 16, "W" * 250, "북한 미사일", "سفينة", "😀", "a\nb\tc"]


@pytest.mark.parametrize("headline", HEADLINES)
def test_a_story_has_a_card_whatever_its_headline_is_like(client, headline):
    story = create_published(headline=headline[:250], section=create_section())

    assert card(client, story).size == (1200, 630)


def test_a_quotation_has_a_card_without_a_speaker_and_with_five_thousand_characters(client):
    story = create_article()
    quotes = [create_quote(story, speaker=None), create_quote(story, exact="Kata demi kata. " * 312, role="r" * 200)]
    story.publish()

    assert [card(client, quote).size for quote in quotes] == [(1200, 630)] * 2


def test_what_readers_cannot_see_has_no_card(client):
    scheduled = create_published(hours_ago=-2)
    quote = create_quote(create_article())

    assert client.get(f"{scheduled.get_absolute_url()}card.png").status_code == 404
    assert client.get(f"{quote.get_absolute_url()}card.png").status_code == 404


def test_a_page_names_its_card_where_it_has_no_picture_of_its_own(client):
    plain, pictured = create_published(), create_published(lead_photo=create_photo())

    assert (
        f'content="http://127.0.0.1:8000{plain.get_absolute_url()}card.png"'
        in client.get(plain.get_absolute_url()).text
    )
    assert "card.png" not in client.get(pictured.get_absolute_url()).text


def test_words_are_wrapped_and_one_that_is_too_long_is_cut():
    face = font("Bold", 40)

    lines = wrapped("satu dua " + "x" * 500, face, 400)

    assert lines[0] == "satu dua" and all(face.getlength(line) <= 400 for line in lines)


def test_letters_that_the_font_lacks_are_left_out_whole():
    assert drawable("Kabar Utama – “hari ini” €5") and not drawable("북한")

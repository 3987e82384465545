import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from articles.models import Speaker
from tests.factories import create_published, create_quote, create_speaker


def test_unnamed_speaker_needs_a_reason():
    with pytest.raises(ValidationError, match="why"):
        Speaker(kind=Speaker.Kind.UNNAMED, name="seorang nelayan").full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        create_speaker(kind=Speaker.Kind.UNNAMED, slug=None)


def test_unnamed_speaker_has_no_page_and_readers_see_the_reason(client):
    unnamed = create_speaker(
        kind=Speaker.Kind.UNNAMED, name="seorang nelayan", slug=None, unnamed_reason="Ia takut dipecat."
    )
    article = create_published()
    create_quote(article, speaker=unnamed)

    page = client.get(article.get_absolute_url()).text

    assert "seorang nelayan" in page
    assert "Ia takut dipecat." in page
    assert "seorang nelayan" not in client.get("/people/").text


def test_speaker_is_found_by_name_and_alias():
    person = create_speaker(name="Raka Samudra", aliases=["Raka", "Pak Raka"])

    assert list(Speaker.objects.named("raka samudra")) == [person]
    assert list(Speaker.objects.named("Pak Raka")) == [person]

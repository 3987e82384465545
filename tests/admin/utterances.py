"""Quotations of stories that may be one utterance."""

from django.urls import reverse

from articles.models import Quote, Speaker
from tests.factories import create_citation, create_published, create_quote, create_speaker

WORDS = "Kami akan membangun kembali dermaga lama sebelum musim angin barat datang."
ALTERED = "Kami akan membangun kembali dermaga lama sebelum musim hujan tahun ini."


def mayor() -> Speaker:
    return Speaker.objects.filter(slug="wali-kota").first() or create_speaker(slug="wali-kota")


def say(exact, **overrides) -> Quote:
    """An accepted quote in a story of its own, compared with the others; by the mayor unless another is named."""
    story = create_published()
    overrides.setdefault("speaker", mayor())
    quote = create_quote(story, exact=exact, citation=create_citation(story), **overrides)
    quote.find_likenesses()
    return quote


def page_of(pair):
    return reverse("admin:articles_likeness_change", args=[pair.pk])

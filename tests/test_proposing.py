"""What a save at the desk proposes, keeps and takes back, and what it warns of."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from articles.models import Quote, Speaker
from articles.proposing import propose_quotes
from articles.warnings import warnings
from tests.admin.forms import fields
from tests.factories import create_article, create_citation, create_quote, create_source, create_speaker

WORDS = "Air sungai naik dua meter sejak malam"
BODY = f"<p>“{WORDS},” kata Kepala Desa Bagas Prakoso, dikutip dari AFP.</p>"
OTHER = "<p>“Kami belum menerima bantuan apa pun,” ujar Rini Astuti, warga setempat.</p>"


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def save(desk, story, **changes):
    """Save the story's form as a browser would; the messages that the next page shows."""
    address = reverse("admin:articles_article_change", args=[story.pk])
    response = desk.post(address, fields(desk.get(address)) | {"_continue": "1"} | changes)
    assert response.status_code == 302, response.context["errors"]
    return [str(message) for message in desk.get(response["Location"]).context["messages"]]


def test_saving_a_story_proposes_its_quotations(desk):
    story = create_article()
    agency = create_citation(story, source=create_source(name="Agence France-Presse", aliases=["AFP"]))

    save(desk, story, body=BODY)

    quote = story.quotes.get()
    assert (quote.status, quote.exact, quote.kind) == (Quote.Status.PROPOSED, WORDS, Quote.Kind.FULL)
    assert (quote.position, quote.prefix, quote.verb, quote.role) == (1, "“", "kata", "Kepala Desa")
    assert (quote.speaker.name, quote.citation, quote.decided_at) == ("Bagas Prakoso", agency, None)
    assert quote.proposal["speaker"] == "Bagas Prakoso" and quote.proposal["reason"]["rule"] == "after"


def test_saving_again_proposes_nothing_twice(desk):
    story = create_article(body=BODY + OTHER)
    save(desk, story)
    before = list(story.quotes.values())

    save(desk, story)

    assert list(story.quotes.values()) == before and len(before) == 2


@pytest.mark.parametrize("verb", ["accept", "reject"])
def test_words_that_were_decided_on_are_not_proposed_again(desk, editor, verb):
    story = create_article(body=BODY)
    propose_quotes(story)
    getattr(story.quotes.get(), verb)(by=editor)

    save(desk, story, body=OTHER + BODY)

    assert story.quotes.exclude(status="proposed").get().exact == WORDS
    assert story.quotes.filter(exact=WORDS).count() == 1


def test_words_within_a_corrected_quote_are_not_proposed_again(editor):
    story = create_article(body=BODY)
    create_quote(story, exact="naik dua meter")

    propose_quotes(story)

    assert story.quotes.get().exact == "naik dua meter"


def test_a_proposal_goes_with_its_words_and_a_decision_stays(editor):
    story = create_article(body=BODY + OTHER)
    propose_quotes(story)
    story.quotes.get(exact=WORDS).accept(by=editor)

    story.body = "<p>Tanpa kutipan.</p>"
    propose_quotes(story)

    assert story.quotes.get().exact == WORDS
    assert not Speaker.objects.filter(name="Rini Astuti").exists()


def test_a_quote_typed_by_hand_is_never_deleted(desk):
    story = create_article()
    create_quote(story, status=Quote.Status.PROPOSED)

    save(desk, story, body="<p>Tanpa kutipan.</p>")

    assert story.quotes.exists()


def test_a_proposal_follows_what_the_text_now_says_of_it():
    story = create_article(body=BODY)
    propose_quotes(story)

    story.body = BODY.replace("Bagas Prakoso", "Rini Astuti")
    propose_quotes(story)

    assert story.quotes.get().speaker.name == "Rini Astuti"
    assert not Speaker.objects.filter(name="Bagas Prakoso").exists()


def test_places_follow_the_text(editor):
    story = create_article(body=BODY + OTHER)
    propose_quotes(story)
    for quote in story.quotes.all():
        quote.accept(by=editor)

    story.body = f"<p>Banjir.</p>{story.body}"
    assert propose_quotes(story) == []

    assert [quote.position for quote in story.quotes.in_order()] == [9, 100]


def test_the_same_words_twice_are_two_quotations_each_in_its_place():
    twice = "<p>“Kami siap,” kata Rini Astuti.</p><p>Hujan.</p><p>“Kami siap,” kata Bagas Prakoso.</p>"
    story = create_article(body=twice)
    propose_quotes(story)

    story.body = f"<p>Banjir datang.</p>{twice}"
    propose_quotes(story)

    first, second = story.quotes.in_order()
    assert (first.speaker.name, second.speaker.name) == ("Rini Astuti", "Bagas Prakoso")
    assert (first.position, second.position) == (16, 54)


def test_a_speaker_is_found_by_another_name_before_a_new_one_is_made():
    known = create_speaker(name="H. Bagas Prakoso", aliases=["Bagas Prakoso"])
    story = create_article(body=BODY)

    propose_quotes(story)

    assert story.quotes.get().speaker == known


def test_a_name_that_two_people_share_is_left_to_the_editor():
    create_speaker(name="Bagas Prakoso"), create_speaker(name="bagas prakoso")
    story = create_article(body=BODY)

    propose_quotes(story)

    assert story.quotes.get().speaker is None


def test_a_thousand_quotations_cost_as_many_queries_as_ten():
    def queries(number):
        story = create_article(
            body="".join(f"<p>“Kalimat nomor {n} ini,” kata Rini Astuti.</p>" for n in range(number))
        )
        with CaptureQueriesContext(connection) as captured:
            assert len(propose_quotes(story)) == number
        return len(captured)

    create_speaker(name="Rini Astuti")

    assert queries(1000) == queries(10)


def sentences(story) -> str:
    return "\n".join(warning.sentence for warning in warnings(story))


def test_a_story_in_order_gives_no_warning():
    story = create_article(body=BODY)
    citation = create_citation(story, source=create_source(name="AFP"))
    create_quote(story, exact=WORDS, citation=citation)

    assert warnings(story) == []


def test_a_quotation_without_a_speaker_is_warned_of(desk):
    story = create_article()
    quote = create_quote(story, speaker=None)

    assert any("Nobody is named" in text and quote.exact in text for text in save(desk, story))


def test_an_unnamed_speaker_whose_reason_no_editor_gave_is_warned_of(editor):
    story = create_article(body="<p>“Kami dilarang bicara soal itu,” kata seorang pejabat militer.</p>")
    (quote,) = propose_quotes(story)
    quote.accept(by=editor)

    assert "stays unnamed" in sentences(story)
    quote.speaker.unnamed_reason = "Ia takut dipecat."
    quote.speaker.save()
    assert "stays unnamed" not in sentences(story)


def test_an_outlet_that_is_named_and_not_linked_is_warned_of(desk):
    story = create_article()

    assert any("sources: AFP" in text for text in save(desk, story, body=BODY))


def test_a_source_that_is_linked_and_not_named_is_warned_of():
    story = create_article(body=BODY)
    create_citation(story, source=create_source(name="Kantor Berita AFP", aliases=["AFP"]))
    create_citation(story, source=create_source(name="Tasnim"))

    assert "not named in the text: Tasnim." in sentences(story)
    assert "not among" not in sentences(story)


def test_proposals_that_wait_are_warned_of_with_a_way_to_the_review(desk):
    story = create_article()

    (text,) = (text for text in save(desk, story, body=OTHER) if "waits" in text)

    assert reverse("admin:articles_article_quotes", args=[story.pk]) in text


def test_a_draft_whose_quote_was_altered_is_saved_with_a_warning(desk):
    story = create_article(body=BODY)
    create_quote(story, exact=WORDS)

    assert any("must before publication" in text for text in save(desk, story, body="<p>Lain.</p>"))


def test_a_decision_in_the_story_s_own_form_is_signed(desk, editor):
    story = create_article(body=OTHER)
    save(desk, story)

    save(desk, story, **{"quotes-0-status": "accepted"})

    quote = story.quotes.get()
    assert (quote.status, quote.decided_by) == (Quote.Status.ACCEPTED, editor) and quote.decided_at

"""The review of a story's quotations."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from articles.admin.reasons import REASONS
from articles.models import Article, Quote
from articles.models.content import content_of
from articles.proposing import propose_quotes
from articles.quotefinder.findings import SENTENCES
from tests.admin.forms import fields
from tests.factories import create_article, create_citation, create_published, create_quote, create_speaker

BODY = (
    "<p>“Air sungai naik <strong>dua meter</strong> sejak malam,” kata Kepala Desa Bagas Prakoso.</p>"
    "<p>“Kami belum menerima bantuan apa pun,” ujar Rini Astuti.</p>"
)


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture
def story():
    story = create_article(body=BODY)
    propose_quotes(story)
    return story


def address(story):
    return reverse("admin:articles_article_quotes", args=[story.pk])


def first(story) -> Quote:
    return story.quotes.in_order()[0]


def test_every_quotation_is_marked_in_the_text_and_listed(desk, story):
    page = desk.get(address(story)).content.decode()

    for quote in story.quotes.all():
        assert f'id="words-{quote.pk}"' in page and f'id="quote-{quote.pk}"' in page
    assert f'<strong><mark class="said said--proposed" data-quote="{first(story).pk}">dua meter</mark></strong>' in page
    assert "Bagas Prakoso" in page and "Kepala Desa" in page and "named after the quotation" in page


def test_states_are_told_apart_by_a_sign_in_the_text(desk, editor, story):
    first(story).reject(by=editor)

    page = desk.get(address(story)).content.decode()

    assert ">1✗</a>" in page and ">2?</a>" in page


def test_thin_evidence_is_said_in_words(desk, story):
    Quote.objects.filter(pk=first(story).pk).update(proposal=first(story).proposal | {"confidence": 0.4})

    page = desk.get(address(story)).content.decode()

    assert "thin evidence: look twice" in page and "good evidence" in page


def test_every_rule_of_the_finder_explains_itself_in_the_editors_language():
    assert {rule: str(sentence) for rule, sentence in REASONS.items()} == SENTENCES


@pytest.mark.parametrize(("verb", "status"), [("accept", "accepted"), ("reject", "rejected")])
def test_a_decision_goes_on_to_the_next_that_waits(desk, editor, story, verb, status):
    one, two = story.quotes.in_order()

    response = desk.post(address(story), {verb: one.pk})

    one.refresh_from_db()
    assert (one.status, one.decided_by) == (status, editor)
    assert response.status_code == 302 and response["Location"].endswith(f"?at={two.pk}&last={one.pk}#quote-{two.pk}")


def test_a_decision_is_undone(desk, story):
    desk.post(address(story), {"accept": first(story).pk})

    desk.post(address(story), {"undo": first(story).pk})

    quote = first(story)
    assert (quote.status, quote.decided_at, quote.decided_by) == (Quote.Status.PROPOSED, None, None)


def test_an_address_that_readers_know_is_not_taken_away_without_a_word(desk):
    story = create_published(hours_ago=2)
    quote = create_quote(story, decided_at=timezone.now() - timedelta(hours=1))

    for verb in ("undo", "reject"):
        response = desk.post(address(story), {verb: quote.pk})
        assert response.status_code == 422 and 'class="errorlist"' in response.content.decode()
    assert desk.get(quote.get_absolute_url()).status_code == 200


def test_a_quote_is_withdrawn_with_a_reason_only(desk, story, editor):
    quote = first(story)
    quote.accept(by=editor)

    refused = desk.post(address(story), {"withdraw": quote.pk, "reason": " "})
    assert refused.status_code == 422 and 'aria-invalid="true"' in refused.content.decode()
    desk.post(address(story), {"withdraw": quote.pk, "reason": "Salah orang."})

    quote.refresh_from_db()
    assert (quote.status, quote.withdrawal_reason) == (Quote.Status.WITHDRAWN, "Salah orang.")
    desk.post(address(story), {"undo": quote.pk})
    quote.refresh_from_db()
    assert (quote.status, quote.withdrawal_reason) == (Quote.Status.ACCEPTED, "")


def correct(desk, story, quote, **changes):
    data = fields(desk.get(address(story), {"edit": quote.pk}))
    return desk.post(address(story), data | {"correct": quote.pk} | changes)


def test_a_correction_is_saved_and_accepted(desk, story):
    quote, speaker = first(story), create_speaker()
    citation = create_citation(story)

    changes = {"speaker": speaker.pk, "role": "camat", "kind": "fragment", "said_on": "2025-03-05"}
    response = correct(desk, story, quote, exact="naik dua meter", citation=citation.pk, **changes)

    assert response.status_code == 302
    quote.refresh_from_db()
    assert (quote.exact, quote.speaker, quote.role, quote.citation) == ("naik dua meter", speaker, "camat", citation)
    assert (quote.status, quote.kind, str(quote.said_on)) == (Quote.Status.ACCEPTED, "fragment", "2025-03-05")
    assert quote.position == 12 and quote.prefix == "“Air sungai "
    assert story.quotes.count() == 2


def test_words_that_do_not_stand_in_the_text_are_said_at_the_field_and_nothing_is_lost(desk, story):
    quote = first(story)

    response = correct(desk, story, quote, exact="Air sungai turun", role="camat", said_on="kemarin")

    page = response.content.decode()
    form = next(card.form for card in response.context["cards"] if card.form)
    assert response.status_code == 422
    assert form.errors.keys() == {"exact", "said_on"}
    assert "Air sungai turun" in page and 'value="camat"' in page and 'value="kemarin"' in page
    quote.refresh_from_db()
    assert quote.status == Quote.Status.PROPOSED and quote.role == "Kepala Desa"


@pytest.mark.parametrize("pk", ["", "x", "0", "\0", "9" * 40])
@pytest.mark.parametrize("verb", ["accept", "correct", "nothing"])
def test_a_quotation_that_is_not_there_is_said(desk, story, verb, pk):
    response = desk.post(address(story), {verb: pk}, follow=True)

    assert response.status_code == 200 and list(response.context["messages"])
    assert desk.get(address(story), {"edit": pk, "at": pk, "last": pk}).status_code == 200


def test_a_quotation_of_another_story_is_not_decided_here(desk, story):
    other = create_quote(create_article(), status=Quote.Status.PROPOSED)

    desk.post(address(story), {"accept": other.pk})

    other.refresh_from_db()
    assert other.status == Quote.Status.PROPOSED


def test_words_that_left_the_text_are_said_and_cannot_be_accepted(desk, story, editor):
    quote = first(story)
    quote.reject(by=editor)
    story.body = "<p>Tanpa kutipan.</p>"
    story.save()

    response = desk.post(address(story), {"accept": quote.pk})

    assert response.status_code == 422 and "card__gone" in response.content.decode()


def test_what_the_text_reads_now_is_offered_for_an_altered_quote_which_keeps_its_address(desk, story, editor):
    quote = first(story)
    quote.accept(by=editor)
    story.body = BODY.replace("dua meter", "tiga meter")
    story.save()
    propose_quotes(story)
    assert story.quotes.count() == 3

    assert "The text now reads" in desk.get(address(story)).content.decode()
    correct(desk, story, quote)

    quote.refresh_from_db()
    assert quote.exact == "Air sungai naik tiga meter sejak malam"
    assert (quote.status, story.quotes.count()) == (Quote.Status.ACCEPTED, 2)


def test_only_who_may_change_the_story_reviews_it(allowed, story):
    client = allowed("view_article", "view_quote")
    assert client.get(address(story)).status_code == 403
    assert client.post(address(story), {"accept": first(story).pk}).status_code == 403
    client = allowed("change_article", "edit_section_article")
    assert client.get(address(story)).status_code == 200


def test_a_decision_of_someone_who_may_not_publish_waits_in_a_story_that_readers_see(allowed, story):
    story.publish()
    client = allowed("change_article", "edit_section_article")

    client.post(address(story), {"accept": first(story).pk})

    assert first(story).status == Quote.Status.PROPOSED
    waiting = Article.objects.get(pk=story.pk).pending.content["quotes"]
    assert waiting[0]["status"] == "accepted"
    assert client.get(address(story)).context["cards"][0].quote.status == Quote.Status.ACCEPTED


def test_what_waits_is_reviewed_and_goes_out_with_its_decisions(desk, story):
    story.publish()
    story.revise(content_of(story) | {"headline": "Lain"})

    desk.post(address(story), {"reject": first(story).pk})
    assert first(story).status == Quote.Status.PROPOSED
    Article.objects.get(pk=story.pk).publish()

    assert first(story).status == Quote.Status.REJECTED


def test_a_story_that_is_not_there_is_a_404(desk):
    assert desk.get(reverse("admin:articles_article_quotes", args=[999])).status_code == 404


def test_a_story_without_quotations_says_so(desk):
    story = create_article()

    assert desk.get(address(story)).context["cards"] == []


def test_the_review_asks_as_much_for_many_quotations_as_for_few(desk, story):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert desk.get(address(story), {"edit": first(story).pk}).status_code == 200
        return len(captured)

    queries()
    few = queries()
    for _ in range(10):
        create_quote(story, citation=create_citation(story))

    assert queries() == few < 20


def test_the_list_counts_what_waits_and_leads_to_it(desk, story):
    done = create_article()
    listing = reverse("admin:articles_article_changelist")

    page = desk.get(listing, {"quotes": "waiting"})

    assert [each.pk for each in page.context["cl"].result_list] == [story.pk] and done.pk
    assert address(story) in page.content.decode()
    assert address(story) in desk.get(reverse("admin:articles_article_change", args=[story.pk])).content.decode()


def test_the_desk_sees_how_often_proposals_were_right(desk, editor):
    story = create_article(body=BODY + "<p>“Jangan panik,” kata Dodi.</p><p>“Tetap tenang,” kata Wati.</p>")
    propose_quotes(story)
    right, speaker, words, rejected = story.quotes.in_order()
    right.accept(by=editor)
    correct(desk, story, speaker, speaker=create_speaker().pk)
    correct(desk, story, words, exact="Jangan")
    rejected.reject(by=editor)
    create_quote(story, decided_at=timezone.now(), decided_by=editor)

    (row,) = desk.get(address(story)).context["record"]

    counts = {"right": 1, "details": 0, "speaker": 1, "words": 1, "rejected": 1, "added": 1}
    assert row["n"] == counts and row["proposed"] == 4 and row["share"]["right"] == 25

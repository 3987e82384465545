"""The queue of quotations that may be one utterance."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Likeness, Statement
from tests.admin.utterances import ALTERED, WORDS, page_of, say
from tests.factories import create_article, create_quote, create_speaker

QUEUE = "admin:articles_likeness_changelist"


def queue(client, **query):
    return [*client.get(reverse(QUEUE), query).context["cl"].result_list]


def test_the_queue_shows_what_is_undecided_the_most_alike_first(desk):
    say(WORDS), say(ALTERED), say(WORDS)
    exact = Likeness.objects.get(similarity=1)
    Likeness.objects.filter(similarity__lt=1).first().refuse(by=None)

    found = queue(desk)

    assert found[0] == exact and len(found) == 2
    assert len(queue(desk, **{"is": "different"})) == 1 and len(queue(desk, **{"is": "all"})) == 3


def test_a_quote_that_was_taken_back_waits_for_nothing(desk, editor):
    quote, _other = say(WORDS), say(WORDS)

    quote.withdraw(reason="Salah dengar.", by=editor)

    assert queue(desk) == []


def test_a_pair_stands_side_by_side_with_what_differs_marked(desk):
    one = say(WORDS, speaker=create_speaker(name="Sri Lentera"), is_translation=True)
    other = say(ALTERED)

    page = desk.get(page_of(Likeness.objects.get())).content.decode()

    assert "<mark>angin barat datang</mark>" in page and "<mark>hujan tahun ini</mark>" in page
    assert "Sri Lentera" in page and one.citation.source.name in page
    assert one.article.headline in page and other.article.headline in page


def test_confirming_leads_to_the_next_pair_and_groups_the_quotes(desk, editor):
    quotes = [say(WORDS) for _each in range(2)]
    first = Likeness.objects.get()
    say(ALTERED)

    response = desk.post(page_of(first), {"verdict": "confirm"})

    assert Statement.objects.get().quotes.count() == 2
    first.refresh_from_db()
    assert (first.verdict, first.decided_by) == (Likeness.Verdict.SAME, editor)
    assert response["Location"] in [page_of(pair) for pair in Likeness.objects.undecided()]
    assert quotes[0].article.headline in desk.get(quotes[1].get_absolute_url()).content.decode()


def test_after_the_last_pair_comes_the_list(desk):
    say(WORDS), say(WORDS)

    response = desk.post(page_of(Likeness.objects.get()), {"verdict": "refuse"})

    assert response["Location"] == reverse(QUEUE)
    assert Likeness.objects.get().verdict == Likeness.Verdict.DIFFERENT and not Statement.objects.exists()


@pytest.mark.parametrize(("action", "verdict"), [("confirm", "same"), ("refuse", "different")])
def test_a_verdict_falls_on_all_that_are_selected(desk, editor, action, verdict):
    for words in (WORDS, WORDS, "Harga ikan di pasar itu naik dua kali dalam sepekan.") * 2:
        say(words)
    pairs = [pair.pk for pair in Likeness.objects.all()]

    desk.post(reverse(QUEUE), {"action": action, "_selected_action": pairs})

    assert {(pair.verdict, pair.decided_by) for pair in Likeness.objects.all()} == {(verdict, editor)}


def test_what_is_the_same_as_a_third_need_not_be_confirmed_again(desk, editor):
    for _each in range(3):
        say(WORDS)

    for pair in Likeness.objects.all()[:2]:
        pair.confirm(by=editor)

    assert queue(desk) == [] and Statement.objects.get().quotes.count() == 3


def test_a_quote_is_taken_out_of_its_statement_again(desk, editor):
    quotes = [say(WORDS) for _each in range(3)]
    for pair in Likeness.objects.all():
        pair.confirm(by=editor)

    desk.post(page_of(Likeness.objects.first()), {"leave": quotes[1].pk})

    quotes[1].refresh_from_db()
    assert quotes[1].statement is None and Statement.objects.get().quotes.count() == 2
    apart = Likeness.objects.of(quotes[1].pk)
    assert {(pair.verdict, pair.decided_by) for pair in apart} == {("different", editor)}


def test_a_grouped_pair_is_not_refused_while_it_is_grouped(desk, editor):
    say(WORDS), say(WORDS)
    pair = Likeness.objects.get()
    pair.confirm(by=editor)

    response = desk.post(page_of(pair), {"verdict": "refuse"}, follow=True)
    desk.post(reverse(QUEUE), {"action": "refuse", "_selected_action": [pair.pk]})

    pair.refresh_from_db()
    assert pair.verdict == Likeness.Verdict.SAME
    assert [message.level_tag for message in response.context["messages"]] == ["error"]


def test_a_statement_of_one_is_none(editor):
    one, other = say(WORDS), say(WORDS)
    Likeness.objects.get().confirm(by=editor)
    one.refresh_from_db()

    one.leave_statement(by=editor)

    other.refresh_from_db()
    assert other.statement is None and not Statement.objects.exists()


def test_only_who_may_change_likenesses_decides_on_them(allowed):
    say(WORDS), say(WORDS)
    pair = Likeness.objects.get()
    client = allowed("view_likeness")

    assert client.get(page_of(pair)).status_code == 200
    assert client.post(page_of(pair), {"verdict": "confirm"}).status_code == 403
    client.post(reverse(QUEUE), {"action": "confirm", "_selected_action": [pair.pk]})
    assert not Statement.objects.exists()
    assert allowed("change_quote").get(page_of(pair)).status_code == 403


@pytest.mark.parametrize("data", [{}, {"verdict": "both"}, {"leave": "0"}, {"leave": "9" * 30}, {"leave": "²"}])
def test_nonsense_decides_nothing(desk, data):
    say(WORDS), say(WORDS)

    assert desk.post(page_of(Likeness.objects.get()), data).status_code in (302, 404)
    assert desk.get(reverse("admin:articles_likeness_change", args=["9" * 30])).status_code == 404
    assert Likeness.objects.undecided().count() == 1


def test_a_story_with_likenesses_is_still_deleted_by_who_may(allowed):
    story = create_article()
    create_quote(story, exact=WORDS).find_likenesses()
    say(WORDS)
    client = allowed("view_article", "delete_article", "delete_quote", "change_article", "edit_section_article")

    client.post(reverse("admin:articles_article_delete", args=[story.pk]), {"post": "yes"})

    assert not type(story).objects.filter(pk=story.pk).exists()


def test_the_queue_asks_as_much_for_eleven_pairs_as_for_one(desk):
    def queries(address):
        desk.get(address)
        with CaptureQueriesContext(connection) as captured:
            assert desk.get(address).status_code == 200
        return len(captured)

    say(WORDS), say(WORDS)
    few = queries(reverse(QUEUE)), queries(page_of(Likeness.objects.first()))
    for n in range(5):
        say(f"{WORDS} Nomor {n}.")

    assert (queries(reverse(QUEUE)), queries(page_of(Likeness.objects.first()))) == few
    assert max(few) < 20

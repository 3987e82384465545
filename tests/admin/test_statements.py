from unittest.mock import ANY

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Likeness, Quote, Speaker, Statement
from tests.admin.forms import fields
from tests.factories import create_article, create_citation, create_published, create_quote, create_speaker

WORDS = "Kami akan membangun kembali dermaga lama sebelum musim angin barat datang."
ALTERED = "Kami akan membangun kembali dermaga lama sebelum musim hujan tahun ini."
QUEUE = "admin:articles_likeness_changelist"


@pytest.fixture(autouse=True)
def _speaker():
    create_speaker(slug="wali-kota")


def say(exact, **overrides) -> Quote:
    """An accepted quote in a story of its own, compared with the others; by one speaker unless another is named."""
    story = create_published()
    overrides.setdefault("speaker", Speaker.objects.get(slug="wali-kota"))
    quote = create_quote(story, exact=exact, citation=create_citation(story), **overrides)
    quote.find_likenesses()
    return quote


def page_of(pair):
    return reverse("admin:articles_likeness_change", args=[pair.pk])


def queue(client, **query):
    return [*client.get(reverse(QUEUE), query).context["cl"].result_list]


def save(client, story, **changes):
    address = reverse("admin:articles_article_change", args=[story.pk])
    return client.post(address, fields(client.get(address)) | changes, follow=True)


def warnings(response) -> list[str]:
    return [str(message) for message in response.context["messages"] if message.level_tag == "warning"]


def drift_warnings(response) -> list[str]:
    return [text for text in warnings(response) if "/likeness/" in text]


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


# Drift


def test_saving_a_story_warns_of_other_words_in_another_one(desk):
    other = say(WORDS)
    story = create_article(body=f"<p>“{ALTERED}”</p>")
    create_quote(story, exact=ALTERED, status=Quote.Status.PROPOSED)

    (text,) = drift_warnings(save(desk, story, **{"quotes-0-status": "accepted"}))

    assert other.article.headline in text and page_of(Likeness.objects.get()) in text


def test_accepting_a_proposal_warns_too(desk):
    say(WORDS)
    story = create_article()
    quote = create_quote(story, exact=ALTERED, status=Quote.Status.PROPOSED)
    review = reverse("admin:articles_article_quotes", args=[story.pk])

    response = desk.post(review, {"accept": quote.pk}, follow=True)

    assert len(drift_warnings(response)) == 1


def test_the_same_words_and_a_part_of_them_are_no_drift(desk):
    say(WORDS)
    story = create_article()
    speaker = Speaker.objects.get(slug="wali-kota")
    create_quote(story, exact=WORDS, speaker=speaker)
    create_quote(story, exact="membangun kembali dermaga lama sebelum musim angin barat", speaker=speaker)

    assert drift_warnings(save(desk, story, **{"quotes-0-role": "wali kota", "quotes-1-role": "wali kota"})) == []
    assert Likeness.objects.count() == 2


def test_a_word_left_out_without_a_sign_is_drift_and_with_one_is_not():
    whole = say("Kami tidak akan membangun kembali dermaga lama sebelum musim angin barat datang.")
    say("Kami akan membangun kembali dermaga lama sebelum musim angin barat datang.")
    say("Kami … akan membangun kembali dermaga lama sebelum musim angin barat datang.")

    silent, marked = Likeness.objects.filter(one=whole).order_by("pk")

    assert silent.drift() and not marked.drift()


@pytest.mark.parametrize(
    ("one", "other", "drifts"),
    [
        ({"is_translation": True}, {}, True),
        ({"is_translation": True}, {"is_translation": True}, False),
        ({"language": "en"}, {"language": "id"}, True),
        ({"language": "en", "is_translation": True}, {"language": "id"}, False),
        ({"speaker": None}, {}, False),
    ],
)
def test_a_translation_presented_as_original_is_drift(one, other, drifts):
    say(WORDS, **one), say(WORDS, **other)

    assert bool(Likeness.objects.get().drift()) == drifts


def test_the_same_words_from_two_speakers_are_drift():
    say(WORDS), say(WORDS, speaker=create_speaker())

    assert Likeness.objects.get().drift()


def test_one_word_is_nobodys_utterance():
    say("kemungkinan"), say("kemungkinan")

    assert not Likeness.objects.exists()


def test_what_an_editor_has_decided_is_warned_of_only_when_the_words_change(desk, editor):
    other = say(WORDS)
    story = create_article()
    create_quote(story, exact=ALTERED).find_likenesses()
    assert drift_warnings(save(desk, story)) == [ANY]
    Likeness.objects.get().confirm(by=editor)

    assert drift_warnings(save(desk, story)) == []
    assert drift_warnings(save(desk, story, **{"quotes-0-exact": ALTERED[:-10]})) == [ANY]
    other.refresh_from_db()
    other.leave_statement(by=editor)
    assert drift_warnings(save(desk, story, **{"quotes-0-exact": ALTERED[:-5]})) == []


def test_words_that_are_changed_are_compared_anew(desk):
    say(WORDS)
    unlike = "Harga ikan di pasar itu naik dua kali."
    story = create_article(body=f"<p>{ALTERED} {WORDS} {unlike}</p>")
    create_quote(story, exact=ALTERED).find_likenesses()
    before = Likeness.objects.get()

    save(desk, story, **{"quotes-0-exact": WORDS})
    after = Likeness.objects.get()
    assert (after.pk, after.similarity) == (before.pk, 1.0)

    save(desk, story, **{"quotes-0-exact": unlike})
    assert not Likeness.objects.exists()


def test_many_warnings_are_five_and_a_link_to_the_rest(desk):
    for n in range(8):
        say(f"{WORDS} Itu janji nomor {n}.")
    story = create_article()
    create_quote(story, exact=f"{WORDS} Itu harapan saya.")

    found = warnings(save(desk, story, **{"quotes-0-role": "nelayan"}))

    assert len(drift_warnings(save(desk, story))) == 6 and f"?story={story.pk}" in "".join(found)
    assert len(queue(desk, story=story.pk)) == 8

"""The same words in two stories that are not quite the same: editors are warned."""

from unittest.mock import ANY

import pytest
from django.urls import reverse

from articles.models import Likeness, Quote
from tests.admin.forms import fields
from tests.admin.utterances import ALTERED, WORDS, mayor, page_of, say
from tests.factories import create_article, create_quote, create_speaker


def save(client, story, **changes):
    address = reverse("admin:articles_article_change", args=[story.pk])
    return client.post(address, fields(client.get(address)) | changes, follow=True)


def warnings(response) -> list[str]:
    return [str(message) for message in response.context["messages"] if message.level_tag == "warning"]


def drift_warnings(response) -> list[str]:
    return [text for text in warnings(response) if "/likeness/" in text]


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
    speaker = mayor()
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
    queue = desk.get(reverse("admin:articles_likeness_changelist"), {"story": story.pk})
    assert len(queue.context["cl"].result_list) == 8

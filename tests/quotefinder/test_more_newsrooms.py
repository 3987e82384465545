"""What news that the rules had not seen taught, each with short sentences of our own."""

import pytest

from articles.quotefinder import find


def first(text, language):
    return find(text, language).quotations[0]


def all_of(text, language):
    return [(quotation.text, quotation.speaker) for quotation in find(text, language).quotations]


# English


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tom Pell said the plan for the pier was ‘a muddle’. ‘We need action,’ he said.", "a muddle"),
        ("Tom Pell told Sky News that the harbour would ‘stop the rot’.", "stop the rot"),
        ('Tom Pell said the new budget for the pier was ‘a "proper" mess’ on Monday.', 'a "proper" mess'),
    ],
)
def test_single_marks_as_the_chief_ones_hold_fragments(text, words):
    assert all_of(text, "en")[0] == (words, "Tom Pell")


def test_single_marks_beside_many_double_ones_stay_lesser():
    text = 'Tom Pell said the plan for the pier was ‘a muddle’. "We need action," he said. "Now," he said.'

    assert "a muddle" not in [words for words, _ in all_of(text, "en")]


def test_whom_something_is_said_of_does_not_say_it():
    unsaid = first("Keepers have been accused of ‘a betrayal of the sea’ after the lamp went out.", "en")
    by_agent = first("Keepers have been accused by Ruth Amberley of ‘a betrayal of the sea’.", "en")
    later = first("Keepers had been told to treat the lamp as “nice to have”, said Tom Pell.", "en")

    assert [unsaid.speaker, by_agent.speaker, later.speaker] == ["", "Ruth Amberley", "Tom Pell"]


def test_pundit_speaks_through_the_station():
    text = "Former keeper Gemma Orme, a pundit for BBC Radio 5 Live, said they were slow. “It was hard,” she said."

    assert first(text, "en").via == ("BBC Radio 5 Live",)


# Nicknames


def test_only_an_explicit_nickname_is_one():
    called = "Bambang Karsa dipanggil Raden Wening. “Kami datang malam ini,” kata Raden Wening."
    nick = "Bambang Karsa biasa dipanggil Wening. “Kami datang malam ini,” kata Wening."

    assert [first(called, "id").speaker, first(nick, "id").speaker] == ["Raden Wening", "Bambang Karsa"]

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.proposing import propose_quotes
from tests.factories import create_article, create_citation, create_comment, create_source

BODY = (
    "<p>“Air sungai naik dua meter sejak malam,” kata Kepala Desa Bagas Prakoso, dikutip dari AFP.</p>"
    "<p>“Kami belum menerima bantuan apa pun,” ujar Rini Astuti.</p>"
)


@pytest.fixture
def story(editor):
    """One quotation accepted, one rejected."""
    story = create_article(body=BODY)
    create_citation(story, source=create_source(name="AFP", licence="CC BY 4.0"), url="https://afp.example/1")
    propose_quotes(story)
    one, two = story.quotes.in_order()
    one.accept(by=editor)
    two.reject(by=editor)
    create_comment(story, name="Pembaca Rahasia", email="rahasia@example.org", text="Tanggapan rahasia")
    return story


def lines(*arguments) -> list[dict]:
    out = StringIO()
    call_command("export_labels", *arguments, stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_accepted_and_rejected_words_stand_where_their_labels_say(story, editor):
    (article,), (gold,) = lines("--articles"), lines("--gold")

    (quote,), (other,) = gold["quotes"], gold["not_quotes"]
    for label in (quote, other):
        assert article["text"][label["start"] : label["end"]] == label["text"]
    assert (quote["speaker"], quote["role"], quote["verb"]) == ("Bagas Prakoso", "Kepala Desa", "kata")
    assert (quote["via"], quote["kind"], quote["verdict"]) == (["AFP"], "full", "right")
    assert other["text"].startswith("Kami belum") and other["proposal"]["speaker"] == "Rini Astuti"
    assert (article["id"], article["lang"]) == (gold["id"], gold["lang"])


def test_labels_say_where_they_come_from_and_nothing_of_readers(story, editor):
    (article,), (gold,) = lines("--articles"), lines("--gold")

    assert article["sources"][0]["licence"] == "CC BY 4.0"
    assert gold["quotes"][0]["decided_by"] == editor.pk and gold["quotes"][0]["decided_at"]
    assert gold["quotes"][0]["proposal"]["reason"]["rule"] == "after"
    assert "ahasia" not in json.dumps([article, gold])


def test_a_story_with_a_proposal_that_waits_is_not_labelled_yet(story):
    story.quotes.filter(status="rejected").get().undo(by=None)

    assert lines("--gold") == []


def test_both_files_are_written_to_a_directory(story, tmp_path):
    err = StringIO()
    call_command("export_labels", str(tmp_path / "labels"), stderr=err)

    for name in ("articles", "gold"):
        (line,) = (tmp_path / "labels" / f"{name}.jsonl").read_text().splitlines()
        assert json.loads(line)["id"] == f"story-{story.pk}"
    assert "1" in err.getvalue()


def test_a_directory_that_cannot_be_written_is_said(story, tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(CommandError, match="cannot be written"):
        lines(str(tmp_path / "file"))


def test_one_of_the_three_ways_out_must_be_chosen():
    for arguments in ([], ["--gold", "--articles"]):
        with pytest.raises(CommandError):
            lines(*arguments)


def test_the_export_asks_as_much_for_many_stories_as_for_one(story, editor, django_assert_max_num_queries):
    for _ in range(5):
        other = create_article(body=BODY)
        propose_quotes(other)
        for quote in other.quotes.all():
            quote.accept(by=editor)

    with django_assert_max_num_queries(4):
        assert len(lines("--gold")) == 6

"""Replies come in from elsewhere with threads, dates and states; our own export comes back whole."""

import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.models import Comment, Commenter, Rewording
from tests.factories import create_citation, create_comment, create_commenter, create_published, create_quote

DATA = Path(__file__).parent.parent / "data"


@pytest.fixture
def story():
    return create_published(slug="kapal-pertama")


def bring_in(kind, file, **options):
    out, err = io.StringIO(), io.StringIO()
    call_command("import_replies", kind, file, stdout=out, stderr=err, **options)
    return out.getvalue(), err.getvalue()


def test_wordpress_replies_keep_threads_dates_states_and_words(client, story):
    out, err = bring_in("wordpress", DATA / "replies.wxr.xml")

    rows = {comment.origin_key: comment for comment in story.comments.all()}
    assert {key: row.status for key, row in rows.items()} == {
        "11": "approved",
        "12": "approved",
        "13": "held",
        "15": "spam",
    }
    assert rows["12"].parent == rows["11"] and rows["13"].parent is None
    assert rows["12"].created_at == datetime(2023, 9, 14, 5, tzinfo=UTC)
    assert rows["12"].text == "Setuju & terima kasih.\n\nLihat di sini (https://x.example/a)."
    assert "alert" not in rows["11"].text or "<script" not in rows["11"].text
    assert rows["13"].commenter is None and rows["12"].network is None
    assert out.startswith("4 new") and "https://lama.example/2020/01/01/hilang/" in err
    page = client.get(story.get_absolute_url()).text
    assert "Kapan berangkat?" in page and "Menunggu." not in page and "203.0.113" not in page


def test_the_same_file_again_changes_nothing(story):
    bring_in("wordpress", DATA / "replies.wxr.xml")

    out, _err = bring_in("wordpress", DATA / "replies.wxr.xml")

    assert out.startswith("0 new, 4 known") and story.comments.count() == 4
    story.refresh_from_db()
    assert story.comment_count == 2


def test_reply_that_is_longer_than_the_database_takes_is_left_out_and_named(story, tmp_path):
    data = (DATA / "replies.wxr.xml").read_text()
    file = tmp_path / "long.xml"
    file.write_text(data.replace("Kapan berangkat?", "Kapan berangkat? " + "panjang " * 8192))

    out, err = bring_in("wordpress", file)

    assert out.startswith("3 new") and "Longer than 64 KB, and so left out: 11" in err
    assert story.comments.get(origin_key="12").parent is None


def test_reply_without_a_date_gets_its_storys(story, tmp_path):
    data = (DATA / "replies.wxr.xml").read_text()
    file = tmp_path / "zero.xml"
    file.write_text(data.replace("2023-09-14 08:00:00", "0000-00-00 00:00:00"))

    bring_in("wordpress", file)

    assert story.comments.get(origin_key="15").created_at == datetime(2023, 9, 14, 10, 15, tzinfo=UTC)


def test_answers_to_what_is_left_out_keep_their_own_threads(story, tmp_path):
    data = (DATA / "replies.wxr.xml").read_text()
    file = tmp_path / "empty.xml"
    data = data.replace("<script>alert(1)</script>Kapan berangkat?", "").replace(">99<", ">12<")
    file.write_text(data.replace("comment_id>15<", "comment_id>10<"))

    bring_in("wordpress", file)

    rows = {comment.origin_key: comment for comment in story.comments.all()}
    assert (rows["12"].parent, rows["13"].parent) == (None, rows["12"])


def test_imported_address_is_not_proved_and_not_trusted(story):
    bring_in("wordpress", DATA / "replies.wxr.xml")

    assert not Commenter.objects.confirmed().exists()


def test_disqus_replies_likewise(story):
    bring_in("disqus", DATA / "replies.disqus.xml")

    first, second = story.comments.order_by("origin_key")
    assert first.text == "Kapan berangkat?\n\nBesok pagi?"
    assert (second.parent, second.status, second.commenter.email) == (first, "hidden", "budi@example.org")


@pytest.mark.parametrize("kind", ["wordpress", "disqus", "json"])
@pytest.mark.parametrize("data", [b"", b"<rss", b"{}", b"[1]", b'{"origin": 1}', b"\x00\xff"])
def test_damaged_file_is_refused_with_a_sentence_or_holds_nothing(tmp_path, kind, data):
    file = tmp_path / "x"
    file.write_bytes(data)
    try:
        bring_in(kind, file)
    except CommandError as error:
        assert "damaged" in str(error)
    assert not Comment.objects.exists()


def test_entities_that_blow_up_are_refused(tmp_path):
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    file = tmp_path / "x.xml"
    file.write_text(f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">{levels}]><rss>&a11;</rss>')

    with pytest.raises(CommandError):
        bring_in("wordpress", file)


def exported() -> list[dict]:
    out = io.StringIO()
    call_command("export_replies", stdout=out)
    return sorted((json.loads(line) for line in out.getvalue().splitlines()), key=lambda line: line["origin"])


def test_own_export_of_the_same_site_again_changes_nothing(story, tmp_path):
    root = create_comment(story, commenter=create_commenter())
    create_comment(story, parent=create_comment(story, parent=root, commenter=None, name="Tamu"))
    create_comment(story, parent=root).withdraw()
    before = exported()
    file = tmp_path / "replies.jsonl"
    file.write_text("\n".join(json.dumps(line) for line in before))

    out, _err = bring_in("json", file)

    assert out.startswith("0 new, 4 known") and exported() == before


def test_what_answers_a_reply_written_twice_stays_in_its_thread(story, tmp_path):
    reader = create_commenter(email="Budi@example.org")
    first = create_comment(story, commenter=reader, text="Kapan berangkat?")
    data = (DATA / "replies.wxr.xml").read_text().replace("ani@example.org", "budi@example.org")
    file = tmp_path / "twice.xml"
    file.write_text(data.replace("<script>alert(1)</script>", ""))

    out, _err = bring_in("wordpress", file)

    assert out.startswith("3 new, 1 known") and story.comments.get(origin_key="12").parent == first


def test_reply_with_the_number_of_an_imported_one_is_another(story, tmp_path):
    for _n in range(2):
        create_comment(story)
    lines = exported()
    file = tmp_path / "replies.jsonl"
    number = Comment.objects.last().pk + 2
    file.write_text(json.dumps(lines[0]).replace(lines[0]["origin"][1], f"{number}@2020-01-01T00:00:00+00:00"))
    Comment.objects.all().delete()
    bring_in("json", file)

    here = create_comment(story)

    assert here.pk == number and len({tuple(line["origin"]) for line in exported()}) == 2


def test_round_trip_of_our_own_export_loses_nothing(story, editor, tmp_path):
    quote, citation = create_quote(story), create_citation(story, title="Laporan", url="https://x.example/l")
    reader = create_commenter(email="ani@example.org", name="Ani", mail=Commenter.Mail.DAILY)
    revision = story.revisions.public().last()
    root = create_comment(story, quote=quote, commenter=reader, revision=revision, is_pick=True, network="10.0.0.0/24")
    answer = create_comment(story, parent=root, status="held", reason="links", answers={"links": "hold"})
    create_comment(story, parent=answer, status="spam")
    Comment.objects.filter(pk=create_comment(story, citation=citation, kind="error").pk).decide(
        "hidden", by=editor, reason="other"
    )
    create_comment(story, commenter=None, name="Tamu", passages=[[0, 3, True]], proposed_text="Edit menunggu")
    deleted = create_comment(story, commenter=reader)
    create_comment(story, parent=deleted)
    deleted.withdraw()
    Rewording.objects.create(comment=root, text="Kata dulu.")
    before = exported()
    file = tmp_path / "replies.jsonl"
    file.write_text("\n".join(json.dumps(line) for line in before))

    Comment.objects.all().delete()
    Commenter.objects.all().delete()
    bring_in("json", file)

    assert exported() == before
    story.refresh_from_db()
    assert story.comment_count == story.comments.approved().count() == 3

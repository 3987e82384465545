"""Stories that may be one: found by what their texts have in common, flat however many there are."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article, Duplicate, Sketch
from articles.models.content import content_of
from articles.proposing import propose_quotes
from tests.factories import create_article, create_editor, create_published

OPENING = "Feri pertama dari pulau seberang terlambat dua jam pada Senin pagi karena gelombang setinggi tiga meter. "
DETAILS = (
    "Kepala pelabuhan mengatakan bahwa semua penumpang selamat dan sudah dijemput oleh keluarga masing-masing. "
    "Perahu nelayan dilarang melaut sampai pengumuman berikutnya, sedangkan pasar ikan tetap buka seperti biasa. "
)
OTHER = (
    "Panen padi di dataran tinggi tahun ini lebih baik daripada tahun lalu berkat hujan yang turun tepat waktu. "
    "Para petani berharap harga gabah tidak jatuh ketika lumbung desa mulai penuh pada akhir bulan depan. "
)


def body(*parts) -> str:
    return "".join(f"<p>{part}</p>" for part in parts)


def pairs_of(story) -> list:
    return [(pair.beside(story).pk, pair.percent) for pair in Duplicate.objects.propose(story)]


def test_a_draft_resembles_the_story_that_it_updates_and_not_the_others():
    first = create_published(body=body(OPENING, DETAILS))
    create_published(body=body(OTHER))
    draft = create_article(body=body("Kabar terbaru dari dermaga: ", OPENING, DETAILS))

    assert pairs_of(draft) == [(first.pk, 100)]


def test_a_translation_that_is_just_started_is_no_duplicate_of_its_original():
    original = create_published(body=body(OPENING, DETAILS), language="id")
    draft = original.start_translation("en")

    assert pairs_of(draft) == [] and pairs_of(original) == []


def test_mark_up_letter_case_and_punctuation_do_not_hide_what_is_the_same():
    first = create_article(body=body(OPENING, DETAILS))
    draft = create_article(
        body=f"<h2>{OPENING.upper()}</h2><ul><li><strong>{DETAILS.replace(',', ' –')}</strong></li></ul>"
    )

    assert [pk for pk, _percent in pairs_of(draft)] == [first.pk]


def test_a_story_of_more_than_two_weeks_ago_is_not_looked_at():
    old = create_article(body=body(OPENING, DETAILS))
    old.publish()
    Sketch.objects.filter(pk=old.pk).update(dated_at=timezone.now() - timedelta(days=15))

    assert pairs_of(create_article(body=body(OPENING, DETAILS))) == []


def test_sketches_that_are_no_longer_recent_go_when_new_ones_come():
    old = create_article(body=body(OPENING))
    Sketch.objects.filter(pk=old.pk).update(dated_at=timezone.now() - timedelta(days=15))

    new = create_article(body=body(OTHER))

    assert list(Sketch.objects.values_list("pk", flat=True)) == [new.pk]


def test_a_sketch_follows_the_text_and_is_never_longer_than_64_hashes():
    story = create_article(
        body=body(*(f"Kata {n} dari seratus kalimat yang semuanya berbeda satu sama lain" for n in range(100)))
    )
    before = Sketch.objects.get(pk=story.pk).hashes
    assert len(before) == 64

    story.body = body(OTHER)
    story.save()

    after = Sketch.objects.get(pk=story.pk).hashes
    assert 20 < len(after) < 64
    assert not {*before} & {*after}


def test_an_edit_that_waits_in_a_live_story_is_compared_too_and_compares_itself():
    live = create_published(body=body(OTHER))
    live.revise(content_of(live) | {"body": body(OPENING, DETAILS)})
    draft = create_article(body=body(OPENING, DETAILS))
    expected = [(live.pk, 100)]

    assert pairs_of(draft) == expected
    assert pairs_of(Article.objects.get(pk=live.pk)) == [(draft.pk, 100)]
    live.discard_pending()
    assert pairs_of(draft) == []


def test_short_notices_resemble_nothing():
    create_article(body=body("Kantor redaksi tutup pada hari libur nasional."))

    assert pairs_of(create_article(body=body("Kantor redaksi tutup pada hari libur nasional."))) == []


def test_two_stories_are_not_asked_about_again(editor):
    create_article(body=body(OPENING, DETAILS))
    draft = create_article(body=body(OPENING, DETAILS))
    [pair] = Duplicate.objects.propose(draft)

    pair.keep_apart(by=editor)

    assert pairs_of(draft) == []
    assert Duplicate.objects.get().verdict == Duplicate.Verdict.DISTINCT


def test_a_pair_goes_when_the_draft_is_rewritten():
    create_article(body=body(OPENING, DETAILS))
    draft = create_article(body=body(OPENING, DETAILS))
    assert pairs_of(draft)

    draft.body = body(OTHER)
    draft.save()

    assert pairs_of(draft) == []


@pytest.mark.parametrize("is_live", [True, False])
def test_the_other_story_is_updated_and_readers_see_it_only_once_it_is_published(is_live, editor):
    kept = (create_published if is_live else create_article)(body=body(OPENING, DETAILS), headline="Feri terlambat")
    draft = create_article(body=body(OPENING, DETAILS, OTHER), headline="Feri masih terlambat")
    [pair] = Duplicate.objects.propose(draft)

    pair.update_instead(draft, propose=propose_quotes, by=editor)

    kept = Article.objects.select_related("pending").get(pk=kept.pk)
    said = kept.pending.content if is_live else content_of(kept)
    assert (said["headline"], said["body"]) == (draft.headline, draft.body)
    assert kept.headline == ("Feri terlambat" if is_live else draft.headline)
    assert kept.revisions.order_by("-number").first().created_by == editor
    assert Article.objects.get(pk=draft.pk).body == draft.body
    assert pair.verdict == Duplicate.Verdict.MOVED


def test_what_waited_in_the_other_story_is_not_lost_but_stays_among_its_versions():
    editor = create_editor()
    kept = create_published(body=body(OPENING, DETAILS))
    waiting = kept.revise(content_of(kept) | {"rights": "Hak milik dermaga"}, by=editor)
    draft = create_article(body=body(OPENING, DETAILS, OTHER))
    [pair] = Duplicate.objects.propose(draft)

    pair.update_instead(draft, propose=propose_quotes, by=editor)

    kept = Article.objects.select_related("pending").get(pk=kept.pk)
    assert kept.pending.content["rights"] == "Hak milik dermaga"
    assert kept.revisions.filter(pk=waiting.pk).exists()

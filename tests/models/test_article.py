from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.models import Article, Quote, Tagging
from tests.factories import (
    create_article,
    create_author,
    create_citation,
    create_published,
    create_quote,
    create_section,
    create_source,
    create_speaker,
    create_tag,
)


@pytest.mark.parametrize(
    ("status", "hours_ago", "seen"),
    [("draft", None, False), ("in_review", None, False), ("published", 1, True), ("published", -1, False)],
)
def test_row_and_queryset_agree_on_what_is_published(status, hours_ago, seen):
    date = timezone.now() - timedelta(hours=hours_ago) if hours_ago else None
    article = create_article(status=status, first_published_at=date)

    assert article.is_published() is seen
    assert Article.objects.published().filter(pk=article.pk).exists() is seen


def test_scheduled_story_appears_at_its_time_with_no_job_running(client):
    article = create_article(headline="Feri malam berlayar")
    article.publish(at=timezone.now() + timedelta(hours=1))

    assert article.is_scheduled()
    assert "Feri malam" not in client.get("/").text
    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        assert "Feri malam" in client.get("/").text
        assert client.get(article.get_absolute_url()).status_code == 200


def test_first_date_stays_when_a_story_is_withdrawn_and_published_again():
    article = create_published(hours_ago=48)
    first, address = article.first_published_at, article.get_absolute_url()

    article.withdraw()
    article.publish()

    assert article.first_published_at == first
    assert article.get_absolute_url() == address


def test_withdrawing_a_scheduled_story_forgets_its_date():
    article = create_published(hours_ago=-5)

    article.withdraw()

    assert article.first_published_at is None
    assert article.published_on is None


def test_story_waits_for_its_embargo():
    until = timezone.now() + timedelta(hours=3)
    article = create_article(embargo=until)

    article.publish()

    assert article.first_published_at == until
    assert not article.is_published()


def test_second_story_of_the_day_with_one_address_is_refused_with_a_sentence():
    create_published(slug="pasar-pagi", hours_ago=0.01)

    with pytest.raises(ValidationError, match="address"):
        create_article(slug="pasar-pagi").publish()


def test_publishing_is_refused_when_an_accepted_quote_was_altered():
    article = create_article()
    create_quote(article, exact="Kami menunggu kapal sejak subuh.")
    article.body = "<p>“Kami menunggu kapal sejak siang.”</p>"
    article.save()

    with pytest.raises(ValidationError, match="Kami menunggu kapal sejak subuh"):
        article.publish()


def test_proposed_quote_does_not_stand_in_the_way():
    article = create_article()
    create_quote(article, exact="Tidak ada di naskah.", status=Quote.Status.PROPOSED)
    article.body = "<p>Naskah lain.</p>"
    article.save()

    article.publish()

    assert article.is_published()


def test_retracted_story_cannot_be_published_again():
    article = create_published()
    article.retract(reason="Keterangan saksi ternyata karangan.")

    with pytest.raises(ValidationError, match="retracted"):
        article.publish()


def test_retraction_without_a_reason_is_refused():
    with pytest.raises(ValidationError, match="reason"):
        create_published().retract(reason="  ")


@pytest.mark.parametrize(
    "change",
    [
        {"status": "published", "first_published_at": None, "published_on": None},
        {"first_published_at": None},
        {"status": "retracted"},
        {"retracted_at": timezone.now()},
        {"embargo": timezone.now() + timedelta(days=2)},
    ],
)
def test_database_refuses_what_no_verb_would_write(change):
    article = create_published()

    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(pk=article.pk).update(**change)


def test_who_published_is_in_the_history_of_the_story(editor):
    from django.contrib.admin.models import LogEntry

    article = create_article()
    article.publish(by=editor)
    article.withdraw(by=editor)

    assert list(LogEntry.objects.filter(object_id=article.pk).values_list("user", flat=True)) == [editor.pk] * 2


def test_copies_of_the_date_follow_the_story():
    tag, author = create_tag(), create_author()
    article = create_article(tags=[tag], authors=[author])
    create_citation(article)
    create_quote(article)
    rows = [article.taggings, article.bylines, article.citations, article.quotes]

    article.publish()
    assert {row.get().published_at for row in rows} == {article.first_published_at}

    article.withdraw()
    assert {row.get().published_at for row in rows} == {None}


def test_tag_added_to_a_published_story_is_listed_at_once():
    article, tag = create_published(), create_tag()

    article.tags.add(tag)

    assert Tagging.objects.published().filter(tag=tag).count() == 1


def test_related_stories_share_most_tags_first_then_the_newest():
    sea, market, school = create_tag(), create_tag(), create_tag()
    story = create_published(tags=[sea, market])
    create_published(tags=[school])
    create_article(tags=[sea, market])
    older = create_published(tags=[sea], hours_ago=20)
    newer = create_published(tags=[sea], hours_ago=10)
    both = create_published(tags=[sea, market], hours_ago=90)

    assert list(Article.objects.published().related_to(story.pk)) == [both, newer, older]


def test_a_person_in_common_says_more_than_a_subject_and_a_subject_more_than_a_source():
    sea, speaker, agency = create_tag(), create_speaker(), create_source()
    story = create_published(tags=[sea])
    create_quote(story, speaker=speaker)
    create_citation(story, source=agency)
    by_source, by_tag, by_person, by_all = (create_published(hours_ago=n) for n in range(1, 5))
    create_citation(by_source, source=agency)
    by_tag.tags.add(sea)
    create_quote(by_person, speaker=speaker)
    create_quote(by_person, speaker=speaker)
    by_all.tags.add(sea)
    create_quote(by_all, speaker=speaker)
    create_quote(create_article(), speaker=speaker)

    found = list(Article.objects.published().related_to(story.pk))
    assert found == [by_all, by_person, by_tag, by_source]


def test_newest_of_each_section_leaves_out_what_readers_cannot_see():
    town, sport = create_section(), create_section()
    shown = [create_published(section=town, hours_ago=hour) for hour in (1, 2, 3)]
    create_published(section=town, hours_ago=-1)
    create_article(section=town)

    assert Article.objects.newest_of_each([town, sport], 2) == {town.pk: shown[:2], sport.pk: []}


def test_body_is_sanitised_whichever_way_it_comes():
    article = create_article(body='<p onclick="x()">Halo<script>alert(1)</script> <a href="javascript:x">a</a></p>')

    assert article.body == '<p>Halo <a rel="noopener">a</a></p>'


def test_text_saved_by_one_editor_and_story_published_by_another_at_once_are_both_kept():
    stored = create_article(body="<p>Lama.</p>")
    writer, publisher = Article.objects.get(pk=stored.pk), Article.objects.get(pk=stored.pk)

    writer.body = "<p>Baru.</p>"
    writer.save()
    publisher.publish()
    writer.headline = "Judul baru"
    writer.save()

    stored.refresh_from_db()
    assert (stored.body, stored.headline, stored.status) == ("<p>Baru.</p>", "Judul baru", "published")

"""The timeline of a tag."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from articles.models import Article, Correction, Event, Likeness, Quote, Revision, Tag, Tagging, Touch
from tests.factories import create_article, create_published, create_quote, create_speaker, create_tag
from tests.queries import queries

NOON = datetime(2026, 11, 17, 5, tzinfo=UTC)


def timeline(client, tag, **query) -> list:
    """What the timeline shows, each as the story's headline, the words said or the entry's text."""
    response = client.get(f"{tag.get_absolute_url()}timeline/", query)
    assert response.status_code == 200
    return [told(event) for event in response.context["page"]]


def told(event) -> str:
    return event.quote.exact if event.quote else event.correction.text if event.correction else event.article.headline


def correct(story, text):
    version = Revision.objects.create(article=story, number=9, content={"headline": "x"}, is_public=True)
    Correction.objects.create(article=story, kind="correction", text=text, from_revision=version, to_revision=version)


def test_timeline_has_stories_dated_words_and_corrections_in_the_order_of_time(client):
    tag = create_tag()
    with time_machine.travel(NOON, tick=False):
        story = create_published(headline="Pertemuan", tags=[tag], hours_ago=24 * 10)
        create_quote(story, exact="Kami berdamai.", said_on=date(2026, 11, 5))
        create_quote(story, exact="Kami berperang.", said_on=date(1950, 6, 25))
        create_quote(story, exact="Kapan, tidak diketahui.")
        create_published(headline="Sesudahnya", tags=[tag], hours_ago=24 * 5)
        correct(story, "Namanya salah.")

        assert timeline(client, tag) == [
            "Namanya salah.",
            "Sesudahnya",
            "Pertemuan",
            "Kami berdamai.",
            "Kami berperang.",
        ]


def test_words_of_today_stand_on_a_timeline_from_the_morning_on(client):
    tag = create_tag()
    with time_machine.travel(datetime(2026, 11, 17, 1, 0, tzinfo=UTC), tick=False):
        story = create_published(headline="Pagi ini", tags=[tag], hours_ago=1)
        create_quote(story, exact="Selamat pagi.", said_on=date(2026, 11, 17))

        assert timeline(client, tag) == ["Selamat pagi.", "Pagi ini"]


def test_timeline_groups_by_month_and_day_and_is_no_more_exact_than_what_is_known(client):
    tag = create_tag()
    with time_machine.travel(NOON, tick=False):
        story = create_published(tags=[tag], hours_ago=24)
        create_quote(story, exact="Hari itu.", said_on=date(2026, 9, 13))
        create_quote(story, exact="Bulan itu.", said_on=date(2026, 9, 1), said_on_precision="month")
        create_quote(story, exact="Tahun itu.", said_on=date(1998, 1, 1), said_on_precision="year")

        page = client.get(f"{tag.get_absolute_url()}timeline/").text

    assert ">November 2026</h2>" in page and ">16 November</time>" in page
    assert page.count(">September 2026</h2>") == 1 and ">13 September</time>" in page
    assert ">1 September</time>" not in page
    assert ">1998</h2>" in page and "January" not in page


def test_what_readers_cannot_see_is_not_on_a_timeline(client):
    tag = create_tag()
    shown = create_published(headline="Terbit", tags=[tag])
    create_quote(shown, exact="Usulan saja.", said_on=date(2026, 1, 1), status="proposed")
    for hidden in (create_article(tags=[tag]), create_published(tags=[tag], hours_ago=-2)):
        create_quote(hidden, said_on=date(2026, 1, 1))
    create_published(headline="Ditarik", tags=[tag]).withdraw()
    create_published(headline="Dicabut", tags=[tag]).retract(reason="Salah.")
    ended = create_published(headline="Berakhir", tags=[tag])
    Article.objects.filter(pk=ended.pk).update(unpublish_at=timezone.now())

    assert timeline(client, tag) == ["Terbit"]


def test_timeline_follows_every_change(client):
    tag, other = create_tag(), create_tag()
    create_published(headline="Tinggal", tags=[tag, other])
    story = create_published(headline="Pindah", tags=[tag])
    quote = create_quote(story, exact="Katanya.", said_on=date(2020, 1, 1))
    assert timeline(client, tag) == ["Pindah", "Tinggal", "Katanya."]

    quote.said_on = None
    quote.save()
    assert timeline(client, tag) == ["Pindah", "Tinggal"]

    quote.said_on = date(2021, 1, 1)
    quote.save()
    Tagging.objects.filter(content_object=story).update(tag=other)
    assert timeline(client, tag) == ["Tinggal"]
    assert timeline(client, other) == ["Pindah", "Tinggal", "Katanya."]

    quote.delete()
    assert timeline(client, other) == ["Pindah", "Tinggal"]

    tag.merge_into(other)
    assert timeline(client, other) == ["Pindah", "Tinggal"]
    assert Event.objects.count() == 2


def test_deleted_draft_leaves_no_event_behind():
    story = create_article(tags=[create_tag()])
    create_quote(story, said_on=date(2026, 1, 1))
    assert Event.objects.count() == 2

    story.delete()

    assert not Event.objects.exists()


def test_timeline_is_purged_when_words_get_a_date(client):
    tag = create_tag()
    quote = create_quote(create_published(tags=[tag]))
    keys = set(client.get(f"{tag.get_absolute_url()}timeline/").headers["Surrogate-Key"].split())
    Touch.objects.all().delete()

    quote.said_on = date(2026, 1, 1)
    quote.save()

    assert keys & set(Touch.objects.values_list("key", flat=True))


def test_one_utterance_stands_once_on_a_timeline_and_again_where_it_leaves_its_group(client, editor):
    tag, speaker = create_tag(), create_speaker()
    one, two = (
        create_quote(create_published(tags=[tag]), exact="Kami berdamai.", speaker=speaker, said_on=date(2026, 1, 1))
        for _each in range(2)
    )
    Likeness.objects.create(one=one, other=two, similarity=1).confirm(by=editor)
    response = client.get(f"{tag.get_absolute_url()}timeline/")
    Touch.objects.all().delete()

    assert [told(event) for event in response.context["page"]].count("Kami berdamai.") == 1
    Quote.objects.get(pk=two.pk).leave_statement(by=editor)
    assert set(response.headers["Surrogate-Key"].split()) & set(Touch.objects.values_list("key", flat=True))
    assert timeline(client, tag).count("Kami berdamai.") == 2


def test_timeline_pages_by_key_and_misses_nothing(client):
    tag = create_tag()
    now = timezone.now()
    for n in range(30):
        story = create_article(headline=f"Kabar {n}", tags=[tag])
        story.publish(at=now - timedelta(days=n // 3))
        create_quote(story, exact=f"Kata {n}.", said_on=date(2026, 1, 1 + n % 20))

    seen, key = [], ""
    while True:
        page = client.get(f"{tag.get_absolute_url()}timeline/", {"before": key}).context["page"]
        seen += [told(event) for event in page]
        key = page.next
        if not key:
            break

    assert len(seen) == len(set(seen)) == 60


@pytest.mark.parametrize("key", ["x", "2026,1", ",", "2026-11-17T05:00:00.000000Z,x", "\0"])
def test_damaged_key_of_a_timeline_is_a_400(client, key):
    tag = create_tag()
    create_published(tags=[tag])

    assert client.get(f"{tag.get_absolute_url()}timeline/", {"before": key}).status_code == 400


def test_timeline_of_a_renamed_tag_redirects_and_one_of_no_story_is_404(client):
    tag = create_tag(slug="lama")
    create_published(tags=[tag])
    Tag.objects.filter(pk=tag.pk).update(slug="baru")

    assert client.get("/tags/lama/timeline/").headers["Location"] == "/tags/baru/timeline/"
    assert client.get(f"{create_tag().get_absolute_url()}timeline/").status_code == 404


def test_pages_show_the_way_to_them(client):
    tag = create_tag(name="Laut", slug="laut")
    create_published(tags=[tag])

    page = client.get("/tags/laut/timeline/").text

    for step in (
        'href="/">',
        'href="/tags/">',
        'href="/tags/laut/">',
        'href="/tags/laut/timeline/" aria-current="page">',
    ):
        assert step in page
    assert '"BreadcrumbList"' in page


def test_queries_of_a_timeline_do_not_grow(client):
    tag = create_tag(slug="laut")

    def fill(number):
        for _each in range(number):
            story = create_published(tags=[tag, create_tag()])
            create_quote(story, speaker=create_speaker(), said_on=date(2026, 1, 2))
            correct(story, "Salah.")

    fill(2)
    few = queries(client, "/tags/laut/timeline/")
    fill(5)

    assert queries(client, "/tags/laut/timeline/") == few <= 4

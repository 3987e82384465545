"""Series: their pages, their feed, and the box on each part."""

import pytest
from django.db import IntegrityError, connection, transaction

from articles.models import Part, Series, Touch
from tests.factories import create_article, create_published, create_series
from tests.queries import queries


def headlines(response) -> list[str]:
    return [part.article.headline for part in response.context["page"]]


def test_series_has_its_parts_in_their_order_with_an_introduction(client):
    one, two = create_published(headline="Awal", hours_ago=1), create_published(headline="Akhir", hours_ago=2)
    series = create_series(one, two, name="Laut", introduction="<p>Tentang laut.</p><script>x</script>")

    response = client.get(series.get_absolute_url())

    assert headlines(response) == ["Awal", "Akhir"]
    assert "<p>Tentang laut.</p>" in response.text and "<script>x" not in response.text
    assert "Part 2" in response.text
    assert '"CreativeWorkSeries"' in response.text and '"BreadcrumbList"' in response.text
    assert f'href="{series.get_absolute_url()}"' in client.get("/series/").text
    assert '"isPartOf": [{"@type": "CreativeWorkSeries"' in client.get(one.get_absolute_url()).text


def test_part_leads_to_those_before_and_after_it(client):
    stories = [create_published(headline=f"Bagian {n}") for n in range(1, 4)]
    series = create_series(*stories, name="Laut")

    first, second, third = (client.get(story.get_absolute_url()).text for story in stories)

    assert f'rel="next" href="{stories[1].get_absolute_url()}"' in first and 'rel="prev"' not in first
    assert f'rel="prev" href="{stories[0].get_absolute_url()}"' in second
    assert f'rel="next" href="{stories[2].get_absolute_url()}"' in second
    assert 'rel="next"' not in third and f'href="{series.get_absolute_url()}">Laut</a>' in third


def test_story_of_no_series_has_no_box(client):
    assert 'class="part"' not in client.get(create_published().get_absolute_url()).text


def test_part_that_readers_cannot_see_is_passed_over(client):
    one, three = create_published(), create_published()
    series = create_series(one, create_article(headline="Rahasia"), three)

    page = client.get(one.get_absolute_url()).text

    assert f'rel="next" href="{three.get_absolute_url()}"' in page
    assert "Rahasia" not in page + client.get(series.get_absolute_url()).text


def test_part_that_will_appear_joins_at_its_moment(client):
    one, two = create_published(), create_published(hours_ago=-0.5)
    series = create_series(one, two)

    for address in (one.get_absolute_url(), series.get_absolute_url()):
        seconds = int(client.get(address).headers["Cache-Control"].partition("s-maxage=")[2].partition(",")[0])
        assert 0 < seconds <= 1800


def test_series_of_which_nothing_is_out_has_no_page(client):
    series = create_series(create_article())

    assert client.get(series.get_absolute_url()).status_code == 404
    assert 'class="empty"' in client.get("/series/").text


def test_former_address_redirects_for_ever_with_its_feed(client):
    series = create_series(create_published(), slug="lama")
    Series.objects.filter(pk=series.pk).update(slug="baru")

    assert client.get("/series/lama/").headers["Location"] == "/series/baru/"
    assert client.get("/series/lama/feed.rss").headers["Location"] == "/series/baru/feed.rss"


@pytest.mark.parametrize("form", ["rss", "atom", "json"])
def test_feed_has_the_newest_parts(client, form):
    series = create_series(create_published(headline="Awal"), create_published(headline="Akhir"), name="Laut")
    create_published(headline="Lain")

    feed = client.get(f"{series.get_absolute_url()}feed.{form}").text

    assert "Awal" in feed and "Akhir" in feed and "Laut" in feed and "Lain" not in feed


def test_change_of_a_series_purges_its_pages_and_its_parts(client):
    one, two, other = create_published(), create_published(), create_published()
    series = create_series(one)
    of_series, of_one, of_other = (
        set(client.get(row.get_absolute_url()).headers["Surrogate-Key"].split()) for row in (series, one, other)
    )
    Touch.objects.all().delete()

    Part.objects.create(series=series, article=two, number=2)

    touched = set(Touch.objects.values_list("key", flat=True))
    assert [bool(page & touched) for page in (of_series, of_one, of_other)] == [True, True, False]


def test_series_is_in_the_sitemap(client):
    series = create_series(create_published())

    assert "/sitemaps/series.xml" in client.get("/sitemap.xml").text
    assert series.get_absolute_url() in client.get("/sitemaps/series.xml").text
    assert "/series/</loc>" in client.get("/sitemaps/lists.xml").text


def test_long_series_pages_by_number(client):
    stories = [create_published(headline=f"Bagian {n}") for n in range(25)]
    series = create_series(*stories)

    first = client.get(series.get_absolute_url())
    second = client.get(series.get_absolute_url(), {"after": first.context["page"].next})

    assert headlines(first) + headlines(second) == [f"Bagian {n}" for n in range(25)]
    for damaged in ("x", "1", "x,1", "1,x", "99999999999999999999,1"):
        assert client.get(series.get_absolute_url(), {"after": damaged}).status_code == 400
    assert client.get(series.get_absolute_url(), {"after": "99999999,1"}).status_code == 200


@pytest.mark.parametrize("row", [{"number": 1}, {"number": 0}, {"article": "the first's"}])
def test_database_refuses_a_place_twice(row):
    first = create_published()
    series = create_series(first)
    values = {"series": series, "article": create_published(), "number": 2} | row
    if row.get("article"):
        values["article"] = first

    with pytest.raises(IntegrityError), transaction.atomic():
        Part.objects.create(**values)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_queries_do_not_grow_with_rows(client):
    series = create_series(slug="laut")

    def fill(number):
        for _each in range(number):
            last = Part.objects.filter(series=series).count()
            Part.objects.create(series=series, article=create_published(), number=last + 1)

    fill(3)
    part = Part.objects.get(number=2).article.get_absolute_url()
    few = [queries(client, address) for address in ("/series/laut/", part, "/series/")]
    fill(9)
    many = [queries(client, address) for address in ("/series/laut/", part, "/series/")]

    assert many == few
    assert few[0] <= 4 and few[2] <= 3

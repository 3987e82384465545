from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.admin.series import PartFormSet
from articles.models import Part, Series
from tests.admin.forms import fields
from tests.factories import create_article, create_colleague, create_published, create_series


def save(client, series, **changes):
    address = reverse("admin:articles_series_change", args=[series.pk])
    return client.post(address, fields(client.get(address)) | changes)


def parts(series) -> list[tuple[int, str]]:
    return list(series.parts.values_list("number", "article__headline"))


def test_series_is_made_with_its_stories_in_order(desk):
    one, two = create_published(headline="Awal"), create_article(headline="Akhir")
    address = reverse("admin:articles_series_add")
    rows = {"parts-TOTAL_FORMS": 2, "parts-0-article": one.pk, "parts-0-number": "", "parts-1-article": two.pk}

    form = fields(desk.get(address)) | rows | {"name": "Laut", "slug": "laut", "introduction": "<p>Isi.</p>"}
    response = desk.post(address, form)

    assert response.status_code == 302, response.context["errors"]
    series = Series.objects.get()
    assert parts(series) == [(1, "Awal"), (2, "Akhir")]
    assert desk.get(series.get_absolute_url()).status_code == 200


def test_parts_change_places_in_one_go(desk):
    series = create_series(create_published(headline="Awal"), create_published(headline="Akhir"))

    response = save(desk, series, **{"parts-0-number": 2, "parts-1-number": 1})

    assert response.status_code == 302, response.context["errors"]
    assert parts(series) == [(1, "Akhir"), (2, "Awal")]


def test_two_parts_of_one_number_are_refused_at_the_field(desk):
    series = create_series(create_published(), create_published())

    response = save(desk, series, **{"parts-1-number": 1})

    assert "Another story is this part already." in response.content.decode()
    assert [number for number, _headline in parts(series)] == [1, 2]


def test_number_that_another_editor_took_meanwhile_is_refused(desk):
    series = create_series(create_published())
    address = reverse("admin:articles_series_change", args=[series.pk])
    form = fields(desk.get(address))
    Part.objects.create(series=series, article=create_published(), number=2)
    new = create_published()

    rows = {"parts-TOTAL_FORMS": 2, "parts-1-id": "", "parts-1-series": series.pk, "parts-1-article": new.pk}
    response = desk.post(address, form | rows | {"parts-1-number": 2})

    assert "Another story is this part already." in response.content.decode()
    assert series.parts.count() == 2


def test_story_is_a_part_of_one_series_only(desk):
    story = create_published()
    create_series(story)
    series = create_series(create_published())

    response = save(desk, series, **{"parts-0-article": story.pk})

    assert response.status_code == 200
    assert response.context["errors"]


def test_numbers_below_one_or_beyond_what_the_database_holds_are_refused(desk):
    series = create_series(create_published())

    for number in ("0", "-1", "40000", "x", "99999999999999999999"):
        assert save(desk, series, **{"parts-0-number": number}).status_code == 200
    assert [number for number, _headline in parts(series)] == [1]


def test_part_taken_out_leaves_the_story(desk):
    story = create_published()
    series = create_series(story, create_published())

    save(desk, series, **{"parts-0-DELETE": "on"})

    assert [number for number, _headline in parts(series)] == [2]
    story.refresh_from_db()
    assert story.is_published()


def test_reporter_may_look_at_series_and_editor_may_change_them(client):
    series = create_series(create_published())
    address = reverse("admin:articles_series_change", args=[series.pk])

    for role, may in (("reporter", False), ("editor", True)):
        client.force_login(create_colleague(role))
        page = client.get(address)
        assert page.status_code == 200
        assert ('name="_save"' in page.content.decode()) is may


def test_of_a_long_series_the_form_has_a_page_and_the_others_are_a_link_away(desk, monkeypatch):
    monkeypatch.setattr(PartFormSet, "SHOWN", 3)
    series = create_series(*(create_published(headline=f"Bagian {number}") for number in range(1, 8)))
    address = reverse("admin:articles_series_change", args=[series.pk])

    def numbers(form):
        return [form[f"parts-{row}-number"][0] for row in range(int(form["parts-INITIAL_FORMS"][0]))]

    with CaptureQueriesContext(connection) as captured:
        last = desk.get(address)
    earlier = desk.get(address, {"before": 5})

    assert not [query for query in captured[3:] if 'FROM "articles_series" WHERE' in query["sql"]]

    assert numbers(fields(last)) == ["5", "6", "7"] and "?before=5" in last.text
    assert numbers(fields(earlier)) == ["2", "3", "4"] and "?before=2" in earlier.text
    swapped = fields(earlier) | {"parts-0-number": "3", "parts-1-number": "2"}
    assert desk.post(f"{address}?before=5", swapped).status_code == 302
    assert [title for _number, title in parts(series)][:3] == ["Bagian 1", "Bagian 3", "Bagian 2"]
    taken = desk.post(f"{address}?before=5", swapped | {"parts-0-number": "7"})
    assert "Another story is this part already." in taken.text
    assert desk.get(address, {"before": "x"}).status_code == 400

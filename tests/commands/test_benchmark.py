import json

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from articles.models import Article, Citation, Quote
from articles.newsroom_of_size import fill
from tests.factories import create_published

pytestmark = pytest.mark.django_db(transaction=True)  # it vacuums, which no transaction may


@pytest.fixture(autouse=True)
def _superuser(transactional_db):
    with connection.cursor() as cursor:
        cursor.execute("SHOW is_superuser")
        if cursor.fetchone() != ("on",):
            pytest.skip("To fill a newsroom the database's user must be allowed to switch triggers off.")


def test_newsroom_grows_to_the_size_asked_for_with_all_that_stories_have(client):
    fill(50, progress=lambda done: None)
    fill(120, progress=lambda done: None)

    assert [rows.published().count() for rows in (Article.objects, Quote.objects, Citation.objects)] == [120] * 3
    assert len(client.get("/tags/tag-1/timeline/").context["page"]) == 40
    assert len(client.get("/series/series-2/").context["page"]) == 3
    assert len(client.get("/search/?q=langka").context["stories"]) == 2
    assert client.get(Article.objects.get(pk=7).get_absolute_url()).status_code == 200


def test_benchmark_writes_every_figure_with_its_goal(tmp_path):
    call_command("benchmark", articles=600, json=tmp_path / "figures.json", only="growth", verbosity=0)

    figures = json.loads((tmp_path / "figures.json").read_text())
    assert {"front page", "story", "comparing a new quote"} <= {figure["name"] for figure in figures}
    assert all(figure["large_ms"] > 0 and figure["holds"] in (True, False) for figure in figures)


def test_benchmark_does_not_touch_a_real_newsroom():
    create_published(slug="berita-sungguhan")

    with pytest.raises(CommandError, match="one of its own"):
        call_command("benchmark", articles=100)

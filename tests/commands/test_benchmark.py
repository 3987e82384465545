import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import Count, Q

from articles.measuring import growth
from articles.measuring.readers import Crowd
from articles.measuring.uncached import QUOTES, REPLIES, full_story
from articles.models import Article, Citation, Comment, Quote
from articles.newsroom_of_size import fill
from tests.factories import create_published

pytestmark = pytest.mark.django_db(transaction=True)  # it vacuums, which no transaction may


@pytest.fixture(autouse=True)
def _superuser(transactional_db):
    with connection.cursor() as cursor:
        cursor.execute("SHOW is_superuser")
        if cursor.fetchone() != ("on",):
            pytest.skip("To fill a newsroom the database's user must be allowed to switch triggers off.")


@pytest.fixture
def _small_newsroom(monkeypatch):
    """The second database goes with the test, and each page is asked for once."""
    monkeypatch.setattr(growth, "ROUNDS", 1)
    yield
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{connection.settings_dict["NAME"]}_small"')


def test_newsroom_grows_to_the_size_asked_for_with_all_that_stories_have(client):
    fill(50, progress=lambda done: None, comments=500)
    fill(120, progress=lambda done: None, comments=1200)

    assert [rows.published().count() for rows in (Article.objects, Quote.objects, Citation.objects)] == [120] * 3
    assert Comment.objects.count() == 1200
    assert len(client.get("/tags/tag-1/timeline/").context["page"]) == 40
    assert len(client.get("/series/series-2/").context["page"]) == 3
    assert len(client.get("/search/?q=langka").context["stories"]) == 2
    assert client.get(Article.objects.get(pk=7).get_absolute_url()).status_code == 200


def test_replies_of_the_newsroom_are_counted_where_readers_see_a_number():
    fill(40, progress=lambda done: None, comments=400)

    for story in Article.objects.annotate(seen=Count("comments", filter=Q(comments__status="approved"))):
        assert story.comment_count == story.seen
    for root in Comment.objects.filter(thread=None).annotate(seen=Count("replies")):
        assert root.reply_count == root.seen
    assert {Comment.objects.held().count(), Comment.objects.reported().count()} == {4, 12}


def test_newsroom_of_that_size_is_taken_as_it_is():
    fill(40, progress=lambda done: None)
    before = Article.objects.latest("modified_at").modified_at

    fill(40, progress=lambda done: pytest.fail("It wrote again."))

    assert Article.objects.latest("modified_at").modified_at == before


@pytest.mark.usefixtures("_small_newsroom")
def test_benchmark_writes_every_figure_with_its_goal_and_compares_with_an_earlier_run(tmp_path):
    (tmp_path / "old.json").write_text(json.dumps([{"name": "front page", "ratio": 0.001}]))
    said = io.StringIO()

    files = {"json": tmp_path / "figures.json", "compare": tmp_path / "old.json"}
    call_command("benchmark", articles=600, comments=1200, only="growth", verbosity=0, stdout=said, **files)

    figures = json.loads((tmp_path / "figures.json").read_text())
    assert {"front page", "story", "desk: Comment", "comparing a new quote"} <= {figure["name"] for figure in figures}
    assert all(figure["large_ms"] > 0 and figure["holds"] in (True, False) for figure in figures)
    compared = said.getvalue().partition("now ÷ before")[2].splitlines()[1:]
    assert [line.split("   ")[0] for line in compared] == ["front page"]


@pytest.mark.parametrize("content", ["", "[1]", '[{"name": "x"}]'])
def test_file_that_is_no_earlier_run_is_said_before_anything_is_measured(tmp_path, content):
    (tmp_path / "old.json").write_text(content)

    with pytest.raises(CommandError, match="no file that --json wrote"):
        call_command("benchmark", articles=100, compare=str(tmp_path / "old.json"))


def test_crowd_notices_what_is_old_and_what_is_mixed(monkeypatch):
    pages = iter(["Versi 3.", "Versi 4. Versi 4.", "Versi 4. Versi 5.", ""])
    monkeypatch.setattr("articles.measuring.readers.get", lambda *_: (200, {}, next(pages).encode()))
    crowd = Crowd(ports=[1], address="/", number=4, released=4)

    for number in range(4):
        crowd.ask(number)

    assert (crowd.stale, crowd.mixed) == ([(3, 4)], [{4, 5}, set()])


def test_story_that_is_measured_has_the_quotes_and_replies_that_the_figure_names(client):
    fill(50, progress=lambda done: None)

    page = client.get(full_story().get_absolute_url()).text

    assert page.count('<figure class="quote"') == page.count("<q id=") == QUOTES
    assert page.count('<article class="comment ') == REPLIES


@pytest.mark.parametrize("size", [{"articles": 99}, {"articles": 200, "comments": 199}])
def test_newsroom_too_small_to_be_measured_is_said(size):
    with pytest.raises(CommandError, match="100 stories"):
        call_command("benchmark", **size)


def test_benchmark_does_not_touch_a_real_newsroom():
    create_published(slug="berita-sungguhan")

    with pytest.raises(CommandError, match="one of its own"):
        call_command("benchmark", articles=100)

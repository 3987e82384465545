import re

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command

from articles.body import clean_body
from articles.models import Article, Comment, Photo, Quote
from tests.factories import create_comment

TABLES = (Article, Comment, Photo, Quote)


@pytest.fixture
def demo():
    call_command("loaddata", "demo", verbosity=0)


def test_demo_loads_twice_and_is_the_same(demo):
    counts = [model.objects.count() for model in TABLES]

    call_command("loaddata", "demo", verbosity=0)

    assert [model.objects.count() for model in TABLES] == counts
    for article in Article.objects.all():
        assert article.comment_count == article.comments.approved().count(), article


def test_demo_has_the_stories_that_were_promised(demo):
    stories = Article.objects.published()

    assert stories.filter(language="id").count() >= 16
    assert stories.filter(language="en").count() >= 4
    assert stories.filter(tags__slug="geopolitik").exists()
    assert stories.filter(tags__slug="korea").exists()


def test_every_accepted_quote_of_the_demo_stands_where_it_says(demo):
    for article in Article.objects.all():
        assert not article.altered_quotes(), article
        assert article.body == clean_body(article.body), article


def test_load_demo_brings_pictures_and_an_editor_and_prints_the_password_once(client, capsys, queue):
    call_command("load_demo")
    printed = capsys.readouterr().out
    password = re.search(r"password (\S+)", printed)[1]

    assert client.login(username="redaksi", password=password)
    assert all(default_storage.exists(photo.file.name) for photo in Photo.objects.all())

    call_command("load_demo")
    assert capsys.readouterr().out == ""


def test_every_page_of_the_demo_answers(client, demo):
    for model in (Article, Quote, Comment):
        for row in model.objects.all():
            if address := row.get_absolute_url():
                assert client.get(address).status_code in (200, 404, 410), address
    for address in ("/", "/latest/", "/tags/", "/sources/", "/people/", "/quotes/", "/search/?q=korea"):
        page = client.get(address)
        assert page.status_code == 200
        assert 'class="empty"' not in page.text, address


def test_demo_loaded_again_keeps_the_replies_that_came_since(demo):
    article = Article.objects.published().first()
    create_comment(article, text="Baru.")

    call_command("loaddata", "demo", verbosity=0)

    article.refresh_from_db()
    assert article.comment_count == article.comments.approved().count()
